// The legend, whose lines hide and show.

const FACETS = {
  quads: { keys: () => Object.keys(quads), picture: (key) => line(quads[key][tone()]), of: quadOf },
  statuses: { keys: () => statuses, picture: (key) => line(tones.faint, dashes[key]) },
  types: { keys: () => Object.keys(types), picture: (key) => symbol(types[key][tone()], types[key][2]) },
};

function legend() {
  for (const [group, { keys, picture }] of Object.entries(FACETS)) fill(group, keys(), facetCounts(group), picture);
  limits();
}

function facetCounts(group) {
  // How many shown things each line of the legend stands for, if the group itself hid nothing.
  const now = sift(group);
  if (group === "types") {
    const ends = new Set([...now.keys()].flatMap((edge) => [edge.from, edge.to]));
    return tally([...ends].map((id) => nodes.get(id)), typeOf);
  }
  if (group === "statuses") return tally([...now.values()], (said) => said.status);
  return tally([...now.keys()], FACETS[group].of);
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
  byId(group).replaceChildren(...keys.filter((key) => counts.get(key) || isOff(group, key)).map((key) => {
    const toggle = () => {
      const off = new Set(state.off[group]);
      if (!off.delete(key)) off.add(key);
      change({ off: { ...state.off, [group]: off } });
    };
    return make("button", { type: "button", "aria-pressed": String(!isOff(group, key)), "data-key": key, onclick: toggle },
      picture(key), make("span", {}, t(key)), make("span", { class: "n" }, String(counts.get(key) ?? 0)));
  }));
  byId(group).querySelector(`[data-key="${CSS.escape(focused ?? "")}"]`)?.focus();
}
