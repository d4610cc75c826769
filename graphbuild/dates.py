"""When something is said to happen: dates in a sentence, explicit or relative to the day of publication."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from graphbuild.model import When

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier janv", "février fevrier févr", "mars", "avril avr", "mai", "juin", "juillet juil", "août aout",
            "septembre sept", "octobre oct", "novembre nov", "décembre decembre déc",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
DAYS = {name: n for n, name in enumerate(["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"])}

_TO_TWELVE = ["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"]
NUMBERS = {name: n for n, name in enumerate(_TO_TWELVE, start=1)} | {"une": 1, "quinze": 15, "vingt": 20, "trente": 30}

_NUMBER = "|".join((r"\d{1,3}", *NUMBERS))
_UNIT = "jours?|semaines?|mois|ans?|années?"
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = "|".join(DAYS)
_EXPRESSION = re.compile(
    rf"""
    (?:\bdu\s+(?P<from_day>1er|[0-3]?\d)\s+au\s+)?(?:(?P<weekday>{_DAY})\s+)?(?<!\d)(?P<day>1er|[0-3]?\d)\s+(?P<month>{_MONTH})\b\.?(?:\s+(?P<year>(?:1[5-9]|20)\d\d))?
    | \b(?P<month_only>{_MONTH})\s+(?P<month_year>(?:1[5-9]|20)\d\d)\b
    | \b(?:entre|de)\s+(?P<from_year>(?:19|20)\d\d)\s+(?:et|à)\s+(?P<to_year>(?:19|20)\d\d)\b
    | \b(?P<toward>il\s+y\s+a|voilà|dans|d'ici)\s+(?P<number>{_NUMBER})\s+(?P<unit>{_UNIT})\b
    | \b(?:ce|le)\s+week-end\b(?:\s+(?P<which_weekend>dernier|prochain|passé))?
    | \b(?:en|depuis|l'année|de|à\sl'été|à\sl'automne|fin|début|dès)\s+(?P<year_only>(?:19|20)\d\d)\b
    | \b(?:en|depuis|fin|début|mi-)\s?(?P<this_month>{_MONTH})\b(?!\s+\d{{4}})(?:\s+(?P<which_month>dernier|prochain))?
    | \b(?P<near>avant-hier|hier|aujourd'hui|après-demain|demain)\b
    | \b(?P<day_name>{_DAY})\b(?:\s+(?P<which_day>dernier|prochain))?
    | \b(?P<span>semaine|mois|an|année)\s+(?P<which>dernière|dernier|prochaine|prochain|passée|passé)\b
    | \bcette\s+(?P<this>semaine|année)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NEAR = {"avant-hier": -2, "hier": -1, "aujourd'hui": 0, "demain": 1, "après-demain": 2}


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression at its place."""

    start: int
    end: int
    when: When


def find(text: str, start: int, end: int, published: dt.date | None, *, future: bool = False) -> Iterator[Dated]:
    """The time expressions of a sentence that can be resolved; ``future`` reads « lundi » as the next one.

    >>> [str(d.when.start) for d in find("arrivé lundi 3 mars 2014", 0, 24, None)]
    ['2014-03-03']
    """
    for match in _EXPRESSION.finditer(text, start, end):
        when = _resolve(match, published, future)
        if when is not None:
            yield Dated(match.start(), match.end(), when)


def day(text: str) -> dt.date | None:
    """The one day that a text names, in ISO or French form; None for « 2019 » and for what is no date.

    >>> day("13 juillet 2012"), day("2022-01-17T08:00:00Z"), day("17/01/2022"), day("2019")
    (datetime.date(2012, 7, 13), datetime.date(2022, 1, 17), datetime.date(2022, 1, 17), None)
    """
    try:
        return dt.datetime.fromisoformat(text.strip()).date()
    except ValueError:
        if numbers := re.fullmatch(r"\s*(\d\d?)/(\d\d?)/(\d{4})\s*", text):
            return _date(int(numbers[3]), int(numbers[2]), int(numbers[1]))
        days = [d.when.start for d in find(text, 0, len(text), None) if d.when.start == d.when.end]
        return days[0] if days else None


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:  # the 31st of a month that has none
        return None


def near(text: str, sentence: tuple[int, int], trigger: int, published: dt.date | None, *, future: bool) -> When | None:
    """The time expression nearest to a trigger, in the same part of the sentence."""
    best: tuple[int, When] | None = None
    for dated in find(text, *sentence, published, future=future):
        a, b = sorted((dated.start, trigger))
        if re.search(r"[;:]| que | qu'| alors que | tandis que | après | avant ", text[a:b]) or b - a > 90:
            continue
        if best is None or b - a < best[0]:
            best = (b - a, dated.when)
    return best[1] if best else None


def _resolve(match: re.Match[str], published: dt.date | None, future: bool) -> When | None:
    groups = match.groupdict()
    if groups["month"]:
        return _day(groups, published, future)
    if groups["month_only"]:
        return _month(int(groups["month_year"]), MONTHS[groups["month_only"].lower()], "explicit")
    if groups["from_year"]:
        years = int(groups["from_year"]), int(groups["to_year"])
        return When(dt.date(min(years), 1, 1), dt.date(max(years), 12, 31), "explicit")
    if groups["year_only"]:
        year = int(groups["year_only"])
        return When(dt.date(year, 1, 1), dt.date(year, 12, 31), "explicit")
    return _relative(match.group().lower(), groups, published, future) if published else None


def _day(groups: dict[str, str | None], published: dt.date | None, future: bool) -> When | None:
    day = int((groups["day"] or "").removesuffix("er"))
    month = MONTHS[(groups["month"] or "").lower()]
    try:
        if groups["year"]:
            date = dt.date(int(groups["year"]), month, day)
            return _from(groups, date, "explicit")
        if published is None:
            return None
        around = [d for y in range(published.year - 4, published.year + 5) if (d := _date(y, month, day))]
        ahead = [d for d in around if d >= published] if future else []
        date = min(ahead or around, key=lambda d: abs((d - published).days))
    except ValueError:  # the 31st of a month that has none
        return None
    return _from(groups, date, "relative")


def _from(groups: dict[str, str | None], end: dt.date, basis: str) -> When:
    """« du 24 au 26 août »: from the first of two days to the second."""
    start = _date(end.year, end.month, int(groups["from_day"].removesuffix("er"))) if groups["from_day"] else None
    return When(start if start is not None and start < end else end, end, basis)


def _month(year: int, month: int, basis: str) -> When:
    last = calendar.monthrange(year, month)[1]
    return When(dt.date(year, month, 1), dt.date(year, month, last), basis)


def _relative(text: str, groups: dict[str, str | None], published: dt.date, future: bool) -> When | None:
    if groups["near"]:
        date = published + dt.timedelta(_NEAR[groups["near"].lower()])
        return When(date, date, "relative")
    if groups["number"]:
        return _away(groups, published)
    if "week-end" in text:
        return _weekend(groups["which_weekend"], published, future)
    if groups["day_name"]:
        ahead = (DAYS[groups["day_name"].lower()] - published.weekday()) % 7
        if groups["which_day"] == "prochain" or (future and groups["which_day"] is None):
            date = published + dt.timedelta(ahead)
        else:
            date = published - dt.timedelta((7 - ahead) % 7 or (7 if groups["which_day"] else 0))
        return When(date, date, "relative")
    if groups["this_month"]:
        month = MONTHS[groups["this_month"].lower()]
        ahead = future or groups["which_month"] == "prochain"
        year = published.year
        if ahead and month < published.month:
            year += 1
        elif not ahead and month > published.month:
            year -= 1
        return _month(year, month, "relative")
    if groups["this"]:
        return _unit(groups["this"], published, 0)
    step = 1 if (groups["which"] or "").startswith("prochain") else -1
    return _unit(groups["span"] or "", published, step)


def _unit(unit: str, published: dt.date, step: int) -> When:
    """The week, month or year so many steps from that of publication."""
    if unit == "semaine":
        monday = published - dt.timedelta(published.weekday()) + dt.timedelta(7 * step)
        return When(monday, monday + dt.timedelta(6), "relative")
    if unit == "mois":
        months = published.year * 12 + published.month - 1 + step
        return _month(months // 12, months % 12 + 1, "relative")
    year = published.year + step
    return When(dt.date(year, 1, 1), dt.date(year, 12, 31), "relative")


def _away(groups: dict[str, str | None], published: dt.date) -> When:
    """« il y a trois jours », « d'ici deux mois »: to the day, else the week, month or year so far away."""
    number = (groups["number"] or "").lower()
    step = NUMBERS.get(number) or int(number)
    if (groups["toward"] or "").lower().startswith(("il", "voilà")):
        step = -step
    unit = (groups["unit"] or "").lower()
    if unit.startswith("jour"):
        date = published + dt.timedelta(step)
        return When(date, date, "relative")
    return _unit(unit if unit == "mois" else unit.rstrip("s"), published, step)


def _weekend(which: str | None, published: dt.date, future: bool) -> When:
    """« ce week-end » is the one near, « le week-end dernier » the one before this week's."""
    saturday = published + dt.timedelta(5 - published.weekday())
    if which in ("dernier", "passé") or (which is None and not future and published.weekday() < 2):
        saturday -= dt.timedelta(7)
    elif which == "prochain" and published.weekday() >= 5:
        saturday += dt.timedelta(7)
    return When(saturday, saturday + dt.timedelta(1), "relative")
