"""Where triggers stand in a sentence: by the forms of verbs, nouns and adjectives, the neighbours deciding which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from graphbuild.clause import asides, groups
from graphbuild.knowledge import Language, Trigger
from graphbuild.model import Sentence, Token
from graphbuild.morphology import Tense, inflect, plural

Kind = Literal["verb", "noun", "adjective", "phrase"]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A trigger at its place."""

    trigger: Trigger
    word: str
    """The infinitive, the singular noun or the phrase that fired."""
    kind: Kind
    first: int
    last: int
    head: int
    """The token that arguments are looked for around."""
    tense: Tense | None
    """Of the head's form, for verbs."""
    passive: bool

    @property
    def reciprocal(self) -> bool:
        """« X et Y s'accusent »: does each do it to the other?"""
        return self.kind == "verb" and bool(self.trigger.together) and self.word.startswith(("se ", "s'"))

    @property
    def rule(self) -> str:
        """What a statement names as its pattern."""
        return f"{self.trigger.relation}/{self.word}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One word of one trigger."""

    trigger: Trigger
    word: str
    kind: Kind
    tail: tuple[str, ...]
    """What follows the first word in a fixed expression."""


def find(sentence: Sentence, language: Language) -> Iterator[Occurrence]:
    """Every trigger of a sentence, from left to right, those that ask for more words first."""
    tokens = sentence.tokens
    verbs, others = index(language)
    for n, token in enumerate(tokens):
        for form in language.forms.get(token.lower, ()):
            for entry in verbs.get(form.lemma, ()):
                if _is_verb(tokens, n, form.tense, language):
                    yield from _occurrence(sentence, n, entry, form.tense, language)
        for entry in others.get(token.lower, ()):
            if entry.kind != "noun" or _is_noun(tokens, n, language):
                yield from _occurrence(sentence, n, entry, None, language)


@cache
def index(language: Language) -> tuple[Mapping[str, list[Entry]], Mapping[str, list[Entry]]]:
    """The entries of a language by infinitive, and by written form."""
    verbs: dict[str, list[Entry]] = defaultdict(list)
    others: dict[str, list[Entry]] = defaultdict(list)
    for trigger in language.triggers:
        for verb in trigger.verbs:
            head, *tail = _words(verb.removeprefix("se ").removeprefix("s'"))
            verbs[head].append(Entry(trigger, verb, "verb", tuple(tail)))
        for noun in trigger.nouns:
            head, *tail = _words(noun)
            for form in {head, plural(head)}:
                others[form].append(Entry(trigger, noun, "noun", tuple(tail)))
        for adjective in trigger.adjectives:
            for form in set(inflect(adjective)):
                others[form].append(Entry(trigger, adjective.split("/")[0], "adjective", ()))
        for phrase in trigger.phrases:
            head, *tail = _words(phrase)
            others[head].append(Entry(trigger, phrase, "phrase", tuple(tail)))
    return dict(verbs), dict(others)


def _words(text: str) -> list[str]:
    """The words of a fixed expression as the tokeniser has them: an elided one keeps its apostrophe.

    >>> _words("tomber d'accord")
    ['tomber', "d'", 'accord']
    """
    return text.replace("'", "' ").split()


def _occurrence(
    sentence: Sentence, n: int, entry: Entry, tense: Tense | None, language: Language
) -> Iterator[Occurrence]:
    tokens = sentence.tokens
    last = _tail(tokens, n, entry, language)
    if last is None:
        return
    reflexive = entry.kind == "verb" and (entry.word.startswith("se ") or entry.word.startswith("s'"))
    if reflexive and not groups.has_clitic(tokens, n, language.words["reflexives"], language):
        return
    if not _company(tokens, n, entry.trigger):
        return
    if entry.kind == "adjective" and _is_conjugated(tokens, n, language):
        return
    passive = entry.kind == "verb" and not reflexive and _turned(tokens, n, tense, language)
    head = n
    if entry.kind == "phrase":
        head = next((k for k in range(n, last + 1) if tokens[k].pos == "NOUN"), n)
    yield Occurrence(entry.trigger, entry.word, entry.kind, n, last, head, tense, passive)


def _is_conjugated(tokens: Sequence[Token], n: int, language: Language) -> bool:
    """« ont *opposé* leur veto »: no adjective, but a participle with avoir."""
    found = groups.auxiliary(tokens, n, language)
    return found is not None and found == n - 1 and "avoir" in language.lemmas(tokens[found].lower)


def _turned(tokens: Sequence[Token], n: int, tense: Tense | None, language: Language) -> bool:
    """Is the one who acts not the subject (« est accusé par X », « se fait accuser par X »)?"""
    if tense is Tense.INFINITIVE:
        return groups.suffering(tokens, n, language) is not None
    return tense is Tense.PARTICIPLE and groups.is_passive(tokens, n, language)


def _tail(tokens: Sequence[Token], n: int, entry: Entry, language: Language) -> int | None:
    """Where a fixed expression ends; one or two words may stand between (« prendre *peu à peu* le contrôle »)."""
    position = n
    for part in entry.tail:
        near = range(position + 1, min(len(tokens), position + 4))
        found = next((k for k in near if tokens[k].lower.strip("'") == part.strip("'")), None)
        if found is None or any(_parts(tokens[k], entry, language) for k in range(position + 1, found)):
            return None
        position = found
    return position


def _parts(token: Token, entry: Entry, language: Language) -> bool:
    """May a word not stand within a fixed expression? In « en priorité la crise » there is no « en crise »."""
    if token.lower in ("par", "contre", "avec") or entry.kind != "phrase":
        return token.lower in ("par", "contre", "avec")
    return token.pos in ("NOUN", "PROPN", "VERB", "PUNCT") or token.lower in language.words["determiners"]


def _company(tokens: Sequence[Token], n: int, trigger: Trigger) -> bool:
    """Are the words that the trigger needs in its clause, and none that bar it?"""
    if not trigger.needs and not trigger.bars:
        return True
    a, b = clause(tokens, n)
    near = {t.lower for t in tokens[a:b]}
    pairs = {f"{x.lower} {y.lower}" for x, y in zip(tokens[a:b], tokens[a + 1 : b], strict=False)}
    near |= pairs
    near.discard(tokens[n].lower) if tokens[n].lower not in trigger.needs else None
    return (not trigger.needs or bool(near & trigger.needs)) and not near & trigger.bars


def clause(tokens: Sequence[Token], n: int, reach: int = 14) -> tuple[int, int]:
    """A window around a token that ends at what surely begins another clause."""
    a = n
    while a > 0 and n - a < reach and tokens[a - 1].lower not in asides.BREAKS:
        a -= 1
    b = n + 1
    while b < len(tokens) and b - n < reach and tokens[b].lower not in asides.BREAKS:
        b += 1
    return a, b


def _is_verb(tokens: Sequence[Token], n: int, tense: Tense, language: Language) -> bool:
    """Decided by the neighbours, since the model often errs: an article before a form speaks for a noun."""
    if n and tokens[n - 1].text == '"':  # « l'Union "suspend" le Mali »
        tokens, n = [*tokens[: n - 1], *tokens[n:]], n - 1
    before = tokens[n - 1] if n else None
    if tense in (Tense.INFINITIVE, Tense.GERUND) and tokens[n].pos == "NOUN":
        return tokens[n].lower not in language.words["roles"]  # « il fut conseiller de X », « opposant au régime »
    if tense is Tense.INFINITIVE:
        return True
    if before is None:
        return tense in (Tense.PARTICIPLE, Tense.GERUND) or tokens[n].pos in ("VERB", "AUX")
    word = before.lower
    if (
        before.pos in ("ADJ", "NUM")
        and before.text.islower()
        and n > 1
        and tokens[n - 2].lower in language.words["determiners"]
    ):
        return False  # « sa première visite »
    if tense is Tense.PARTICIPLE:
        noun_like = word in language.words["determiners"] - {"a"} and tokens[n].pos in ("NOUN", "PROPN")
        return not noun_like
    if word in ("le", "la", "les", "l'", "leur") and tokens[n].pos in ("VERB", "AUX"):
        return True
    if word in ("le", "la", "les", "l'") and n > 1 and tokens[n - 2].lower in ("et", "qui", "puis"):
        return True  # « et les stationne à la frontière »
    if word == "en" and n > 1 and tokens[n - 2].lower in language.words["reflexives"]:
        return True  # « s'en prend à »
    if word in language.words["determiners"] or word in ("de", "d'", "en", "à", "pour", "sans", "par", "sur"):
        return tense is Tense.GERUND and word == "en"
    if tokens[n].pos in ("VERB", "AUX") or tense in (Tense.FUTURE, Tense.CONDITIONAL, Tense.IMPERFECT):
        return True
    if _goes_on(tokens, n, language):
        return True
    after = tokens[n + 1] if n + 1 < len(tokens) else None
    follows = before.pos in ("PROPN", "PRON", "NOUN", "ADV") or (
        before.pos == "ADJ" and after is not None and after.pos in ("DET", "ADP", "PRON", "ADV")
    )
    return follows and (tokens[n].pos != "PROPN" or tokens[n].text.islower())


def _goes_on(tokens: Sequence[Token], n: int, language: Language) -> bool:
    """« soutient et *arme* le Mali », « X, allié de Y, *critique* la Chine »: a verb before an article."""
    if n < 2 or n + 1 >= len(tokens):
        return False
    after = tokens[n + 1]
    if after.lower not in language.words["articles"] | language.words["clitics"] and after.pos not in ("ADV", "PROPN"):
        return False
    before = tokens[n - 1]
    if before.lower in language.words["relatives"]:
        return True  # « X, que *soutient* l'Iran »
    if before.lower in language.words["linkers"]:
        forms = language.forms.get(tokens[n - 2].lower, ())
        return any(f.tense not in asides.NOT_FINITE for f in forms)
    return asides.opening(tokens, n - 1, language) is not None


def _is_noun(tokens: Sequence[Token], n: int, language: Language) -> bool:
    before = tokens[n - 1] if n else None
    if n > 1 and tokens[n - 1].lower in ("de", "d'") and tokens[n - 2].lower in language.words["compound_heads"]:
        return False  # « avions de combat », « crimes de guerre » say of what kind they are
    if tokens[n].pos in ("NOUN", "PROPN"):
        return not (before and before.pos == "AUX" and language.forms.get(tokens[n].lower))
    if before is None:
        return tokens[n].pos not in ("VERB", "AUX")
    if tokens[n].pos == "VERB" and not language.forms.get(tokens[n].lower):
        return True  # « aux vives tensions », which no verb of the language is
    if before.lower in language.words["preposed"] or (
        before.pos == "ADJ" and n >= 2 and tokens[n - 2].lower in language.words["determiners"]
    ):
        return True  # « un vif différend »
    if before.lower in ("le", "la", "les", "l'") and tokens[n].pos == "VERB" and language.forms.get(tokens[n].lower):
        return n >= 2 and tokens[n - 2].pos in ("ADP", "VERB", "CCONJ", "PUNCT")
    return before.lower in language.words["determiners"] or before.pos in ("DET", "ADJ", "NUM", "ADP")
