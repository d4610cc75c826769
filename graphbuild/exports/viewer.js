"use strict";
// The page's behaviour. Text enters the document through textContent only; nothing is fetched, stored or evaluated.
(() => {
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("data").textContent);
  const nodes = new Map(data.nodes.map((node) => [node.id, node]));
  const edges = new Map(data.edges.map((edge, i) => [(edge.id ??= `edge ${i}`), edge]));
  const edgesOf = new Map(data.nodes.map((node) => [node.id, []]));
  for (const edge of edges.values()) {
    edgesOf.get(edge.from).push(edge);
    if (edge.to !== edge.from) edgesOf.get(edge.to).push(edge);
  }
  const { quads, types, dashes, statuses } = data.palette;
  const doubtful = new Set(data.palette.hidden);
  const dark = matchMedia("(prefers-color-scheme: dark)");

  // ---- state: all that the reader can change --------------------------------------------------------------------

  const state = {
    lang: data.lang,
    off: { quads: new Set(), statuses: new Set(), types: new Set() },
    doubtful: false,
    alone: false,
    labels: edges.size <= 15,
    selected: null, // {kind: "edge" | "node", id}
  };

  // ---- words ----------------------------------------------------------------------------------------------------

  const t = (key) => data.strings[state.lang][key] ?? key;
  const name = (thing) => thing?.labels?.[state.lang] || String(thing?.label ?? "");
  const nameOf = (id) => (nodes.has(id) ? name(nodes.get(id)) : id);
  const short = (text, limit = 32) => (text.length > limit ? [...text].slice(0, limit - 1).join("") + "…" : text);
  const colon = () => (state.lang === "fr" ? " : " : ": ");
  const count = (n, one, many) => `${n} ${t(n === 1 ? one : many)}`;
  const fold = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
      .replaceAll("œ", "oe").replaceAll("æ", "ae").replaceAll("ß", "ss")
      .replace(/[^\p{L}\p{N}]+/gu, " ").trim();

  function day(iso) {
    const options = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" };
    const date = new Date(`${iso}T00:00:00Z`);
    return isNaN(date) ? iso : date.toLocaleDateString(state.lang === "fr" ? "fr-FR" : "en-GB", options);
  }
  const days = (dates) => [...new Set(dates)].map(day).join(" – ");

  // ---- elements -------------------------------------------------------------------------------------------------

  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === "onclick") element.addEventListener("click", value);
      else if (value !== null && value !== undefined) element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
    return element;
  }

  function drawing(width, height, ...shapes) {
    const space = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(space, "svg");
    for (const [key, value] of Object.entries({ width, height, "aria-hidden": "true" })) svg.setAttribute(key, value);
    for (const [tag, attributes] of shapes) {
      const shape = document.createElementNS(space, tag);
      for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value);
      svg.append(shape);
    }
    return svg;
  }

  const line = (colour, dash) =>
    drawing(28, 12, ["line", { x1: 1, y1: 6, x2: 27, y2: 6, stroke: colour, "stroke-width": 3,
      "stroke-dasharray": (dash ?? []).join(" ") }]);

  function symbol(colour, shape) {
    const shapes = {
      dot: ["circle", { cx: 7, cy: 7, r: 6 }],
      square: ["rect", { x: 1.5, y: 1.5, width: 11, height: 11 }],
      triangle: ["path", { d: "M7 1 13.4 12.5H.6z" }],
      diamond: ["path", { d: "M7 .5 13.5 7 7 13.5.5 7z" }],
    };
    const [tag, attributes] = shapes[shape] ?? shapes.diamond;
    return drawing(28, 14, [tag, { ...attributes, fill: colour, transform: "translate(7 0)" }]);
  }

  function link(url, text) {
    if (!/^https?:\/\//i.test(url ?? "")) return document.createTextNode(text);
    return make("a", { href: url, target: "_blank", rel: "noopener noreferrer", referrerpolicy: "no-referrer" }, text);
  }

  // ---- what is visible ------------------------------------------------------------------------------------------

  const quadOf = (edge) => (edge.quad in quads ? edge.quad : "structural");
  const typeOf = (node) => (node.type in types ? node.type : "place");
  const statusOf = (edge) => edge.status ?? "asserted";
  const off = (group, key) => state.off[group].has(key);

  function edgeVisible(edge) {
    const status = statusOf(edge);
    return (state.doubtful || !doubtful.has(status)) && !off("statuses", status) && !off("quads", quadOf(edge)) &&
      !off("types", typeOf(nodes.get(edge.from))) && !off("types", typeOf(nodes.get(edge.to)));
  }

  function nodeVisible(node) {
    if (off("types", typeOf(node))) return false;
    return state.alone || edgesOf.get(node.id).some(edgeVisible) || isSelected("node", node.id);
  }

  const isSelected = (kind, id) => state.selected?.kind === kind && state.selected.id === id;

  function lit() {
    // The nodes and edges that a selection leaves bright; null when all are.
    if (!state.selected) return null;
    const { kind, id } = state.selected;
    const chosen = kind === "edge" ? [edges.get(id)] : edgesOf.get(id).filter(edgeVisible);
    const ends = chosen.flatMap((edge) => [edge.from, edge.to]);
    return { edges: new Set(chosen.map((edge) => edge.id)), nodes: new Set(kind === "node" ? [id, ...ends] : ends) };
  }

  // ---- drawing --------------------------------------------------------------------------------------------------

  const css = (variable) => getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
  const FONT = "system-ui, 'Segoe UI', Roboto, sans-serif";

  function nodeLook(node, bright) {
    const [light, night, shape] = types[typeOf(node)];
    const colour = dark.matches ? night : light;
    const chosen = isSelected("node", node.id);
    const faint = bright && !bright.nodes.has(node.id);
    return {
      id: node.id, x: node.x, y: node.y, size: node.size, shape: node.shape ?? shape, hidden: !nodeVisible(node),
      label: short(name(node)) || "?", title: `${short(name(node), 200)}\n${t(typeOf(node))}`,
      opacity: faint ? 0.2 : 1, borderWidth: chosen ? 4 : 1.5, borderWidthSelected: 4,
      color: { background: colour, border: chosen ? css("--trigger") : css("--paper"),
        highlight: { background: colour, border: css("--accent") },
        hover: { background: colour, border: css("--accent") } },
      font: { size: (node.size > 20 ? 16 : 14) * scale, face: FONT, color: faint ? css("--line") : css("--ink"),
        strokeWidth: 4, strokeColor: css("--paper"), vadjust: -2 },
    };
  }

  function edgeLook(edge, bright) {
    const colour = quads[quadOf(edge)][dark.matches ? 1 : 0];
    const chosen = isSelected("edge", edge.id);
    const faint = bright && !bright.edges.has(edge.id);
    const named = bright ? !faint : state.labels;
    const { id, from, to, smooth, selfReference } = edge;
    return {
      id, from, to, smooth, selfReference, hidden: !edgeVisible(edge) && !chosen,
      label: named ? short(name(edge), 28) : " ", // vis keeps the old label when given an empty one
      title: tip(edge),
      dashes: dashes[statusOf(edge)] ?? false, width: (edge.width ?? 1.4) + (chosen ? 2 : 0),
      arrows: { to: { enabled: Boolean(edge.arrows), scaleFactor: 0.55 } },
      color: { color: colour, highlight: colour, hover: colour, opacity: faint ? 0.12 : chosen ? 1 : 0.85 },
      font: { size: 12, face: FONT, color: css("--faint"), strokeWidth: 3, strokeColor: css("--paper"), align: "middle" },
    };
  }

  function tip(edge) {
    const parts = [nameOf(edge.from), name(edge), nameOf(edge.to)].map((part) => short(part, 80));
    return `${parts[0]} – ${parts[1]}${edge.arrows ? " → " : " – "}${parts[2]}\n${t(statusOf(edge))}`;
  }

  let network = null;
  let drawn = null;
  let scale = 1; // of the words: larger where the whole graph has to be drawn small

  function adapt() {
    // Stretches the positions, which are made for wide screens, to the shape of this one; draws nothing nearer.
    const { width, height } = byId("graph").getBoundingClientRect();
    const shown = data.nodes.filter(nodeVisible);
    const spread = (axis) => {
      const places = shown.map((node) => node[axis]);
      return places.reduce((a, b) => Math.max(a, b), 0) - places.reduce((a, b) => Math.min(a, b), 0) + 160;
    };
    const ratio = (spread("x") / spread("y")) / (width / height);
    for (const node of data.nodes) {
      if (ratio > 1) node.y *= Math.min(ratio, 2.4);
      else node.x *= Math.min(1 / ratio, 1.4);
    }
    scale = Math.min(1.4, Math.max(1, Math.max(spread("x") / width, spread("y") / height) * 0.85));
  }

  function draw() {
    adapt();
    drawn = {
      nodes: new vis.DataSet(data.nodes.map((node) => nodeLook(node, null))),
      edges: new vis.DataSet([...edges.values()].map((edge) => edgeLook(edge, null))),
    };
    network = new vis.Network(byId("graph"), drawn, {
      physics: { enabled: false },
      layout: { improvedLayout: false },
      interaction: { hover: true, tooltipDelay: 200, keyboard: { enabled: true, bindToWindow: false },
        hideEdgesOnDrag: edges.size > 1500, selectConnectedEdges: false },
      nodes: { scaling: { label: { drawThreshold: 4 } } },
      edges: { arrowStrikethrough: false, selectionWidth: 0, hoverWidth: 1, chosen: { label: false } },
    });
    network.on("click", ({ nodes: [node], edges: [edge] }) => {
      if (node !== undefined) select("node", node);
      else if (edge !== undefined) select("edge", edge);
      else select(null);
    });
    network.on("dragEnd", ({ nodes: moved }) => {
      for (const [id, place] of Object.entries(network.getPositions(moved))) Object.assign(nodes.get(id) ?? {}, place);
    });
    fit(false);
  }

  function fit(animated = true) {
    const shown = data.nodes.filter(nodeVisible).map((node) => node.id);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (!shown.length || !network) return;
    network.fit({ nodes: shown, maxZoomLevel: 1.6, animation: false });
    const scale = network.getScale() * 0.95; // the labels of the outermost nodes are wider than the nodes
    network.moveTo({ scale, animation: animated && !calm ? { duration: 200 } : false });
  }

  function refresh() {
    const bright = lit();
    drawn?.nodes.update(data.nodes.map((node) => nodeLook(node, bright)));
    drawn?.edges.update([...edges.values()].map((edge) => edgeLook(edge, bright)));
    const shown = [...edges.values()].filter(edgeVisible).length;
    byId("count").textContent = `${shown} ${t("visible")} · ${edges.size - shown} ${t("masked")}`;
    for (const row of document.querySelectorAll("tr[data-edge]")) {
      const edge = edges.get(row.dataset.edge);
      row.hidden = edge ? !edgeVisible(edge) && !doubtful.has(statusOf(edge)) : false;
    }
  }

  // ---- legend ---------------------------------------------------------------------------------------------------

  function legend() {
    const tally = (things, keyOf) => things.reduce((all, x) => all.set(keyOf(x), (all.get(keyOf(x)) ?? 0) + 1), new Map());
    const tone = dark.matches ? 1 : 0;
    const all = [...edges.values()];
    fill("quads", Object.keys(quads), tally(all, quadOf), (key) => line(quads[key][tone]));
    const said = state.doubtful ? statuses : statuses.filter((key) => !doubtful.has(key));
    fill("statuses", said, tally(all, statusOf), (key) => line(css("--faint"), dashes[key]));
    fill("types", Object.keys(types), tally(data.nodes, typeOf), (key) => symbol(types[key][tone], types[key][2]));
  }

  function fill(group, keys, counts, picture) {
    const focused = document.activeElement?.dataset?.key;
    byId(group).replaceChildren(...keys.filter((key) => counts.get(key)).map((key) => {
      const toggle = () => {
        if (!state.off[group].delete(key)) state.off[group].add(key);
        legend();
        refresh();
      };
      return make("button", { type: "button", "aria-pressed": String(!off(group, key)), "data-key": key, onclick: toggle },
        picture(key), make("span", {}, t(key)), make("span", { class: "n" }, String(counts.get(key))));
    }));
    byId(group).querySelector(`[data-key="${CSS.escape(focused ?? "")}"]`)?.focus();
  }

  // ---- selection and panel --------------------------------------------------------------------------------------

  let opener = null;
  let detour = null;

  function select(kind, id) {
    const panel = byId("panel");
    if (kind && panel.hidden) opener = document.activeElement;
    state.selected = kind ? { kind, id } : null;
    network?.setSelection({ nodes: [], edges: [] });
    showPanel();
    refresh();
    if (!kind) goBack();
    if (!kind && opener?.isConnected) opener.focus();
  }

  function showPanel() {
    const panel = byId("panel");
    panel.hidden = !state.selected;
    if (!state.selected) return panel.replaceChildren();
    const close = make("button", { type: "button", class: "close", "aria-label": t("close"), onclick: () => select(null) }, "×");
    const { kind, id } = state.selected;
    panel.replaceChildren(close, ...(kind === "edge" ? edgePanel(edges.get(id)) : nodePanel(nodes.get(id))));
    panel.scrollTop = 0;
    requestAnimationFrame(reveal);
  }

  function reveal() {
    // The panel covers a part of the drawing: moves the selection out from under it, if it is there.
    if (!network || !state.selected) return;
    const { kind, id } = state.selected;
    const ends = Object.values(network.getPositions(kind === "node" ? [id] : [edges.get(id).from, edges.get(id).to]));
    const frame = byId("graph").getBoundingClientRect();
    const panel = byId("panel").getBoundingClientRect();
    const below = panel.left <= frame.left + 20;
    const width = below ? frame.width : panel.left - frame.left;
    const height = below ? Math.max(panel.top - frame.top, 80) : frame.height;
    const inside = ends.map((place) => network.canvasToDOM(place))
      .every(({ x, y }) => x > 50 && x < width - 50 && y > 30 && y < height - 40);
    if (inside) return;
    const before = view();
    const [first, last] = [ends[0], ends.at(-1)];
    const span = [Math.abs(first.x - last.x), Math.abs(first.y - last.y)];
    const scale = Math.min(network.getScale(), (width - 120) / (span[0] || 1), (height - 100) / (span[1] || 1));
    network.moveTo({ position: { x: (first.x + last.x) / 2, y: (first.y + last.y) / 2 }, scale: Math.max(scale, 0.1),
      offset: { x: (width - frame.width) / 2, y: (height - frame.height) / 2 }, animation: false });
    detour = { before: detour?.before ?? before, after: JSON.stringify(view()) };
  }

  const view = () => ({ position: network.getViewPosition(), scale: network.getScale() });

  function goBack() {
    // Once nothing is selected, undoes what reveal() did, unless the reader has moved the view since.
    if (detour && JSON.stringify(view()) === detour.after) network.moveTo({ ...detour.before, animation: false });
    detour = null;
  }

  const edgeButton = (edge, text) =>
    make("button", { type: "button", class: "link", onclick: () => select("edge", edge.id) }, text);
  const nodeButton = (id) =>
    make("button", { type: "button", class: "link", onclick: () => select("node", id) }, make("bdi", {}, nameOf(id)));

  function chip(status, text) {
    return make("span", { class: doubtful.has(status) ? "chip doubt" : "chip" }, text);
  }

  function quadChip(edge) {
    const dot = make("i");
    dot.style.background = quads[quadOf(edge)][dark.matches ? 1 : 0];
    return make("span", { class: "chip" }, dot, t(quadOf(edge)));
  }

  function edgePanel(edge) {
    const arrow = edge.arrows ? " → " : " – ";
    const counts = statuses.filter((key) => edge.counts?.[key]).map((key) => chip(key, `${edge.counts[key]} ${t(key)}`));
    const backing = edge.weight ? `${edge.weight} ${t(edge.weight === 1 ? "independent_one" : "independent")}` : t("not_asserted");
    const others = edgesOf.get(edge.from).filter((e) => e !== edge && [e.from, e.to].includes(edge.to));
    return [
      make("h2", {}, nodeButton(edge.from), make("em", {}, ` ${name(edge)}${arrow}`), nodeButton(edge.to)),
      make("p", {}, quadChip(edge), ...counts),
      make("p", { class: "faint" }, [backing, edge.dates && days(edge.dates)].filter(Boolean).join(" · ")),
      ...cards(edge.evidence ?? []),
      ...(others.length ? [make("h3", {}, t("also")), edgeList(others)] : []),
    ];
  }

  function edgeList(list) {
    return make("ul", {}, ...list.map((edge) => {
      const swatch = line(quads[quadOf(edge)][dark.matches ? 1 : 0], dashes[statusOf(edge)]);
      const text = `${nameOf(edge.from)} – ${name(edge)}${edge.arrows ? " → " : " – "}${nameOf(edge.to)}`;
      const status = statusOf(edge) === "asserted" ? "" : make("span", { class: "faint" }, ` (${t(statusOf(edge))})`);
      return make("li", {}, swatch, make("span", {}, edgeButton(edge, short(text, 300)), status));
    }));
  }

  function nodePanel(node) {
    const own = edgesOf.get(node.id).filter((edge) => state.doubtful || !doubtful.has(statusOf(edge)));
    own.sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0));
    const facts = [t(typeOf(node)), node.mentions && count(node.mentions, "mention", "mentions"),
      node.articles && count(node.articles, "article", "articles")].filter(Boolean).join(" · ");
    const wikidata = /^Q\d+$/.test(node.wikidata ?? "") ? link(`https://www.wikidata.org/wiki/${node.wikidata}`, node.wikidata) : "";
    const aliases = (node.aliases ?? []).length ? `${t("aliases")}${colon()}${node.aliases.join(", ")}` : "";
    return [
      make("h2", {}, make("bdi", {}, name(node))),
      make("p", { class: "faint" }, facts, wikidata ? " · " : "", wikidata),
      aliases ? make("p", { class: "faint" }, short(aliases, 600)) : "",
      make("h3", {}, `${t("its_relations")} (${own.length})`), edgeList(own),
      make("h3", {}, t("its_evidence")), ...cards([...new Set(own.flatMap((edge) => edge.evidence ?? []))]),
    ].filter(Boolean);
  }

  function cards(numbers, from = 0) {
    const step = 20;
    if (!numbers.length) return [make("p", { class: "faint" }, t("no_evidence"))];
    const found = numbers.slice(from, from + step).map((number) => card(data.statements[number]));
    if (numbers.length > from + step) {
      const more = make("button", { type: "button", onclick: () => more.replaceWith(...cards(numbers, from + step)) },
        `${t("more")} (${numbers.length - from - step})`);
      found.push(more);
    }
    return found;
  }

  function card(statement) {
    const article = data.articles[statement.article];
    const words = statement.pieces.map(([text, role]) => (role ? make("mark", { class: role, title: t(role) }, text) : text));
    const status = statement.denied ? "denied" : (statement.modality ?? "asserted");
    const when = statement.date && `${days(statement.date.slice(0, 2))} (${t(statement.date[2])})`;
    const said = [statement.speaker && `${t("said_by")} ${nameOf(statement.speaker)}`,
      statement.role && `${t("office")}${colon()}${statement.role}`, statement.former && t("former"), when].filter(Boolean);
    return make("article", { class: "card" },
      make("blockquote", { lang: "fr", dir: "auto" }, ...words),
      article ? make("p", {}, link(article.url, article.title)) : "",
      article ? make("p", { class: "faint" }, [article.publisher, article.author, article.date && day(article.date),
        article.copy && t("copy")].filter(Boolean).join(" · ")) : "",
      make("p", {}, chip(status, t(status)), said.join(" · ")),
      make("p", { class: "faint" }, [statement.pattern && `${t("rule")} ${statement.pattern}`,
        statement.score !== undefined && `${t("score")} ${Math.round(statement.score * 100)} %`].filter(Boolean).join(" · ")));
  }

  // ---- search ---------------------------------------------------------------------------------------------------

  const index = data.nodes.map((node) => {
    const names = [node.id, ...Object.values(node.labels ?? { en: node.label }), ...(node.aliases ?? [])].map(String);
    return { node, names, folded: names.map(fold) };
  });

  function search(text) {
    const wanted = fold(text);
    if (!wanted) return [];
    const rank = (name) => (name === wanted ? 0 : name.startsWith(wanted) ? 1 : name.includes(` ${wanted}`) ? 2 : name.includes(wanted) ? 3 : 9);
    return index
      .map((entry) => {
        const ranks = entry.folded.map(rank);
        const best = Math.min(...ranks);
        return { node: entry.node, best, alias: entry.names[ranks.indexOf(best)] };
      })
      .filter((hit) => hit.best < 9)
      .sort((a, b) => a.best - b.best || (b.node.mentions ?? 0) - (a.node.mentions ?? 0))
      .slice(0, 8);
  }

  function find(node) {
    byId("results").hidden = true;
    select("node", node.id);
    const { x, y } = network?.getPositions([node.id])[node.id] ?? {};
    if (x !== undefined) network.moveTo({ position: { x, y }, scale: Math.max(network.getScale(), 0.9), animation: false });
  }

  function suggest() {
    const hits = search(byId("search").value);
    const list = byId("results");
    list.hidden = !fold(byId("search").value);
    list.replaceChildren(...(hits.length ? hits.map(({ node, alias }) => {
      const also = [node.id, ...Object.values(node.labels ?? {})].includes(alias) ? "" : make("small", {}, ` ${short(alias, 60)}`);
      return make("li", {}, make("button", { type: "button", onclick: () => find(node) },
        symbol(types[typeOf(node)][dark.matches ? 1 : 0], types[typeOf(node)][2]), short(name(node), 60), also));
    }) : [make("li", {}, t("nothing"))]));
    return hits;
  }

  byId("search").addEventListener("input", suggest);
  byId("search").addEventListener("focus", suggest);
  byId("search").addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      const [first] = suggest();
      if (first) find(first.node);
    } else if (event.key === "ArrowDown") {
      event.preventDefault();
      byId("results").querySelector("button")?.focus();
    }
  });
  byId("results").addEventListener("keydown", (event) => {
    const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
    if (!step) return;
    event.preventDefault();
    (document.activeElement.parentElement[step]?.firstElementChild ?? byId("search")).focus();
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.(".search")) byId("results").hidden = true;
  });

  // ---- the rest of the page -------------------------------------------------------------------------------------

  function translate() {
    document.documentElement.lang = state.lang;
    for (const element of document.querySelectorAll("[data-t]")) {
      if (element.id === "search") {
        element.placeholder = t("search");
        element.setAttribute("aria-label", t("search"));
      } else element.textContent = t(element.dataset.t);
    }
    for (const element of document.querySelectorAll("[data-label]")) {
      element.setAttribute("aria-label", t(element.dataset.label));
      if (element.title) element.title = t(element.dataset.label);
    }
    const { articles, copies, unread, dates, version } = data.summary;
    byId("title").textContent = document.title = data.title || t("title");
    byId("facts").textContent = [count(articles, "article", "articles"), copies && count(copies, "copy_of", "copies"),
      unread && `${unread} ${t("unread")}`, dates.length && days(dates), version].filter(Boolean).join(" · ");
    for (const row of document.querySelectorAll("tr[data-edge]")) tableRow(row);
  }

  function tableRow(row) {
    const edge = edges.get(row.dataset.edge);
    if (!edge) return;
    const [source, relation, target, status] = row.cells;
    const open = make("button", { type: "button", class: "link", onclick: () => { select("edge", edge.id); byId("panel").focus(); } }, name(edge));
    relation.replaceChildren(open);
    source.textContent = nameOf(edge.from);
    target.textContent = nameOf(edge.to);
    status.textContent = t(statusOf(edge));
  }

  function everything() {
    translate();
    legend();
    showPanel();
    refresh();
  }

  function check(id, key) {
    byId(id).checked = state[key];
    byId(id).addEventListener("change", (event) => {
      state[key] = event.target.checked;
      everything();
    });
  }

  check("show_hidden", "doubtful");
  check("show_alone", "alone");
  check("show_labels", "labels");
  byId("language").hidden = false;
  byId("language").addEventListener("click", () => {
    state.lang = state.lang === "fr" ? "en" : "fr";
    everything();
  });
  byId("reset").addEventListener("click", () => {
    for (const group of Object.values(state.off)) group.clear();
    everything();
    fit();
  });
  byId("fit").addEventListener("click", () => fit());
  for (const [id, factor] of [["zoom_in", 1.3], ["zoom_out", 1 / 1.3]]) {
    byId(id).addEventListener("click", () => network?.moveTo({ scale: network.getScale() * factor }));
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (!byId("results").hidden) byId("results").hidden = true;
    else if (state.selected) select(null);
  });
  document.querySelector(".skip").addEventListener("click", () => { byId("table").open = true; });
  dark.addEventListener("change", everything);
  if (matchMedia("(max-width: 760px)").matches) byId("filters").open = false;

  try {
    draw();
  } catch (error) {
    byId("graph").replaceChildren(make("p", { class: "notice" }, t("unsupported")));
    console.error(error);
  }
  everything();
  window.graphbuild = { data, state, network, select, search, edgeVisible, nodeVisible }; // for tests and the console
})();
