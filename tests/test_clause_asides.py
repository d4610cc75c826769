"""What stands aside: read from signs and small words, whatever the parse says."""

import pytest
from conftest import tree

from graphbuild.clause import asides


def tokens(spec):
    """Tokens from « La/DET Russie »; what has no tag is a name or a sign."""
    entries = [e if "/" in e else f"{e}/{'PROPN' if e[0].isalpha() else 'PUNCT'}" for e in spec.split()]
    return tree(" ".join(f"{e}/x/1" for e in entries)).tokens


def text(words, first, last):
    return " ".join(t.text for t in words[first : last + 1])


@pytest.mark.parametrize(
    ("spec", "inside"),
    [
        ("Paris , qui/PRON a/AUX reçu/VERB Kiev , menace/VERB Moscou", ", qui a reçu Kiev ,"),
        ("Paris , dont/PRON le/DET chef/NOUN est/AUX venu/VERB , menace/VERB Moscou", ", dont le chef est venu ,"),
        ("Paris , avec/ADP lequel/PRON Kiev parle/VERB , menace/VERB Moscou", ", avec lequel Kiev parle ,"),
        ("Paris , selon/ADP Kiev , menace/VERB Moscou", ", selon Kiev ,"),
        ("Paris , elle/PRON aussi/ADV , menace/VERB Moscou", ", elle aussi ,"),
        ("Paris , allié/ADJ de/ADP Kiev , menace/VERB Moscou", ", allié de Kiev ,"),
        ("Paris , affirme/VERB Kiev , menace/VERB Moscou", ", affirme Kiev ,"),
        ("Paris , a/AUX déclaré/VERB Kiev , menace/VERB Moscou", ", a déclaré Kiev ,"),
        ("Paris ( allié/ADJ de/ADP Kiev ) menace/VERB Moscou", "( allié de Kiev )"),
        ("Paris – allié/ADJ de/ADP Kiev – menace/VERB Moscou", "– allié de Kiev –"),
    ],
)
def test_what_a_sign_closes(spec, inside, french):
    words = tokens(spec)
    last = max(n for n, t in enumerate(words) if t.text in ",)–")
    opened = asides.opening(words, last, french)
    assert opened is not None
    assert text(words, opened, last) == inside
    assert asides.closing(words, opened, french) == last


@pytest.mark.parametrize(
    "spec",
    [
        "Mardi , Paris",
        "Paris menace/VERB Moscou , Kiev attaque/VERB Minsk , Rome",
        "Paris , et/CCONJ Kiev , Rome",
        "Paris ; Kiev , Rome",
    ],
)
def test_what_a_comma_does_not_close(spec, french):
    words = tokens(spec)
    last = max(n for n, t in enumerate(words) if t.text == ",")
    assert asides.opening(words, last, french) is None


@pytest.mark.parametrize(
    ("spec", "group"),
    [
        ("Paris ne/ADV lui/PRON a/AUX jamais/ADV livré/VERB", "ne lui a jamais livré"),
        ("Paris n'/ADV a/AUX \"/PUNCT pas/ADV livré/VERB", "n' a \" pas livré"),
        ("des/DET avions/NOUN livrés/VERB", "livrés"),
        ("Paris menace/VERB et/CCONJ attaque/VERB", "attaque"),
    ],
)
def test_where_a_verb_begins(spec, group, french):
    words = tokens(spec)
    assert text(words, asides.group_start(words, len(words) - 1, french), len(words) - 1) == group


@pytest.mark.parametrize(
    ("spec", "finite"),
    [
        ("accusent/ADV", True),
        ("accuse/VERB", True),
        ("accuse/NOUN", False),
        ("accusé/VERB", False),
        ("accuser/VERB", False),
        ("plonge/VERB", True),
        ("avions/NOUN", False),
    ],
)
def test_conjugated_verbs(spec, finite, french):
    assert asides.finite(tokens(spec), 0, french) is finite
