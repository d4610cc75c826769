// How nodes and edges look. Sizes are in pixels of the first view; `unit` makes them lengths of the drawing.

const FONT = "system-ui, 'Segoe UI', Roboto, sans-serif";

let unit = 1; // lengths of the drawing to a pixel, when the whole is seen
let crowd = 0; // nodes that are seen then
let grain = 1; // how much larger all is drawn on very large screens
const tones = {};

function mix() {
  // Reads the colours of the style once for all nodes and edges, as the theme in force has them.
  const probe = byId("graph").appendChild(make("i"));
  const tints = Array.from({ length: TINTS }, (_, number) => `bloc-${number}`);
  for (const name of ["paper", "ink", "faint", "line", "accent", "trigger", ...tints]) {
    probe.style.color = `var(--${name})`;
    tones[name] = getComputedStyle(probe).color;
  }
  probe.remove();
  grain = Number(getComputedStyle(document.documentElement).getPropertyValue("--grain"));
}

const thin = () => (crowd <= 60 ? 1 : crowd <= 200 ? 0.8 : 0.6) * (narrow.matches ? 0.75 : 1);

function radius(node) {
  const size = (node.size ?? 6) * (crowd <= 200 ? 1 : crowd <= 500 ? 0.75 : 0.55) * (narrow.matches ? 0.85 : 1);
  return Math.max(size, crowd <= 200 ? 3.8 : 2.5) * unit;
}

function nodeLook(node, bright) {
  const look = types[typeOf(node)];
  const colour = look[tone()];
  const chosen = isSelected("node", node.id);
  const faint = bright && !bright.nodes.has(node.id);
  const rim = chosen ? Math.min(4, (radius(node) / unit) * 0.6) : crowd <= 200 && node.size > 6 ? 1 : 0.4;
  return {
    id: node.id, x: node.x ?? 0, y: node.y ?? 0, size: radius(node), shape: node.shape ?? look[2],
    label: short(name(node)) || "?", title: `${short(name(node), 200)}\n${t(typeOf(node))}`,
    opacity: faint ? 0.2 : 1, borderWidth: rim * grain, borderWidthSelected: 4 * grain, // vis keeps them in pixels
    color: { background: colour, border: chosen ? tones.trigger : tones.paper,
      highlight: { background: colour, border: tones.accent },
      hover: { background: colour, border: tones.accent } },
  };
}

function edgeLook(edge, bright) {
  const colour = quads[quadOf(edge)][tone()];
  const now = nowOf(edge);
  const chosen = isSelected("edge", edge.id);
  const faint = bright && !bright.edges.has(edge.id);
  const named = bright ? !faint && bright.edges.size <= 14 : state.labels;
  const clear = bright || crowd <= 60 ? 0.85 : clearness(edge, now.weight);
  const { id, from, to } = edge;
  const width = Math.min(1.4 + Math.log2(1 + now.weight), 5);
  return {
    id, from, to,
    ...caption(edge, named),
    title: tip(edge),
    dashes: dashes[now.status]?.map((length) => length * unit * thin()) ?? false,
    width: (width * thin() + (chosen ? 2 : 0)) * unit,
    arrows: { to: { enabled: Boolean(edge.arrows), scaleFactor: unit * (narrow.matches ? 0.6 : 1) * (crowd <= 60 ? 0.5 : crowd <= 200 ? 0.35 : 0.2) } },
    color: { color: colour, highlight: colour, hover: colour, opacity: faint ? 0.1 : chosen || sharp.matches ? 1 : clear },
    font: { size: 12 * unit, face: FONT, color: tones.faint, strokeWidth: 3 * unit, strokeColor: tones.paper,
      align: level(edge) ? "horizontal" : "middle" }, // vis puts the name of a level edge elsewhere
  };
}

const level = ({ from, to }) => nodes.get(from).y === nodes.get(to).y;

function clearness(edge, weight) {
  // In a crowd, what one article says is fainter than what several say, and who is whose fainter than who does what.
  const often = weight < 2 ? 0.55 : weight < 4 ? 0.8 : 1;
  return often * (crowd <= 200 ? 0.85 : 0.65) * (quadOf(edge) === "structural" ? 0.6 : 1);
}

const captioned = new Set(); // edges that have had a name in the drawing

function caption(edge, named) {
  // vis keeps an old name when given none or an empty one, and takes time for each name, even a blank one.
  if (named) captioned.add(edge.id);
  return captioned.has(edge.id) ? { label: named ? short(name(edge), 28) : " " } : {};
}

function tip(edge) {
  const parts = [nameOf(edge.from), name(edge), nameOf(edge.to)].map((part) => short(part, 80));
  return `${parts[0]} – ${parts[1]}${edge.arrows ? " → " : " – "}${parts[2]}\n${t(nowOf(edge).status)}`;
}
