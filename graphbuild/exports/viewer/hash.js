// What the reader has chosen, in the page's address: only what differs from the first view; the unknown is ignored.
// The browser's Back undoes steps (what is selected, and which part is drawn), not filters and looks.

const VERSION = "1";
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
const hiddenLines = (group) => {
  // Lines of the legend that are off; where that is most of them, "!" and those that are on. "." is the empty name.
  const all = group === "quads" ? Object.keys(quads) : LEAVES[group];
  const encoded = (key) => (key === "" ? "." : key === "." ? "%2E" : encodeURIComponent(key).replaceAll("!", "%21"));
  const join = (keys) => keys.sort().map(encoded).join(",");
  return {
    write: (off) => (2 * off.size > all.length ? `!${join(all.filter((key) => !off.has(key)))}` : join([...off])),
    read: (text) => {
      const parts = text.replace(/^!/, "").split(",").filter(Boolean);
      const keys = new Set(parts.map((key) => (key === "." ? "" : decoded(key) || null)));
      return new Set(all.filter((key) => keys.has(key) !== text.startsWith("!")));
    },
  };
};
const isNode = (id) => nodes.has(id);
const rounded = (length) => Math.round(length * 100) / 100;
const pair = (text) => {
  const ids = text.split(",").map(decoded);
  return ids.length === 2 && ids[0] !== ids[1] && ids.every(isNode) ? ids : undefined;
};

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
    write: (focus) => trail(focus).map(({ id, hops }) => `${hops}_${encodeURIComponent(id)}`).join(","),
    read: (text) => text.split(",").map((crumb) => /^([123])_([^]+)$/.exec(crumb) ?? [])
      .map(([, hops, id]) => ({ id: decoded(id ?? ""), hops: Number(hops) })).filter(({ id }) => isNode(id))
      .reduce((from, focus) => ({ ...focus, from }), null) ?? undefined,
  },
  path: {
    write: (ends) => ends?.map(encodeURIComponent).join(",") ?? "",
    read: pair,
  },
  ties: flag,
  extra: list(isNode),
  table: flag,
  camera: {
    write: (camera) => (camera ? [camera.x, camera.y, camera.wide, camera.high].map(rounded).join("_") : ""),
    read: (text) => {
      const [x, y, wide, high, ...more] = text.split("_").map(Number);
      const isCamera = [x, y, wide, high].every(Number.isFinite) && wide > 0 && high > 0 && !more.length;
      return isCamera ? { x, y, wide, high } : undefined;
    },
  },
  moved: {
    write: (moved) => [...moved].sort()
      .map(([id, place]) => [encodeURIComponent(id), ...place.map(rounded)].join("_")).join(","),
    read: (text) => new Map(text.split(",").map((part) => /^(.+)_(-?[\d.]+)_(-?[\d.]+)_([01])$/.exec(part)).filter(Boolean)
      .map(([, id, ...where]) => [decoded(id), where.map(Number)])
      .filter(([id, place]) => isNode(id) && place.every(Number.isFinite))),
  },
  selected: {
    write: (one) => (one ? `${one.kind}_${one.ids?.map(encodeURIComponent).join(",") ?? one.id}` : ""),
    read: (text) => {
      const [, kind, id] = /^(edge|node|dyad|path)_([^]+)$/.exec(text) ?? [];
      if (kind === "edge" || kind === "node") return { kind, id };
      const ids = kind && pair(id);
      return ids && { kind, ids };
    },
  },
};
for (const group of Object.keys(state.off)) FIELDS[`no_${group}`] = hiddenLines(group);

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

const STEPS = ["selected", "focus", "path", "ties", "rolled", "limit"];
const hasAddress = /^(file|https?):$/.test(location.protocol); // the frame of a notebook has none
let step = null; // the steps as they were last written; null where the reader has just come from an address

function writeHash() {
  const [hash, now] = [hashOf(), STEPS.map((name) => FIELDS[name].write(state[name])).join(" ")];
  const way = step === null || step === now ? "replaceState" : "pushState";
  step = now;
  if (hash === location.hash || !hasAddress) return;
  try {
    history[way](null, "", hash || "#");
  } catch (error) {
    console.debug(error); // some browsers allow only so many changes in a time; the next one writes all
  }
}

function follow() {
  // Brings the page to the state that its address tells, after Back or another address.
  if (location.hash === hashOf()) return;
  step = null;
  if (location.hash && !location.hash.startsWith("#v=")) return writeHash(); // a place in the page
  const next = stateFrom(location.hash);
  for (const [name, { write }] of Object.entries(FIELDS)) {
    if (name in next && write(next[name]) === write(state[name])) next[name] = state[name]; // what stays, stays as it is
  }
  change(next);
  look(next.camera);
}
