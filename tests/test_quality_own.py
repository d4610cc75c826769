"""Our own annotated articles are sound, and their scorer counts as it says."""

import sys
from collections import Counter
from pathlib import Path

import pytest

from graphbuild import language, segment
from graphbuild.model import Entity, EntityType, Modality, Polarity, Span, Statement

sys.path.insert(0, str(Path(__file__).with_name("quality")))
import own
import scoring
from scoring import Score, Tally

ANNOTATIONS = own.load()
FEWEST = 8
"""Statements that show a phenomenon."""

TEXT = "La Russie a menacé Kiev. Elle y a rencontré M. Ba."
ENTITIES = [
    {"id": "RUS", "type": "country", "names": ["Russie"]},
    {"id": "UKR", "type": "country", "names": ["Ukraine"]},
    {"id": "Kiev", "type": "place", "names": ["Kiev", "Kyiv"]},
    {"id": "Ali Ba", "type": "person", "names": ["Ali Ba", "Ba"], "optional": True},
]


def fact(sentence, source, relation, target, **more):
    given = {"modality": "asserted", "polarity": "positive", "attribution": None, "phenomenon": ["verb"]} | more
    return {"sentence": sentence, "source": source, "relation": relation, "target": target, **given}


def annotation(*facts):
    sentences = [{"id": 1, "start": 0, "end": 24}, {"id": 2, "start": 25, "end": 50}]
    return {"id": "a", "text": TEXT, "sentences": sentences, "entities": ENTITIES, "statements": list(facts)}


def entity(i, kind, *aliases, articles=("a",)):
    return Entity(i, EntityType(kind), i, i, None, aliases, articles)


RUSSIA, UKRAINE, BA = entity("RUS", "country"), entity("UKR", "country", "Kiev"), entity("Ba", "person", "M. Ba")


def said(place, source, relation, target, modality="asserted", polarity="positive", attribution=None):
    return Statement(
        article="a",
        source=source,
        relation=relation,
        target=target,
        modality=Modality(modality),
        polarity=Polarity(polarity),
        attribution=attribution,
        sentence=Span(0, 24),
        trigger=Span(place, place + 4),
        source_mention=None,
        target_mention=None,
        quote="",
        pattern="x",
    )


THREAT = fact(1, "RUS", "threatens", "UKR")
TALK = fact(2, "RUS", "talks_with", "Ali Ba")


# --- the scorer ---


def score(facts, statements, entities=(RUSSIA, UKRAINE, BA)):
    return scoring.score(annotation(*facts), entities, statements)


def test_what_is_right_missed_and_extra():
    result = score([THREAT, TALK], [said(12, "RUS", "threatens", "UKR"), said(12, "RUS", "attacks", "UKR")])
    assert result.levels["statements"] == Tally(1, 1, 1)
    assert result.levels["pairs"] == Tally(1, 0, 1)
    assert result.levels["edges"] == Tally(1, 1, 1)
    assert ("a", "missed", (2, "Ali Ba", "talks_with", "RUS")) in result.mistakes
    assert ("a", "extra", (1, "RUS", "attacks", "UKR")) in result.mistakes


def test_a_symmetric_relation_matches_in_either_direction_and_no_other_does():
    assert score([TALK], [said(35, "Ba", "talks_with", "RUS")]).levels["statements"] == Tally(1, 0, 0)
    assert score([THREAT], [said(12, "UKR", "threatens", "RUS")]).levels["statements"] == Tally(0, 1, 1)
    assert score([THREAT], [said(12, "UKR", "threatens", "RUS")]).levels["pairs"] == Tally(1, 0, 0)


def test_the_trigger_says_in_which_sentence_a_statement_stands():
    result = score([THREAT], [said(35, "RUS", "threatens", "UKR")])
    assert result.levels["statements"] == Tally(0, 1, 1)
    assert result.levels["edges"] == Tally(1, 0, 0)


def test_what_is_optional_is_neither_missed_nor_extra():
    debatable = fact(1, "RUS", "threatens", "UKR", optional=True)
    assert score([debatable], []).levels["statements"] == Tally(0, 0, 0)
    assert score([debatable], [said(12, "RUS", "threatens", "UKR")]).levels["statements"] == Tally(0, 0, 0)


def test_an_alternative_counts_as_the_statement_and_once_only():
    flexible = fact(1, "RUS", "threatens", "UKR", alternatives=["accuses", "opposes"])
    accused, opposed = said(12, "RUS", "accuses", "UKR"), said(12, "RUS", "opposes", "UKR")
    assert score([flexible], [accused]).levels["statements"] == Tally(1, 0, 0)
    assert score([flexible], [accused]).levels["edges"] == Tally(1, 0, 0)
    assert score([flexible], [accused, opposed]).levels["statements"] == Tally(1, 0, 0)
    both = [flexible, fact(1, "RUS", "accuses", "UKR")]
    assert score(both, [accused]).levels["statements"] == Tally(1, 0, 1)


def test_a_statement_twice_in_a_sentence_is_extra():
    assert score([THREAT], [said(12, "RUS", "threatens", "UKR")] * 2).levels["statements"] == Tally(1, 1, 0)


def test_nodes_count_by_article_and_two_for_one_entity_are_extra():
    elsewhere = entity("FRA", "country", articles=("b",))
    twin = entity("Kyiv", "place")
    nodes = score([], [], [RUSSIA, twin, entity("Kiev", "place"), elsewhere, entity("OTAN", "organization")])
    assert nodes.levels["nodes"] == Tally(2, 2, 1)
    assert {m for m in nodes.mistakes if m[2][0] == 0} == {("a", "missed", (0, "UKR")), ("a", "extra", (0, "?OTAN"))}


def test_names_agree_without_case_accents_and_article_but_a_country_is_no_place():
    known = [{"id": "GEO", "type": "country", "names": ["La Géorgie"]}]
    same = [entity("x", "country", "GEORGIE"), entity("y", "place", "Géorgie"), entity("z", "organization", "géorgie")]
    assert scoring.identities(known, same) == {"x": "GEO", "y": "?y", "z": "GEO"}


def test_the_type_decides_between_two_of_a_name():
    town, state = entity("t", "place", "Kiev"), entity("UKR", "country", "Kiev")
    assert scoring.identities(ENTITIES, [town, state]) == {"t": "Kiev", "UKR": "UKR"}


def test_what_a_matched_statement_carries():
    facts = [fact(1, "RUS", "threatens", "UKR", modality="planned", attribution="Ali Ba")]
    right = score(facts, [said(12, "RUS", "threatens", "UKR", "planned", attribution="Ba")])
    wrong = score(facts, [said(12, "RUS", "threatens", "UKR", "asserted", "negative")])
    assert right.carried == {"all": 1, "modality": 1, "polarity": 1, "attribution": 1}
    assert wrong.carried == {"all": 1, "modality": 0, "polarity": 0, "attribution": 0}
    assert own.figures(wrong)["matched modality"] == 0


def test_recall_by_phenomenon_and_precision_by_relation():
    facts = [fact(1, "RUS", "threatens", "UKR", phenomenon=["verb", "negation"]), TALK]
    result = score(facts, [said(12, "RUS", "threatens", "UKR"), said(35, "RUS", "threatens", "UKR")])
    assert result.phenomena == {"verb": {"asked": 2, "found": 1}, "negation": {"asked": 1, "found": 1}}
    assert result.relations["threatens"] == {"asked": 1, "found": 1, "given": 2, "right": 1}
    assert result.relations["talks_with"] == {"asked": 1}


def test_scores_add_up():
    one, two = score([THREAT], [said(12, "RUS", "threatens", "UKR")]), score([THREAT], [])
    both = own.total([one, two])
    assert both.levels["statements"] == Tally(1, 0, 1)
    assert both.levels["statements"].recall == 0.5
    assert both.phenomena["verb"] == {"asked": 2, "found": 1}
    assert own.total([]).levels == Score().levels


def test_figures_of_a_tally():
    tally = Tally(right=6, extra=2, missed=4)
    assert (tally.precision, tally.recall, tally.f1) == (0.75, 0.6, pytest.approx(2 / 3))
    assert Tally().f1 == Tally().precision == Tally().recall == 0


def test_floors_are_written_by_update_and_lowered_only_on_purpose(tmp_path):
    path = tmp_path / "floors.json"

    def settle(value, *options):
        return own.gate.settle(path, {"all": {"nodes f1": value}}, own.gate.parser("").parse_args(options))

    assert settle(0.5, "--update") == 0
    assert settle(0.6) == 0
    assert settle(0.4) == 1
    assert settle(0.4, "--update") == 1
    assert "0.5" in path.read_text(encoding="utf-8")
    assert settle(0.4, "--update", "--allow-lower") == 0
    assert settle(0.4) == 0


# --- the set ---


@pytest.mark.parametrize("article", ANNOTATIONS)
def test_sentences_are_those_of_the_text(article):
    row = ANNOTATIONS[article]
    found = [
        (start + a, start + b)
        for start, end in segment.paragraphs(row["text"])
        for a, b in segment.sentences(row["text"][start:end])
    ]
    assert [(s["start"], s["end"]) for s in row["sentences"]] == found
    assert [s["id"] for s in row["sentences"]] == list(range(1, len(found) + 1))


@pytest.mark.parametrize("article", ANNOTATIONS)
def test_statements_are_sound(article):
    row, relations = ANNOTATIONS[article], language.load().relations
    types = {e["id"]: EntityType(e["type"]) for e in row["entities"]}
    assert len(types) == len(row["entities"])
    words = {s["id"]: row["text"][s["start"] : s["end"]] for s in row["sentences"]}
    for s in row["statements"]:
        assert s["trigger"]
        assert s["trigger"] in words[s["sentence"]]
        assert s["source"] != s["target"]
        assert s["attribution"] is None or s["attribution"] in types
        assert types[s["source"]] in relations[s["relation"]].sources, s
        assert types[s["target"]] in relations[s["relation"]].targets, s
        assert set(s.get("alternatives", ())) <= relations.keys() - {s["relation"]}
        assert s["modality"] in set(Modality)
        assert s["polarity"] in set(Polarity)
        assert s["phenomenon"]
    keys = Counter((s["sentence"], *scoring.triple(s["source"], s["relation"], s["target"])) for s in row["statements"])
    assert max(keys.values()) == 1


def test_the_symmetric_relations_are_those_of_the_inventory():
    assert {r.id for r in language.load().relations.values() if r.symmetric} == scoring.SYMMETRIC


def test_every_phenomenon_has_enough_statements_and_is_explained():
    required = [s for row in ANNOTATIONS.values() for s in row["statements"] if not s.get("optional")]
    counts = Counter(name for s in required for name in s["phenomenon"])
    explained = (own.OWN / "README.md").read_text(encoding="utf-8")
    assert min(counts.values()) >= FEWEST
    assert not [name for name in counts if f"`{name}`" not in explained]


def test_the_samples_of_the_package_are_in_the_set():
    from graphbuild import sources

    for sample in sources.read(Path(own.gb.__file__).with_name("samples")):
        assert ANNOTATIONS[sample.id]["text"] == sample.text
