"""Time expressions, explicit and relative to the day of publication (a Wednesday)."""

import datetime as dt

import pytest

from graphbuild import dates

WEDNESDAY = dt.date(2022, 3, 2)


def only(text, published=WEDNESDAY, *, future=False):
    found = [d.when for d in dates.find(text, 0, len(text), published, future=future)]
    assert len(found) <= 1, found
    if not found:
        return None
    (when,) = found
    days = f"{when.start}" if when.start == when.end else f"{when.start}/{when.end}"
    return f"{days} {when.basis}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le 24 février 2022", "2022-02-24 explicit"),
        ("le jeudi 24 février 2022", "2022-02-24 explicit"),
        ("le 1er janvier 1999", "1999-01-01 explicit"),
        ("le 3 AOÛT 2014", "2014-08-03 explicit"),
        ("le 11 nov. 1918", "1918-11-11 explicit"),
        ("en mars 2014", "2014-03-01/2014-03-31 explicit"),
        ("en février 2024", "2024-02-01/2024-02-29 explicit"),
        ("mars 2014", "2014-03-01/2014-03-31 explicit"),
        ("en 2014", "2014-01-01/2014-12-31 explicit"),
        ("depuis 2011", "2011-01-01/2011-12-31 explicit"),
        ("le 24 février", "2022-02-24 relative"),
        ("le 28 décembre", "2021-12-28 relative"),
        ("hier", "2022-03-01 relative"),
        ("avant-hier", "2022-02-28 relative"),
        ("aujourd'hui", "2022-03-02 relative"),
        ("demain", "2022-03-03 relative"),
        ("après-demain", "2022-03-04 relative"),
        ("lundi", "2022-02-28 relative"),
        ("mercredi", "2022-03-02 relative"),
        ("jeudi", "2022-02-24 relative"),
        ("jeudi dernier", "2022-02-24 relative"),
        ("mercredi dernier", "2022-02-23 relative"),
        ("jeudi prochain", "2022-03-03 relative"),
        ("la semaine dernière", "2022-02-21/2022-02-27 relative"),
        ("la semaine prochaine", "2022-03-07/2022-03-13 relative"),
        ("cette semaine", "2022-02-28/2022-03-06 relative"),
        ("le mois dernier", "2022-02-01/2022-02-28 relative"),
        ("le mois prochain", "2022-04-01/2022-04-30 relative"),
        ("l'année dernière", "2021-01-01/2021-12-31 relative"),
        ("l'an dernier", "2021-01-01/2021-12-31 relative"),
        ("l'an prochain", "2023-01-01/2023-12-31 relative"),
        ("cette année", "2022-01-01/2022-12-31 relative"),
        ("en janvier", "2022-01-01/2022-01-31 relative"),
        ("en décembre", "2021-12-01/2021-12-31 relative"),
        ("depuis mars", "2022-03-01/2022-03-31 relative"),
        ("en juin prochain", "2022-06-01/2022-06-30 relative"),
        ("mi-janvier", "2022-01-01/2022-01-31 relative"),
        ("il y a trois jours", "2022-02-27 relative"),
        ("Il y a 10 jours", "2022-02-20 relative"),
        ("il y a deux semaines", "2022-02-14/2022-02-20 relative"),
        ("il y a six mois", "2021-09-01/2021-09-30 relative"),
        ("il y a un an", "2021-01-01/2021-12-31 relative"),
        ("voilà vingt ans", "2002-01-01/2002-12-31 relative"),
        ("dans deux jours", "2022-03-04 relative"),
        ("d'ici trois mois", "2022-06-01/2022-06-30 relative"),
        ("du 24 au 26 août 2019", "2019-08-24/2019-08-26 explicit"),
        ("du 1er au 3 mars", "2022-03-01/2022-03-03 relative"),
        ("du 28 au 2 mars", "2022-03-02 relative"),
        ("entre 2014 et 2016", "2014-01-01/2016-12-31 explicit"),
        ("de 1980 à 1988", "1980-01-01/1988-12-31 explicit"),
        ("le week-end dernier", "2022-02-26/2022-02-27 relative"),
        ("ce week-end", "2022-03-05/2022-03-06 relative"),
        ("le week-end prochain", "2022-03-05/2022-03-06 relative"),
    ],
)
def test_expressions(text, expected):
    assert only(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("jeudi", "2022-03-03 relative"),
        ("lundi", "2022-03-07 relative"),
        ("mercredi", "2022-03-02 relative"),
        ("lundi dernier", "2022-02-28 relative"),
        ("en janvier", "2023-01-01/2023-01-31 relative"),
        ("en juin", "2022-06-01/2022-06-30 relative"),
    ],
)
def test_plans_lie_ahead(text, expected):
    assert only(text, future=True) == expected


@pytest.mark.parametrize(
    "text", ["il y a trois jours", "hier", "ce week-end", "le 24 février", "depuis mars", "dans deux ans"]
)
def test_without_a_day_of_publication_nothing_is_relative_to_it(text):
    assert only(text, None) is None


@pytest.mark.parametrize(
    "text", ["il y a trois soldats", "dans deux villes", "entre Paris et Berlin", "du 24 au matin"]
)
def test_numbers_and_places_are_no_dates(text):
    assert only(text) is None


def test_a_plan_for_a_day_of_the_year_lies_ahead():
    assert only("le 12 décembre", dt.date(2022, 3, 2), future=True) == "2022-12-12 relative"


@pytest.mark.parametrize(
    "text",
    [
        "31 février 2022",
        "en 3 mots",
        "le 3 marsouins",
        "la mairie",
        "mardis",
        "en marsupial",
        "le maire",
        "2014 soldats",
        "45 janvier",
    ],
)
def test_what_is_no_date(text):
    assert only(text) is None


def test_without_a_day_of_publication_only_explicit_dates_count():
    assert only("hier", None) is None
    assert only("lundi", None) is None
    assert only("le 24 février", None) is None
    assert only("le 24 février 2022", None) == "2022-02-24 explicit"


def test_the_29th_of_february_without_a_year():
    assert only("le 29 février", dt.date(2024, 3, 2)) == "2024-02-29 relative"


def test_places_are_those_of_the_text():
    text = "Paris a réagi hier, Berlin le 3 mars 2020."
    assert [text[d.start : d.end] for d in dates.find(text, 0, len(text), WEDNESDAY)] == ["hier", "3 mars 2020"]


def test_only_the_sentence_is_searched():
    text = "Hier, rien. Demain, tout."
    assert [text[d.start : d.end] for d in dates.find(text, 12, len(text), WEDNESDAY)] == ["Demain"]


def near(text, trigger, *, future=False):
    when = dates.near(text, (0, len(text)), text.index(trigger), WEDNESDAY, future=future)
    return when.start.isoformat() if when else None


def test_the_nearest_expression_is_taken():
    assert near("Hier, Paris a réagi, Berlin a attaqué le 3 mars 2020", "attaqué") == "2020-03-03"
    assert near("Hier, Paris a réagi, Berlin a attaqué le 3 mars 2020", "réagi") == "2022-03-01"


@pytest.mark.parametrize(
    "text",
    [
        "Hier, Paris a dit que Berlin attaque",
        "Berlin attaque ; hier, Paris parlait",
        "Berlin attaque après le sommet du 3 mars 2020",
    ],
)
def test_an_expression_of_another_clause_is_not(text):
    assert near(text, "attaque") is None


def test_an_expression_too_far_away_is_not():
    assert near("Hier " + "et encore " * 10 + "Berlin attaque", "attaque") is None
