// What a statement, an edge or a node is, whatever the reader has chosen.

const quadOf = (edge) => (edge.quad in quads ? edge.quad : "structural");
const relationOf = (edge) => String(edge.relation ?? "");
const typeOf = (node) => (node.type in types ? node.type : "place");

const statusOf = (statement) => (statement.denied ? "denied" : statement.modality ?? "asserted");
const articleOf = (statement) => data.articles[statement.article];
const publisherOf = (statement) => articleOf(statement)?.publisher ?? "";
const quoteOf = (statement) => statement.pieces.map(([text]) => text).join("");
const clusterOf = (statement) => articleOf(statement)?.copy_of ?? statement.article ?? ""; // near copies count once

function daysOf(statement) {
  // The first and the last day on which what is said lies; of publication where the sentence says none; or null.
  const published = articleOf(statement)?.date;
  return statement.date?.slice(0, 2) ?? (published ? [published, published] : null);
}

// An edge of another maker has no statements: it is taken for one with the edge's own status and dates.
const standIn = ({ status = "asserted", dates = null }) =>
  ({ article: "", modality: status, denied: status === "denied", date: dates });

const within = (days, range) => days[0] <= range[1] && range[0] <= days[1];

function tally(things, keyOf) {
  // How often each key occurs.
  const counts = new Map();
  for (const thing of things) counts.set(keyOf(thing), (counts.get(keyOf(thing)) ?? 0) + 1);
  return counts;
}

function gathered(numbers) {
  // What an edge says of the statements with these numbers, as ``edge_attributes`` in edges.py does.
  const found = numbers.map((number) => data.statements[number]);
  const counts = Object.fromEntries(tally(found, statusOf));
  const days = found.map(daysOf).filter(Boolean).flat().sort();
  return {
    counts,
    status: statuses.find((status) => counts[status]) ?? "denied",
    weight: new Set(found.filter((one) => statusOf(one) === "asserted").map(clusterOf)).size,
    articles: new Set(found.map((one) => one.article)).size,
    dates: days.length ? [days[0], days.at(-1)] : null,
  };
}

function linked(list) {
  // Edges by id, and by the nodes that they touch.
  const of = new Map();
  for (const edge of list) {
    for (const end of new Set([edge.from, edge.to])) {
      if (!of.has(end)) of.set(end, []);
      of.get(end).push(edge);
    }
  }
  return { list, byId: new Map(list.map((edge) => [edge.id, edge])), of };
}

function rolledUp() {
  // The edges once officials and places are drawn together in their country, as ``rolled_up`` in rollup.py does.
  const merged = new Map();
  for (const edge of data.edges) {
    let [from, to] = [owners.get(edge.from) ?? edge.from, owners.get(edge.to) ?? edge.to];
    if (from === to) continue;
    if (!edge.arrows && to < from) [from, to] = [to, from];
    const id = from === edge.from && to === edge.to ? edge.id : `${from}|${edge.relation}|${to}`;
    const own = edge.evidence ?? [];
    const held = merged.get(id);
    merged.set(id, held ? { ...held, evidence: [...held.evidence, ...own] } : { ...edge, id, from, to, evidence: own });
  }
  return linked([...merged.values()]);
}

const plainEdges = linked(data.edges);
let countryEdges = null;

function whole() {
  // All edges in the way they are drawn at present: as they were read, or rolled up.
  return state.rolled ? (countryEdges ??= rolledUp()) : plainEdges;
}

const edgeOf = (id) => whole().byId.get(id);
const edgesAt = (id) => whole().of.get(id) ?? [];

function sayingIn(all, number) {
  // The edge that a statement is a part of; undefined where it stays within one country.
  all.saying ??= new Map(all.list.flatMap((edge) => (edge.evidence ?? []).map((one) => [one, edge])));
  return all.saying.get(number);
}

const edgeSaying = (number) => sayingIn(whole(), number);
const heldBy = (id) => [...owners].filter(([, owner]) => owner === id).map(([member]) => member);
const isAway = (id) => state.rolled && owners.has(id); // drawn as a part of its country
const drawnAs = (id) => (isAway(id) ? owners.get(id) : id);
const edgeBehind = (statement) => statement && sayingIn(plainEdges, statement.number); // the edge as it was read
