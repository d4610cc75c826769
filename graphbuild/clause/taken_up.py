"""Nouns that take up what was told before, with those who took part: « Cet entretien … », « Ces sanctions … »."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graphbuild.clause.arguments import Argument
from graphbuild.clause.triggers import Occurrence
from graphbuild.knowledge import Language
from graphbuild.model import Sentence, Token


@dataclass(frozen=True, slots=True)
class Told:
    """A statement that the article has made just before."""

    source: Argument
    target: Argument
    paragraph: int


Events = Mapping[str, Sequence[Told]]
"""What was told last, by relation."""


def points_back(tokens: Sequence[Token], occurrence: Occurrence, language: Language) -> bool:
    """« Cet entretien », « leurs longues négociations »; « L'entretien a duré … » only at the head of the sentence.

    What the same sentence has named before is what is meant: « la crise syrienne …, cette crise »; a text is no event.
    """
    noun = tokens[occurrence.head].lower
    named = noun in (t.lower for t in tokens[: occurrence.first])
    if occurrence.kind != "noun" or noun in language.words["texts"] or named:
        return False
    after = tokens[occurrence.last + 1].pos if occurrence.last + 1 < len(tokens) else ""
    k = occurrence.first - 1
    while k >= 0 and tokens[k].lower in language.words["preposed"]:
        k -= 1
    before = tokens[k].lower if k >= 0 else ""
    opens = k == 0 and before in ("le", "la", "l'") and after in ("VERB", "AUX")
    return opens or before in ("ce", "cet", "cette", "ces", "leur", "leurs")


def remember(events: Events, taken: Iterable[tuple[Occurrence, Argument, Argument]], sentence: Sentence) -> Events:
    """The events that the next sentence may take up: those of this one, and older ones of this paragraph."""
    latest: dict[str, list[Told]] = {}
    for occurrence, source, target in taken:
        latest.setdefault(occurrence.trigger.relation, []).append(Told(source, target, sentence.paragraph))
    kept = {r: told for r, told in events.items() if told[-1].paragraph == sentence.paragraph}
    return {**kept, **latest}
