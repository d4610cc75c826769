"""Two actors over time, and all pairs in balance."""

import datetime as dt
import itertools
from dataclasses import replace

import networkx as nx
import pytest
from conftest import SENTENCES, make_build
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild import dyads
from graphbuild.dyads import Counts
from graphbuild.errors import QueryError
from graphbuild.graph import to_graph
from graphbuild.model import When

TALK = "talks_with RUS UKR : [S Moscou] [T parle] à [O Kiev]."
ATTACK = "attacks RUS UKR : [S Moscou] [T frappe] [O Kiev]."
ACCUSE = "accuses UKR RUS : [S Kiev] [T accuse] [O Moscou]."
SOME = st.lists(st.sampled_from(SENTENCES), max_size=15).map(lambda lines: to_graph(make_build(lines)))


def graph(*lines):
    return to_graph(make_build(list(lines)))


def at(when, *lines):
    """A graph whose statements have this date."""
    build = make_build(list(lines))
    date = When(*map(dt.date.fromisoformat, when), "explicit")
    return to_graph(replace(build, statements=tuple(replace(s, date=date) for s in build.statements)))


def test_net_is_between_all_conflict_and_all_cooperation():
    assert Counts(1, 2, 0, 0).net == 1
    assert Counts(0, 0, 3, 1).net == -1
    assert Counts(1, 2, 1, 0).net == 0.5
    assert Counts(0, 0, 0, 0).net is None
    assert (Counts(1, 2, 3, 4).cooperation, Counts(1, 2, 3, 4).conflict, Counts(1, 2, 3, 4).volume) == (3, 7, 10)


def test_a_dyad_counts_articles_by_quad_class_in_either_direction():
    (dyad,) = graph(f"1 {TALK}", f"1 {ATTACK}", f"2 {ATTACK}", f"2 {ACCUSE}").balance()
    assert (dyad.a, dyad.b) == ("RUS", "UKR")
    assert dyad.counts == Counts(verbal_cooperation=1, material_cooperation=0, verbal_conflict=1, material_conflict=2)


def test_near_copies_and_repetition_count_once():
    (dyad,) = graph(f"1 {ATTACK}", f"1 {ATTACK}", f"5 {ATTACK}").balance()
    assert dyad.counts.material_conflict == 1


def test_what_is_structural_or_not_asserted_does_not_count(press_graph):
    pairs = {(d.a, d.b) for d in press_graph.balance()}
    assert ("FRA", "NATO") not in pairs  # a member
    assert ("CHN", "RUS") in pairs
    assert ("IRN", "RUS") not in pairs  # possible
    more = {(d.a, d.b): d.counts for d in press_graph.balance(asserted_only=False)}
    assert more["IRN", "RUS"] == Counts(0, 1, 0, 0)
    assert more["CHN", "RUS"] == Counts(1, 0, 0, 0)  # its weapons are denied
    assert pairs < set(more)


def test_the_largest_come_first(press_graph):
    volumes = [d.counts.volume for d in press_graph.balance()]
    assert volumes == sorted(volumes, reverse=True)
    assert (press_graph.balance()[0].a, press_graph.balance()[0].b) == ("RUS", "UKR")


def test_a_balance_of_countries(press_graph):
    pairs = {(d.a, d.b): d.counts for d in press_graph.balance(rolled_up=True)}
    assert pairs["FRA", "RUS"] == Counts(1, 0, 0, 0)
    assert ("Emmanuel Macron", "Vladimir Poutine") not in pairs
    assert ("Emmanuel Macron", "Vladimir Poutine") in {(d.a, d.b) for d in press_graph.balance()}


@settings(deadline=None)
@given(SOME, st.booleans())
def test_every_article_of_a_dyad_is_in_its_graph(graph, asserted):
    for dyad in graph.balance(asserted_only=asserted):
        part = graph.dyad(dyad.a, dyad.b)
        assert 0 < dyad.counts.volume <= 4 * len(part.graph["articles"])
        assert -1 <= dyad.counts.net <= 1


def test_a_timeline_has_no_gap(press_graph):
    line = press_graph.timeline("Russie", "Ukraine", "month")
    assert [(str(p.start), str(p.end)) for p in line] == [("2022-02-01", "2022-02-28"), ("2022-03-01", "2022-03-31")]
    assert [p.counts for p in line] == [Counts(0, 0, 0, 1), Counts(0, 0, 1, 1)]
    assert line.pair == ("RUS", "UKR")
    longer = graph(f"1 {ATTACK}", f"3 {TALK}").timeline("RUS", "UKR", "month")
    assert [p.counts.volume for p in longer] == [1, *[0] * 8, 1]


def test_the_period_suits_the_time_unless_it_is_given():
    made = graph(f"1 {ATTACK}", f"3 {TALK}")
    assert made.timeline("RUS", "UKR").every == "month"
    assert [p.counts.volume for p in made.timeline("RUS", "UKR", "year")] == [2]
    assert graph(f"1 {ATTACK}", f"2 {TALK}").timeline("RUS", "UKR").every == "day"
    with pytest.raises(QueryError, match="no period: 'hour'"):
        made.timeline("RUS", "UKR", "hour")
    with pytest.raises(QueryError, match="no period: 'hour'"):
        graph(f"4 {ATTACK}").timeline("RUS", "UKR", "hour")


def test_what_has_no_date_or_too_long_a_one_is_in_no_period():
    line = graph(f"1 {ATTACK}", f"4 {ATTACK}").timeline("RUS", "UKR")
    assert (len(line), line.undated) == (1, 1)
    year = at(("2014-01-01", "2014-12-31"), f"1 {ATTACK}")
    assert (len(year.timeline("RUS", "UKR", "month")), year.timeline("RUS", "UKR", "month").undated) == (0, 1)
    assert [p.counts.material_conflict for p in year.timeline("RUS", "UKR", "year")] == [1]


def test_a_timeline_at_the_ends_of_the_calendar():
    for day in ("0001-01-01", "9999-12-31"):
        for every in ("day", "week", "month", "year"):
            (period,) = at((day, day), f"1 {ATTACK}").timeline("RUS", "UKR", every)
            assert period.start <= dt.date.fromisoformat(day) <= period.end


def test_a_timeline_of_countries(press_graph):
    assert press_graph.timeline("FRA", "RUS") == []
    (day,) = press_graph.timeline("FRA", "RUS", rolled_up=True)
    assert day.counts == Counts(1, 0, 0, 0)


def test_unknown_actors_are_refused(press_graph):
    with pytest.raises(QueryError, match=r"did you mean RUS"):
        press_graph.timeline("Rusie", "UKR")


@settings(deadline=None)
@given(SOME, st.sampled_from(["day", "week", "month", "year"]))
def test_no_statement_is_lost_from_a_timeline(made, every):
    if {"RUS", "UKR"} <= set(made):
        line = made.timeline("RUS", "UKR", every)
        counted = [
            s
            for s in made.dyad("RUS", "UKR").asserted_only().statements()
            if s.relation not in ("allied_with", "member_of")
        ]
        assert (sum(p.counts.volume for p in line) + line.undated == 0) == (not counted)
        assert all(before.end + dt.timedelta(days=1) == after.start for before, after in itertools.pairwise(line))


# --- display ----------------------------------------------------------------------------------------------------------------


def test_they_show_themselves_as_tables(press_graph):
    press_graph.graph["lang"] = "fr"
    text = press_graph.timeline("RUS", "UKR", "month")._repr_html_()
    assert "Russie – Ukraine (articles indépendants)" in text
    assert "<td" in text
    assert "2022-03" in text
    assert ">conflit matériel<" in text
    press_graph.graph["lang"] = "en"
    text = press_graph.balance()._repr_html_()
    assert "<bdi>Russia – Ukraine</bdi>" in text
    assert "-1.00" in text
    assert "nothing counted" in to_graph(make_build([]))._repr_html_() + dyads.balance(nx.MultiDiGraph())._repr_html_()


def test_as_text_they_are_short_however_long():
    """A notebook stores the text beside the table."""
    made = graph(f"1 {ATTACK}", f"3 {TALK}")
    assert repr(made.timeline("RUS", "UKR", "day")).startswith("<Timeline: RUS – UKR, periods of a day: ")
    assert repr(made.balance()) == "<Balance: 1 pair>"


def test_as_much_cooperation_as_conflict_has_no_sign():
    assert "0.00</td>" in (text := graph(f"1 {ATTACK}", f"3 {TALK}").balance()._repr_html_())
    assert "+0.00" not in text


def test_the_table_of_a_balance_is_cut_and_says_so(press_graph):
    found = press_graph.balance(asserted_only=False)
    assert len(found) > 15
    assert found._repr_html_().count("<tr>") == 16
    assert f"{len(found) - 15} more: to_pandas() has all" in found._repr_html_()


def test_the_table_of_a_long_timeline_leaves_out_empty_periods():
    line = graph(f"1 {ATTACK}", f"3 {TALK}", f"4 {TALK}").timeline("RUS", "UKR", "day")
    text = line._repr_html_()
    assert len(line) > 250
    assert text.count("<tr>") == 3
    assert f"{len(line) - 2} more: to_pandas() has all; 1 statements without a date" in text


def test_hostile_names_do_nothing(hostile_build):
    made = to_graph(hostile_build)
    for text in (made.balance()._repr_html_(), made.timeline("RUS", "UKR")._repr_html_()):
        assert "<script" not in text
        assert "<img" not in text
        assert "\u202e" not in text
        assert len(text) < 20_000
