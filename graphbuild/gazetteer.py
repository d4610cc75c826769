"""Entities and their names, from the tables of a gazetteer."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from graphbuild.knowledge import Known, Name, NameKind
from graphbuild.model import EntityType
from graphbuild.morphology import fold, inflect
from graphbuild.table import Table

KEYS = frozenset(
    {
        "label", "label_fr", "wikidata", "kind", "names", "acronyms", "adjectives", "prefix", "seats", "forces",
        "short", "surname", "capital_of", "acts_for", "in", "governed_by", "type",
    }
)  # fmt: skip


def read(files: Iterable[Table]) -> tuple[dict[str, Known], dict[str, tuple[Name, ...]]]:
    """The entities by id, and their names by folded first word, the longest first. Raises DataError."""
    entities: dict[str, Known] = {}
    tables: dict[str, Table] = {}
    names: dict[tuple[str, bool], Name] = {}
    for file in files:
        file.only(("type", "entity"))
        for entity_id, table in file.children("entity").items():
            if entity_id in entities:
                raise table.mistake(f"this id is already taken by {entities[entity_id].label}")
            tables[entity_id] = table
            entities[entity_id] = known = _known(entity_id, table, file.data.get("type"))
            for name in _names(known, table):
                _claim(name, names, table)
    _check_countries(entities, tables)
    for key, name in list(names.items()):
        if name.kind is NameKind.NAME and not key[1]:  # « Mer Noire : », « Lac Tchad »
            names.setdefault((key[0], True), replace(name, text=name.text[0].upper() + name.text[1:]))
    by_word: dict[str, list[Name]] = defaultdict(list)
    for name in names.values():
        by_word[first_word(name.text)].append(name)
    return entities, {w: tuple(sorted(group, key=lambda n: (-len(n.text), n.text))) for w, group in by_word.items()}


def first_word(text: str) -> str:
    """The folded first word of a name: letters and digits only."""
    return fold(re.split(r"[^\w]", text, maxsplit=1)[0])


def _claim(name: Name, names: dict[tuple[str, bool], Name], table: Table) -> None:
    """Enters a name; only short forms may mean several entities, of which the first is then kept."""
    key = (fold(name.text).replace("-", " "), name.text[0].isupper())
    other = names.setdefault(key, name)
    if other.entity != name.entity and NameKind.SHORT not in (other.kind, name.kind):
        raise table.mistake(f"{name.text!r} already belongs to {other.entity}; a name means one entity")
    if other.entity == name.entity and other.text.count("-") != name.text.count(
        "-"
    ):  # « Maison-Blanche », « Maison blanche »
        names[name.text, key[1]] = name


def _check_countries(entities: Mapping[str, Known], tables: Mapping[str, Table]) -> None:
    for known in entities.values():
        for country in filter(None, (known.capital_of, known.acts_for, known.within, known.governed_by)):
            if country not in entities:
                raise tables[known.id].mistake(f"no entity {country!r} in the gazetteer")


def _known(entity_id: str, table: Table, default: object) -> Known:
    table.only(KEYS)
    kind = table.data.get("type", default)
    if kind not in tuple(EntityType):
        raise table.mistake(f"type {kind!r} is none of {', '.join(EntityType)} (set it here or at the top of the file)")
    label = table.optional("label") or entity_id
    return Known(
        id=entity_id,
        type=EntityType(str(kind)),
        label=label,
        label_fr=table.optional("label_fr") or label,
        wikidata=table.optional("wikidata"),
        kind=table.optional("kind"),
        capital_of=table.optional("capital_of"),
        acts_for=table.optional("acts_for"),
        within=table.optional("in"),
        governed_by=table.optional("governed_by"),
    )


def _names(known: Known, table: Table) -> Iterator[Name]:
    def make(kind: NameKind, texts: Iterable[str]) -> Iterator[Name]:
        return (Name(known.id, kind, text) for text in texts)

    yield from make(NameKind.NAME, table.texts("names") or (known.label_fr,))
    yield from make(NameKind.ACRONYM, table.texts("acronyms"))
    for adjective in table.texts("adjectives"):
        forms = inflect(adjective)
        if not all(forms):
            raise table.mistake(f"adjective {adjective!r}: the masculine form stands before the stroke")
        yield from make(NameKind.ADJECTIVE, forms)
        yield from make(NameKind.PEOPLE, ("-".join(p[:1].upper() + p[1:] for p in f.split("-")) for f in forms))
        yield from make(NameKind.PEOPLE, (f[:1].upper() + f[1:] for f in forms if "-" in f))
    yield from make(NameKind.PREFIX, table.texts("prefix"))
    yield from make(NameKind.SEAT, table.texts("seats"))
    yield from make(NameKind.FORCE, table.texts("forces"))
    yield from make(NameKind.SHORT, table.texts("short"))
    yield from make(NameKind.SURNAME, table.texts("surname"))
