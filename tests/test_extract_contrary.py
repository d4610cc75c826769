"""What the form of a sentence speaks against."""

import pytest
from conftest import occurrence, scene, tree, trigger

from graphbuild.extract import contrary


def judged(spec, marks, french, relation="attacks", *, role, about=0, **words):
    """Can one of two marks, beside the other, not be the source or the target?"""
    sentence = tree(spec)
    made = scene(sentence, *marks, language=french)
    by_name = {a.mention.entity: a for a in made.arguments}
    pair = [by_name[mark.split("=")[1].split(":")[0]] for mark in marks]
    one, two = pair[about], pair[1 - about]
    barred = contrary.cannot_act if role == "source" else contrary.cannot_be_meant
    return barred(made, occurrence(sentence, trigger(relation, **words)), one, two, french.relations[relation])


QUOTED = (
    '"/PUNCT/punct/4 Kiev/PROPN/nsubj/4 doit/VERB/aux/4 attaquer/VERB/root/0 "/PUNCT/punct/4 ,/PUNCT/punct/4 '
    "a/AUX/aux/8 lancé/VERB/root/0 Moscou/PROPN/nsubj/8"
)
PLURAL = (
    '"/PUNCT/punct/4 Nous/PRON/nsubj/4 allons/VERB/aux/4 attaquer/VERB/root/0 "/PUNCT/punct/4 ,/PUNCT/punct/4 '
    "a/AUX/aux/8 lancé/VERB/root/0 Moscou/PROPN/nsubj/8"
)
SCARE = 'Kiev/PROPN/nsubj/3 a/AUX/aux/3 "/PUNCT/punct/4 attaqué/VERB/root/0 "/PUNCT/punct/4 Moscou/PROPN/obj/4'


@pytest.mark.parametrize(("spec", "beyond"), [(QUOTED, True), (PLURAL, False), (SCARE, False)])
def test_nothing_in_a_quotation_is_done_to_who_says_it(spec, beyond, french):
    sentence = tree(spec)
    made = scene(sentence, "Moscou=RUS:capital:Moscou", language=french)
    found = occurrence(sentence, trigger("attacks", verbs=["attaquer"]))
    assert contrary.beyond_quotation(made, found, made.arguments[0]) is beyond


BESIDE = (
    "Les/DET/det/2 polices/NOUN/nsubj/5 malienne/ADJ/amod/2 et/CCONJ/cc/3 nigérienne/ADJ/amod/2 attaquent/VERB/root/0"
)
BEFORE = "Le/DET/det/2 Mali/PROPN/dep/4 Paris/PROPN/nsubj/4 attaque/VERB/root/0"
OPINION = "Selon/ADP/case/2 Kiev/PROPN/obl/4 Moscou/PROPN/nsubj/4 attaque/VERB/root/0"
HEADING = "Mali/PROPN/root/0 :/PUNCT/punct/1 Paris/PROPN/nsubj/4 attaque/VERB/root/0"
ADVISER = "Le/DET/det/2 conseiller/NOUN/nsubj/5 de/ADP/case/4 Poutine/PROPN/nmod/2 attaque/VERB/root/0 Kiev/PROPN/obj/5"
PART = "Une/DET/det/2 partie/NOUN/nsubj/5 de/ADP/case/4 Kiev/PROPN/nmod/2 attaque/VERB/root/0 Moscou/PROPN/obj/5"


@pytest.mark.parametrize(
    ("spec", "marks", "barred"),
    [
        (BESIDE, ["malienne=MLI:adjective", "nigérienne=NER:adjective"], True),
        (OPINION, ["Kiev=UKR:capital:Kiev", "Moscou=RUS:capital:Moscou"], True),
        (HEADING, ["Mali=MLI", "Paris=FRA:capital:Paris"], True),
        (PART, ["Kiev=UKR:capital:Kiev", "Moscou=RUS:capital:Moscou"], False),
    ],
)
def test_who_does_not_act(spec, marks, barred, french):
    assert judged(spec, marks, french, role="source", verbs=["attaquer"]) is barred


def test_the_person_behind_de_does_not_act(french):
    putin = next(e.id for e in french.entities.values() if e.label == "Vladimir Putin" or "Poutine" in e.label_fr)
    marks = [f"Poutine={putin}", "Kiev=UKR:capital:Kiev"]
    assert judged(ADVISER, marks, french, role="source", verbs=["attaquer"])


@pytest.mark.parametrize(
    ("spec", "marks", "about", "barred"),
    [
        (BEFORE, ["Mali=MLI", "Paris=FRA:capital:Paris"], 0, True),
        (HEADING, ["Mali=MLI", "Paris=FRA:capital:Paris"], 0, True),
        (PART, ["Kiev=UKR:capital:Kiev", "Moscou=RUS:capital:Moscou"], 1, False),
    ],
)
def test_who_is_not_acted_upon(spec, marks, about, barred, french):
    assert judged(spec, marks, french, role="target", about=about, verbs=["attaquer"]) is barred


ARRIVAL = (
    "L'/DET/det/2 arrivée/NOUN/root/0 à/ADP/case/4 Kiev/PROPN/nmod/2 d'/ADP/case/7 une/DET/det/7 troupe/NOUN/nmod/2 "
    "réjouit/VERB/acl/2 Moscou/PROPN/obj/8"
)
WAR = "Le/DET/det/2 Mali/PROPN/nsubj/5 en/ADP/case/4 guerre/NOUN/nmod/2 inquiète/VERB/root/0 Paris/PROPN/obj/5"


def test_the_journey_of_another(french):
    marks = ["Kiev=UKR:capital:Kiev", "Moscou=RUS:capital:Moscou"]
    assert judged(ARRIVAL, marks, french, "visits", role="source", about=1, nouns=["arrivée"])


def test_a_phrase_names_its_enemy_behind_a_preposition_only(french):
    marks = ["Mali=MLI", "Paris=FRA:capital:Paris"]
    assert judged(WAR, marks, french, "in_conflict_with", role="target", about=1, phrases=["en guerre"])
    assert judged(WAR, marks, french, "in_conflict_with", role="source", about=1, phrases=["en guerre"])
