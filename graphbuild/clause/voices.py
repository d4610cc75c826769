"""Who speaks, by the words around a verb of speech or a « selon »: « un porte-parole de l'ONU, X », « a-t-il dit »."""

from __future__ import annotations

from collections.abc import Iterable

from graphbuild.clause import asides
from graphbuild.clause.arguments import Argument
from graphbuild.clause.asides import AUXILIARIES
from graphbuild.clause.scene import Scene, is_finite, tenses
from graphbuild.model import EntityType
from graphbuild.morphology import Tense

QUOTE = '"'
REACH = 12
"""Tokens within which a phrase that names a speaker does so."""


def speaks(argument: Argument, scene: Scene) -> bool:
    """Persons, countries and organizations speak; a place does not, nor an agency that carries the words."""
    if argument.mention.type is EntityType.PLACE:
        return False
    known = scene.language.entities.get(argument.mention.entity)
    return known is None or known.kind != "news_agency" or known.within is not None


def named(scene: Scene, start: int, introduced: str = "") -> Argument | None:
    """Whom a phrase that begins here names, a person before those the person stands for.

    « le porte-parole de la Finul, X » is X, « un porte-parole de la Finul » the force; « à l'AFP » names no speaker.
    """
    tokens = scene.tokens
    found: Argument | None = None
    reached = start
    for a in scene.arguments:
        if a.first < start:
            continue
        gap = range(reached, a.first)
        opens = a.first - 1 if scene.tokens[a.first - 1].text == QUOTE else None  # « un article du "Monde" »
        if a.first - start > REACH or any(_ends_phrase(scene, k) for k in gap if k != opens):
            break
        aside = a.preposition not in ("", "de", introduced)
        direct = a.preposition in ("", introduced) and a.modifies is None
        if any(tokens[k].text == "," for k in gap) and not (_apposed(scene, a) if found else _is_aside(scene, gap)):
            break
        if direct and a.mention.type is EntityType.PERSON:
            return a
        if found is None and not aside and (direct or _by_voice(scene, start, a)):
            found = a
        reached = a.last + 1
    return found


def _ends_phrase(scene: Scene, k: int) -> bool:
    token = scene.tokens[k]
    return (
        token.lower in scene.language.words["relatives"] or token.text in (":", ";", QUOTE, "(") or is_finite(scene, k)
    )


def _apposed(scene: Scene, argument: Argument) -> bool:
    """« …, X, … »: a name between two commas, or at the end."""
    tokens, after = scene.tokens, argument.last + 1
    closed = after >= len(tokens) or tokens[after].text in (",", ".", QUOTE)
    return closed and argument.mention.how == "name" and tokens[argument.first - 1].text == ","


def _is_aside(scene: Scene, gap: Iterable[int]) -> bool:
    """« …, a dit, pour sa part, X »"""
    tokens, asides = scene.tokens, scene.language.words["asides"]
    return all(tokens[k].lower in asides or tokens[k].pos in ("ADV", "DET") for k in gap)


def _by_voice(scene: Scene, start: int, argument: Argument) -> bool:
    """« une source de l'armée indienne », « un diplomate lituanien »: the noun speaks for whom it belongs to."""
    end = argument.anchor + 1 if argument.modifies is not None else argument.first
    return any(t.lower in scene.language.words["voices"] for t in scene.tokens[start:end])


def incise(scene: Scene, verb: int) -> int | None:
    """Where « …, a-t-il déclaré » begins, if a verb of speech stands after what is said; else None."""
    tokens, language = scene.tokens, scene.language
    if not language.lemmas(tokens[verb].lower.lstrip("-")) & language.words["verbs_speech"] and not speaks_by_phrase(
        scene, verb
    ):
        return None
    start = asides.group_start(scene.tokens, verb, scene.language)
    own = language.words["subject_pronouns"] | language.words["persons"] | {"qui"}
    if any(tokens[k].lower in own for k in range(start, verb)):
        return None
    if tenses(scene, verb) == {Tense.PARTICIPLE} and not any(
        language.lemmas(t.lower) & AUXILIARIES for t in tokens[start:verb]
    ):
        return None  # « X, souvent appelé Y »
    return start if start and tokens[start - 1].text in (",", QUOTE) else None


def speaks_by_phrase(scene: Scene, verb: int) -> bool:
    """« …, *met en garde* X », « …, *a fait valoir* X »: fixed expressions that speak as a verb of speech does."""
    tokens, language = scene.tokens, scene.language
    lemmas = language.lemmas(tokens[verb].lower.lstrip("-"))
    after = [t.lower for t in tokens[verb + 1 : verb + 5]]
    fixed = (phrase.split(" ") for phrase in language.words["speech_phrases"])
    return any(words[0] in lemmas and after[: len(words) - 1] == words[1:] for words in fixed)


def inverted_speaker(scene: Scene, verb: int) -> Argument | None:
    """« …, a déclaré X » and « …, a-t-il dit »: the speaker stands after the verb, and what is said before it."""
    start = incise(scene, verb)
    if start is None or inserted_before(scene, verb) is not None:
        return None
    between = [a for a in scene.arguments if start <= a.first <= verb and a.mention.how != "clitic"]
    if between:
        return between[-1] if between[-1].mention.how == "pronoun" else None
    speaker = named(scene, verb + 1)
    if speaker is None or not speaks(speaker, scene):
        return None
    return speaker if says_before(scene, start) or resumes(scene, speaker.last + 1) else None


def inserted_before(scene: Scene, verb: int) -> int | None:
    """Where « , affirme X, » opens that stands between a verb and its subject (« Le Liban, affirme X, protège … »)."""
    close = asides.group_start(scene.tokens, verb, scene.language) - 1
    if close < 0 or scene.tokens[close].text != ",":
        return None
    for k in range(close - 1, max(0, close - REACH), -1):
        start = incise(scene, k)
        if start is not None and start > 1 and not says_before(scene, start):
            speaker = named(scene, k + 1)
            ends = k == close - 1 or scene.tokens[close - 1].text.startswith("-")  # « affirme-t-elle, »
            return start - 1 if ends or (speaker is not None and speaker.last == close - 1) else None
    return None


def says_before(scene: Scene, start: int) -> bool:
    """Is there a clause or a quotation before, not only « X, le président russe, » or « X, qui … , »?"""
    relative = False
    for k in range(start):
        word = scene.tokens[k]
        if word.text == QUOTE:
            return True
        relative = word.lower in ("qui", "dont", "où") or (relative and word.text != ",")
        if not relative and is_finite(scene, k):
            return True
    return False


def resumes(scene: Scene, k: int) -> bool:
    """« Le Liban, affirme X, protège … »: after the words about the speaker the clause goes on."""
    tokens, language = scene.tokens, scene.language
    if k >= len(tokens) or tokens[k].text != ",":
        return False
    k += 1
    while k < len(tokens) and tokens[k].lower in language.words["before_infinitive"]:
        k += 1
    tenses = {form.tense for form in language.forms.get(tokens[k].lower, ())} if k < len(tokens) else set()
    return bool(tenses - asides.NOT_FINITE) or (k < len(tokens) and is_finite(scene, k))
