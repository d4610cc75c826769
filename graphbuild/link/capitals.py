"""Capitals: the government (« Moscou a annoncé », « accuse Bruxelles ») or the town (« les rues de Moscou »)?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graphbuild.knowledge import Known, Language, NameKind
from graphbuild.link.names import Match, folded

_SIGNS = frozenset(".,;:!?()")
_CLITICS = frozenset(["s'", "se", "ne", "n'", "y", "en", "l'", "le", "la", "les", "leur", "lui"])
_WORDS = re.compile(r"[\w-]+'?|[.,;:!?()]")


def government(city: Known, language: Language) -> Known | None:
    """For whom a city stands where it acts: its country, or what the gazetteer says (Bruxelles: the EU)."""
    stands_for = city.acts_for or city.capital_of
    return language.entities[stands_for] if stands_for else None


@dataclass(frozen=True)
class Governments:
    """What the capitals of one article stand for."""

    text: str
    known: Iterable[Match]
    language: Language

    def behind(self, match: Match) -> Known | None:
        """The government that a capital stands for; None for a town and for all other names."""
        city = self.language.entities[match.name.entity]
        acting = government(city, self.language)
        if acting is None or not _governs(self.text, match, self.language):
            return None
        if city.acts_for and city.capital_of and self._is_about(city.capital_of) and not self._is_about(city.acts_for):
            return self.language.entities[city.capital_of]
        return acting

    def _is_about(self, entity: str) -> bool:
        """Does the article name this country, or this organization or a part of it?"""
        kind = self.language.entities[entity].kind
        return any(
            m.name.entity == entity or (kind is not None and self.language.entities[m.name.entity].kind == kind)
            for m in self.known
            if m.name.kind is not NameKind.PREFIX
        )


def _governs(text: str, match: Match, language: Language) -> bool:
    """Does the capital stand for its government here? By the words before, and by the verb after."""
    line = text.rfind("\n", 0, match.start) + 1
    before = [w.lower() for w in _WORDS.findall(text[max(line, match.start - 80) : match.start])]
    after = _WORDS.findall(text[match.end : match.end + 60].split("\n")[0])
    if before[-1:] in (["du"], ["au"]) and language.entities[match.name.entity].label_fr.startswith(
        "Le "
    ):  # « du Caire »
        before[-1] = "de" if before[-1] == "du" else "à"
    if _joined_to_capital(text, match, language):
        return True
    if before and before[-1] in ("et", "ou", ","):  # « Paris et Berlin », « entre les talibans et Kaboul »
        if "entre" in before[-7:-1]:
            return not _on_the_way(before, language)
        if len(before) >= 2 and _is_capital(before[-2], language):
            before = before[:-2]
    verdict = _after_preposition(before, after, language) if before else None
    if verdict is not None:
        return verdict
    lemmas = language.lemmas(before[-1]) if before else frozenset()
    words = language.words
    if lemmas and not lemmas & words["verbs_town_object"] and not lemmas & {"être", "avoir"}:
        return True  # « critique Varsovie », « rappelle Paris »
    return _acts(after, language)


def _after_preposition(before: list[str], after: list[str], language: Language) -> bool | None:
    """What the preposition before a capital says; None where there is none."""
    words = language.words
    previous, noun = before[-1], before[-2] if len(before) >= 2 else ""
    if previous in words["metonym_preps"] or (previous == "à" and noun == "face"):
        return not _on_the_way(before, language)
    if previous == "à" or (previous == "a" and (not noun or noun in _SIGNS)):
        near = before[-6:-1]
        return any(language.lemmas(w) & words["verbs_dative"] for w in near) or bool(set(near) & words["nouns_dative"])
    if previous in ("de", "d'"):
        passes = after[:1] == ["à"] and "".join(after[1:2]).istitle()  # « de Madrid à Buenos Aires »
        if passes or language.lemmas(noun) & words["verbs_from"]:
            return False
        return bool(noun) and not _of_a_town(before[:-1], language) and not noun[:1].isdigit() and noun not in _SIGNS
    if previous == "sur" and language.lemmas(noun) & words["verbs_sur_government"]:
        return True  # « s'aligne sur Moscou »
    return False if previous in words["place_preps"] else None


def _of_a_town(before: list[str], language: Language) -> bool:
    """« les rues de Moscou », « la communauté française de Londres »"""
    towns = language.words["town_words"]
    described = len(before) > 1 and before[-2] in towns and not language.lemmas(before[-1])
    return before[-1] in towns or (described and before[-1] not in language.words["determiners"])


def _on_the_way(before: list[str], language: Language) -> bool:
    """« un vol entre Rome et Paris », « s'envole pour Paris »"""
    preposition = max((n for n, w in enumerate(before) if w in ("entre", "pour", "par")), default=0)
    near = before[max(0, preposition - 2) : preposition]
    leaves = any(language.lemmas(w) & language.words["verbs_from"] for w in near)
    return leaves or bool(set(near) & language.words["travel_nouns"])


def _joined_to_capital(text: str, match: Match, language: Language) -> bool:
    """« l'axe Paris-Berlin », « les tensions Pékin-Washington »"""
    right = re.match(r"-([A-ZÀ-Þ]\w+)", text[match.end : match.end + 20])
    left = re.search(r"([A-ZÀ-Þ]\w+)-$", text[max(0, match.start - 20) : match.start])
    return any(found and _is_capital(found[1], language) for found in (left, right))


def _is_capital(word: str, language: Language) -> bool:
    return any(government(language.entities[name.entity], language) for name in language.names.get(folded(word), ()))


def _acts(after: list[str], language: Language) -> bool:
    """Is the word followed by a verb that only an actor can have (« Moscou a annoncé »)?"""
    if after[:1] and after[0].lower() in ("s'", "se", "n'", "ne"):
        return True
    for word in after[:9]:
        if word in ".;:!?()":
            return False
        lower = word.lower()
        if lower in _CLITICS or lower in language.words["determiners"]:
            continue
        lemmas = {f.lemma for f in language.forms.get(lower, ()) if f.tense not in ("infinitive", "gerund")}
        if lemmas:
            return not any(language.lemmas(w.lower()) & language.words["verbs_town"] for w in after[:9])
    return False
