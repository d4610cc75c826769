// What is visible as the text of a file: the same columns, keys and attributes as in Python's files.

const EDGE_COLUMNS = ["source", "source_label", "source_type", "relation", "label", "label_fr", "target",
  "target_label", "target_type", "directed", "quad", "status", "weight", "articles", "n_asserted", "n_planned",
  "n_possible", "n_requested", "n_hypothetical", "n_denied", "score", "first_date", "last_date", "sentence", "article",
  "title", "url", "id"];
const STATEMENT_COLUMNS = ["id", "source", "source_label", "relation", "label", "target", "target_label", "modality",
  "polarity", "attribution", "role", "former", "date_start", "date_end", "date_basis", "score", "pattern", "sentence",
  "article", "title", "publisher", "author", "published", "url"];

const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\p{Cs}]/gu;
const FORMULA = /^[=+\-@＝＋－＠|%]/;
const NEXT_CELL = /;(?=[\s"]*[=+\-@＝＋－＠|%])/g; // where ";" parts cells, as in France, one would begin behind it
const FORBIDDEN = /[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\u{10000}-\u{10ffff}]/gu;

function cell(value) {
  // A cell that a spreadsheet takes for text or a number, never for a formula.
  if (value === null || value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const text = value.replace(CONTROL, "").replace(/[\s\x85]+/g, " ").trim().replace(NEXT_CELL, ",");
  const plain = FORMULA.test(text) ? `'${text}` : text;
  return /[",]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

function csv(columns, rows) {
  // Begins with a byte order mark, without which Excel takes UTF-8 for something else.
  const lines = [columns, ...rows.map((row) => columns.map((column) => cell(row[column])))];
  return `\ufeff${lines.map((cells) => `${cells.join(",")}\n`).join("")}`;
}

function ends(edge) {
  const [source, target] = [nodes.get(edge.from), nodes.get(edge.to)];
  return { source: edge.from, source_label: english(source), source_type: source.type, target: edge.to,
    target_label: english(target), target_type: target.type };
}

function edgesCsv() {
  return csv(EDGE_COLUMNS, visibleEdges().map((edge) => {
    const first = data.statements[nowOf(edge).numbers[0]];
    const { title, url } = (first && articleOf(first)) ?? {};
    return { ...ends(edge), ...edgeRecord(edge), sentence: first && quoteOf(first), article: first?.article, title, url };
  }));
}

function statementsCsv() {
  return csv(STATEMENT_COLUMNS, visibleEdges().flatMap((edge) => nowOf(edge).numbers.map((number) => {
    const record = statementRecord(number, edge);
    const { start, end, basis } = record.date ?? {};
    const { title, publisher, author, date, url } = articleOf(data.statements[number]) ?? {};
    return { ...ends(edge), ...record, label: english(edge), sentence: record.quote, date_start: start, date_end: end,
      date_basis: basis, title, publisher, author, published: date, url };
  })));
}

function graphJson() {
  // Node-link JSON as ``networkx.node_link_graph(data, edges="edges")`` reads it.
  const edges = visibleEdges();
  const at = articlesAt(edges);
  const used = [...new Set([...at.values()].flatMap((ids) => [...ids]))].filter((id) => id in data.articles).sort();
  const articles = used.map((id) => ({ id, ...data.articles[id] }));
  const made = { title: title(), caution: t("caution"), chosen: inWords(), view: hashOf(),
    summary: data.summary, articles };
  return `${JSON.stringify({
    directed: true, multigraph: true, graph: made,
    nodes: visibleNodes().map((node) => nodeRecord(node, at)),
    edges: edges.map((edge) => ({ source: edge.from, key: edge.relation, target: edge.to, ...edgeRecord(edge),
      evidence: nowOf(edge).numbers.map((number) => statementRecord(number, edge)) })),
  }, null, 1)}\n`;
}

const cleaned = (text) => text.replace(/\r\n?/g, "\n").replace(FORBIDDEN, "");
const escaped = (text) => cleaned(String(text)).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
  .replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");

function unique(name, taken) {
  // The name, with a number after it where it is taken; notes it as taken.
  let found = name;
  for (let turn = 2; taken.has(found); turn++) found = `${name}#${turn}`;
  taken.add(found);
  return found;
}

function keysOf(owner, rows) {
  // The declarations of all attributes: name → [id, type]; edges' have ids of their own.
  const found = new Map();
  for (const row of rows) for (const [key, value] of Object.entries(row)) {
    const isWhole = key !== "score" && Number.isInteger(value) && found.get(key)?.[1] !== "double";
    const kind = { boolean: "boolean", number: isWhole ? "long" : "double" }[typeof value] ?? "string";
    found.set(key, [owner === "edge" ? `edge_${key}` : key, kind]);
  }
  return found;
}

const declared = (owner, keys) => [...keys].map(([key, [id, kind]]) =>
  `  <key id="${id}" for="${owner}" attr.name="${key}" attr.type="${kind}" />\n`).join("");
const valued = (row, keys) => Object.entries(row).map(([key, value]) =>
  `      <data key="${keys.get(key)[0]}">${escaped(value)}</data>\n`).join("");
const flat = (record) => Object.fromEntries(Object.entries(record)
  .map(([key, value]) => [key, Array.isArray(value) ? JSON.stringify(value) : value]));

function graphml() {
  const edges = visibleEdges();
  const [at, taken, ids] = [articlesAt(edges), new Set(), new Map()];
  for (const { id } of visibleNodes()) ids.set(id, unique(cleaned(id), taken));
  const nodeRows = visibleNodes().map((node) => flat({ ...nodeRecord(node, at), id: undefined })).map(filled);
  const edgeRows = edges.map((edge) => {
    const { numbers } = nowOf(edge);
    const evidence = numbers.map((number) => statementRecord(number, edge));
    return filled(flat({ ...edgeRecord(edge), id: undefined, quote: evidence[0]?.quote, evidence }));
  });
  const [nodeKeys, edgeKeys, names] = [keysOf("node", nodeRows), keysOf("edge", edgeRows), new Set()];
  const nodeLines = [...ids.values()].map((id, number) =>
    `    <node id="${escaped(id)}">\n${valued(nodeRows[number], nodeKeys)}    </node>\n`);
  const edgeLines = edges.map((edge, number) =>
    `    <edge source="${escaped(ids.get(edge.from))}" target="${escaped(ids.get(edge.to))}" ` +
    `id="${escaped(unique(cleaned(edge.id), names))}">\n${valued(edgeRows[number], edgeKeys)}    </edge>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n` +
    `${declared("node", nodeKeys)}${declared("edge", edgeKeys)}` +
    `  <graph edgedefault="directed">\n${nodeLines.join("")}${edgeLines.join("")}  </graph>\n</graphml>\n`;
}
