"""The learned ranking: plain data, a calibrated probability, and what it may and may not hold."""

import re

import pytest
from conftest import scene, speaking, tree, trigger

from graphbuild.clause import triggers
from graphbuild.errors import DataError
from graphbuild.extract import candidates, decide
from graphbuild.extract.features import features
from graphbuild.extract.ranking import PRECISION, TRUST, Ranking, dump, load, parse

SENTENCE = "Paris/PROPN/nsubj/2 attaque/VERB/root/0 Moscou/PROPN/obj/2 devant/ADP/case/5 Minsk/PROPN/obl:mod/2"
MARKS = ["Paris=FRA", "Moscou=RUS", "Minsk=BLR"]
ATTACK = trigger("attacks", verbs=("attaquer",), source=("subject",), target=("object",))


def ranking(**weights):
    return Ranking(weights, {"attacks/attaquer": (3, 1)}, {"balanced": 0.5}, {"attacks": 0.1}, 0.5, {})


def verdicts(weights, least):
    language = speaking(ATTACK)
    sentence = tree(SENTENCE)
    made = scene(sentence, *MARKS, language=language)
    return decide.decide(made, list(triggers.find(sentence, language)), weights, {"attacks": least})


def test_a_ranking_survives_its_file():
    made = Ranking(
        {"bias": -1.5, "S fit=parse": 0.75}, {"a/b": (3, 1)}, {"balanced": 0.4}, {"a": 0.1}, 0.8, {"articles": 2}
    )
    assert parse(dump(made)) == made
    assert dump(parse(dump(made))) == dump(made)


def test_a_rule_seen_seldom_is_trusted_like_the_others():
    made = Ranking({}, {"sure": (40, 0), "new": (1, 0)}, {}, {}, 0.5, {})
    assert made.reliability("never seen") == 0.5
    assert 0.5 < made.reliability("new") < made.reliability("sure") < 1


def test_the_probability_follows_weights_and_trust():
    made = Ranking({"bias": 0.0, "chosen": 2.0, TRUST: 1.0}, {"good": (40, 0), "bad": (0, 40)}, {}, {}, 0.5, {})
    assert made.probability({"bias": 1.0}, "never seen") == 0.5
    assert made.probability({"chosen": 1.0}, "never seen") == pytest.approx(0.881, abs=0.001)
    assert made.probability({}, "good") > 0.9 > 0.1 > made.probability({}, "bad")


def test_an_unknown_precision_says_what_is_allowed():
    with pytest.raises(DataError, match="'sure' is none of precise, balanced, complete"):
        ranking().bars("sure", [])


def test_relations_that_analysts_act_on_need_more():
    assert ranking().bars("balanced", ["attacks", "visits"]) == {"attacks": 0.6, "visits": 0.5}


def test_the_likeliest_pair_wins_and_its_rival_says_why():
    decisions = verdicts(ranking(chosen=3.0), 0.2)
    taken = [(d.candidate.source.mention.entity, d.candidate.target.mention.entity) for d in decisions if not d.reason]
    assert taken == [("FRA", "RUS")]
    assert any("far better" in d.reason for d in decisions if d.reason)


def test_what_scores_too_low_is_turned_down_with_its_score():
    decisions = verdicts(ranking(bias=-5.0), 0.5)
    assert decisions
    assert all(re.match(r"its score is 0\.\d\d, below 0\.50", d.reason) for d in decisions)


def test_without_weights_the_rules_decide_and_give_no_score():
    [taken] = [d for d in verdicts(None, 0.0) if not d.reason]
    assert taken.candidate.target.mention.entity == "RUS"
    assert taken.score is None


def test_no_feature_holds_a_word_of_the_text():
    language = speaking(ATTACK)
    sentence = tree(SENTENCE)
    made = scene(sentence, *MARKS, language=language)
    [fired] = triggers.find(sentence, language)
    for candidate in candidates.near(made, fired):
        names = " ".join(features(made, candidate, chosen=True, rivals=1, around={}))
        assert not set(re.findall(r"\w+", names)) & {"Paris", "Moscou", "Minsk", "devant", "attaque", "attaquer"}


def test_the_ranking_of_the_package_is_whole():
    made = load()
    assert made is not None
    assert [made.thresholds[p] for p in PRECISION] == sorted(made.thresholds.values(), reverse=True)
    assert made.fitted_on["articles"] > 100
    assert made.weights["chosen"] > 0
