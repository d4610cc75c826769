// The drawing: looks of nodes and edges, and the view on them.

const css = (variable) => getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
const FONT = "system-ui, 'Segoe UI', Roboto, sans-serif";

function nodeLook(node, bright) {
  const [light, night, shape] = types[typeOf(node)];
  const colour = dark.matches ? night : light;
  const chosen = isSelected("node", node.id);
  const faint = bright && !bright.nodes.has(node.id);
  return {
    id: node.id, x: node.x, y: node.y, size: node.size, shape: node.shape ?? shape, hidden: !nodeVisible(node),
    label: short(name(node)) || "?", title: `${short(name(node), 200)}\n${t(typeOf(node))}`,
    opacity: faint ? 0.2 : 1, borderWidth: chosen ? 4 : 1.5, borderWidthSelected: 4,
    color: { background: colour, border: chosen ? css("--trigger") : css("--paper"),
      highlight: { background: colour, border: css("--accent") },
      hover: { background: colour, border: css("--accent") } },
    font: { size: (node.size > 20 ? 16 : 14) * scale, face: FONT, color: faint ? css("--line") : css("--ink"),
      strokeWidth: 4, strokeColor: css("--paper"), vadjust: -2 },
  };
}

function edgeLook(edge, bright) {
  const colour = quads[quadOf(edge)][dark.matches ? 1 : 0];
  const chosen = isSelected("edge", edge.id);
  const faint = bright && !bright.edges.has(edge.id);
  const named = bright ? !faint : state.labels;
  const { id, from, to, smooth, selfReference } = edge;
  return {
    id, from, to, smooth, selfReference, hidden: !edgeVisible(edge) && !chosen,
    label: named ? short(name(edge), 28) : " ", // vis keeps the old label when given an empty one
    title: tip(edge),
    dashes: dashes[statusOf(edge)] ?? false, width: (edge.width ?? 1.4) + (chosen ? 2 : 0),
    arrows: { to: { enabled: Boolean(edge.arrows), scaleFactor: 0.55 } },
    color: { color: colour, highlight: colour, hover: colour, opacity: faint ? 0.12 : chosen ? 1 : 0.85 },
    font: { size: 12, face: FONT, color: css("--faint"), strokeWidth: 3, strokeColor: css("--paper"), align: "middle" },
  };
}

function tip(edge) {
  const parts = [nameOf(edge.from), name(edge), nameOf(edge.to)].map((part) => short(part, 80));
  return `${parts[0]} – ${parts[1]}${edge.arrows ? " → " : " – "}${parts[2]}\n${t(statusOf(edge))}`;
}

let network = null;
let drawn = null;
let scale = 1; // of the words: larger where the whole graph has to be drawn small

function adapt() {
  // Stretches the positions, which are made for wide screens, to the shape of this one; draws nothing nearer.
  const { width, height } = byId("graph").getBoundingClientRect();
  const shown = data.nodes.filter(nodeVisible);
  const spread = (axis) => {
    const places = shown.map((node) => node[axis]);
    return places.reduce((a, b) => Math.max(a, b), 0) - places.reduce((a, b) => Math.min(a, b), 0) + 160;
  };
  const ratio = (spread("x") / spread("y")) / (width / height);
  for (const node of data.nodes) {
    if (ratio > 1) node.y *= Math.min(ratio, 2.4);
    else node.x *= Math.min(1 / ratio, 1.4);
  }
  scale = Math.min(1.4, Math.max(1, Math.max(spread("x") / width, spread("y") / height) * 0.85));
}

function draw() {
  adapt();
  drawn = {
    nodes: new vis.DataSet(data.nodes.map((node) => nodeLook(node, null))),
    edges: new vis.DataSet([...edges.values()].map((edge) => edgeLook(edge, null))),
  };
  network = new vis.Network(byId("graph"), drawn, {
    physics: { enabled: false },
    layout: { improvedLayout: false },
    interaction: { hover: true, tooltipDelay: 200, keyboard: { enabled: true, bindToWindow: false },
      hideEdgesOnDrag: edges.size > 1500, selectConnectedEdges: false },
    nodes: { scaling: { label: { drawThreshold: 4 } } },
    edges: { arrowStrikethrough: false, selectionWidth: 0, hoverWidth: 1, chosen: { label: false } },
  });
  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node !== undefined) select("node", node);
    else if (edge !== undefined) select("edge", edge);
    else select(null);
  });
  network.on("dragEnd", ({ nodes: moved }) => {
    for (const [id, place] of Object.entries(network.getPositions(moved))) Object.assign(nodes.get(id) ?? {}, place);
  });
  fit(false);
}

function fit(animated = true) {
  const shown = data.nodes.filter(nodeVisible).map((node) => node.id);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (!shown.length || !network) return;
  network.fit({ nodes: shown, maxZoomLevel: 1.6, animation: false });
  const scale = network.getScale() * 0.95; // the labels of the outermost nodes are wider than the nodes
  network.moveTo({ scale, animation: animated && !calm ? { duration: 200 } : false });
}

function refresh() {
  const bright = lit();
  drawn?.nodes.update(data.nodes.map((node) => nodeLook(node, bright)));
  drawn?.edges.update([...edges.values()].map((edge) => edgeLook(edge, bright)));
  const shown = [...edges.values()].filter(edgeVisible).length;
  byId("count").textContent = `${shown} ${t("visible")} · ${edges.size - shown} ${t("masked")}`;
  for (const row of document.querySelectorAll("tr[data-edge]")) {
    const edge = edges.get(row.dataset.edge);
    row.hidden = edge ? !edgeVisible(edge) && !doubtful.has(statusOf(edge)) : false;
  }
}
