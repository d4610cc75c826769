"""Gender and number: which pronoun may stand for an argument, by its article, its noun or the entity's own name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from graphbuild.clause.arguments import Argument
from graphbuild.knowledge import Language, NameKind
from graphbuild.model import EntityType, Token
from graphbuild.morphology import fold


@dataclass(frozen=True, slots=True)
class Agreement:
    """A gender and a number."""

    gender: str | None
    """``m`` or ``f``; None where it does not show."""
    plural: bool

    def fits(self, other: Agreement) -> bool:
        """May the one stand for the other?"""
        return self.plural == other.plural and (None in (self.gender, other.gender) or self.gender == other.gender)


ARTICLES = {
    "le": Agreement("m", False), "un": Agreement("m", False), "ce": Agreement("m", False), "cet": Agreement("m", False),
    "du": Agreement("m", False), "au": Agreement("m", False), "la": Agreement("f", False), "une": Agreement("f", False),
    "cette": Agreement("f", False), "sa": Agreement("f", False), "les": Agreement(None, True),
    "des": Agreement(None, True), "aux": Agreement(None, True), "ces": Agreement(None, True),
    "ses": Agreement(None, True), "leurs": Agreement(None, True),
}  # fmt: skip


DEFINITE = frozenset({"le", "la", "l'", "les", "du", "des", "au", "aux", "ce", "cet", "cette", "ces"})
POSSESSIVE = frozenset({"son", "sa", "ses", "leur", "leurs", "notre"})


def of(argument: Argument, tokens: Sequence[Token], genders: Mapping[str, str], language: Language) -> Agreement:
    """The agreement of an argument: « les forces russes » (f, plural), « Moscou » (m), « la Russie » (f)."""
    mention = argument.mention
    if mention.type is EntityType.PERSON:
        return Agreement(genders.get(mention.entity), False)
    shown = article(argument, tokens)
    if shown is not None and shown.gender:
        return shown
    if argument.anchor < argument.first or tokens[argument.anchor].start >= mention.start or mention.how == "people":
        gender = "m" if mention.how in ("capital", "seat", "people") else _own_gender(argument, language)
    else:  # « l'armée russe »: the noun that acts
        gender = "f" if tokens[argument.anchor].lower in language.words["feminine_nouns"] else "m"
    return Agreement(gender, shown is not None)


def article(argument: Argument, tokens: Sequence[Token]) -> Agreement | None:
    """What the article of a noun phrase shows, also where it has melted with a preposition (« du », « aux »)."""
    start = argument.first - 1 if argument.preposition else argument.first
    for token in tokens[max(0, start) : argument.anchor + 1]:
        if token.lower in ARTICLES:
            return ARTICLES[token.lower]
    return None


def _own_gender(argument: Argument, language: Language) -> str | None:
    known = language.entities.get(argument.mention.entity)
    if known is None:
        return None
    if known.type is EntityType.COUNTRY:
        feminine = known.label_fr.endswith("e") and known.label_fr not in language.words["masculine_in_e"]
        return "f" if feminine else "m"
    return "f" if known.id in _feminine(language) else None


@cache
def _feminine(language: Language) -> frozenset[str]:
    """Entities of which a name begins with a feminine noun: « Organisation des Nations unies »."""
    nouns = {fold(noun) for noun in language.words["feminine_nouns"]}
    return frozenset(
        name.entity
        for word, names in language.names.items()
        if word in nouns
        for name in names
        if name.kind is NameKind.NAME
    )
