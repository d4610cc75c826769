"""Persons of an article: their full names, and which surname belongs to whom."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

from graphbuild.knowledge import Language, NameKind
from graphbuild.link import casing, votes
from graphbuild.link.names import folded
from graphbuild.model import Analysis

_PART = r"(?:[A-ZÀ-ÖØ-Þ][\w]*|(?:al|el|as|ben|bin|Mc|Mac)(?=['-])|[dDON](?=['-][A-ZÀ-Þ]))(?:['-](?:[A-ZÀ-ÖØ-Þ]?\w+))*"
_INITIAL = r"[A-ZÀ-ÖØ-Þ]\."
_PARTICLE = (
    r"(?:de la|de|del|du|des|da|das|dos|di|von der|von|van der|van den|van de|van|zu|ter"
    r"|ben|bin|ibn|al|el|bel|ould|le|la|y)"
)
NAME = re.compile(rf"(?:{_INITIAL}|{_PART})(?: (?:{_PARTICLE} )?(?:{_INITIAL}|{_PART}))*")
_ENDING = re.compile(r"['’]s$|[.']+$")


def find(analysis: Analysis, taken: Sequence[tuple[int, int]], language: Language) -> list[tuple[int, int]]:
    """Where full names of persons stand, and surnames that a title or the model shows to be one; sorted, apart."""
    text = analysis.text
    spans: dict[int, int] = {}
    other, openings = _taken_otherwise(analysis, language), _openings(analysis, language)
    found_by = [*_candidates(analysis, language), *_office_holders(text, taken, language)]
    for start, end, sure in sorted(found_by):
        for a, b in _names(text, start, end, language):
            if _blocked(text, a, b, taken, language, sure) or is_inserted(text, a, b):
                continue
            if not sure and (text[a:b] in other or _is_plain(text, a, b, openings)):
                continue
            if casing.is_a_body(text[a:b], text, language):
                continue
            spans[a] = max(b, spans.get(a, 0))
    found: list[tuple[int, int]] = []
    for a, b in sorted(spans.items()):
        if not found or a >= found[-1][1]:
            found.append((a, b))
    return found


def _candidates(analysis: Analysis, language: Language) -> Iterator[tuple[int, int, bool]]:
    """(start, end, is it surely a person?): the model's persons, names after a title, names after a first name."""
    for guess in analysis.guesses:
        if guess.label == "PER" and not casing.shouted(analysis.text, guess.start):
            yield guess.start, guess.end, False
    titles = "|".join(re.escape(t) for t in sorted(language.words["civil_titles"], key=len, reverse=True))
    for found in re.finditer(rf"(?<![\w])(?:{titles}) (?={_PART})", analysis.text):
        name = NAME.match(analysis.text, found.end())
        if name:
            yield name.start(), name.end(), True
    for name in NAME.finditer(analysis.text):
        if " " in name.group() and _is_first_name(name.group().split(" ")[0], language):
            yield name.start(), name.end(), True


def _office_holders(text: str, taken: Iterable[tuple[int, int]], language: Language) -> Iterator[tuple[int, int, bool]]:
    """« la maire de Lyon Xeta Vorul », « le député Xeta Vorul »: words that nothing knows, behind an office."""
    letters = list(text)
    for a, b in taken:
        letters[a:b] = _KNOWN * (b - a)
    for office in _office(language).finditer("".join(letters)):
        name = NAME.match(text, office.end())
        if name is None or " " not in name.group() or _begins_a_body(name.group(), language):
            continue
        if not office[0].endswith(", ") or text[name.end() : name.end() + 1] in (",", "."):
            yield name.start(), name.end(), True


_KNOWN = "\ue000"


@cache
def _office(language: Language) -> re.Pattern[str]:
    """The words of an office, with what it is of and an adjective, up to where a name may stand."""
    words = language.words
    roles, adjectives, fields = (
        "|".join(map(re.escape, sorted(group, key=len, reverse=True)))
        for group in (words["roles"], words["role_adjectives"], words["role_fields"])
    )
    of = r"(?:de la |de l'|des |du |de |d'|aux |au |à la |à l'|à |en )"
    return re.compile(
        rf"(?<!\w)(?:{roles})(?: (?:{of}(?:{fields}|{_KNOWN}+)|{adjectives}|{_KNOWN}+))*(?: |, )(?=[A-ZÀ-Þ])"
    )


def _begins_a_body(name: str, language: Language) -> bool:
    """« (ministre) Affaires sociales », « Front Populaire »: no person's name."""
    first = name.split(" ")[0].lower()
    words = language.words
    return first in words["organization_heads"] | words["fields"] | words["common"] | words["starters"]


def _taken_otherwise(analysis: Analysis, language: Language) -> frozenset[str]:
    """Names without a first name that the model takes for a place or an organization at least as often."""
    tally = votes.count(analysis)
    other = (name for name, v in tally.items() if v["PER"] <= max(v["LOC"], v["ORG"]))
    return frozenset(name for name in other if not _is_first_name(name.split(" ")[0], language))


def _openings(analysis: Analysis, language: Language) -> frozenset[int]:
    """Where a word that begins a sentence is a plain one by the model: « Etude en main, … », « Citant le X, … »."""
    text = analysis.text
    return frozenset(
        t.start
        for s in analysis.sentences
        for t in s.tokens
        if t.pos in ("NOUN", "VERB", "ADJ") and casing.begins(text, t.start) and not _is_first_name(t.text, language)
    )


def _is_plain(text: str, start: int, end: int, openings: Collection[int]) -> bool:
    """« Etude », « Attaque de Westminster », « Citant le Comité »: a noun or verb, alone or before a small word."""
    if start not in openings:
        return False
    name = text[start:end]
    if " " in name:
        return not name.split(" ")[1][0].isupper()
    return all(p in openings for p in casing.places(name, text))


def is_inserted(text: str, start: int, end: int) -> bool:
    """« le président (Recep Tayyip) Erdogan »: a first name that the paper put in brackets."""
    return text[:start].endswith(("(", "[")) and bool(re.match(r"[)\]] [A-ZÀ-Þ]", text[end : end + 3]))


def _is_first_name(word: str, language: Language) -> bool:
    return word in language.first_names or word.split("-")[0] in language.first_names


def _names(text: str, start: int, end: int, language: Language) -> Iterator[tuple[int, int]]:
    """The name inside a candidate: without titles, offices and a paper's name that the model swallowed before it."""
    limit = text.find("\n", start)
    found = NAME.search(text, start, min(end, limit) if limit >= 0 else end)
    if not found:
        return
    a, b = found.span()
    if b < end or text[b : b + 1] == "-":  # the model cut the name short
        whole = NAME.match(text, a)
        b = max(b, whole.end()) if whole and " " not in text[b : whole.end()] else b
    words = list(re.finditer(r"\S+", text[a:b]))
    while words and _is_title(words[0].group(), language):
        words.pop(0)
    if len(words) > 1 and casing.begins(text, a) and _is_participle(words[0].group(), language):
        words.pop(0)
    first = next((n for n, w in enumerate(words) if _is_first_name(w.group(), language)), 0)
    if first and len(words) - first >= 2 and len(words) > 2:
        words = words[first:]
    if not words:
        return
    b = a + words[-1].end()
    a += words[0].start()
    b -= len(text[a:b]) - len(_ENDING.sub("", text[a:b]))
    if (b - a >= 2 and text[a].isupper()) or text[a : a + 3] in ("al-", "el-"):
        yield a, b


def _is_participle(word: str, language: Language) -> bool:
    """« Baptisée Tamy, … »"""
    return word.endswith(("é", "ée", "és", "ées")) and not _is_first_name(word, language)


def _is_title(word: str, language: Language) -> bool:
    words = language.words
    return (
        word in words["civil_titles"]
        or word.lower() in words["roles"]
        or word.lower() in words["starters"]
        or word.lower() in words["common"]
        or word in words["role_fields"]
        or word.lower() in words["incoming_words"] | words["former_words"]
        or any(n.kind is NameKind.PEOPLE for n in language.names.get(folded(word.split("-")[-1]), ()))
    )


def _blocked(text: str, start: int, end: int, taken: Iterable[tuple[int, int]], language: Language, sure: bool) -> bool:
    """A name of the gazetteer stands here: a person only where a first name leads and it covers just the rest."""
    over = [(a, b) for a, b in taken if a < end and start < b]
    if not over:
        return not sure and " " not in text[start:end] and not _may_be_a_name(text[start:end], text, language)
    if any(a <= start and b >= end for a, b in over):
        return True
    first = text[start:end].split(" ")[0]
    return not (_is_first_name(first, language) and all(a > start for a, _ in over))


def _may_be_a_name(word: str, text: str, language: Language) -> bool:
    """A single word that only the model takes for a person: no common word, no storm, no ministry."""
    words = language.words
    small = word.lower()
    return not (
        small in words["starters"] | words["fields"] | words["common"]
        or casing.quoted(word, text)
        or casing.is_ordinary(word, text, language)
        or casing.is_a_thing(word, text, language)
    )


def women(text: str, spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Which of these names a title or an apposition shows to be a woman's: « Mme X », « X, la sœur de M. Kim »."""
    return frozenset(
        number
        for number, (start, end) in enumerate(spans)
        if text[:start].endswith("Mme ") or re.match(r", (?:la|une) ", text[end : end + 6])
    )


def cluster(names: Sequence[str], female: Collection[int] = (), male: Collection[int] = ()) -> list[str]:
    """For each written name, in order of appearance, the fullest name of the same person.

    A single word belongs to the person whose name ends with it (or begins with it, as « Xi » does); where several
    do, to the one named last before it. ``female`` and ``male`` are the places where the text shows which they are:
    « M. Kim » is not « Kim Yo-jong, la sœur ».

    >>> cluster(["Jens Stoltenberg", "Stoltenberg", "Xi Jinping", "Xi", "Ben Wallace"])
    ['Jens Stoltenberg', 'Jens Stoltenberg', 'Xi Jinping', 'Xi Jinping', 'Ben Wallace']
    """
    fullest: dict[str, str] = {}
    for name in names:
        if " " in name and name not in fullest:
            same = next((f for f in fullest.values() if _same(f, name)), name)
            best = max(same, name, key=len)
            fullest = {k: best if v == same else v for k, v in fullest.items()} | {name: best}
    ladies = {fullest[names[n]] for n in female if names[n] in fullest}
    people: list[str] = []
    for number, name in enumerate(names):
        barred = ladies if number in male else ()
        if name in fullest:
            people.append(fullest[name])
            continue
        before = [fullest[n] for n in reversed(names[:number]) if _may_own(fullest.get(n), name, barred)]
        after = [fullest[n] for n in names[number:] if _may_own(fullest.get(n), name, barred)]
        people.append((before + after + [name])[0])
    return people


def _may_own(full: str | None, single: str, barred: Collection[str]) -> bool:
    return full is not None and full not in barred and owns(full, single)


def _parts(name: str) -> list[str]:
    return [p for p in re.split(r"[ \-]", folded(name)) if p not in ("al", "el", "ben", "bin", "de", "von", "van")]


def _same(a: str, b: str) -> bool:
    """« Recep Tayyip Erdogan » and « Tayyip Erdogan »; « George W. Bush » and « George Bush »: one within the other."""
    first, second = _parts(a), _parts(b)
    if len(first) > len(second):
        first, second = second, first
    return first[-1] == second[-1] and set(first) <= set(second)


def owns(full: str, single: str) -> bool:
    parts, wanted = _parts(full), _parts(single)
    if not wanted:
        return False
    return parts[-len(wanted) :] == wanted or (len(parts) > 1 and parts[0] == wanted[0] and len(parts[0]) <= 4)
