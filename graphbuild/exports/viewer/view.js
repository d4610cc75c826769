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
  relations: (edge) => !isOff("relations", edge.relation),
  types: (edge) => [edge.from, edge.to].every((id) => !isOff("types", typeOf(nodes.get(id)))),
  corrections: (edge) => !isGone(edge),
};

function sift(except = "") {
  // Edge → what its passing statements say, for the edges that the filters let through; one filter may be left out.
  const tests = (all) => Object.entries(all).filter(([name]) => name !== except).map(([, test]) => test);
  const [ofStatement, ofEdge] = [tests(statementTests), tests(edgeTests)];
  const found = new Map();
  for (const edge of whole().list) {
    if (!ofEdge.every((test) => test(edge))) continue;
    const now = present(edge, ofStatement);
    if (!now || now.weight < state.least || (!state.doubtful && doubtful.has(now.status))) continue;
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
  // Graphs of other makers have edges without statements: they are taken for one with the edge's own status and dates.
  const { status = "asserted", weight = 0, articles = 0, dates = null, counts = {} } = edge;
  const alike = { article: "", modality: status, denied: status === "denied", date: dates };
  return tests.every((test) => test(alike)) ? { numbers: [], status, weight, articles, dates, counts } : null;
}

let memo = null;

function view() {
  // {now: edge → what it says, drawn: the edges in the drawing, touched: the nodes at their ends}
  if (memo) return memo;
  const now = sift();
  const inside = reach(now);
  const drawn = new Set([...now.keys()].filter((edge) => inside(edge.from) && inside(edge.to)));
  const chosen = state.selected?.kind === "edge" && edgeOf(state.selected.id);
  if (chosen && !isGone(chosen)) drawn.add(chosen); // also one that filters hide
  return (memo = { now, inside, drawn, touched: new Set([...drawn].flatMap((edge) => [edge.from, edge.to])) });
}

function reach(now) {
  // Whether a node belongs to the part that is drawn: around the focus, on the paths, or among the most connected.
  const part = state.path ? new Set(ways(...state.path, now).flat()) : state.focus ? around(state.focus, now) : null;
  if (part) return (id) => part.has(id);
  return (id) => state.limit === Infinity || nodes.get(id).rank < state.limit || state.extra.has(id);
}

function neighbours(now) {
  // Node → the nodes that a passing edge joins it to.
  const found = new Map();
  const join = (a, b) => found.set(a, (found.get(a) ?? new Set()).add(b));
  for (const { from, to } of now.keys()) if (from !== to) (join(from, to), join(to, from));
  return found;
}

function around({ id, hops }, now) {
  // The nodes within so many steps of a node.
  const next = neighbours(now);
  const found = new Set([id]);
  for (let step = 0; step < hops; step++) for (const near of [...found]) for (const far of next.get(near) ?? []) found.add(far);
  return found;
}

function ways(from, to, now, most = 20) {
  // The shortest paths between two nodes, each as a list of nodes; [] where there is none.
  const next = neighbours(now);
  const before = new Map([[from, []]]); // node → those from which it is reached first
  for (let ends = [from]; ends.length && !before.has(to);) {
    const fresh = new Map();
    for (const near of ends) for (const far of next.get(near) ?? []) {
      if (!before.has(far)) fresh.set(far, [...(fresh.get(far) ?? []), near]);
    }
    for (const [far, nears] of fresh) before.set(far, nears.sort());
    ends = [...fresh.keys()];
  }
  const found = [];
  if (from === to || !before.has(to)) return found;
  for (const path of pathsBack(to, before)) {
    if (found.push(path) === most) break;
  }
  return found;
}

function* pathsBack(id, before) {
  if (!before.get(id).length) yield [id];
  for (const near of before.get(id)) for (const path of pathsBack(near, before)) yield [...path, id];
}

const edgeVisible = (edge) => view().drawn.has(edge);

function nodeVisible(node) {
  if (isOff("types", typeOf(node)) || isAway(node.id)) return false;
  return view().touched.has(node.id) || (state.alone && view().inside(node.id)) || isSelected("node", node.id);
}

function nowOf(edge) {
  // What an edge says now; of one that filters hide, what it says at all.
  return view().now.get(edge) ?? present(edge, [statementTests.corrections]) ?? present(edge, []);
}

const byWeight = (a, b) => nowOf(b).weight - nowOf(a).weight || (a.id < b.id ? -1 : 1);

function admit(ids) {
  // Draws nodes that the limit leaves out; one that would stand alone brings those it is most related to.
  const missing = ids.filter((id) => !view().inside(id));
  if (!missing.length) return;
  if (state.focus || state.path) Object.assign(state, { focus: null, path: null });
  for (const id of missing) state.extra.add(id);
  memo = null;
  for (const id of missing) {
    const own = edgesAt(id).filter((edge) => view().now.has(edge)).sort(byWeight);
    if (own.some(edgeVisible)) continue;
    for (const { from, to } of own.slice(0, 8)) for (const end of [from, to]) if (!view().inside(end)) state.extra.add(end);
    memo = null;
  }
}

function limited() {
  // How many connected nodes are drawn, of how many that filters allow; null when all are.
  const all = new Set([...view().now.keys()].flatMap((edge) => [edge.from, edge.to]));
  return view().touched.size < all.size ? { shown: view().touched.size, all: all.size } : null;
}

function lit() {
  // The nodes and edges that a selection leaves bright; null when all are.
  if (!state.selected) return null;
  const { kind, id } = state.selected;
  const chosen = kind === "edge" ? [edgeOf(id)] : edgesAt(id).filter(edgeVisible);
  const ends = chosen.flatMap((edge) => [edge.from, edge.to]);
  return { edges: new Set(chosen.map((edge) => edge.id)), nodes: new Set(kind === "node" ? [id, ...ends] : ends) };
}
