// How nodes and edges look. Sizes are in pixels of the first view; `unit` makes them lengths of the drawing.

const css = (variable) => getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
const FONT = "system-ui, 'Segoe UI', Roboto, sans-serif";

let unit = 1; // lengths of the drawing to a pixel, when the whole is seen
let crowd = 0; // nodes that are seen then
const tones = {};

function mix() {
  // Reads the colours of the style once for all nodes and edges.
  for (const tone of ["paper", "ink", "faint", "line", "accent", "trigger"]) tones[tone] = css(`--${tone}`);
}

function radius(node) {
  const size = (node.size ?? 6) * (crowd <= 200 ? 1 : crowd <= 500 ? 0.75 : 0.55) * (narrow.matches ? 0.85 : 1);
  return Math.max(size, crowd <= 200 ? 3.8 : 2.5) * unit;
}

function nodeLook(node, bright) {
  const [light, night, shape] = types[typeOf(node)];
  const colour = dark.matches ? night : light;
  const chosen = isSelected("node", node.id);
  const faint = bright && !bright.nodes.has(node.id);
  const rim = chosen ? Math.min(4 * unit, radius(node) * 0.6) : (crowd <= 200 && node.size > 6 ? 1 : 0.4) * unit;
  return {
    id: node.id, x: node.x ?? 0, y: node.y ?? 0, size: radius(node), shape: node.shape ?? shape,
    hidden: !nodeVisible(node), label: short(name(node)) || "?", title: `${short(name(node), 200)}\n${t(typeOf(node))}`,
    opacity: faint ? 0.2 : 1, borderWidth: rim, borderWidthSelected: 4 * unit,
    color: { background: colour, border: chosen ? tones.trigger : tones.paper,
      highlight: { background: colour, border: tones.accent },
      hover: { background: colour, border: tones.accent } },
  };
}

function edgeLook(edge, bright) {
  const colour = quads[quadOf(edge)][dark.matches ? 1 : 0];
  const chosen = isSelected("edge", edge.id);
  const faint = bright && !bright.edges.has(edge.id);
  const named = bright ? !faint && bright.edges.size <= 14 : state.labels;
  const clear = (bright || crowd <= 60 ? 0.85 : crowd <= 200 ? 0.65 : 0.5) * (crowd > 60 && quadOf(edge) === "structural" ? 0.8 : 1);
  const thin = (crowd <= 60 ? 1 : crowd <= 200 ? 0.8 : 0.6) * (narrow.matches ? 0.75 : 1);
  const { id, from, to, smooth, selfReference } = edge;
  return {
    id, from, to, smooth, hidden: !edgeVisible(edge) && !chosen,
    selfReference: selfReference && { ...selfReference, size: selfReference.size * unit * thin * 0.7 },
    label: named ? short(name(edge), 28) : " ", // vis keeps the old label when given an empty one
    title: tip(edge),
    dashes: dashes[statusOf(edge)]?.map((length) => length * unit * thin) ?? false,
    width: ((edge.width ?? 1.4) * thin + (chosen ? 2 : 0)) * unit,
    arrows: { to: { enabled: Boolean(edge.arrows), scaleFactor: unit * (crowd <= 60 ? 0.5 : crowd <= 200 ? 0.4 : 0.2) } },
    color: { color: colour, highlight: colour, hover: colour, opacity: faint ? 0.1 : chosen ? 1 : clear },
    font: { size: 12 * unit, face: FONT, color: tones.faint, strokeWidth: 3 * unit, strokeColor: tones.paper,
      align: "middle" },
  };
}

function tip(edge) {
  const parts = [nameOf(edge.from), name(edge), nameOf(edge.to)].map((part) => short(part, 80));
  return `${parts[0]} – ${parts[1]}${edge.arrows ? " → " : " – "}${parts[2]}\n${t(statusOf(edge))}`;
}
