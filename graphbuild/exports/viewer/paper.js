// The page on paper: the drawing, what it was made from, and all visible relations with their sentence and source.

const NAMED = 40; // so many relations are named in the drawing itself, for printers without colours

function asOnPaper(work) {
  // Does some work while everything looks as it does on paper: light, and nothing pales beside a selection.
  const { theme, labels, selected } = state;
  const again = () => {
    memo = null;
    dress();
    mix();
    if (drawn) update();
  };
  Object.assign(state, { theme: "light", labels: labels || view().drawn.size <= NAMED, selected: null });
  again();
  try {
    return work();
  } finally {
    Object.assign(state, { theme, labels, selected });
    again();
  }
}

function printed() {
  const picture = network && view().drawn.size ? pictureSvg(partly, true) : "";
  const address = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`;
  const heads = ["relation", "evidence"].map((key) => make("th", { scope: "col" }, t(key)));
  const rows = [...view().drawn].sort(byWeight).map(paperRow);
  return [
    make("h1", {}, title()), make("p", {}, facts().join(" · ")), make("p", { class: "caution" }, t("caution")),
    make("p", {}, chosen(partly)),
    picture && make("img", { src: address, alt: t("canvas") }),
    make("table", {}, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows)),
  ].filter(Boolean);
}

function paperRow(edge) {
  const now = nowOf(edge);
  const first = data.statements[now.numbers[0]];
  const article = first && articleOf(first);
  const source = article ? [article.publisher, article.title, article.date && day(article.date), article.url] : [];
  const about = [t(quadOf(edge)), t(now.status), count(now.articles, "article", "articles"),
    now.dates && days(now.dates)];
  return make("tr", { "data-edge": edge.id },
    make("td", {}, make("bdi", {}, make("strong", {}, edgeText(edge))), make("p", {}, about.filter(Boolean).join(" · "))),
    make("td", {}, first ? make("bdi", { lang: "fr" }, ...sentence(first)) : t("no_evidence"),
      make("p", {}, make("bdi", {}, source.filter(Boolean).join(", ")))));
}

addEventListener("beforeprint", () => byId("printed").replaceChildren(...asOnPaper(printed)));
addEventListener("afterprint", () => byId("printed").replaceChildren());
