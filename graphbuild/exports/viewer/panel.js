// Selection, and the panel with the evidence.

let opener = null;
let detour = null;

function select(kind, what, statement) {
  // ``what`` is an id, or a pair of them.
  const panel = byId("panel");
  const selected = kind ? { kind, [Array.isArray(what) ? "ids" : "id"]: what, statement } : null;
  if (kind && panel.hidden) opener = document.activeElement;
  network?.setSelection({ nodes: [], edges: [] });
  change({ ...(kind ? admitted(endsOf(selected)) : {}), selected });
  panel.scrollTop = 0;
  if (kind) requestAnimationFrame(reveal);
  else goBack();
  if (!kind && opener?.isConnected) opener.focus();
}

function showPanel() {
  const panel = byId("panel");
  panel.hidden = !state.selected;
  if (!state.selected) return panel.replaceChildren();
  const close = make("button", { type: "button", class: "close", "aria-label": t("close"), onclick: () => select(null) }, "×");
  const { kind, id } = state.selected;
  const content = { edge: () => edgePanel(edgeOf(id)), node: () => nodePanel(nodes.get(id)), dyad: dyadPanel, path: pathPanel };
  refill(panel, close, ...content[kind](state.selected));
  foundSentence(panel);
}

function reveal() {
  // The panel covers a part of the drawing: moves the selection out from under it, if it is there.
  if (!network || !state.selected) return;
  const ends = Object.values(network.getPositions(endsOf(state.selected)));
  const frame = byId("graph").getBoundingClientRect();
  const { width, height } = uncovered();
  const inside = ends.map((place) => network.canvasToDOM(place))
    .every(({ x, y }) => x > 50 && x < width - 50 && y > 30 && y < height - 40);
  if (inside) return;
  const before = camera();
  const [first, last] = [ends[0], ends.at(-1)];
  const span = [Math.abs(first.x - last.x), Math.abs(first.y - last.y)];
  const scale = Math.min(network.getScale(), (width - 120) / (span[0] || 1), (height - 100) / (span[1] || 1));
  network.moveTo({ position: { x: (first.x + last.x) / 2, y: (first.y + last.y) / 2 }, scale: Math.max(scale, 0.1),
    offset: { x: (width - frame.width) / 2, y: (height - frame.height) / 2 }, animation: false });
  detour = { before: detour?.before ?? before, after: JSON.stringify(camera()) };
}

function uncovered() {
  // How much of the drawing the panel leaves free: it stands beside it, or lies over its lower part.
  const frame = byId("graph").getBoundingClientRect();
  const panel = byId("panel").getBoundingClientRect();
  if (byId("panel").hidden || !panel.width) return { width: frame.width, height: frame.height };
  const below = panel.left <= frame.left + 20;
  return { width: below ? frame.width : panel.left - frame.left, height: below ? Math.max(panel.top - frame.top, 80) : frame.height };
}

const camera = () => ({ position: network.getViewPosition(), scale: network.getScale() });

function goBack() {
  // Once nothing is selected, undoes what reveal() did, unless the reader has moved the view since;
  // or fits what was fitted beside the panel.
  if (network && JSON.stringify(camera()) === squeezed) fit(false);
  else if (detour && JSON.stringify(camera()) === detour.after) network.moveTo({ ...detour.before, animation: false });
  detour = null;
}

const edgeButton = (edge, text) =>
  make("button", { type: "button", class: "link", onclick: () => select("edge", edge.id) }, text);
const nodeButton = (id) =>
  make("button", { type: "button", class: "link", onclick: () => select("node", id) }, make("bdi", {}, nameOf(id)));

function chip(status, text) {
  return make("span", { class: doubtful.has(status) ? "chip doubt" : "chip" }, text);
}

function quadChip(edge) {
  const dot = make("i");
  dot.style.background = quads[quadOf(edge)][tone()];
  return make("span", { class: "chip" }, dot, t(quadOf(edge)));
}

function edgePanel(edge) {
  const arrow = edge.arrows ? " → " : " – ";
  const now = nowOf(edge);
  const counts = statuses.filter((key) => now.counts[key]).map((key) => chip(key, `${now.counts[key]} ${t(key)}`));
  const backing = now.weight ? `${now.weight} ${t(now.weight === 1 ? "independent_one" : "independent")}` : t("not_asserted");
  const others = edgesAt(edge.from).filter((e) => e !== edge && [e.from, e.to].includes(edge.to));
  return [
    make("h2", {}, nodeButton(edge.from), make("em", {}, ` ${name(edge)}${arrow}`), nodeButton(edge.to)),
    make("p", {}, quadChip(edge), ...counts),
    make("p", { class: "faint" }, [backing, now.dates && days(now.dates)].filter(Boolean).join(" · ")),
    edge.from === edge.to ? "" : make("p", { class: "tools" }, make("button", { type: "button",
      onclick: () => select("dyad", [edge.from, edge.to]) }, t("all_between"))),
    ...cards(now.numbers),
    ...(others.length ? [make("h3", {}, t("also")), edgeList(others)] : []),
  ];
}

function edgeList(list) {
  return make("ul", {}, ...list.map((edge) => {
    const swatch = line(quads[quadOf(edge)][tone()], dashes[nowOf(edge).status]);
    const { status } = nowOf(edge);
    const doubt = status === "asserted" ? "" : make("span", { class: "faint" }, ` (${t(status)})`);
    return make("li", {}, swatch, make("span", {}, edgeButton(edge, short(edgeText(edge), 300)), doubt));
  }));
}

function nodePanel(node) {
  const own = edgesAt(node.id).filter((edge) => view().now.has(edge)).sort(byWeight);
  const facts = [t(typeOf(node)), node.mentions && count(node.mentions, "mention", "mentions"),
    node.articles && count(node.articles, "article", "articles")].filter(Boolean).join(" · ");
  const wikidata = /^Q\d+$/.test(node.wikidata ?? "") ? link(`https://www.wikidata.org/wiki/${node.wikidata}`, node.wikidata) : "";
  const aliases = (node.aliases ?? []).length ? `${t("aliases")}${colon()}${node.aliases.join(", ")}` : "";
  return [
    make("h2", {}, make("bdi", {}, name(node))),
    make("p", { class: "faint" }, facts, wikidata ? " · " : "", wikidata),
    aliases ? make("p", { class: "faint" }, short(aliases, 600)) : "",
    ...nodeTools(node),
    make("h3", {}, `${t("its_relations")} (${own.length})`), edgeList(own),
    make("h3", {}, t("its_evidence")), ...cards([...new Set(own.flatMap((edge) => nowOf(edge).numbers))]),
  ].filter(Boolean);
}

function cards(numbers, from = 0) {
  const step = 20;
  if (!numbers.length) return [make("p", { class: "faint" }, t("no_evidence"))];
  const found = numbers.slice(from, from + step).map((number) => card(data.statements[number]));
  if (numbers.length > from + step) {
    const more = make("button", { type: "button", onclick: () => more.replaceWith(...cards(numbers, from + step)) },
      `${t("more")} (${numbers.length - from - step})`);
    found.push(more);
  }
  return found;
}

const sentence = (statement) =>
  statement.pieces.map(([text, role]) => (role ? make("mark", { class: role, title: t(role) }, text) : text));

function card(statement) {
  const article = articleOf(statement);
  const status = statusOf(statement);
  const when = statement.date && `${days(statement.date.slice(0, 2))} (${t(statement.date[2])})`;
  const said = [statement.speaker && `${t("said_by")} ${nameOf(statement.speaker)}`,
    statement.role && `${t("office")}${colon()}${statement.role}`, statement.former && t("former"), when].filter(Boolean);
  return make("article", { class: "card", "data-statement": statement.number },
    make("blockquote", { lang: "fr", dir: "auto" }, ...sentence(statement)),
    article ? make("p", {}, link(article.url, article.title)) : "",
    article ? make("p", { class: "faint" }, [article.publisher, article.author, article.date && day(article.date),
      article.copy_of && t("copy")].filter(Boolean).join(" · ")) : "",
    make("p", {}, chip(status, t(status)), said.join(" · ")),
    byline(statement),
    make("p", { class: "faint" }, [statement.pattern && `${t("rule")} ${statement.pattern}`,
      statement.score !== undefined && `${t("score")} ${Math.round(statement.score * 100)} %`].filter(Boolean).join(" · ")));
}
