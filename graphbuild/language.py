"""A language as data: the only module that reads TOML, and the one voice in which data mistakes are reported."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib import resources
from pathlib import Path
from typing import Any

from graphbuild.errors import DataError
from graphbuild.knowledge import SLOTS, Examples, Known, Language, Name, NameKind, Pattern, Trigger
from graphbuild.model import EntityType, Relation
from graphbuild.morphology import Conjugation, Form, conjugate, fold, inflect, plural

_RELATION_KEYS = {
    "label",
    "label_fr",
    "quad",
    "source",
    "target",
    "symmetric",
    "plover",
    "wikidata",
    "trigger",
    "pattern",
}
_TRIGGER_KEYS = {
    "verb", "noun", "adjective", "phrase", "source", "target", "together", "needs", "bars", "denies", "modality",
    "yes", "no", "todo",
}  # fmt: skip
_PATTERN_KEYS = {"match", "former", "yes", "no", "todo"}
_ENTITY_KEYS = {
    "label", "label_fr", "wikidata", "kind", "names", "acronyms", "adjectives", "prefix", "seats", "forces", "short",
    "surname", "capital_of", "in", "type",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Table:
    """A TOML file and where it came from, for messages."""

    file: str
    data: dict[str, Any]


@cache
def load(extend: Path | None = None) -> Language:
    """The French of the package, with the files of a folder of the same shape added.

    ``extend`` may hold ``gazetteer/*.toml``, ``relations/*.toml`` and ``lexicon.toml``. Raises DataError.
    """
    digest = blake2b(digest_size=16)
    tables: dict[str, list[_Table]] = defaultdict(list)
    roots: list[Any] = [resources.files("graphbuild") / "lang" / "fr"]
    if extend is not None:
        if not extend.is_dir():
            raise DataError(f"{extend}: not a folder; give one with gazetteer/*.toml, relations/*.toml or lexicon.toml")
        roots.append(extend)
    for root in roots:
        found = list(_toml_files(root))
        if not found:
            raise DataError(f"{root}: no .toml file in it, nor in gazetteer/ or relations/ below it")
        for folder, file in found:
            raw = file.read_bytes()
            digest.update(file.name.encode() + b"\0" + raw + b"\0")
            tables[folder or file.name.removesuffix(".toml")].append(_parse(file, raw))
    entities, names = _gazetteer(tables["gazetteer"])
    words = _words(tables["lexicon"])
    relations, triggers, patterns = _relations(tables["relations"], words)
    slots = {slot for t in triggers for slot in (*t.source, *t.target, *t.together)} - SLOTS
    words["prepositions"] |= slots
    classes = [_conjugation(row) for table in tables["verbs"] for row in table.data["class"]]
    verbs = {v.removeprefix("se ").removeprefix("s'").split(" ")[0] for t in triggers for v in t.verbs}
    verbs |= {verb.split(" ")[0] for name, group in words.items() if name.startswith("verbs_") for verb in group}
    return Language(
        entities=entities,
        names=names,
        relations=relations,
        triggers=triggers,
        patterns=patterns,
        words=words,
        forms=_forms(verbs, classes),
        first_names=frozenset(w for table in tables["first_names"] for w in table.data["first_names"].split()),
        digest=digest.hexdigest(),
    )


def _toml_files(root: Any) -> Iterator[tuple[str, Any]]:
    """(folder, file), in the order of names, whatever the file system says."""
    for entry in sorted(root.iterdir(), key=lambda e: e.name):
        if entry.is_dir() and entry.name in ("gazetteer", "relations"):
            yield from (
                (entry.name, f) for f in sorted(entry.iterdir(), key=lambda e: e.name) if f.name.endswith(".toml")
            )
        elif entry.name.endswith(".toml"):
            yield "", entry


def _parse(file: Any, raw: bytes) -> _Table:
    try:
        return _Table(str(file), tomllib.loads(raw.decode("utf-8")))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"{file}: not valid TOML: {error}") from error


def _check_keys(where: str, row: Mapping[str, Any], allowed: set[str]) -> None:
    if not isinstance(row, dict):
        raise DataError(f"{where}: a table is expected here, with keys out of {', '.join(sorted(allowed))}")
    if unknown := sorted(set(row) - allowed):
        raise DataError(f"{where}: unknown key {unknown[0]!r}; allowed are {', '.join(sorted(allowed))}")


def _strings(where: str, row: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = row.get(key, [])
    if isinstance(value, str):
        value = value.split() if "\n" in value else [value]
    if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
        raise DataError(f"{where}: {key!r} must be a text or a list of texts, not {value!r}")
    return tuple(value)


# --- gazetteer ---


def _gazetteer(tables: Iterable[_Table]) -> tuple[dict[str, Known], dict[str, tuple[Name, ...]]]:
    entities: dict[str, Known] = {}
    names: dict[tuple[str, bool], Name] = {}
    for table in tables:
        if unknown := sorted(set(table.data) - {"type", "entity"}):
            raise DataError(f"{table.file}: unknown key {unknown[0]!r}; allowed are type, entity")
        for entity_id, row in table.data.get("entity", {}).items():
            where = f"{table.file}: [entity.{entity_id}]"
            _check_keys(where, row, _ENTITY_KEYS)
            if entity_id in entities:
                raise DataError(f"{where}: this id is already taken by {entities[entity_id].label}")
            entities[entity_id] = known = _known(where, entity_id, row, table.data.get("type"))
            for name in _names(where, known, row):
                key = (fold(name.text).replace("-", " "), name.text[0].isupper())
                other = names.setdefault(key, name)
                if other.entity != entity_id and NameKind.SHORT not in (other.kind, name.kind):
                    raise DataError(
                        f"{where}: {name.text!r} already belongs to {other.entity}; a name means one entity"
                    )
    for known in entities.values():
        for country in filter(None, (known.capital_of, known.within)):
            if country not in entities:
                raise DataError(f"[entity.{known.id}]: no entity {country!r} in the gazetteer")
    by_word: dict[str, list[Name]] = defaultdict(list)
    for name in names.values():
        by_word[first_word(name.text)].append(name)
    return entities, {w: tuple(sorted(group, key=lambda n: (-len(n.text), n.text))) for w, group in by_word.items()}


def first_word(text: str) -> str:
    """The folded first word of a name: letters and digits only."""
    return fold(re.split(r"[^\w]", text, maxsplit=1)[0])


def _known(where: str, entity_id: str, row: Mapping[str, Any], default: str | None) -> Known:
    kind = row.get("type", default)
    if kind not in set(EntityType):
        raise DataError(
            f"{where}: type {kind!r} is none of {', '.join(EntityType)} (set it here or at the top of the file)"
        )
    label = row.get("label", entity_id)
    return Known(
        id=entity_id,
        type=EntityType(kind),
        label=label,
        label_fr=row.get("label_fr", label),
        wikidata=row.get("wikidata"),
        kind=row.get("kind"),
        capital_of=row.get("capital_of"),
        within=row.get("in"),
    )


def _names(where: str, known: Known, row: Mapping[str, Any]) -> Iterator[Name]:
    def make(kind: NameKind, texts: Iterable[str]) -> Iterator[Name]:
        return (Name(known.id, kind, text) for text in texts)

    yield from make(NameKind.NAME, _strings(where, row, "names") or (known.label_fr,))
    yield from make(NameKind.ACRONYM, _strings(where, row, "acronyms"))
    for adjective in _strings(where, row, "adjectives"):
        forms = inflect(adjective)
        yield from make(NameKind.ADJECTIVE, forms)
        yield from make(NameKind.PEOPLE, ("-".join(p[:1].upper() + p[1:] for p in f.split("-")) for f in forms))
        yield from make(NameKind.PEOPLE, (f[:1].upper() + f[1:] for f in forms if "-" in f))
    yield from make(NameKind.PREFIX, _strings(where, row, "prefix"))
    yield from make(NameKind.SEAT, _strings(where, row, "seats"))
    yield from make(NameKind.FORCE, _strings(where, row, "forces"))
    yield from make(NameKind.SHORT, _strings(where, row, "short"))
    yield from make(NameKind.SURNAME, _strings(where, row, "surname"))


# --- words ---


def _words(tables: Iterable[_Table]) -> dict[str, frozenset[str]]:
    classes: dict[str, set[str]] = defaultdict(set)
    for table in tables:
        for name, value in table.data.items():
            if not isinstance(value, str | list):
                raise DataError(f"{table.file}: {name!r} must be a list of texts or one text of words")
            classes[name].update(value.split() if isinstance(value, str) else value)
    return {name: frozenset(group) for name, group in classes.items()}


def _conjugation(row: Mapping[str, str]) -> Conjugation:
    def endings(key: str) -> tuple[str, ...]:
        return tuple("" if e == "_" else e for e in row[key].split()) or ("",)

    return Conjugation(
        row["ending"], endings("present"), endings("imperfect"), endings("future"), endings("past"), row["participle"]
    )


def _forms(verbs: Iterable[str], classes: list[Conjugation]) -> dict[str, tuple[Form, ...]]:
    forms: dict[str, set[Form]] = defaultdict(set)
    for verb in sorted(verbs):
        if not any(verb.endswith(c.ending) for c in classes):
            raise DataError(f"{verb!r} is no infinitive that verbs.toml can conjugate; a verb entry begins with one")
        for form, tenses in conjugate(verb, classes).items():
            forms[form].update(Form(verb, tense) for tense in tenses)
    return {form: tuple(sorted(found, key=lambda r: (r.lemma, r.tense))) for form, found in forms.items()}


# --- relations ---


def _relations(
    tables: Iterable[_Table], words: Mapping[str, frozenset[str]]
) -> tuple[dict[str, Relation], tuple[Trigger, ...], tuple[Pattern, ...]]:
    relations: dict[str, Relation] = {}
    triggers: list[Trigger] = []
    patterns: list[Pattern] = []
    counts: dict[str, int] = defaultdict(int)
    for table in tables:
        for relation_id, row in table.data.items():
            where = f"{table.file}: [{relation_id}]"
            _check_keys(where, row, _RELATION_KEYS)
            if relation_id not in relations:
                relations[relation_id] = _relation(where, relation_id, row)
            for trigger in row.get("trigger", ()):
                counts[relation_id] += 1
                where = f"{table.file}: [[{relation_id}.trigger]] no {counts[relation_id]}"
                triggers.append(_trigger(where, f"{relation_id}/{counts[relation_id]}", relation_id, trigger, words))
            for pattern in row.get("pattern", ()):
                counts[f"{relation_id}/p"] += 1
                number = counts[f"{relation_id}/p"]
                where = f"{table.file}: [[{relation_id}.pattern]] no {number}"
                patterns.append(_pattern(where, f"{relation_id}/p{number}", relation_id, pattern))
    return relations, tuple(triggers), tuple(patterns)


def _relation(where: str, relation_id: str, row: Mapping[str, Any]) -> Relation:
    for key in ("label", "label_fr", "quad", "source", "target"):
        if key not in row:
            raise DataError(f"{where}: a relation needs {key!r}")

    def types(key: str) -> frozenset[EntityType]:
        wanted = set(EntityType) if row[key] == "any" else set(_strings(where, row, key))
        if unknown := sorted(wanted - set(EntityType)):
            raise DataError(
                f'{where}: {key} has {unknown[0]!r}; allowed are "any" or a list of {", ".join(EntityType)}'
            )
        return frozenset(EntityType(t) for t in wanted)

    return Relation(
        id=relation_id,
        label=row["label"],
        label_fr=row["label_fr"],
        quad=row["quad"],
        sources=types("source"),
        targets=types("target"),
        symmetric=row.get("symmetric", False),
        plover=row.get("plover"),
        wikidata=row.get("wikidata"),
    )


def _examples(where: str, row: Mapping[str, Any]) -> Examples:
    yes = _strings(where, row, "yes")
    if not yes:
        raise DataError(f"{where}: at least one 'yes' example is needed")
    for sentence in yes:
        if not ("[S " in sentence and "[T " in sentence):
            raise DataError(f"{where}: mark the arguments as [S …] and [T …] in 'yes' example {sentence!r}")
    return Examples(yes, _strings(where, row, "no"), _strings(where, row, "todo"))


def _trigger(
    where: str, trigger_id: str, relation: str, row: Mapping[str, Any], words: Mapping[str, frozenset[str]]
) -> Trigger:
    _check_keys(where, row, _TRIGGER_KEYS)
    parts = {key: _strings(where, row, key) for key in ("verb", "noun", "adjective", "phrase")}
    if not any(parts.values()):
        raise DataError(f"{where}: one of verb, noun, adjective, phrase is needed")
    slots = {key: _strings(where, row, key) for key in ("source", "target", "together")}
    for slot in sorted({s for group in slots.values() for s in group} - SLOTS - words["prepositions"]):
        if " " not in slot:
            allowed = ", ".join(sorted(SLOTS))
            raise DataError(f"{where}: no slot {slot!r}; use {allowed}, a preposition of the lexicon or a longer one")
    if not (slots["together"] or (slots["source"] and slots["target"])):
        raise DataError(f"{where}: needs source and target slots, or together")
    return Trigger(
        id=trigger_id,
        relation=relation,
        verbs=parts["verb"],
        nouns=parts["noun"],
        adjectives=parts["adjective"],
        phrases=parts["phrase"],
        source=slots["source"],
        target=slots["target"],
        together=slots["together"],
        needs=_word_set(where, row, "needs", words),
        bars=_word_set(where, row, "bars", words),
        denies=bool(row.get("denies", False)),
        modality=row.get("modality"),
        examples=_examples(where, row),
    )


def _word_set(where: str, row: Mapping[str, Any], key: str, words: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Words with their plurals; ``@weapons`` stands for a class of the lexicon."""
    found: set[str] = set()
    for item in _strings(where, row, key):
        if item.startswith("@") and item[1:] not in words:
            raise DataError(f"{where}: {key} names {item!r}, but the lexicon has no class {item[1:]!r}")
        for word in words[item[1:]] if item.startswith("@") else (item,):
            found |= {word, plural(word)}
    return frozenset(found)


def _pattern(where: str, pattern_id: str, relation: str, row: Mapping[str, Any]) -> Pattern:
    _check_keys(where, row, _PATTERN_KEYS)
    if "match" not in row:
        raise DataError(f"{where}: a pattern needs 'match'")
    return Pattern(pattern_id, relation, row["match"], bool(row.get("former", False)), _examples(where, row))
