"""Patterns over words and typed mentions."""

import pytest
from conftest import speaking

from graphbuild.errors import DataError
from graphbuild.extract import mask, patterns
from graphbuild.knowledge import Examples, Pattern
from graphbuild.model import EntityType, Mention

C, P, L, ORG = EntityType.COUNTRY, EntityType.PERSON, EntityType.PLACE, EntityType.ORGANIZATION
WHO = {
    "russe": ("RUS", C, "adjective"),
    "Vladimir Poutine": ("Vladimir Poutine", P, "name"),
    "Sergueï Lavrov": ("Sergueï Lavrov", P, "name"),
    "Russie": ("RUS", C, "name"),
    "Mali": ("MLI", C, "name"),
    "Otan": ("NATO", ORG, "acronym"),
    "Gao": ("Gao", L, "name"),
    "Moscou": ("RUS", C, "capital"),
}


def pattern(match, relation="holds_office_in", former=False):
    return Pattern(f"{relation}/p1", relation, match, former, None, Examples(()))


def read(text, *matches):
    mentions = {}
    for form, (entity, kind, how) in WHO.items():
        if (start := text.find(form)) >= 0:
            mentions[start] = Mention(start, start + len(form), form, entity, kind, how)
    masked = mask.mask(text, mentions.values())
    language = speaking(patterns=tuple(pattern(m) for m in matches))
    found = patterns.find(masked, 0, len(text), mentions, language)
    return [
        (f.source.entity, f.target.entity if f.target else None, text[slice(*f.role)] if f.role else None)
        for f in found
    ]


OFFICE = "ROLE [T adjective] [S person]"
APPOSED = "[S person] , (?:DET )?ROLE DE [T country|organization]"


@pytest.mark.parametrize(
    ("text", "match", "expected"),
    [
        ("Le président russe Vladimir Poutine arrive", OFFICE, ("Vladimir Poutine", "RUS", "président")),
        ("L'ancien ministre russe Sergueï Lavrov", OFFICE, ("Sergueï Lavrov", "RUS", "ancien ministre")),
        ("Sergueï Lavrov, ministre de la Russie", APPOSED, ("Sergueï Lavrov", "RUS", "ministre")),
        ("Sergueï Lavrov, le ministre de la Russie", APPOSED, ("Sergueï Lavrov", "RUS", "ministre")),
        ("Sergueï Lavrov , ambassadeur au Mali", APPOSED, ("Sergueï Lavrov", "MLI", "ambassadeur")),
        (
            "Sergueï Lavrov, ministre des Affaires étrangères du Mali",
            APPOSED,
            ("Sergueï Lavrov", "MLI", "ministre des Affaires étrangères"),
        ),
        ("Sergueï Lavrov, secrétaire général de l'Otan", APPOSED, ("Sergueï Lavrov", "NATO", "secrétaire général")),
        ("Le président Vladimir Poutine", "ROLE [S person]", ("Vladimir Poutine", None, "président")),
        ("Gao, au Mali", "[S place],? (?:en|au) [T country]", ("Gao", "MLI", None)),
        (
            "le ministre de Moscou, Sergueï Lavrov",
            "ROLE DE [T country] , [S person]",
            ("Sergueï Lavrov", "RUS", "ministre"),
        ),
    ],
)
def test_patterns(text, match, expected):
    assert read(text, match) == [expected]


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("Le président russe, lui, a vu Vladimir Poutine", OFFICE),
        ("Le boulanger russe Vladimir Poutine", OFFICE),
        ("Le vice-présidentiel russe Vladimir Poutine", OFFICE),
        ("Sergueï Lavrov, ministre de la Russie", "[S place] , (?:DET )?ROLE DE [T country]"),
        ("Sergueï Lavrov, ministre contre la Russie", APPOSED),
    ],
)
def test_what_does_not_fit(text, match):
    assert read(text, match) == []


def test_the_earlier_pattern_of_the_data_wins():
    text = "Le président russe Vladimir Poutine"
    language = speaking(patterns=(pattern(OFFICE), pattern("président [T adjective] [S person]")))
    mentions = {
        13: Mention(13, 18, "russe", "RUS", C, "adjective"),
        19: Mention(19, 35, "x", "Vladimir Poutine", P, "name"),
    }
    found = list(patterns.find(mask.mask(text, mentions.values()), 0, len(text), mentions, language))
    assert [f.role is not None for f in found] == [True]


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("Le président russe Vladimir Poutine", False),
        ("L'ancien président russe Vladimir Poutine", True),
        ("L'ex-président russe Vladimir Poutine", True),
        ("Le futur président russe Vladimir Poutine", False),
        ("Ancien espion, le président russe Vladimir Poutine", False),
    ],
)
def test_former_offices(text, former):
    a, b = text.index("russe"), text.index("Vladimir")
    mentions = {a: Mention(a, a + 5, "russe", "RUS", C, "adjective"), b: Mention(b, b + 16, "x", "VP", P, "name")}
    (found,) = patterns.find(
        mask.mask(text, mentions.values()), 0, len(text), mentions, speaking(patterns=(pattern(OFFICE),))
    )
    assert found.former is former


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le président russe a parlé", ("président", "RUS")),
        ("au chef de la diplomatie de la Russie", ("chef de la diplomatie", "RUS")),
        ("La ministre a parlé", ("ministre", None)),
        ("Le ministre russe de la Défense a parlé", ("ministre", "RUS")),
        ("le député Otan a parlé", ("député", "NATO")),
    ],
)
def test_offices_without_a_name(text, expected):
    mentions = {}
    for form in ("russe", "Russie", "Otan"):
        if (start := text.find(form)) >= 0:
            entity, kind, how = WHO[form]
            mentions[start] = Mention(start, start + len(form), form, entity, kind, how)
    found = patterns.bare_offices(mask.mask(text, mentions.values()), 0, len(text), mentions, speaking())
    assert [(o.role, o.target) for o in found] == [expected]


def test_an_office_with_a_name_is_not_bare():
    text = "Le président Vladimir Poutine"
    mentions = {13: Mention(13, 29, "Vladimir Poutine", "Vladimir Poutine", P, "name")}
    assert list(patterns.bare_offices(mask.mask(text, mentions.values()), 0, len(text), mentions, speaking())) == []


def test_several_holders_share_the_words_of_an_office():
    text = "Les premiers ministres malien Ali Ba et russe Sergueï Lavrov"
    listed = Pattern(
        "holds_office_in/p1", "holds_office_in", "et [T adjective] [S person]", False, "ROLES", Examples(())
    )
    mentions = {
        text.index("russe"): Mention(text.index("russe"), text.index("russe") + 5, "russe", "RUS", C, "adjective"),
        text.index("Serg"): Mention(text.index("Serg"), len(text), "Sergueï Lavrov", "Sergueï Lavrov", P, "name"),
    }
    masked = mask.mask(text, mentions.values())
    (found,) = patterns.find(masked, 0, len(text), mentions, speaking(patterns=(listed,)))
    assert (found.source.entity, found.target.entity, text[slice(*found.role)]) == (
        "Sergueï Lavrov",
        "RUS",
        "premiers ministres",
    )
    assert list(patterns.find(masked, 22, len(text), mentions, speaking(patterns=(listed,)))) == []


def test_a_kind_of_mention_that_does_not_exist():
    with pytest.raises(
        DataError, match=r"holds_office_in/p1: no kind of mention 'king' .* allowed: country, adjective"
    ):
        patterns.compile_pattern(pattern("[S king]"), "[S king]", {})


def test_a_regular_expression_that_is_none():
    with pytest.raises(DataError, match=r"holds_office_in/p1: '\(' is no valid pattern"):
        patterns.compile_pattern(pattern("("), "(", {})


def test_all_patterns_of_the_data_compile(french):
    assert len(patterns.compiled(french)) == len(french.patterns)


def test_the_mask_keeps_every_offset():
    text = "À Kiev, le président russe"
    mention = Mention(2, 6, "Kiev", "Kiev", L, "name")
    masked = mask.mask(text, [mention])
    assert len(masked) == len(text)
    assert masked[:2] + "Kiev" + masked[6:] == text
    assert "Kiev" not in masked


@pytest.mark.parametrize(
    ("how", "kind", "expected"),
    [("adjective", C, "adjective"), ("prefix", C, "adjective"), ("capital", C, "capital"), ("name", P, "person")],
)
def test_kinds_of_mentions(how, kind, expected):
    assert mask.kind(Mention(0, 1, "x", "X", kind, how)) == expected
