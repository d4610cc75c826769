// Pictures of the drawing, for files and for paper: what the screen shows, with title, legend and caption.

const RIM = 24; // pixels around a picture's content
const HALO = 28; // around the drawing, whose tints reach beyond its nodes
const SHARP = 2; // pixels of a PNG to one of the screen
const LARGEST = 12000; // pixels across that browsers can draw

function scene(part) {
  // What a picture takes of the drawing: a scale, and a box in pixels from the drawing's origin.
  const { width: wide, height: high } = byId("graph").getBoundingClientRect();
  if (part) {
    const { x, y } = network.canvasToDOM({ x: 0, y: 0 });
    return { scale: network.getScale(), left: -x, top: -y, wide, high };
  }
  const { scale } = home ?? { scale: 1 }; // it is null where nothing has ever been visible
  if (!data.nodes.some(nodeVisible)) return { scale, left: 0, top: 0, wide, high: 40 };
  const { left, top, right, bottom } = extent(scale);
  return { scale, left: left - HALO, top: top - HALO, wide: right - left + 2 * HALO, high: bottom - top + 2 * HALO };
}

function paintDrawing(on, { scale, left, top, wide, high }) {
  // The drawing as vis-network paints it, at another scale than the screen's; and its names.
  const { view } = network.body;
  const before = view.scale;
  on.save();
  on.beginPath();
  on.rect(0, 0, wide, high);
  on.clip();
  on.translate(-left, -top);
  on.scale(scale, scale);
  try {
    view.scale = scale;
    drawBlocs(on);
    network.renderer._drawEdges(on);
    network.renderer._drawNodes(on, true);
    network.renderer._drawArrows(on);
    drawLabels(on);
  } finally {
    view.scale = before;
    on.restore();
  }
}

function wrapped(text, size, wide, bold = false) {
  // The text in lines that are no wider.
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (!lines.at(-1) || width(longer, bold) * size <= wide) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((text) => ({ text, size, bold, high: size * 1.45 }));
}

function legendKeys() {
  // What the legend must explain: what is drawn, in the legend's order.
  const edges = [...view().drawn];
  const modalities = edges.map((edge) => nowOf(edge).status);
  const seen = new Set([...edges.map(quadOf), ...modalities, ...visibleNodes().map(typeOf)]);
  const entries = [
    ...Object.entries(quads).map(([key, colours]) => ({ key, colour: colours[tone()], dash: [] })),
    ...statuses.map((key) => ({ key, colour: tones.faint, dash: dashes[key] ?? [] })),
    ...Object.entries(types).map(([key, look]) => ({ key, colour: look[tone()], shape: look[2] })),
  ];
  return entries.filter(({ key }) => seen.has(key)).map((entry) => ({ ...entry, text: t(entry.key) }));
}

function legendRows(wide) {
  // The legend's entries in rows that are no wider, each with its place.
  const rows = [[]];
  let x = 0;
  for (const key of legendKeys()) {
    const room = (key.shape ? 20 : 38) + width(key.text, false) * 12 + 18;
    if (x + room > wide && rows.at(-1).length) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1).push({ ...key, x });
    x += room;
  }
  return rows.filter((row) => row.length);
}

function paintKey(on, { text, colour, dash, shape, x }, y) {
  on.save();
  Object.assign(on, { strokeStyle: colour, fillStyle: colour, lineWidth: 3 });
  on.beginPath();
  if (shape) trace(on, shape, x + 7, y, 6);
  else {
    on.setLineDash(dash);
    on.moveTo(x, y);
    on.lineTo(x + 30, y);
    on.stroke();
  }
  on.restore();
  Object.assign(on, { font: `12px ${FONT}`, textAlign: "left", textBaseline: "middle", fillStyle: tones.ink });
  on.fillText(text, x + (shape ? 20 : 38), y);
}

function trace(on, shape, x, y, r) {
  const corners = { square: [[-1, -1], [1, -1], [1, 1], [-1, 1]], triangle: [[0, -1], [1.05, 0.95], [-1.05, 0.95]],
    diamond: [[0, -1.1], [1.1, 0], [0, 1.1], [-1.1, 0]] }[shape];
  if (corners) for (const [a, b] of corners) on.lineTo(x + a * r, y + b * r);
  else on.arc(x, y, r, 0, 2 * Math.PI);
  on.closePath();
  on.fill();
}

function composed(part, bare) {
  // All that a picture shows and where: {wide, high, paint(context), description}; without title and caption if bare.
  const box = scene(part);
  const wide = Math.max(box.wide, bare ? 0 : 480);
  const above = bare ? [] : [...wrapped(title(), 19, wide, true), ...wrapped(facts().join(" · "), 12, wide)];
  const words = [chosen(part), blocsShown().length && t("blocs"), worded("made_on", { day: day(today()) })].filter(Boolean);
  const below = bare ? [] : [...wrapped(words.join(" · "), 12, wide), ...wrapped(t("caution"), 12, wide, true)];
  const rows = legendRows(wide);
  const height = (lines) => lines.reduce((sum, { high }) => sum + high, 0);
  const [first, second, third] = [RIM + height(above) + 8, box.high + 18, rows.length * 20 + 6];
  const size = { wide: Math.ceil(wide + 2 * RIM), high: Math.ceil(first + second + third + height(below) + RIM) };
  const paint = (on) => {
    on.fillStyle = bare ? "#fff" : tones.paper;
    on.fillRect(0, 0, size.wide, size.high);
    on.save();
    on.translate(RIM, RIM);
    paintLines(on, above, 0);
    on.translate((wide - box.wide) / 2, first - RIM);
    paintDrawing(on, box);
    on.translate((box.wide - wide) / 2, second);
    rows.forEach((row, number) => row.forEach((key) => paintKey(on, key, number * 20)));
    paintLines(on, below, third);
    on.restore();
  };
  return { ...size, paint, description: [...words, t("caution")].join(" · ") };
}

function paintLines(on, lines, from) {
  let y = from;
  Object.assign(on, { textAlign: "left", textBaseline: "middle" });
  for (const { text, size, bold, high } of lines) {
    Object.assign(on, { font: `${bold ? "600 " : ""}${size}px ${FONT}`, fillStyle: bold ? tones.ink : tones.faint });
    on.fillText(text, 0, y + high / 2);
    y += high;
  }
}

function pictureSvg(part = false, bare = false) {
  const { wide, high, paint, description } = composed(part, bare);
  const on = new SvgPen();
  paint(on);
  return on.page(wide, high, title(), description);
}

function picturePng(part = false) {
  // A promise of the picture as a blob; of null where the browser cannot make one so large.
  const { wide, high, paint } = composed(part, false);
  const factor = Math.min(SHARP, LARGEST / wide, LARGEST / high);
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.ceil(wide * factor), Math.ceil(high * factor)];
  const on = canvas.getContext("2d");
  on.scale(factor, factor);
  paint(on);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}
