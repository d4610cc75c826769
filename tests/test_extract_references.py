"""Patterns that need what points back."""

import pytest
from conftest import analysis, mentions, speaking, trees

from graphbuild.extract import facts, references
from graphbuild.language import load
from graphbuild.model import EntityType, Mention

SPEC = "Son/DET/det/2 pays/NOUN/nsubj/4 ,/PUNCT/x/4 membre/NOUN/root/0 de/ADP/case/6 l'/DET/det/7 Otan/PROPN/nmod/4"


@pytest.mark.parametrize(("how", "expected"), [("possessive", [("HUN", "NATO")]), ("pronoun", []), ("name", [])])
def test_a_pattern_meets_a_phrase_that_points_back(how, expected):
    patterns = tuple(p for p in load().patterns if p.relation == "member_of")
    language = speaking(patterns=patterns)
    sentences = trees(SPEC)
    named = mentions(sentences[0], "Otan=NATO")
    before = facts.find(analysis(*sentences), named, language)
    like = Mention(0, 8, "Son pays", "HUN", EntityType.COUNTRY, how)
    after = references.again(analysis(*sentences), [like, *named], before, language)
    made = [(m.source.entity, m.target.entity) for group in after.values() for m in group if m.target]
    assert made == expected
