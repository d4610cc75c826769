// Blocs: those who stand together lie on one tint, drawn like a marker along the shortest lines that join them.

const TINTS = 6;
const patches = { key: null, list: [] };

const patchWidth = () => (crowd <= 200 ? 52 : 30) * unit * (narrow.matches ? 0.7 : 1);

function drawBlocs(context) {
  context.save();
  Object.assign(context, { lineCap: "round", lineJoin: "round", lineWidth: patchWidth() });
  const tints = tinted();
  for (const { bloc, lines } of blocsShown()) {
    context.strokeStyle = tones[`bloc-${tints.get(bloc) ?? bloc % TINTS}`];
    context.beginPath();
    for (const [a, b] of lines) (context.moveTo(a.x, a.y), context.lineTo(b.x, b.y));
    context.stroke();
  }
  context.restore();
}

function blocsShown() {
  // The blocs of which at least two nodes are seen, each with the lines that join them.
  const key = `${planned} ${unit}`;
  if (patches.key === key) return patches.list;
  const blocs = [...byBloc(nodeVisible)].filter(([, all]) => all.length > 1).sort(([a], [b]) => a - b);
  return Object.assign(patches, { key, list: blocs.map(([bloc, all]) => ({ bloc, lines: joined(all) })) }).list;
}

function byBloc(test) {
  // Bloc → those of its nodes that pass.
  const found = new Map();
  for (const node of data.nodes) {
    if (Number.isInteger(node.bloc) && test(node)) found.set(node.bloc, [...(found.get(node.bloc) ?? []), node]);
  }
  return found;
}

const paint = { key: null, tints: new Map() };

function tinted() {
  // Bloc → tint, so that those of one tint lie far from each other; the same for one arrangement, whatever is hidden.
  const key = arrangements;
  if (paint.key === key) return paint.tints;
  const members = byBloc((node) => node.x !== undefined);
  const tints = new Map();
  for (const bloc of [...members.keys()].sort((a, b) => a - b)) {
    const room = Array(TINTS).fill(Infinity);
    for (const [other, tint] of tints) {
      for (const one of members.get(bloc).slice(0, 12)) for (const two of members.get(other).slice(0, 12)) {
        room[tint] = Math.min(room[tint], Math.hypot(one.x - two.x, one.y - two.y));
      }
    }
    tints.set(bloc, room.indexOf(Math.max(...room)));
  }
  return Object.assign(paint, { key, tints }).tints;
}

function joined(all) {
  // The shortest lines that join all nodes, without those much longer than the others or than a fifth of the view; each node's own point too.
  const far = new Map(all.map((node) => [node, [Infinity, node]]));
  const found = [];
  for (let node = all[0]; node;) {
    far.delete(node);
    let next = null;
    for (const [other, held] of far) {
      const length = Math.hypot(other.x - node.x, other.y - node.y);
      if (length < held[0]) far.set(other, [length, node]);
      if (!next || far.get(other)[0] < far.get(next)[0]) next = other;
    }
    if (next) found.push([next, far.get(next)[1], far.get(next)[0]]);
    node = next;
  }
  const usual = found.map(([, , length]) => length).sort((a, b) => a - b)[found.length >> 1];
  const { width, height } = byId("graph").getBoundingClientRect();
  const most = Math.min(2.5 * usual, 0.2 * Math.hypot(width, height) * unit);
  const near = found.filter(([, , length]) => length <= Math.max(most, 80 * unit));
  return [...all.map((node) => [node, node]), ...near];
}

byId("blocs").hidden = !data.nodes.some((node) => Number.isInteger(node.bloc));
