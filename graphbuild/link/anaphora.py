"""Phrases and pronouns that point back: « le président turc », « son pays », « ce dernier », « il »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graphbuild.knowledge import Language
from graphbuild.link.offices import Offices, genders, holder, served_by
from graphbuild.model import Analysis, EntityType, Mention, Sentence

_BARE = re.compile(r"(?:^|.*[\s\"'(,:;-])$", re.DOTALL)
_POLITICAL = frozenset({EntityType.COUNTRY, EntityType.ORGANIZATION})


@dataclass(frozen=True, slots=True)
class Office:
    """The words of an office that stand without a name."""

    start: int
    end: int
    role: str
    target: str | None


def find(
    analysis: Analysis, mentions: Sequence[Mention], bare: Sequence[Office], offices: Offices, language: Language
) -> list[Mention]:
    """Further mentions, each of an entity that the article has named before; nothing where there is doubt."""
    known = list(mentions)
    gender = genders(mentions, analysis.text, offices, language)
    found: list[Mention] = []
    for number, sentence in enumerate(analysis.sentences):
        here = [o for o in bare if sentence.start <= o.start < sentence.end]
        made = [
            *_offices(analysis, here, known, offices, language),
            *_phrases(analysis, number, sentence, known, offices, language),
        ]
        known = sorted([*known, *made], key=lambda m: (m.start, m.end))
        made += _pronouns(analysis, number, sentence, known, gender, language)
        known = sorted([*known, *made], key=lambda m: (m.start, m.end))
        found += made
    return found


def owner(analysis: Analysis, position: int, known: Sequence[Mention]) -> Mention | None:
    """Whose minister « son ministre » is: the country or organization that the sentence before is about."""
    number = next((n for n, s in enumerate(analysis.sentences) if s.start <= position < s.end), 0)
    if number == 0:
        return None
    before = analysis.sentences[number - 1]
    inside = [m for m in known if before.start <= m.start and m.end <= before.end and m.type in _POLITICAL]
    bare = [m for m in inside if m.how not in ("adjective", "prefix") and _is_bare(analysis.text, m, before)]
    return bare[-1] if bare else None


def _mention(analysis: Analysis, start: int, end: int, like: Mention, how: str) -> Mention:
    return Mention(start, end, analysis.text[start:end], like.entity, like.type, how)


def _offices(
    analysis: Analysis, bare: Sequence[Office], known: Sequence[Mention], offices: Offices, language: Language
) -> Iterator[Mention]:
    for office in bare:
        before = [m for m in known if m.end <= office.start]
        person = holder(office.role, office.target, before, offices, language)
        if person is not None:
            like = next(m for m in reversed(before) if m.entity == person)
            yield _mention(analysis, office.start, office.end, like, "office")


# --- phrases ---


def _phrases(
    analysis: Analysis,
    number: int,
    sentence: Sentence,
    known: Sequence[Mention],
    offices: Offices,
    language: Language,
) -> Iterator[Mention]:
    text = analysis.text
    words = language.words
    for match in re.finditer(
        r"\b(?:[Ss]on|[Ll]eur|[Nn]otre) pays\b(?! natal| d')", text[sentence.start : sentence.end]
    ):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        owner = _subject_before(analysis, number, start, known)
        if owner is None:
            continue
        country = owner.entity if owner.type is EntityType.COUNTRY else served_by(owner.entity, offices, language)
        if country and country in language.entities and language.entities[country].type is EntityType.COUNTRY:
            yield Mention(start, end, text[start:end], country, EntityType.COUNTRY, "possessive")
    nouns = "|".join(sorted(words["organization_nouns"]))
    for match in re.finditer(
        rf"\b(?:[Ll]'|[Ll]a |[Ll]e |[Cc]ette |[Cc]e |[Cc]et )({nouns})\b", text[sentence.start : sentence.end]
    ):
        start, end = sentence.start + match.start(1), sentence.start + match.end()
        described = next((m for m in known if m.start == end + 1 and m.how == "adjective"), None)
        if described is not None and described.type is not EntityType.COUNTRY:  # « l'organisation occidentale »
            end = described.end
        if not _taken([m for m in known if m is not described], start, end + 12):
            before = [m for m in known if m.end <= start and m.type is EntityType.ORGANIZATION and m.how != "adjective"]
            if before and start - before[-1].end < 400:
                yield _mention(analysis, start, end, before[-1], "phrase")
    for match in re.finditer(
        r"\b(?:[Cc]e dernier|[Cc]ette dernière|[Cc]elui-ci|[Cc]elle-ci)\b", text[sentence.start : sentence.end]
    ):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        before = [m for m in known if m.end <= start and m.how != "adjective"]
        people = [m for m in before[-4:] if m.type is EntityType.PERSON]
        if people and start - people[-1].end < 200:
            yield _mention(analysis, start, end, people[-1], "phrase")
    yield from _pairs(analysis, sentence, known, language)


def _pairs(analysis: Analysis, sentence: Sentence, known: Sequence[Mention], language: Language) -> Iterator[Mention]:
    """« les deux pays », « les deux hommes »: the last two of their kind."""
    text = analysis.text
    kinds = "|".join(sorted(language.words["two_of_a_kind"]))
    for match in re.finditer(
        rf"\b(?:[Ll]es|[Dd]es|ces|[Cc]es|[Nn]os|aux) deux (?:\w+ )?({kinds})\b", text[sentence.start : sentence.end]
    ):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        person = match[1] not in (
            "pays",
            "capitales",
            "voisins",
            "Etats",
            "États",
            "puissances",
            "nations",
            "blocs",
            "camps",
            "parties",
            "alliés",
            "rivaux",
            "adversaires",
        )
        last: list[Mention] = []
        for m in reversed([m for m in known if m.end <= start and start - m.end < 400]):
            fits = m.type is EntityType.PERSON if person else m.type in _POLITICAL
            if fits and all(m.entity != other.entity for other in last):
                last.append(m)
            if len(last) == 2:
                break
        if len(last) == 2:
            middle = start + (end - start) // 2
            for like, (a, b) in zip(reversed(last), ((start, middle), (middle, end)), strict=True):
                yield _mention(analysis, a, b, like, "pair")


# --- pronouns ---


def _pronouns(
    analysis: Analysis,
    number: int,
    sentence: Sentence,
    known: Sequence[Mention],
    gender: Mapping[str, str],
    language: Language,
) -> Iterator[Mention]:
    """« il » and « elle » that act: the subject named last, if its gender can be that."""
    text = analysis.text
    for token in sentence.tokens:
        word = token.lower.lstrip("-").removeprefix("t-")
        if word not in ("il", "elle") or _IMPERSONAL.match(text[token.end : token.end + 40]):
            continue
        inverted = token.text.startswith("-") or text[token.start - 1 : token.start] == "-"
        like = _subject_before(analysis, number, token.start, known, inverted=inverted)
        if like is not None and _can_be(like, word, gender, language):
            yield _mention(analysis, token.start + len(token.text) - len(word), token.end, like, "pronoun")


_IMPERSONAL = re.compile(
    r" (?:n[e'] ?)?(?:y (?:a|avait|aura|aurait|ait)|faut|fallait|faudra|faudrait|s'agi|semble\b|suffi|convien|pleut"
    r"|existe|reste\b|en va|se peut"
    r"|est (?:prévu|possible|temps|clair|question|vrai|important|nécessaire|difficile|bon|trop|évident))"
)


def _quoted(analysis: Analysis, number: int, position: int) -> bool:
    """Does a place lie between quotation marks of its paragraph?"""
    start = analysis.text.rfind("\n", 0, position) + 1
    return analysis.text.count('"', start, position) % 2 == 1


def _subject_before(
    analysis: Analysis, number: int, position: int, known: Sequence[Mention], *, inverted: bool = False
) -> Mention | None:
    """The first actor without a preposition: in the same sentence before a place, else in the one before it.

    What stands in a quotation is left out for a place outside; « …, a-t-il dit » looks further back.
    """
    outside = not _quoted(analysis, number, position)
    for back in range(number, max(-1, number - (5 if inverted else 3)), -1):
        sentence = analysis.sentences[back]
        if back != number and analysis.sentences[number].paragraph - sentence.paragraph > 1 + inverted:
            return None
        inside = [
            m
            for m in known
            if sentence.start <= m.start
            and m.end <= min(position, sentence.end)
            and m.type is not EntityType.PLACE
            and not (outside and _quoted(analysis, back, m.start))
        ]
        bare = [m for m in inside if m.how not in ("adjective", "prefix") and _is_bare(analysis.text, m, sentence)]
        if bare:
            return bare[0] if back != number else bare[-1] if bare[-1].how == "pronoun" else bare[0]
    return None


_MARKED = re.compile(
    r"(?:\b(?:à|de|du|des|d'|au|aux|en|dans|avec|contre|par|pour|sur|entre|vers|chez|selon|d'après|depuis|envers|sous|après|avant|face|et)"
    r"(?: la| le| les| l'| M\.| Mme| son| sa)?\s?)$"
)


def _is_bare(text: str, mention: Mention, sentence: Sentence) -> bool:
    before = text[max(sentence.start, mention.start - 60) : mention.start]
    role = re.search(
        r"((?:\b(?:le|la|l'|du|de la|au|à la|des|de l'|par le|avec le|son|sa) ?)(?:[\w'-]+ ){0,7})$", before
    )
    if _MARKED.search(before.lower()):
        return False
    if role and mention.type is EntityType.PERSON:
        return not re.match(r"(?:du|au|des|de la|de l'|à la|par|avec)\b", role[1])
    return True


def _can_be(mention: Mention, pronoun: str, gender: Mapping[str, str], language: Language) -> bool:
    if mention.type is EntityType.PERSON:
        return gender.get(mention.entity, "m" if pronoun == "il" else "f") == ("m" if pronoun == "il" else "f")
    known = language.entities.get(mention.entity)
    label = known.label_fr if known else mention.text
    feminine = label.endswith("e") and label not in language.words["masculine_in_e"]
    if mention.how in ("capital", "seat", "people"):
        return pronoun == "il" and not feminine
    return feminine == (pronoun == "elle")


def _taken(known: Sequence[Mention], start: int, end: int) -> bool:
    return any(m.start < end and start < m.end for m in known)
