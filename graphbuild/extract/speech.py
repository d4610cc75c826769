"""What a sentence gives as someone's words: « X affirme que … », « …, a dit X », « selon X », « X dément avoir … »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphbuild.extract.arguments import Argument
from graphbuild.extract.scene import Scene, is_finite
from graphbuild.extract.subjects import subject_of
from graphbuild.extract.triggers import is_passive
from graphbuild.extract.voices import QUOTE, group_start, incise, inverted_speaker, named, resumes, says_before, speaks
from graphbuild.model import EntityType, Sentence, Span, Token
from graphbuild.morphology import Tense

NEAR, FAR = 7, 18
"""Tokens within which a verb of speech is followed by what is said, and by « que »."""


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
            yield Speech(_clause(sentence, scene, n), who)


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
        yield Speech(_quotation(sentence, scene, colon + 1), speaker.mention.entity)


# --- verbs of speech ---


def _verbs(scene: Scene) -> Iterator[int]:
    tokens, language = scene.tokens, scene.language
    for n, token in enumerate(tokens):
        if token.lower in language.words["said_after_faire"] and n and "faire" in language.lemmas(tokens[n - 1].lower):
            yield n - 1  # « a fait savoir que »
            continue
        said = language.lemmas(token.lower.lstrip("-")) & language.words["verbs_speech"]
        if said and token.lower not in language.words["determiners"] and token.pos != "ADP":
            yield n


def _by_verb(sentence: Sentence, scene: Scene, verb: int, here: str | None, last: str | None) -> Iterator[Speech]:
    who = _speaker_after(scene, verb, last)
    if who is not None:
        yield from _around(sentence, scene, verb, who)
        return
    said = _said(sentence, scene, verb)
    if said is not None and (who := _speaker_before(scene, verb, here)) is not None:
        yield Speech(said.scope, who, said.wished)


def _speaker_after(scene: Scene, verb: int, last: str | None) -> str | None:
    """« …, a déclaré X », « …, a-t-il ajouté », « …, a-t-on indiqué à Matignon »."""
    tokens = scene.tokens
    start = incise(scene, verb)
    if start is None:
        return None
    speaker = inverted_speaker(scene, verb)
    pronoun = any(t.text.startswith("-") for t in tokens[start : verb + 2])
    if pronoun and any(t.lower in ("on", "-on", "-t-on") for t in tokens[start : verb + 2]):
        speaker = named(
            scene, verb + 2 if tokens[min(verb + 1, len(tokens) - 1)].text.startswith("-") else verb + 1, "à"
        )
    elif pronoun and speaker is None:
        return last
    return speaker.mention.entity if speaker is not None and speaks(speaker, scene) else None


def _around(sentence: Sentence, scene: Scene, verb: int, who: str) -> Iterator[Speech]:
    """What is said before « …, a dit X »; after it where the clause goes on, or in quotation marks."""
    tokens = scene.tokens
    whole = _clause(sentence, scene, verb)
    if not says_before(scene, incise(scene, verb) or verb) and any(resumes(scene, k) for k in range(verb, verb + FAR)):
        yield Speech(whole, who)  # « Le Liban, affirme X, protège … »
        return
    yield Speech(Span(whole.start, tokens[verb].start), who)
    marks = [k for k in range(verb + 1, len(tokens)) if tokens[k].text == QUOTE]
    for k in marks[::2]:
        yield Speech(_quotation(sentence, scene, k), who)


def _speaker_before(scene: Scene, verb: int, here: str | None) -> str | None:
    """The subject, or « par X » of a passive; of a gerund who speaks in the same sentence, else its subject."""
    tokens, language = scene.tokens, scene.language
    tenses = {form.tense for form in language.forms.get(tokens[verb].lower.lstrip("-"), ())}
    agent = next((a for a in scene.arguments if a.first > verb), None)
    if agent is not None and agent.preposition == "par" and agent.first - verb <= 4:
        return agent.mention.entity if speaks(agent, scene) else None
    coordinated = tokens[verb - 1].lower in ("et", "puis", "mais")  # « a réuni X et indiqué que »
    reflexive = any(
        t.lower in language.words["reflexives"] for t in tokens[max(0, verb - 4) : verb]
    )  # « s'est dit prêt »
    if tenses == {Tense.PARTICIPLE} and is_passive(tokens, verb, language) and not (coordinated or reflexive):
        return None
    if Tense.GERUND in tenses and here is not None:
        return here
    subject = _touching(scene, verb) or subject_of(scene, verb)
    subject = subject or _over_apposition(scene, verb) or _spoken_for(scene, verb)
    return subject.mention.entity if subject is not None and speaks(subject, scene) else None


def _touching(scene: Scene, verb: int) -> Argument | None:
    """« tandis que les Américains annonçaient »: what stands right before the verb is surer than the parse."""
    before = group_start(scene, verb) - 1
    near = next((a for a in scene.arguments if a.last == before), None)
    if near is None or near.preposition or near.modifies is not None:
        return None
    return next(a for a in scene.arguments if a.group == near.group)


def _spoken_for(scene: Scene, verb: int) -> Argument | None:
    """« un porte-parole de l'ONU a indiqué », « la presse russe affirme »: the noun speaks for whom it belongs to."""
    before = group_start(scene, verb) - 1
    near = next(
        (a for a in scene.arguments if a.last == before or (a.modifies is not None and a.anchor == before)), None
    )
    if near is None or not (near.modifies is not None or near.preposition == "de"):
        return None
    phrase = scene.tokens[max(0, near.first - 3) : near.anchor + 1]
    return near if any(t.lower in scene.language.words["voices"] for t in phrase) else None


def _over_apposition(scene: Scene, verb: int) -> Argument | None:
    """« X, un élu de haut rang, a affirmé »: what opens the sentence, where commas set the rest off."""
    tokens, start = scene.tokens, group_start(scene, verb)
    first = scene.arguments[0] if scene.arguments else None
    if first is None or first.first > 1 or first.preposition or first.modifies is not None or first.last >= start:
        return None
    return first if start and tokens[first.last + 1].text == "," and tokens[start - 1].text == "," else None


# --- how far the words go ---


@dataclass(frozen=True, slots=True)
class _Said:
    """Where the words after a verb of speech stand, and whether the verb only wishes what they name."""

    scope: Span
    wished: bool = False


def _said(sentence: Sentence, scene: Scene, verb: int) -> _Said | None:
    """The words after a verb of speech: from « que », a colon, a quotation or an infinitive on, or its object."""
    tokens, words = scene.tokens, scene.language.words
    lemmas = scene.language.lemmas(tokens[verb].lower.lstrip("-"))
    far = verb + (FAR if tokens[verb].pos in ("VERB", "AUX") else NEAR)
    near = far if lemmas & words["verbs_object_control"] else verb + NEAR
    for k in range(verb + 1, min(len(tokens), far + 1)):
        word = tokens[k].lower
        if word in ("que", "qu'") and tokens[k - 1].lower not in ("et", "ou"):
            return _Said(Span(tokens[k].start, _narrated(sentence, scene, k)))
        if word in (";", ".", "qui") or (k > verb + NEAR and is_finite(scene, k)):
            break
        if k <= near and _is_said_infinitive(scene, verb, k):
            if lemmas & words["verbs_in_mind"] and not any(verb < a.first < k for a in scene.arguments):
                return None
            wished = bool(lemmas & words["verbs_demand"])
            return _Said(Span(tokens[k].start, _narrated(sentence, scene, k, joined=True)), wished)
        if k <= verb + NEAR and word == QUOTE:
            return _Said(_quotation(sentence, scene, k))
        if k <= verb + NEAR and word == ":":
            met = any(verb < a.first < k and not a.preposition for a in scene.arguments)
            return None if met else _Said(Span(tokens[k].start, _last_quote(sentence, scene, k)))
    return _object(scene, verb)


def _is_said_infinitive(scene: Scene, verb: int, k: int) -> bool:
    """« promet de livrer », « appelle X à livrer », « dément avoir livré », « dit vouloir livrer »"""
    tokens, language = scene.tokens, scene.language
    if tokens[k].pos not in ("VERB", "AUX") or not tokens[k].lower.endswith(("er", "ir", "oir", "re")):
        return False
    start = k
    while tokens[start - 1].lower in language.words["before_infinitive"]:
        start -= 1
    if tokens[start - 1].text == "," and tokens[start - 2].lower in language.words["stressed_pronouns"]:
        start -= 3  # « nie, lui, avoir livré »
    if tokens[start - 1].lower in ("de", "d'", "à"):
        return True
    return start == verb + 1 or (tokens[start - 1].pos == "ADV" and start <= verb + 3)


def _object(scene: Scene, verb: int) -> _Said | None:
    """« dément toute présence de … », « réclame le retrait de … », « fait état de tirs »: an object that tells."""
    tokens, language = scene.tokens, scene.language
    reports = any(t.lower in language.words["said_after_faire"] for t in tokens[verb + 1 : verb + 2])
    if not reports and not language.lemmas(tokens[verb].lower.lstrip("-")) & language.words["verbs_tell"]:
        return None
    if verb and tokens[verb - 1].lower in language.words["reflexives"]:
        return None  # « un sommet qui s'annonce difficile »
    breaks = (k for k in range(verb + 1, len(tokens)) if tokens[k].text in (",", ";", ":") or is_finite(scene, k))
    end = next(breaks, len(tokens))
    return _Said(Span(tokens[verb + 1].start, tokens[end - 1].end), not reports) if end > verb + 1 else None


def _narrated(sentence: Sentence, scene: Scene, start: int, *, joined: bool = False) -> int:
    """Where the article speaks again: « X exhorte Y à agir, s'attirant une riposte », « … et Z accuse X » (joined)."""
    tokens, language = scene.tokens, scene.language
    subjects = {
        a.first for a in scene.arguments if not a.preposition and is_finite(scene, min(a.last + 1, len(tokens) - 1))
    }
    for k in range(start + 1, len(tokens) - 1):
        after = k + 1 + (tokens[k + 1].lower in language.words["reflexives"])
        tenses = {form.tense for form in language.forms.get(tokens[after].lower, ())} if after < len(tokens) else set()
        if tokens[k].text == "," and Tense.GERUND in tenses:
            return tokens[k].start
        if joined and tokens[k].lower in ("et", "mais") and k + 1 in subjects:
            return tokens[k].start
    return sentence.end


def _quotation(sentence: Sentence, scene: Scene, start: int) -> Span:
    """A quotation that opens at a token: to its closing mark, else to the end of the sentence."""
    tokens = scene.tokens
    closing = next((k for k in range(start + 1, len(tokens)) if tokens[k].text == QUOTE), None)
    return Span(tokens[start].start, tokens[closing].end if closing is not None else sentence.end)


def _last_quote(sentence: Sentence, scene: Scene, start: int) -> int:
    """After a colon the words end with the last quotation there, if there is one."""
    marks = [t.end for t in scene.tokens[start:] if t.text == QUOTE]
    return marks[-1] if marks and len(marks) % 2 == 0 else sentence.end


def _clause(sentence: Sentence, scene: Scene, n: int) -> Span:
    """The part of a sentence around a token, between « ; » and « , alors que »."""
    cuts = [k for k in range(1, len(scene.tokens)) if _contrasts(scene.tokens, k, scene.language.words["contrasts"])]
    start = max((scene.tokens[k].start for k in cuts if k < n), default=sentence.start)
    end = min((scene.tokens[k].start for k in cuts if k > n), default=sentence.end)
    return Span(start, end)


def _contrasts(tokens: Sequence[Token], k: int, contrasts: frozenset[str]) -> bool:
    if tokens[k].text == ";":
        return True
    joined = k + 1 < len(tokens) and tokens[k + 1].lower in ("que", "qu'")
    return tokens[k - 1].text == "," and tokens[k].lower in contrasts and joined
