"""Relations with the triggers and patterns that express them, from their tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from graphbuild.knowledge import QUADS, SLOTS, Examples, Pattern, Trigger
from graphbuild.model import EntityType, Modality, Relation
from graphbuild.morphology import Conjugation, plural
from graphbuild.table import Table

Words = Mapping[str, frozenset[str]]
RULES = frozenset({"trigger", "pattern"})
NEEDED = ("label", "label_fr", "quad", "source", "target")
RELATION_KEYS = RULES | {*NEEDED, "symmetric", "plover", "wikidata"}
TRIGGER_KEYS = frozenset(
    {
        "verb", "noun", "adjective", "phrase", "source", "target", "together", "needs", "bars", "denies", "modality",
        "yes", "no", "todo",
    }
)  # fmt: skip
PATTERN_KEYS = frozenset({"match", "after", "former", "yes", "no", "todo"})
MODALITIES = tuple(m for m in Modality if m is not Modality.ASSERTED)


def read(
    files: Iterable[Table], words: Words, classes: Sequence[Conjugation]
) -> tuple[dict[str, Relation], tuple[Trigger, ...], tuple[Pattern, ...]]:
    """The relations by id, the triggers, the patterns; several files may add rules to a relation. Raises DataError."""
    relations: dict[str, Relation] = {}
    triggers: list[Trigger] = []
    patterns: list[Pattern] = []
    count: Counter[str] = Counter()

    def number(prefix: str) -> str:
        count[prefix] += 1
        return f"{prefix}{count[prefix]}"

    for file in files:
        for name, row in file.data.items():
            table = file.child(f"[{name}]", row)
            table.only(RELATION_KEYS)
            if name not in relations:
                relations[name] = _relation(name, table)
            elif twice := sorted(set(table.data) - RULES):
                raise table.mistake(f"{twice[0]!r} of this relation is already set; add only trigger and pattern")
            for rule in table.rows("trigger", f"{name}.trigger"):
                triggers.append(_trigger(number(f"{name}/"), name, rule, words, classes))
            for rule in table.rows("pattern", f"{name}.pattern"):
                patterns.append(_pattern(number(f"{name}/p"), name, rule))
    return relations, tuple(triggers), tuple(patterns)


def _relation(relation_id: str, table: Table) -> Relation:
    for key in NEEDED:
        if key not in table.data:
            raise table.mistake(f"a relation needs {key!r}")
    return Relation(
        id=relation_id,
        label=table.text("label"),
        label_fr=table.text("label_fr"),
        quad=table.choice("quad", QUADS),
        sources=_types(table, "source"),
        targets=_types(table, "target"),
        symmetric=table.flag("symmetric"),
        plover=table.optional("plover"),
        wikidata=table.optional("wikidata"),
    )


def _types(table: Table, key: str) -> frozenset[EntityType]:
    wanted = set(EntityType) if table.data[key] == "any" else set(table.texts(key))
    if unknown := sorted(wanted - set(EntityType)):
        raise table.mistake(f'{key} has {unknown[0]!r}; allowed are "any" or a list of {", ".join(EntityType)}')
    return frozenset(EntityType(t) for t in wanted)


def infinitive(verb: str) -> str:
    """The word of a verb entry that is conjugated.

    >>> [infinitive(v) for v in ("livrer", "se rendre", "s'allier", "prendre le contrôle")]
    ['livrer', 'rendre', 'allier', 'prendre']
    """
    return verb.removeprefix("se ").removeprefix("s'").split(" ")[0]


def is_verb(word: str, classes: Iterable[Conjugation]) -> bool:
    """Is there a way to conjugate it?"""
    return any(word.endswith(c.ending) for c in classes)


def _trigger(trigger_id: str, relation: str, table: Table, words: Words, classes: Sequence[Conjugation]) -> Trigger:
    table.only(TRIGGER_KEYS)
    parts = {key: table.texts(key) for key in ("verb", "noun", "adjective", "phrase")}
    if not any(parts.values()):
        raise table.mistake("one of verb, noun, adjective, phrase is needed")
    for verb in parts["verb"]:
        if not is_verb(infinitive(verb), classes):
            raise table.mistake(f"verb {verb!r} does not begin with an infinitive that verbs.toml can conjugate")
    slots = _slots(table, words)
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
        needs=_word_set(table, "needs", words),
        bars=_word_set(table, "bars", words),
        denies=table.flag("denies"),
        modality=table.choice("modality", MODALITIES) if "modality" in table.data else None,
        examples=_examples(table),
    )


def _slots(table: Table, words: Words) -> dict[str, tuple[str, ...]]:
    slots = {key: table.texts(key) for key in ("source", "target", "together")}
    for slot in sorted({s for group in slots.values() for s in group} - SLOTS - words["prepositions"]):
        if " " not in slot:
            allowed = ", ".join(sorted(SLOTS))
            raise table.mistake(f"no slot {slot!r}; use {allowed}, a preposition of the lexicon or a longer one")
    if not (slots["together"] or (slots["source"] and slots["target"])):
        raise table.mistake("needs source and target slots, or together")
    return slots


def _word_set(table: Table, key: str, words: Words) -> frozenset[str]:
    """Words in small letters with their plurals; ``@weapons`` stands for a class of the lexicon."""
    found: set[str] = set()
    for item in table.texts(key):
        if item.startswith("@") and item[1:] not in words:
            raise table.mistake(f"{key} names {item!r}, but the lexicon has no class {item[1:]!r}")
        for word in words[item[1:]] if item.startswith("@") else (item,):
            found |= {word.lower(), plural(word.lower())}
    return frozenset(found)


def _pattern(pattern_id: str, relation: str, table: Table) -> Pattern:
    table.only(PATTERN_KEYS)
    if "match" not in table.data:
        raise table.mistake("a pattern needs 'match'")
    return Pattern(
        pattern_id, relation, table.text("match"), table.flag("former"), table.optional("after"), _examples(table)
    )


def fill_in(text: str, fragments: Mapping[str, str]) -> str:
    """A pattern with the fragments that it names in capitals; a name that ends in a blank takes it along.

    >>> fill_in("président DE [T country]", {"DE ": "(?:de |du )", "DET ": "le "})
    'président (?:de |du )[T country]'
    """
    names = "|".join(map(re.escape, sorted(fragments, key=len, reverse=True)))
    return re.sub(names, lambda found: fragments[found[0]], text) if names else text


def _examples(table: Table) -> Examples:
    examples = Examples(table.texts("yes"), table.texts("no"), table.texts("todo"))
    if not examples.yes:
        raise table.mistake("at least one 'yes' example is needed")
    for kind, sentences in (("yes", examples.yes), ("todo", examples.todo)):
        for sentence in sentences:
            if not ("[S " in sentence and "[T " in sentence):
                raise table.mistake(f"mark the arguments as [S …] and [T …] in {kind!r} example {sentence!r}")
    return examples
