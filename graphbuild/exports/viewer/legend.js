// The legend, whose lines hide, show and single out what they stand for.

const COUNTED = { relations: ["relation", "relations_n"], types: ["entity", "entities_n"] }; // others count statements
const FEW = 8; // publishers listed at first
const unfolded = new Set(); // quad classes whose relations are listed
let publishersListed = FEW;

function legend() {
  const counts = facetCounts();
  const classes = Object.keys(quads).filter((quad) => counts.quads.get(quad) || isOff("quads", quad));
  fill("quads", classes.flatMap((quad) => quadLines(quad, counts)));
  fill("statuses", legendLines("statuses", statuses, counts.statuses, (key) => line(tones.faint, dashes[key])));
  fill("types", legendLines("types", LEAVES.types, counts.types, (key) => symbol(types[key][tone()], types[key][2])));
  fillPublishers(counts.publishers);
  leastChoice();
  limits();
}

function legendLines(family, leaves, counts, picture) {
  return leaves.filter((leaf) => counts.get(leaf) || !isShown(family, leaf))
    .map((leaf) => legendLine(family, [leaf], leafLabel(family, leaf), counts.get(leaf) ?? 0, picture(leaf)));
}

function quadLines(quad, counts) {
  // The line of a quad class, and where it is unfolded, those of its relations.
  const own = relationsIn(quad);
  const row = legendLine("relations", own, t(quad), counts.quads.get(quad) ?? 0, line(quads[quad][tone()]));
  const isOpen = unfolded.has(quad);
  const unfold = () => (isOpen ? unfolded.delete(quad) : unfolded.add(quad), legend());
  const says = { "aria-expanded": String(isOpen), "aria-label": worded("unfold", { name: t(quad) }) };
  row.prepend(make("button", { type: "button", class: "unfold", ...says, "data-key": `unfold ${quad}`, onclick: unfold },
    isOpen ? "▾" : "▸"));
  if (!isOpen) return [row];
  own.sort((a, b) => (counts.relations.get(b) ?? 0) - (counts.relations.get(a) ?? 0) || (a < b ? -1 : 1));
  const within = legendLines("relations", own, counts.relations, () => "");
  return [row, make("div", { class: "within", role: "group", "aria-label": t(quad) }, ...within)];
}

function legendLine(family, leaves, label, number, picture) {
  const key = `${family} ${leaves.join(" ")}`;
  const alone = isAlone(family, leaves);
  const unit = count(number, ...(COUNTED[family] ?? ["statement", "statements"]));
  const click = (event) => change(event.altKey ? singled(family, leaves) : toggled(family, leaves));
  return make("div", { class: "line" },
    make("button", { type: "button", class: "toggle", "aria-pressed": standing(family, leaves), "data-key": key,
      title: `${label}${colon()}${unit}\n${t("hint")}`, onclick: click },
    picture, make("bdi", {}, label), make("span", { class: "n" }, String(number))),
    make("button", { type: "button", class: "only", "data-key": `only ${key}`, "aria-pressed": String(alone),
      "aria-label": worded("only_this", { name: label }), onclick: () => change(singled(family, leaves)) },
    t(alone ? "show_rest" : "only")));
}

function fill(id, rows) {
  // Puts lines into a part of the legend; the focus stays on the line that it was on.
  const box = byId(id);
  const held = box.contains(document.activeElement) ? document.activeElement.dataset.key ?? "" : null;
  box.replaceChildren(...rows);
  if (held === null) return;
  const again = withKey(box, held) ?? box.querySelector("button");
  (again ?? box.closest("details").firstElementChild).focus({ preventScroll: true });
}

function fillPublishers(counts) {
  // The publishers with most statements, those that the reader looks for, and the rest on demand.
  const all = LEAVES.publishers;
  byId("facet_publishers").hidden = all.length < 2;
  const field = byId("find_publisher");
  field.hidden = all.length <= 2 * FEW;
  field.placeholder = t("find_publisher");
  field.setAttribute("aria-label", field.placeholder);
  const wanted = fold(field.value);
  const isFound = (one) => fold(leafLabel("publishers", one)).includes(wanted);
  const found = all.filter(wanted ? isFound : (one) => counts.get(one) || !isShown("publishers", one));
  const [shown, missing] = [shownLeaves("publishers"), missingLeaves("publishers")];
  const rare = new Set(shown.length < missing.length ? shown : missing); // these stay in sight
  const first = found.filter((one, place) => place < publishersListed || (!wanted && rare.has(one)));
  const more = () => ((publishersListed += 4 * FEW), legend());
  const rest = found.length - first.length;
  const moreButton = () =>
    make("button", { type: "button", class: "link", "data-key": "more", onclick: more }, `${t("more")} (${rest})`);
  fill("publishers", [
    ...first.map((one) => legendLine("publishers", [one], leafLabel("publishers", one), counts.get(one) ?? 0, "")),
    ...(found.length ? [] : [make("p", { class: "hint" }, t("nothing"))]),
    ...(rest ? [moreButton()] : []),
  ]);
}

function leastChoice() {
  // How many independent articles must assert a relation, with what would be shown then.
  const weights = [...passing("least").values()].map((said) => said.weight);
  const at = (least) => weights.filter((weight) => weight >= least).length;
  const steps = [...new Set([0, 1, 2, 3, 5, 10, 20, 50, state.least])]
    .filter((least) => at(least) || least === state.least);
  byId("least").replaceChildren(...steps.sort((a, b) => a - b)
    .map((least) => make("option", { value: least }, `${least || t("any_number")} (${at(least)})`)));
  byId("least").value = String(state.least);
}

function limits() {
  // The choice of how many nodes are drawn.
  const numbers = [...new Set([20, 40, starters || 80, 120, 250, 500, 1000, 2000, state.limit])]
    .filter((number) => number < ranked).sort((a, b) => a - b);
  byId("limits").hidden = !numbers.length;
  byId("limit").replaceChildren(...numbers.map((number) => make("option", { value: number }, String(number))),
    make("option", { value: "Infinity" }, t("all")));
  byId("limit").value = String(state.limit);
}

byId("least").addEventListener("change", (event) => change({ least: Number(event.target.value) }));
byId("find_publisher").addEventListener("input", () => ((publishersListed = FEW), legend()));
