// The rest of the page: its words and its buttons; what happens after every change; and the start.

function translate() {
  document.documentElement.lang = state.lang;
  for (const element of document.querySelectorAll("[data-t]")) {
    if (element.id === "search") {
      element.placeholder = t("search");
      element.setAttribute("aria-label", t("search"));
    } else element.textContent = t(element.dataset.t);
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", t(element.dataset.label));
    if (element.title) element.title = t(element.dataset.label);
  }
  byId("title").textContent = document.title = title();
  byId("facts").textContent = facts().join(" · ");
}

function dress() {
  // The theme that the reader chose, and the boxes as they are ticked.
  document.documentElement.style.colorScheme = state.theme || "light dark";
  byId("table").open = state.table;
  for (const [id, key] of Object.entries(BOXES)) byId(id).checked = state[key];
  const turn = t(night() ? "to_light" : "to_dark");
  byId("theme").title = turn;
  byId("theme").setAttribute("aria-label", turn);
}

const BOXES = { show_hidden: "doubtful", show_alone: "alone", show_labels: "labels", roll: "rolled",
  only_contested: "contested" };
const AFTER = [dress, mix, translate, header, legend, filtered, timeline, showPanel, crumbs, countCorrections, countAll, table,
  keepPlace, keepMenu, writeHash];

function change(patch) {
  // The one way to change the state: takes the new values, then brings all parts of the page up to date.
  const before = { ...state };
  Object.assign(state, patch);
  memo = null;
  keepSelection();
  const moved = ["limit", "focus", "path", "ties", "moved"].some((key) => before[key] !== state[key]);
  if (moved && drawn) arrange();
  for (const part of AFTER) part();
  if (moved) {
    fit(false, true);
    network?.redraw(); // curves are where they belong from the second painting on
  } else redraw();
}

function keepSelection() {
  // What is selected may be drawn as something else now, or not at all.
  const settled = (focus) => (focus ? { ...focus, id: drawnAs(focus.id), from: settled(focus.from) } : null);
  if (trail().some(({ id }) => isAway(id))) state.focus = settled(state.focus);
  if (state.path?.some(isAway)) state.path = state.path.map(drawnAs);
  if (state.path?.[0] === state.path?.[1]) state.path = null;
  state.selected = state.selected && kept(state.selected);
}

function kept(selected) {
  // The selection as it is drawn now; null where it is not.
  const { kind, id, ids } = selected;
  if (kind === "path") return state.path && { kind, ids: state.path };
  if (kind === "dyad") return new Set(ids.map(drawnAs)).size === 2 ? { kind, ids: ids.map(drawnAs) } : null;
  if (kind === "node") return nodes.has(id) ? { ...selected, id: drawnAs(id) } : null;
  const edge = edgeOf(id) ?? edgeSaying(plainEdges.byId.get(id)?.evidence?.[0]);
  return edge ? { ...selected, id: edge.id } : null;
}

function limit(number) {
  change({ limit: number, extra: new Set() });
}

for (const [id, key] of Object.entries(BOXES)) {
  byId(id).addEventListener("change", (event) => {
    const all = key === "alone" && event.target.checked && limited() ? { limit: Infinity, extra: new Set() } : {};
    change({ [key]: event.target.checked, ...all });
  });
}
byId("roll").parentElement.hidden = !owners.size;
const opened = sift();
byId("only_contested").parentElement.hidden = ![...opened.keys()].some((edge) => isContested(edge, opened));
byId("language").hidden = false;
byId("language").addEventListener("click", () => change({ lang: state.lang === "fr" ? "en" : "fr" }));
byId("theme").append(drawing(16, 16, ["path", { fill: "currentColor",
  d: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1m0 1.6v10.8A5.4 5.4 0 0 1 8 2.6" }]));
byId("theme").hidden = forced.matches; // then the system chooses
byId("theme").addEventListener("click", () => change({ theme: night() ? "light" : "dark" }));
byId("reset").addEventListener("click", () => {
  const { off, least, range, undated, contested, focus, path } = initial();
  change({ off, least, range, undated, contested, focus, path });
  fit();
});
byId("limit").addEventListener("change", (event) => limit(Number(event.target.value)));
byId("fit").addEventListener("click", () => fit());
for (const [id, factor] of [["zoom_in", 1.3], ["zoom_out", 1 / 1.3]]) {
  byId(id).addEventListener("click", () => network?.moveTo({ scale: network.getScale() * factor }));
}
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  if (document.querySelector(":popover-open")) return; // which closes by itself
  if (state.selected) select(null);
  else leave();
});
systemDark.addEventListener("change", () => change({}));
addEventListener("hashchange", follow);
if (narrow.matches) byId("filters").open = false;

Object.assign(state, stateFrom(location.hash));
keepSelection();
try {
  crumbs();
  showPanel();
  timeline();
  draw();
} catch (error) {
  byId("graph").replaceChildren(make("p", { class: "notice" }, t("unsupported")));
  console.error(error);
}
change({});
if (state.camera) look(state.camera);
// For tests and the console:
window.graphbuild = { data, state, network, change, select, search, view, edgeOf, edgesAt, edgeVisible, nodeVisible, nowOf, ways,
  whole, labels, limit, radius, hashOf, place };
