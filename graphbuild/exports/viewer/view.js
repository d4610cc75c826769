// What is visible: a function of the data and of what the reader has chosen, worked out once for each change.

const isOff = (group, key) => state.off[group].has(key);
const isSelected = (kind, id) => state.selected?.kind === kind && state.selected.id === id;

const statementTests = {
  statuses: (statement) => !isOff("statuses", statusOf(statement)),
  publishers: (statement) => !isOff("publishers", publisherOf(statement)),
  range: (statement) => {
    const days = state.range && daysOf(statement);
    return !state.range || (days ? within(days, state.range) : state.undated);
  },
  corrections: (statement) => !isRejected(statement),
};
const edgeTests = {
  quads: (edge) => !isOff("quads", quadOf(edge)),
  relations: (edge) => !isOff("relations", relationOf(edge)),
  types: (edge) => [edge.from, edge.to].every((id) => !isOff("types", typeOf(nodes.get(id)))),
  corrections: (edge) => !isGone(edge),
};

function sift(...except) {
  // Edge → what its passing statements say, for the edges that the filters let through; some filters may be left out.
  const least = except.includes("least") ? 0 : state.least;
  const tests = (all) => Object.entries(all).filter(([name]) => !except.includes(name)).map(([, test]) => test);
  const [ofStatement, ofEdge] = [tests(statementTests), tests(edgeTests)];
  const found = new Map();
  for (const edge of whole().list) {
    if (!ofEdge.every((test) => test(edge))) continue;
    const now = present(edge, ofStatement);
    if (!now || now.weight < least || (!state.doubtful && doubtful.has(now.status))) continue;
    found.set(edge, now);
  }
  return state.contested ? new Map([...found].filter(([edge]) => isContested(edge, found))) : found;
}

function present(edge, tests) {
  // What an edge says now; null where none of its statements passes.
  const all = edge.evidence ?? [];
  if (!all.length) return withoutEvidence(edge, tests);
  const numbers = all.filter((number) => tests.every((test) => test(data.statements[number])));
  return numbers.length ? { numbers, ...gathered(numbers) } : null;
}

function withoutEvidence(edge, tests) {
  const { status = "asserted", weight = 0, articles = 0, dates = null, counts = {} } = edge;
  return tests.every((test) => test(standIn(edge))) ? { numbers: [], status, weight, articles, dates, counts } : null;
}

let memo = null;

function view() {
  // {now: edge → what it says, part: what the reader has gone into, inside: whether it holds a node,
  // drawn: the edges in the drawing, touched: the nodes at their ends}
  if (memo) return memo;
  const now = sift();
  const part = reach(now);
  const drawn = new Set([...now.keys()].filter((edge) => isWithin(part, edge)));
  const chosen = state.selected?.kind === "edge" && edgeOf(state.selected.id);
  if (chosen && !isGone(chosen)) drawn.add(chosen); // also one that filters hide
  const touched = new Set([...part.always, ...[...drawn].flatMap((edge) => [edge.from, edge.to])]);
  return (memo = { now, part, inside: part.node, drawn, touched });
}

function reach(now) {
  // The part that is drawn: the ways between two nodes, what is around one, or the most connected.
  if (state.path) return onWays(now);
  if (state.focus) return nearFocus(now);
  return { node: isForemost, edge: () => true, always: [] };
}

const isWithin = (part, edge) => part.node(edge.from) && part.node(edge.to) && part.edge(edge);
const isForemost = (id) => state.limit === Infinity || nodes.get(id).rank < state.limit || state.extra.has(id);

function neighbours(now) {
  // Node → the nodes that a passing edge joins it to → how many independent articles assert it.
  const found = new Map();
  const join = (a, b, weight) => {
    if (!found.has(a)) found.set(a, new Map());
    found.get(a).set(b, (found.get(a).get(b) ?? 0) + weight);
  };
  for (const [{ from, to }, { weight }] of now) if (from !== to) (join(from, to, weight), join(to, from, weight));
  return found;
}

const edgeVisible = (edge) => view().drawn.has(edge);

function nodeVisible(node) {
  // Also one whose type is hidden, where it is chosen or at an end of what is.
  if (isAway(node.id)) return false;
  if (view().touched.has(node.id) || isSelected("node", node.id)) return true;
  return state.alone && !isOff("types", typeOf(node)) && view().inside(node.id);
}

function nowOf(edge) {
  // What an edge says now; of one that filters hide, what it says at all.
  return view().now.get(edge) ?? present(edge, [statementTests.corrections]) ?? present(edge, []);
}

const byRank = (a, b) => (a.rank ?? 1e9) - (b.rank ?? 1e9) || (a.id < b.id ? -1 : 1);
const byWeight = (a, b) => nowOf(b).weight - nowOf(a).weight || (a.id < b.id ? -1 : 1);

function admitted(ids) {
  // The change that draws nodes which are left out: to the whole with these added, unless they are around the focus.
  // One that would stand alone brings those it is most related to.
  const { now, part } = view();
  if (ids.every(part.node)) return {};
  const extra = new Set([...state.extra, ...ids.filter((id) => !isForemost(id))]);
  if (part.near && ids.every(part.near)) return { extra };
  const isIn = (id) => isForemost(id) || extra.has(id);
  for (const id of ids.filter((id) => !isForemost(id))) {
    const own = edgesAt(id).filter((edge) => now.has(edge)).sort(byWeight);
    if (own.some(({ from, to }) => from !== to && isIn(from) && isIn(to))) continue;
    for (const { from, to } of own.slice(0, 8)) extra.add(from).add(to);
  }
  return { extra, focus: null, path: null };
}

function limited() {
  // How many connected nodes are drawn, of how many that filters allow around the focus or at all; null when all are.
  const { now, part, touched } = view();
  if (state.path) return null;
  const all = part.all ?? new Set([...now.keys()].flatMap((edge) => [edge.from, edge.to])).size;
  return touched.size < all ? { shown: touched.size, all } : null;
}

function lit() {
  // The nodes and edges that a selection leaves bright; null when all are.
  if (!state.selected || state.selected.kind === "path") return null;
  const { kind, id, ids } = state.selected;
  const chosen = { edge: () => [edgeOf(id)], node: () => edgesAt(id), dyad: () => edgesBetween(...ids) }[kind]().filter(edgeVisible);
  const ends = chosen.flatMap((edge) => [edge.from, edge.to]);
  return { edges: new Set(chosen.map((edge) => edge.id)), nodes: new Set([...endsOf(state.selected), ...ends]) };
}

function endsOf({ kind, id, ids }) {
  // The nodes that a selection is about.
  return ids ?? (kind === "node" ? [id] : [edgeOf(id).from, edgeOf(id).to]);
}
