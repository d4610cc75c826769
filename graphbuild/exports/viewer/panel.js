// Selection, and the panel with the evidence.

let opener = null;
let detour = null;

function select(kind, what, statement) {
  // ``what`` is an id, or a pair of them.
  const panel = byId("panel");
  const selected = kind ? kept({ kind, [Array.isArray(what) ? "ids" : "id"]: what, statement }) : null;
  if (kind && panel.hidden) opener = document.activeElement;
  network?.setSelection({ nodes: [], edges: [] });
  change({ ...(selected ? admitted(endsOf(selected)) : {}), selected });
  panel.scrollTop = 0;
  if (kind) requestAnimationFrame(reveal);
  else goBack();
  if (!kind && opener?.isConnected) opener.focus();
}

function showPanel() {
  const panel = byId("panel");
  panel.hidden = !state.selected;
  if (!state.selected) return panel.replaceChildren();
  const close = button("×", () => select(null), { class: "close", "data-key": "close", "aria-label": t("close") });
  const { kind, id } = state.selected;
  const content = { edge: () => edgePanel(edgeOf(id)), node: () => nodePanel(nodes.get(id)), dyad: dyadPanel, path: pathPanel };
  refill(panel, close, ...content[kind](state.selected));
  foundSentence(panel);
}

function reveal() {
  // The panel covers a part of the drawing: moves the selection out from under it, if it is there.
  if (!network || !state.selected || (state.selected.kind === "path" && isRoomy())) return; // ways are fitted beside it
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

// What is left above the sheet of a phone may be too low for the whole:
const isRoomy = () => uncovered().height >= Math.min(240, byId("graph").getBoundingClientRect().height);

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
  const both = sides(edge);
  const taken = new Set([...(both?.pro ?? []), ...(both?.con ?? [])]);
  const rest = now.numbers.filter((number) => !taken.has(number));
  const others = edgesAt(edge.from).filter((e) => e !== edge && !isGone(e) && [e.from, e.to].includes(edge.to));
  return [
    make("h2", {}, nodeButton(edge.from), make("em", {}, ` ${name(edge)}${arrow}`), nodeButton(edge.to)),
    make("p", { class: "tools" }, quadChip(edge), isGone(edge) ? chip("denied", t("rejected")) : "",
      edge.from === edge.to ? "" : button(t("all_between"), () => select("dyad", [edge.from, edge.to])),
      isPlain(edge) ? correctButton(() => correctEdge(edge)) : ""),
    make("p", { class: "faint" }, [backing(now), now.dates && days(now.dates)].filter(Boolean).join(" · ")),
    ...pendingNotice("edge", edge.id),
    ...evidence([...new Set([...now.numbers, ...taken])], [
      both ? make("div", {}, make("h3", {}, t("for_and_against")), twoSides(both.pro, both.con, edge)) : "",
      both && rest.length ? make("h3", {}, t("said_otherwise")) : "",
      ...(rest.length ? cards(rest, { home: edge }) : []),
    ]),
    ...(others.length ? [make("h3", {}, t("also")), edgeList(others)] : []),
  ];
}

function backing(now) {
  // How many articles assert it, near copies counted once.
  if (!now.weight) return t("not_asserted");
  const asserting = now.numbers.map((number) => data.statements[number]).filter((one) => statusOf(one) === "asserted");
  const copies = new Set(asserting.map((one) => one.article)).size - now.weight;
  const uncounted = now.numbers.length && copies ? ` (${count(copies, "copy_not_counted", "copies_not_counted")})` : "";
  return count(now.weight, "independent_one", "independent") + uncounted;
}

// Whether an edge is as it was read, not one that roll-up made:
const isPlain = (edge) => plainEdges.byId.get(edge.id)?.evidence?.length === edge.evidence?.length;

const correctButton = (open) =>
  button(t("correct"), open, { class: "small", "data-key": "correct", "aria-haspopup": "dialog" });

function edgeList(list) {
  return make("ul", {}, ...list.map((edge) => {
    const swatch = line(quads[quadOf(edge)][tone()], dashes[nowOf(edge).status]);
    const { status } = nowOf(edge);
    const doubt = status === "asserted" ? "" : make("span", { class: "faint" }, ` (${t(status)})`);
    const text = edgeButton(edge, short(edgeText(edge), 300));
    return make("li", {}, swatch, make("span", {}, text, doubt, contestedMark(edge), pendingMark(edge)));
  }));
}

function edgeGroups(list) {
  // Relations under their quad class, each class with its number; the first ones of each.
  const groups = Object.keys(quads).map((quad) => [quad, list.filter((edge) => quadOf(edge) === quad)]);
  return groups.filter(([, some]) => some.length).map(([quad, some]) => {
    const most = shown.upTo[`quad ${quad}`] ?? 8;
    return make("details", { class: "quad", open: "" }, make("summary", {}, `${t(quad)} (${some.length})`),
      edgeList(some.slice(0, most)),
      some.length > most ? moreButton(`quad ${quad}`, some.length - most, Infinity) : "");
  });
}

function nodePanel(node) {
  const own = edgesAt(node.id).filter((edge) => view().now.has(edge)).sort(byWeight);
  startAfresh();
  return [
    make("h2", {}, make("bdi", {}, name(node))),
    ...nodeFacts(node),
    make("p", {}, correctButton(() => correctNode(node))),
    ...pendingNotice("node", node.id),
    ...nodeTools(node),
    make("h3", {}, `${t("its_relations")} (${own.length})`), ...edgeGroups(own),
    make("h3", {}, t("its_evidence")),
    ...withEvidence([...new Set(own.flatMap((edge) => nowOf(edge).numbers))]),
  ].filter(Boolean);
}

const withEvidence = (numbers) => evidence(numbers, numbers.length ? cards(numbers) : []);

function nodeFacts(node) {
  const facts = [t(typeOf(node)), node.mentions && count(node.mentions, "mention", "mentions"),
    node.articles && count(node.articles, "article", "articles")].filter(Boolean).join(" · ");
  const page = `https://www.wikidata.org/wiki/${node.wikidata}`;
  const wikidata = /^Q\d+$/.test(node.wikidata ?? "") ? link(page, `Wikidata ${node.wikidata}`) : "";
  const elsewhere = state.lang === "fr" ? english(node) : french(node);
  const aliases = [...new Set([elsewhere, ...(node.aliases ?? [])])].filter((alias) => alias && alias !== name(node));
  return [
    make("p", { class: "faint" }, facts, wikidata ? " · " : "", wikidata),
    aliases.length ? also(aliases) : "",
  ];
}

function also(aliases) {
  // The other names; where they are many, the first ones until asked for.
  const few = aliases.slice(0, 6).map((alias) => short(alias, 80)).join(", ");
  const first = `${t("aliases")}${colon()}${few}`;
  if (aliases.length <= 6) return make("p", { class: "faint" }, first);
  const rest = short(aliases.slice(6).join(", "), 2000);
  return make("details", { class: "faint" }, make("summary", {}, `${first}… (${aliases.length})`), rest);
}
