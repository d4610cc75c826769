// The tables: the same relations and entities as the drawing, for those who cannot use it and for those who sort.

const ROWS = 200;
const listing = { kind: "relations", rows: ROWS, drawnOnly: false, orders: {} };
let listed = ""; // what the rows say: they stay as they are, and keep the focus, while it does not change

const COLUMNS = {
  relations: {
    source: { of: (edge) => nameOf(edge.from), show: (edge) => make("bdi", {}, nameOf(edge.from)) },
    relation: { of: (edge) => name(edge), show: (edge) => rowButton("edge", edge.id, name(edge)) },
    target: { of: (edge) => nameOf(edge.to), show: (edge) => make("bdi", {}, nameOf(edge.to)) },
    status: { of: (edge) => statuses.indexOf(nowOf(edge).status),
      show: (edge) => make("span", {}, t(nowOf(edge).status), contestedMark(edge)) },
    independent_articles: { of: (edge) => nowOf(edge).weight, falling: true },
    dates: { of: (edge) => nowOf(edge).dates?.[0] ?? "", show: (edge) => days(nowOf(edge).dates ?? []) },
    first_sentence: { of: (edge) => (firstSaid(edge) ? quoteOf(firstSaid(edge)) : ""), show: (edge) => firstWords(edge) },
  },
  entities: {
    entity: { of: (node) => name(node), show: (node) => rowButton("node", node.id, name(node)) },
    type: { of: (node) => t(typeOf(node)) },
    relations_many: { of: (node, degrees) => degrees.get(node.id) ?? 0, falling: true },
    articles: { of: (node) => node.articles ?? 0, falling: true },
  },
};

const firstSaid = (edge) => data.statements[nowOf(edge).numbers[0]];
const firstWords = (edge) => (firstSaid(edge) ? make("bdi", { lang: "fr" }, ...sentence(firstSaid(edge))) : "");
const rowButton = (kind, id, text) =>
  make("button", { type: "button", class: "link", "data-key": `${kind} ${id}`, onclick: () => openRow(kind, id) }, make("bdi", {}, text));

function listedEdges() {
  // What the filters let through; of it what is drawn, where the reader looks at a part or asks for that.
  const { now, drawn } = view();
  if (state.focus || state.path || (listing.drawnOnly && limited())) return [...drawn].sort(byWeight);
  return [...new Set([...now.keys(), ...drawn])].sort(byWeight);
}

function listedNodes(edges) {
  const ends = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
  return data.nodes.filter((node) => ends.has(node.id) || nodeVisible(node)).sort(byRank);
}

function sortedRows(things, degrees) {
  // Sorted as the reader chose; what has no value comes last either way.
  const { key, falling } = listing.orders[listing.kind] ?? {};
  if (!key) return things;
  const { compare } = new Intl.Collator(state.lang, { numeric: true });
  const value = COLUMNS[listing.kind][key].of;
  const rows = things.map((thing) => [value(thing, degrees), thing]);
  const order = (a, b) => (typeof a === "number" ? a - b : compare(a, b)) * (falling ? -1 : 1);
  return rows.sort(([a], [b]) => (a === "") - (b === "") || order(a, b)).map(([, thing]) => thing);
}

function table() {
  // Fills the table where it is open.
  const edges = listedEdges();
  byId("table_count").textContent = ` (${edges.length})`;
  if (!byId("table").open) return;
  const found = listedNodes(edges);
  const degrees = tally(edges.flatMap((edge) => [...new Set([edge.from, edge.to])]), (id) => id);
  const things = sortedRows(listing.kind === "relations" ? edges : found, degrees);
  const shown = JSON.stringify([state.lang, listing, edges.map((edge) => [edge.id, nowOf(edge)]), things.map(({ id }) => id),
    [...renamed.values()], whole().list.length, view().drawn.size]);
  if (shown !== listed) {
    listed = shown;
    const key = byId("table").contains(document.activeElement) && document.activeElement.dataset.key;
    tableTools(edges, found);
    sheetOf(things, degrees, captionOf(edges));
    withKey(byId("table"), key)?.focus({ preventScroll: true });
  }
  markRow();
}

function tableTools(edges, found) {
  // Which of the two tables, and how much of it.
  const choice = (kind, number) => make("button", { type: "button", "data-key": kind, "aria-pressed": String(listing.kind === kind),
    onclick: () => relist({ kind, rows: ROWS }) }, `${t(kind)} (${number})`);
  const box = make("input", { type: "checkbox", "data-key": "drawn_only" });
  box.checked = listing.drawnOnly;
  box.addEventListener("change", () => relist({ drawnOnly: box.checked, rows: ROWS }));
  const part = limited() && !state.focus && !state.path;
  byId("table_tools").replaceChildren(choice("relations", edges.length), choice("entities", found.length),
    part ? make("label", {}, box, t("drawn_only")) : "");
}

function captionOf(edges) {
  const part = limited();
  const inPart = state.focus || state.path || (part && listing.drawnOnly);
  const says = worded(inPart ? "table_part" : "table_says", { n: edges.length, all: whole().list.length });
  const drawnOf = part && !inPart ? ` ${worded("table_drawn", { n: view().drawn.size, part: part.shown })}` : "";
  return says + drawnOf;
}

function sheetOf(things, degrees, caption) {
  const columns = Object.entries(COLUMNS[listing.kind]);
  const kind = listing.kind === "relations" ? "edge" : "node";
  const row = (thing) => make("tr", { [`data-${kind}`]: thing.id }, ...columns.map(([, { of, show }]) =>
    make("td", {}, show ? show(thing) : String(of(thing, degrees)))));
  byId("table_scroll").replaceChildren(make("table", { class: listing.kind }, make("caption", {}, make("span", {}, caption)),
    make("thead", {}, make("tr", {}, ...columns.map(([key]) => heading(key)))),
    make("tbody", { id: "rows" }, ...things.slice(0, listing.rows).map(row))));
  const more = () => {
    const next = listing.rows;
    relist({ rows: next + ROWS });
    byId("rows").rows[next]?.querySelector("button").focus();
  };
  byId("table_more").replaceChildren(things.length <= listing.rows ? ""
    : make("button", { type: "button", onclick: more }, `${t("more")} (${things.length - listing.rows})`));
}

function heading(key) {
  // A head that sorts: again turns it round.
  const now = listing.orders[listing.kind];
  const sorted = now?.key === key ? (now.falling ? "descending" : "ascending") : null;
  const turn = () => {
    const falling = sorted ? !now.falling : Boolean(COLUMNS[listing.kind][key].falling);
    relist({ orders: { ...listing.orders, [listing.kind]: { key, falling } } });
  };
  const arrow = make("span", { "aria-hidden": "true", class: "sort" }, { ascending: "▲", descending: "▼" }[sorted] ?? "");
  return make("th", { scope: "col", "aria-sort": sorted },
    make("button", { type: "button", class: "link", "data-key": `head ${key}`, onclick: turn }, t(key), arrow));
}

function relist(patch) {
  Object.assign(listing, patch);
  table();
}

function openRow(kind, id) {
  select(kind, id);
  byId("panel").focus();
}

function markRow() {
  const { kind, id } = state.selected ?? {};
  for (const row of byId("rows").rows) {
    const chosen = (kind === "edge" && row.dataset.edge === id) || (kind === "node" && row.dataset.node === id);
    if (chosen) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }
}

function intoView() {
  // The table lies below the first screen: half of it comes up, all of it on a phone.
  const { top } = byId("table").getBoundingClientRect();
  if (top > innerHeight * 0.75) scrollBy({ top: narrow.matches ? top : top - innerHeight / 2, behavior: "instant" });
}

byId("table_scroll").addEventListener("click", (event) => {
  const row = event.target.closest("tbody tr");
  if (!row || event.target.closest("button") || String(getSelection())) return;
  row.querySelector("button").focus({ preventScroll: true }); // where Escape comes back to
  openRow(row.dataset.edge === undefined ? "node" : "edge", row.dataset.edge ?? row.dataset.node);
});
byId("doubtful").remove(); // with a script, the legend's filter shows what is only hypothetical or denied
byId("table").addEventListener("toggle", () => {
  table();
  if (byId("table").open) intoView();
});
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault(); // the address holds the reader's choices
  byId("table").open = true;
  byId("table").querySelector("summary").focus();
});
