"""Fits the ranking of candidates to annotated articles and writes it into the package.

    python tests/quality/fit.py [GOLD_DIR …]     default: dev, dev2 and devx of ../shared/gold

The weights are of abstract features (``graphbuild/extract/features.py``): they hold nobody's text. numpy is needed
here only, never at run time.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from graphbuild import annotate, language, sources
from graphbuild.clause import triggers
from graphbuild.extract import candidates, context, decide
from graphbuild.extract.article import Extraction, extract
from graphbuild.extract.features import Features, features
from graphbuild.extract.ranking import TRUST, Ranking, dump
from graphbuild.knowledge import Language
from graphbuild.model import Analysis

GOLD = Path(__file__).resolve().parents[2].parent / "shared" / "gold"
SETS = ("dev", "dev2", "devx")
HOME = Path(__file__).resolve().parents[2] / "graphbuild" / "lang" / "fr" / "ranking.json"
CAREFUL = dict.fromkeys(("attacks", "sanctions", "allied_with", "borders", "sends_weapons_to", "invades"), 0.05)
"""Relations that analysts act on: their statements must be surer."""
THRESHOLDS = {"precise": 0.65, "balanced": 0.45, "complete": 0.3}
PENALTY = 20.0
"""L2 on the weights; chosen on cross-validated figures."""


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate with the verdict of the annotation: right, wrong, or None where it is debatable."""

    article: str
    rule: str
    features: Features
    chosen: bool
    right: bool | None


def scorer() -> ModuleType:
    """The scorer of the gold data, imported from where it lies."""
    spec = importlib.util.spec_from_file_location("score", GOLD / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def analyses(folder: Path) -> list[Analysis]:
    """The articles of a gold folder as the model reads them."""
    return list(annotate.annotate(a for a in sources.read(folder / "articles.jsonl") if not a.failure))


def examples(gold: dict[str, Any], analysis: Analysis, knowledge: Language) -> tuple[list[Example], Counter[Any]]:
    """The candidates of an article with their verdicts, and for each rule of patterns how often it was right, wrong."""
    score = scorer()
    extraction = extract(analysis, knowledge)
    names = _names(extraction, knowledge)
    resolve = score.Resolver(gold["entities"])
    required, debatable = _verdicts(score, gold)

    def verdict(place: int, source: str, relation: str, target: str) -> bool | None:
        sentence = next((s["id"] for s in gold["sentences"] if s["start"] <= place < s["end"]), None)
        ends = (resolve(_record(names, knowledge, e), e) for e in (source, target))
        key = (sentence, *score.key(next(ends), relation, next(ends)))
        return True if key in required else None if key in debatable else False

    found: list[Example] = []
    for sentence, scene in zip(analysis.sentences, extraction.scenes, strict=True):
        fired = list(triggers.find(sentence, knowledge))
        possible = (c for o in fired for c in candidates.find(scene, o))
        sure = {_key(d.candidate) for d in decide.by_rules(possible) if d.reason is None}
        for occurrence in fired:
            around = list(candidates.near(scene, occurrence))
            others = context.of(scene, occurrence, fired)
            for c in around:
                chosen = _key(c) in sure
                made = features(scene, c, chosen=chosen, rivals=len(around), around=others)
                place = (scene.tokens[occurrence.first].start + scene.tokens[occurrence.last].end) // 2
                ends = (c.source.mention.entity, occurrence.trigger.relation, c.target.mention.entity)
                found.append(Example(analysis.article.id, occurrence.rule, made, chosen, verdict(place, *ends)))
    patterns: Counter[Any] = Counter()
    for s in extraction.statements:
        if "/p" in s.pattern:
            right = verdict((s.trigger.start + s.trigger.end) // 2, s.source, s.relation, s.target)
            if right is not None:
                patterns[s.pattern, right] += 1
    return found, patterns


def _key(candidate: candidates.Candidate) -> tuple[object, ...]:
    return candidate.occurrence.rule, candidate.occurrence.first, candidate.source.first, candidate.target.first


def _names(extraction: Extraction, knowledge: Language) -> dict[str, dict[str, Any]]:
    names: dict[str, dict[str, Any]] = {}
    for m in extraction.mentions:
        names.setdefault(m.entity, {**_known(knowledge, m.entity), "type": str(m.type)})["aliases"].append(m.text)
    return names


def _record(names: dict[str, dict[str, Any]], knowledge: Language, entity: str) -> dict[str, Any]:
    return names.get(entity) or _known(knowledge, entity)


def _known(knowledge: Language, entity: str) -> dict[str, Any]:
    known = knowledge.entities.get(entity)
    label, label_fr = (known.label, known.label_fr) if known else (entity, entity)
    return {"type": str(known.type) if known else None, "label": label, "label_fr": label_fr, "aliases": []}


def _verdicts(score: ModuleType, gold: dict[str, Any]) -> tuple[set[Any], set[Any]]:
    required: set[Any] = set()
    debatable: set[Any] = set()
    for s in gold["statements"]:
        for relation in (s["relation"], *s.get("alternatives", ())):
            key = (s["sentence"], *score.key(s["source"], relation, s["target"]))
            (debatable if s.get("optional") else required).add(key)
    return required, debatable


# --- fitting ---


def fit(found: Sequence[Example], patterns: Counter[Any], fitted_on: dict[str, Any]) -> Ranking:
    """A ranking from examples; a rule's own example never counts for its reliability when the weights are fitted."""
    sure = [e for e in found if e.right is not None]
    rules: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for example in sure:
        if example.chosen:
            rules[example.rule][not example.right] += 1
    for (rule, right), count in patterns.items():
        rules[rule][not right] += count
    right = sum(r for r, _ in rules.values())
    prior = round(right / max(1, sum(r + w for r, w in rules.values())), 3)
    bare = Ranking({}, {}, {}, {}, prior, {})
    names = sorted({name for e in sure for name in e.features} | {TRUST})
    column = {name: n for n, name in enumerate(names)}
    matrix = np.zeros((len(sure), len(names)))
    for row, example in enumerate(sure):
        for name, value in example.features.items():
            matrix[row, column[name]] = value
        matrix[row, column[TRUST]] = _trust(bare, rules, example)
    weights = _newton(matrix, np.array([float(bool(e.right)) for e in sure]))
    return Ranking(
        weights={name: round(float(w), 3) for name, w in zip(names, weights, strict=True) if abs(w) >= 0.005},
        rules={rule: (r, w) for rule, (r, w) in sorted(rules.items())},
        thresholds=THRESHOLDS,
        careful=CAREFUL,
        prior=prior,
        fitted_on=fitted_on,
    )


def _trust(bare: Ranking, rules: dict[str, list[int]], example: Example) -> float:
    """Log odds of the rule's reliability on all other examples."""
    right, wrong = rules.get(example.rule, (0, 0))
    if example.chosen:
        right, wrong = right - bool(example.right), wrong - (not example.right)
    trust = Ranking({}, {example.rule: (right, wrong)}, {}, {}, bare.prior, {}).reliability(example.rule)
    return float(np.log(trust / (1 - trust)))


def _newton(matrix: Any, right: Any) -> Any:
    weights = np.zeros(matrix.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-matrix @ weights))
        gradient = matrix.T @ (p - right) + PENALTY * weights
        hessian = (matrix * (p * (1 - p))[:, None]).T @ matrix + PENALTY * np.eye(len(weights))
        step = np.linalg.solve(hessian, gradient)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def gather(folders: Iterable[Path]) -> tuple[list[Example], Counter[Any], int]:
    """The examples of some gold folders, and the number of their articles."""
    knowledge = language.load()
    score = scorer()
    found: list[Example] = []
    patterns: Counter[Any] = Counter()
    count = 0
    for folder in folders:
        gold = score.load_gold(folder)
        for analysis in analyses(folder):
            made, counts = examples(gold[analysis.article.id], analysis, knowledge)
            found += made
            patterns += counts
            count += 1
    return found, patterns, count


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("gold", nargs="*", type=Path, default=[GOLD / name for name in SETS])
    args = parser.parse_args()
    found, patterns, count = gather(args.gold)
    fitted_on = {"sets": [folder.name for folder in args.gold], "articles": count, "candidates": len(found)}
    ranking = fit(found, patterns, fitted_on)
    HOME.write_text(dump(ranking), encoding="utf-8")
    print(json.dumps(fitted_on), f"{len(ranking.weights)} weights, {len(ranking.rules)} rules -> {HOME.name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
