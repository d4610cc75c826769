// The rest of the page: its words, its table, its buttons; and the start.

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
  const { articles, copies, unread, dates, version } = data.summary;
  byId("title").textContent = document.title = data.title || t("title");
  byId("facts").textContent = [count(articles, "article", "articles"), copies && count(copies, "copy_of", "copies"),
    unread && `${unread} ${t("unread")}`, dates.length && days(dates), version].filter(Boolean).join(" · ");
  for (const row of document.querySelectorAll("tr[data-edge]")) tableRow(row);
}

function tableRow(row) {
  const edge = edges.get(row.dataset.edge);
  if (!edge) return;
  const [source, relation, target, status] = row.cells;
  const open = make("button", { type: "button", class: "link", onclick: () => { select("edge", edge.id); byId("panel").focus(); } }, name(edge));
  relation.replaceChildren(open);
  source.textContent = nameOf(edge.from);
  target.textContent = nameOf(edge.to);
  status.textContent = t(statusOf(edge));
}

function everything() {
  translate();
  legend();
  showPanel();
  refresh();
}

function check(id, key) {
  byId(id).checked = state[key];
  byId(id).addEventListener("change", (event) => {
    state[key] = event.target.checked;
    if (key === "alone" && state.alone && limited()) return limit(Infinity);
    everything();
  });
}

check("show_hidden", "doubtful");
check("show_alone", "alone");
check("show_labels", "labels");
byId("language").hidden = false;
byId("language").addEventListener("click", () => {
  state.lang = state.lang === "fr" ? "en" : "fr";
  everything();
});
byId("reset").addEventListener("click", () => {
  for (const group of Object.values(state.off)) group.clear();
  everything();
  fit();
});
byId("limit").addEventListener("change", (event) => limit(Number(event.target.value)));
byId("fit").addEventListener("click", () => fit());
for (const [id, factor] of [["zoom_in", 1.3], ["zoom_out", 1 / 1.3]]) {
  byId(id).addEventListener("click", () => network?.moveTo({ scale: network.getScale() * factor }));
}
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  if (!byId("results").hidden) byId("results").hidden = true;
  else if (state.selected) select(null);
});
document.querySelector(".skip").addEventListener("click", () => { byId("table").open = true; });
dark.addEventListener("change", everything);
if (narrow.matches) byId("filters").open = false;

try {
  draw();
} catch (error) {
  byId("graph").replaceChildren(make("p", { class: "notice" }, t("unsupported")));
  console.error(error);
}
everything();
window.graphbuild = { data, state, network, select, search, edgeVisible, nodeVisible, labels, limit, radius }; // for tests and the console
