"""Words and names, counted and shown."""

import itertools

import pytest

from graphbuild.gaps import Sighting, around, ranked, singular, stem
from graphbuild.model import Span

SEEN = [
    Sighting("tance", "verb", "a", "Rome tance Paris."),
    Sighting("tancé", "verb", "b", "Oslo a tancé Lima."),
    Sighting("tancé", "verb", "b", "Oslo a tancé Kiev."),
    Sighting("brûle", "verb", "a", "Paris brûle Rome."),
    Sighting("aligne", "verb", "c", "Lima aligne Oslo."),
]


def test_forms_are_counted_together_whatever_their_order():
    orders = {ranked(order, stem, 9) for order in itertools.permutations(SEEN)}
    assert len(orders) == 1
    first, second, third = orders.pop()
    assert (first.word, first.count, first.articles, first.forms) == ("tancé", 3, 2, ("tance", "tancé"))
    assert first.example == "Oslo a tancé Kiev.", "one with the word itself, of equally long ones by alphabet"
    assert (second.word, third.word) == ("aligne", "brûle"), "equally frequent ones by alphabet"


def test_only_the_most_frequent_are_kept():
    assert [g.word for g in ranked(SEEN, stem, 1)] == ["tancé"]
    assert ranked([], stem, 1) == ()


def test_the_most_usual_kind_is_taken():
    seen = [Sighting("Brdo", kind, "a", "Brdo") for kind in ("place", "organization", "place")]
    (gap,) = ranked(seen, str, 9)
    assert gap.kind == "place"


def test_an_example_is_cut_at_spaces_and_printable():
    text = "un deux trois " * 20 + "MOT\x1b\u202e" + " quatre cinq six" * 20
    shown = around(text, Span(0, len(text)), Span(280, 283))
    assert "trois MOT quatre" in shown
    assert shown.isprintable()
    assert set(shown.strip("…").split()) <= {"un", "deux", "trois", "MOT", "quatre", "cinq", "six"}
    assert shown[0] == shown[-1] == "…"
    assert around("Un MOT.", Span(0, 7), Span(3, 6)) == "Un MOT."


@pytest.mark.parametrize(
    "forms",
    [
        "évincer évinçait évincées évinceront",
        "publier publié publiées publient",
        "franchir franchi franchissaient",
        "diriger dirigeant dirigeait",
        "considère considérait considérerait",
    ],
)
def test_forms_of_a_regular_verb_share_a_stem(forms):
    assert len({stem(form) for form in forms.split()}) == 1


def test_short_verbs_keep_a_stem():
    assert stem("tua") == "tua"
    assert stem("é") == "e"


@pytest.mark.parametrize(
    ("one", "many"), [("canal", "canaux"), ("drapeau", "drapeaux"), ("pays", "pays"), ("loi", "lois")]
)
def test_singular_and_plural_are_one_noun(one, many):
    assert singular(one) == singular(many)
