"""Text files: title, date, id."""

import datetime as dt

import pytest

from graphbuild.sources.text import LONGEST_TITLE, day, read


def one(data, name="article.txt"):
    [article] = read(data if isinstance(data, bytes) else data.encode(), name)
    return article


def test_the_first_line_is_the_title_and_stays_in_the_text():
    article = one("\n  Londres livre des chars  \n\nLe Royaume-Uni livre des chars.\n")
    assert article.title == "Londres livre des chars"
    assert article.text == "\n  Londres livre des chars  \n\nLe Royaume-Uni livre des chars.\n"


def test_the_id_is_the_path_without_suffix_and_the_date_comes_from_the_name():
    article = one("La Russie menace.", "presse/2022-01-17-otan.v2.txt")
    assert article.id == "presse/2022-01-17-otan.v2"
    assert article.date == dt.date(2022, 1, 17)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2022-01-17.txt", dt.date(2022, 1, 17)),
        ("2022-01-17_x.txt", dt.date(2022, 1, 17)),
        ("2022-02-30.txt", None),
        ("2022-01-171.txt", None),
        ("x-2022-01-17.txt", None),
        ("20220117.txt", None),
    ],
)
def test_day(name, expected):
    assert day(name) == expected


def test_mixed_line_ends_and_encodings_end_as_clean_text():
    article = one("Titre\r\nLa Russie\rmenace l\u2019Ukraine".encode("cp1252"))
    assert article.text == "Titre\nLa Russie\nmenace l’Ukraine"
    assert article.title == "Titre"


def test_a_text_of_one_endless_line_has_no_title():
    article = one("La Russie menace l'Ukraine. " * 200_000)
    assert article.title is None
    assert "5,600,000 characters are too many for one article; at most 400,000" in article.failure.message
    assert one("a" * LONGEST_TITLE).title == "a" * LONGEST_TITLE


@pytest.mark.parametrize("text", ["", " \r\n\t\n", "\x0b\u2028"])
def test_no_text_is_a_failure_that_names_the_file(text):
    article = one(text, "vide.txt")
    assert article.id == "vide"
    assert article.failure.stage == "read"
    assert article.failure.message == "vide.txt: there is no text"


def test_another_language_is_a_failure_that_keeps_the_text():
    article = one("The minister said that the army would not leave the country before the end of the year.")
    assert article.failure.message == "article.txt: the text is not French (looks like English)"
    assert article.text.startswith("The minister")
