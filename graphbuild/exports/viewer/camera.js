// Where the reader looks, and what the reader has dragged, told in lengths of the layout: true on every screen.

let glance = 0; // the timer that waits until the view stands still

function cameraNow() {
  // What the screen shows; null where that is the whole.
  const [{ x, y }, scale] = [network.getViewPosition(), network.getScale()];
  const { width, height } = byId("graph").getBoundingClientRect();
  if (!width || !home) return null;
  const away = Math.hypot(x - home.position.x, y - home.position.y) * scale;
  if (away < 2 && Math.abs(scale / home.scale - 1) < 0.005) return null;
  return { x: x / stretched.x, y: y / stretched.y, wide: width / scale / stretched.x, high: height / scale / stretched.y };
}

function look(camera) {
  // Shows what a camera shows, whatever the size of this screen.
  const { width, height } = byId("graph").getBoundingClientRect();
  if (!network || !home) return;
  network.canvas.setSize(); // to that of the frame, which may have changed a moment ago
  if (!camera) return network.moveTo({ ...home, animation: false });
  network.moveTo({
    position: { x: camera.x * stretched.x, y: camera.y * stretched.y },
    scale: Math.min(width / camera.wide / stretched.x, height / camera.high / stretched.y),
    animation: false,
  });
}

function putAt(id) {
  // Where the reader has put a node in the arrangement in force; undefined where not.
  const place = state.moved.get(id);
  return place?.[2] === Number(isFew()) ? place.slice(0, 2) : undefined;
}

function noteCamera() {
  if (network) state.camera = cameraNow();
  writeHash();
}

function watch() {
  // Writes the address once the view has stood still for a moment, or a node was dragged.
  let resized = false;
  network.on("resize", () => { resized = !state.camera; });
  network.on("afterDrawing", () => {
    if (resized) home = camera(); // vis has made the whole fit the new size
    resized = false;
    clearTimeout(glance);
    glance = setTimeout(noteCamera, 250);
  });
  network.on("dragEnd", ({ nodes: dragged }) => {
    for (const id of dragged) {
      const { x, y } = network.getPosition(id);
      state.moved.set(id, [x / stretched.x, y / stretched.y, Number(isFew())]);
    }
    if (dragged.length) writeHash();
  });
}

byId("table").addEventListener("toggle", () => {
  state.table = byId("table").open;
  writeHash();
});
