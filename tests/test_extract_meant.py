"""Patterns that fit and yet say something else."""

import pytest
from conftest import analysis, mentions, tree

from graphbuild.extract import facts, mask, patterns
from graphbuild.extract.ground import Ground


@pytest.fixture
def read(french):
    def pairs(spec, *marks):
        sentence = tree(spec)
        matches = facts.find(analysis(sentence), mentions(sentence, *marks), french)
        return [(m.pattern.relation, m.source.entity) for group in matches.values() for m in group]

    return pairs


OFFICE = (
    "du/ADP/case/{0} dirigeant/NOUN/nmod/2 russe/ADJ/amod/4 ,/PUNCT/punct/7 Paul/PROPN/nsubj/9 Tremblay/PROPN/flat/7"
)
MARKS = ("russe=RUS:adjective", "Paul Tremblay=Paul Tremblay")


@pytest.mark.parametrize(("noun", "expected"), [("sœur", []), ("conseillers", []), ("voiture", ["Paul Tremblay"])])
def test_whose_the_office_is(noun, expected, read):
    spec = f"La/DET/det/2 {noun}/NOUN/nsubj/9 {OFFICE.format(4)} parle/VERB/root/0"
    assert [who for _, who in read(spec, *MARKS)] == expected


@pytest.mark.parametrize(
    ("words", "target", "expected"),
    [
        ("au/ADP/case/5 nord/NOUN/nmod/2 de/ADP/case/7", "Bagdad=Bagdad", []),
        ("dans/ADP/case/5 le/DET/det/5 nord/NOUN/nmod/2 de/ADP/case/7", "Bagdad=Bagdad", ["Kirkouk"]),
        ("au/ADP/case/5 nord/NOUN/nmod/2 de/ADP/case/7", "Irak=IRQ", ["Kirkouk"]),
    ],
)
def test_beside_a_town_is_outside_it(words, target, expected, read):
    name = target.split("=")[0]
    spec = f"à/ADP/case/2 Kirkouk/PROPN/obl/2 ,/PUNCT/punct/2 {words} {name}/PROPN/nmod/2"
    found = read(spec, "Kirkouk=Kirkouk", target)
    assert [who for relation, who in found if relation == "located_in"] == expected


def test_a_list_of_places(read):
    spec = "en/ADP/case/2 Asie/PROPN/obl/2 ,/PUNCT/punct/5 au/ADP/case/5 Japon/PROPN/conj/2"
    assert read(spec, "Asie=Asie", "Japon=JPN") == []


def test_what_is_not_meant_leaves_the_pair_to_other_patterns(french):
    sentence = tree(
        "Le/DET/det/2 porte-parole/NOUN/nsubj/9 du/ADP/case/4 président/NOUN/nmod/2 russe/ADJ/amod/4 ,/PUNCT/punct/7 "
        "Paul/PROPN/appos/2 Tremblay/PROPN/flat/7 ,/PUNCT/punct/2 parle/VERB/root/0"
    )
    found = mentions(sentence, *MARKS)
    by_start = {m.start: m for m in found}
    masked = mask.mask(analysis(sentence).text, found)
    end = sentence.tokens[-1].end
    first, *_ = patterns.find(masked, 0, end, by_start, french)
    second, *_ = patterns.find(masked, 0, end, by_start, french, lambda m: m.pattern != first.pattern)
    roles = [analysis(sentence).text[slice(*m.role)] for m in (first, second)]
    assert roles == ["président", "porte-parole"]


@pytest.mark.parametrize(
    ("opening", "country", "expected"),
    [
        ("Au/ADP/case/2", "Chili=CHL", "CHL"),
        ("Le/DET/det/2", "Chili=CHL", "ITA"),
        ("En/ADP/case/2", "Italie=ITA", "ITA"),
    ],
)
def test_the_country_at_hand(opening, country, expected):
    name = country.split("=")[0]
    sentence = tree(f"{opening} {name}/PROPN/obl/4 on/PRON/nsubj/4 vote/VERB/root/0")
    ground = Ground({}, None, "ITA", mentions(sentence, country))
    assert ground.home_at(analysis(sentence), sentence) == expected
