// What the reader has chosen, in the page's address: only what differs from the first view; what is not known is ignored.

const VERSION = "1";
const isDay = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text);
const oneOf = (...allowed) => ({ write: String, read: (text) => (allowed.includes(text) ? text : undefined) });
const flag = { write: (value) => (value ? "1" : "0"), read: (text) => ({ 1: true, 0: false })[text] };
const number = (least, most = Infinity) => ({
  write: String,
  read: (text) => (Number(text) >= least && Number(text) <= most ? Number(text) : undefined),
});
const list = (known) => ({
  write: (set) => [...set].sort().map(encodeURIComponent).join(","),
  read: (text) => new Set(text.split(",").map(decoded).filter(known)),
});
const decoded = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return ""; // a broken escape names nothing
  }
};
const isNode = (id) => nodes.has(id);

const FIELDS = {
  lang: oneOf(...Object.keys(data.strings)),
  theme: oneOf("", "light", "dark"),
  doubtful: flag,
  alone: flag,
  labels: flag,
  undated: flag,
  rolled: flag,
  contested: flag,
  order: oneOf("certainty", "date", "publisher"),
  cite: oneOf("text", "markdown", "bibtex"),
  least: number(0, 1e6),
  limit: number(1),
  range: {
    write: (days) => days?.join("_") ?? "",
    read: (text) => (text.split("_").length === 2 && text.split("_").every(isDay) ? text.split("_").sort() : undefined),
  },
  focus: {
    write: (focus) => (focus ? `${focus.hops}_${focus.id}` : ""),
    read: (text) => {
      const [, hops, id] = /^([123])_([^]+)$/.exec(text) ?? [];
      return isNode(id) ? { id, hops: Number(hops) } : undefined;
    },
  },
  path: {
    write: (ends) => ends?.map(encodeURIComponent).join(",") ?? "",
    read: (text) => {
      const ends = text.split(",").map(decoded);
      return ends.length === 2 && ends.every(isNode) ? ends : undefined;
    },
  },
  extra: list(isNode),
  selected: {
    write: (one) => (one ? `${one.kind}_${one.id}` : ""),
    read: (text) => {
      const [, kind, id] = /^(edge|node)_([^]+)$/.exec(text) ?? [];
      return kind ? { kind, id } : undefined;
    },
  },
};
for (const group of Object.keys(state.off)) FIELDS[`no_${group}`] = list(() => true);

const valueOf = (from, name) => (name.startsWith("no_") ? from.off[name.slice(3)] : from[name]);

function hashOf() {
  // The state as the part of an address after #; empty for the first view.
  const [plain, parts] = [initial(), new URLSearchParams()];
  for (const [name, field] of Object.entries(FIELDS)) {
    const [now, before] = [state, plain].map((from) => field.write(valueOf(from, name)));
    if (now !== before) parts.set(name, now);
  }
  return parts.size ? `#v=${VERSION}&${parts}` : "";
}

function stateFrom(hash) {
  // The state that an address tells; the first view where it tells nothing.
  const [found, parts] = [initial(), new URLSearchParams(hash.replace(/^#/, ""))];
  if (parts.get("v") !== VERSION) return found;
  for (const [name, field] of Object.entries(FIELDS)) {
    const value = parts.has(name) ? field.read(parts.get(name)) : undefined;
    if (value === undefined) continue;
    if (name.startsWith("no_")) found.off[name.slice(3)] = value;
    else found[name] = value;
  }
  return found;
}

const hasAddress = /^(file|https?):$/.test(location.protocol); // the frame of a notebook has none

function writeHash() {
  const hash = hashOf();
  if (hash === location.hash || !hasAddress) return;
  history.replaceState(null, "", hash || "#");
}
