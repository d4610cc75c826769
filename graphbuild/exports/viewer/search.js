// Search by names, words of relations and sentences, without regard to accents and case.

let index = null;

function foldedOnce() {
  // What is searched, folded when it is first needed: a space stands before every word.
  if (index) return index;
  const names = data.nodes.map((node) => {
    const own = [renamed.get(node) ?? {}, node.labels ?? { en: node.label }].flatMap(Object.values);
    const written = [node.id, ...own, ...(node.aliases ?? [])].map(String);
    return { node, written, names: written.map((text) => ` ${fold(text)}`) };
  });
  return (index = {
    names,
    ends: new Map(names.map(({ node, names: found }) => [node.id, found.join("")])),
    sentences: data.statements.map((one) => ` ${fold(quoteOf(one))}`),
    labels: new Map(),
  });
}

function foldedLabel(edge) {
  const { labels } = foldedOnce();
  const text = Object.values(edge.labels ?? { en: edge.label }).join(" ");
  if (!labels.has(text)) labels.set(text, ` ${fold(text)}`);
  return labels.get(text);
}

const everyWord = (wanted) => wanted.split(" ").map((word) => ` ${word}`);

function search(text, most = 8) {
  // The nodes that go by this name, best first: {node, alias}.
  return entitiesFor(text).slice(0, most);
}

function entitiesFor(text) {
  const wanted = fold(text);
  const words = everyWord(wanted);
  const rank = (name) => (name === ` ${wanted}` ? 0 : name.startsWith(` ${wanted}`) ? 1 : name.includes(` ${wanted}`) ? 2
    : words.every((word) => name.includes(word)) ? 3 : name.includes(wanted) ? 4 : 9);
  return foldedOnce().names
    .map(({ node, written, names }) => {
      const ranks = names.map(rank);
      const best = Math.min(...ranks);
      return { node, best, alias: written[ranks.indexOf(best)] };
    })
    .filter((hit) => hit.best < 9)
    .sort((a, b) => a.best - b.best || (b.node.mentions ?? 0) - (a.node.mentions ?? 0));
}

function relationsFor(text) {
  // Edges whose name holds a word of the text, and whose name and ends hold all of them.
  const words = everyWord(fold(text));
  const { ends } = foldedOnce();
  return whole().list.filter((edge) => {
    const label = foldedLabel(edge);
    if (!words.some((word) => label.includes(word))) return false;
    return words.every((word) => label.includes(word) || ends.get(edge.from).includes(word) || ends.get(edge.to).includes(word));
  }).sort(byWeight);
}

function sentencesFor(text) {
  // Numbers of the statements whose sentence holds all words: as they stand first, then the newest.
  const wanted = fold(text);
  const words = everyWord(wanted);
  const { sentences } = foldedOnce();
  const day = (number) => daysOf(data.statements[number])?.[0] ?? "";
  const phrase = (number) => (sentences[number].includes(` ${wanted}`) ? 0 : 1);
  return [...data.statements.keys()]
    .filter((number) => words.every((word) => sentences[number].includes(word)) && edgeSaying(number))
    .map((number) => ({ number, phrase: phrase(number), day: day(number) }))
    .sort((a, b) => a.phrase - b.phrase || (a.day < b.day ? 1 : a.day > b.day ? -1 : a.number - b.number))
    .map(({ number }) => number);
}

// --- what is offered --------------------------------------------------------------------------------------------------

const roomFor = { entities: 6, relations: 4, sentences: 6 }; // so many of each, until the reader asks for more
let roomOf = ""; // the words that this holds for

function offerAll(text) {
  if (text !== roomOf) Object.assign(roomFor, { entities: 6, relations: 4, sentences: 6 });
  roomOf = text;
  return [
    offered("entities", entitiesFor(text), ({ node, alias }) => entityOption(node, alias, () => find(node))),
    offered("relations", relationsFor(text), relationOption),
    offered("sentences", sentencesFor(text), (number) => sentenceOption(number, text)),
  ];
}

function offered(kind, hits, option) {
  const options = hits.slice(0, roomFor[kind]).map(option);
  const left = hits.length - options.length;
  if (left) options.push({ content: [make("span", { class: "faint" }, `${t("more")} (${left})`)], pick: () => roomFor[kind] += 20 });
  return { name: t(kind), total: hits.length, options };
}

function entityOption(node, alias, pick) {
  const [colours, shown] = [types[typeOf(node)], [node.id, ...Object.values(renamed.get(node) ?? node.labels ?? {})].includes(alias)];
  const also = shown ? "" : make("small", {}, ` ${short(alias, 60)}`);
  return { content: [symbol(colours[tone()], colours[2]), make("bdi", {}, short(name(node), 60)), also], pick };
}

function relationOption(edge) {
  return { content: [line(quads[quadOf(edge)][tone()], dashes[nowOf(edge).status]), edgeText(edge)],
    pick: () => void select("edge", edge.id) };
}

function sentenceOption(number, text) {
  const edge = edgeSaying(number);
  const days = daysOf(data.statements[number]);
  const where = [edgeText(edge), days && day(days[0])].filter(Boolean).join(" · ");
  return { content: [make("span", { lang: "fr", dir: "auto" }, ...excerpt(number, text)), make("small", {}, where)],
    pick: () => void select("edge", edge.id, number) };
}

function excerpt(number, text) {
  // The sentence with the found words marked, from shortly before the first of them.
  const words = everyWord(fold(text));
  const sentence = quoteOf(data.statements[number]);
  const isFound = (part) => {
    const plain = ` ${fold(part)}`;
    return plain !== " " && words.some((word) => plain.startsWith(word));
  };
  const parts = sentence.split(/([\p{L}\p{N}\p{M}]+)/u);
  const first = Math.max(parts.findIndex(isFound), 0);
  const start = first > 14 ? first - 10 : 0;
  return [start ? "… " : "", ...parts.slice(start, start + 80).map((part) => (isFound(part) ? make("mark", { class: "hit" }, part) : part))];
}

function find(node) {
  select("node", node.id);
  const { x, y } = network?.getPositions([node.id])[node.id] ?? {};
  if (x !== undefined) network.moveTo({ position: { x, y }, scale: Math.max(network.getScale(), (1.5 * grain) / unit), animation: false });
}

function foundSentence(panel) {
  // Brings the sentence that was searched to the front of the panel.
  const { statement } = state.selected ?? {};
  if (statement === undefined) return;
  panel.querySelector(`[data-statement="${statement}"]`)?.remove();
  const found = card(data.statements[statement]);
  found.classList.add("found");
  const first = [...panel.children].find((child) => child.matches(".card") || child.querySelector(".card"));
  panel.insertBefore(found, first ?? null);
}

byId("search").addEventListener("focus", foldedOnce);
combobox(byId("search"), byId("results"), offerAll);
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  byId("search").focus();
  byId("search").select();
});
