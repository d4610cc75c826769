// The timeline's place on the page: its chart and controls as elements, and folding.

function buildTimeline() {
  const button = (id, words, onclick, more = {}) => make("button", { type: "button", id, onclick, ...more }, words);
  const date = (id) => make("label", {}, make("span", { "data-t": id }, t(id)), " ",
    make("input", { type: "date", id, min: "0001-01-01", max: "9999-12-31" }));
  const handle = (id, name) =>
    make("div", { id, class: "handle", role: "slider", tabindex: 0, "aria-label": t(name), "data-label": name });
  const everything = () => (pauseFilm(), showSpan(usualSpan), chooseRange(null), byId("time_fold").focus());
  const look = (days) => (pauseFilm(), showSpan(days), change({}), byId("time_fold").focus());
  byId("timeline").append(
    make("div", { class: "row" },
      button("time_fold", make("span", { "aria-hidden": "true" }), foldTimeline,
        { class: "link", "aria-controls": "time_body" }),
      make("div", { id: "time_tools", class: "row" },
        button("time_play", "▶", playFilm), date("time_from"), date("time_to"),
        button("time_all", t("time_all"), everything, { "data-t": "time_all" }),
        button("time_zoom", t("time_zoom_in"), () => look(state.range), { "data-t": "time_zoom_in" }),
        make("label", { id: "time_undated" }, make("input", { type: "checkbox", id: "time_keep" }), make("span", {})))),
    make("div", { id: "time_body", class: "row" },
      button("time_before", "", () => look([allDays[0], timeSpan[1]])),
      make("div", { id: "time_chart" },
        make("div", { id: "time_bars", role: "img" }), make("div", { id: "time_window" }),
        handle("time_low", "time_from"), handle("time_high", "time_to")),
      button("time_after", "", () => look([timeSpan[0], allDays[1]]))));
  byId("time_fold").append(make("span", { "data-t": "time" }, t("time")));
  listenToTimeline();
  showFold();
  sayPlaying();
}

function listenToTimeline() {
  byId("time_chart").addEventListener("pointerdown", grabTime);
  byId("time_low").addEventListener("keydown", (event) => steerBound(0, event));
  byId("time_high").addEventListener("keydown", (event) => steerBound(1, event));
  for (const id of ["time_from", "time_to"]) byId(id).addEventListener("change", datesTyped);
  byId("time_keep").addEventListener("change", (event) => change({ undated: event.target.checked }));
  new ResizeObserver(([{ contentRect: { width } }]) => {
    if (!width || width === chartWidth) return;
    chartWidth = width;
    timeline();
  }).observe(byId("time_chart"));
}

function foldTimeline() {
  // The drawing takes the room that this leaves; it shows the whole where it did so before.
  const { width, height } = byId("graph").getBoundingClientRect();
  const wasWhole = network && data.nodes.filter(nodeVisible).map((node) => network.canvasToDOM(node))
    .every(({ x, y }) => x > 0 && x < width && y > 0 && y < height);
  timeOpen = !timeOpen;
  if (!timeOpen) pauseFilm();
  showFold();
  timeline();
  network?.setSize("100%", "100%");
  if (wasWhole) fit(false);
}

byId("timeline").hidden = !everSaid.length;
if (allDays) buildTimeline();
else byId("timeline").append(make("p", { class: "faint", "data-t": "time_none" }, t("time_none")));
