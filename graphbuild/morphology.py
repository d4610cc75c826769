"""Inflection: which words a written form may be, and in which tense; generated, not guessed by a model."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Tense(StrEnum):
    """What a verb form can tell about modality; moods that look alike share a value."""

    INFINITIVE = "infinitive"
    PRESENT = "present"
    IMPERFECT = "imperfect"
    FUTURE = "future"
    CONDITIONAL = "conditional"
    PAST = "past"
    PARTICIPLE = "participle"
    GERUND = "gerund"


IMPERFECT_ENDINGS = ("ais", "ait", "ions", "iez", "aient")
FUTURE_ENDINGS = ("ai", "as", "a", "ons", "ez", "ont")


@dataclass(frozen=True, slots=True)
class Conjugation:
    """One class of verbs: what takes the place of ``ending`` in each tense; see ``lang/fr/verbs.toml``."""

    ending: str
    present: tuple[str, ...]
    imperfect: tuple[str, ...]
    future: tuple[str, ...]
    past: tuple[str, ...]
    participle: str
    gerund: str = ""
    """Only where it is not made of the imperfect's stem (« ayant », « sachant »)."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way to read a form: the verb's infinitive and the tense."""

    lemma: str
    tense: Tense


def conjugate(verb: str, classes: Iterable[Conjugation]) -> dict[str, set[Tense]]:
    """All forms of a verb with their tenses."""
    fits = [c for c in classes if verb.endswith(c.ending)]
    conjugation = max(fits, key=lambda c: len(c.ending))
    stem = verb.removesuffix(conjugation.ending)
    forms: dict[str, set[Tense]] = defaultdict(set)
    forms[verb].add(Tense.INFINITIVE)
    for ending in conjugation.present:
        forms[stem + ending].add(Tense.PRESENT)
    for base in conjugation.imperfect:
        forms[stem + (conjugation.gerund or base + "ant")].add(Tense.GERUND)
        for ending in IMPERFECT_ENDINGS:
            forms[stem + _soft(base, ending) + ending].add(Tense.IMPERFECT)
    for base in conjugation.future:
        for ending in FUTURE_ENDINGS:
            forms[stem + base + ending].add(Tense.FUTURE)
        for ending in IMPERFECT_ENDINGS:
            forms[stem + base + ending].add(Tense.CONDITIONAL)
    for ending in conjugation.past:
        forms[stem + ending].add(Tense.PAST)
    masculine = stem + conjugation.participle
    for form in (masculine, feminine(masculine)):
        forms[form].add(Tense.PARTICIPLE)
        forms[form if form.endswith("s") else form + "s"].add(Tense.PARTICIPLE)
    if conjugation.ending.endswith("er"):
        _change_stem_vowel(verb, forms)
    return dict(forms)


def _soft(base: str, ending: str) -> str:
    """« mangions », « annoncions »: no extra letter before i."""
    if ending.startswith("i"):
        return base.removesuffix("e") if base.endswith("ge") else base.replace("ç", "c")
    return base


def _change_stem_vowel(verb: str, forms: dict[str, set[Tense]]) -> None:
    """« appelle », « jette », « lève », « espère »: forms whose ending is mute."""
    found = re.search(r"(.*)([eé])([^aeiouyéè]+)er$", verb)
    if not found:
        return
    head, vowel, consonants = found.groups()
    stems = [f"{head}è{consonants}"]
    if vowel == "e" and consonants in ("l", "t"):
        stems.append(f"{head}e{consonants}{consonants}")
    for stem in stems:
        for ending in ("e", "es", "ent"):
            forms[stem + ending].add(Tense.PRESENT)
        for ending in FUTURE_ENDINGS:
            forms[f"{stem}er{ending}"].add(Tense.FUTURE)
        for ending in IMPERFECT_ENDINGS:
            forms[f"{stem}er{ending}"].add(Tense.CONDITIONAL)


def feminine(word: str) -> str:
    """The regular feminine of an adjective or participle; irregular ones are written « grec/grecque » in the data.

    >>> [feminine(w) for w in ("russe", "français", "israélien", "letton", "premier")]
    ['russe', 'française', 'israélienne', 'lettonne', 'première']
    """
    for ending, replacement in (
        ("ien", "ienne"),
        ("yen", "yenne"),
        ("éen", "éenne"),
        ("on", "onne"),
        ("er", "ère"),
        ("f", "ve"),
    ):
        if word.endswith(ending):
            return word.removesuffix(ending) + replacement
    return word if word.endswith("e") else word + "e"


def plural(word: str) -> str:
    """The regular plural.

    >>> [plural(w) for w in ("russe", "français", "général", "drapeau", "commandant en chef")]
    ['russes', 'français', 'généraux', 'drapeaux', 'commandants en chef']
    """
    head, space, rest = word.partition(" ")
    if space:
        return plural(head) + space + rest
    if word.endswith(("s", "x", "z")):
        return word
    if word.endswith("al"):
        return word.removesuffix("al") + "aux"
    return word + ("x" if word.endswith(("eau", "eu")) else "s")


def inflect(word: str) -> tuple[str, ...]:
    """The four forms of an adjective: masculine, feminine, and their plurals; « grec/grecque » gives both genders.

    >>> inflect("israélien")
    ('israélien', 'israélienne', 'israéliens', 'israéliennes')
    """
    masculine, _, given = word.partition("/")
    fem = given or feminine(masculine)
    return masculine, fem, plural(masculine), plural(fem)


def fold(text: str) -> str:
    """Text without accents and case, apostrophes and hyphens alike: what names are compared by.

    >>> fold("États-Unis") == fold("Etats-unis")
    True
    """
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
