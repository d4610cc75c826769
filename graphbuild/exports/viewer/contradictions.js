// Contradictions: what is said for a relation, and what is said against it.

const contrary = new Map();
for (const [one, other] of data.contraries) {
  for (const [a, b] of [[one, other], [other, one]]) contrary.set(a, [...(contrary.get(a) ?? []), b]);
}

function against(edge) {
  // The edges that say the contrary of an edge of the same two.
  const others = contrary.get(edge.relation);
  return others ? edgesAt(edge.from).filter((one) => others.includes(one.relation) && joinsTheSame(one, edge)) : [];
}

function joinsTheSame(one, other) {
  const straight = one.from === other.from && one.to === other.to;
  return straight || (!one.arrows && !other.arrows && one.from === other.to && one.to === other.from);
}

function isContested(edge, now = view().now) {
  // Whether some assert an edge, and others deny it or assert its contrary, as far as the filters let them through.
  const { asserted, denied } = now.get(edge)?.counts ?? {};
  return Boolean(asserted && (denied || against(edge).some((other) => now.get(other)?.counts.asserted)));
}

const withStatus = (edge, status) =>
  nowOf(edge).numbers.filter((number) => statusOf(data.statements[number]) === status);

function sides(edge) {
  // The numbers of the statements for and against an edge; null where nothing contradicts it.
  if (!isContested(edge)) return null;
  const contraries = against(edge).filter((other) => view().now.has(other));
  const pro = withStatus(edge, "asserted");
  const con = [...withStatus(edge, "denied"), ...contraries.flatMap((other) => withStatus(other, "asserted"))];
  return pro.length && con.length ? { pro, con } : null;
}

function contestedMark(edge) {
  // A small mark for lists; null where there is no contradiction.
  return isContested(edge) ? sign("≠", t("contested")) : null;
}

function saying(statement) {
  // « X affirms », « Y denies », or which paper writes it where nobody else says it.
  const { speaker, denied } = statement;
  const many = state.lang === "fr" && data.plural.includes(speaker) ? "_many" : "";
  if (speaker) return `${nameOf(speaker)} ${t((denied ? "denies" : "affirms") + many)}`;
  return `${publisherOf(statement) || t("the_article")} ${t(denied ? "writes_not" : "writes")}`;
}

function twoSides(pro, con, home = null) {
  // Both sides beside each other, each under its number of sentences.
  const column = (key, numbers) => make("section", { "aria-label": t(key) },
    make("h4", {}, `${t(key)} (${folded(numbers).length})`), ...cards(numbers, { place: key, heard: true, home }));
  return make("div", { class: "sides" }, column("said_for", pro), column("said_against", con));
}
