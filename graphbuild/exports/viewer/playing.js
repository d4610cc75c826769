// Playing: a window that moves over the timeline.

const STEP = 600; // milliseconds
let film = null; // {timer, range} while playing

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

document.addEventListener("keydown", (event) => {
  const isSpace = event.key === " " && !event.target.closest?.("button, input, select, textarea, summary");
  if (!film || !(event.key === "Escape" || isSpace)) return;
  pauseFilm();
  event.preventDefault();
  event.stopImmediatePropagation();
});
