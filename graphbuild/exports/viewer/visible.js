// What is visible, as the records that Python's writers make of a graph, and the reader's choices in words.

const MODALITIES = ["asserted", "planned", "possible", "hypothetical", "requested", "denied"];
const byFields = (keys) => (a, b) => {
  const key = keys.find((one) => a[one] !== b[one]);
  return key ? (a[key] < b[key] ? -1 : 1) : 0;
};
const filled = (record) => Object.fromEntries(
  Object.entries(record).filter(([, value]) => value !== null && value !== undefined));

const visibleEdges = () => [...view().drawn].sort(byFields(["from", "relation", "to"]));
const visibleNodes = () => data.nodes.filter(nodeVisible).sort(byFields(["id"]));
const english = (thing) => (renamed.get(thing) ?? thing.labels)?.en ?? String(thing.label ?? "");
const french = (thing) => (renamed.get(thing) ?? thing.labels)?.fr ?? english(thing);

function nodeRecord(node, articles) {
  const label = english(node);
  return filled({ id: node.id, type: node.type, label, label_fr: french(node), name: label, wikidata: node.wikidata,
    aliases: node.aliases ?? [], articles: [...(articles.get(node.id) ?? [])].sort(), mentions: node.mentions ?? 0 });
}

function edgeRecord(edge) {
  const now = nowOf(edge);
  const label = english(edge);
  const scores = now.numbers.map((number) => data.statements[number].score).filter((score) => score !== undefined);
  return filled({
    id: edge.id, relation: edge.relation, label, label_fr: french(edge), interaction: label, kind: label,
    directed: Boolean(edge.arrows), quad: edge.quad,
    ...Object.fromEntries(MODALITIES.map((status) => [`n_${status}`, now.counts[status] ?? 0])),
    articles: now.articles, weight: now.weight, status: now.status,
    score: scores.length ? Math.max(...scores) : null, first_date: now.dates?.[0], last_date: now.dates?.at(-1),
  });
}

function statementRecord(number, edge) {
  const one = data.statements[number];
  const [start, end, basis] = one.date ?? [];
  return {
    id: one.id, article: one.article ?? "", source: edge.from, relation: edge.relation, target: edge.to,
    modality: one.modality ?? "asserted", polarity: one.denied ? "negative" : "positive",
    attribution: one.speaker ?? null, role: one.role ?? null, former: Boolean(one.former), quote: quoteOf(one),
    date: one.date ? { start, end, basis } : null, score: one.score ?? null, pattern: one.pattern ?? "",
  };
}

function articlesAt(edges) {
  // Node → the articles whose statements tie it to another in what is visible.
  const found = new Map();
  for (const edge of edges) for (const number of nowOf(edge).numbers) for (const end of [edge.from, edge.to]) {
    found.set(end, (found.get(end) ?? new Set()).add(data.statements[number].article ?? ""));
  }
  return found;
}

function inWords() {
  // What the reader has chosen to see, in words; says so where nothing is left out.
  const part = limited();
  const { focus, path } = state;
  const found = [
    focus && worded("chosen_focus", { n: focus.hops, name: nameOf(focus.id) }),
    path && worded("chosen_path", { name: nameOf(path[0]), other: nameOf(path[1]) }),
    part && !focus && !path && worded("chosen_top", { n: part.shown, all: part.all }),
    path && !state.ties && t("no_ties"),
    state.rolled && t("roll"), state.contested && t("only_contested"),
    ...inForce().map(({ text }) => text),
    state.range && state.undated && t("chosen_undated"),
    whole().list.some((edge) => doubtful.has(edge.status)) && t(state.doubtful ? "chosen_doubtful" : "chosen_sure"),
    state.alone && t("chosen_alone"),
  ].filter(Boolean);
  return found.length ? found : [t("chosen_none")];
}

function chosen(part) {
  // What a picture or a sheet shows, in a line.
  const words = part ? [t("chosen_part"), ...inWords()] : inWords();
  return `${counted()} · ${t("chosen")}${colon()}${words.join(" · ")}`;
}

function counted() {
  // How many relations are drawn, and how many are not.
  const { size } = view().drawn;
  return `${count(size, "visible_one", "visible")} · ${count(whole().list.length - size, "masked_one", "masked")}`;
}
