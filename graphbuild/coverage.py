"""What the data does not know of some articles: words between actors that no rule reads, names in no list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from graphbuild import language, pipeline, sources, syntax
from graphbuild.clause import triggers
from graphbuild.clause.arguments import Argument
from graphbuild.clause.scene import Scene, distance
from graphbuild.errors import GraphbuildError
from graphbuild.extract.article import Extraction, extract
from graphbuild.gaps import Harvest, Sighting, around, printable, ranked, singular, stem
from graphbuild.knowledge import Language
from graphbuild.model import Analysis, Article, EntityType, Sentence, Span
from graphbuild.morphology import fold, plural

ACTORS = frozenset({EntityType.COUNTRY, EntityType.ORGANIZATION, EntityType.PERSON})
REACH = 12
"""Tokens that may stand between two actors."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?<=...)")


def harvest(
    source: sources.Source, *, extend: str | Path | None = None, top: int = 30, progress: bool | None = None
) -> Harvest:
    """The verbs, nouns and names of some articles that the data does not know: candidates for ``extend``.

    Args:
        source: A folder, a file, or a list of texts, paths and ``Article`` objects.
        extend: A folder of TOML files with names and relations of your own; what they know is not listed.
        top: How many verbs, nouns and names are listed, each.
        progress: Show a progress bar; by default on a terminal and in a notebook.

    Raises:
        SourceError: When an input does not exist or cannot be read at all.
        DataError: When a file of ``extend`` cannot be used.
    """
    if top < 1:
        raise GraphbuildError(f"top must be 1 or more, not {top}")
    knowledge = language.load(Path(extend) if extend is not None else None)
    given = sources.read(source)
    seen: list[Sighting] = []
    failed: list[Article] = []
    for article, found in pipeline.each(given, lambda a: _seen(a, knowledge), knowledge, progress):
        seen += found or []
        failed += [article] if article.failure else []
    return Harvest(
        articles=len(given),
        failed=tuple(sorted(failed, key=lambda a: a.id)),
        verbs=ranked([s for s in seen if s.kind == "verb"], stem, top),
        nouns=ranked([s for s in seen if s.kind == "noun"], singular, top),
        names=ranked([s for s in seen if s.kind in list(EntityType)], fold, top),
    )


def _seen(analysis: Analysis, knowledge: Language) -> list[Sighting]:
    """What is unknown in an article, by the rules alone: what the ranking finds too doubtful is no gap."""
    extraction = extract(analysis, knowledge)
    return [*words(analysis, extraction, knowledge), *names(analysis, extraction, knowledge)]


# --- words ---


def words(analysis: Analysis, extraction: Extraction, language: Language) -> Iterator[Sighting]:
    """Verbs and nouns between two actors, or governing both, that no trigger and no class of words knows."""
    for sentence, scene in zip(analysis.sentences, extraction.scenes, strict=True):
        read = {n for o in triggers.find(sentence, language) for n in range(o.first, o.last + 1)}
        inside = {n for a in scene.arguments for n in range(a.first, a.last + 1) if n != a.modifies}
        for n in sorted(_places(scene) - read - inside):
            token = sentence.tokens[n]
            if token.pos in ("VERB", "NOUN") and _is_new(sentence, n, language):
                yield _sighting(analysis, sentence, token.lower, token.pos.lower(), Span(token.start, token.end))


def _places(scene: Scene) -> set[int]:
    """Tokens between two near actors, the nearest that governs both, and nouns that a demonym stands beside."""
    actors = [a for a in scene.arguments if a.mention.type in ACTORS]
    found: set[int] = set()
    for number, a in enumerate(actors):
        for b in actors[number + 1 :]:
            if distance(b, a.first, a.last) > REACH:
                break
            if a.mention.entity != b.mention.entity:
                found.update(range(a.last + 1, b.first))
                found.update(n for n in (a.modifies, b.modifies, _governor(scene, a, b)) if n is not None)
    return found


def _governor(scene: Scene, a: Argument, b: Argument) -> int | None:
    """The nearest token above both; for « entre X et Y », which the model often tears apart, the one above X."""
    above = [n for n, _ in syntax.governors(scene.tokens, a.anchor)]
    if a.group == b.group:
        return next(iter(above), None)
    return next((n for n, _ in syntax.governors(scene.tokens, b.anchor) if n in above), None)


def _is_new(sentence: Sentence, n: int, language: Language) -> bool:
    """Is the word in no trigger and no class? A noun that looks like a known verb must follow an article."""
    token = sentence.tokens[n]
    if not _WORD.fullmatch(token.lower) or token.lower in _known(language):
        return False
    if n and not token.text.islower():  # a name, or a piece of one
        return False
    if token.lower not in language.forms:
        return True
    return token.pos == "NOUN" and n > 0 and sentence.tokens[n - 1].lower in language.words["determiners"]


@cache
def _known(language: Language) -> frozenset[str]:
    """Nouns, adjectives and other words that triggers or classes name, with their plurals; verbs are ``forms``."""
    _, others = triggers.index(language)
    fired = {form for form, entries in others.items() if any(not entry.tail for entry in entries)}
    listed = {word for group in language.words.values() for word in group}
    return frozenset(fired | listed | {plural(word) for word in listed})


# --- names ---


def names(analysis: Analysis, extraction: Extraction, language: Language) -> Iterator[Sighting]:
    """Mentions by name of what is in no gazetteer: persons, and what only the model takes for a name."""
    new = [
        m
        for m in extraction.mentions
        if m.entity not in language.entities and (m.how == "ner" or (m.how == "name" and m.type is EntityType.PERSON))
    ]
    for sentence in analysis.sentences:
        for m in new:
            if sentence.start <= m.start < sentence.end:
                yield _sighting(analysis, sentence, m.entity, str(m.type), Span(m.start, m.end))


def _sighting(analysis: Analysis, sentence: Sentence, form: str, kind: str, place: Span) -> Sighting:
    article = analysis.article
    example = around(article.text, Span(sentence.start, sentence.end), place)
    return Sighting(printable(form), kind, article.duplicate_of or article.id, example)
