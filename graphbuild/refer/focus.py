"""What an article has named so far, as noun phrases that a later phrase or pronoun may point back to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graphbuild.clause import arguments
from graphbuild.clause.arguments import Argument
from graphbuild.clause.clitics import MARKERS
from graphbuild.knowledge import Language
from graphbuild.link.offices import Offices
from graphbuild.model import Analysis, EntityType, Mention, Token
from graphbuild.refer import agreement
from graphbuild.refer.agreement import Agreement
from graphbuild.segment import is_quoted

PARTIES = frozenset({EntityType.COUNTRY, EntityType.ORGANIZATION})
ACTORS = PARTIES | {EntityType.PERSON}


@dataclass(frozen=True, slots=True)
class Referent:
    """A noun phrase that something may point back to."""

    argument: Argument
    agreement: Agreement
    bare: bool
    """Without a preposition, and no mere adjective: a subject or an object."""
    quoted: bool

    @property
    def mention(self) -> Mention:
        return self.argument.mention

    @property
    def acts(self) -> bool:
        """No demonym beside a noun that does not act itself (« frappes israéliennes »)."""
        return self.argument.modifies is None


class Focus:
    """The mentions of an article, growing from left to right, seen as referents sentence by sentence."""

    def __init__(
        self,
        analysis: Analysis,
        mentions: Sequence[Mention],
        titles: Mapping[int, int],
        offices: Offices,
        genders: Mapping[str, str],
        language: Language,
    ) -> None:
        self.analysis = analysis
        self.offices = offices
        self.language = language
        self._titles = titles
        self._mentions = [[m for m in mentions if s.start <= m.start and m.end <= s.end] for s in analysis.sentences]
        self._referents: dict[int, list[Referent]] = {}
        self.genders = dict(genders)
        for number in range(len(analysis.sentences)):
            self._learn_genders(number)

    def tokens(self, number: int) -> Sequence[Token]:
        return self.analysis.sentences[number].tokens

    def add(self, number: int, mentions: Iterable[Mention]) -> None:
        """Enters what was found to point back in a sentence."""
        for mention in mentions:
            self._mentions[number].append(mention)
            self._referents.pop(number, None)

    def mentions(self, number: int) -> Sequence[Mention]:
        return self._mentions[number]

    def is_taken(self, number: int, start: int, end: int) -> bool:
        """Does a mention stand there already?"""
        return any(m.start < end and start < m.end for m in self._mentions[number])

    def pointing(self, number: int, first: int, last: int, like: Sequence[Mention], how: str) -> list[Mention]:
        """Mentions over some tokens of what was named before; none where a mention stands already."""
        tokens = self.tokens(number)
        if not like or self.is_taken(number, tokens[first].start, tokens[last].end):
            return []
        return pointing(self.analysis, tokens[first].start, tokens[last].end, like, how)

    def before(self, position: int) -> list[Mention]:
        """All mentions that end before a place, in order."""
        return sorted((m for group in self._mentions for m in group if m.end <= position), key=lambda m: m.start)

    def after(self, position: int) -> list[Mention]:
        """All mentions from a place on that are found so far, in order."""
        return sorted((m for group in self._mentions for m in group if m.start >= position), key=lambda m: m.start)

    def referents(self, number: int, position: int | None = None) -> list[Referent]:
        """The noun phrases of a sentence, those that end before a place if one is given."""
        if number not in self._referents:
            self._referents[number] = list(self._read(number))
        return [r for r in self._referents[number] if position is None or r.mention.end <= position]

    def near(self, number: int, position: int, back: int = 1) -> Iterator[list[Referent]]:
        """The referents before a place, sentence by sentence from the nearest; not beyond the paragraph before."""
        sentences = self.analysis.sentences
        for n in range(number, max(-1, number - back - 1), -1):
            if sentences[number].paragraph - sentences[n].paragraph > 1:
                return
            yield self.referents(n, position)

    def subject(self, number: int, position: int) -> Referent | None:
        """Who acts in the clause before a place: the last bare noun phrase before a verb, or the first of all."""
        bare = [r for r in self.referents(number, position) if r.bare]
        tokens = self.tokens(number)
        acting = [r for r in bare if r is bare[0] or _before_verb(tokens, r.argument.last + 1, self.language)]
        return acting[-1] if acting else None

    def subjects_before(
        self, number: int, position: int, wanted: Agreement, *, inverted: bool = False
    ) -> list[Referent]:
        """Whom a subject pronoun stands for: the first that acts in the same sentence, else in one before it.

        What stands in a quotation is left out for a place outside; « …, a-t-il dit » looks further back.
        """
        outside = not is_quoted(self.analysis.text, position)
        sentences = self.analysis.sentences
        for n in range(number, max(-1, number - (5 if inverted else 3)), -1):
            if n != number and sentences[number].paragraph - sentences[n].paragraph > 1 + inverted:
                return []
            bare = [
                r
                for r in self.referents(n, position)
                if r.bare and r.mention.type is not EntityType.PLACE and not (outside and r.quoted)
            ]
            groups = [g for g in _groups(bare) if _agrees(g, wanted)]
            if groups and n == number:
                return groups[-1] if groups[-1][-1].mention.how == "pronoun" else groups[0]
            if n == number and not inverted and self._opens_with_another(n, position, wanted):
                return []
            if bare and n != number:
                alone = groups and (groups[0][0] is bare[0] or len(groups) == 1)
                return groups[0] if alone else []
        return []

    def _opens_with_another(self, number: int, position: int, wanted: Agreement) -> bool:
        """« La présidente du parti X disait qu'elle … »: does the sentence begin with somebody who is not named?"""
        tokens = self.tokens(number)
        shown = agreement.ARTICLES.get(tokens[0].lower)
        if shown is None or tokens[1:2] == () or self.is_taken(number, tokens[1].start, tokens[1].end):
            return False
        person = tokens[1].lower in self.language.words["roles"] and tokens[1].end < position
        return person and shown.fits(wanted)

    def _read(self, number: int) -> Iterator[Referent]:
        sentence = self.analysis.sentences[number]
        found = arguments.find(sentence, self._mentions[number], self._titles, self.language)
        for a in found:
            bare = a.preposition == "" and a.modifies is None and not _in_brackets(sentence.tokens, a.first)
            agrees = agreement.of(a, sentence.tokens, self.genders, self.language)
            yield Referent(a, agrees, bare, is_quoted(self.analysis.text, a.mention.start))

    def _learn_genders(self, number: int) -> None:
        """« la ministre X »: the article of an office shows the gender."""
        for r in self.referents(number):
            shown = agreement.article(r.argument, self.tokens(number))
            if r.mention.type is EntityType.PERSON and shown and shown.gender and r.argument.first < r.argument.last:
                self.genders.setdefault(r.mention.entity, shown.gender)
        self._referents.clear()


def _before_verb(tokens: Sequence[Token], k: int, language: Language) -> bool:
    """Does a verb follow, over « ne » and other pronouns?"""
    while k < len(tokens) and (tokens[k].lower in MARKERS or tokens[k].lower in ("ne", "n'", "se", "s'")):
        k += 1
    return k < len(tokens) and bool(language.forms.get(tokens[k].lower)) and tokens[k].pos in ("VERB", "AUX")


def _in_brackets(tokens: Sequence[Token], index: int) -> bool:
    before = [t.text for t in tokens[:index]]
    return before.count("(") > before.count(")")


def _groups(referents: Sequence[Referent]) -> list[list[Referent]]:
    """Coordinated referents together."""
    groups: dict[int, list[Referent]] = {}
    for r in referents:
        groups.setdefault(r.argument.group, []).append(r)
    return list(groups.values())


def _agrees(group: Sequence[Referent], wanted: Agreement) -> bool:
    """« Paris et Berlin … ils »: several are a plural, masculine unless all are known to be feminine."""
    if len(group) == 1:
        return group[0].agreement.fits(wanted)
    feminine = all(r.agreement.gender == "f" for r in group)
    return wanted.plural and (wanted.gender is None or feminine == (wanted.gender == "f"))


def distinct(referents: Iterable[Referent], fits: Callable[[Referent], bool]) -> list[Referent]:
    """The last referent of each entity among those that fit, in the order of the text."""
    found = {r.mention.entity: r for r in referents if fits(r)}
    return sorted(found.values(), key=lambda r: r.mention.start)


def word(tokens: Sequence[Token], k: int) -> str:
    """The token's lower-case form; empty beyond the sentence."""
    return tokens[k].lower if 0 <= k < len(tokens) else ""


def pointing(analysis: Analysis, start: int, end: int, like: Sequence[Mention], how: str) -> list[Mention]:
    """Mentions of entities named before; of several, each has a part of the stretch, since ids differ by place."""
    like = list({m.entity: m for m in like}.values())
    cuts = [start + (end - start) * n // len(like) for n in range(len(like) + 1)] if like else []
    parts = zip(cuts, cuts[1:], like, strict=False)
    named = "pair" if len(like) > 1 else how
    return [Mention(a, b, analysis.text[a:b], m.entity, m.type, named) for a, b, m in parts]
