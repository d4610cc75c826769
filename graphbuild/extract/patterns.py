"""Patterns over words and typed mentions: offices, places, capitals, memberships; no parse is needed.

A pattern is a line such as ``ROLE [T adjective] [S person]``: words stand for themselves (or as a regular expression),
``[S …]`` and ``[T …]`` for mentions of the kinds named, ROLE for the words of an office (ROLES in the plural, POSITION
for a second office beside it), other capitals for a piece of ``fragments.toml``, ``,`` for a comma with or without
blanks around it. An organization may stand between quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter

from graphbuild.errors import DataError
from graphbuild.extract.mask import KINDS, code
from graphbuild.knowledge import Language, Pattern
from graphbuild.link.offices import Office
from graphbuild.model import Mention
from graphbuild.morphology import plural
from graphbuild.rules import fill_in

_SLOT = re.compile(r"\[([STX]) ([a-z |]+)\]")


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern at its place: which mentions it ties, and the words of the office if it has one."""

    pattern: Pattern
    start: int
    end: int
    source: Mention
    target: Mention | None
    """None where the pattern leaves the country or organization open (« le président Emmanuel Macron »)."""
    role: tuple[int, int] | None
    former: bool
    owner: str | None = None
    """What a possessive before the office refers to, where the target is left open."""
    follows: str | None = None
    """Whose predecessor or successor the person is."""


def find(
    masked: str,
    start: int,
    end: int,
    mentions: Mapping[int, Mention],
    language: Language,
    allows: Callable[[Found], bool] = lambda _: True,
) -> Iterator[Found]:
    """Every pattern that fits between two offsets and that is allowed, the earliest of the data at each pair."""
    seen: set[tuple[str, int, int]] = set()
    for pattern, expression, after in compiled(language):
        shared = _office(after.search(masked, start, end)) if after else (start, start)
        for match in expression.finditer(masked, shared[1], end) if shared else ():
            groups = match.groupdict()
            target = mentions[match.start("T")] if groups.get("T") else None
            key = (pattern.relation, match.start("S"), match.start("T") if target else -1)
            if key in seen:
                continue
            role = _office(match) or (shared if after else None)
            former = pattern.former or _is_former(masked, role, language)
            found = Found(pattern, match.start(), match.end(), mentions[match.start("S")], target, role, former)
            if allows(found):
                seen.add(key)
                yield found


def _office(match: re.Match[str] | None) -> tuple[int, int] | None:
    """Where a match has the words of an office."""
    return match.span("role") if match and match.groupdict().get("role") else None


def bare_offices(
    masked: str, start: int, end: int, mentions: Mapping[int, Mention], language: Language
) -> Iterator[Office]:
    """Offices without a name beside them: « le président turc », « la ministre »."""
    for match in _bare(language).finditer(masked, start, end):
        target = next((match.start(group) for group in "TUV" if match[group]), None)
        yield Office(*match.span("office"), match["role"], mentions[target].entity if target is not None else None)


@cache
def _bare(language: Language) -> re.Pattern[str]:
    role = role_expression(language)
    de = language.fragments["DE "]
    person = code(["person"])
    before = r"(?:[Ll]e |[Ll]a |[Ll]'|[Dd]u |[Aa]u |[Cc]e |[Cc]ette |[Ss]on |[Ss]a |[Ll]eur )"
    demonym = rf" (?P<T>{code(['adjective'])})(?: {de}[^,.;:\"]{{3,30}})?"
    name = rf" (?:{de}(?:{de})?(?P<U>{code(['country', 'organization', 'place'])})|(?P<V>{code(['organization'])}))"
    alone = rf"(?![\w-])(?! ?,? ?{person})(?! [a-zé]+ {person})"
    return re.compile(rf"(?<!\w){before}(?P<office>(?P<role>{role})(?:{demonym}|{name})?){alone}")


def _is_former(masked: str, role: tuple[int, int] | None, language: Language) -> bool:
    """« l'ancien ministre X », « X, alors ministre »"""
    if role is None:
        return False
    words = re.findall(r"\w+", masked[max(0, role[0] - 12) : role[1]].lower())
    before = re.search(r"([\w-]+) $", masked[max(0, role[0] - 12) : role[0]])
    bygone = before is not None and before[1].lower() in language.words["bygone_words"]
    return bygone or bool(language.words["former_words"] & set(words))


@cache
def compiled(language: Language) -> tuple[tuple[Pattern, re.Pattern[str], re.Pattern[str] | None], ...]:
    """The patterns of a language as regular expressions over masked text, and what must stand before each."""
    offices = {
        "ROLE": f"(?P<role>{role_expression(language)})",
        "ROLES": f"(?P<role>{role_expression(language, _plural)})",
        "POSITION": role_expression(language),
    }
    named = {**language.fragments, **offices}
    return tuple(
        (p, compile_pattern(p, p.match, named), compile_pattern(p, p.after, named) if p.after else None)
        for p in language.patterns
    )


def compile_pattern(pattern: Pattern, match: str, named: Mapping[str, str]) -> re.Pattern[str]:
    """A pattern as a regular expression. Raises DataError for a kind of mention that does not exist."""

    def slot(found: re.Match[str]) -> str:
        kinds = found[2].replace(" ", "").split("|")
        if unknown := sorted(set(kinds) - set(KINDS)):
            raise DataError(
                f"{pattern.id}: no kind of mention {unknown[0]!r} in {match!r}; allowed: {', '.join(KINDS)}"
            )
        named = code(kinds) if found[1] == "X" else f"(?P<{found[1]}>{code(kinds)})"
        return f'"?{named}"?' if found[1] == "T" and "organization" in kinds else named

    text = match.replace(" ?,? ?", r"(?: ?, ?| )").replace(" , ", r" ?, ?")
    text = _SLOT.sub(slot, fill_in(text, named))
    try:
        return re.compile(rf"(?<!\w){text}(?!\w)")
    except re.error as error:
        raise DataError(f"{pattern.id}: {match!r} is no valid pattern: {error}") from error


@cache
def field_names(language: Language) -> re.Pattern[str]:
    """What an office may be of, wherever it stands: « Affaires européennes », « Sports »."""
    return re.compile(rf"(?<!\w){_any(language.words['role_fields'])}(?!\w)")


def role_expression(language: Language, form: Callable[[str], str] = str) -> str:
    """A regular expression for the words of an office: « ancien ministre délégué aux Affaires étrangères »."""
    words = language.words
    names = {form(noun) for noun in words["roles"]}
    nouns, fields = _any({*names, *(n[0].upper() + n[1:] for n in names)}), _any(words["role_fields"])
    adjectives = _any({form(adjective) for adjective in words["role_adjectives"]})
    before = rf"(?:(?:{_any(words['former_words'] | words['incoming_words'])})[ -])?"
    of = r"(?:de la |de l'|des |du |de |d')"
    field = rf"(?: (?:{of}|aux |au |à la |à l'|à |chargée? {of}){fields}(?: (?:et|,) {of}?{fields})*)"
    return rf"{before}(?:ex-|Ex-)?{nouns}(?: {adjectives})*{field}*(?: {adjectives})*"


def _plural(role: str) -> str:
    """« premiers ministres », « chefs de la diplomatie »: all that stands before a preposition."""
    own, of, rest = re.fullmatch(r"(.+?)( (?:de|du|des|d'|en|par) ?.*|)()", role).groups()  # type: ignore[union-attr]
    return " ".join(map(plural, own.split(" "))) + of + rest


def _any(options: Iterable[str]) -> str:
    """One of these, the longest first; by first letter, so that a place where none begins is left at once."""
    ordered = sorted(options, key=lambda o: (o[0], -len(o), o))
    groups = ((letter, "|".join(re.escape(o[1:]) for o in group)) for letter, group in groupby(ordered, itemgetter(0)))
    return "(?:" + "|".join(f"{re.escape(letter)}(?:{rest})" for letter, rest in groups) + ")"
