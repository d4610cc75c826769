// The notice of the filters in force: what each leaves out, and a way to lift it.

function inForce() {
  // The filters in force, each in words, with the change that lifts it.
  const families = Object.keys(LEAVES).filter((family) => missingLeaves(family).length)
    .map((family) => ({ key: family, text: familySays(family), lift: showing(family, LEAVES[family]) }));
  const least = { key: "least", text: t("least_says").replace("{n}", state.least), lift: { least: 0 } };
  const range = state.range && { key: "range", text: days(state.range), lift: { range: null } };
  return [...families, state.least && least, range].filter(Boolean);
}

function familySays(family) {
  // "without …" or "only …", whichever is shorter, with at most two names; quad classes rather than all their relations.
  const [shown, missing] = [shownLeaves(family), missingLeaves(family)].map((leaves) => labelsOf(family, leaves));
  const [key, labels] = shown.length && shown.length < missing.length ? ["only_names", shown] : ["without_names", missing];
  const more = labels.length > 2 ? ` +${labels.length - 2}` : "";
  return t(key).replace("{names}", () => labels.slice(0, 2).map((label) => short(label, 30)).join(", ") + more);
}

function labelsOf(family, leaves) {
  if (family !== "relations") return leaves.map((leaf) => leafLabel(family, leaf));
  const full = Object.keys(quads).filter((quad) => relationsIn(quad).length && relationsIn(quad).every((one) => leaves.includes(one)));
  const rest = leaves.filter((leaf) => !full.includes(quadOfRelation.get(leaf)));
  return [...full.map(t), ...rest.map((leaf) => leafLabel(family, leaf))];
}

function filtered() {
  const found = inForce();
  const wasInside = byId("filtered").contains(document.activeElement);
  byId("filtered").hidden = !found.length;
  byId("filtered_count").textContent = count(found.length, "filter_active", "filters_active");
  byId("filtered_list").replaceChildren(...found.map(({ key, text, lift }) => make("li", {},
    make("bdi", {}, text),
    make("button", { type: "button", "data-key": key, "aria-label": t("lift").replace("{name}", () => text), onclick: () => change(lift) }, "×"))));
  if (!wasInside) return;
  if (!found.length) byId("filters").firstElementChild.focus({ preventScroll: true });
  else if (!byId("filtered").contains(document.activeElement)) byId("filtered_list").querySelector("button").focus();
}
