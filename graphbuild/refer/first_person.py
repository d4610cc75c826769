"""Who « je », « nous » and « nos soldats » are between quotation marks: the speaker, or the country he speaks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graphbuild.clause import clitics
from graphbuild.knowledge import Language
from graphbuild.link.offices import Offices, served_by
from graphbuild.model import Analysis, EntityType, Mention, Token
from graphbuild.segment import is_quoted
from graphbuild.speech.attribution import speaker_at
from graphbuild.speech.reported import Speech

ACTING, ME = frozenset({"je", "j'", "moi"}), frozenset({"me", "m'"})
WE = "nous"
OURS = frozenset({"notre", "nos"})
WE_ENDINGS = ("ons", "mmes")
"""What a verb ends in whose subject is « nous »."""
PRESS = frozenset({"media", "news_agency"})
"""Whom one writes for, but does not speak for."""


def find(
    analysis: Analysis, mentions: Sequence[Mention], speeches: Sequence[Speech], offices: Offices, language: Language
) -> list[Mention]:
    """The pronouns of the first person between quotation marks, as mentions of whom they stand for.

    Args:
        analysis: The article.
        mentions: What it names.
        speeches: Who says what in it.
        offices: Whom a person speaks for.
        language: Word classes.
    """
    by_entity = {m.entity: m for m in mentions}
    found: list[Mention] = []
    for sentence in analysis.sentences:
        for k, token in enumerate(sentence.tokens):
            how = _how(sentence.tokens, k, language)
            if how is None or not is_quoted(analysis.text, token.start):
                continue
            speaker = by_entity.get(speaker_at(speeches, token.start) or "")
            meant = _meant(speaker, token.lower in ACTING | ME, offices, language) if speaker is not None else None
            if meant is not None:
                text = analysis.text[token.start : token.end]
                found.append(replace(meant, start=token.start, end=token.end, text=text, how=how, literal=None))
    return found


def _meant(speaker: Mention, alone: bool, offices: Offices, language: Language) -> Mention | None:
    """« Je » is the speaker; « nous » the country or organization that he speaks for, or that speaks itself."""
    if alone:
        return speaker if speaker.type is EntityType.PERSON else None
    party = served_by(speaker.entity, offices, language) if speaker.type is EntityType.PERSON else speaker.entity
    known = language.entities.get(party or "")
    if known is None or known.kind in PRESS:
        return None
    return replace(speaker, entity=known.id, type=known.type)


def _how(tokens: Sequence[Token], k: int, language: Language) -> str | None:
    """What kind of mention a word of the first person is; None for any other word and for « nous » that echoes."""
    word = tokens[k].lower
    before = tokens[k - 1].lower if k else ""
    if before in OURS:
        owned = ("country_nouns", "own_forces", "own_lands")
        return "possessive" if any(word in language.words[name] for name in owned) else None
    if word in ACTING or (word == WE and before in language.words["prepositions"]):
        return "self"
    if word in ME or word == WE:
        return next(_leaning(tokens, k, language), None)
    return None


def _leaning(tokens: Sequence[Token], k: int, language: Language) -> Iterator[str]:
    """« Nous livrons » acts, « ils nous livrent » and « nous aider » suffer; « nous nous défendons » is one."""
    before, after = tokens[k - 1].lower if k else "", tokens[k + 1].lower if k + 1 < len(tokens) else ""
    if before == WE:
        return
    verb = clitics.host(tokens, k, language)
    if tokens[k].lower == WE and (after == WE or _is_ours(tokens, k, language)):
        yield "self"
    elif verb is not None and before != "pour":
        yield "clitic"


def _is_ours(tokens: Sequence[Token], k: int, language: Language) -> bool:
    """« Nous n'avons pas », « nous, Européens, devons »: is the next verb one of « nous »?"""
    for token in tokens[k + 1 : k + 6]:
        if token.lower.endswith(WE_ENDINGS) and (token.pos in ("VERB", "AUX") or language.forms.get(token.lower)):
            return True
        if token.pos in ("VERB", "AUX") and language.forms.get(token.lower):
            return False
    return False
