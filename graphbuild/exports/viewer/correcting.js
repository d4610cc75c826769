// The sheets in which the reader corrects: one to say what is wrong, one with the list of all that was said.

const relationTypes = new Map(Object.entries(data.inventory));

function told(correction) {
  // A correction in words.
  const { source, relation, target, entity, into, other, to, type, quote, statement } = correction;
  const label = (id) => (relationTypes.has(id) ? relationTypes.get(id).labels[state.lang] : id);
  const behind = edgeBehind(data.statements.find((one) => one.id === statement));
  const said = behind ? edgeText(behind) : statement;
  const values = {
    edge: source ? `${nameOf(source)} – ${label(relation)} – ${nameOf(target)}` : said, to: label(to),
    entity: nameOf(entity), into: nameOf(into), other: nameOf(other), type: t(type), quote: quote ?? "…",
    label: correction.label, label_fr: correction.label_fr,
  };
  const brief = Object.entries(values).map(([key, value]) => [key, short(String(value), 200)]);
  return worded(`told_${correction.action}`, Object.fromEntries(brief));
}

function field(label, input) {
  return make("label", { class: "field" }, make("span", {}, t(label)), input);
}

function options(values, words, attributes = {}) {
  return make("select", attributes, ...values.map((value) => make("option", { value }, words(value))));
}

function nodeChoice(except) {
  // A field to search in, and the list of the nodes found: the one chosen is the list's value.
  const text = make("input", { type: "search", autocomplete: "off", spellcheck: "false" });
  const found = options([], nameOf, { size: 6 });
  const look = () => {
    const hits = fold(text.value) ? entitiesFor(text.value).filter(({ node }) => node.id !== except) : [];
    const words = (node) => `${short(name(node), 60)} (${t(typeOf(node))})`;
    found.replaceChildren(...hits.slice(0, 30).map(({ node }) => make("option", { value: node.id }, words(node))));
    if (hits.length) found.value = hits[0].node.id;
  };
  text.addEventListener("input", look);
  return { parts: [field("search_entity", text), field("chosen_entity", found)], read: () => found.value };
}

function relationChoice(edge) {
  // The other relations; those first that may join two of these types.
  const [from, to] = [edge.from, edge.to].map((id) => typeOf(nodes.get(id)));
  const fits = (id) => relationTypes.get(id).sources.includes(from) && relationTypes.get(id).targets.includes(to);
  const label = (id) => relationTypes.get(id).labels[state.lang];
  const ids = [...relationTypes.keys()].filter((id) => id !== edge.relation);
  ids.sort((a, b) => label(a).localeCompare(label(b)));
  const [good, bad] = [ids.filter(fits), ids.filter((id) => !fits(id))];
  const group = (key, some) => make("optgroup", { label: t(key) }, ...options(some, label).children);
  const list = make("select", {}, good.length ? group("fitting", good) : "",
    bad.length ? group("not_fitting", bad) : "");
  return { parts: [field("relation", list)], read: () => ({ to: list.value }) };
}

function typeChoice(node) {
  const list = options(Object.keys(types).filter((type) => type !== node.type), t);
  return { parts: [field("entity_type", list)], read: () => ({ type: list.value }) };
}

function nameChoice(node) {
  const now = renamed.get(node) ?? node.labels ?? { en: node.label, fr: node.label };
  const [en, fr] = ["en", "fr"].map((lang) => {
    const input = make("input", { type: "text", maxlength: 200, autocomplete: "off", lang });
    input.value = now[lang];
    return input;
  });
  const read = () => ({ label: en.value.trim(), label_fr: fr.value.trim() });
  return { parts: [field("name_en", en), field("name_fr", fr)], read };
}

const plainChoice = () => ({ parts: [], read: () => ({}) });

function correctStatement(statement) {
  const concerns = { statement: statement.id, article: statement.article, quote: quoteOf(statement) };
  const edge = edgeBehind(statement);
  const ways = { reject_statement: plainChoice(), ...(edge?.arrows ? { flip_statement: plainChoice() } : {}) };
  correctionSheet(edge ? edgeText(edge) : "", concerns, ways);
}

function correctEdge(edge) {
  const known = [...relationTypes.keys()].some((id) => id !== edge.relation);
  correctionSheet(edgeText(edge), concernsOf(edge), { reject_edge: plainChoice(),
    ...(known ? { retype_edge: relationChoice(edge) } : {}), ...(edge.arrows ? { flip_edge: plainChoice() } : {}) });
}

function correctNode(node) {
  const [one, other] = [nodeChoice(node.id), nodeChoice(node.id)];
  correctionSheet(name(node), { entity: node.id }, {
    rename: nameChoice(node), retype: typeChoice(node),
    merge: { ...one, read: () => ({ into: one.read() }) },
    not_same: { ...other, read: () => ({ other: other.read() }) },
  });
}

function correctionSheet(what, concerns, ways) {
  // Asks which correction it is, for what that needs, and for a reason.
  const problem = make("p", { role: "alert", class: "problem" });
  const reason = make("input", { type: "text", maxlength: 500, autocomplete: "off" });
  const by = make("input", { type: "text", maxlength: 100, autocomplete: "off" });
  by.value = pending.by;
  const blocks = Object.entries(ways).map(([action, { parts }], number) => {
    const radio = make("input", { type: "radio", name: "action", value: action, checked: number ? null : "" });
    const label = make("label", { class: "way" }, radio, t(`do_${action}`));
    return { action, radio, needs: make("div", { class: "needs" }, ...parts), label };
  });
  const fit = () => {
    for (const { radio, needs } of blocks) needs.hidden = !radio.checked || !needs.childNodes.length;
  };
  for (const { radio } of blocks) radio.addEventListener("change", fit);
  const add = () => {
    const { action } = blocks.find(({ radio }) => radio.checked);
    const values = { ...concerns, ...ways[action].read() };
    const missing = CONCERNS[action].some((key) => !values[key] && !MAY_LACK.includes(key));
    problem.textContent = missing ? t("incomplete") : "";
    if (missing) return;
    pending.by = by.value.trim();
    box.close();
    correct([{ action, ...values, reason: reason.value.trim(), by: pending.by, at: today() }]);
  };
  const choice = blocks.flatMap(({ label, needs }) => [label, needs]);
  const box = sheet(t("correct_title"), make("p", {}, make("bdi", {}, short(what, 200))),
    make("fieldset", {}, make("legend", {}, t("what_is_wrong")), ...choice),
    field("reason", reason), field("by", by), problem,
    make("p", { class: "tools" }, button(t("add_correction"), add, { class: "main" })));
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.type !== "text") return;
    event.preventDefault(); // the key would press the button that the focus goes back to
    add();
  });
  fit();
}

function undoList(list, after) {
  // Corrections, each with a button that takes it back.
  return make("ul", { class: "pending" }, ...list.map((one) => {
    const undo = () => {
      takeBack(one);
      after?.();
    };
    const more = [one.reason, one.by, one.at].filter(Boolean).join(" · ");
    return make("li", {}, make("div", {}, make("bdi", {}, told(one)), more ? make("small", {}, ` ${more}`) : ""),
      button(t("undo"), undo, { "aria-label": `${t("undo")}${colon()}${told(one)}` }));
  }));
}

function pendingNotice(kind, id) {
  // What the reader has corrected of the selection.
  const list = touching(kind, id);
  return list.length ? [make("h3", {}, t("pending")), undoList(list)] : [];
}

function pendingMark(edge) {
  // A small mark for lists, where something is to be corrected of an edge; null else.
  return touching("edge", edge.id).length ? sign("✎", t("pending")) : null;
}

function correctionList() {
  const said = make("span", { role: "status" });
  const list = make("div");
  const pick = make("input", { type: "file", accept: ".jsonl,.ndjson,.json,.txt", hidden: "" });
  const copy = async () => {
    if (await copyText(asFile(), said)) pending.saved = asFile();
  };
  const keep = () => {
    handOver(asFile(), "corrections.jsonl", "application/x-ndjson");
    pending.saved = asFile();
    said.textContent = t("downloaded");
  };
  const need = [button(t("download_corrections"), keep), button(t("copy_corrections"), copy)];
  const fill = () => {
    const none = () => make("p", { class: "faint" }, t("no_corrections"));
    list.replaceChildren(pending.list.length ? undoList(pending.list, fill) : none());
    for (const one of need) one.disabled = !pending.list.length;
  };
  pick.addEventListener("change", async () => {
    said.textContent = await load(pick.files[0]);
    pick.value = "";
    fill();
  });
  fill();
  const box = sheet(t("corrections"), make("p", { class: "faint" }, t("corrections_hint")), list,
    make("p", { class: "tools" }, ...need, button(t("load_corrections"), () => pick.click()), pick, said));
  box.classList.add("wide");
}

async function load(file) {
  // Takes in the corrections of a file, all or none; what to say of it.
  if (!file) return "";
  try {
    const found = correctionsIn(file.size > MOST ? " ".repeat(MOST + 1) : await file.text());
    const saved = !pending.list.length;
    correct(found);
    if (saved) pending.saved = asFile();
    return worded("loaded", { n: found.length });
  } catch (error) {
    return `${t("refused")} ${error.message}`;
  }
}

function countCorrections() {
  const number = pending.list.length;
  byId("corrections").textContent = t("corrections") + (number ? ` (${number})` : "");
}

byId("corrections").hidden = false;
byId("corrections").addEventListener("click", correctionList);
