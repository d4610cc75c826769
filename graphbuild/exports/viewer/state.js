// The data of the page, and all that the reader can change.

const byId = (id) => document.getElementById(id);
const data = JSON.parse(byId("data").textContent);
const nodes = new Map(data.nodes.map((node) => [node.id, node]));
const edges = new Map(data.edges.map((edge, i) => [(edge.id ??= `edge ${i}`), edge]));
const edgesOf = new Map(data.nodes.map((node) => [node.id, []]));
for (const edge of edges.values()) {
  edgesOf.get(edge.from).push(edge);
  if (edge.to !== edge.from) edgesOf.get(edge.to).push(edge);
}
const { quads, types, dashes, statuses } = data.palette;
const doubtful = new Set(data.palette.hidden);
const dark = matchMedia("(prefers-color-scheme: dark)");
const narrow = matchMedia("(max-width: 760px)");

const starters = data.nodes.filter((node) => node.start).length; // what a large graph opens on; 0 in a small one
const ranked = data.nodes.filter((node) => node.rank !== undefined).length;
const opening = () => (narrow.matches && ranked > 90 ? 60 : starters || Infinity);

const state = {
  lang: data.lang,
  off: { quads: new Set(), statuses: new Set(), types: new Set() },
  doubtful: false,
  alone: false,
  labels: edges.size <= 15,
  selected: null, // {kind: "edge" | "node", id}
  limit: opening(), // so many of the most connected nodes are drawn
  extra: new Set(), // and these, which the reader asked for
};
