"""How far noun phrases reach around names."""

import pytest
from conftest import scene, tree


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("avec/ADP/x/1 les/DET/x/1 chaînes/NOUN/x/1 Onu/PROPN/x/1", [(1, "avec")]),
        ("au/ADP/x/1 boxeur/NOUN/x/1 belge/ADJ/x/1 Onu/PROPN/x/1", [(1, "à")]),
        ("et/CCONJ/x/1 son/DET/x/1 allié/NOUN/x/1 l'/DET/x/1 Onu/PROPN/x/1", [(1, "")]),
        ("avec/ADP/x/1 sa/DET/x/1 lettre/NOUN/x/1 l'/DET/x/1 Onu/PROPN/x/1", [(3, "")]),
        ("avec/ADP/x/1 des/DET/x/1 mots/NOUN/x/1 de/ADP/x/1 Onu/PROPN/x/1", [(4, "de")]),
        ("depuis/ADP/x/1 la/DET/x/1 semaine/NOUN/x/1 Onu/PROPN/x/1", [(3, "")]),
        ("une/DET/x/1 rencontre/NOUN/x/1 Onu/PROPN/x/1 -/PUNCT/x/1 Otan/PROPN/x/1", [(2, "")]),
        ("le/DET/x/1 sommet/NOUN/x/1 réunit/ADJ/x/1 Onu/PROPN/x/1", [(3, "")]),
    ],
    ids=["class", "contracted", "own party", "a thing", "marked", "a time", "joined", "a verb taken for an adjective"],
)
def test_a_noun_says_what_a_name_is_the_name_of(spec, expected):
    made = scene(tree(spec), "Onu=UN")
    assert [(a.first, a.preposition) for a in made.arguments] == expected


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("une/DET/x/1 centaine/NOUN/x/1 de/ADP/x/1 soldats/NOUN/x/1 de/ADP/x/1 Onu/PROPN/x/1", [(0, "")]),
        (
            "avec/ADP/x/1 des/ADP/case/2 milliers/NOUN/x/1 de/ADP/x/1 soldats/NOUN/x/1 de/ADP/x/1 Onu/PROPN/x/1",
            [(1, "avec")],
        ),
        (
            "tue/VERB/x/1 des/ADP/case/2 dizaines/NOUN/x/1 de/ADP/x/1 soldats/NOUN/x/1 de/ADP/x/1 Onu/PROPN/x/1",
            [(1, "")],
        ),
        (
            "mort/NOUN/x/1 de/ADP/x/1 dizaines/NOUN/x/1 de/ADP/x/1 soldats/NOUN/x/1 de/ADP/x/1 Onu/PROPN/x/1",
            [(2, "de")],
        ),
    ],
    ids=["subject", "marked", "des taken for a preposition", "owned"],
)
def test_a_noun_of_quantity_counts_as_a_number(spec, expected):
    made = scene(tree(spec), "Onu=UN")
    assert [(a.first, a.preposition) for a in made.arguments] == expected
