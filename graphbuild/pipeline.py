"""Articles in, a graph out: the stages in their order."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from importlib import metadata
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from graphbuild import __version__, annotate, language, sources
from graphbuild.extract import patterns, ranking
from graphbuild.extract.article import Extraction, extract
from graphbuild.graph import KnowledgeGraph, order, to_graph
from graphbuild.knowledge import Language
from graphbuild.model import Analysis, Article, Build, Failure
from graphbuild.resolve import resolve

Made = TypeVar("Made")


def build(
    source: sources.Source,
    *,
    extend: str | Path | None = None,
    precision: str = "balanced",
    progress: bool | None = None,
) -> KnowledgeGraph:
    """The graph of some articles.

    Args:
        source: A folder, a file, or a list of texts, paths and ``Article`` objects.
        extend: A folder of TOML files in the shape of ``graphbuild/lang/fr`` with names and relations of your own.
        precision: ``precise``, ``balanced`` or ``complete``: from few and sure statements to many and doubtful ones.
        progress: Show a progress bar; by default on a terminal and in a notebook.

    Raises:
        SourceError: When an input does not exist or cannot be read at all.
        DataError: When a file of ``extend`` cannot be used, or ``precision`` is none of the three.
    """
    knowledge = language.load(Path(extend) if extend is not None else None)
    weights = ranking.load()
    bars = weights.bars(precision, knowledge.relations) if weights else {}
    return to_graph(read(sources.read(source), knowledge, weights, bars, progress))


def read(
    articles: Iterable[Article],
    knowledge: Language,
    weights: ranking.Ranking | None = None,
    bars: Mapping[str, float] = MappingProxyType({}),
    progress: bool | None = None,
) -> Build:
    """The statements of some articles, with all that a graph needs; failures stay beside the articles."""
    extractions: dict[str, Extraction] = {}
    done: dict[str, Article] = {}
    for article, extraction in each(articles, lambda a: extract(a, knowledge, weights, bars), knowledge, progress):
        done[article.id] = article
        if extraction is not None:
            extractions[article.id] = extraction
    entities, statements = resolve(extractions, knowledge)
    failed = sum(1 for a in done.values() if a.failure)
    manifest: dict[str, object] = {
        "graphbuild": __version__,
        "spacy": metadata.version("spacy"),
        "model": f"{annotate.MODEL} {metadata.version(annotate.MODEL.replace('_', '-'))}",
        "language": knowledge.digest,
        "ranking": dict(weights.fitted_on) if weights else None,
        "least_score": dict(sorted(bars.items())),
        "articles": len(done),
        "statements": len(statements),
        "failures": failed,
    }
    return Build(
        articles=tuple(done[i] for i in sorted(done)),
        entities=tuple(entities),
        statements=tuple(sorted(statements, key=order)),
        relations=dict(knowledge.relations),
        manifest=manifest,
    )


def each(
    articles: Iterable[Article], act: Callable[[Analysis], Made], knowledge: Language, progress: bool | None
) -> Iterator[tuple[Article, Made | None]]:
    """Each article with what is made of its reading; with a failure and nothing where that went wrong."""
    patterns.compiled(knowledge)  # a pattern that cannot be used is refused before the first article
    given = sorted(articles, key=lambda a: a.id)
    yield from ((a, None) for a in given if a.failure)
    sound = [a for a in given if not a.failure]
    for analysis in shown(annotate.annotate(sound), len(sound), progress):
        article, made = analysis.article, None
        if article.failure is None:
            try:
                made = act(analysis)
            except Exception as error:  # one article must never cost the others
                article = replace(article, failure=Failure("extract", f"{type(error).__name__}: {error}"))
        yield article, made


def shown(items: Iterable[Analysis], total: int, progress: bool | None) -> Iterable[Analysis]:
    """The items, counted by a progress bar where somebody watches."""
    notebook = "ipykernel" in sys.modules
    if progress is False or (progress is None and not (notebook or sys.stderr.isatty())):
        return items
    from tqdm.auto import tqdm

    shown: Iterable[Analysis] = tqdm(
        items, total=total, unit="article", disable=None if progress is None and not notebook else False
    )
    return shown
