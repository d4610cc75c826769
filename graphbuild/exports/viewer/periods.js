// Periods: the days, weeks, months, … into which a stretch of time is cut.

const MOST_PERIODS = 72;
const UNIT_DAYS = { day: 1, week: 7, month: 30.44, quarter: 91.31, year: 365.25, decade: 3652.5, century: 36525 };
const UNIT_STEPS = { day: [0, 0, 1], week: [0, 0, 7], month: [0, 1, 0], quarter: [0, 3, 0], year: [1, 0, 0],
  decade: [10, 0, 0], century: [100, 0, 0] };
const TICKS = { day: [1, 2, 7, 14, 28], week: [1, 2, 4, 8, 16], month: [1, 3, 6, 12, 24, 48],
  quarter: [1, 2, 4, 8, 16, 40], year: [1, 2, 5, 10, 20, 50], decade: [1, 2, 5, 10, 20], century: [1, 2, 5, 10, 50] };
const LAST_DAY = Date.UTC(9999, 11, 31);

const isoOf = (time) => new Date(Math.min(time, LAST_DAY)).toISOString().slice(0, 10);
const dayNumber = (iso) => Math.round(timeOf(iso) / 864e5);
const timeAt = (year, month, date) => new Date(0).setUTCFullYear(year, month, date);
const partsOf = (time) => [time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate()];

function mainSpan(days) {
  // The shortest stretch with nineteen in twenty of these sorted days; from first to last unless that is thrice as long.
  const length = (from, to) => dayNumber(days[to]) - dayNumber(days[from]) + 1;
  const all = [days[0], days.at(-1)];
  const kept = days.length - Math.max(1, Math.floor(days.length / 20));
  if (kept < 3) return all;
  let best = 0;
  for (let from = 1; from + kept <= days.length; from++) {
    if (length(from, from + kept - 1) < length(best, best + kept - 1)) best = from;
  }
  return length(0, days.length - 1) >= 3 * length(best, best + kept - 1) ? [days[best], days[best + kept - 1]] : all;
}

function startOf(unit, time) {
  const [year, month, date] = partsOf(time);
  if (unit === "day") return timeAt(year, month, date);
  if (unit === "week") return timeAt(year, month, date - ((time.getUTCDay() + 6) % 7)); // weeks begin on Monday
  if (unit === "month") return timeAt(year, month, 1);
  if (unit === "quarter") return timeAt(year, month - (month % 3), 1);
  return timeAt(year - (year % UNIT_STEPS[unit][0]), 0, 1);
}

function periodsBetween(first, last, most = MOST_PERIODS) {
  // The periods from one day to another, in the smallest unit that makes them few enough to be told apart.
  const length = dayNumber(last) - dayNumber(first) + 1;
  const unit = Object.keys(UNIT_DAYS).find((one) => length / UNIT_DAYS[one] <= most) ?? "century";
  const bins = [];
  for (let start = startOf(unit, timeOf(first)); start <= timeOf(last);) {
    const [year, month, date] = partsOf(new Date(start));
    const [years, months, days] = UNIT_STEPS[unit];
    const next = timeAt(year + years, month + months, date + days);
    bins.push({ first: isoOf(start), last: isoOf(next - 864e5) });
    start = next;
  }
  return { unit, bins };
}

function placeOf(iso, { bins }) {
  // The number of the period that a day lies in; -1 before the first, their count after the last.
  if (iso > bins.at(-1).last) return bins.length;
  return bins.findLastIndex(({ first }) => first <= iso);
}

function periodName({ first, last }, unit) {
  if (unit === "day" || unit === "week") return days([first, last]);
  if (unit === "month") return dateWords(first, { month: "long", year: "numeric" });
  if (unit === "quarter") {
    return `${dateWords(first, { month: "short" })} – ${dateWords(last, { month: "short", year: "numeric" })}`;
  }
  return [...new Set([first, last].map((iso) => dateWords(iso, { year: "numeric" })))].join(" – ");
}

function ordinal(iso, unit) {
  // The number of a period since some beginning, so that ticks stand at round dates.
  const [year, month] = partsOf(timeOf(iso));
  const counted = { day: dayNumber(iso), week: Math.floor((dayNumber(iso) + 3) / 7),
    month: 12 * year + month, quarter: 4 * year + month / 3 };
  return counted[unit] ?? Math.floor(year / UNIT_STEPS[unit][0]);
}

function periodTicks({ unit, bins }, room) {
  // [number of the period, words below it] where there is so much room for a period; the year where it changes.
  const every = TICKS[unit].find((step) => step * room >= 66) ?? TICKS[unit].at(-1);
  const daily = { day: "numeric", month: "short" };
  const options = { day: daily, week: daily, month: { month: "short" }, quarter: { month: "short" } }[unit];
  let year = "";
  return [...bins.entries()].filter(([, { first }]) => ordinal(first, unit) % every === 0).map(([place, { first }]) => {
    const before = year;
    year = first.slice(0, 4);
    return [place, dateWords(first, { ...options, ...(year === before ? {} : { year: "numeric" }) })];
  });
}
