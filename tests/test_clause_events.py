"""Nouns of which a verb says that it happens."""

import pytest
from conftest import occurrence, scene, tree, trigger

from graphbuild.clause.events import parted

END = "entre/ADP/case/9 Paris/PROPN/x/9 et/CCONJ/cc/9 Berlin/PROPN/x/9"


def parties(before: str, end: str = END, slot: str = "entre") -> list[str]:
    sentence = tree(f"{before} {end}")
    one = trigger("talks_with", nouns=("dialogue",), together=("entre",))
    found = parted(scene(sentence, "Paris=FRA", "Berlin=DEU"), occurrence(sentence, one), slot)
    return [f.argument.mention.entity for f in found]


@pytest.mark.parametrize(
    "before",
    [
        "Le/DET/det/2 dialogue/NOUN/nsubj/4 a/AUX/x/4 repris/VERB/root/0",
        "Un/DET/det/2 dialogue/NOUN/x/2 est/AUX/x/4 prévu/VERB/root/0 lundi/NOUN/x/4",
        "Hier/ADV/x/1 ,/PUNCT/x/1 un/DET/x/1 dialogue/NOUN/x/2 a/VERB/x/4 lieu/NOUN/x/4",
        "Un/DET/det/2 dialogue/NOUN/nsubj/2 doit/VERB/x/4 être/AUX/x/2 mené/VERB/root/0",
    ],
    ids=["goes on", "passive", "takes place", "modal verb"],
)
def test_the_parties_stand_behind_the_verb(before):
    assert parties(before) == ["FRA"]


@pytest.mark.parametrize(
    "before",
    [
        "Hanoï/PROPN/nsubj/2 veut/VERB/root/0 un/DET/det/4 dialogue/NOUN/obj/2 qui/PRON/x/2 tranche/VERB/x/2",
        "Le/DET/det/2 dialogue/NOUN/nsubj/3 énerve/VERB/root/0 ,/PUNCT/x/3 tranche/VERB/x/3",
        "Le/DET/det/2 dialogue/NOUN/nsubj/3 énerve/VERB/root/0 ceux/PRON/x/3",
    ],
    ids=["a relative clause", "another clause", "a verb that says something else"],
)
def test_other_verbs_part_the_noun_from_them(before):
    assert parties(before) == []


def test_only_what_the_noun_asks_for():
    before = "Le/DET/det/2 dialogue/NOUN/nsubj/4 a/AUX/x/4 repris/VERB/root/0"
    assert parties(before, "avec/ADP/case/6 Paris/PROPN/x/4 et/CCONJ/x/4 Berlin/PROPN/x/4", "avec") == ["FRA"]
    assert parties(before, "à/ADP/case/6 Paris/PROPN/x/4 et/CCONJ/x/4 Berlin/PROPN/x/4", "à") == []
