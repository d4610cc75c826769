"""What a sentence gives as someone's words: « X affirme que … », « …, a dit X », « selon X », « X dément avoir … »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graphbuild.clause import asides
from graphbuild.clause.arguments import Argument
from graphbuild.clause.groups import is_passive
from graphbuild.clause.scene import Scene, is_finite, tenses
from graphbuild.clause.subjects import subject_of
from graphbuild.clause.voices import (
    QUOTE,
    incise,
    inverted_speaker,
    named,
    resumes,
    says_before,
    speaks,
    speaks_by_phrase,
)
from graphbuild.model import EntityType, Sentence, Span
from graphbuild.morphology import Tense
from graphbuild.speech import said


@dataclass(frozen=True, slots=True)
class Speech:
    """A stretch of the article, and whose words it gives."""

    scope: Span
    speaker: str
    wished: bool = False
    """What is demanded or denied there is said, not what the words take for granted (« exige la fin de la guerre »)."""


def find(sentence: Sentence, scene: Scene, last: str | None) -> list[Speech]:
    """The reported speech of a sentence; ``last`` spoke in the sentences before."""
    found = [*_sources(sentence, scene, last), *_announced(sentence, scene)]
    for verb in _verbs(scene):
        found += _by_verb(sentence, scene, verb, found[-1].speaker if found else None, last)
    return found


# --- « selon X » and « X : "…" » ---


def _sources(sentence: Sentence, scene: Scene, last: str | None) -> Iterator[Speech]:
    """« selon X », « d'après un communiqué de X », « selon lui », « Pour X, … »"""
    tokens, words = scene.tokens, scene.language.words
    for n in range(len(tokens)):
        after = _cue_end(scene, n)
        if after is None or after >= len(tokens):
            continue
        if tokens[after].lower in words["stressed_pronouns"]:
            set_off = n == 0 or tokens[n - 1].text == ","  # « élu selon eux à tort » says little of the rest
            who = (_person_before(scene, n) or last) if set_off else None
        else:
            speaker = named(scene, after, _introduced(scene, after))
            known = speaker is not None and (tokens[n].lower != "pour" or _set_off(scene, speaker, after))
            who = speaker.mention.entity if speaker is not None and known and speaks(speaker, scene) else None
        if who is not None:
            yield Speech(said.clause(sentence, scene, n), who)


def _person_before(scene: Scene, n: int) -> str | None:
    """« X a dénoncé un accord qui, selon lui, … »"""
    persons = (a for a in scene.arguments if a.last < n and not a.preposition and a.modifies is None)
    return next((a.mention.entity for a in persons if a.mention.type is EntityType.PERSON), None)


def _set_off(scene: Scene, argument: Argument, start: int) -> bool:
    """« Pour X, … », not « Pour ce film sur X, … » nor « Pour X et son pays »."""
    after = argument.last + 1
    return argument.first == start and after < len(scene.tokens) and scene.tokens[after].text == ","


def _introduced(scene: Scene, after: int) -> str:
    """The preposition that arguments see in a cue."""
    return next((a.preposition for a in scene.arguments if a.first >= after), "")


def _cue_end(scene: Scene, n: int) -> int | None:
    """Where a cue ends that begins here: « selon », « aux yeux de », and « pour » at the head of a clause."""
    tokens, words = scene.tokens, scene.language.words
    text = ""
    for k in range(n, min(len(tokens), n + 5)):
        text = f"{text} {tokens[k].lower}".strip().replace("' ", "'")
        if text in words["source_cues"]:
            return k + 1
    heads = n == 0 or tokens[n - 1].lower in ("que", "qu'", QUOTE)
    return n + 1 if tokens[n].lower == "pour" and heads else None


def _announced(sentence: Sentence, scene: Scene) -> Iterator[Speech]:
    """« X : "…" », as headlines have it, and « X a critiqué Y : "…" »."""
    tokens = scene.tokens
    colon = next((k for k in range(len(tokens) - 1) if tokens[k].text == ":" and tokens[k + 1].text == QUOTE), None)
    if colon is None:
        return
    verb = next((k for k in range(colon) if is_finite(scene, k)), None)
    first = scene.arguments[0] if scene.arguments else None
    speaker = subject_of(scene, verb) if verb is not None else first
    headed = speaker is not None and speaker.first <= 1 and speaker.last == colon - 1
    if speaker is None or not speaks(speaker, scene) or speaker.modifies is not None:
        return
    if headed or (verb is not None and speaker.mention.type is EntityType.PERSON):
        yield Speech(said.quotation(sentence, scene, colon + 1), speaker.mention.entity)


# --- verbs of speech ---


def _verbs(scene: Scene) -> Iterator[int]:
    tokens, language = scene.tokens, scene.language
    for n, token in enumerate(tokens):
        if token.lower in language.words["said_after_faire"] and n and "faire" in language.lemmas(tokens[n - 1].lower):
            yield n - 1  # « a fait savoir que »
            continue
        speech = language.lemmas(token.lower.lstrip("-")) & language.words["verbs_speech"]
        if speech and token.lower not in language.words["determiners"] and token.pos != "ADP":
            yield n
        elif speaks_by_phrase(scene, n) and incise(scene, n) is not None:
            yield n  # « …, a mis en garde X »


def _by_verb(sentence: Sentence, scene: Scene, verb: int, here: str | None, last: str | None) -> Iterator[Speech]:
    who = _speaker_after(scene, verb, last)
    if who is not None:
        yield from _around(sentence, scene, verb, who)
        return
    words = said.after(sentence, scene, verb)
    if words is not None and (who := _speaker_before(scene, verb, here)) is not None:
        yield Speech(words.scope, who, words.wished)


def _speaker_after(scene: Scene, verb: int, last: str | None) -> str | None:
    """« …, a déclaré X », « …, a-t-il ajouté », « …, a-t-on indiqué à Matignon »."""
    tokens = scene.tokens
    start = incise(scene, verb)
    if start is None:
        return None
    speaker = inverted_speaker(scene, verb)
    pronouns = [t.lower for t in tokens[start : verb + 3] if t.text.startswith("-")]
    if any(word.endswith("on") for word in pronouns):
        speaker = named(scene, verb + 1 + sum(t.text.startswith("-") for t in tokens[verb + 1 : verb + 3]), "à")
    elif pronouns and speaker is None:
        return last
    return speaker.mention.entity if speaker is not None and speaks(speaker, scene) else None


def _around(sentence: Sentence, scene: Scene, verb: int, who: str) -> Iterator[Speech]:
    """What is said before « …, a dit X »; after it where the clause goes on, or in quotation marks."""
    tokens = scene.tokens
    whole = said.clause(sentence, scene, verb)
    if not says_before(scene, incise(scene, verb) or verb) and any(
        resumes(scene, k) for k in range(verb, verb + said.FAR)
    ):
        yield Speech(whole, who)  # « Le Liban, affirme X, protège … »
        return
    yield Speech(Span(whole.start, tokens[verb].start), who)
    marks = [k for k in range(verb + 1, len(tokens)) if tokens[k].text == QUOTE]
    for k in marks[::2]:
        yield Speech(said.quotation(sentence, scene, k), who)


def _speaker_before(scene: Scene, verb: int, here: str | None) -> str | None:
    """The subject, or « par X » of a passive; of a gerund who speaks in the same sentence, else its subject."""
    tokens, language = scene.tokens, scene.language
    forms = tenses(scene, verb)
    agent = next((a for a in scene.arguments if a.first > verb), None)
    if agent is not None and agent.preposition == "par" and agent.first - verb <= 4:
        return agent.mention.entity if speaks(agent, scene) else None
    # « a réuni X et indiqué que », « s'est dit prêt »
    active = tokens[verb - 1].lower in ("et", "puis", "mais")
    active = active or any(t.lower in language.words["reflexives"] for t in tokens[max(0, verb - 4) : verb])
    if forms == {Tense.PARTICIPLE} and is_passive(tokens, verb, language) and not active:
        return None
    if Tense.GERUND in forms and here is not None:
        return here
    subject = _touching(scene, verb) or subject_of(scene, verb)
    subject = subject or _over_apposition(scene, verb) or _spoken_for(scene, verb)
    return subject.mention.entity if subject is not None and speaks(subject, scene) else None


def _touching(scene: Scene, verb: int) -> Argument | None:
    """« tandis que les Américains annonçaient »: what stands right before the verb is surer than the parse."""
    before = asides.group_start(scene.tokens, verb, scene.language) - 1
    near = next((a for a in scene.arguments if a.last == before), None)
    if near is None or near.preposition or near.modifies is not None:
        return None
    return next(a for a in scene.arguments if a.group == near.group)


def _spoken_for(scene: Scene, verb: int) -> Argument | None:
    """« un porte-parole de l'ONU a indiqué », « la presse russe affirme »: the noun speaks for whom it belongs to."""
    before = asides.group_start(scene.tokens, verb, scene.language) - 1
    near = next(
        (a for a in scene.arguments if a.last == before or (a.modifies is not None and a.anchor == before)), None
    )
    if near is None or not (near.modifies is not None or near.preposition == "de"):
        return None
    phrase = scene.tokens[max(0, near.first - 3) : near.anchor + 1]
    return near if any(t.lower in scene.language.words["voices"] for t in phrase) else None


def _over_apposition(scene: Scene, verb: int) -> Argument | None:
    """« X, un élu de haut rang, a affirmé »: what opens the sentence, where commas set the rest off."""
    tokens, start = scene.tokens, asides.group_start(scene.tokens, verb, scene.language)
    first = scene.arguments[0] if scene.arguments else None
    if first is None or first.first > 1 or first.preposition or first.modifies is not None or first.last >= start:
        return None
    return first if start and tokens[first.last + 1].text == "," and tokens[start - 1].text == "," else None
