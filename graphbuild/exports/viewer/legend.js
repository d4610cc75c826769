// The legend, whose lines hide and show.

function legend() {
  const tally = (things, keyOf) => things.reduce((all, x) => all.set(keyOf(x), (all.get(keyOf(x)) ?? 0) + 1), new Map());
  const tone = dark.matches ? 1 : 0;
  const all = [...edges.values()];
  fill("quads", Object.keys(quads), tally(all, quadOf), (key) => line(quads[key][tone]));
  const said = state.doubtful ? statuses : statuses.filter((key) => !doubtful.has(key));
  fill("statuses", said, tally(all, statusOf), (key) => line(css("--faint"), dashes[key]));
  fill("types", Object.keys(types), tally(data.nodes, typeOf), (key) => symbol(types[key][tone], types[key][2]));
  limits();
}

function limits() {
  // The choice of how many nodes are drawn.
  const numbers = [30, 60, starters || 120, 250, 500, 1000, 2000].filter((number) => number < ranked);
  byId("limits").hidden = !numbers.length;
  byId("limit").replaceChildren(...numbers.map((number) => make("option", { value: number }, String(number))),
    make("option", { value: "Infinity" }, t("all")));
  byId("limit").value = String(state.limit);
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
