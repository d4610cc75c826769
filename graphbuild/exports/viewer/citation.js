// A statement as a reference to quote: as text, as Markdown, as BibTeX.

const CITATIONS = { text: citedAsText, markdown: citedAsMarkdown, bibtex: citedAsBibtex };

const oneLine = (text) => String(text ?? "").replace(/\s+/g, " ").trim();
const quoted = (text) => (state.lang === "fr" ? `«\u00a0${text}\u00a0»` : `“${text}”`);

const foundAgain = (statement) => `${data.summary.version}, ${t("statement")} ${statement.id}`;

function reference(statement, { plain = (text) => text, titled = (title) => title } = {}) {
  // Sentence, author, title, publisher, date and address, as far as they are known; then how to find it again.
  const { author, title, publisher, date, url } = articleOf(statement) ?? {};
  const words = oneLine(quoteOf(statement)).replace(/\.$/, "");
  const parts = [plain(quoted(words)), author && plain(oneLine(author)),
    title && titled(plain(quoted(oneLine(title))), url), publisher && plain(oneLine(publisher)), date && longDay(date)];
  return { parts: parts.filter(Boolean), url, note: `(${plain(foundAgain(statement))})` };
}

function citedAsText(statement) {
  const { parts, url, note } = reference(statement);
  return `${[...parts, url].filter(Boolean).join(", ")} ${note}`;
}

function citedAsMarkdown(statement) {
  const plain = (text) => text.replace(/[\\`*_[\]<>&|~$]/g, "\\$&");
  const titled = (title, url) => (url ? `[${title}](<${url}>)` : title);
  const { parts, note } = reference(statement, { plain, titled });
  return `${parts.join(", ")} ${note}`;
}

const BIBTEX = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };

function citedAsBibtex(statement) {
  const { author, title, publisher, date, url } = articleOf(statement) ?? {};
  const escaped = (text) => oneLine(text).replace(/[\\{}~^$&#%_]/g, (sign) => BIBTEX[sign] ?? `\\${sign}`);
  const address = url?.replace(/[{}\\]/g, encodeURIComponent);
  const note = `${quoted(oneLine(quoteOf(statement)))} (${foundAgain(statement)})`;
  const fields = {
    author: author && `{${escaped(author)}}`, title: title && `{${escaped(title)}}`,
    [publisher ? "journal" : ""]: publisher && `{${escaped(publisher)}}`,
    year: date?.slice(0, 4), date, url: address, note: escaped(note),
  };
  const lines = Object.entries(fields).filter(([, value]) => value).map(([key, value]) => `  ${key} = {${value}},\n`);
  return `@${publisher ? "article" : "misc"}{graphbuild-${statement.id},\n${lines.join("")}}\n`;
}

async function copyText(text, place) {
  // Whether a text is in the clipboard; where the browser refuses that, shows it, selected, to be copied by hand.
  const before = place.parentElement.nextElementSibling;
  if (before?.matches(".byhand")) before.remove();
  const isThere = await toClipboard(text);
  place.textContent = t(isThere ? "copied" : "copy_by_hand");
  if (isThere) return true;
  const field = make("textarea", { class: "byhand", readonly: "", rows: 5, "aria-label": t("copy_by_hand") });
  field.value = text;
  place.parentElement.after(field);
  field.focus();
  field.select();
  return false;
}

const copyCitation = (statement, place) => copyText(CITATIONS[state.cite](statement), place);
