// The timeline: how many statements there are in each period, cooperation above and conflict below, and the range.

const UPWARD = ["material cooperation", "verbal cooperation", "structural"];
const DOWNWARD = ["material conflict", "verbal conflict"];
const CHART = 66; // pixels of height, without the dates below

const everSaid = data.edges.flatMap((edge) => saidBy(edge.evidence ?? [], edge).map(daysOf));
const everDated = everSaid.filter((found) => found?.every(isDay));
const [firstDays, lastDays] = [0, 1].map((side) => everDated.map((found) => found[side]).sort());
const allDays = everDated.length ? [firstDays[0], lastDays.at(-1)] : null;
const usualSpan = allDays && mainSpan(firstDays);

let timeSpan = usualSpan; // what the chart shows
let periods = timeSpan && periodsBetween(...timeSpan);
let chartWidth = 600; // pixels
let timeOpen = Boolean(periods) && periods.bins.length > 1 && innerHeight >= 700 && !narrow.matches;

function showSpan(days) {
  timeSpan = days;
  periods = periodsBetween(...timeSpan);
}

function countPeriods() {
  // How many statements of each quad class begin in each period, before and after them, and without date.
  const found = { bins: periods.bins.map(() => ({})), before: 0, after: 0, undated: 0 };
  const places = new Map();
  for (const [edge, said] of passing("range")) {
    const quad = quadOf(edge);
    for (const statement of saidBy(said.numbers, said)) {
      const [first] = daysOf(statement) ?? [];
      if (!places.has(first)) places.set(first, isDay(first) ? placeOf(first, periods) : null);
      const place = places.get(first);
      if (place === null) found.undated += 1;
      else if (place < 0) found.before += 1;
      else if (place === periods.bins.length) found.after += 1;
      else found.bins[place][quad] = (found.bins[place][quad] ?? 0) + 1;
    }
  }
  return found;
}

const sumOf = (bin, names) => names.reduce((sum, quad) => sum + (bin[quad] ?? 0), 0);
const totalOf = (bin) => sumOf(bin, Object.keys(bin));

function chosenPlaces() {
  // The first and the last period of the range, as far as the chart shows them.
  const last = periods.bins.length - 1;
  const place = (iso) => Math.min(Math.max(placeOf(iso, periods), 0), last);
  return state.range ? state.range.map(place) : [0, last];
}

function timeChart({ bins }) {
  // Bars on both sides of a line; bars outside the range are faint.
  const room = chartWidth / bins.length;
  const [high, low] = [UPWARD, DOWNWARD].map((names) => Math.max(...bins.map((bin) => sumOf(bin, names))));
  const scale = (CHART - 2) / Math.max(high + low, 1);
  const base = high + low ? Math.round(high * scale) + 1 : CHART / 2;
  const [from, to] = chosenPlaces();
  const columns = bins.map((bin, place) => {
    const sizes = { room, scale, base };
    const bars = [...timeStack(bin, UPWARD, -1, sizes), ...timeStack(bin, DOWNWARD, 1, sizes)];
    const back = shape("rect", { width: room, height: CHART, fill: "transparent" });
    const faint = state.range && (place < from || place > to);
    return shape("g", { transform: `translate(${(place * room).toFixed(1)})`, opacity: faint ? 0.3 : 1 },
      shape("title", {}, binSays(bin, periods.bins[place])), back, ...bars);
  });
  const axis = shape("line", { x2: chartWidth, y1: base, y2: base, class: "axis" });
  const dates = periodTicks(periods, room).filter(([place]) => place * room < chartWidth - 30).map(([place, words]) =>
    shape("g", { transform: `translate(${(place * room).toFixed(1)})` },
      shape("line", { y1: CHART, y2: CHART + 4, class: "axis" }),
      shape("text", { x: 3, y: CHART + 12 }, words)));
  const sides = [[high, 9, "cooperation"], [low, CHART - 2, "conflict"]].filter(([most]) => most)
    .map(([, y, key]) => shape("text", { x: 3, y, class: "side" }, t(key)));
  const size = { width: chartWidth, height: CHART + 16, "aria-hidden": "true" };
  return shape("svg", size, ...columns, axis, ...dates, ...sides);
}

function timeStack(bin, names, side, { room, scale, base }) {
  let edge = base;
  return names.filter((quad) => bin[quad]).map((quad) => {
    const height = Math.max(bin[quad] * scale, 1.5);
    edge += side * height;
    const top = side < 0 ? edge : edge - height;
    return shape("rect", { x: Math.min(1, room * 0.1), y: top.toFixed(1), fill: quads[quad][tone()],
      width: Math.max(room - 1.5, room * 0.8).toFixed(1), height: height.toFixed(1) });
  });
}

function binSays(bin, period) {
  const parts = Object.keys(quads).filter((quad) => bin[quad]).map((quad) => `\n${t(quad)}${colon()}${bin[quad]}`);
  const total = count(totalOf(bin), "statement", "statements");
  return `${periodName(period, periods.unit)}${colon()}${total}${parts.join("")}`;
}

function showFold() {
  byId("time_fold").setAttribute("aria-expanded", String(timeOpen));
  byId("time_fold").firstElementChild.textContent = timeOpen ? "▾ " : "▸ ";
  for (const id of ["time_tools", "time_body"]) byId(id).hidden = !timeOpen;
}

function timeline() {
  // Brings the timeline up to date with the state.
  if (!allDays || !timeOpen) return;
  if (state.range && !within(timeSpan, state.range)) showSpan(allDays);
  const found = countPeriods();
  byId("time_bars").replaceChildren(timeChart(found));
  const totals = found.bins.map(totalOf);
  const peak = totals.indexOf(Math.max(...totals));
  const says = { days: days(timeSpan), n: totals.reduce((a, b) => a + b), most: totals[peak],
    peak: periodName(periods.bins[peak], periods.unit) };
  byId("time_bars").setAttribute("aria-label", worded("time_says", says));
  timeOutside("time_before", found.before, day(periods.bins[0].first));
  timeOutside("time_after", found.after, day(periods.bins.at(-1).last));
  showRange(found.undated);
  sayPlaying();
}

function timeOutside(id, number, border) {
  byId(id).hidden = !number;
  byId(id).textContent = id === "time_before" ? `◂ ${number}` : `${number} ▸`;
  byId(id).title = worded(id, { n: count(number, "statement", "statements"), day: border });
  byId(id).setAttribute("aria-label", byId(id).title);
}

function showRange(undated) {
  const places = chosenPlaces();
  const share = (place) => `${((100 * place) / periods.bins.length).toFixed(2)}%`;
  const bounds = state.range ?? allDays;
  for (const [side, id] of ["time_low", "time_high"].entries()) {
    byId(id).style.left = share(places[side] + side);
    const facts = { "aria-valuemin": 0, "aria-valuemax": periods.bins.length - 1, "aria-valuenow": places[side],
      "aria-valuetext": day(bounds[side]) };
    for (const [key, value] of Object.entries(facts)) byId(id).setAttribute(key, value);
    const field = byId(side ? "time_to" : "time_from");
    if (field !== document.activeElement || !state.range) field.value = state.range ? bounds[side] : "";
    field.removeAttribute("aria-invalid");
  }
  byId("time_window").hidden = !state.range;
  Object.assign(byId("time_window").style, { left: share(places[0]), width: share(places[1] + 1 - places[0]) });
  byId("time_zoom").hidden = !state.range || places[1] - places[0] + 1 >= periods.bins.length;
  byId("time_all").hidden = !state.range && timeSpan === usualSpan;
  byId("time_undated").hidden = !undated;
  byId("time_keep").hidden = !state.range;
  byId("time_keep").checked = state.undated;
  const words = state.range ? worded("time_keep", { n: undated }) : `${undated} ${t("time_undated")}`;
  byId("time_undated").lastElementChild.textContent = words;
}
