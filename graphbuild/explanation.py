"""Why a text gives the statements it gives: what was found in each sentence, what fired, what was turned down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from graphbuild import annotate, language, sources
from graphbuild.clause import triggers
from graphbuild.clause.scene import Scene
from graphbuild.clause.slots import fill
from graphbuild.extract import candidates, ranking
from graphbuild.extract.article import Extraction, extract
from graphbuild.knowledge import Language
from graphbuild.model import Analysis, Sentence, Statement

Measured = Mapping[str, tuple[int, int]]
"""Rule → how often it was right and wrong on the annotated texts."""


def explain(text: str, *, extend: str | Path | None = None) -> str:
    """Mentions, triggers, rules that fired and candidates that were rejected, as readable text."""
    knowledge = language.load(Path(extend) if extend is not None else None)
    (article,) = sources.read([text])
    if article.failure is not None:
        return f"nothing was read: {article.failure.message}\n"
    (analysis,) = annotate.annotate([article])
    weights = ranking.load()
    extraction = extract(analysis, knowledge, weights, weights.bars("balanced", knowledge.relations) if weights else {})
    scenes = extraction.scenes
    lines = [
        line
        for sentence, scene in zip(analysis.sentences, scenes, strict=True)
        for line in _sentence(analysis, sentence, scene, extraction, knowledge, weights.rules if weights else {})
    ]
    return "\n".join(lines) + "\n"


def _sentence(
    analysis: Analysis,
    sentence: Sentence,
    scene: Scene,
    extraction: Extraction,
    knowledge: Language,
    measured: Measured,
) -> Iterator[str]:
    yield analysis.article.text[sentence.start : sentence.end]
    inside = [m for m in extraction.mentions if sentence.start <= m.start < sentence.end]
    for m in inside:
        literal = f", or the place {m.literal}" if m.literal else ""
        yield f"  mention    {m.text!r} is {m.entity} ({m.type}, {m.how}{literal})"
    for a in scene.arguments:
        anchor = scene.tokens[a.anchor].text
        where = f"behind {a.preposition!r}" if a.preposition else f"beside {anchor!r}" if a.modifies else "bare"
        yield f"  argument   {a.mention.text!r} carried by {anchor!r}, {where}"
    for occurrence in triggers.find(sentence, knowledge):
        yield from _trigger(scene, occurrence)
    for statement in extraction.statements:
        if statement.sentence.start == sentence.start:
            yield f"  statement  {_statement(statement)}{_measured(statement.pattern, measured)}"
    for place, decision in extraction.rejected:
        if place.start == sentence.start:
            yield f"  rejected   {_candidate(decision.candidate)}: {decision.reason}"
    yield ""


def _measured(rule: str, measured: Measured) -> str:
    """How often the rule was right where it fired on the annotated texts."""
    right, wrong = measured.get(rule, (0, 0))
    return f", right {right} times of {right + wrong} when measured" if right + wrong else ", never measured"


def _trigger(scene: Scene, occurrence: triggers.Occurrence) -> Iterator[str]:
    passive = ", passive" if occurrence.passive else ""
    yield f"  trigger    {scene.tokens[occurrence.head].text!r} for {occurrence.rule} ({occurrence.kind}{passive})"
    for role in ("source", "target", "together"):
        slots = getattr(occurrence.trigger, role)
        if not slots:
            continue
        fits = [
            f"{f.argument.mention.text!r} ({f.slot}, {STRENGTH[f.strength]})" for f in fill(scene, occurrence, slots)
        ]
        yield f"    {role:8} {', '.join(fits) or 'nothing fits ' + ' or '.join(slots)}"
    if not any(True for _ in candidates.find(scene, occurrence)):
        yield "    no pair of arguments fits it"


STRENGTH = {2: "by the parse", 1: "by order"}


def _candidate(candidate: candidates.Candidate) -> str:
    source, target = candidate.source.mention, candidate.target.mention
    return f"{source.entity} {candidate.occurrence.trigger.relation} {target.entity} ({candidate.occurrence.rule})"


def _statement(statement: Statement) -> str:
    said = f", says {statement.attribution}" if statement.attribution else ""
    polarity = ", denied" if statement.polarity == "negative" else ""
    when = f", {statement.date.start}–{statement.date.end} ({statement.date.basis})" if statement.date else ""
    role = f", as {statement.role!r}" if statement.role else ""
    return (
        f"{statement.source} {statement.relation} {statement.target}: {statement.modality}{polarity}{said}{when}{role}"
        f" [{statement.pattern}]"
    )
