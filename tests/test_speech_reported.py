"""What a sentence gives as someone's words, and whose: on hand-built trees, no model needed."""

import pytest
from conftest import scene, text_of, tree

from graphbuild.speech import reported
from graphbuild.speech.attribution import speaker_at

MOSCOW, WASHINGTON, LEBANON = "Moscou=RUS:capital:Moscou", "Washington=USA:capital:Washington", "Liban=LBN"
BLINKEN, UN = "Antony Blinken=Antony Blinken", "ONU=UN"


def speaker(spec, marks, word, *, last=None, plain=False):
    sentence = tree(spec)
    found = reported.find(sentence, scene(sentence, *marks), last)
    return speaker_at(found, text_of(sentence).index(word), plain=plain)


DEMANDS = [
    "Washington/PROPN/nsubj/2 exige/VERB/root/0 que/SCONJ/mark/5 Moscou/PROPN/nsubj/5 parte/VERB/ccomp/2",
    "Washington/PROPN/nsubj/3 a/AUX/aux/3 exhorté/VERB/root/0 Moscou/PROPN/obj/3 à/ADP/mark/6 partir/VERB/xcomp/3 (parte)/X/x/6",
    "Washington/PROPN/nsubj/3 a/AUX/aux/3 accusé/VERB/root/0 Moscou/PROPN/obj/3 d'/ADP/mark/7 avoir/AUX/aux/7 attaqué/VERB/xcomp/3 (parte)/X/x/7",
    "Washington/PROPN/nsubj/2 dément/VERB/root/0 préparer/VERB/xcomp/2 (parte)/X/x/3",
    "Washington/PROPN/nsubj/2 nie/VERB/root/0 ,/PUNCT/x/4 lui/PRON/x/2 ,/PUNCT/x/4 avoir/AUX/aux/7 attaqué/VERB/xcomp/2 (parte)/X/x/7",
    "Washington/PROPN/nsubj/2 réclame/VERB/root/0 le/DET/det/4 départ/NOUN/obj/2 (parte)/X/x/4",
    "Moscou/PROPN/nsubj/3 ,/PUNCT/x/1 accusé/VERB/acl/1 par/ADP/case/5 Washington/PROPN/obl:agent/3 de/ADP/mark/7 partir/VERB/xcomp/3 (parte)/X/x/7",
]  # fmt: skip


@pytest.mark.parametrize("spec", DEMANDS, ids=lambda s: " ".join(w.split("/")[0] for w in s.split()))
def test_who_demands_accuses_or_denies_speaks(spec):
    marks = sorted(
        (m for m in (MOSCOW, WASHINGTON) if m.split("=")[0] in spec), key=lambda m: spec.find(m.split("=")[0])
    )
    assert speaker(spec, marks, "parte") == "USA"


def test_what_a_demand_takes_for_granted_is_the_articles_own():
    spec = "Washington/PROPN/nsubj/2 réclame/VERB/root/0 la/DET/det/4 fin/NOUN/obj/2 de/ADP/case/6 guerre/NOUN/nmod/4"
    assert speaker(spec, [WASHINGTON], "guerre") == "USA"
    assert speaker(spec, [WASHINGTON], "guerre", plain=True) is None


def test_a_hope_is_no_speech():
    spec = "Washington/PROPN/nsubj/2 espère/VERB/root/0 livrer/VERB/xcomp/2 des/DET/det/5 chars/NOUN/obj/3"
    assert speaker(spec, [WASHINGTON], "livrer") is None


INSERTED = (
    "Le/DET/det/2 Liban/PROPN/nsubj/8 ,/PUNCT/x/2 affirme/VERB/x/8 Antony/PROPN/nsubj/4 Blinken/PROPN/flat/5 ,/PUNCT/x/4 "
    "livre/VERB/root/0 des/DET/det/10 chars/NOUN/obj/8"
)


def test_a_fixed_expression_names_who_speaks():
    spec = (
        "Le/DET/det/2 Liban/PROPN/nsubj/3 livre/VERB/root/0 des/DET/det/5 chars/NOUN/obj/3 ,/PUNCT/x/3 a/AUX/x/8 "
        "mis/VERB/x/3 en/ADP/case/10 garde/NOUN/obl/8 Antony/PROPN/nsubj/8 Blinken/PROPN/flat/11"
    )
    assert speaker(spec, [LEBANON, BLINKEN], "livre") == "Antony Blinken"


def test_an_incise_covers_the_clause_around_it():
    assert speaker(INSERTED, [LEBANON, BLINKEN], "livre") == "Antony Blinken"


def test_an_apposition_before_the_verb_makes_no_incise():
    spec = (
        "Antony/PROPN/nsubj/6 Blinken/PROPN/flat/1 ,/PUNCT/x/4 ministre/NOUN/appos/1 ,/PUNCT/x/4 menace/VERB/root/0 "
        "Moscou/PROPN/obj/6"
    )
    assert speaker(spec, [BLINKEN, MOSCOW], "ministre") is None


def test_a_contrast_after_the_incise_is_the_articles_own():
    spec = (
        "Moscou/PROPN/nsubj/2 attaque/VERB/root/0 ,/PUNCT/x/4 affirme/VERB/x/2 Washington/PROPN/nsubj/4 ,/PUNCT/x/2 "
        "alors/ADV/x/9 que/SCONJ/mark/9 Paris/PROPN/nsubj/10 livre/VERB/advcl/2"
    )
    marks = [MOSCOW, WASHINGTON, "Paris=FRA"]
    assert speaker(spec, marks, "attaque") == "USA"
    assert speaker(spec, marks, "livre") is None


@pytest.mark.parametrize(
    ("spec", "marks", "expected"),
    [
        ("un/DET/det/2 porte-parole/NOUN/nsubj/6 de/ADP/case/4 l'ONU/PROPN/nmod/2 a/AUX/x/6 affirmé/VERB/root/0 que/SCONJ/mark/9 Moscou/PROPN/nsubj/9 livre/VERB/ccomp/6", [UN, MOSCOW], "UN"),
        ("un/DET/det/2 admirateur/NOUN/nsubj/6 de/ADP/case/4 l'ONU/PROPN/nmod/2 a/AUX/x/6 affirmé/VERB/root/0 que/SCONJ/mark/9 Moscou/PROPN/nsubj/9 livre/VERB/ccomp/6", [UN, MOSCOW], None),
        ("Moscou/PROPN/nsubj/2 livre/VERB/root/0 ,/PUNCT/x/4 affirme/VERB/x/2 un/DET/det/6 porte-parole/NOUN/nsubj/4 de/ADP/case/8 l'ONU/PROPN/nmod/6 ,/PUNCT/x/4 Antony/PROPN/appos/6 Blinken/PROPN/flat/10", [MOSCOW, UN, BLINKEN], "Antony Blinken"),
        ("Moscou/PROPN/nsubj/2 livre/VERB/root/0 ,/PUNCT/x/5 a/AUX/x/6 -t/PRON/x/6 -on/PRON/x/7 affirmé/VERB/x/2 à/ADP/case/9 Washington/PROPN/obl/7", [MOSCOW, "Washington=USA"], "USA"),
    ],
    ids=["a spokesman", "an admirer", "a spokesman with a name", "on"],
)  # fmt: skip
def test_who_speaks_for_whom(spec, marks, expected):
    assert speaker(spec, marks, "livre") == expected


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("Aux/ADP/case/3 yeux/NOUN/fixed/1 de/ADP/case/4 Washington/PROPN/obl/7 ,/PUNCT/x/4 Moscou/PROPN/nsubj/7 livre/VERB/root/0", "USA"),
        ("Pour/ADP/case/2 Washington/PROPN/obl/5 ,/PUNCT/x/2 Moscou/PROPN/nsubj/5 livre/VERB/root/0", "USA"),
        ("Pour/ADP/case/3 aider/VERB/x/5 Washington/PROPN/obl/2 ,/PUNCT/x/2 Moscou/PROPN/nsubj/6 livre/VERB/root/0", None),
        ("Selon/ADP/case/2 elle/PRON/obl/5 ,/PUNCT/x/2 Moscou/PROPN/nsubj/5 livre/VERB/root/0", "FRA"),
    ],
)  # fmt: skip
def test_sources(spec, expected):
    marks = [m for m in (WASHINGTON, MOSCOW) if m.split("=")[0] in spec]
    assert speaker(spec, marks, "livre", last="FRA") == expected


def test_a_headline_that_quotes():
    spec = 'Washington/PROPN/root/0 :/PUNCT/x/1 "/PUNCT/x/5 Moscou/PROPN/nsubj/5 livre/VERB/x/1 "/PUNCT/x/5'
    assert speaker(spec, [WASHINGTON, MOSCOW], "livre") == "USA"


def test_the_article_speaks_again_after_a_gerund():
    spec = (
        "Washington/PROPN/nsubj/2 affirme/VERB/root/0 que/SCONJ/mark/5 Moscou/PROPN/nsubj/5 livre/VERB/ccomp/2 ,/PUNCT/x/7 "
        "accusant/VERB/advcl/2 Paris/PROPN/obj/7"
    )
    assert speaker(spec, [WASHINGTON, MOSCOW, "Paris=FRA"], "accusant") is None
