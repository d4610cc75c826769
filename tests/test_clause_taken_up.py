"""Nouns that take up what was told before."""

import pytest
from conftest import occurrence, speaking, tree, trigger

from graphbuild.clause import taken_up, triggers
from graphbuild.clause.arguments import Argument
from graphbuild.model import EntityType, Mention

LASTED = "{}/NOUN/nsubj/3 dure/VERB/root/0 ./PUNCT/x/3"


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("Cet/DET/det/2 " + LASTED.format("entretien"), True),
        ("Leur/DET/det/2 " + LASTED.format("entretien"), True),
        ("Ces/DET/det/3 longs/ADJ/amod/3 entretiens/NOUN/nsubj/4 durent/VERB/root/0", False),
        ("Ces/DET/det/3 premiers/ADJ/amod/3 entretiens/NOUN/nsubj/4 durent/VERB/root/0", True),
        ("L'/DET/det/2 " + LASTED.format("entretien"), True),
        ("L'/DET/det/2 entretien/NOUN/nsubj/5 de/ADP/case/4 Dupont/PROPN/nmod/2 dure/VERB/root/0", False),
        ("Un/DET/det/2 " + LASTED.format("entretien"), False),
        ("Rien/PRON/nsubj/2 dure/VERB/root/0 après/ADP/case/5 l'/DET/det/5 entretien/NOUN/obl/2", False),
        (
            "Un/DET/det/2 entretien/NOUN/nsubj/3 dure/VERB/root/0 et/CCONJ/cc/6 cet/DET/det/6 entretien/NOUN/conj/2",
            False,
        ),
    ],
)
def test_which_nouns_point_back(spec, expected, french):
    sentence = tree(spec)
    (*_, last) = triggers.find(sentence, speaking(trigger("talks_with", nouns=("entretien",))))
    assert taken_up.points_back(sentence.tokens, last, french) is expected


def test_what_is_told_is_kept_within_its_paragraph(french):
    spec = "Un/DET/det/2 entretien/NOUN/nsubj/3 dure/VERB/root/0"
    one, next_paragraph = tree(spec), tree(spec)
    someone = Argument(Mention(0, 2, "Un", "FRA", EntityType.COUNTRY, "name"), 0, 0, 0, "", None, 0)
    fired = occurrence(one, trigger("talks_with", nouns=("entretien",)))
    events = taken_up.remember({}, [(fired, someone, someone)], one)
    assert list(events) == ["talks_with"]
    assert taken_up.remember(events, [], one) == events
    other = type(next_paragraph)(next_paragraph.start, next_paragraph.end, next_paragraph.tokens, 1)
    assert taken_up.remember(events, [], other) == {}
