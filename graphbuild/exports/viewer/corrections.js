// The reader's corrections: collected, shown at once as far as they can be, and written as the lines of a file.

const { fields: CONCERNS, optional: MAY_LACK } = data.corrections;
const pending = { list: [], saved: "", by: "" };
const effect = { statements: new Set(), edges: new Set() };
const MOST = 5e6; // characters of a file

const edgeKey = (source, relation, target) => JSON.stringify([source, relation, target]);
const keyOfEdge = ({ from, relation, to }) => edgeKey(from, relation, to);
const concernsOf = (edge) => ({ source: edge.from, relation: edge.relation, target: edge.to });

function subjectOf(correction) {
  // What two corrections share of which only the later can hold.
  const { action, statement, source, relation, target, entity, other } = correction;
  return JSON.stringify([action, statement ?? [source, relation, target], entity, other]);
}

function correct(added) {
  // Takes corrections into the list; one of the same kind about the same thing gives way.
  const list = new Map(pending.list.map((one) => [subjectOf(one), one]));
  for (const one of added) list.delete(subjectOf(one)), list.set(subjectOf(one), one);
  applyAll([...list.values()]);
}

const takeBack = (correction) => applyAll(pending.list.filter((one) => one !== correction));

function applyAll(list) {
  // Shows what the corrections do: what is rejected goes, what is renamed has its new name.
  pending.list = list;
  const of = (action) => list.filter((one) => one.action === action);
  effect.statements = new Set(of("reject_statement").map((one) => one.statement));
  effect.edges = new Set(of("reject_edge").map((one) => edgeKey(one.source, one.relation, one.target)));
  renamed.clear();
  for (const { entity, label, label_fr } of of("rename")) {
    if (nodes.has(entity)) renamed.set(nodes.get(entity), { en: label, fr: label_fr });
  }
  index = null; // which holds the names
  change({});
}

function isRejected(statement) {
  const edge = edgeBehind(statement);
  return effect.statements.has(statement.id) || Boolean(edge && effect.edges.has(keyOfEdge(edge)));
}

function isGone(edge) {
  // Whether nothing of an edge is left.
  const numbers = edge.evidence ?? [];
  if (!numbers.length) return effect.edges.has(keyOfEdge(edge));
  return numbers.every((number) => isRejected(data.statements[number]));
}

function touching(kind, id) {
  // The corrections that concern a node, or an edge and its statements.
  if (kind === "node") return pending.list.filter((one) => [one.entity, one.into, one.other].includes(id));
  const edge = edgeOf(id);
  const statements = (edge.evidence ?? []).map((number) => data.statements[number]);
  const edges = new Set([edge, ...statements.map((one) => edgeBehind(one))].map(keyOfEdge));
  const ids = new Set(statements.map((one) => one.id));
  const isOf = (one) => edges.has(edgeKey(one.source, one.relation, one.target));
  return pending.list.filter((one) => (one.statement ? ids.has(one.statement) : isOf(one)));
}

function lineOf(correction) {
  const keys = ["action", ...CONCERNS[correction.action], "reason", "by", "at"];
  return JSON.stringify(only(correction, keys));
}

const only = (record, keys) => Object.fromEntries(keys.filter((key) => record[key]).map((key) => [key, record[key]]));
const asFile = () => pending.list.map((one) => `${lineOf(one)}\n`).join("");
const isUnsaved = () => pending.list.length > 0 && asFile() !== pending.saved;

function correctionsIn(text) {
  // The corrections of a file; throws an error that names the line where one cannot be used.
  if (text.length > MOST) throw new Error(t("too_long"));
  const lines = text.replace(/^\ufeff/, "").split("\n");
  return lines.flatMap((line, number) => (line.trim() ? [correctionIn(line, number + 1)] : []));
}

function correctionIn(line, number) {
  const refuse = (why) => { throw new Error(`${t("line")} ${number}${colon()}${why}`); };
  const found = parsed(line);
  if (found === null || typeof found !== "object" || Array.isArray(found)) refuse(t("no_json"));
  const isKnown = typeof found.action === "string" && Object.hasOwn(CONCERNS, found.action);
  if (!isKnown) refuse(`${t("unknown_value")} “action”`);
  const needed = CONCERNS[found.action];
  const allowed = ["action", ...needed, "reason", "by", "at"];
  const isText = (value) => typeof value === "string" && value.trim() !== "";
  for (const [key, value] of Object.entries(found)) {
    if (!allowed.includes(key)) refuse(`${t("unknown_value")} “${short(key, 40)}”`);
    if (!isText(value) && !(MAY_LACK.includes(key) && value === null)) refuse(`${t("no_text")} “${key}”`);
  }
  for (const key of needed) if (!MAY_LACK.includes(key) && !isText(found[key])) refuse(`${t("no_text")} “${key}”`);
  if (found.action === "retype" && !Object.hasOwn(types, found.type)) refuse(`${t("unknown_value")} “type”`);
  if (found.at && !isDay(found.at)) refuse(`${t("unknown_value")} “at”`);
  if (data.corrections.different.some(([a, b]) => found[a] && found[a] === found[b])) refuse(t("with_itself"));
  return only(found, allowed);
}

function parsed(line) {
  try {
    return JSON.parse(line);
  } catch {
    return null; // the caller refuses it, with its line
  }
}

addEventListener("beforeunload", (event) => { if (isUnsaved()) event.preventDefault(); });
