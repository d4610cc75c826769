// Focus: the part of the graph around a node, the trail that led there, and what clicks in the drawing do.

const HOPS = [1, 2, 3];

const trail = (focus = state.focus) => (focus ? [...trail(focus.from ?? null), focus] : []);

function around(id, hops, now) {
  // Node → how many steps it is from this one, for those within so many.
  const next = neighbours(now);
  const found = new Map([[id, 0]]);
  for (let step = 1, ends = [id]; step <= hops; step++) {
    ends = [...new Set(ends.flatMap((near) => [...(next.get(near) ?? new Map()).keys()]))].filter((far) => !found.has(far));
    for (const far of ends) found.set(far, step);
  }
  return found;
}

function nearFocus(now) {
  // The part of the graph around the focus: the nearest, and among them the most connected, up to the limit.
  const { id, hops } = state.focus;
  const steps = around(id, hops, now);
  const rank = (node) => nodes.get(node).rank ?? Infinity;
  const order = [...steps.keys()].sort((a, b) => steps.get(a) - steps.get(b) || rank(a) - rank(b));
  const ids = new Set([...order.slice(0, state.limit), ...[...state.extra].filter((node) => steps.has(node))]);
  return { node: (node) => ids.has(node), edge: () => true, always: [id], near: (node) => steps.has(node), all: steps.size };
}

function focusOn(id, hops = 1) {
  // A step further; back, where the trail has been there; or wider, where it is there now.
  const known = trail().find((focus) => focus.id === id);
  change({ focus: { id, hops, from: known ? known.from : state.focus }, path: null });
}

function leave() {
  // One step out: from the ways between two, then from the focus.
  if (state.path) change({ path: null });
  else if (state.focus) change({ focus: state.focus.from });
}

function hopButtons(id, key) {
  const now = state.focus?.id === id && !state.path ? state.focus.hops : 0;
  return make("span", { class: "hops", role: "group", "aria-label": t("steps") }, ...HOPS.map((hops) =>
    make("button", { type: "button", "data-key": `${key} ${hops}`, "aria-pressed": String(hops === now),
      "aria-label": count(hops, "step", "steps"), onclick: () => focusOn(id, hops) }, String(hops))));
}

function crumbs() {
  // The bar above the drawing: what the reader has gone into, each step a way back.
  const bar = byId("crumbs");
  bar.hidden = !state.focus && !state.path;
  const crumb = (key, go, last, ...content) => make("li", {}, make("button", { type: "button", class: "link",
    "data-key": key, "aria-current": last ? "true" : null, onclick: go }, ...content));
  const steps = trail();
  const items = [crumb("crumb", () => change({ focus: null, path: null }), false, t("everything"))];
  steps.forEach((focus, number) => items.push(crumb(`crumb ${number}`, () => change({ focus, path: null }),
    !state.path && focus === state.focus, make("bdi", {}, short(nameOf(focus.id))), ` (${focus.hops})`)));
  if (state.path) {
    const ends = state.path.map((id) => short(nameOf(id))).join(" – ");
    items.push(crumb("crumb path", () => select("path", state.path), true, `${t("ways")}${colon()}${ends}`));
  }
  const close = make("button", { type: "button", class: "out", "data-key": "leave", "aria-label": t("leave"), title: t("leave"),
    onclick: leave }, "×");
  if (bar.hidden) bar.replaceChildren();
  else refill(bar, make("ol", {}, ...items), ...(state.path ? [] : [t("steps"), hopButtons(state.focus.id, "bar")]), close);
}

function nodeTools(node) {
  // What can be done from a node: its surroundings, the ways to another one, and who is drawn as a part of it.
  return [
    make("p", { class: "tools" }, `${t("focus")}${colon()}`, hopButtons(node.id, "focus"), ` ${t("steps")}`),
    pathField(node.id),
    ...membersOf(node.id),
  ];
}

function membersOf(id) {
  // The officials and places of a country.
  const members = heldBy(id).sort((a, b) => (nodes.get(b).mentions ?? 0) - (nodes.get(a).mentions ?? 0));
  if (!members.length) return [];
  const each = (member) => make("li", {}, state.rolled ? make("bdi", {}, nameOf(member)) : nodeButton(member));
  return [make("details", { class: "members" },
    make("summary", {}, `${t(state.rolled ? "drawn_here" : "belongs_here")} (${members.length})`),
    make("ul", {}, ...members.map(each)))];
}

function byline(statement) {
  // Whom a statement names, where an official or a place is drawn as its country.
  const edge = state.rolled && sayingIn(plainEdges, statement.number);
  const away = edge ? [edge.from, edge.to].filter(isAway) : [];
  if (!away.length) return "";
  return make("p", { class: "faint" }, `${t("in_person")}${colon()}`,
    away.map((id) => `${nameOf(id)} (${nameOf(owners.get(id))})`).join(", "));
}

// --- clicks in the drawing --------------------------------------------------------------------------------------------

let pressed = { node: null, at: -1e9, x: 0, y: 0 }; // the last click on a node: the view may move before a second one

function clicked({ nodes: [node], edges: [edge], pointer: { DOM }, event }) {
  const again = pressed.node !== null && event.timeStamp - pressed.at < 400 && Math.hypot(DOM.x - pressed.x, DOM.y - pressed.y) < 12;
  if (again) return; // the second half of a double click
  const named = node ?? labelled(DOM.x, DOM.y);
  pressed = { node: named ?? null, at: event.timeStamp, x: DOM.x, y: DOM.y };
  const first = state.selected?.kind === "node" ? state.selected.id : null;
  if (named !== undefined && event.srcEvent?.shiftKey && first && first !== named) select("dyad", [first, named]);
  else if (named !== undefined) select("node", named);
  else if (edge !== undefined) select("edge", edge);
  else select(null);
}

function clickedTwice() {
  if (pressed.node !== null && state.selected?.kind === "node") focusOn(state.selected.id);
}
