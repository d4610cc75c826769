// Cooperation against conflict over time: bars above and below a line, and the same as a table.

const MOST_BARS = 26;
const SIDES = { cooperation: ["verbal cooperation", "material cooperation"], conflict: ["verbal conflict", "material conflict"] };

function yearsFrom(day, years) {
  return `${String(Number(day.slice(0, 4)) + years).padStart(4, "0")}${day.slice(4)}`;
}

function balance(found) {
  // The figure for statements with their days; what is denied or only supposed is no deed and stays out.
  const kinds = Object.values(SIDES).flat();
  const deeds = found.filter(({ edge, statement }) => kinds.includes(quadOf(edge)) && !doubtful.has(statusOf(statement)));
  if (!deeds.length) return [];
  const [from, to] = data.summary.dates.length ? [yearsFrom(data.summary.dates[0], -1), yearsFrom(data.summary.dates.at(-1), 1)] : ["", "9999"];
  const dated = deeds.filter(({ days }) => days);
  const shown = dated.filter(({ days }) => from <= days[0] && days[0] <= to);
  const apart = [["earlier", dated.filter(({ days }) => days[0] < from)], ["later", dated.filter(({ days }) => days[0] > to)],
    ["undated", deeds.filter(({ days }) => !days)]].filter(([, some]) => some.length);
  const rest = apart.map(([key, some]) => `${some.length} ${t(key)}`).join(", ");
  return [make("h3", {}, t("over_time")), ...(shown.length ? balanceFigure(shown) : []), rest ? make("p", { class: "faint" }, rest) : ""];
}

function balanceFigure(deeds) {
  const first = deeds.map(({ days }) => days[0]).reduce((a, b) => (a < b ? a : b));
  const last = deeds.map(({ days }) => days[0]).reduce((a, b) => (a > b ? a : b));
  const cut = periodsBetween(first, last, MOST_BARS);
  const { unit } = cut;
  const bins = cut.bins.map((period) => ({ period, deeds: [] }));
  for (const deed of deeds) bins[placeOf(deed.days[0], cut)].deeds.push(deed);
  const sides = (some) => Object.fromEntries(Object.entries(SIDES)
    .map(([side, kinds]) => [side, some.filter(({ edge }) => kinds.includes(quadOf(edge))).length]));
  const sums = sides(deeds);
  const summary = Object.entries(sums).map(([side, number]) => `${t(side)}${colon()}${number}`).join(", ");
  const names = [...new Set([bins[0], bins.at(-1)])].map(({ period }) => make("span", {}, periodName(period, unit)));
  return [
    make("figure", { class: "balance" },
      make("div", { role: "img", "aria-label": `${t("over_time")}${colon()}${summary}` }, balanceBars(bins, sides)),
      make("div", { class: "axis", "aria-hidden": "true" }, ...names),
      make("figcaption", { class: "faint" }, `${summary} · ${t(`by_${unit}`)}`)),
    make("details", {}, make("summary", {}, t("as_table")), balanceTable(bins, unit, sides)),
  ];
}

function balanceBars(bins, sides) {
  const [wide, high] = [320, 96];
  const most = Object.keys(SIDES).map((side) => Math.max(...bins.map(({ deeds }) => sides(deeds)[side])));
  const scale = (high - 6) / (most[0] + most[1]);
  const zero = 3 + most[0] * scale;
  const step = Math.min(wide / bins.length, 40);
  const shapes = [];
  bins.forEach(({ deeds }, place) => {
    Object.values(SIDES).forEach((kinds, side) => {
      let height = 0;
      for (const kind of kinds) for (const sure of [true, false]) {
        const number = deeds.filter(({ edge, statement }) => quadOf(edge) === kind && (statusOf(statement) === "asserted") === sure).length;
        const y = side ? zero + height * scale : zero - (height + number) * scale;
        height += number;
        if (number) shapes.push(["rect", { x: place * step, y, width: Math.max(step - 1.5, 1), height: number * scale,
          fill: quads[kind][tone()], "fill-opacity": sure ? 1 : 0.45 }]);
      }
    });
  });
  shapes.push(["line", { x1: 0, x2: wide, y1: zero, y2: zero, stroke: tones.faint, "stroke-width": 1 }]);
  return drawing(wide, high, ...shapes);
}

function balanceTable(bins, unit, sides) {
  const heads = [t(`by_${unit}`), ...Object.keys(SIDES).map(t)].map((title) => make("th", { scope: "col" }, title));
  const rows = bins.filter(({ deeds }) => deeds.length).map(({ period, deeds }) => make("tr", {},
    make("th", { scope: "row" }, periodName(period, unit)), ...Object.values(sides(deeds)).map((n) => make("td", {}, String(n)))));
  return make("table", { class: "directions" }, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows));
}
