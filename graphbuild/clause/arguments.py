"""Mentions as arguments: which noun stands for them in the sentence, behind which preposition, beside whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from graphbuild.clause import asides, extent
from graphbuild.clause.clitics import MARKERS
from graphbuild.knowledge import Language
from graphbuild.model import EntityType, Mention, Sentence, Token

ADJECTIVAL = frozenset({"adjective", "prefix"})
NAMED = frozenset({EntityType.PERSON, EntityType.ORGANIZATION})
"""What a common noun before it may describe (« la chaîne X », « le boxeur X »)."""


@dataclass(frozen=True, slots=True)
class Argument:
    """A mention in its sentence."""

    mention: Mention
    first: int
    """First token of the noun phrase, articles and adjectives before it included, the preposition not."""
    last: int
    anchor: int
    """The token that carries the phrase in the parse: « armée » in « l'armée russe »."""
    preposition: str
    """What introduces the phrase; empty for subjects and objects."""
    modifies: int | None
    """For a demonym beside a noun that does not act itself (« frappes israéliennes »): that noun."""
    group: int
    """The same number for coordinated phrases."""


def find(
    sentence: Sentence, mentions: Iterable[Mention], offices: Mapping[int, int], language: Language
) -> list[Argument]:
    """The mentions of a sentence as arguments, from left to right; a mention within another's phrase is left out.

    ``offices`` gives, for names that an office precedes, where that phrase begins.
    """
    tokens = sentence.tokens
    inside = [m for m in mentions if sentence.start <= m.start and m.end <= sentence.end]
    titled = {m.start: (offices.get(m.start, m.start), m.end) for m in inside}
    inside.sort(key=lambda m: (titled[m.start][0], -m.end))
    found: list[Argument] = []
    reach = -1
    for mention in inside:
        start = titled[mention.start][0]
        if start < reach:
            continue
        span = _tokens(sentence, start, mention.end)
        if span is None:
            continue
        reach = mention.end
        found.append(_argument(sentence, mention, *span, language))
    return _grouped(tokens, _merged(found), language)


def _merged(arguments: list[Argument]) -> list[Argument]:
    """« le groupe libanais Hezbollah », « la frontière syro-turque »: one phrase for what stands side by side."""
    merged: list[Argument] = []
    for b in arguments:
        a = merged[-1] if merged else None
        if a is not None and a.mention.how == "prefix":
            b = replace(b, first=a.first, anchor=a.anchor, modifies=a.modifies, preposition=a.preposition)
        elif a is not None and _names(a, b):
            merged.pop()
            outer = b if b.first < a.first else a
            b = replace(b, first=outer.first, anchor=a.anchor, preposition=outer.preposition)
        merged.append(b)
    return merged


def _names(a: Argument, b: Argument) -> bool:
    """Does b name what a describes (« le groupe libanais » + « Hezbollah », « le touriste français » + « Ali »)?"""
    named = b.mention.how in ("name", "ner") and b.mention.start == a.mention.end + 1
    next_to = named or (b.first == a.last + 1 and not b.preposition)
    side_by_side = a.mention.how == "adjective" and next_to
    described = a.modifies is None or (b.mention.type is EntityType.PERSON and a.modifies == a.anchor)
    return side_by_side and described and b.modifies is None and b.mention.how not in ADJECTIVAL


def _tokens(sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    covered = [n for n, t in enumerate(sentence.tokens) if t.start < end and start < t.end]
    return (covered[0], covered[-1]) if covered else None


def _argument(sentence: Sentence, mention: Mention, first: int, last: int, language: Language) -> Argument:
    tokens = sentence.tokens
    anchor = next((n for n in range(first, last + 1) if not first <= tokens[n].head <= last), first)
    modifies: int | None = None
    if mention.how in ADJECTIVAL:
        noun = extent.noun_before(tokens, first, language)
        if noun is None:
            noun = extent.noun_after(tokens, last)
        if noun is not None:
            if tokens[noun].lower in language.words["actors"]:
                anchor, first, last = noun, min(first, noun), max(last, noun)
            else:
                modifies = noun
                first, anchor = min(first, noun), noun
    if mention.how == "clitic":
        return Argument(mention, first, last, first, MARKERS[tokens[first].lower], None, -1)
    first = extent.phrase_start(tokens, first, language)
    joined = last + 1 < len(tokens) and tokens[last + 1].text in asides.DASHES  # « une rencontre X-Y »
    if mention.type in NAMED and mention.how in ("name", "ner") and not joined:
        first = extent.described_start(tokens, first, language, one=mention.type is EntityType.PERSON)
    marker, start = extent.preposition(tokens, first, language)
    while marker == "de" and modifies is None:  # « les forces de Damas », « le président de la junte malienne »
        noun = extent.actor_before(tokens, start, language)
        if noun is None:
            break
        anchor = noun
        first = extent.phrase_start(tokens, noun, language)
        marker, start = extent.preposition(tokens, first, language)
    return Argument(mention, first, last, anchor, marker, modifies, -1)


def _grouped(tokens: Sequence[Token], arguments: list[Argument], language: Language) -> list[Argument]:
    """Numbers the coordination each phrase belongs to: only commas, « et » and a repeated preposition between."""
    grouped: list[Argument] = []
    group = -1
    for n, argument in enumerate(arguments):
        previous = grouped[-1] if grouped else None
        resumed = _before_aside(tokens, argument, grouped, language)
        if resumed is not None:
            grouped.append(replace(argument, group=resumed.group, preposition=resumed.preposition))
        elif previous is not None and _beside(tokens, previous, argument, arguments[n + 1 :], language):
            marker = previous.preposition or argument.preposition
            grouped.append(replace(argument, group=group, preposition=marker))
        else:
            group += 1
            grouped.append(replace(argument, group=group))
    return _likened(tokens, grouped, language)


def _likened(tokens: Sequence[Token], arguments: Sequence[Argument], language: Language) -> list[Argument]:
    """« X, tout comme Y, soutient … », « Comme X, Y soutient … »: who does the same is of one group."""
    found = list(arguments)
    for a, b in pairwise(arguments):
        compared, model = (b, a) if b.preposition in language.words["likening"] else (a, b)
        if compared.preposition not in language.words["likening"] or model.preposition or model.modifies is not None:
            continue
        leading = next(x for x in arguments if x.group == compared.group)
        start = leading.first - len(compared.preposition.replace("'", "' ").split())
        apart = tokens[a.last + 1].text == "," and (start == a.last + 2 if compared is b else not start)
        if apart and (compared is b or b.first == a.last + 2):
            of_one = (compared.group, model.group)
            found = [replace(f, group=model.group, preposition="") if f.group in of_one else f for f in found]
    return found


def _before_aside(
    tokens: Sequence[Token], argument: Argument, before: Sequence[Argument], language: Language
) -> Argument | None:
    """« X, membre de l'Union, et Y »: the X that the insertion parts from Y."""
    place = argument.first - 1
    if place < 2 or tokens[place].lower not in ("et", "ou") or argument.preposition:
        return None
    opened = asides.opening(tokens, place - 1, language)
    return next((a for a in before if opened is not None and a.last == opened - 1 and a.modifies is None), None)


CORRELATIVES = frozenset({"tant", "bien", "autant"})
_JOINTS = frozenset({",", "et", "ou", "ainsi", "que", "mais", "aussi", "-", "/", "puis", "comme", "avec", "ni"})


def _beside(tokens: Sequence[Token], a: Argument, b: Argument, rest: Sequence[Argument], language: Language) -> bool:
    if a.mention.how == "prefix" or (a.mention.how == b.mention.how == "pair" and b.first <= a.last + 1):
        return True
    if b.mention.how == "clitic" or (b.mention.how in ("pronoun", "self") and not b.preposition):
        return False  # « …, mais elle … »: another clause
    marked = _repeats(a, b)
    if b.preposition and not marked:
        return False
    between = _between(tokens, a, b)
    if not between or len(between) > 3 or not set(between) <= _JOINTS or between in (["avec"], ["comme"]):
        return False
    if between == [","] and _describes(tokens, b):
        return False
    if between == [","]:  # « avec la France, l'Italie et … », but not « après un entretien avec X, Y a dit »
        if marked and a.preposition in PLACES and a.mention.type != b.mention.type:
            return _ends_in_and(tokens, b, rest) and not _lies_in(a, b, language)
        listed = a.mention.type == b.mention.type
        return listed and (marked or _ends_in_and(tokens, b, rest))
    if "que" in between and "ainsi" not in between:  # « tant X que Y »
        return a.first > 0 and tokens[a.first - 1].lower in CORRELATIVES
    return True


def _lies_in(a: Argument, b: Argument, language: Language) -> bool:
    """« à Alep, en Syrie »: the second says where the first is; of an unknown town it may."""
    town = language.entities.get(a.mention.entity)
    return b.mention.type is EntityType.COUNTRY and (
        town is None or b.mention.entity in (town.within, town.capital_of, town.id)
    )


def _describes(tokens: Sequence[Token], b: Argument) -> bool:
    """« le Burkina Faso, pays voisin du Mali »: a noun without an article describes what stands before."""
    return not b.preposition and b.first < b.last and tokens[b.first].pos == "NOUN" and tokens[b.first].text.islower()


def _repeats(a: Argument, b: Argument) -> bool:
    """« à Paris et à Rome », « au côté du Niger et du Tchad », « en Pologne et à Rome »"""
    if a.preposition in PLACES and b.preposition in PLACES:
        return True
    return b.preposition != "" and a.preposition.split(" ")[-1:] == b.preposition.split(" ")[-1:]


PLACES = frozenset({"à", "en", "dans"})
"""Prepositions of which the name of the place decides which it is."""


def _between(tokens: Sequence[Token], a: Argument, b: Argument) -> list[str]:
    marked = 1 if _repeats(a, b) else 0
    return [t.lower for t in tokens[a.last + 1 : b.first - marked]]


def _ends_in_and(tokens: Sequence[Token], last: Argument, rest: Sequence[Argument]) -> bool:
    """Does the list go on to « et », be it « et d'autres »?"""
    if last.last + 1 < len(tokens) and tokens[last.last + 1].lower == "et":
        return True
    for argument in rest:
        between = _between(tokens, last, argument)
        if between in (["et"], ["ou"], [",", "et"]):
            return True
        if between != [","]:
            return False
        last = argument
        if last.last + 1 < len(tokens) and tokens[last.last + 1].lower == "et":
            return True
    return False
