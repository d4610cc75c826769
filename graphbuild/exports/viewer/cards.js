// The sentences behind what is selected: in which order, which of them, and what a card says.

const BATCH = 20;
const shown = { of: "", kinds: new Set(), upTo: {} }; // what the reader chose for the sentences of this selection

const ORDERS = {
  certainty: (one) => [statuses.indexOf(statusOf(one)), ...ORDERS.date(one)],
  date: (one) => [daysOf(one) ? -Date.parse(daysOf(one)[1]) : Infinity, -(one.score ?? 0)],
  publisher: (one) => [publisherOf(one) ? 0 : 1, fold(publisherOf(one)), ...ORDERS.date(one)],
};

function startAfresh() {
  // Forgets what was chosen for the sentences of another selection.
  const of = JSON.stringify(state.selected);
  if (shown.of !== of) Object.assign(shown, { of, kinds: new Set(), upTo: {} });
}

function byKeys(a, b) {
  const place = a.keys.findIndex((key, number) => key !== b.keys[number]);
  return place < 0 ? a.head - b.head : a.keys[place] < b.keys[place] ? -1 : 1;
}

function inOrder(numbers) {
  // Each card to show: the number of its statement, and those of near copies that say the same.
  const wanted = (number) => !shown.kinds.size || shown.kinds.has(statusOf(data.statements[number]));
  const keyed = (one) => ({ ...one, keys: ORDERS[state.order](data.statements[one.head]) });
  return folded(numbers.filter(wanted)).map(keyed).sort(byKeys);
}

function folded(numbers) {
  // Near copies of one article behind the first that says the same: [{head, copies}].
  const groups = new Map();
  for (const number of numbers) {
    const one = data.statements[number];
    const key = JSON.stringify([edgeBehind(one)?.id, clusterOf(one), statusOf(one), one.speaker]);
    groups.set(key, [...(groups.get(key) ?? []), number]);
  }
  const alone = ([head]) => [{ head, copies: [] }];
  return [...groups.values()].flatMap((group) => (group.length > 1 ? foldGroup(group) : alone(group)));
}

function foldGroup(numbers) {
  // The sentences of the original, or of the first of the copies, each with the others' sentences that read alike.
  const article = (number) => data.statements[number].article;
  const first = numbers.map(article).find((id) => !data.articles[id]?.copy_of) ?? article(numbers[0]);
  const heads = numbers.filter((number) => article(number) === first).map((head) => ({ head, copies: [] }));
  for (const number of numbers.filter((other) => article(other) !== first)) {
    const words = fold(quoteOf(data.statements[number]));
    const alike = heads.find(({ head }) => fold(quoteOf(data.statements[head])) === words);
    (alike ?? heads[0]).copies.push(number);
  }
  return heads;
}

function evidence(numbers, lists) {
  // The choices that hold for all sentences, then the lists of them.
  startAfresh();
  if (!numbers.length) return [make("p", { class: "faint" }, t("no_evidence"))];
  return [kindChips(numbers), choices(numbers), ...lists, hints(numbers)];
}

function kindChips(numbers) {
  // How many sentences there are of each kind; a click leaves only these.
  const counts = tally(numbers, (number) => statusOf(data.statements[number]));
  const kinds = statuses.filter((kind) => counts.has(kind));
  const words = (kind) => `${t(kind)}${colon()}${counts.get(kind)}`;
  if (kinds.length < 2) return make("p", {}, ...kinds.map((kind) => chip(kind, words(kind))));
  return make("p", { role: "group", "aria-label": t("certainty") }, ...kinds.map((kind) => {
    const toggle = () => {
      if (!shown.kinds.delete(kind)) shown.kinds.add(kind);
      shown.upTo = {};
      showPanel();
    };
    return button(words(kind), toggle, { class: doubtful.has(kind) ? "chip doubt" : "chip", "data-key": `kind ${kind}`,
      "aria-pressed": String(shown.kinds.has(kind)) });
  }));
}

function choices(numbers) {
  const choice = (key, values, label) => {
    const list = options(values, (value) => t(`${key}_${value}`), { "data-key": key });
    list.value = state[key];
    list.addEventListener("change", () => change({ [key]: list.value }));
    return make("label", {}, `${t(label)} `, list);
  };
  return make("p", { class: "choices" }, numbers.length > 1 ? choice("order", Object.keys(ORDERS), "order") : "",
    choice("cite", Object.keys(CITATIONS), "cite_as"));
}

function hints(numbers) {
  const scored = numbers.some((number) => data.statements[number].score !== undefined);
  return make("p", { class: "hint" }, scored ? `${t("score_hint")} ` : "", t("rule_hint"));
}

function cards(numbers, { place = "all", heard = false, home = null } = {}) {
  // Cards of statements, so many at a time; ``heard`` says who speaks, ``home`` is the edge that needs no naming.
  const all = inOrder(numbers);
  const upTo = shown.upTo[place] ?? BATCH;
  const found = all.slice(0, upTo).map(({ head, copies }) => card(data.statements[head], { copies, heard, home }));
  if (!all.length) found.push(make("p", { class: "faint" }, t("none_of_kind")));
  if (all.length > upTo) found.push(moreButton(place, all.length - upTo, upTo + BATCH));
  return found;
}

function moreButton(place, left, upTo) {
  // Shows more of a list in the panel: so many of it, until something else is selected.
  const more = () => {
    shown.upTo[place] = upTo;
    showPanel();
  };
  return button(`${t("more")} (${left})`, more, { "data-key": `more ${place}` });
}

const sentence = (statement) =>
  statement.pieces.map(([text, role]) => (role ? make("mark", { class: role, title: t(role) }, text) : text));

function card(statement, { copies = [], heard = false, home = null } = {}) {
  const status = statusOf(statement);
  const edge = edgeBehind(statement);
  const when = statement.date && `${days(statement.date.slice(0, 2))} (${t(statement.date[2])})`;
  const said = [!heard && statement.speaker && `${t("said_by")} ${nameOf(statement.speaker)}`,
    statement.role && `${t("office")}${colon()}${statement.role}`, when].filter(Boolean);
  return make("article", { class: "card", "data-statement": statement.number },
    heard ? make("p", { class: "saying" }, make("bdi", {}, saying(statement))) : "",
    edge && edge.id !== home?.id ? make("p", { class: "of" }, edgeButton(edge, edgeText(edge))) : "",
    make("blockquote", { lang: "fr", dir: "auto" }, ...sentence(statement)),
    ...whence(statement),
    make("p", {}, chip(status, t(status)), statement.former ? chip("former", t("former")) : "", said.join(" · ")),
    byline(statement),
    copies.length ? alsoIn(copies) : "",
    make("p", { class: "faint" }, ...howRead(statement)),
    tools(statement));
}

function whence(statement) {
  // The headline, and where and when it appeared.
  const article = articleOf(statement);
  if (!article) return [];
  const facts = [article.publisher, article.author, article.date && day(article.date), article.copy_of && t("copy")];
  return [make("p", {}, make("bdi", {}, link(article.url, article.title))),
    make("p", { class: "faint" }, facts.filter(Boolean).join(" · "))];
}

function alsoIn(copies) {
  const list = make("ul", {}, ...copies.map((number) => {
    const quote = make("q", { lang: "fr", dir: "auto" }, quoteOf(data.statements[number]));
    return make("li", {}, make("div", {}, ...whence(data.statements[number]), quote));
  }));
  const heading = worded(copies.length === 1 ? "also_in_one" : "also_in", { n: copies.length });
  return make("details", { class: "copies" }, make("summary", {}, heading), list);
}

function howRead(statement) {
  const { score, pattern } = statement;
  const percent = Math.round((score ?? 0) * 100);
  const parts = [score !== undefined && make("span", { title: t("score_hint") }, worded("score", { n: percent })),
    pattern && make("span", { title: t("rule_hint") }, `${t("rule")} ${pattern}`)].filter(Boolean);
  return parts.flatMap((part, number) => (number ? [" · ", part] : [part]));
}

function tools(statement) {
  const place = make("span", { class: "faint", role: "status" });
  const key = `${statement.id} ${edgeBehind(statement)?.id}`;
  return make("p", { class: "tools" },
    button(t("cite"), () => copyCitation(statement, place), { "data-key": `cite ${key}` }),
    button(t("correct"), () => correctStatement(statement),
      { "data-key": `correct ${key}`, "aria-haspopup": "dialog" }),
    place);
}
