"""Statements from patterns: what is taken at its word, what is turned down."""

import pytest
from conftest import analysis, mentions, tree

from graphbuild.extract import facts


@pytest.fixture
def said(french):
    def read(*pairs):
        sentences = [sentence for sentence, _ in pairs]
        found = [m for sentence, marks in pairs for m in mentions(sentence, *marks)]
        matches = facts.find(analysis(*sentences), found, french)
        return [
            (m.source.entity, m.target.entity if m.target else m.owner or m.follows)
            for group in matches.values()
            for m in group
        ]

    return read


MET = "Le/DET/det/2 ministre/NOUN/nsubj/4 russe/ADJ/amod/2 rencontre/VERB/root/0 Paul/PROPN/obj/4 Tremblay/PROPN/flat/5"
NAMED = "Le/DET/det/2 ministre/NOUN/nsubj/6 russe/ADJ/amod/2 Paul/PROPN/appos/2 Tremblay/PROPN/flat/4 parle/VERB/root/0"
BEFORE = (
    "Devant/ADP/case/3 le/DET/det/3 président/NOUN/obl/8 russe/ADJ/amod/3 ,/PUNCT/punct/8 Paul/PROPN/nsubj/8 "
    "Tremblay/PROPN/flat/6 parle/VERB/root/0"
)
APART = BEFORE.replace("Devant/ADP/case/3", "Voici/VERB/root/3").replace("parle/VERB/root/0", ",/PUNCT/punct/3")
WHO = ("russe=RUS:adjective", "Paul Tremblay=Paul Tremblay")


def test_an_office_beside_a_name(said):
    assert said((tree(NAMED), WHO)) == [("Paul Tremblay", "RUS")]


def test_a_verb_between_office_and_name(said):
    assert said((tree(MET), WHO)) == []


def test_a_name_after_the_comma_that_begins_the_clause(said):
    assert said((tree(BEFORE), WHO)) == []
    assert said((tree(APART), WHO)) == [("Paul Tremblay", "RUS")]


def test_european_offices_are_of_the_union(said):
    spec = NAMED.replace("russe", "européen").replace("ministre", "commissaire")
    assert said((tree(spec), ("européen=Europe:adjective", WHO[1]))) == [("Paul Tremblay", "EU")]


def test_a_part_of_the_title_is_no_target(said):
    spec = (
        "Paul/PROPN/nsubj/8 Tremblay/PROPN/flat/1 ,/PUNCT/punct/4 ministre/NOUN/appos/1 aux/ADP/case/6 "
        "Affaires/NOUN/nmod/4 européennes/ADJ/amod/6 parle/VERB/root/0"
    )
    assert said((tree(spec), ("Paul Tremblay=Paul Tremblay", "européennes=Europe:adjective"))) == [
        ("Paul Tremblay", None)
    ]


def test_the_predecessor_served_what_the_last_person_serves(said):
    spec = (
        "Claire/PROPN/nsubj/3 Martin/PROPN/flat/1 remplace/VERB/root/0 son/DET/det/5 prédécesseur/NOUN/obj/3 "
        "Paul/PROPN/appos/5 Tremblay/PROPN/flat/6"
    )
    assert said((tree(spec), ("Claire Martin=Claire Martin", WHO[1]))) == [("Paul Tremblay", "Claire Martin")]


def test_the_subject_of_the_sentence_owns_the_office(said):
    spec = (
        "La/DET/det/2 Suède/PROPN/nsubj/3 aide/VERB/root/0 le/DET/det/5 Mali/PROPN/obj/3 ,/PUNCT/punct/7 dit/VERB/conj/3 "
        "son/DET/det/9 ministre/NOUN/nsubj/7 Paul/PROPN/appos/9 Tremblay/PROPN/flat/10"
    )
    found = said((tree(spec), ("Suède=SWE", "Mali=MLI", WHO[1])))
    assert found == [("Paul Tremblay", "SWE")]


@pytest.mark.parametrize(
    ("before", "held", "former"),
    [
        ("Le/DET/det/2 ministre", "asserted", False),
        ("Le/DET/det/2 futur/ADJ/amod/2 ministre", "planned", False),
        ("Le/DET/det/2 prochain/ADJ/amod/2 ministre", "planned", False),
        ("Le/DET/det/2 nouveau/ADJ/amod/2 ministre", "asserted", False),
        ("L'/DET/det/2 éphémère/ADJ/amod/2 ministre", "asserted", True),
    ],
)
def test_an_office_to_come_is_planned_and_one_that_is_over_former(before, held, former, french):
    sentence = tree(NAMED.replace("Le/DET/det/2 ministre", before))
    text = analysis(sentence)
    (match,) = (m for group in facts.find(text, mentions(sentence, *WHO), french).values() for m in group)
    assert (facts.tenure(text.text, match, french), match.former) == (held, former)


@pytest.mark.parametrize(("verb", "held"), [("est/AUX/cop/4", "asserted"), ("deviendra/VERB/cop/4", "planned")])
def test_who_will_become_minister_is_none_yet(verb, held, french):
    sentence = tree(f"Paul/PROPN/nsubj/4 Tremblay/PROPN/flat/1 {verb} ministre/NOUN/root/0 russe/ADJ/amod/4")
    text = analysis(sentence)
    (match,) = (m for group in facts.find(text, mentions(sentence, *WHO[::-1]), french).values() for m in group)
    assert facts.tenure(text.text, match, french) == held
