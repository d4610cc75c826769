"""One table of a data file: what is read from it, and how a mistake in it is told."""

import pytest

from graphbuild.errors import DataError
from graphbuild.table import Table


def table(**data):
    return Table("a.toml", "[x]", data)


def test_mistakes_name_file_and_place():
    assert str(table().mistake("no")) == "a.toml: [x]: no"
    assert str(Table("a.toml", "", {}).mistake("no")) == "a.toml: no"


@pytest.mark.parametrize(
    ("value", "texts", "words"),
    [
        ("un deux", ("un deux",), ("un", "deux")),
        ("\nun\ndeux trois\n", ("un", "deux", "trois"), ("un", "deux", "trois")),
        (["un deux", "trois"], ("un deux", "trois"), ("un deux", "trois")),
        ([], (), ()),
    ],
)
def test_texts_and_words(value, texts, words):
    assert table(k=value).texts("k") == texts
    assert table(k=value).words("k") == words


def test_what_is_missing():
    assert (table().texts("k"), table().words("k"), table().optional("k"), table().flag("k")) == ((), (), None, False)
    assert (table().children("k"), table().rows("k", "x.k")) == ({}, [])
    with pytest.raises(DataError, match=r"a\.toml: \[x\]: 'k' must be a text, not None"):
        table().text("k")


@pytest.mark.parametrize("value", [3, True, ["a", 3], ["a", " "], {"a": "b"}, " "])
def test_what_are_no_texts(value):
    with pytest.raises(DataError, match="'k' must be a text or a list of texts"):
        table(k=value).texts("k")


@pytest.mark.parametrize("value", [3, True, ["a"], {"a": "b"}, "", " \n"])
def test_what_is_no_text(value):
    with pytest.raises(DataError, match="'k' must be a text"):
        table(k=value).optional("k")


@pytest.mark.parametrize("value", [1, "true", [True]])
def test_what_is_no_flag(value):
    with pytest.raises(DataError, match="'k' must be true or false"):
        table(k=value).flag("k")


def test_a_choice_names_what_is_allowed():
    assert table(k="a").choice("k", ("a", "b")) == "a"
    with pytest.raises(DataError, match="'k' is 'c'; allowed are a, b"):
        table(k="c").choice("k", ("a", "b"))


def test_tables_inside_know_their_place():
    file = Table("a.toml", "", {"entity": {"FRA": {"label": "France"}}, "pattern": [{}, {"match": "x"}]})
    assert file.children("entity") == {"FRA": Table("a.toml", "[entity.FRA]", {"label": "France"})}
    assert [row.place for row in file.rows("pattern", "x.pattern")] == ["[[x.pattern]] no 1", "[[x.pattern]] no 2"]
