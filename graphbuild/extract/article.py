"""The statements of one article, from its reading to what was taken and what was turned down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graphbuild import dates
from graphbuild.clause import arguments, groups, taken_up, triggers
from graphbuild.clause.arguments import Argument
from graphbuild.clause.scene import Scene
from graphbuild.clause.slots import fill
from graphbuild.extract import candidates, decide, facts, modality, references
from graphbuild.extract.candidates import Candidate
from graphbuild.extract.ground import Ground, Matches, home_of
from graphbuild.extract.ranking import Ranking
from graphbuild.knowledge import Language
from graphbuild.link import mentions as names
from graphbuild.model import Analysis, EntityType, Mention, Modality, Polarity, Sentence, Span, Statement
from graphbuild.refer import first_person
from graphbuild.segment import is_quoted
from graphbuild.speech import attribution
from graphbuild.speech.reported import Speech


@dataclass(frozen=True, slots=True)
class Extraction:
    """What an article gave: its mentions, its statements (with entity keys that hold within the article)."""

    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    rejected: tuple[tuple[Sentence, decide.Decision], ...] = ()
    scenes: tuple[Scene, ...] = ()


def extract(
    analysis: Analysis, language: Language, ranking: Ranking | None = None, bars: decide.Bars = decide.NO_BARS
) -> Extraction:
    """All statements of an annotated article, one per (source, relation, target) and sentence.

    Args:
        analysis: The article as the model reads it.
        language: Names, triggers and patterns.
        ranking: Weights that judge candidates; without them the rules alone decide.
        bars: The least score that counts, by relation.
    """
    found = names.find(analysis, language)
    matches: Matches = facts.find(analysis, found, language)
    found = facts.towns(found, matches)
    offices = facts.offices(analysis, matches, language)
    found = references.add(analysis, found, matches, offices, language)
    matches = references.again(analysis, found, matches, language)
    ground = Ground(matches, offices, home_of(found), [m for m in found if m.type is EntityType.COUNTRY])
    titles = facts.titles(matches)
    scenes = [_scene(s, found, titles, language) for s in analysis.sentences]
    speeches = attribution.find(analysis.sentences, scenes)
    spoken = first_person.find(analysis, found, speeches, offices, language)
    found = sorted([*found, *spoken], key=lambda m: m.start)
    for number, sentence in enumerate(analysis.sentences):
        if any(sentence.start <= m.start < sentence.end for m in spoken):
            scenes[number] = _scene(sentence, found, titles, language)
    statements: list[Statement] = []
    rejected: list[tuple[Sentence, decide.Decision]] = []
    carried: dict[str, Argument] = {}
    governments: dict[int, Mention] = {}
    told: taken_up.Events = {}
    for number, sentence in enumerate(analysis.sentences):
        scene = scenes[number] = replace(scenes[number], carried=carried, told=told)
        said = list(_trusted(facts.statements(analysis, scene, sentence, ground), ranking, bars))
        fired = list(triggers.find(sentence, language))
        decisions = decide.decide(scene, fired, ranking, bars)
        taken = [d.candidate for d in decisions if d.reason is None]
        carried = _left_open(scene, fired, taken)
        own = [c for c in taken if not is_quoted(analysis.text, sentence.tokens[c.occurrence.first].start)]
        told = taken_up.remember(told, ((c.occurrence, c.source, c.target) for c in own), sentence)
        governments |= _governments(taken)
        read = (replace(d, candidate=_reread(d.candidate, governments)) for d in decisions if d.reason is None)
        said += (_from_candidate(analysis, sentence, d, language) for d in read)
        statements += (_placed(analysis, s, speeches, language) for s in said)
        rejected += ((sentence, d) for d in decisions if d.reason is not None)
    found = [governments.get(m.start, m) if m.type is EntityType.PLACE else m for m in found]
    named = {m.entity for m in found}
    statements = [s for s in statements if {s.source, s.target} <= named]
    return Extraction(tuple(found), tuple(once(statements, language)), tuple(rejected), tuple(scenes))


def _trusted(said: Iterable[Statement], ranking: Ranking | None, bars: decide.Bars) -> Iterator[Statement]:
    """What patterns say, scored by how often each pattern was right."""
    for statement in said:
        score = ranking.reliability(statement.pattern) if ranking else None
        if score is None or score >= bars.get(statement.relation, 0.0):
            yield replace(statement, score=score)


def _left_open(scene: Scene, fired: Iterable[triggers.Occurrence], taken: Sequence[Candidate]) -> dict[str, Argument]:
    """What the next sentence may build on: targets of rules that found no source, and who acted here."""
    carried = {"actor": taken[-1].source} if taken else {}
    subject = _spoken_of(scene)
    if subject is not None:
        carried["subject"] = subject
    complete = {c.occurrence.rule for c in taken}
    for occurrence in fired:
        if occurrence.rule not in complete and (fits := fill(scene, occurrence, occurrence.trigger.target)):
            carried[f"{occurrence.rule} target"] = fits[0].argument
    return carried


def _spoken_of(scene: Scene) -> Argument | None:
    """The subject of a sentence, or of the one that it goes on from (« Puis expulsé … »)."""
    bare = [a for a in scene.arguments if not a.preposition and a.modifies is None]
    verb = next((k for k, t in enumerate(scene.tokens) if t.pos == "VERB"), None)
    if verb is not None and groups.continues(scene.tokens, verb, scene.language):
        return scene.carried.get("subject")
    return bare[0] if bare and (verb is None or bare[0].last < verb) else None


def _governments(taken: Iterable[Candidate]) -> dict[int, Mention]:
    """The capitals that statements show to be governments, by where they stand: « X accuse Paris »."""
    return {a.mention.start: a.mention for c in taken for a in (c.source, c.target) if a.mention.literal}


def _reread(candidate: Candidate, governments: Mapping[int, Mention]) -> Candidate:
    """The candidate with capitals read as governments where another statement shows them to be."""

    def read(argument: Argument) -> Argument:
        known = governments.get(argument.mention.start)
        place = argument.mention.type is EntityType.PLACE
        return replace(argument, mention=known) if known is not None and place else argument

    spatial = candidate.occurrence.trigger.relation in candidates.SPATIAL
    target = candidate.target if spatial else read(candidate.target)
    return replace(candidate, source=read(candidate.source), target=target)


def _scene(sentence: Sentence, mentions: Sequence[Mention], titles: Mapping[int, int], language: Language) -> Scene:
    """A sentence with its mentions as arguments; « le président russe X » is one of them."""
    return Scene(sentence.tokens, arguments.find(sentence, mentions, titles, language), language)


def _placed(analysis: Analysis, statement: Statement, speeches: Sequence[Speech], language: Language) -> Statement:
    """The statement with who says so and when it is said to happen."""
    lasting = statement.relation in facts.LASTING
    quoted = statement.relation not in facts.PLAIN and is_quoted(analysis.text, statement.trigger.start)
    planned = statement.modality == Modality.PLANNED
    affirmed = statement.polarity == Polarity.POSITIVE
    actor = None if language.relations[statement.relation].symmetric else statement.source
    speaker = None
    if not lasting or quoted:
        plain = affirmed and statement.modality == Modality.ASSERTED
        speaker = attribution.speaker_at(speeches, statement.trigger.start, plain=plain, actor=actor)
    if speaker == actor and affirmed and not planned:
        speaker = None  # who says that they do it themselves
    when = dates.near(analysis.text, statement.sentence, statement.trigger.start, analysis.article.date, future=planned)
    return replace(statement, attribution=speaker, date=when)


def _from_candidate(analysis: Analysis, sentence: Sentence, decision: decide.Decision, language: Language) -> Statement:
    candidate = decision.candidate
    occurrence = candidate.occurrence
    how, polarity = modality.judge(sentence.tokens, occurrence, language)
    source, target = candidate.source.mention, candidate.target.mention
    return Statement(
        article=analysis.article.id,
        source=source.entity,
        relation=occurrence.trigger.relation,
        target=target.entity,
        modality=how,
        polarity=polarity,
        attribution=None,
        sentence=Span(sentence.start, sentence.end),
        trigger=Span(sentence.tokens[occurrence.first].start, sentence.tokens[occurrence.last].end),
        source_mention=_span(source, sentence),
        target_mention=_span(target, sentence),
        quote=analysis.article.text[sentence.start : sentence.end],
        pattern=occurrence.rule,
        score=decision.score,
    )


def _span(mention: Mention, sentence: Sentence) -> Span | None:
    """Where the mention stands; None where it is only carried over from another sentence."""
    return Span(mention.start, mention.end) if sentence.start <= mention.start < sentence.end else None


COMMITMENT = list(Modality)


def once(statements: Iterable[Statement], language: Language) -> Iterator[Statement]:
    """One statement per sentence, source, relation and target, the more committed one; symmetric ones in one order."""
    best: dict[tuple[int, str, str, str], Statement] = {}
    for given in statements:
        statement = _ordered(given) if language.relations[given.relation].symmetric else given
        key = (statement.sentence.start, statement.source, statement.relation, statement.target)
        other = best.get(key)
        if other is None or _goes_before(statement, other):
            best[key] = statement
    return (s for s in best.values() if s.source != s.target)


def _goes_before(one: Statement, other: Statement) -> bool:
    """The longer of two overlapping triggers knows better (« n'est pas alliée »); else the more committed modality."""
    if one.trigger.start < other.trigger.end and other.trigger.start < one.trigger.end:
        return one.trigger.end - one.trigger.start > other.trigger.end - other.trigger.start
    return COMMITMENT.index(one.modality) < COMMITMENT.index(other.modality)


def _ordered(s: Statement) -> Statement:
    """The statement from the first to the second id in the alphabet."""
    if s.source <= s.target:
        return s
    return replace(
        s, source=s.target, target=s.source, source_mention=s.target_mention, target_mention=s.source_mention
    )
