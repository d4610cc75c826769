"""A language as data: the only module that reads TOML."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from importlib import resources
from pathlib import Path
from typing import Any

from graphbuild import gazetteer, rules
from graphbuild.errors import DataError
from graphbuild.knowledge import SLOTS, Known, Language, Tenure, Trigger
from graphbuild.model import EntityType
from graphbuild.morphology import Conjugation, Form, conjugate
from graphbuild.table import Table

FILES = tuple(
    f"{name}.toml" for name in ("gazetteer/*", "relations/*", "lexicon", "fragments", "verbs", "first_names", "offices")
)
"""What a folder of data may hold."""
VERBS = "verbs_"
"""Word classes whose names begin with this hold infinitives."""


File = tuple[str, str, bytes]
"""A file: its path inside its folder, the name that messages give it, what stands in it."""


def load(extend: Path | None = None) -> Language:
    """The French of the package, with the files of a folder of the same shape added; made anew where a file differs.

    ``extend`` may hold ``gazetteer/*.toml``, ``relations/*.toml`` and ``lexicon.toml``. Raises DataError.
    """
    roots: list[Any] = [resources.files("graphbuild") / "lang" / "fr"]
    if extend is not None:
        if not extend.is_dir():
            raise DataError(f"{extend}: not a folder; give one with gazetteer/*.toml, relations/*.toml or lexicon.toml")
        roots.append(extend)
    return _language(tuple(file for root in roots for file in _files(root)))


@cache
def _language(files: tuple[File, ...]) -> Language:
    tables = _tables(files)
    classes = [conjugation(row) for file in tables["verbs"] for row in file.rows("class", "class")]
    entities, names = gazetteer.read(tables["gazetteer"])
    words = _words(tables["lexicon"], classes)
    relations, triggers, patterns = rules.read(tables["relations"], words, classes)
    words["prepositions"] |= {s for t in triggers for s in (*t.source, *t.target, *t.together)} - SLOTS
    return Language(
        entities=entities,
        names=names,
        relations=relations,
        triggers=triggers,
        patterns=patterns,
        words=words,
        fragments=_fragments(tables["fragments"]),
        forms=_forms({*_verbs(triggers, words)}, classes),
        first_names=frozenset(word for file in tables["first_names"] for word in file.words("first_names")),
        digest=_digest(files),
        held={person: tenures for file in tables["offices"] for person, tenures in _held(file, entities)},
    )


# --- files ---


def _files(root: Any) -> Iterator[File]:
    """The TOML files of a folder, as bytes; refuses those that have no place in it."""
    found = list(_toml_files(root))
    if not found:
        raise DataError(f"{root}: no .toml file in it, nor in gazetteer/ or relations/ below it")
    for path, file in found:
        folder, _, name = path.rpartition("/")
        if (f"{folder}/*.toml" if folder else name) not in FILES:
            raise DataError(f"{file}: this file would not be read; allowed are {', '.join(FILES)}")
        yield path, str(file), _bytes(file)


def _tables(files: Iterable[File]) -> dict[str, list[Table]]:
    """The parsed files, by what they hold."""
    tables: dict[str, list[Table]] = defaultdict(list)
    for path, file, raw in files:
        tables[path.partition("/")[0].removesuffix(".toml")].append(_parse(file, raw))
    return tables


def _digest(files: Iterable[File]) -> str:
    """A hash of all files; where they lie does not count."""
    digest = blake2b(digest_size=16)
    for path, _, raw in files:
        digest.update(path.rpartition("/")[2].encode() + b"\0" + raw + b"\0")
    return digest.hexdigest()


def _toml_files(root: Any, folder: str = "") -> Iterator[tuple[str, Any]]:
    """(path inside the root, file), in the order of names, whatever the file system says; hidden ones are left out."""
    for entry in sorted(root.iterdir(), key=lambda e: str(e.name)):
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _toml_files(entry, f"{folder}{entry.name}/")
        elif entry.name.endswith(".toml"):
            yield folder + entry.name, entry


def _bytes(file: Any) -> bytes:
    try:
        return bytes(file.read_bytes())
    except OSError as error:
        raise DataError(f"{file}: cannot be read: {error.strerror}") from error


def _parse(file: str, raw: bytes) -> Table:
    try:
        return Table(file, "", tomllib.loads(raw.decode("utf-8")))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"{file}: not valid TOML: {error}") from error


# --- offices ---


def _held(file: Table, entities: Mapping[str, Known]) -> Iterator[tuple[str, tuple[Tenure, ...]]]:
    """(person, offices with their years): « "2012-2017 président" »."""
    file.only(("held",))
    held = file.child("[held]", file.data.get("held", {}))
    for person in held.data:
        if person not in entities or entities[person].type is not EntityType.PERSON:
            raise held.mistake(f"no person {person!r} in the gazetteer")
        yield person, tuple(_tenure(text, held) for text in held.texts(person))


def _tenure(text: str, table: Table) -> Tenure:
    found = re.fullmatch(r"(\d{4})-(\d{4})? (\S.*)", text)
    if found is None:
        raise table.mistake(f"{text!r} is no office with its years, such as '2012-2017 président'")
    return Tenure(found[3], int(found[1]), int(found[2]) if found[2] else None)


# --- words ---


def _words(files: Iterable[Table], classes: Sequence[Conjugation]) -> dict[str, frozenset[str]]:
    """The classes of the lexicon; several files may add words to a class."""
    words: dict[str, set[str]] = defaultdict(set)
    for file in files:
        for name in file.data:
            found = file.words(name)
            for word in found if name.startswith(VERBS) else ():
                if not rules.is_verb(word.split(" ")[0], classes):
                    raise file.mistake(f"{name!r} has {word!r}, no infinitive that verbs.toml can conjugate")
            words[name].update(found)
    return {name: frozenset(group) for name, group in words.items()}


def _fragments(files: Iterable[Table]) -> dict[str, str]:
    """The named pieces of patterns, each with those above it filled in; several files may add some."""
    found: dict[str, str] = {}
    for file in files:
        for name in file.data:
            if not re.fullmatch("[A-Z]+ ?", name):
                raise file.mistake(
                    f"fragment {name!r}: its name must be capital letters, with one blank after them or none"
                )
            if name in found:
                raise file.mistake(f"fragment {name!r} is already there")
            found[name] = rules.fill_in(file.text(name), found)
    return found


def conjugation(row: Table) -> Conjugation:
    """A class of verbs, from its table."""
    row.only(("ending", "present", "imperfect", "future", "past", "participle", "gerund"))

    def endings(key: str) -> tuple[str, ...]:
        return tuple("" if e == "_" else e for e in row.words(key)) or ("",)

    return Conjugation(
        ending=row.text("ending"),
        present=endings("present"),
        imperfect=endings("imperfect"),
        future=endings("future"),
        past=endings("past"),
        participle=row.text("participle"),
        gerund=row.optional("gerund") or "",
    )


def _verbs(triggers: Iterable[Trigger], words: dict[str, frozenset[str]]) -> Iterator[str]:
    """The infinitives that the data names."""
    for trigger in triggers:
        yield from map(rules.infinitive, trigger.verbs)
    for name, group in words.items():
        if name.startswith(VERBS):
            yield from (verb.split(" ")[0] for verb in group)


def _forms(verbs: Iterable[str], classes: list[Conjugation]) -> dict[str, tuple[Form, ...]]:
    forms: dict[str, set[Form]] = defaultdict(set)
    for verb in sorted(verbs):
        for form, tenses in conjugate(verb, classes).items():
            forms[form].update(Form(verb, tense) for tense in tenses)
    return {form: tuple(sorted(found, key=lambda r: (r.lemma, r.tense))) for form, found in forms.items()}
