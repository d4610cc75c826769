"""``read``: paths, folders, texts and articles, with everything that can be wrong with them."""

import datetime as dt
import os
import random
from pathlib import Path

import pytest

from graphbuild.errors import SourceError, UnknownFormat
from graphbuild.model import Article, Failure
from graphbuild.sources import READERS, read

TEXT = "La Russie a envahi l'Ukraine."


@pytest.fixture
def folder(tmp_path):
    """A folder with good files and one of each bad kind."""
    files = {
        "2022-02-24-kiev.txt": "Kiev attaquée\n\nLa Russie a envahi l'Ukraine.".encode("cp1252"),
        "presse/minsk.TXT": "Minsk\n\nLe Bélarus soutient Moscou.".encode("utf-16"),
        "presse/deux.jsonl": b'{"id": "un", "text": "Kiev r\xc3\xa9siste."}\noops\n{"title": "sans texte"}\n',
        "vide.txt": b"",
        "image.txt": b"\x89PNG\r\n\x1a\n\x00\x00",
        "anglais.txt": b"The minister said that the army would not leave the country before the end of the year.",
        "photo.jpeg": b"\xff\xd8",
        "LISEZMOI": b"Rien",
        ".cache/x.txt": b"Rien",
        ".DS_Store": b"\x00",
        "Thumbs.db": b"\x00",
        "__MACOSX/x.txt": b"Rien",
    }
    for name, data in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    return tmp_path


def test_a_folder_with_good_and_bad_files(folder):
    found = {article.id: article for article in read(folder)}
    assert {name for name, article in found.items() if not article.failure} == {"2022-02-24-kiev", "presse/minsk", "un"}
    kiev = found["2022-02-24-kiev"]
    assert (kiev.title, kiev.date) == ("Kiev attaquée", dt.date(2022, 2, 24))
    assert {name: article.failure.message for name, article in found.items() if article.failure} == {
        "LISEZMOI": "LISEZMOI: unknown suffix ''; use one of .jsonl, .ndjson, .txt",
        "anglais": "anglais.txt: the text is not French (looks like English)",
        "image.txt": "image.txt: not a text file",
        "photo.jpeg": "photo.jpeg: unknown suffix '.jpeg'; use one of .jsonl, .ndjson, .txt",
        "presse/deux.jsonl:2": "presse/deux.jsonl:2: not JSON: Expecting value (column 1)",
        "presse/deux.jsonl:3": "presse/deux.jsonl:3: there is no text",
        "vide": "vide.txt: there is no text",
    }
    assert list(found) == sorted(found)


def test_str_and_path_and_a_list_of_paths_are_the_same(folder):
    assert read(str(folder)) == read(folder) == read([folder])


def test_the_order_of_inputs_changes_nothing(folder, tmp_path):
    other = tmp_path / "autre"
    other.mkdir()
    (other / "vide.txt").write_text(TEXT, encoding="utf-8")
    inputs = [folder / "vide.txt", other, folder / "presse", TEXT, Article(TEXT, id="vide"), Article(TEXT, id="x")]
    expected = read(inputs)
    assert len({article.id for article in expected}) == len(expected)
    for seed in range(5):
        random.Random(seed).shuffle(inputs)
        assert read(inputs) == expected


def test_texts_and_articles_in_memory():
    articles = read(
        [TEXT, "Kiev re\u0301siste.\r\n", Article("Minsk", id=" a\n", date=dt.datetime(2022, 1, 2, 3, tzinfo=dt.UTC))]
    )
    assert [article.text for article in articles if article.id == "a"] == ["Minsk"]
    assert {article.text for article in articles} == {TEXT, "Kiev résiste.\n", "Minsk"}
    assert next(article for article in articles if article.id == "a").date == dt.date(2022, 1, 2)


def test_reading_again_what_was_read_changes_nothing(folder):
    articles = read(folder)
    assert read(articles) == articles


def test_a_failure_is_kept():
    failed = Article(TEXT, id="a", failure=Failure("annotate", "too long"))
    assert read([failed]) == [failed]


@pytest.mark.parametrize(
    ("item", "message"),
    [
        ("", "there is no text"),
        (" \n", "there is no text"),
        (None, "item 2: expected a text, a Path or an Article, not None"),
        (3.5, "item 2: expected a text, a Path or an Article, not 3.5"),
        (b"Kiev", "item 2: expected a text, a Path or an Article, not b'Kiev'"),
        (Article(None), "there is no text"),
        (Article(TEXT, title=["x"]), "'title' must be a string, not ['x']"),
        (Article(TEXT, date="2022-01-17"), "'date' must be a day such as 2022-01-17, not '2022-01-17'"),
        ("قال رئيس الوزراء", "the text is not French (its letters are Arabic)"),
    ],
)
def test_a_bad_item_in_memory_does_not_stop_the_rest(item, message):
    articles = read([TEXT, item])
    assert [article.failure.message for article in articles if article.failure] == [message]
    assert [article.text for article in articles if not article.failure] == [TEXT]


def test_one_article_and_a_generator_are_sources():
    assert [article.text for article in read(Article(TEXT))] == [TEXT]
    assert len(read(text for text in (TEXT, "Kiev"))) == 2


@pytest.mark.parametrize("source", [None, 3, b"Kiev", {"text": TEXT}])
def test_what_is_no_source_is_refused(source):
    with pytest.raises(SourceError, match=f"cannot read articles from {type(source).__name__}"):
        read(source)


@pytest.mark.parametrize("path", ["nulle-part", "nulle-part/x.txt", "x" * 5000, "a\0b"])
def test_a_missing_path_is_named(tmp_path, path):
    with pytest.raises(SourceError, match="no such file or folder: .*" + path[:10].replace("\0", ".")):
        read(tmp_path / path)
    with pytest.raises(SourceError):
        read([TEXT, Path(path)])


def test_a_text_given_as_a_path_gets_a_hint():
    with pytest.raises(SourceError, match="for a text, give a list of texts"):
        read(TEXT)


@pytest.mark.parametrize("name", ["article.docx", "article"])
def test_a_named_file_with_an_unknown_suffix_is_refused(tmp_path, name):
    (tmp_path / name).write_text(TEXT, encoding="utf-8")
    with pytest.raises(UnknownFormat, match=rf"{name}.*\.jsonl, \.ndjson, \.txt"):
        read(tmp_path / name)


def test_an_empty_folder_has_no_articles(tmp_path):
    assert read(tmp_path) == []


def test_what_cannot_be_opened_is_a_failure(tmp_path):
    (tmp_path / "bon.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "lien.txt").symlink_to(tmp_path / "nulle-part")
    os.mkfifo(tmp_path / "tube.txt")
    found = {article.id: article.failure for article in read(tmp_path)}
    assert found["bon"] is None
    assert found["lien.txt"].message.startswith("lien.txt: cannot be opened")
    assert found["tube.txt"].message.startswith("tube.txt: cannot be opened")


def test_an_unreadable_file_or_folder_is_a_failure(tmp_path, monkeypatch):
    (tmp_path / "bon.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "clos.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "dossier").mkdir()
    read_bytes, scandir = Path.read_bytes, os.scandir

    def refuse(path):
        if path.stem == "clos":
            raise PermissionError(13, "Permission denied", str(path))
        return read_bytes(path)

    def refuse_folder(path):
        if Path(path).name == "dossier":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    monkeypatch.setattr(os, "scandir", refuse_folder)
    found = {article.id: article.failure and article.failure.message for article in read(tmp_path)}
    assert found == {
        "bon": None,
        "clos.txt": "clos.txt: cannot be opened: Permission denied",
        "dossier": "dossier: cannot be opened: Permission denied",
    }


@pytest.mark.parametrize("suffix", READERS)
def test_every_reader_gives_failures_for_empty_and_binary_files(tmp_path, suffix):
    (tmp_path / f"binaire{suffix}").write_bytes(os.urandom(500) + b"\0")
    (tmp_path / f"bon{suffix}").write_text('{"text": "La Russie a envahi l\'Ukraine."}', encoding="utf-8")
    [bad] = [article for article in read(tmp_path) if article.failure]
    assert bad.failure.message == f"binaire{suffix}: not a text file"
