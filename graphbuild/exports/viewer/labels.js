// Names of nodes, always as large on the screen, none on top of another: where there is no room, that of the less
// important node waits until the reader comes nearer.

const widths = new Map();
const pen = document.createElement("canvas").getContext("2d");
const plan = { key: null, labels: [] };
let planned = 0; // grows whenever the nodes have changed

function width(text, bold) {
  const key = bold + text;
  if (!widths.has(key)) {
    pen.font = `${bold ? "600 " : ""}100px ${FONT}`;
    widths.set(key, pen.measureText(text).width / 100);
  }
  return widths.get(key);
}

class Room {
  // Which parts of the screen are taken: rectangles, found by squares that they touch.
  constructor() { this.squares = new Map(); }

  *near({ left, top, right, bottom }) {
    for (let x = Math.floor(left / 64); x <= right / 64; x++)
      for (let y = Math.floor(top / 64); y <= bottom / 64; y++) yield `${x} ${y}`;
  }

  take(box) {
    for (const key of this.near(box)) {
      if (!this.squares.has(key)) this.squares.set(key, []);
      this.squares.get(key).push(box);
    }
  }

  isFree(box, owner, amongNames = false) {
    for (const key of this.near(box)) {
      for (const other of this.squares.get(key) ?? []) {
        if (amongNames && !other.text) continue; // an important name may cover a node
        if (other.owner !== owner && box.left < other.right && other.left < box.right &&
          box.top < other.bottom && other.top < box.bottom) return false;
      }
    }
    return true;
  }
}

const AROUND = [[0, 1], [0, -1], [1, 0], [-1, 0], [1, 1], [-1, 1], [1, -1], [-1, -1]];

function boxAt([across, down], { x, y, r, wide, high }) {
  const left = across ? x + across * (r * (down ? 0.7 : 1) + 3) - (across < 0 ? wide : 0) : x - wide / 2;
  const top = down ? y + down * (r * (across ? 0.7 : 1) + 1) - (down < 0 ? high : 0) : y - high / 2;
  return { left, top, right: left + wide, bottom: top + high };
}

function planAt(scale) {
  // The names to draw at a scale, and where, in pixels from the drawing's origin: the same wherever the reader looks.
  const key = `${scale} ${planned} ${crowd}`;
  if (plan.key === key) return plan.labels;
  const bright = lit();
  const shown = data.nodes.filter(nodeVisible);
  shown.sort((a, b) => isSelected("node", b.id) - isSelected("node", a.id) || byRank(a, b));
  const room = new Room();
  const disc = (node) => ({ x: node.x * scale, y: node.y * scale, r: radius(node) * scale });
  for (const node of shown) {
    const { x, y, r } = disc(node);
    room.take({ left: x - r, top: y - r, right: x + r, bottom: y + r, owner: node.id });
  }
  const field = fieldOf(shown.map(disc));
  const nearer = Math.max(1, (scale * unit) / grain);
  let left = bright ? Infinity : budget() * nearer ** 2;
  if (!bright && shown.length > 200) shown.length = Math.min(shown.length, Math.round(left * 1.5));
  plan.labels = [];
  for (const node of shown) {
    if (left < 1) break;
    if (bright && !bright.nodes.has(node.id)) continue;
    const label = labelOf(node, disc(node), nearer, room, field);
    if (!label) continue;
    room.take(label);
    plan.labels.push(label);
    left -= 1;
  }
  plan.key = key;
  return plan.labels;
}

function fieldOf(discs) {
  // How far names may stand out at the sides: on a narrow screen they would leave no room for the drawing.
  const out = (narrow.matches ? 48 : 120) * grain;
  const side = (better, sign) => discs.reduce((far, { x, r }) => better(far, x + sign * r), sign * -Infinity) + sign * out;
  return { left: side(Math.min, -1), right: side(Math.max, 1) };
}

function budget() {
  const { width, height } = byId("graph").getBoundingClientRect();
  return Math.max(16, Math.min(130, Math.round((width * height) / 6000 / grain ** 2)));
}

function labelOf(node, disc, nearer, room, field) {
  const chosen = isSelected("node", node.id);
  const rank = node.rank ?? 1e9;
  const foremost = rank < Math.min(10, ranked / 5);
  const bold = chosen || foremost;
  const text = short(name(node), chosen ? 60 : 26) || "?";
  const base = foremost ? 14 : rank < 30 ? 13 : 12;
  const size = (narrow.matches ? base - 1 : base) * grain * Math.min(1.35, nearer ** 0.3);
  const shape = { ...disc, wide: width(text, bold) * size + 4, high: size * 1.25 };
  const all = AROUND.map((side) => boxAt(side, shape));
  const boxes = chosen ? all : all.filter((box) => box.left >= field.left && box.right <= field.right);
  const free = boxes.find((box) => room.isFree(box, node.id)) ??
    (rank < 40 ? boxes.find((box) => room.isFree(box, node.id, true)) : null) ?? (chosen ? all[0] : null);
  return free && { ...free, owner: node.id, text, size, bold };
}

function drawLabels(context) {
  const scale = network.getScale();
  context.save();
  context.scale(1 / scale, 1 / scale); // from here on in pixels of the screen
  Object.assign(context, { textAlign: "center", textBaseline: "middle", lineJoin: "round", lineWidth: 3.5 });
  Object.assign(context, { strokeStyle: tones.paper, fillStyle: tones.ink });
  for (const { left, top, right, bottom, text, size, bold } of planAt(scale)) {
    context.font = `${bold ? "600 " : ""}${size}px ${FONT}`;
    context.strokeText(text, (left + right) / 2, (top + bottom) / 2);
    context.fillText(text, (left + right) / 2, (top + bottom) / 2);
  }
  context.restore();
}

function labels() {
  // The names on the screen: boxes in pixels of the drawing's element.
  const scale = network.getScale();
  const origin = network.canvasToDOM({ x: 0, y: 0 });
  const frame = byId("graph").getBoundingClientRect();
  return planAt(scale)
    .map(({ owner, text, size, left, top, right, bottom }) => ({ id: owner, text, size,
      left: left + origin.x, top: top + origin.y, right: right + origin.x, bottom: bottom + origin.y }))
    .filter((box) => box.right > 0 && box.left < frame.width && box.bottom > 0 && box.top < frame.height);
}

function labelled(x, y) {
  // The node whose name is at a place of the screen.
  return labels().find((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)?.id;
}
