// What is visible, and what a selection leaves bright.

const quadOf = (edge) => (edge.quad in quads ? edge.quad : "structural");
const typeOf = (node) => (node.type in types ? node.type : "place");
const statusOf = (edge) => edge.status ?? "asserted";
const off = (group, key) => state.off[group].has(key);

function edgeAllowed(edge) {
  // Whether no filter hides it.
  const status = statusOf(edge);
  return (state.doubtful || !doubtful.has(status)) && !off("statuses", status) && !off("quads", quadOf(edge)) &&
    !off("types", typeOf(nodes.get(edge.from))) && !off("types", typeOf(nodes.get(edge.to)));
}

function within(id) {
  // Whether it is among the most connected nodes that are drawn, or was asked for.
  return state.limit === Infinity || nodes.get(id).rank < state.limit || state.extra.has(id);
}

const edgeVisible = (edge) => edgeAllowed(edge) && within(edge.from) && within(edge.to);

function nodeVisible(node) {
  if (off("types", typeOf(node))) return false;
  return (state.alone && within(node.id)) || edgesOf.get(node.id).some(edgeVisible) || isSelected("node", node.id);
}

function admit(ids) {
  // Draws nodes that the limit leaves out; one that would stand alone brings those it is most related to.
  for (const id of ids) if (!within(id)) state.extra.add(id);
  for (const id of ids) {
    const own = edgesOf.get(id).filter(edgeAllowed);
    if (own.some(edgeVisible)) continue;
    own.sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0));
    for (const edge of own.slice(0, 8)) for (const end of [edge.from, edge.to]) if (!within(end)) state.extra.add(end);
  }
}

function limited() {
  // How many connected nodes the limit leaves, of how many that filters allow; null when it leaves all.
  const all = data.nodes.filter((node) => edgesOf.get(node.id).some(edgeAllowed));
  const shown = all.filter((node) => edgesOf.get(node.id).some(edgeVisible));
  return shown.length < all.length ? { shown: shown.length, all: all.length } : null;
}

const isSelected = (kind, id) => state.selected?.kind === kind && state.selected.id === id;

function lit() {
  // The nodes and edges that a selection leaves bright; null when all are.
  if (!state.selected) return null;
  const { kind, id } = state.selected;
  const chosen = kind === "edge" ? [edges.get(id)] : edgesOf.get(id).filter(edgeVisible);
  const ends = chosen.flatMap((edge) => [edge.from, edge.to]);
  return { edges: new Set(chosen.map((edge) => edge.id)), nodes: new Set(kind === "node" ? [id, ...ends] : ends) };
}
