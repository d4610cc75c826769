// The controls of the timeline: dragging, the two handles, the two dates, and playing.

const STEP = 600; // milliseconds
let film = null; // {timer, range} while playing

const spreadOf = (from, to) => [periods.bins[Math.min(from, to)].first, periods.bins[Math.max(from, to)].last];

function chooseRange(range) {
  // Takes a range of days; one that leaves nothing out is none.
  change({ range: range && range[0] <= allDays[0] && range[1] >= allDays[1] ? null : range });
}

function moveBound(side, place) {
  // Moves one end of the range to a period; at the end of the chart, it lets in all that is dated beyond.
  const places = chosenPlaces();
  const last = periods.bins.length - 1;
  const to = side ? Math.min(Math.max(place, places[0]), last) : Math.max(Math.min(place, places[1]), 0);
  const range = [...(state.range ?? allDays)];
  if (side) range[1] = to === last ? allDays[1] : periods.bins[to].last;
  else range[0] = to === 0 ? allDays[0] : periods.bins[to].first;
  chooseRange(range.sort());
}

function placeUnder(event) {
  const { left, width } = byId("time_bars").getBoundingClientRect();
  const place = Math.floor(((event.clientX - left) / width) * periods.bins.length);
  return Math.min(Math.max(place, 0), periods.bins.length - 1);
}

function grabTime(event) {
  // Follows a pointer: from a handle it moves that end, from inside the range all of it; elsewhere it draws a new one.
  if (event.button !== 0) return;
  pauseFilm();
  const start = placeUnder(event);
  const held = chosenPlaces();
  const side = ["time_low", "time_high"].indexOf(event.target.id);
  const isInside = state.range && held[0] < held[1] && start >= held[0] && start <= held[1];
  const last = periods.bins.length - 1;
  let at = start;
  const follow = (moved) => {
    if (placeUnder(moved) === at) return;
    at = placeUnder(moved);
    const shift = Math.min(Math.max(at - start, -held[0]), last - held[1]);
    if (side >= 0) moveBound(side, at);
    else chooseRange(isInside ? spreadOf(held[0] + shift, held[1] + shift) : spreadOf(start, at));
  };
  const drop = (dropped) => {
    for (const [name, listener] of Object.entries(listeners)) byId("time_chart").removeEventListener(name, listener);
    if (dropped.type === "pointerup" && at === start && (side < 0 || !state.range)) pickPeriod(start);
  };
  const listeners = { pointermove: follow, pointerup: drop, pointercancel: drop };
  byId("time_chart").setPointerCapture(event.pointerId);
  for (const [name, listener] of Object.entries(listeners)) byId("time_chart").addEventListener(name, listener);
  if (side < 0) event.preventDefault();
}

function pickPeriod(place) {
  // A click on a period: that one alone; on one that is alone already, all.
  const range = spreadOf(place, place);
  chooseRange(String(state.range) === String(range) ? null : range);
}

function steerBound(side, event) {
  const [place, last] = [chosenPlaces()[side], periods.bins.length - 1];
  const far = Math.max(Math.round(last / 10), 1);
  const to = { ArrowLeft: place - 1, ArrowDown: place - 1, ArrowRight: place + 1, ArrowUp: place + 1,
    PageDown: place - far, PageUp: place + far, Home: 0, End: last }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  pauseFilm();
  moveBound(side, to);
}

function datesTyped() {
  // Takes the two dates as they stand; what cannot be a range is marked and waits.
  pauseFilm();
  const fields = [byId("time_from"), byId("time_to")];
  const range = fields.map((field, side) => field.value || allDays[side]);
  const isRange = range[0] <= range[1] && fields.every((field) => !field.validity.badInput);
  if (isRange) chooseRange(range);
  else for (const field of fields) field.setAttribute("aria-invalid", "true");
}

function playFilm() {
  // Moves a window of the chosen width over the periods, from the range or from the beginning.
  if (film) return pauseFilm();
  const [from, to] = chosenPlaces();
  const last = periods.bins.length - 1;
  const isPart = state.range && to - from < last;
  const wide = isPart ? to - from : Math.max(Math.round(last / 12) - 1, 0);
  film = {};
  byId("count").setAttribute("aria-live", "off"); // a reader of the screen would hear every step
  filmStep(isPart && to < last ? from : 0, wide);
  sayPlaying();
}

function filmStep(from, wide) {
  const to = from + wide;
  if (!film || to >= periods.bins.length) return pauseFilm();
  film.range = spreadOf(from, to);
  chooseRange(film.range);
  film.timer = setTimeout(() => {
    if (String(state.range) === String(film?.range)) filmStep(from + 1, wide);
    else pauseFilm(); // something else has changed the range
  }, STEP);
}

function pauseFilm() {
  clearTimeout(film?.timer);
  film = null;
  byId("count").removeAttribute("aria-live");
  sayPlaying();
}

function sayPlaying() {
  const button = byId("time_play");
  button.textContent = film ? "❚❚" : "▶";
  button.title = t(film ? "time_pause" : "time_play");
  button.setAttribute("aria-label", button.title);
}

function buildTimeline() {
  const button = (id, words, onclick, more = {}) => make("button", { type: "button", id, onclick, ...more }, words);
  const date = (id) => make("label", {}, make("span", { "data-t": id }, t(id)), " ", make("input", { type: "date", id, min: "0001-01-01", max: "9999-12-31" }));
  const handle = (id, name) => make("div", { id, class: "handle", role: "slider", tabindex: 0, "aria-label": t(name), "data-label": name });
  const everything = () => (pauseFilm(), showSpan(usualSpan), chooseRange(null), byId("time_fold").focus());
  const look = (days) => (pauseFilm(), showSpan(days), change({}), byId("time_fold").focus());
  byId("timeline").append(
    make("div", { class: "row" },
      make("button", { type: "button", id: "time_fold", class: "link", "aria-controls": "time_body", onclick: foldTimeline },
        make("span", { "aria-hidden": "true" }), make("span", { "data-t": "time" }, t("time"))),
      make("div", { id: "time_tools", class: "row" },
        button("time_play", "▶", playFilm), date("time_from"), date("time_to"),
        button("time_all", t("time_all"), everything, { "data-t": "time_all" }),
        button("time_zoom", t("time_zoom_in"), () => look(state.range), { "data-t": "time_zoom_in" }),
        make("label", { id: "time_undated" }, make("input", { type: "checkbox", id: "time_keep" }), make("span", {})))),
    make("div", { id: "time_body", class: "row" },
      button("time_before", "", () => look([allDays[0], timeSpan[1]])),
      make("div", { id: "time_chart" }, make("div", { id: "time_bars", role: "img" }), make("div", { id: "time_window" }),
        handle("time_low", "time_from"), handle("time_high", "time_to")),
      button("time_after", "", () => look([timeSpan[0], allDays[1]]))));
  byId("time_chart").addEventListener("pointerdown", grabTime);
  for (const [side, id] of ["time_low", "time_high"].entries()) byId(id).addEventListener("keydown", (event) => steerBound(side, event));
  for (const id of ["time_from", "time_to"]) byId(id).addEventListener("change", datesTyped);
  byId("time_keep").addEventListener("change", (event) => change({ undated: event.target.checked }));
  new ResizeObserver(([{ contentRect: { width } }]) => {
    if (!width || width === chartWidth) return;
    chartWidth = width;
    timeline();
  }).observe(byId("time_chart"));
  showFold();
  sayPlaying();
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

document.addEventListener("keydown", (event) => {
  const isSpace = event.key === " " && !event.target.closest?.("button, input, select, textarea, summary");
  if (!film || !(event.key === "Escape" || isSpace)) return;
  pauseFilm();
  event.preventDefault();
  event.stopImmediatePropagation();
});

byId("timeline").hidden = !everSaid.length;
if (allDays) buildTimeline();
else byId("timeline").append(make("p", { class: "faint", "data-t": "time_none" }, t("time_none")));
