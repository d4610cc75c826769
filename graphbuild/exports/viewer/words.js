// Words and dates in the two languages.

const t = (key) => data.strings[state.lang][key] ?? key;
const renamed = new Map(); // node → the names that the reader gave it
const name = (thing) => (renamed.get(thing) ?? thing?.labels)?.[state.lang] || String(thing?.label ?? "");
const nameOf = (id) => (nodes.has(id) ? name(nodes.get(id)) : id);
const short = (text, limit = 32) => (text.length > limit ? [...text].slice(0, limit - 1).join("") + "…" : text);
const locale = () => (state.lang === "fr" ? "fr-FR" : "en-GB");
const colon = () => (state.lang === "fr" ? " : " : ": ");
const worded = (key, values) => t(key).replace(/\{(\w+)\}/g, (all, part) => values[part] ?? all); // with its {parts}
const count = (n, one, many) => `${n} ${t(n === 1 || (n === 0 && state.lang === "fr") ? one : many)}`; // in French, none is singular
const edgeText = (edge) => `${nameOf(edge.from)} – ${name(edge)}${edge.arrows ? " → " : " – "}${nameOf(edge.to)}`;
const fold = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
    .replaceAll("œ", "oe").replaceAll("æ", "ae").replaceAll("ß", "ss")
    .replace(/[^\p{L}\p{N}]+/gu, " ").trim();

const timeOf = (iso) => new Date(`${iso}T00:00:00Z`);
const today = () => new Date().toLocaleDateString("sv-SE"); // year-month-day, where the reader is
const isDay = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !isNaN(timeOf(text)) && timeOf(text).toISOString().startsWith(text);
const calendars = new Map(); // making one takes long

function dateWords(iso, options) {
  // A day in words; what is none, as it stands.
  const key = JSON.stringify([state.lang, options]);
  if (!calendars.has(key)) calendars.set(key, new Intl.DateTimeFormat(locale(), { ...options, timeZone: "UTC" }));
  return isNaN(timeOf(iso)) ? iso : calendars.get(key).format(timeOf(iso));
}

const day = (iso) => dateWords(iso, { day: "numeric", month: "short", year: "numeric" });
const longDay = (iso) => dateWords(iso, { day: "numeric", month: "long", year: "numeric" });
const days = (dates) => [...new Set(dates)].map(day).join(" – ");
