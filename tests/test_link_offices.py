"""Who holds which office, and whom an office without a name refers to."""

import pytest

from graphbuild.link.offices import Offices, genders, head, holder, is_trade, same_office, served_by
from graphbuild.model import EntityType, Mention

C, P = EntityType.COUNTRY, EntityType.PERSON


def named(*entities, kind=P):
    return [Mention(n * 10, n * 10 + 5, e, e, kind, "name") for n, e in enumerate(entities)]


@pytest.fixture
def offices():
    made = Offices()
    made.add("Jean Dupont", "président", "FRA")
    made.add("Marie Durand", "ministre de la Défense", "FRA")
    made.add("Hans Müller", "chancelier", "DEU")
    return made


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("président", "président"),
        ("présidente", "président"),
        ("ancien président", "président"),
        ("ancienne ministre de la Défense", "ministre"),
        ("nouveau Premier ministre", "premier ministre"),
        ("Première ministre", "premier ministre"),
        ("ambassadrice", "ambassadeur"),
        ("conseillère", "conseiller"),
        ("gouverneure", "gouverneur"),
        ("chef de la diplomatie", "chef de la diplomatie"),
        ("ex-ministre", "ministre"),
        ("chef", "chef"),
        ("", ""),
    ],
)
def test_head(role, expected):
    assert head(role) == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("président", "présidente", True),
        ("président", "chef de l'Etat", True),
        ("Premier ministre", "chef du gouvernement", True),
        ("chancelier", "chef du gouvernement", True),
        ("chef de la diplomatie", "ministre des Affaires étrangères", True),
        ("président", "ministre", False),
        ("président", "chef du gouvernement", False),
        ("ambassadeur", "porte-parole", False),
    ],
)
def test_same_office(one, other, same, french):
    assert same_office(one, other, french) is same
    assert same_office(other, one, french) is same


@pytest.mark.parametrize(
    ("role", "trade"),
    [("journaliste", True), ("ancienne avocate", True), ("homme d'affaires", True), ("homme fort", False)],
)
def test_is_trade(role, trade, french):
    assert is_trade(role, french) is trade


def test_ministers_of_different_departments(french):
    assert not same_office("ministre de la Défense", "ministre de la Santé", french)


def test_an_office_refers_to_the_person_who_holds_it(offices, french):
    before = named("Jean Dupont", "Marie Durand")
    assert holder("président", None, before, offices, french) == "Jean Dupont"
    assert holder("chef de l'Etat", "FRA", before, offices, french) == "Jean Dupont"
    assert holder("ministre", None, before, offices, french) == "Marie Durand"


def test_nobody_holds_it(offices, french):
    before = named("Jean Dupont", "Hans Müller")
    assert holder("ambassadeur", None, before, offices, french) is None
    assert holder("président", "DEU", before, offices, french) is None
    assert holder("président", "FRA", [], offices, french) is None


def test_only_those_named_before_count(offices, french):
    assert holder("chancelier", None, named("Jean Dupont"), offices, french) is None


def test_the_country_decides_between_two(offices, french):
    offices.add("Pierre Martin", "président", "MLI")
    before = named("Jean Dupont", "Pierre Martin")
    assert holder("président", "FRA", before, offices, french) == "Jean Dupont"
    assert holder("président", "MLI", before, offices, french) == "Pierre Martin"


def test_without_a_country_two_are_in_doubt(offices, french):
    offices.add("Pierre Martin", "président", "MLI")
    offices.add("Paul Weber", "président", "DEU")
    assert holder("président", None, named("Pierre Martin", "Paul Weber"), offices, french) is None


def test_without_a_country_the_one_that_the_article_or_the_press_is_at_home_in(offices, french):
    offices.add("Pierre Martin", "président", "MLI")
    before = named("Jean Dupont", "Pierre Martin")
    assert holder("président", None, before, offices, french) == "Jean Dupont"
    offices.home = "MLI"
    assert holder("président", None, before, offices, french) == "Pierre Martin"


def test_a_former_president_is_not_the_president(offices, french):
    offices.add("Paul Petit", "ancien président", "FRA")
    before = named("Jean Dupont", "Paul Petit")
    assert holder("ex-président", None, before, offices, french) == "Paul Petit"
    assert holder("président", "FRA", before, offices, french) == "Jean Dupont"


def test_la_presidente_is_no_man(offices, french):
    assert holder("présidente", None, named("Jean Dupont"), offices, french) is None


def test_a_headline_may_give_the_office_first(offices, french):
    after = named("Jean Dupont")
    assert holder("président", "FRA", [], offices, french, after) == "Jean Dupont"
    assert holder("président", "MLI", [], offices, french, after) is None
    offices.add("Paul Petit", "président", "FRA")
    assert holder("président", "FRA", [], offices, french, named("Jean Dupont", "Paul Petit")) is None


@pytest.mark.parametrize(
    ("year", "role", "expected"),
    [
        (2014, "chef de l'Etat", "François Hollande"),
        (2019, "chef de l'Etat", "Emmanuel Macron"),
        (2019, "ancien président", "François Hollande"),
        (2017, "ancien chef de l'Etat", "François Hollande"),
        (None, "chef de l'Etat", None),
    ],
)
def test_the_year_tells_who_held_an_office(year, role, expected, french):
    before = named("Emmanuel Macron", "François Hollande")
    assert holder(role, None, before, Offices(year=year), french) == expected


def test_a_wider_word_stands_for_an_office_but_not_the_other_way(french):
    assert same_office("élu", "députée du Nord", french)
    assert not same_office("député", "élu", french)


def test_without_a_country_one_far_back_does_not_make_a_doubt(offices, french):
    offices.add("Pierre Martin", "président", "MLI")
    before = named("Pierre Martin", *["FRA"] * 6, "Jean Dupont")
    assert holder("président", None, before, offices, french) == "Jean Dupont"


def test_the_gazetteer_knows_whom_a_person_serves(french):
    before = named("Vladimir Poutine")
    assert served_by("Vladimir Poutine", Offices(), french) == "RUS"
    assert holder("président", "RUS", before, Offices(), french) == "Vladimir Poutine"
    assert holder("président", "FRA", before, Offices(), french) is None


def test_the_article_goes_before_the_gazetteer(french):
    offices = Offices()
    offices.add("Vladimir Poutine", "ambassadeur", "MLI")
    assert served_by("Vladimir Poutine", offices, french) == "MLI"
    assert served_by("Jean Inconnu", offices, french) is None


def test_what_is_served_is_noted_once():
    offices = Offices()
    for _ in range(2):
        offices.add("Jean Dupont", "président", "FRA")
    offices.add("Jean Dupont", None, None)
    assert (offices.roles["Jean Dupont"], offices.served["Jean Dupont"]) == ({"président"}, ["FRA"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Mme Durand", "f"), ("Mlle Durand", "f"), ("M. Durand", "m"), ("Lord Durand", "m"), ("avec Durand", None)],
)
def test_titles_show_the_gender(text, expected, french):
    start = text.index("Durand")
    mention = Mention(start, start + 6, "Durand", "Durand", P, "name")
    assert genders([mention], text, Offices(), french).get("Durand") == expected


@pytest.mark.parametrize(("role", "expected"), [("présidente", "f"), ("chancelière", "f"), ("ministre", None)])
def test_offices_show_the_gender(role, expected, french):
    offices = Offices()
    offices.add("Durand", role, "FRA")
    assert genders([], "", offices, french).get("Durand") == expected


def test_countries_have_no_gender_here(french):
    (mention,) = named("FRA", kind=C)
    assert genders([mention], "Mme FRA", Offices(), french) == {}
