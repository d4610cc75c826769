"""All names of an article as mentions of entities."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from graphbuild.knowledge import Language, Name, NameKind
from graphbuild.link import acronyms, bodies, capitals, names, persons, unknown
from graphbuild.link.names import Match
from graphbuild.model import Analysis, EntityType, Mention

_BEFORE = re.compile(r"([\w'’-]+)[\s\"(]*$")


def find(analysis: Analysis, language: Language) -> list[Mention]:
    """The named mentions of an article, in order; one place has one mention, but « russo-turque » has two."""
    text = analysis.text
    known = [m for m in names.find(text, language) if not _in_a_compound(text, m)]
    introduced = acronyms.find(text, known, language)
    made = (bodies.foreign(text, known, language), bodies.named(text, known, language))
    for body in (*chain(*made), *bodies.find(analysis, known, language)):
        if _is_free((body.start, body.end), _spans(introduced)):
            introduced.append(body)
    known = _apart(known, _spans(introduced))
    people = persons.find(analysis, [*_spans(known), *_spans(introduced)], language)
    known = _apart(known, people)
    idle = _spans(m for m in known if any(test(text, m, language) for test in _IDLE))
    known = _apart(known, idle)
    famous = {
        (m.start, m.end): m.name.entity for m in known if language.entities[m.name.entity].type == EntityType.PERSON
    }
    taken = [*people, *idle, *_spans(known), *_spans(introduced)]
    called = {text[a:b] for a, b in people} | set(famous.values())
    others = unknown.find(analysis, taken, called, language)
    towns = capitals.Governments(text, known, language)
    mentions = [
        *introduced,
        *_people(text, [*people, *famous], famous, [*taken, *((a, b) for a, b, _ in others)]),
        *(_known(text, m, towns) for m in known if (m.start, m.end) not in famous),
        *_others(text, others, known, language),
    ]
    return sorted(mentions, key=lambda m: (m.start, m.end))


def _spans(found: Iterable[Match | Mention]) -> list[tuple[int, int]]:
    return [(m.start, m.end) for m in found]


def _apart(known: Iterable[Match], spans: Sequence[tuple[int, int]]) -> list[Match]:
    """The names that none of these stretches covers."""
    return [m for m in known if _is_free((m.start, m.end), spans)]


def _people(
    text: str, spans: list[tuple[int, int]], famous: dict[tuple[int, int], str], taken: list[tuple[int, int]]
) -> Iterator[Mention]:
    """The persons' names, and wherever else in the article the same names or surnames stand."""
    found = {(a, b): text[a:b] for a, b in spans}
    again = {name for name in found.values() if len(name) > 2}
    again |= {last for name in again if " " in name and len(last := _surname(name)) > 3}
    blocked = sorted(taken)
    for name in sorted(again, key=lambda n: (-len(n), n)):
        for place in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text):
            if _is_free(place.span(), blocked):
                whole = persons.NAME.match(text, place.start())  # « Wang Zhiyuan » is not the Mr Wang of before
                span = whole.span() if whole and " " not in name and _is_free(whole.span(), blocked) else place.span()
                found[span] = text[slice(*span)]
                blocked.append(span)
    spans_in_order = sorted(found)
    owners = persons.cluster(
        [famous.get(span, found[span]) for span in spans_in_order],
        female=persons.women(text, spans_in_order),
        male=[n for n, (start, _) in enumerate(spans_in_order) if text[:start].endswith("M. ")],
    )
    ids = {person: famous[span] for span, person in zip(spans_in_order, owners, strict=True) if span in famous}
    for span, person in zip(spans_in_order, owners, strict=True):
        yield Mention(*span, text[slice(*span)], ids.get(person, person), EntityType.PERSON, "name")


def _is_free(span: tuple[int, int], blocked: Iterable[tuple[int, int]]) -> bool:
    return not any(a < span[1] and span[0] < b for a, b in blocked)


def _surname(name: str) -> str:
    particles = re.search(r" ((?:Le|La|Van|Von|De|Ben|Bin|Al|El) \S+)$", name)
    return particles.group(1) if particles else name.split(" ")[-1]


def _known(text: str, match: Match, towns: capitals.Governments) -> Mention:
    entity = towns.language.entities[match.name.entity]
    form = text[match.start : match.end]
    government = towns.behind(match)
    if government is not None:
        return Mention(match.start, match.end, form, government.id, government.type, "capital", entity.id)
    return Mention(match.start, match.end, form, entity.id, entity.type, str(match.name.kind))


def _in_a_compound(text: str, match: Match) -> bool:
    """« Nogent-sur-Oise » is a town of its own, and « Saint-Denis-la-Plaine »."""
    return bool(_COMPOUND.search(text[max(0, match.start - 30) : match.start]))


_COMPOUND = re.compile(r"[A-ZÀ-Þ]\w+-(?:sur|sous|en|lès|les|la|le|de|du|des|aux|l'|d')-?$")


def _is_language(text: str, match: Match, language: Language) -> bool:
    """« en français » names no country; nor does the second half of « latino-américain »."""
    if match.name.kind not in (NameKind.ADJECTIVE, NameKind.PEOPLE):
        return False
    before = text[max(0, match.start - 30) : match.start]
    if before.endswith("-"):
        return not any(n.kind is NameKind.PREFIX for n in _prefixes(before, language))
    word = _BEFORE.search(before)
    after = text[match.end : match.end + 1]
    if word is None or after == "-":
        return False
    return word[1].lower() in language.words["language_words"] or "parler" in language.lemmas(word[1].lower())


def _in_a_title(text: str, match: Match, language: Language) -> bool:
    """« l'accord de Paris » names an agreement, not the town."""
    if language.entities[match.name.entity].type != EntityType.PLACE:
        return False
    before = text[max(0, match.start - 30) : match.start].lower()
    return bool(re.search(rf"\b(?:{'|'.join(sorted(language.words['titled_after_towns']))}) d(?:e |')$", before))


def _is_a_channel(text: str, match: Match, language: Language) -> bool:
    """« a-t-il écrit sur Twitter », « sur sa page Facebook »: the place where somebody speaks."""
    word = _BEFORE.search(text[max(0, match.start - 30) : match.start])
    platform = language.entities[match.name.entity].kind == "platform"
    return platform and word is not None and word[1].lower() in language.words["channel_words"]


_IDLE = (_is_language, _in_a_title, _is_a_channel)
"""What makes a name of the gazetteer no mention."""


def _prefixes(before: str, language: Language) -> Iterator[Name]:
    word = re.search(r"(\w+)-$", before)
    if word:
        yield from language.names.get(names.folded(word.group(1)), ())


def _others(
    text: str, found: list[tuple[int, int, EntityType]], known: Sequence[Match], language: Language
) -> Iterator[Mention]:
    """Names that only the model knows; what stands in brackets behind a name is another name of the same.

    « Forces du Nord (FDN) » joins two names that nobody knows, « le Parti de la clarté (AKP) » a known one to another.
    """
    spans = [(_with_noun(text, a, kind, language), _whole(text, b, language), kind) for a, b, kind in found]
    owners = {(a, b): text[a:b] for a, b, kind in spans if kind is EntityType.ORGANIZATION}
    owners |= {
        (m.start, m.end): m.name.entity
        for m in known
        if language.entities[m.name.entity].type is EntityType.ORGANIZATION and m.name.kind in _FULL
    }
    same = {
        text[a:b]: text[start:end]
        for (start, end, kind), (a, b, _) in zip(spans, found, strict=True)
        if start < a and kind is EntityType.ORGANIZATION
    }
    for (start, end), entity in sorted(owners.items()):
        opened = re.match(r" ?\(", text[end : end + 2])
        inside = next(
            ((a, b) for a, b in owners if opened and a == end + opened.end() and text[b : b + 1] == ")"), None
        )
        if inside is not None and (entity not in language.entities or owners[inside] not in language.entities):
            keep = owners[inside] if owners[inside] in language.entities else entity
            same |= {text[start:end]: keep, text[slice(*inside)]: keep}
    for start, end, kind in spans:
        name = text[start:end]
        yield Mention(start, end, name, same.get(name, name), kind, "ner")


def _with_noun(text: str, start: int, kind: EntityType, language: Language) -> int:
    """« l'aéroport Zurbaran », « la place du Zurbaran », « l'institut Zurbaran »: the noun is a part of the name."""
    left = text[max(0, start - 30) : start]
    noun = re.search(r"(\w+) (?:de la |de l'|du |des |de |d')?$", left)
    nouns = language.words["place_nouns" if kind is EntityType.PLACE else "named_bodies"]
    if not noun or noun[1] not in nouns or (kind is EntityType.ORGANIZATION and noun[0] != f"{noun[1]} "):
        return start
    stead = re.search(r"(?:\ben|\bsur|à la|\bsa|\bleur) $", left[: noun.start()])  # « la mise en place de X »
    return start if stead else start - len(left) + noun.start()


def _whole(text: str, end: int, language: Language) -> int:
    """The end of a name whose last words the model left out: « Parti de la joie [et du vin] (PJV) »."""
    rest = re.match(r" (\w+)'? ?[^\W\d_]+(?: [^\W\d_]+){0,2}(?= \([A-Z]{2,}\))", text[end : end + 60])
    return end + rest.end() if rest and rest[1] in language.words["small_words"] else end


_FULL = (NameKind.NAME, NameKind.ACRONYM)
