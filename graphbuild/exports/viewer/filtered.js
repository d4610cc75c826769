// The notice of the filters in force: what each leaves out, and a way to lift it.

function inForce() {
  // The filters in force: each in words, and the change that lifts it.
  const families = Object.keys(LEAVES).filter((family) => missingLeaves(family).length)
    .map((family) => ({ text: familySays(family), lift: showing(family, LEAVES[family]) }));
  const least = { text: worded("least_says", { n: state.least }), lift: { least: 0 } };
  const range = state.range && { text: days(state.range), lift: { range: null } };
  const contested = { text: t("only_contested"), lift: { contested: false } };
  return [...families, state.least && least, range, state.contested && contested].filter(Boolean);
}

function familySays(family) {
  // "without …" or "only …", whichever is shorter, with at most two names.
  const [shown, missing] = [shownLeaves(family), missingLeaves(family)].map((leaves) => labelsOf(family, leaves));
  const isShort = shown.length && shown.length < missing.length;
  const [key, labels] = isShort ? ["only_names", shown] : ["without_names", missing];
  const more = labels.length > 2 ? ` +${labels.length - 2}` : "";
  return worded(key, { names: labels.slice(0, 2).map((label) => short(label, 30)).join(", ") + more });
}

function labelsOf(family, leaves) {
  // Their names; a quad class rather than all its relations.
  if (family !== "relations") return leaves.map((leaf) => leafLabel(family, leaf));
  const full = wholeQuads(leaves);
  const rest = leaves.filter((leaf) => !full.includes(quadOfRelation.get(leaf)));
  return [...full.map(t), ...rest.map((leaf) => leafLabel(family, leaf))];
}

function filtered() {
  const found = inForce();
  const wasInside = byId("filtered").contains(document.activeElement);
  byId("filtered").hidden = !found.length;
  byId("filtered_count").textContent = count(found.length, "filter_active", "filters_active");
  byId("filtered_list").replaceChildren(...found.map(({ text, lift }) => {
    const says = worded("lift", { name: text });
    const button = make("button", { type: "button", "aria-label": says, onclick: () => change(lift) }, "×");
    return make("li", {}, make("bdi", {}, text), button);
  }));
  if (!wasInside) return;
  if (!found.length) byId("filters").firstElementChild.focus({ preventScroll: true });
  else if (!byId("filtered").contains(document.activeElement)) byId("filtered_list").querySelector("button").focus();
}
