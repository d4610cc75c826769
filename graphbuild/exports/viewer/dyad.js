// All that passes between two actors: how much, in which direction, when, and in which words.

function between(a, b) {
  // What is said of the two, in order of date: {number, edge, statement, days}; the undated last.
  return edgesBetween(a, b).filter((edge) => view().now.has(edge))
    .flatMap((edge) => nowOf(edge).numbers.map((number) => ({ number, edge, statement: data.statements[number] })))
    .map((one) => ({ ...one, days: daysOf(one.statement) }))
    .sort((x, y) => (x.days?.[0] ?? "9999").localeCompare(y.days?.[0] ?? "9999") || x.number - y.number);
}

function dyadPanel({ ids: [a, b] }) {
  startAfresh();
  const found = between(a, b);
  const heading = make("h2", {}, nodeButton(a), " ⇄ ", nodeButton(b));
  const way = make("button", { type: "button", "data-key": "ways", onclick: () => seek(a, b) }, t("show_ways"));
  if (!found.length) return [heading, make("p", { role: "status" }, t("nothing_between")), make("p", { class: "tools" }, way)];
  const articles = new Set(found.map(({ statement }) => clusterOf(statement))).size;
  const by = tally(found, ({ statement }) => statusOf(statement));
  return [
    heading,
    make("p", { class: "faint" }, `${count(found.length, "statement", "statements")} · ${count(articles, "independent_article", "independent_articles")}`),
    make("p", {}, ...statuses.filter((status) => by.has(status)).map((status) => chip(status, `${t(status)}${colon()}${by.get(status)}`))),
    directions(found, a, b),
    ...balance(found),
    ...disputes(found),
    make("h3", {}, t("in_order")), ...cardsByDay(found),
  ];
}

function directions(found, a, b) {
  // How many statements of each kind go which way.
  const ways = [[`${nameOf(a)} → ${nameOf(b)}`, (edge) => edge.arrows && edge.from === a],
    [`${nameOf(b)} → ${nameOf(a)}`, (edge) => edge.arrows && edge.from === b], [t("mutual"), (edge) => !edge.arrows]]
    .filter(([, goes]) => found.some(({ edge }) => goes(edge)));
  const kinds = Object.keys(quads).filter((kind) => found.some(({ edge }) => quadOf(edge) === kind));
  const cell = (kind, goes) => found.filter(({ edge }) => quadOf(edge) === kind && goes(edge)).length;
  const head = make("tr", {}, make("td"), ...ways.map(([title]) => make("th", { scope: "col" }, make("bdi", {}, title))));
  const rows = kinds.map((kind) => make("tr", {}, make("th", { scope: "row" }, line(quads[kind][tone()]), ` ${t(kind)}`),
    ...ways.map(([, goes]) => make("td", {}, String(cell(kind, goes) || "–")))));
  return make("table", { class: "directions" }, make("caption", { class: "unseen" }, t("directions")),
    make("thead", {}, head), make("tbody", {}, ...rows));
}

function disputes(found) {
  // What some assert and others deny, both sides beside each other; two contrary relations are one dispute.
  const open = new Set(found.map(({ edge }) => edge).filter((edge) => isContested(edge)));
  for (const edge of open) for (const other of against(edge)) open.delete(other);
  const blocks = [...open].map((edge) => [edge, sides(edge)]).filter(([, both]) => both)
    .flatMap(([edge, { pro, con }]) => [edgeList([edge]), twoSides(pro, con, edge)]);
  return blocks.length ? [make("h3", {}, t("for_and_against")), ...blocks] : [];
}

function cardsByDay(found) {
  // The sentences, each under the relation that it was read as.
  const upTo = shown.upTo.days ?? BATCH;
  const items = found.slice(0, upTo)
    .flatMap(({ edge, statement }) => [edgeList([edge]), card(statement, { home: edge })]);
  return found.length > upTo ? [...items, moreButton("days", found.length - upTo, upTo + BATCH)] : items;
}
