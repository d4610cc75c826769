"""Examples of the data as tests: « [S Paris] condamne [T Moscou]. » must give a statement from S to T."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graphbuild.annotate import annotate
from graphbuild.extract.article import extract
from graphbuild.knowledge import Language
from graphbuild.model import Article, Span, Statement

_MARK = re.compile(r"\[([ST]) ([^\]]+)\]")


def plain(example: str) -> tuple[str, dict[str, Span]]:
    """The sentence without its marks, and where source and target stand in it."""
    spans: dict[str, Span] = {}
    out = ""
    last = 0
    for mark in _MARK.finditer(example):
        out += example[last : mark.start()]
        spans[mark[1]] = Span(len(out), len(out) + len(mark[2]))
        out += mark[2]
        last = mark.end()
    return out + example[last:], spans


def statements(texts: Sequence[str], language: Language) -> list[tuple[Statement, ...]]:
    """What is read in each of some texts."""
    articles = [Article(text, str(n)) for n, text in enumerate(texts)]
    return [extract(analysis, language).statements for analysis in annotate(articles)]


def says(found: Sequence[Statement], relation: str, spans: dict[str, Span], *, symmetric: bool) -> bool:
    """Is there a statement of this relation between the marked places?"""

    def meets(span: Span | None, wanted: Span) -> bool:
        return span is not None and span.start < wanted.end and wanted.start < span.end

    def implied(span: Span | None, wanted: Span) -> bool:
        return span is None or meets(span, wanted)

    def fits(s: Statement) -> bool:
        straight = implied(s.source_mention, spans["S"]) and implied(s.target_mention, spans["T"])
        reverse = implied(s.source_mention, spans["T"]) and implied(s.target_mention, spans["S"])
        return straight or (symmetric and reverse)

    return any(s.relation == relation and fits(s) for s in found)


def any_of(found: Sequence[Statement], relation: str) -> bool:
    """Is there any statement of this relation?"""
    return any(s.relation == relation for s in found)


def all_examples(language: Language) -> Iterator[tuple[str, str, str, str]]:
    """(rule id, relation, yes | no | todo, sentence) for every example of the data."""
    for rule in (*language.triggers, *language.patterns):
        for kind in ("yes", "no", "todo"):
            for sentence in getattr(rule.examples, kind):
                yield rule.id, rule.relation, kind, sentence


def main() -> int:
    """Prints the examples that fail: ``python tests/examples.py [RELATION …]``."""
    import sys

    from graphbuild import language as data

    language = data.load()
    examples = [e for e in all_examples(language) if len(sys.argv) < 2 or e[1] in sys.argv[1:]]
    failed = 0
    for (rule, relation, kind, sentence), found in zip(
        examples, statements([plain(e[3])[0] for e in examples], language), strict=True
    ):
        spans = plain(sentence)[1]
        if kind == "no":
            right = not (says(found, relation, spans, symmetric=False) if spans else any_of(found, relation))
        else:
            right = says(found, relation, spans, symmetric=language.relations[relation].symmetric)
        if right != (kind != "todo"):
            failed += 1
            got = ", ".join(f"{s.source} {s.relation} {s.target}" for s in found)
            print(f"{rule} {kind}: {sentence}\n    got: {got or '-'}")
    print(f"{len(examples) - failed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    raise SystemExit(main())
