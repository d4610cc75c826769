// The keyboard in the drawing: the reader stands on a node, or on one of its relations, and walks from there.

const place = { node: null, edge: null };
const AHEAD = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

const KEYS = [
  { keys: Object.keys(AHEAD), shown: "← ↑ → ↓", does: "key_walk", act: (key) => standOn(towards(AHEAD[key])) },
  { keys: ["e", "E"], shown: "E  Shift+E", does: "key_relation", act: (key) => stepRelation(key === "e" ? 1 : -1) },
  { keys: ["g"], shown: "G", does: "key_cross", act: () => standOn(otherEnd()) },
  { keys: ["PageDown", "PageUp"], shown: "Page↓ Page↑", does: "key_next", act: (key) => standOn(nextBest(key === "PageDown" ? 1 : -1)) },
  { keys: ["Home"], shown: "Home", does: "key_first", act: () => standOn(byImportance()[0]) },
  { keys: ["Enter"], shown: "Enter", does: "key_evidence", act: () => openPlace() },
  { keys: ["f"], shown: "F", does: "key_focus", act: () => widen() },
  { keys: ["+", "="], shown: "+", does: "zoom_in", anywhere: true, act: () => byId("zoom_in").click() },
  { keys: ["-", "−"], shown: "−", does: "zoom_out", anywhere: true, act: () => byId("zoom_out").click() },
  { keys: ["0"], shown: "0", does: "fit", anywhere: true, act: () => fit() },
  { keys: [], shown: "/", does: "search" }, // this one and the next are of the whole page, not only of the drawing
  { keys: [], shown: "Esc", does: "key_back" },
  { keys: ["?"], shown: "?", does: "keys", anywhere: true, act: () => showKeys() },
];

const byImportance = () => data.nodes.filter(nodeVisible).sort(byRank).map(({ id }) => id);
const relationsHere = () => edgesAt(place.node).filter(edgeVisible).sort(byWeight);

function towards([across, down]) {
  // The neighbour that lies best in a direction, at most 60 degrees aside of it.
  const from = nodes.get(place.node);
  let best = { cost: Infinity };
  for (const id of new Set(relationsHere().flatMap((edge) => [edge.from, edge.to]))) {
    const [x, y] = [nodes.get(id).x - from.x, nodes.get(id).y - from.y];
    const [ahead, aside] = [x * across + y * down, Math.abs(x * down) + Math.abs(y * across)];
    const cost = ahead + 2 * aside;
    if (ahead > 0 && aside < 1.75 * ahead && cost < best.cost) best = { id, cost };
  }
  return best.id;
}

function otherEnd() {
  const edge = edgeOf(place.edge);
  return edge && (edge.from === place.node ? edge.to : edge.from);
}

function nextBest(step) {
  const ids = byImportance();
  return ids[(ids.indexOf(place.node) + step + ids.length) % ids.length];
}

function standOn(id) {
  if (id === undefined) return say(t("key_nothing"));
  Object.assign(place, { node: id, edge: null });
  inSight(id);
  say(aboutNode(id));
}

function stepRelation(step) {
  const list = relationsHere();
  if (!list.length) return say(t("key_nothing"));
  const at = list.findIndex(({ id }) => id === place.edge);
  place.edge = list[at < 0 ? (step > 0 ? 0 : list.length - 1) : (at + step + list.length) % list.length].id;
  inSight(otherEnd());
  say(aboutEdge(edgeOf(place.edge)));
}

function aboutNode(id) {
  const own = edgesAt(id).filter(edgeVisible).length;
  return [nameOf(id), t(typeOf(nodes.get(id))), count(own, "relation", "relations_many")].join(", ");
}

function aboutEdge(edge) {
  const { status, articles } = nowOf(edge);
  return [`${nameOf(edge.from)} ${name(edge)} ${nameOf(edge.to)}`, t(status), count(articles, "article", "articles")].join(", ");
}

function say(text) {
  // What a screen reader says; the same text twice is said twice.
  byId("spoken").textContent = byId("spoken").textContent === text ? `${text}\u00a0` : text;
  network.redraw();
}

function inSight(id) {
  // Moves the view where a node would be out of it, or under the panel.
  const { x, y } = network.canvasToDOM(nodes.get(id));
  const [frame, free] = [byId("graph").getBoundingClientRect(), uncovered()];
  if (x > 30 && x < free.width - 30 && y > 30 && y < free.height - 30) return;
  network.moveTo({ position: nodes.get(id), animation: false,
    offset: { x: (free.width - frame.width) / 2, y: (free.height - frame.height) / 2 } });
}

function openPlace() {
  if (place.node === null) return;
  select(place.edge ? "edge" : "node", place.edge ?? place.node);
  byId("panel").focus();
}

function widen() {
  // Draws only what lies around the node: one step, then two, then three.
  focusOn(place.node, state.focus?.id === place.node ? (state.focus.hops % 3) + 1 : 1);
}

function keepPlace() {
  // The reader stands on what is selected; on nothing once it is no longer drawn.
  takeKeys();
  const { kind, id } = state.selected ?? {};
  if (kind === "node") Object.assign(place, { node: id, edge: null });
  if (kind === "edge" && place.edge !== id) {
    const { from, to } = edgeOf(id);
    Object.assign(place, { node: place.node === to ? to : from, edge: id });
  }
  if (place.edge !== null && !view().drawn.has(edgeOf(place.edge))) place.edge = null;
  if (place.node !== null && !nodeVisible(nodes.get(place.node))) Object.assign(place, { node: null, edge: null });
}

let taken = false;

function takeKeys() {
  // vis makes its own frame a stop of the Tab key: the drawing is one already.
  if (taken || !network) return;
  taken = true;
  byId("graph").querySelector(".vis-network").removeAttribute("tabindex");
  network.on("beforeDrawing", drawTrack);
  network.on("afterDrawing", drawRing);
}

const isSeen = () => byId("graph").matches(":focus-visible");

function drawTrack(context) {
  // A light under the relation that the reader stands on.
  const edge = place.edge !== null && isSeen() && network.body.edges[place.edge]?.edgeType;
  if (!edge) return;
  context.save();
  Object.assign(context, { strokeStyle: tones.accent, lineWidth: 9 * unit, lineCap: "round", globalAlpha: 0.45 });
  context.beginPath();
  for (let part = 0; part <= 24; part++) {
    const { x, y } = edge.getPoint(part / 24);
    context.lineTo(x, y);
  }
  context.stroke();
  context.restore();
}

function drawRing(context) {
  // A ring around the node that the reader stands on, in two colours: one of them differs from any ground.
  if (place.node === null || !isSeen()) return;
  const node = nodes.get(place.node);
  context.save();
  for (const [colour, wide] of [[tones.paper, 7], [tones.accent, 3]]) {
    Object.assign(context, { strokeStyle: colour, lineWidth: wide * unit });
    context.beginPath();
    context.arc(node.x, node.y, radius(node) + 5 * unit, 0, 2 * Math.PI);
    context.stroke();
  }
  context.restore();
}

function showKeys() {
  // All keys, and what fingers do.
  const rows = KEYS.map(({ shown, does }) => make("tr", {},
    make("th", { scope: "row" }, ...shown.split(" ").filter(Boolean).map((key) => make("kbd", {}, t(key)))), make("td", {}, t(does))));
  sheet(t("keys"), make("p", {}, t("keys_where")), make("table", {}, make("tbody", {}, ...rows)),
    make("p", {}, t("keys_touch"))).id = "help";
}

function steer(event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const found = KEYS.find(({ keys }) => keys.includes(event.key));
  if (!found || !network) return;
  event.preventDefault();
  if (place.node === null && !found.anywhere) standOn(byImportance()[0]);
  else found.act(event.key);
}

byId("graph").addEventListener("keydown", steer);
byId("graph").addEventListener("focus", () => {
  if (network && isSeen() && place.node === null && byImportance().length) standOn(byImportance()[0]);
  network?.redraw();
});
byId("graph").addEventListener("blur", () => network?.redraw());
document.body.addEventListener("keydown", (event) => {
  if (event.key === "?" && event.target === document.body && !document.querySelector("dialog")) showKeys();
});
byId("help_open").hidden = false;
byId("help_open").addEventListener("click", showKeys);
