// Search by names and aliases, without regard to accents and case.

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
  if (x !== undefined) network.moveTo({ position: { x, y }, scale: Math.max(network.getScale(), (1.5 * grain) / unit), animation: false });
}

function suggest() {
  const hits = search(byId("search").value);
  const list = byId("results");
  list.hidden = !fold(byId("search").value);
  list.replaceChildren(...(hits.length ? hits.map(({ node, alias }) => {
    const also = [node.id, ...Object.values(node.labels ?? {})].includes(alias) ? "" : make("small", {}, ` ${short(alias, 60)}`);
    return make("li", {}, make("button", { type: "button", onclick: () => find(node) },
      symbol(types[typeOf(node)][tone()], types[typeOf(node)][2]), short(name(node), 60), also));
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
