"""All names of an article as mentions; capitals as governments or towns."""

import itertools

import pytest
from conftest import analysis, tree

from graphbuild.link import mentions
from graphbuild.model import Analysis, Article, EntityType, Guess


def found(text, language, *guesses):
    marks = tuple(Guess(text.index(g), text.index(g) + len(g), label) for g, label in guesses)
    return mentions.find(Analysis(Article(text), text, (), marks), language)


def entities(text, language, *guesses):
    return [(m.text, m.entity) for m in found(text, language, *guesses)]


GOVERNMENT = [
    "Paris a condamné l'attaque.",
    "Paris, qui condamne l'attaque, attend.",
    "Les relations entre Paris et Ankara se tendent.",
    "Il négocie avec Paris.",
    "Il s'en prend à la politique de Paris.",
    "Il a demandé à Paris de partir.",
    "Londres et Paris ont condamné l'attaque.",
    "Il agit contre Paris.",
    "L'axe Paris-Berlin tient.",
    "Face à Paris, il cède.",
    "Il critique Paris.",
    "Selon Paris, rien ne presse.",
]
TOWN = [
    "Il habite à Paris.",
    "Des explosions ont secoué Paris.",
    "Il est né dans Paris.",
    "Les rues de Paris sont vides.",
    "Il vit près de Paris.",
    "Il a quitté Paris.",
    "L'aéroport de Paris a fermé.",
    "Il vient de Paris.",
    "Paris compte deux millions d'habitants.",
    "Une réunion à Paris a échoué.",
    "PARIS (AFP)",
]


@pytest.mark.parametrize("text", GOVERNMENT)
def test_a_capital_that_acts_is_the_government(text, french):
    (paris,) = [m for m in found(text, french) if m.text == "Paris"]
    assert (paris.entity, paris.type, paris.how, paris.literal) == ("FRA", EntityType.COUNTRY, "capital", "Paris")


@pytest.mark.parametrize("text", TOWN)
def test_a_capital_where_something_is_stays_a_town(text, french):
    (paris,) = [m for m in found(text, french) if m.text.lower() == "paris"]
    assert (paris.entity, paris.type, paris.literal) == ("Paris", EntityType.PLACE, None)


def test_other_towns_never_govern(french):
    assert entities("Kharkiv a condamné l'attaque.", french) == [("Kharkiv", "Kharkiv")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il l'a dit en français.", []),
        ("Il parle russe.", []),
        ("la version anglaise", []),
        ("un quartier afro-américain", []),
        ("l'accord de Paris tient", []),
        ("le traité de Moscou", []),
        ("les frappes russo-syriennes", [("russo", "RUS"), ("syriennes", "SYR")]),
        ("le russe-turc", [("russe", "RUS")]),
    ],
)
def test_words_that_name_no_actor(text, expected, french):
    assert entities(text, french) == expected


# --- persons ---------------------------------------------------------------------------------------------------------------


def test_a_surname_is_found_again_everywhere(french):
    text = "Hier, Jean Dupont a parlé. Dupont est parti. Avec Dupont, tout change."
    assert entities(text, french) == [("Jean Dupont", "Jean Dupont"), *[("Dupont", "Jean Dupont")] * 2]


def test_a_surname_before_the_full_name_is_the_same_person(french):
    text = "M. Dupont a parlé. Jean Dupont est parti."
    assert [e for _, e in entities(text, french)] == ["Jean Dupont"] * 2


def test_a_person_of_the_gazetteer_keeps_its_id(french):
    text = "Recep Tayyip Erdogan a parlé. M. Erdogan est parti. Erdogan reviendra."
    assert {e for _, e in entities(text, french)} == {"Recep Tayyip Erdogan"} & set(french.entities)


def test_a_surname_is_not_looked_for_inside_other_words(french):
    text = "Hier, Jean Martin a parlé. La Martinique et Saint-Martin attendent."
    assert [t for t, e in entities(text, french) if e == "Jean Martin"] == ["Jean Martin"]


# --- what only the model knows ------------------------------------------------------------------------------------------------


def test_names_that_only_the_model_knows(french):
    text = "Les combattants du Front Zembla et ceux du Front Zembla sont à Zurbaran."
    made = found(text, french, ("Front Zembla", "ORG"), ("Zurbaran", "LOC"))
    assert [(m.text, m.type, m.how) for m in made] == [
        ("Front Zembla", EntityType.ORGANIZATION, "ner"),
        ("Front Zembla", EntityType.ORGANIZATION, "ner"),
        ("Zurbaran", EntityType.PLACE, "ner"),
    ]


def test_an_acronym_in_brackets_is_the_same(french):
    text = "Les Forces du Zembla (FDZ) avancent. Les FDZ tirent."
    made = entities(text, french, ("Forces du Zembla", "ORG"), ("FDZ", "ORG"))
    assert made == [("Forces du Zembla",) * 2, ("FDZ", "Forces du Zembla"), ("FDZ", "Forces du Zembla")]


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("Selon lui, rien.", "Selon"),
        ("Le gouvernement tient. Gouvernement faible.", "Gouvernement"),
        ("Il y a 24 morts à 24", "24"),
        ("Zembla", "Zembla"),
    ],
)
def test_guesses_that_are_no_names(text, guess, french):
    assert entities(text, french, (guess, "LOC")) == []


def test_a_guess_of_a_person_makes_no_place(french):
    assert [m.type for m in found("avec Zurab Kobia hier", french, ("Zurab Kobia", "PER"))] == [EntityType.PERSON]


def test_the_gazetteer_goes_before_the_model(french):
    (made,) = found("La Russie attaque.", french, ("Russie", "ORG"))
    assert (made.entity, made.type, made.how) == ("RUS", EntityType.COUNTRY, "name")


def test_articles_and_signs_are_no_part_of_a_name(french):
    text = "Ils visent l'Institut Zembla, à Zurbaran."
    assert entities(text, french, ("l'Institut Zembla,", "ORG"))[0] == ("Institut Zembla", "Institut Zembla")


def test_the_votes_of_an_article_decide_the_type(french):
    text = "avec Zurbaran, pour Zurbaran, vers Zurbaran"
    marks = tuple(Guess(m, m + 8, k) for m, k in ((5, "LOC"), (20, "ORG"), (35, "ORG")))
    made = mentions.find(Analysis(Article(text), text, (), marks), french)
    assert [m.type for m in made] == [EntityType.ORGANIZATION] * 3


def test_mentions_are_in_order_and_do_not_overlap(french):
    text = "Jean Dupont, Vladimir Poutine, Paris, la Russie et les frappes russo-turques sur l'Ukraine : l'Otan réagit."
    made = found(text, french, ("Jean Dupont", "PER"), ("Poutine, Paris", "ORG"))
    assert len(made) >= 7
    assert all(a.end <= b.start for a, b in itertools.pairwise(made))
    assert all(text[m.start : m.end] == m.text for m in made)


def test_hand_made_sentences_give_the_same_as_a_text(french):
    sentence = tree("La/DET/det/2 Russie/PROPN/nsubj/3 attaque/VERB/root/0 l'/DET/det/5 Ukraine/PROPN/obj/3")
    assert [m.entity for m in mentions.find(analysis(sentence), french)] == ["RUS", "UKR"]
