// Words and dates in the two languages.

const t = (key) => data.strings[state.lang][key] ?? key;
const renamed = new Map(); // node → the names that the reader gave it
const name = (thing) => (renamed.get(thing) ?? thing?.labels)?.[state.lang] || String(thing?.label ?? "");
const nameOf = (id) => (nodes.has(id) ? name(nodes.get(id)) : id);
const short = (text, limit = 32) => (text.length > limit ? [...text].slice(0, limit - 1).join("") + "…" : text);
const colon = () => (state.lang === "fr" ? " : " : ": ");
const count = (n, one, many) => `${n} ${t(n === 1 || (n === 0 && state.lang === "fr") ? one : many)}`; // in French, none is singular
const edgeText = (edge) => `${nameOf(edge.from)} – ${name(edge)}${edge.arrows ? " → " : " – "}${nameOf(edge.to)}`;
const fold = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
    .replaceAll("œ", "oe").replaceAll("æ", "ae").replaceAll("ß", "ss")
    .replace(/[^\p{L}\p{N}]+/gu, " ").trim();

const calendar = (locale) => new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const calendars = { en: calendar("en-GB"), fr: calendar("fr-FR") };

function day(iso) {
  const date = new Date(`${iso}T00:00:00Z`);
  return isNaN(date) ? iso : calendars[state.lang].format(date);
}
const days = (dates) => [...new Set(dates)].map(day).join(" – ");
