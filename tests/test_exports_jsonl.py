"""The JSON Lines files: keys, order, offsets and nulls of ``spec/outputs.md``."""

import dataclasses
import json

from graphbuild.exports import jsonl, records
from graphbuild.graph import to_graph

ENTITY = ["id", "type", "label", "label_fr", "aliases", "wikidata", "articles", "mentions"]
STATEMENT = [
    *("id", "article", "source", "relation", "target", "modality", "polarity", "attribution", "role", "former"),
    *("sentence", "trigger", "source_mention", "target_mention", "quote", "date", "score", "pattern"),
]
ARTICLE = ["id", "title", "date", "publisher", "author", "url", "lang", "text", "duplicate_of", "failure"]


def rows(text):
    assert text.endswith("\n")
    assert text.splitlines() == text.split("\n")[:-1]  # no line end that some readers see and others do not
    return [json.loads(line) for line in text.splitlines()]


def test_entities(press_graph, press_build):
    found = rows(jsonl.entities(press_graph))
    assert [list(row) for row in found] == [ENTITY] * len(press_build.entities)
    assert [row["id"] for row in found] == sorted(row["id"] for row in found)
    russia = next(row for row in found if row["id"] == "RUS")
    assert russia["aliases"] == ["Moscou", "la Russie", "le Kremlin"]
    assert russia["wikidata"] == "Q159"
    assert next(row for row in found if row["id"] == "CIV")["wikidata"] is None


def test_statements_are_all_there_in_order_with_their_words(press_graph, press_build):
    found = rows(jsonl.statements(press_graph))
    assert [list(row) for row in found] == [STATEMENT] * len(press_build.statements)
    assert [row["id"] for row in found] == [statement.id for statement in press_build.statements]
    texts = {article.id: article.text for article in press_build.articles}
    for row in found:
        text = texts[row["article"]]
        assert text[row["sentence"]["start"] : row["sentence"]["end"]] == row["quote"]
    invasion = next(row for row in found if row["relation"] == "invades")
    words = texts["article-1"]
    assert words[invasion["trigger"]["start"] : invasion["trigger"]["end"]] == "envahi"
    assert words[invasion["source_mention"]["start"] : invasion["source_mention"]["end"]] == "La Russie"
    assert invasion["date"] == {"start": "2022-02-24", "end": "2022-02-24", "basis": "explicit"}
    assert invasion["score"] == 0.877
    assert invasion["former"] is False
    denied = next(row for row in found if row["polarity"] == "negative")
    assert denied["date"] is denied["score"] is denied["attribution"] is denied["role"] is None


def test_an_implied_mention_is_null(press_build):
    implied = dataclasses.replace(press_build.statements[0], source_mention=None)
    build = dataclasses.replace(press_build, statements=(implied,))
    assert rows(jsonl.statements(to_graph(build)))[0]["source_mention"] is None


def test_statements_that_went_into_one_symmetric_edge_keep_their_ends(press_graph):
    found = [row for row in rows(jsonl.statements(press_graph)) if row["relation"] == "allied_with"]
    assert ("USA", "FRA") in {(row["source"], row["target"]) for row in found}
    assert press_graph.has_edge("FRA", "USA", "allied_with")


def test_both_ways_doubles_no_statement(press_graph):
    assert jsonl.statements(press_graph.both_ways()) == jsonl.statements(press_graph)


def test_articles_come_even_without_statements(press_graph, press_build):
    found = rows(jsonl.articles(press_graph))
    assert [list(row) for row in found] == [ARTICLE] * 5
    assert [row["text"] for row in found] == [article.text for article in press_build.articles]
    assert found[0]["date"] == "2022-02-26"
    assert found[4] | {"text": ""} == {
        **dict.fromkeys(ARTICLE),
        "id": "article-5",
        "title": "L'été de la guerre (bis)",
        "lang": "fr",
        "text": "",
        "duplicate_of": "article-1",
    }


def test_a_part_of_the_graph_has_its_own_entities_and_statements(press_graph):
    part = press_graph.subgraph(["FRA", "NATO"])
    assert [row["id"] for row in rows(jsonl.entities(part))] == ["FRA", "NATO"]
    assert {row["relation"] for row in rows(jsonl.statements(part))} == {"member_of"}


def test_json_text_keeps_what_utf8_and_lines_cannot_hold():
    nasty = "é\ud800\u2028\x85\n"
    text = records.dumps([nasty, float("nan"), {"b", "a"}])
    assert json.loads(text) == [nasty, None, ["a", "b"]]
    assert len(text.splitlines()) == 1
    assert "é" in text.encode("utf-8").decode("utf-8")
