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
}

const BOXES = { show_hidden: "doubtful", show_alone: "alone", show_labels: "labels", roll: "rolled" };
const AFTER = [dress, translate, header, redraw, legend, showPanel, countAll, table, keepMenu, writeHash];

function change(patch) {
  // The one way to change the state: takes the new values, then brings all parts of the page up to date.
  const before = { ...state };
  Object.assign(state, patch);
  memo = null;
  keepSelection();
  if (!patch.moved && isFew(before.limit) !== isFew(state.limit)) state.moved = new Map(); // of another arrangement
  const moved = ["limit", "focus", "path", "rolled", "moved"].some((key) => before[key] !== state[key]);
  if (moved && drawn) arrange();
  for (const part of AFTER) part();
  if (moved) fit(false, true);
}

function keepSelection() {
  // What is selected may be drawn as something else now, or not at all.
  const { kind, id } = state.selected ?? {};
  if (kind === "node" && isAway(id)) state.selected = { kind, id: owners.get(id) };
  else if (kind && !(kind === "node" ? nodes.has(id) : edgeOf(id))) state.selected = null;
  if (state.focus && isAway(state.focus.id)) state.focus = { ...state.focus, id: owners.get(state.focus.id) };
  state.path = state.path && state.path.map((end) => (isAway(end) ? owners.get(end) : end));
}

function limit(number) {
  change({ limit: number, extra: new Set(), focus: null, path: null });
}

for (const [id, key] of Object.entries(BOXES)) {
  byId(id).addEventListener("change", (event) => {
    const all = key === "alone" && event.target.checked && limited() ? { limit: Infinity, extra: new Set() } : {};
    change({ [key]: event.target.checked, ...all });
  });
}
byId("roll").parentElement.hidden = !owners.size;
byId("language").hidden = false;
byId("language").addEventListener("click", () => change({ lang: state.lang === "fr" ? "en" : "fr" }));
byId("theme").hidden = false;
byId("theme").addEventListener("click", () => change({ theme: night() ? "light" : "dark" }));
byId("reset").addEventListener("click", () => {
  const { off, least, range, undated, focus, path } = initial();
  change({ off, least, range, undated, focus, path });
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
  if (!byId("results").hidden) byId("results").hidden = true;
  else if (state.selected) select(null);
});
document.querySelector(".skip").addEventListener("click", () => { byId("table").open = true; });
systemDark.addEventListener("change", () => change({}));
addEventListener("hashchange", follow);
if (narrow.matches) byId("filters").open = false;

Object.assign(state, stateFrom(location.hash));
keepSelection();
try {
  draw();
} catch (error) {
  byId("graph").replaceChildren(make("p", { class: "notice" }, t("unsupported")));
  console.error(error);
}
change({});
look(state.camera);
// For tests and the console:
window.graphbuild = { data, state, network, change, select, search, view, edgeOf, edgesAt, edgeVisible, nodeVisible, nowOf, ways,
  labels, limit, radius, hashOf };
