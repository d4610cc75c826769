"""JSON Lines: good records, and bad ones that name file and line."""

import datetime as dt
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.sources.jsonl import read

TEXT = "La Russie a envahi l'Ukraine."


def articles(*records):
    lines = [record if isinstance(record, str) else json.dumps(record) for record in records]
    return list(read("\n".join(lines).encode("utf-8", "surrogatepass"), "presse.jsonl"))


def failure(record):
    [article] = articles(record)
    return article.failure.message


def test_a_whole_record():
    record = {
        "id": "a1",
        "title": "Un titre",
        "date": "2022-02-24",
        "publisher": "Une agence",
        "author": "Une autrice",
        "url": "https://example.org/a1",
        "lang": "fr",
        "text": TEXT,
        "duplicate_of": "a0",
        "failure": None,
        "other": [1],
    }
    [article] = articles(record)
    assert {name: getattr(article, name) for name in record if name not in {"other", "date", "duplicate_of"}} == {
        name: value for name, value in record.items() if name not in {"other", "date", "duplicate_of"}
    }
    assert article.date == dt.date(2022, 2, 24)
    assert article.duplicate_of is None, "found anew in each build"


def test_only_text_is_needed_and_the_title_is_not_added_to_it():
    [bare, titled] = articles({"text": TEXT}, {"text": TEXT, "title": "Un titre", "date": "", "author": None})
    assert (bare.text, bare.title, bare.date) == (TEXT, None, None)
    assert (titled.text, titled.title, titled.date) == (TEXT, "Un titre", None)


def test_blank_lines_and_windows_line_ends_are_nothing():
    assert [a.text for a in read(b'\r\n{"text": "Kiev"}\r\n\r\n  \n{"text": "Moscou"}', "x.jsonl")] == [
        "Kiev",
        "Moscou",
    ]


def test_a_line_separator_inside_a_string_is_not_the_end_of_a_line():
    [article] = read('{"text": "Kiev\u2028Moscou\x85"}'.encode(), "x.jsonl")
    assert article.failure is None
    assert article.text == "Kiev\nMoscou…"


def test_a_moment_counts_as_its_day_and_a_number_as_an_id():
    [article] = articles({"text": TEXT, "date": "2022-02-24T04:50:00+03:00", "id": 7})
    assert (article.date, article.id) == (dt.date(2022, 2, 24), "7")


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ('{"text": "Kiev"', "not JSON: Expecting ',' delimiter (column 16)"),
        ("Kiev", "not JSON: Expecting value (column 1)"),
        ('{"id": ' + "9" * 5000 + "}", "not JSON: Exceeds the limit"),
        ("[" * 100_000, "not JSON: maximum recursion depth"),
        ("[]", "not an article: expected a JSON object with a 'text'"),
        ("null", "not an article: expected a JSON object with a 'text'"),
        ({}, "there is no text"),
        ({"text": None}, "there is no text"),
        ({"text": " "}, "there is no text"),
        ({"text": 3}, "'text' must be a string, not 3"),
        ({"text": [TEXT]}, "'text' must be a string, not ["),
        ({"text": TEXT, "title": 3}, "'title' must be a string, not 3"),
        ({"text": TEXT, "id": ["a"]}, "'id' must be a string, not ['a']"),
        ({"text": TEXT, "date": 2022}, "'date' must be a day such as 2022-01-17, not 2022"),
    ],
)
def test_a_bad_line_is_a_failure_that_names_file_and_line(record, message):
    assert failure(record).startswith(f"presse.jsonl:1: {message}")


def test_a_bad_line_does_not_stop_the_others():
    [first, second, third] = articles({"text": TEXT, "id": "a"}, "{", {"text": TEXT, "id": "b"})
    assert (first.failure, third.failure) == (None, None)
    assert (second.id, second.failure.stage) == ("presse.jsonl:2", "read")


def test_lone_surrogates_and_other_dirt_are_cleaned():
    [article] = articles('{"text": "Kiev \\ud83d\\u0000 e\\u0301", "id": "a\\ud800\\n"}')
    assert (article.text, article.id) == ("Kiev \ufffd é", "a\ufffd")


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(), lambda v: st.lists(v, max_size=3), max_leaves=4
)
RECORDS = st.dictionaries(st.sampled_from(["id", "text", "title", "date", "publisher", "url", "lang"]), VALUES)


@settings(deadline=None)
@given(st.binary() | st.lists(RECORDS.map(json.dumps)).map(lambda lines: "\n".join(lines).encode()))
def test_no_bytes_make_it_raise_and_nothing_is_lost(data):
    found = list(read(data, "x.jsonl"))
    if data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        assert len(found) <= data.count(b"\n") + 1
    for article in found:
        assert article.failure or article.text.strip()
        json.dumps([article.text, article.id, article.title], ensure_ascii=False).encode()


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("17/01/2022", dt.date(2022, 1, 17)),
        ("lundi 17 janvier 2022", dt.date(2022, 1, 17)),
        ("2022-01-17T08:30:00+01:00", dt.date(2022, 1, 17)),
        ("2022", None),
        ("bientôt", None),
    ],
)
def test_a_day_in_words_is_read_and_a_vague_one_never_costs_the_article(date, day):
    [article] = articles({"text": TEXT, "date": date})
    assert article.failure is None
    assert article.date == day
