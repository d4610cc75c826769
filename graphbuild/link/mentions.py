"""All names of an article as mentions of entities, with capitals read as town or government by their surroundings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphbuild.knowledge import Language, Name, NameKind
from graphbuild.link import names, persons, unknown
from graphbuild.link.names import Match
from graphbuild.model import Analysis, EntityType, Mention

_BEFORE = re.compile(r"([\w'’-]+)[\s\"(]*$")


def find(analysis: Analysis, language: Language) -> list[Mention]:
    """The named mentions of an article, in order; one place has one mention, but « russo-turque » has two."""
    text = analysis.text
    known = names.find(text, language)
    people = persons.find(analysis, known, language)
    known = [m for m in known if not any(a < m.end and m.start < b for a, b in people)]
    idle = [(m.start, m.end) for m in known if _is_language(text, m, language) or _in_a_title(text, m, language)]
    known = [m for m in known if (m.start, m.end) not in idle]
    famous = {
        (m.start, m.end): m.name.entity for m in known if language.entities[m.name.entity].type == EntityType.PERSON
    }
    taken = [*people, *idle, *((m.start, m.end) for m in known)]
    others = unknown.find(analysis, taken, language)
    mentions = [
        *_people(text, [*people, *famous], famous, [*taken, *((a, b) for a, b, _ in others)]),
        *(_known(text, m, language) for m in known if (m.start, m.end) not in famous),
        *_others(text, others),
    ]
    return sorted(mentions, key=lambda m: (m.start, m.end))


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
            if not any(a < place.end() and place.start() < b for a, b in blocked):
                found[place.span()] = name
                blocked.append(place.span())
    spans_in_order = sorted(found)
    owners = persons.cluster([famous.get(span, found[span]) for span in spans_in_order])
    ids = {person: famous[span] for span, person in zip(spans_in_order, owners, strict=True) if span in famous}
    for span, person in zip(spans_in_order, owners, strict=True):
        yield Mention(*span, text[slice(*span)], ids.get(person, person), EntityType.PERSON, "name")


def _surname(name: str) -> str:
    particles = re.search(r" ((?:Le|La|Van|Von|De|Ben|Bin|Al|El) \S+)$", name)
    return particles.group(1) if particles else name.split(" ")[-1]


def _known(text: str, match: Match, language: Language) -> Mention:
    entity = language.entities[match.name.entity]
    if entity.capital_of and _governs(text, match, language):
        country = language.entities[entity.capital_of]
        form = text[match.start : match.end]
        return Mention(match.start, match.end, form, country.id, country.type, "capital", entity.id)
    return Mention(match.start, match.end, text[match.start : match.end], entity.id, entity.type, str(match.name.kind))


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


def _prefixes(before: str, language: Language) -> Iterator[Name]:
    word = re.search(r"(\w+)-$", before)
    if word:
        yield from language.names.get(names.folded(word.group(1)), ())


_SIGNS = frozenset('.,;:!?()"')
_CLITICS = frozenset(["s'", "se", "ne", "n'", "y", "en", "l'", "le", "la", "les", "leur", "lui"])
_WORDS = re.compile(r"[\w-]+'?|[.,;:!?()\"]")


def _governs(text: str, match: Match, language: Language) -> bool:
    """Does the capital stand for its government here? By the word before, and by the verb after."""
    words = language.words
    line = text.rfind("\n", 0, match.start) + 1
    before = [w.lower() for w in _WORDS.findall(text[max(line, match.start - 80) : match.start])]
    after = _WORDS.findall(text[match.end : match.end + 60].split("\n")[0])
    if _joined_to_capital(text, match, language):
        return True
    if before and before[-1] in ("et", "ou", ","):  # « Paris et Berlin », « entre les talibans et Kaboul »
        if "entre" in before[-7:-1]:
            return True
        if len(before) >= 2 and _is_capital(before[-2], language):
            before = before[:-2]
    previous = before[-1] if before else ""
    noun = before[-2] if len(before) >= 2 else ""
    if previous in words["metonym_preps"] or (previous == "à" and noun == "face"):
        return True
    if previous == "à" or (previous == "a" and (not noun or noun in _SIGNS)):
        return any(language.lemmas(w) & words["verbs_dative"] for w in before[-5:-1])
    if previous in ("de", "d'"):
        if language.lemmas(noun) & words["verbs_from"]:
            return False
        return bool(noun) and noun not in words["town_words"] and not noun[:1].isdigit() and noun not in _SIGNS
    if previous in words["place_preps"]:
        return False
    lemmas = language.lemmas(previous)
    if lemmas and not lemmas & words["verbs_town_object"] and not lemmas & {"être", "avoir"}:
        return True  # « critique Varsovie », « rappelle Paris »
    return _acts(after, language)


def _joined_to_capital(text: str, match: Match, language: Language) -> bool:
    """« l'axe Paris-Berlin », « les tensions Pékin-Washington »"""
    right = re.match(r"-([A-ZÀ-Þ]\w+)", text[match.end : match.end + 20])
    left = re.search(r"([A-ZÀ-Þ]\w+)-$", text[max(0, match.start - 20) : match.start])
    return any(found and _is_capital(found[1], language) for found in (left, right))


def _is_capital(word: str, language: Language) -> bool:
    found = language.names.get(names.folded(word), ())
    return any(language.entities[name.entity].capital_of for name in found)


def _acts(after: list[str], language: Language) -> bool:
    """Is the word followed by a verb that only an actor can have (« Moscou a annoncé »)?"""
    if after[:1] and after[0].lower() in ("s'", "se", "n'", "ne"):
        return True
    for word in after[:9]:
        if word in '.;:!?()"':
            return False
        lower = word.lower()
        if lower in _CLITICS or lower in language.words["determiners"]:
            continue
        lemmas = {f.lemma for f in language.forms.get(lower, ()) if f.tense not in ("infinitive", "gerund")}
        if lemmas:
            return not any(language.lemmas(w.lower()) & language.words["verbs_town"] for w in after[:9])
    return False


def _others(text: str, found: list[tuple[int, int, EntityType]]) -> Iterator[Mention]:
    """Names that only the model knows; « Forces du Nord (FDN) » makes FDN another name of the same."""
    short: dict[str, str] = {}
    for start, end, _ in found:
        bracket = re.match(r" ?\(([A-Z][\w.-]{1,9})\)", text[end : end + 14])
        if bracket:
            short[bracket[1]] = text[start:end]
    for start, end, kind in found:
        name = text[start:end]
        yield Mention(start, end, name, short.get(name, name), kind, "ner")
