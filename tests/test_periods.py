"""Stretches of the calendar."""

import datetime as dt
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild import periods
from graphbuild.errors import QueryError

DATES = st.dates(dt.date(1000, 1, 1), dt.date(9999, 12, 31))


@pytest.mark.parametrize(
    ("given", "first", "last"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2022-02", "2022-02-01", "2022-02-28"),
        (" 2024-02 ", "2024-02-01", "2024-02-29"),
        ("2022-02-24", "2022-02-24", "2022-02-24"),
        (dt.date(2022, 2, 24), "2022-02-24", "2022-02-24"),
        (dt.datetime(2022, 2, 24, 23, tzinfo=dt.UTC), "2022-02-24", "2022-02-24"),
    ],
)
def test_a_date_may_stop_at_the_month_or_the_year(given, first, last):
    assert [day.isoformat() for day in periods.days(given)] == [first, last]


@pytest.mark.parametrize("given", ["", "hier", "2022-2", "24/02/2022", "2022-13", "2022-02-30", "0000", 2022, None])
def test_what_is_no_date_is_refused(given):
    with pytest.raises(QueryError, match=r"no date: .*'2022', '2022-03' or '2022-03-14'"):
        periods.days(given)


def test_an_unknown_period_names_the_known_ones():
    with pytest.raises(QueryError, match="no period: 'hour'; use one of day, week, month, year"):
        periods.around(dt.date(2022, 2, 24), "hour")


@pytest.mark.parametrize(
    ("last", "unit"), [("2022-01-20", "day"), ("2022-03-01", "week"), ("2023-01-01", "month"), ("2032-01-01", "year")]
)
def test_the_unit_suits_the_time(last, unit):
    assert periods.unit(dt.date(2022, 1, 1), dt.date.fromisoformat(last)) == unit


@settings(deadline=None)
@given(DATES, DATES, st.sampled_from(["week", "month", "year"]))
def test_periods_follow_each_other_without_a_gap(a, b, every):
    first, last = sorted((a, b))
    if every == "week":
        last = min(last, first + dt.timedelta(days=3000)) if first.year < 9990 else last
    found = list(periods.each(first, last, every))
    assert found[0][0] <= first
    assert found[-1][1] >= last
    pairs = itertools.pairwise(found)
    assert all(after[0] - before[1] == dt.timedelta(days=1) for before, after in pairs)
    assert len({periods.name(start, every) for start, _ in found}) == len(found)
