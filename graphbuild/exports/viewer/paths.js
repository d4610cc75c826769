// The shortest ways between two actors, with what stands behind each of their steps.

const MOST_WAYS = 20;
const pairOf = (a, b) => JSON.stringify([a, b].sort());
const passable = (edge) => state.ties || quadOf(edge) !== "structural";
const edgesBetween = (a, b) => edgesAt(a).filter((edge) => edge.from !== edge.to && [edge.from, edge.to].includes(b));

function ways(from, to, now, most = MOST_WAYS) {
  // The shortest paths between two nodes, each as a list of nodes, best supported first, and how many there are.
  const next = neighbours(now);
  const before = new Map([[from, []]]); // node → those from which it is reached first
  const number = new Map([[from, 1]]); // node → in how many ways it is reached
  for (let ends = [from]; ends.length && !before.has(to);) {
    const fresh = new Map();
    for (const near of ends) for (const far of (next.get(near) ?? new Map()).keys()) {
      if (!before.has(far)) fresh.set(far, [...(fresh.get(far) ?? []), near]);
    }
    for (const [far, nears] of fresh) {
      before.set(far, nears.sort((a, b) => next.get(far).get(b) - next.get(far).get(a) || (a < b ? -1 : 1)));
      number.set(far, nears.reduce((sum, near) => sum + number.get(near), 0));
    }
    ends = [...fresh.keys()];
  }
  const paths = [];
  if (from === to || !before.has(to)) return { paths, all: 0 };
  for (const path of pathsBack(to, before)) if (paths.push(path) === most) break;
  return { paths, all: number.get(to) };
}

function* pathsBack(id, before) {
  if (!before.get(id).length) yield [id];
  for (const near of before.get(id)) for (const path of pathsBack(near, before)) yield [...path, id];
}

function onWays(now) {
  // The part of the graph that lies on the ways between two nodes.
  const found = ways(...state.path, new Map([...now].filter(([edge]) => passable(edge))));
  const ids = new Set([...state.path, ...found.paths.flat()]);
  const steps = new Set(found.paths.flatMap((path) => path.slice(1).map((id, number) => pairOf(path[number], id))));
  return { node: (id) => ids.has(id), edge: (edge) => passable(edge) && steps.has(pairOf(edge.from, edge.to)),
    always: state.path, ways: found };
}

function seek(from, to) {
  change({ path: [from, to], selected: { kind: "path", ids: [from, to] } });
  byId("panel").scrollTop = 0;
  requestAnimationFrame(reveal);
}

function pathField(id) {
  // A field for the other end of a path.
  const field = make("input", { type: "search", id: "path_to", "aria-label": t("path_to"), placeholder: t("path_to"),
    autocomplete: "off", spellcheck: "false", maxlength: 200 });
  const popup = make("div", { id: "path_ends", class: "popup", hidden: "" });
  const box = make("div", { class: "search" }, field, popup);
  combobox(field, popup, (text) => {
    const hits = entitiesFor(text).filter(({ node }) => node.id !== id && !isAway(node.id));
    const options = hits.slice(0, 8).map(({ node, alias }) => entityOption(node, alias, () => seek(id, node.id)));
    return [{ name: t("entities"), total: hits.length, options }];
  });
  return box;
}

// --- the panel --------------------------------------------------------------------------------------------------------

function pathPanel({ ids: [from, to] }) {
  const { paths, all } = view().part.ways;
  const box = make("input", { type: "checkbox", "data-key": "ties" });
  box.checked = !state.ties;
  box.addEventListener("change", () => change({ ties: !box.checked }));
  const turn = make("button", { type: "button", "data-key": "turn", onclick: () => seek(to, from) }, t("turn"));
  return [
    make("h2", {}, nodeButton(from), " → ", nodeButton(to)),
    make("p", { class: "tools" }, turn, make("label", {}, box, ` ${t("no_ties")}`)),
    ...(paths.length ? foundWays(paths, all) : noWay()),
  ];
}

function foundWays(paths, all) {
  const length = count(paths[0].length - 1, "step", "steps");
  const number = paths.length < all ? worded("ways_of", { n: paths.length, all }) : count(all, "way", "ways_found");
  return [make("p", { class: "faint", role: "status" }, `${number} · ${length}`), ...paths.map(wayItem)];
}

function wayItem(path, number) {
  // One way; its steps are made when it is first opened.
  const names = path.map(nameOf).join(" › ");
  const item = make("details", { class: "way" }, make("summary", {}, make("bdi", {}, names)));
  const fill = () => {
    if (item.open && item.children.length === 1) item.append(make("ol", {}, ...path.slice(1).map((id, at) => stepItem(path[at], id))));
  };
  item.addEventListener("toggle", fill);
  item.open = number === 0;
  fill();
  return item;
}

function stepItem(a, b) {
  const all = edgesBetween(a, b).filter((edge) => view().drawn.has(edge)).sort(byStanding);
  const [number] = nowOf(all[0]).numbers;
  const between = make("button", { type: "button", class: "link", onclick: () => select("dyad", [a, b]) }, t("all_between"));
  return make("li", {}, edgeList(all.slice(0, 3)),
    number === undefined ? make("p", { class: "faint" }, t("no_evidence")) : card(data.statements[number], { home: all[0] }),
    all.length > 1 ? make("p", {}, between) : "");
}

// What is asserted first, and what somebody does before what somebody is.
const byStanding = (a, b) => statuses.indexOf(nowOf(a).status) - statuses.indexOf(nowOf(b).status) ||
  (quadOf(a) === "structural") - (quadOf(b) === "structural") || byWeight(a, b);

function noWay() {
  // Says whether what the reader has left out stands in the way, and offers to let it in again.
  const { off, least, range, undated, contested } = initial();
  const everything = new Map(whole().list.filter(edgeTests.corrections).map((edge) => [edge, present(edge, [statementTests.corrections])])
    .filter(([, now]) => now && !doubtful.has(now.status)));
  const doors = [
    ["with_ties", view().now, { ties: true }],
    ["reset", everything, { off, least, range, undated, contested, ties: true }],
  ];
  const open = doors.find(([, edges]) => ways(...state.path, edges).paths.length);
  return [
    make("p", { role: "status" }, t(open ? "no_way_now" : "no_way")),
    open ? make("button", { type: "button", "data-key": "open", onclick: () => change(open[2]) }, t(open[0])) : "",
  ];
}
