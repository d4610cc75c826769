"""Stretches of the calendar: what « 2022 » or « 2022-03 » mean, and days, weeks, months and years one after another."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

from graphbuild.errors import QueryError

Day = str | dt.date
"""A date as people give it: a ``date``, or an ISO text that may stop at the month or the year."""

UNITS = ("day", "week", "month", "year")

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def days(given: Day) -> tuple[dt.date, dt.date]:
    """The first and the last day of what is given.

    >>> [str(day) for day in days("2024-02")]
    ['2024-02-01', '2024-02-29']

    Raises:
        QueryError: It is no date.
    """
    if isinstance(given, dt.datetime):
        given = given.date()
    if isinstance(given, dt.date):
        return given, given
    found = _ISO.fullmatch(given.strip()) if isinstance(given, str) else None
    try:
        if not found:
            raise ValueError
        year, month = int(found[1]), int(found[2] or 0)
        if found[3]:
            return (exact := dt.date(year, month, int(found[3]))), exact
        first = dt.date(year, month if found[2] else 1, 1)
        return first, around(first, "month" if found[2] else "year")[1]
    except ValueError:
        raise QueryError(
            f"no date: {given!r}; give a datetime.date or text such as '2022', '2022-03' or '2022-03-14'"
        ) from None


def unit(first: dt.date, last: dt.date) -> str:
    """The unit that cuts the time between two days into a number of pieces that can be looked at."""
    length = (last - first).days
    return "day" if length <= 31 else "week" if length <= 26 * 7 else "month" if length <= 5 * 366 else "year"


def around(day: dt.date, every: str) -> tuple[dt.date, dt.date]:
    """The first and the last day of the week (from Monday), month or year that a day is in."""
    if every == "year":
        return day.replace(month=1, day=1), day.replace(month=12, day=31)
    if every == "month":
        return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])
    if every == "week":
        first = day.toordinal() - day.weekday()
        return dt.date.fromordinal(first), dt.date.fromordinal(min(first + 6, dt.date.max.toordinal()))
    if every == "day":
        return day, day
    raise QueryError(f"no period: {every!r}; use one of {', '.join(UNITS)}")


def each(first: dt.date, last: dt.date, every: str) -> Iterator[tuple[dt.date, dt.date]]:
    """All periods from the one of the first day to the one of the last, without a gap."""
    start, end = around(first, every)
    yield start, end
    while end < last:
        start, end = around(end + dt.timedelta(days=1), every)
        yield start, end


def name(start: dt.date, every: str) -> str:
    """A period in short, as ISO 8601 writes it.

    >>> [name(dt.date(2022, 2, 28), every) for every in UNITS]
    ['2022-02-28', '2022-W09', '2022-02', '2022']
    """
    text = start.isoformat()
    if every == "week":
        year, week, _ = start.isocalendar()
        return f"{year}-W{week:02}"
    return text[: {"year": 4, "month": 7}.get(every, 10)]
