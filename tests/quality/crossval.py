"""Cross-validates what is fitted, by article: prints the scorer's figures on articles that no weight has seen.

    python tests/quality/crossval.py [--splits 5] [--precision balanced] [--json FILE] [--rules] [--calibration]

Each split deals the pooled gold articles into eight folds (texts that overlap share one), fits the ranking on seven
and reads the eighth with it; figures are means over the splits.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from fit import GOLD, SETS, Example, analyses, examples, fit, scorer

from graphbuild import language
from graphbuild.exports import jsonl
from graphbuild.extract.article import Extraction, extract
from graphbuild.extract.ranking import Ranking
from graphbuild.graph import order, to_graph
from graphbuild.model import Analysis, Build
from graphbuild.resolve import resolve

FOLDS = 8
TOGETHER = {"devx-078": "devx-013", "devx-009": "dev-20"}
"""Articles that share text."""


class Pool:
    """The gold articles, read once: analyses, examples and counts of patterns by article."""

    def __init__(self) -> None:
        self.knowledge = language.load()
        self.sets: dict[str, list[Analysis]] = {}
        self.examples: dict[str, list[Example]] = {}
        self.patterns: dict[str, Counter[Any]] = {}
        for name in SETS:
            gold = scorer().load_gold(GOLD / name)
            self.sets[name] = analyses(GOLD / name)
            for analysis in self.sets[name]:
                article = analysis.article.id
                self.examples[article], self.patterns[article] = examples(gold[article], analysis, self.knowledge)

    def out_of_fold(self, seed: int, precision: str) -> dict[str, Extraction]:
        """Each article read with weights that were fitted without it."""
        read: dict[str, Extraction] = {}
        for ranking, held in self.folds(seed):
            bars = ranking.bars(precision, self.knowledge.relations)
            for group in self.sets.values():
                for analysis in group:
                    if analysis.article.id in held:
                        read[analysis.article.id] = extract(analysis, self.knowledge, ranking, bars)
        return read

    def judged(self, seed: int) -> list[tuple[float, bool]]:
        """(probability, verdict) of every clear candidate, by weights that were fitted without its article."""
        return [
            (ranking.probability(e.features, e.rule), e.right)
            for ranking, held in self.folds(seed)
            for article in sorted(held)
            for e in self.examples[article]
            if e.right is not None
        ]

    def folds(self, seed: int) -> Iterator[tuple[Ranking, set[str]]]:
        """Each fold's articles, with the ranking fitted on all others."""
        articles = sorted(a for a in self.examples if a not in TOGETHER)
        random.Random(seed).shuffle(articles)
        fold = {article: n % FOLDS for n, article in enumerate(articles)}
        fold |= {article: fold[other] for article, other in TOGETHER.items()}
        for held in range(FOLDS):
            rest = [a for a in self.examples if fold[a] != held]
            counts: Counter[Any] = sum((self.patterns[a] for a in rest), Counter())
            ranking = fit([e for a in rest for e in self.examples[a]], counts, {})
            yield ranking, {a for a in self.examples if fold[a] == held}

    def by_rules(self) -> dict[str, Extraction]:
        """Each article read by the rules alone."""
        return {a.article.id: extract(a, self.knowledge) for group in self.sets.values() for a in group}


def score(pool: Pool, read: Mapping[str, Extraction], names: Sequence[str]) -> dict[str, Any]:
    """The scorer's figures for some gold sets, pooled."""
    with tempfile.TemporaryDirectory() as folder:
        pairs: list[str] = []
        for name in names:
            group = {a.article.id: read[a.article.id] for a in pool.sets[name]}
            entities, statements = resolve(group, pool.knowledge)
            articles = tuple(sorted((a.article for a in pool.sets[name]), key=lambda a: a.id))
            build = Build(
                articles, tuple(entities), tuple(sorted(statements, key=order)), dict(pool.knowledge.relations), {}
            )
            target = Path(folder) / name
            target.mkdir()
            graph = to_graph(build)
            (target / "entities.jsonl").write_text(jsonl.entities(graph), encoding="utf-8")
            (target / "statements.jsonl").write_text(jsonl.statements(graph), encoding="utf-8")
            pairs += [str(GOLD / name), str(Path(folder) / name)]
        out = Path(folder) / "figures.json"
        command = [sys.executable, str(GOLD / "score.py"), *pairs, "--json", str(out)]
        subprocess.run(command, check=True, capture_output=True)
        figures: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
        return figures


def mean(figures: Sequence[Any]) -> Any:
    """The mean of nested figures."""
    first = figures[0]
    if isinstance(first, dict):
        keys = {k for f in figures for k in f}
        return {k: mean([f[k] for f in figures if k in f]) for k in sorted(keys)}
    return sum(figures) / len(figures)


def table(figures: Mapping[str, Any]) -> str:
    """The figures as the scorer prints them."""
    rows = [f"{'level':12} {'P':>6} {'R':>6} {'F1':>6}"]
    for level in ("nodes", "pairs", "statements", "edges", "strict"):
        f = figures[level]
        rows.append(f"{level:12} {f['precision']:6.3f} {f['recall']:6.3f} {f['f1']:6.3f}")
    rows.append("on matched statements: " + ", ".join(f"{k} {v:.3f}" for k, v in figures["matched"].items()))
    rows.append(f"\n{'relation':22} {'P':>6} {'R':>6}   gold predicted")
    for relation, f in sorted(figures["relations"].items(), key=lambda item: (-item[1]["gold"], item[0])):
        counts = f"{f['gold']:4.0f} {f['predicted']:7.1f}"
        rows.append(f"{relation:22} {f['precision']:6.3f} {f['recall']:6.3f}   {counts}")
    return "\n".join(rows)


def calibration(judged: Sequence[tuple[float, bool]]) -> str:
    """Of candidates with about the same probability, the share that is right; and the mean gap between the two."""
    rows, gap = [f"{'probability':12} {'mean':>6} {'right':>6} {'candidates':>11}"], 0.0
    for low in range(10):
        group = [(p, right) for p, right in judged if low == min(9, int(p * 10))]
        if group:
            said, true = sum(p for p, _ in group) / len(group), sum(right for _, right in group) / len(group)
            gap += abs(said - true) * len(group) / len(judged)
            rows.append(f"{low / 10:.1f}–{low / 10 + 0.1:.1f}      {said:6.3f} {true:6.3f} {len(group):11}")
    return "\n".join([*rows, f"expected calibration error {gap:.3f}"])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--splits", type=int, default=5)
    parser.add_argument("--precision", nargs="*", default=["balanced"])
    parser.add_argument("--rules", action="store_true", help="the rules alone, which were tuned on these articles")
    parser.add_argument("--calibration", action="store_true", help="how often a probability comes true")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    pool = Pool()
    found: dict[str, Any] = {}
    if args.rules:
        found["rules"] = score(pool, pool.by_rules(), SETS)
    for precision in args.precision:
        found[precision] = mean([score(pool, pool.out_of_fold(s, precision), SETS) for s in range(args.splits)])
    for title, figures in found.items():
        print(f"\n== {title}\n{table(figures)}")
    if args.calibration:
        print("\n== calibration\n" + calibration([pair for s in range(args.splits) for pair in pool.judged(s)]))
    if args.json:
        args.json.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
