"""The learned judgement of candidates: a logistic regression over ``features``, its weights plain data."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from graphbuild.errors import DataError
from graphbuild.extract.features import Features

PRECISION = ("precise", "balanced", "complete")
"""Names of thresholds, from few and sure statements to many and doubtful ones."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """Weights with what they were fitted on."""

    weights: Mapping[str, float]
    rules: Mapping[str, tuple[int, int]]
    """Rule → how often it was right and wrong on the annotated texts, where the rules alone decide."""
    thresholds: Mapping[str, float]
    """By ``PRECISION``: the least score that counts."""
    careful: Mapping[str, float]
    """Relation → what its statements need on top: those that an analyst acts on."""
    prior: float
    """Share of right ones among all statements of rules."""
    fitted_on: Mapping[str, Any]

    def reliability(self, rule: str) -> float:
        """The share of right statements of a rule, drawn towards the prior where it was seen seldom."""
        right, wrong = self.rules.get(rule, (0, 0))
        return round((right + STRENGTH * self.prior) / (right + wrong + STRENGTH), 3)

    def probability(self, found: Features, rule: str) -> float:
        """The calibrated probability that a candidate is right."""
        trust = self.reliability(rule)
        total = self.weights.get(TRUST, 0.0) * math.log(trust / (1 - trust))
        total += sum(self.weights.get(name, 0.0) * value for name, value in found.items())
        return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 3)

    def bars(self, precision: str, relations: Iterable[str]) -> dict[str, float]:
        """The least score that counts, by relation. Raises DataError for an unknown name of precision."""
        if precision not in self.thresholds:
            raise DataError(f"precision {precision!r} is none of {', '.join(PRECISION)}")
        bar = self.thresholds[precision]
        return {relation: round(bar + self.careful.get(relation, 0.0), 3) for relation in relations}


TRUST = "reliability of the rule"
STRENGTH = 4
"""How many observations the prior counts for."""


def parse(text: str) -> Ranking:
    """A ranking from its JSON."""
    data = json.loads(text)
    return Ranking(
        weights=data["weights"],
        rules={rule: (right, wrong) for rule, (right, wrong) in data["rules"].items()},
        thresholds=data["thresholds"],
        careful=data["careful"],
        prior=data["prior"],
        fitted_on=data["fitted_on"],
    )


def dump(ranking: Ranking) -> str:
    """The JSON of a ranking, one line per entry, sorted."""
    data = {
        "fitted_on": ranking.fitted_on,
        "prior": ranking.prior,
        "thresholds": ranking.thresholds,
        "careful": ranking.careful,
        "weights": ranking.weights,
        "rules": {rule: list(counts) for rule, counts in ranking.rules.items()},
    }
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
    return text.replace("[\n   ", "[").replace(",\n   ", ", ").replace("\n  ]", "]") + "\n"


@cache
def load() -> Ranking | None:
    """The ranking of the package; None where it has none, and the rules alone decide."""
    file = resources.files("graphbuild") / "lang" / "fr" / "ranking.json"
    return parse(file.read_text(encoding="utf-8")) if file.is_file() else None
