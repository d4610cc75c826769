"""What cannot be, whatever the form of the sentence."""

from dataclasses import replace

import pytest
from conftest import mentions, scene, tree

from graphbuild.extract import plausible

COUNTRY = "Les/DET/det/2 Turcs/NOUN/nsubj/4 ont/AUX/aux:tense/4 attaqué/VERB/root/0 Damas/PROPN/obj/4"
TOURIST = "Une/DET/det/2 Turque/NOUN/nsubj/4 est/AUX/aux:tense/4 venue/VERB/root/0 ici/ADV/advmod/4"
SOME = "Deux/NUM/nummod/2 Turcs/NOUN/nsubj/4 sont/AUX/aux:tense/4 venus/VERB/root/0 ici/ADV/advmod/4"
SOLDIER = "Un/DET/det/2 soldat/NOUN/nsubj/4 turc/ADJ/amod/2 tira/VERB/root/0"
OFFICIAL = "Un/DET/det/2 responsable/NOUN/nsubj/4 turc/ADJ/amod/2 accusa/VERB/root/0 Damas/PROPN/obj/4"
AGENCY = "Elle/PRON/nsubj/2 confie/VERB/root/0 à/ADP/case/4 l'AFP/PROPN/obl:arg/2"


@pytest.mark.parametrize(
    ("spec", "mark", "acts"),
    [
        (COUNTRY, "Turcs=TUR:people", True),
        (TOURIST, "Turque=TUR:people", False),
        (SOME, "Turcs=TUR:people", False),
        (SOLDIER, "turc=TUR:adjective", False),
        (OFFICIAL, "turc=TUR:adjective", True),
        (AGENCY, "l'AFP=AFP", False),
    ],
)
def test_who_may_act(spec, mark, acts, french):
    made = scene(tree(spec), mark, language=french)
    assert plausible.may_act(made, made.arguments[0], french.relations["attacks"]) is acts
    assert plausible.may_act(made, made.arguments[0], french.relations["borders"])


def test_what_is_done_to_people_is_done_to_their_country(french):
    made = scene(tree(TOURIST), "Turque=TUR:people", language=french)
    assert plausible.may_be_meant(made, made.arguments[0], french.relations["detains"])
    agency = scene(tree(AGENCY), "l'AFP=AFP", language=french)
    assert not plausible.may_be_meant(agency, agency.arguments[0], french.relations["threatens"])


@pytest.mark.parametrize(
    ("relation", "one_state"),
    [("signs_agreement_with", True), ("gives_aid_to", True), ("in_conflict_with", False), ("accuses", False), ("allied_with", False)],
)  # fmt: skip
def test_nobody_signs_with_the_own_state(relation, one_state, french):
    sentence = tree("May/PROPN/nsubj/2 rejoint/VERB/root/0 Londres/PROPN/obj/2")
    made = scene(sentence, "May=Theresa May", "Londres=GBR:capital", language=french)
    own = next(e for e in french.entities.values() if e.within == "GBR" and e.type == "person")
    person, country = mentions(sentence, f"May={own.id}", "Londres=GBR:capital")
    assert plausible.are_one_state(made, person, country, french.relations[relation]) is one_state
    assert plausible.are_one_state(made, country, person, french.relations[relation]) is one_state


VISIT = "Les/DET/det/2 Turcs/NOUN/nsubj/3 voyagent/VERB/root/0 à/ADP/case/5 Damas/PROPN/obl/3"
ENVOY = "Une/DET/det/2 délégation/NOUN/nsubj/4 turque/ADJ/amod/2 voyage/VERB/root/0 à/ADP/case/6 Damas/PROPN/obl/4"


@pytest.mark.parametrize(("spec", "mark", "visits"), [(VISIT, "Turcs=TUR:people", False), (ENVOY, "turque=TUR:adjective", True)])  # fmt: skip
def test_only_envoys_travel_for_their_country(spec, mark, visits, french):
    made = scene(tree(spec), mark, language=french)
    assert plausible.may_act(made, made.arguments[0], french.relations["visits"]) is visits


def test_a_seat_may_be_a_mere_venue(french):
    spec = "Elle/PRON/nsubj/2 parle/VERB/root/0 à/ADP/case/5 l'/DET/det/5 Elysée/PROPN/obl/2"
    made = scene(tree(spec), "Elysée=FRA:seat", language=french)
    assert not plausible.may_be_meant(made, made.arguments[0], french.relations["talks_with"])
    assert plausible.may_be_meant(made, made.arguments[0], french.relations["demands_from"])


def test_partisans_are_not_whom_they_are_for(french):
    sentence = tree("Des/DET/det/2 pro-Iran/NOUN/nsubj/3 attaquent/VERB/root/0 Damas/PROPN/obj/3")
    whole = scene(sentence, "pro-Iran=IRN", language=french)
    assert plausible.may_act(whole, whole.arguments[0], french.relations["attacks"])
    part = replace(whole.arguments[0], mention=replace(whole.arguments[0].mention, start=sentence.tokens[1].start + 4))
    assert not plausible.may_act(whole, part, french.relations["attacks"])
    assert not plausible.may_be_meant(whole, part, french.relations["attacks"])
