// What is visible, and what a selection leaves bright.

const quadOf = (edge) => (edge.quad in quads ? edge.quad : "structural");
const typeOf = (node) => (node.type in types ? node.type : "place");
const statusOf = (edge) => edge.status ?? "asserted";
const off = (group, key) => state.off[group].has(key);

function edgeVisible(edge) {
  const status = statusOf(edge);
  return (state.doubtful || !doubtful.has(status)) && !off("statuses", status) && !off("quads", quadOf(edge)) &&
    !off("types", typeOf(nodes.get(edge.from))) && !off("types", typeOf(nodes.get(edge.to)));
}

function nodeVisible(node) {
  if (off("types", typeOf(node))) return false;
  return state.alone || edgesOf.get(node.id).some(edgeVisible) || isSelected("node", node.id);
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
