// The header: what the graph was made from, in a line and in full, and what may be concluded from it.

const title = () => data.title || t("title");
const figure = (n) => n.toLocaleString(locale());

function facts() {
  // The line under the title, in parts.
  const { articles, copies, unread, dates, version } = data.summary;
  return [count(articles, "article", "articles"), copies && count(copies, "copy_of", "copies"),
    unread && `${unread} ${t("unread")}`, dates.length && days(dates), filters(80), version].filter(Boolean);
}

function filters(limit) {
  const { part } = data.summary;
  return part && worded("about_filters", { part: short(part, limit) });
}

function publishers() {
  const { publishers: foremost, publishers_in_all: all, unsigned } = data.summary;
  const more = all - foremost.length;
  return [foremost.map(([name, n]) => `${name} (${figure(n)})`).join(", "),
    more > 0 && worded("publishers_more", { n: figure(more) }),
    unsigned && worded("unsigned", { n: figure(unsigned) })].filter(Boolean).join(" · ");
}

function account() {
  // What the graph was made from: [heading, text] each, only what is known.
  const own = data.summary;
  const { articles, fruitful, copies, unread, undated, statements, relations, entities, connected, build } = own;
  const n = (values) => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, figure(value)]));
  const percent = [...new Set(own.least_score)].map((score) => `${Math.round(score * 100)} %`).join(" – ");
  return [
    ["about_corpus", [worded("about_articles", n({ articles, fruitful })), copies && worded("about_copies", n({ copies })),
      unread && worded("about_unread", n({ unread }))].filter(Boolean).join(" · ")],
    ["about_publishers", publishers()],
    ["about_dates", [own.dates.length && days(own.dates), undated && worded("about_undated", n({ undated }))]
      .filter(Boolean).join(" · ")],
    ["about_found", worded("about_counts", n({ statements, relations, entities, connected }))],
    ["about_part", [build && worded("about_build", n(build)), filters(400)]
      .filter(Boolean).join(" · ")],
    ["about_kept", percent && worded("about_least", { percent })],
    ["about_made", [own.version, own.model].filter(Boolean).join(", ")],
  ].filter(([, text]) => text);
}

function header() {
  const lines = account().flatMap(([heading, text]) => [make("dt", {}, t(heading)), make("dd", {}, text)]);
  byId("about").replaceChildren(make("h2", {}, t("about")), make("p", {}, make("strong", {}, t("caution"))),
    make("dl", {}, ...lines),
    make("p", {}, make("button", { type: "button", class: "link", popovertarget: "conclude" }, t("conclude"))));
  const points = ["misses", "open", "no_fact", "numbers", "when", "probability"]
    .map((key) => make("li", {}, t(`conclude_${key}`)));
  byId("conclude").replaceChildren(make("h2", {}, t("conclude")), make("ul", {}, ...points));
  byId("facts").title = t("about");
  byId("caution").title = t("conclude");
}

for (const [opens, id] of [["facts", "about"], ["caution", "conclude"]]) {
  byId(opens).setAttribute("popovertarget", id);
  byId(id).addEventListener("beforetoggle", () => hang(byId(id), byId(opens)));
}

function hang(list, button) {
  // Opens a list under its button, within the screen.
  const { left, bottom } = button.getBoundingClientRect();
  const top = Math.round(bottom / grain + 6); // the style enlarges lengths on very large screens
  list.style.top = `${top}px`;
  list.style.maxHeight = `calc(100dvh / var(--grain) - ${top + 8}px)`;
  list.style.left = `max(8px, min(${Math.round(left / grain)}px, calc(100vw / var(--grain) - ${Number(list.dataset.wide) + 8}px)))`;
}
