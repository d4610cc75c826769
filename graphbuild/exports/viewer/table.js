// The table: the same relations as the drawing, for those who cannot use it.

const ROWS = 200;
let listed = ""; // what the rows say: they stay as they are, and keep the focus, while it does not change

function table(rows = ROWS) {
  // Fills the table where it is open.
  const found = [...view().now.keys()].sort(byWeight);
  byId("table_count").textContent = ` (${found.length})`;
  if (!byId("table").open) return;
  const shown = JSON.stringify([state.lang, rows, found.map((edge) => [edge.id, nowOf(edge)])]);
  if (shown === listed) return;
  listed = shown;
  const body = byId("rows");
  body.replaceChildren(...found.slice(0, rows).map(tableRow));
  if (found.length > rows) {
    const more = make("button", { type: "button", onclick: () => table(rows + ROWS) }, `${t("more")} (${found.length - rows})`);
    body.append(make("tr", {}, make("td", { colspan: 7 }, more)));
  }
}

function tableRow(edge) {
  const now = nowOf(edge);
  const open = () => {
    select("edge", edge.id);
    byId("panel").focus();
  };
  const first = now.numbers.length ? make("bdi", { lang: "fr" }, ...sentence(data.statements[now.numbers[0]])) : "";
  const cells = [nameOf(edge.from), make("button", { type: "button", class: "link", onclick: open }, name(edge)),
    nameOf(edge.to), make("span", {}, t(now.status), " ", contestedMark(edge) ?? ""), String(now.articles),
    now.dates ? days(now.dates) : "", first];
  return make("tr", { "data-edge": edge.id }, ...cells.map((cell) => make("td", {}, cell)));
}

byId("doubtful").remove(); // with a script, the legend's filter shows what is only hypothetical or denied
byId("table").addEventListener("toggle", () => table());
