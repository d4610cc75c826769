// The families of filters: what can be told apart, how much of it is shown, and what hides or singles it out.

const sampleOf = new Map(data.edges.map((edge) => [relationOf(edge), edge])); // relation → an edge that has it
const quadOfRelation = new Map([...sampleOf].map(([relation, edge]) => [relation, quadOf(edge)]));
const relationsIn = (quad) => [...quadOfRelation].filter(([, its]) => its === quad).map(([relation]) => relation);

const publisherTotals = tally(plainEdges.list.flatMap((edge) => saidBy(edge.evidence ?? [], edge)), publisherOf);
const byTotal = (a, b) => publisherTotals.get(b) - publisherTotals.get(a) || (a < b ? -1 : 1);

const LEAVES = { // what the filters of a family tell apart; a quad class stands for its relations
  relations: [...quadOfRelation.keys()],
  statuses,
  types: Object.keys(types),
  publishers: [...publisherTotals.keys()].sort(byTotal),
};

function saidBy(numbers, edge) {
  // The statements with these numbers, or what stands for an edge without any.
  return numbers.length ? numbers.map((number) => data.statements[number]) : [standIn(edge)];
}

const isShown = (family, leaf) =>
  !isOff(family, leaf) && !(family === "relations" && isOff("quads", quadOfRelation.get(leaf)));
const shownLeaves = (family) => LEAVES[family].filter((leaf) => isShown(family, leaf));
const missingLeaves = (family) => LEAVES[family].filter((leaf) => !isShown(family, leaf));

function showing(family, leaves) {
  // The change after which just these leaves of a family are shown; a quad class without any is hidden as a whole.
  const hidden = LEAVES[family].filter((leaf) => !leaves.includes(leaf));
  if (family !== "relations") return { off: { ...state.off, [family]: new Set(hidden) } };
  const empty = wholeQuads(hidden);
  const rest = hidden.filter((relation) => !empty.includes(quadOfRelation.get(relation)));
  return { off: { ...state.off, quads: new Set(empty), relations: new Set(rest) } };
}

function wholeQuads(relations) {
  // The quad classes all of whose relations are among these.
  return Object.keys(quads).filter((quad) => {
    const own = relationsIn(quad);
    return own.length && own.every((relation) => relations.includes(relation));
  });
}

function standing(family, leaves) {
  // Whether a line that stands for these leaves is shown: "true", "false" or "mixed".
  const shown = leaves.filter((leaf) => isShown(family, leaf)).length;
  return shown === leaves.length ? "true" : shown ? "mixed" : "false";
}

function toggled(family, leaves) {
  const rest = shownLeaves(family).filter((leaf) => !leaves.includes(leaf));
  return showing(family, standing(family, leaves) === "true" ? rest : [...rest, ...leaves]);
}

function isAlone(family, leaves) {
  const shown = shownLeaves(family);
  return standing(family, leaves) === "true" && shown.length === leaves.length && leaves.length < LEAVES[family].length;
}

const singled = (family, leaves) => showing(family, isAlone(family, leaves) ? LEAVES[family] : leaves);

function passing(...except) {
  // Edge → what it says, under all filters but these, around the focus or on the paths where there are such.
  const idle = except.every((name) => (name in state.off ? !state.off[name].size : !state[name]));
  const now = idle ? view().now : sift(...except);
  if (!state.focus && !state.path) return now;
  const part = reach(now);
  return new Map([...now].filter(([edge]) => isWithin(part, edge)));
}

const statementsOf = (now) => [...now].flatMap(([, said]) => saidBy(said.numbers, said));
const touchedBy = (now) => [...new Set([...now.keys()].flatMap(({ from, to }) => [from, to]))].map((id) => nodes.get(id));

function facetCounts() {
  // Family → leaf → how much it stands for, if its own family hid nothing: relations, entities, or statements.
  const edges = passing("quads", "relations");
  return {
    quads: tally(edges.keys(), quadOf),
    relations: tally(edges.keys(), relationOf),
    statuses: tally(statementsOf(passing("statuses")), statusOf),
    types: tally(touchedBy(passing("types")), typeOf),
    publishers: tally(statementsOf(passing("publishers")), publisherOf),
  };
}

function leafLabel(family, leaf) {
  if (family === "relations") return short(name(sampleOf.get(leaf)) || leaf, 60);
  return family === "publishers" ? leaf || t("unknown_publisher") : t(leaf);
}
