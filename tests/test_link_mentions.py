"""All names of an article as mentions."""

import itertools

import pytest
from conftest import analysis, found_in, tree

from graphbuild.link import mentions
from graphbuild.model import Analysis, Article, EntityType, Guess


def entities(text, language, *guesses):
    return [(m.text, m.entity) for m in found_in(text, language, *guesses)]


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


def test_another_first_name_behind_a_surname_makes_another_person(french):
    text = "M. Wang part. Hier, Wang Zhiyuan a parlé."
    assert entities(text, french) == [("Wang", "Wang Zhiyuan"), ("Wang Zhiyuan",) * 2]


def test_a_surname_is_not_looked_for_inside_other_words(french):
    text = "Hier, Jean Martin a parlé. La Martinique et Saint-Martin attendent."
    assert [t for t, e in entities(text, french) if e == "Jean Martin"] == ["Jean Martin"]


# --- what only the model knows ------------------------------------------------------------------------------------------------


def test_names_that_only_the_model_knows(french):
    text = "Les combattants du Front Zembla et ceux du Front Zembla sont à Zurbaran."
    made = found_in(text, french, ("Front Zembla", "ORG"), ("Zurbaran", "LOC"))
    assert [(m.text, m.type, m.how) for m in made] == [
        ("Front Zembla", EntityType.ORGANIZATION, "ner"),
        ("Front Zembla", EntityType.ORGANIZATION, "ner"),
        ("Zurbaran", EntityType.PLACE, "ner"),
    ]


def test_an_acronym_in_brackets_is_the_same(french):
    text = "Les Forces du Zembla (FDZ) avancent. Les FDZ tirent."
    made = entities(text, french, ("Forces du Zembla", "ORG"), ("FDZ", "ORG"))
    assert made == [("Forces du Zembla",) * 2, ("FDZ", "Forces du Zembla"), ("FDZ", "Forces du Zembla")]


def test_brackets_join_a_name_to_one_of_the_gazetteer(french):
    text = "Le Parti de la clarté et du travail (AKP) gagne."
    made = entities(text, french, ("Parti de la clarté", "ORG"))
    assert made == [("Parti de la clarté et du travail", "AKP"), ("AKP", "AKP")]
    text = "L'OCS (Organisation de la steppe) se réunit."
    assert {e for _, e in entities(text, french, ("Organisation de la steppe", "ORG"))} == {"SCO"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a-t-il écrit sur Twitter", []),
        ("un message de sa page Facebook", []),
        ("Twitter a banni l'Iran.", [("Twitter", "Twitter"), ("Iran", "IRN")]),
    ],
)
def test_a_platform_that_carries_words_is_no_mention(text, expected, french):
    assert entities(text, french) == expected


def test_a_noun_may_be_a_part_of_a_place_name(french):
    assert entities("à l'aéroport Zurbaran", french, ("Zurbaran", "LOC")) == [("aéroport Zurbaran",) * 2]
    assert entities("sur la place du Zurbaran", french, ("Zurbaran", "LOC")) == [("place du Zurbaran",) * 2]


def test_names_in_small_letters_begin_sentences_too(french):
    assert [e for _, e in entities("Mer Noire : la mer Noire se vide.", french)] == ["mer Noire"] * 2


@pytest.mark.parametrize("text", ["la Maison-Blanche accuse", "la Maison blanche accuse", "la Maison Blanche accuse"])
def test_hyphens_and_capitals_of_a_name_vary(text, french):
    assert [e for _, e in entities(text, french)] == ["USA"]


def test_what_only_stands_in_quotation_marks_is_a_title(french):
    assert entities('le colloque "Zurbaran demain"', french, ("Zurbaran", "ORG")) == []


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("la ministre de la Santé parle", "Santé"),
        ("les victimes de la tempête Zurbaran", "Zurbaran"),
        ("(Zembla) Zurbaran part", "Zembla"),
        ("LES FORCES ZEMBLA ATTAQUENT", "FORCES ZEMBLA"),
        ("Selon lui, rien.", "Selon"),
        ("Le gouvernement tient. Gouvernement faible.", "Gouvernement"),
        ("Il y a 24 morts à 24", "24"),
        ("Zembla", "Zembla"),
    ],
)
def test_guesses_that_are_no_names(text, guess, french):
    assert entities(text, french, (guess, "LOC")) == []


def test_a_guess_of_a_person_makes_no_place(french):
    assert [m.type for m in found_in("avec Zurab Kobia hier", french, ("Zurab Kobia", "PER"))] == [EntityType.PERSON]


def test_the_gazetteer_goes_before_the_model(french):
    (made,) = found_in("La Russie attaque.", french, ("Russie", "ORG"))
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
    made = found_in(text, french, ("Jean Dupont", "PER"), ("Poutine, Paris", "ORG"))
    assert len(made) >= 7
    assert all(a.end <= b.start for a, b in itertools.pairwise(made))
    assert all(text[m.start : m.end] == m.text for m in made)


def test_hand_made_sentences_give_the_same_as_a_text(french):
    sentence = tree("La/DET/det/2 Russie/PROPN/nsubj/3 attaque/VERB/root/0 l'/DET/det/5 Ukraine/PROPN/obj/3")
    assert [m.entity for m in mentions.find(analysis(sentence), french)] == ["RUS", "UKR"]


# --- what is no name, and names of one kind ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "guess", "label"),
    [
        ("Exclue de l'Université, elle part.", "Université", "ORG"),
        ("Hier, les Zemblaises ont voté.", "Zemblaises", "LOC"),
        ("Hier, Voici, la revue, a paru.", "Voici, la revue", "ORG"),
    ],
)
def test_what_names_nobody(text, guess, label, french):
    assert entities(text, french, (guess, label)) == []


def test_a_town_may_end_like_its_people(french):
    assert entities("Hier, à Zemblais, on vote.", french, ("Zemblais", "LOC")) == [("Zemblais", "Zemblais")]


@pytest.mark.parametrize(
    ("name", "label", "expected"),
    [("ZNTE", "LOC", "organization"), ("Université Zembla", "LOC", "organization"), ("Zembla", "LOC", "place")],
)
def test_what_kind_a_form_shows(name, label, expected, french):
    assert [str(m.type) for m in found_in(f"Hier, {name} se tait.", french, (name, label))] == [expected]


def test_a_river_in_the_name_of_a_town(french):
    assert entities("Il vit à Zemblon-sur-Oise.", french) == []
    assert entities("Il vit à Zemblon-sur-Oise.", french, ("Zemblon-sur-Oise", "LOC")) == [("Zemblon-sur-Oise",) * 2]


def test_a_surname_is_no_town(french):
    text = "Jean Zembla part. Hier, Zembla a parlé."
    marks = (Guess(0, 11, "PER"), Guess(24, 30, "LOC"))
    found = mentions.find(Analysis(Article(text), text, (), marks), french)
    assert {(m.entity, str(m.type)) for m in found} == {("Jean Zembla", "person")}


def test_a_name_is_of_one_type_in_an_article(french):
    text = "Zemblok parle. Ici Zemblok. A Zemblok, rien."
    marks = tuple(Guess(m, m + 7, label) for m, label in zip((0, 19, 30), ("PER", "LOC", "LOC"), strict=True))
    found = mentions.find(Analysis(Article(text), text, (), marks), french)
    assert {str(m.type) for m in found} == {"place"}


def test_in_place_of_somebody_is_no_place(french):
    assert entities("la mise en place de Zembla", french, ("Zembla", "LOC")) == [("Zembla", "Zembla")]
    assert entities("vers la place de Zembla", french, ("Zembla", "LOC")) == [("place de Zembla", "place de Zembla")]
