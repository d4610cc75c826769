"""What a parse says, on sentences parsed by hand."""

import pytest
from conftest import tree

from graphbuild import syntax

ACTIVE = "La/DET/det/2 Russie/PROPN/nsubj/4 a/AUX/aux:tense/4 envahi/VERB/root/0 l'/DET/det/6 Ukraine/PROPN/obj/4"
PASSIVE = (
    "L'/DET/det/2 Ukraine/PROPN/nsubj:pass/5 a/AUX/aux:tense/5 été/AUX/aux:pass/5 envahie/VERB/root/0 "
    "par/ADP/case/8 la/DET/det/8 Russie/PROPN/obl:agent/5"
)
CONTROL = (
    "L'/DET/det/2 Iran/PROPN/nsubj/3 veut/VERB/root/0 livrer/VERB/xcomp/3 des/DET/det/6 drones/NOUN/obj/4 "
    "à/ADP/case/9 la/DET/det/9 Russie/PROPN/obl:arg/4"
)
RELATIVE = (
    "La/DET/det/2 Russie/PROPN/nsubj/9 ,/PUNCT/punct/5 qui/PRON/nsubj/5 menace/VERB/acl:relcl/2 la/DET/det/7 "
    "Finlande/PROPN/obj/5 ,/PUNCT/punct/9 attend/VERB/root/0"
)
RELATIVE_OBJECT = (
    "Les/DET/det/2 chars/NOUN/nsubj/8 que/PRON/obj/5 Berlin/PROPN/nsubj/5 livre/VERB/acl:relcl/2 à/ADP/case/7 "
    "Kiev/PROPN/obl:arg/5 arrivent/VERB/root/0"
)
COORDINATED = (
    "Paris/PROPN/nsubj/6 ,/PUNCT/punct/3 Rome/PROPN/conj/1 et/CCONJ/cc/5 Berlin/PROPN/conj/1 condamnent/VERB/root/0 "
    "Moscou/PROPN/obj/6 et/CCONJ/cc/9 menacent/VERB/conj/6 Minsk/PROPN/obj/9"
)
COPULA = (
    "La/DET/det/2 Turquie/PROPN/nsubj/5 est/AUX/cop/5 une/DET/det/5 alliée/NOUN/root/0 de/ADP/case/8 l'/DET/det/8 "
    "Azerbaïdjan/PROPN/nmod/5"
)
APPOSITION = (
    "Le/DET/det/2 Mali/PROPN/nsubj/9 ,/PUNCT/punct/4 allié/NOUN/appos/2 de/ADP/case/7 la/DET/det/7 Russie/PROPN/nmod/4 "
    ",/PUNCT/punct/9 proteste/VERB/root/0"
)
PARTICIPLE = (
    "une/DET/det/2 ville/NOUN/root/0 bombardée/VERB/acl/2 par/ADP/case/6 l'/DET/det/6 armée/NOUN/obl:agent/3 "
    "russe/ADJ/amod/6"
)


def word(sentence, text):
    return next(n for n, t in enumerate(sentence.tokens) if t.text == text)


def ask(function, spec, text, *more):
    sentence = tree(spec)
    found = function(sentence.tokens, word(sentence, text), *more)
    if isinstance(found, int):
        return sentence.tokens[found].text
    return {sentence.tokens[n].text for n in found} if isinstance(found, set) else found


@pytest.mark.parametrize(
    ("spec", "verb", "expected"),
    [
        (ACTIVE, "envahi", {"Russie"}),
        (ACTIVE, "a", {"Russie"}),
        (PASSIVE, "envahie", {"Ukraine"}),
        (CONTROL, "livrer", {"Iran"}),
        (RELATIVE, "menace", {"Russie"}),
        (RELATIVE, "attend", {"Russie"}),
        (RELATIVE_OBJECT, "livre", {"Berlin"}),
        (COORDINATED, "menacent", {"Paris"}),
        (COPULA, "est", {"Turquie"}),
        (PARTICIPLE, "bombardée", {"ville"}),
    ],
)
def test_subjects(spec, verb, expected):
    assert ask(syntax.subjects, spec, verb) == expected


def test_a_verb_without_subject_has_none():
    assert ask(syntax.subjects, "Livrer/VERB/root/0 des/DET/det/3 chars/NOUN/obj/1", "Livrer") == set()


def test_a_parse_that_goes_in_circles_ends():
    assert ask(syntax.subjects, "a/VERB/conj/2 b/VERB/conj/1", "a") == set()


@pytest.mark.parametrize(
    ("spec", "verb", "expected"),
    [
        (ACTIVE, "envahi", {"Ukraine"}),
        (CONTROL, "livrer", {"drones"}),
        (RELATIVE_OBJECT, "livre", {"chars"}),
        (COORDINATED, "condamnent", {"Moscou"}),
        (COORDINATED, "menacent", {"Minsk"}),
        (PASSIVE, "envahie", set()),
    ],
)
def test_objects_have_no_preposition(spec, verb, expected):
    assert ask(syntax.objects, spec, verb) == expected


def test_agents():
    assert ask(syntax.agents, PASSIVE, "envahie") == {"Russie"}
    assert ask(syntax.agents, PARTICIPLE, "bombardée") == {"armée"}
    assert ask(syntax.agents, ACTIVE, "envahi") == set()


@pytest.mark.parametrize(
    ("spec", "head", "preposition", "expected"),
    [
        (CONTROL, "livrer", "à", {"Russie"}),
        (CONTROL, "livrer", "de", set()),
        (COPULA, "alliée", "de", {"Azerbaïdjan"}),
        (PASSIVE, "envahie", "par", {"Russie"}),
        ("retrait/NOUN/root/0 du/ADP/case/3 Mali/PROPN/nmod/1", "retrait", "de", {"Mali"}),
        ("aide/NOUN/root/0 aux/ADP/case/3 Philippines/PROPN/nmod/1", "aide", "à", {"Philippines"}),
    ],
)
def test_obliques(spec, head, preposition, expected):
    assert ask(syntax.obliques, spec, head, preposition) == expected


@pytest.mark.parametrize(
    ("spec", "noun", "expected"),
    [
        ("du/ADP/case/2 Mali/PROPN/root/0", "Mali", "de"),
        ("aux/ADP/case/2 Philippines/PROPN/root/0", "Philippines", "à"),
        ("d'/ADP/case/2 Israël/PROPN/root/0", "Israël", "de"),
        ("contre/ADP/case/2 Israël/PROPN/root/0", "Israël", "contre"),
        ("le/DET/det/2 Mali/PROPN/root/0", "Mali", ""),
        ("Mali/PROPN/root/0 depuis/ADP/case/1", "Mali", ""),
    ],
)
def test_preposition(spec, noun, expected):
    assert ask(syntax.preposition, spec, noun) == expected


@pytest.mark.parametrize("start", ["Paris", "Rome", "Berlin"])
def test_coordination_is_the_same_from_every_member(start):
    assert ask(syntax.coordinated, COORDINATED, start) == {"Paris", "Rome", "Berlin"}


@pytest.mark.parametrize(
    ("spec", "text", "expected"),
    [
        (COPULA, "alliée", "Turquie"),
        (APPOSITION, "allié", "Mali"),
        (PARTICIPLE, "russe", "armée"),
        (ACTIVE, "Russie", None),
    ],
)
def test_bearer(spec, text, expected):
    assert ask(syntax.bearer, spec, text) == expected


def test_describes():
    assert ask(syntax.describes, PARTICIPLE, "bombardée") == "ville"
    assert ask(syntax.describes, ACTIVE, "envahi") is None


def test_an_adjective_modifies_only_what_stands_before_it():
    assert ask(syntax.is_modifier_of, PARTICIPLE, "russe") == "armée"
    assert ask(syntax.is_modifier_of, "grande/ADJ/amod/2 armée/NOUN/root/0", "grande") is None


def test_governors_end_at_the_root():
    tokens = tree(PARTICIPLE).tokens
    assert [(tokens[n].text, label) for n, label in syntax.governors(tokens, 6)] == [
        ("armée", "amod"),
        ("bombardée", "obl:agent"),
        ("ville", "acl"),
    ]
    assert len(list(syntax.governors(tokens, 6, 2))) == 2


def test_children_do_not_include_the_word_itself():
    tokens = tree(ACTIVE).tokens
    assert list(syntax.children(tokens, 3)) == [1, 2, 5]
    assert [n for n in range(6) if syntax.is_root(tokens, n)] == [3]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [("des/ADP/case/1", True), ("des/DET/case/1", True), ("de/ADP/mark/1", True), ("des/DET/det/1", False)],
)
def test_is_case(entry, expected):
    assert syntax.is_case(tree(f"{entry}").tokens[0]) is expected
