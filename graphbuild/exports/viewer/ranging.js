// The range of days: by dragging over the timeline, by its two handles, or by two dates.

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
