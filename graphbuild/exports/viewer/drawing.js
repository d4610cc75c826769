// The drawing: where the nodes stand, and the part of it that is seen.

let network = null;
let drawn = null;
let arrangements = 0; // grows whenever the nodes take other places together
let squeezed = ""; // the camera that fits the drawing beside the panel
const looks = new Map();

const MARGIN = 10;
const stretched = { x: 1, y: 1 }; // how far the layout is stretched for this screen
let home = null; // {position, scale}: the camera that shows the whole
for (const node of data.nodes) node.full = [node.x, node.y];

function arrange() {
  // A large graph has two arrangements: one for the nodes that it opens on, and one for all.
  arrangements += 1;
  const few = isFew();
  Object.assign(stretched, { x: 1, y: 1 });
  for (const node of data.nodes) [node.x, node.y] = putAt(node.id) ?? (few ? node.start : node.full) ?? [];
  adapt();
  settle();
}

const isFew = () => starters > 0 && state.limit <= starters && !state.focus && !state.path;

function broaden(across, down) {
  stretched.x *= across;
  stretched.y *= down;
  for (const node of data.nodes) if (node.x !== undefined) [node.x, node.y] = [node.x * across, node.y * down];
}

function adapt() {
  // Stretches the positions, which are made for wide screens, to the shape of this one.
  const { width, height } = byId("graph").getBoundingClientRect();
  const shown = data.nodes.filter((node) => nodeVisible(node) && node.x !== undefined);
  const spread = (axis) => {
    const places = shown.map((node) => node[axis]);
    return places.reduce((a, b) => Math.max(a, b), -1e9) - places.reduce((a, b) => Math.min(a, b), 1e9) + 60;
  };
  if (shown.length < 2 || !width || !height) return;
  const ratio = (spread("x") / spread("y")) / (width / height);
  if (ratio > 1) broaden(1, Math.min(ratio, 2.6));
  else broaden(Math.min(1 / ratio, 1.5), 1);
}

function settle() {
  // Finds a place near their neighbours for visible nodes that have none.
  const placed = data.nodes.filter((node) => nodeVisible(node) && node.x !== undefined);
  const gap = 40 * unit;
  for (const node of data.nodes) {
    if (node.x !== undefined || !nodeVisible(node)) continue;
    const near = edgesAt(node.id).filter(edgeVisible)
      .flatMap((edge) => [nodes.get(edge.from), nodes.get(edge.to)]).filter((other) => other.x !== undefined);
    const middle = (axis) => near.reduce((sum, other) => sum + other[axis], 0) / near.length;
    const bottom = placed.reduce((low, other) => Math.max(low, other.y), 0);
    const [x, y] = near.length ? [middle("x"), middle("y")] : [0, bottom + 2 * gap];
    const isFree = (a, b) => placed.every((other) => Math.hypot(other.x - a, other.y - b) >= gap);
    for (let turn = 1; node.x === undefined; turn++) {
      const [a, b] = [x + gap * 0.5 * Math.sqrt(turn) * Math.cos(turn * 2.4), y + gap * 0.5 * Math.sqrt(turn) * Math.sin(turn * 2.4)];
      if (isFree(a, b) || turn > 2000) [node.x, node.y] = [a, b];
    }
    placed.push(node);
  }
}

function draw() {
  mix();
  countAll();
  arrange();
  drawn = { nodes: new vis.DataSet(), edges: new vis.DataSet() };
  update();
  network = new vis.Network(byId("graph"), drawn, {
    physics: { enabled: false },
    layout: { improvedLayout: false },
    interaction: { hover: true, tooltipDelay: 200, keyboard: false,
      hideEdgesOnDrag: data.edges.length > 3000, selectConnectedEdges: false },
    nodes: { scaling: { label: { drawThreshold: 1e9 } } }, // names are ours to draw
    edges: { arrowStrikethrough: false, selectionWidth: 0, hoverWidth: 0, chosen: { label: false } },
  });
  for (const held of [network.body.nodes, network.body.edges]) Object.setPrototypeOf(held, null); // so that any id may be theirs
  network.on("click", clicked);
  network.on("doubleClick", clickedTwice);
  network.on("beforeDrawing", drawBlocs);
  network.on("afterDrawing", drawLabels);
  for (const event of ["dragging", "dragEnd"]) {
    network.on(event, ({ nodes: moved }) => {
      for (const [id, place] of Object.entries(network.getPositions(moved))) Object.assign(nodes.get(id) ?? {}, place);
      if (moved.length) planned += 1;
    });
  }
  watch();
  fit(false, true);
  network.once("afterDrawing", () => performance.mark("drawn"));
}

function extent(scale) {
  // What the drawing takes at a scale, in pixels from its origin: nodes, names and tints.
  const tinted = byBloc(nodeVisible);
  const boxes = data.nodes.filter(nodeVisible).map((node) => {
    const tint = tinted.get(node.bloc)?.length > 1 ? patchWidth() / 2 : 0;
    const [x, y, r] = [node.x * scale, node.y * scale, Math.max(radius(node), tint) * scale];
    return { left: x - r, top: y - r, right: x + r, bottom: y + r };
  });
  const side = (key, better) => [...boxes, ...planAt(scale)].reduce((far, box) => better(far, box[key]), boxes[0][key]);
  return { left: side("left", Math.min), top: side("top", Math.min),
    right: side("right", Math.max), bottom: side("bottom", Math.max) };
}

function stretch(across, down) {
  // Stretches the drawing where names have left room beside or below it.
  broaden(Math.min(Math.max(across, 1), 1.5), Math.min(Math.max(down, 1), 2.2));
  planned += 1;
  fit(false);
}

function fit(animated = true, shape = false) {
  // Shows the whole, as large as nodes and names leave room; with ``shape``, makes it fill the screen.
  const shown = data.nodes.filter(nodeVisible);
  if (!network) return;
  if (!shown.length) return update();
  crowd = shown.length;
  const frame = byId("graph").getBoundingClientRect();
  const free = isRoomy() ? uncovered() : frame;
  const tall = (id) => byId(id).getBoundingClientRect().height;
  const above = tall("crumbs"); // the way in and the line of counts stand in the drawing
  const below = free.height === frame.height ? tall("count") + 12 * grain : MARGIN;
  const [wide, high] = [free.width - 2 * MARGIN, free.height - MARGIN - above - below];
  if (wide <= 0 || high <= 0) return whenSized(() => fit(animated, shape));
  let scale = 1;
  let box = null;
  for (let round = 0; round < 20; round++) { // names move with the scale, so it is found by trying
    unit = grain / scale;
    box = extent(scale);
    const factor = Math.min(wide / (box.right - box.left), high / (box.bottom - box.top), (1.6 * grain) / scale);
    if (factor >= 1 && (factor < 1.02 || round > 8)) break;
    scale *= round < 8 ? factor : Math.min(factor, 0.98);
  }
  if (shape) return stretch(wide / (box.right - box.left), high / (box.bottom - box.top));
  update();
  const [right, bottom] = [frame.width - free.width, frame.height - free.height + below - MARGIN];
  const position = { x: (box.left + box.right + right) / 2 / scale, y: (box.top + box.bottom + bottom - above) / 2 / scale };
  home = { position, scale };
  network.moveTo({ ...home, animation: animated && !calm.matches ? { duration: 200 } : false });
  squeezed = byId("panel").hidden ? "" : JSON.stringify(camera());
}

function whenSized(then) {
  // A frame in a hidden tab, or one that is still being laid out, has no room yet.
  const watch = new ResizeObserver(([{ contentRect: { width, height } }]) => {
    if (width <= 2 * MARGIN || height <= 2 * MARGIN + byId("count").offsetHeight) return;
    watch.disconnect();
    then();
  });
  watch.observe(byId("graph"));
}

function update() {
  // Tells the drawing what has changed; what is not visible is not in it.
  planned += 1;
  const bright = lit();
  const bends = curves([...view().drawn]);
  atOnce(() => {
    replace(drawn.nodes, data.nodes.filter(nodeVisible).map((node) => nodeLook(node, bright)));
    replace(drawn.edges, [...view().drawn].map((edge) => ({ ...edgeLook(edge, bright), ...bends.get(edge) })));
  });
}

function atOnce(change) {
  // vis draws everything again after each change to a data set: here it waits for all of them.
  network?.body.emitter.emit("_blockRedraw");
  change();
  network?.body.emitter.emit("_allowRedraw");
}

function replace(set, wanted) {
  // Makes a data set hold just these looks, touching only those that differ.
  const ids = new Set(wanted.map(({ id }) => id));
  const gone = set.getIds().filter((id) => !ids.has(id));
  if (gone.length) set.remove(gone);
  for (const id of gone) looks.delete(`${set === drawn.nodes} ${id}`);
  const changed = wanted.filter((look) => {
    const [key, text] = [`${set === drawn.nodes} ${look.id}`, JSON.stringify(look)];
    if (looks.get(key) === text) return false;
    looks.set(key, text);
    return true;
  });
  if (changed.length) set.update(changed);
}

function curves(list) {
  // Edge → how it bends, so that no two edges between the same nodes are drawn on each other.
  const pairs = new Map();
  for (const edge of list) {
    const pair = JSON.stringify([edge.from, edge.to].sort());
    pairs.set(pair, [...(pairs.get(pair) ?? []), edge]);
  }
  const found = new Map();
  for (const group of pairs.values()) {
    group.sort((a, b) => (a.id < b.id ? -1 : 1));
    group.forEach((edge, number) => found.set(edge, bend(edge, number, group.length)));
  }
  return found;
}

function bend(edge, number, all) {
  // They fan out around the straight line; those of a node with itself lie in each other.
  if (edge.from === edge.to) return { selfReference: { size: (18 + 6 * number) * unit * thin() * 0.7, angle: number * 1.1 } };
  const turn = (number - (all - 1) / 2) * Math.min(0.22, 1.4 / all) * (edge.from < edge.to ? 1 : -1);
  const type = turn > 0 ? "curvedCW" : "curvedCCW";
  return { smooth: turn ? { enabled: true, type, roundness: Math.abs(turn) } : { enabled: false } };
}

function redraw() {
  if (!drawn) return;
  settle();
  update();
  network?.redraw();
}

function countAll() {
  const part = limited();
  const open = () => limit(Infinity);
  byId("count").replaceChildren(part ? `${worded(state.focus ? "top_around" : "top", { n: part.shown, all: part.all })} · ` : "", counted(),
    part ? " — " : "", part ? make("button", { type: "button", class: "link", onclick: open }, t("show_all")) : "");
}
