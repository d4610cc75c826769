// The data of the page, and all that the reader can change.

const byId = (id) => document.getElementById(id);
const data = JSON.parse(byId("data").textContent);
data.edges.forEach((edge, number) => (edge.id ??= `edge ${number}`));
data.statements.forEach((statement, number) => (statement.number = number));
const nodes = new Map(data.nodes.map((node) => [node.id, node]));
const owners = new Map(Object.entries(data.owners ?? {}).filter(([id, owner]) => nodes.has(id) && nodes.has(owner)));
const { quads, types, dashes, statuses } = data.palette;
for (const table of [quads, types, dashes, data.articles, ...Object.values(data.strings)]) {
  Object.setPrototypeOf(table, null); // a thing that is called "constructor" is not in them
}
const doubtful = new Set(data.palette.hidden);
const systemDark = matchMedia("(prefers-color-scheme: dark)");
const narrow = matchMedia("(max-width: 56.25em)");
const forced = matchMedia("(forced-colors: active)");
const sharp = matchMedia("(prefers-contrast: more)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");

const starters = data.nodes.filter((node) => node.start).length; // what a large graph opens on; 0 in a small one
const ranked = data.nodes.filter((node) => node.rank !== undefined).length;
const opening = () => (narrow.matches && ranked > 90 ? (Math.min(innerWidth, innerHeight) < 480 ? 20 : 40) : starters || Infinity);

const initial = () => ({
  lang: data.lang,
  theme: "", // "light" or "dark" once the reader has chosen
  off: { quads: new Set(), relations: new Set(), statuses: new Set(), types: new Set(), publishers: new Set() },
  doubtful: false, // whether what is only hypothetical or denied is shown
  alone: false, // whether entities without a shown relation are
  labels: data.edges.length <= 15, // whether relations are named in the drawing
  contested: false, // whether only relations that others deny or contradict are shown
  least: 0, // independent articles that must assert an edge
  range: null, // [first day, last day] of what is said
  undated: false, // whether a range leaves in what has no date
  rolled: false, // whether officials and places are drawn together in their country
  focus: null, // {id, hops, from}: only what lies around a node; from: the focus before, where there was one
  path: null, // [id, id]: only the shortest ways between two nodes
  ties: true, // whether such a way may lead over structural relations
  selected: null, // {kind: "edge" | "node", id, statement}, or {kind: "dyad" | "path", ids}; statement: a number, or none
  camera: null, // {x, y, wide, high}: the part that is looked at, in lengths of the layout; null for the whole
  moved: new Map(), // node → [x, y, 1 in the arrangement of few or 0] where the reader has put it, in lengths of the layout
  table: false, // whether the table is open
  limit: opening(), // so many of the most connected nodes are drawn
  order: "certainty", // in which sentences are listed
  cite: "text", // the form of citations
  extra: new Set(), // and these, which the reader asked for
});

const state = initial();

const night = () => (state.theme && !forced.matches ? state.theme === "dark" : systemDark.matches);
const tone = () => (night() ? 1 : 0);
