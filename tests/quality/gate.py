"""Holds extraction to committed floors: scores the gold articles out of fold, fails where a figure falls below.

    python tests/quality/gate.py                          checks; exit code 1 below a floor
    python tests/quality/gate.py --update                 raises the floors to what is measured
    python tests/quality/gate.py --update --allow-lower   … and lets them fall, on purpose

The gold is no part of this repository: where ``../shared/gold`` is missing, nothing is checked and that is said.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fit import GOLD

FLOORS = Path(__file__).with_name("floors.json")
SETS = {"dev": ("dev",), "dev2": ("dev2",), "devx": ("devx",), "pool": ("dev", "dev2", "devx")}
SPLITS = 3
SLACK = 0.005
"""Another processor may round a parse differently: so much below the measured figure is no fall."""

Figures = dict[str, float]


def measure() -> dict[str, Figures]:
    """Figures of each set, on articles that no weight has seen, as means over splits."""
    from crossval import Pool, mean, score, table

    pool = Pool()
    reads = [pool.out_of_fold(seed, "balanced") for seed in range(SPLITS)]
    measured = {}
    for title, names in SETS.items():
        figures = mean([score(pool, read, names) for read in reads])
        print(f"\n== {title}: {', '.join(names)}, out of fold, mean of {SPLITS} splits\n{table(figures)}")
        measured[title] = flat(figures)
    return measured


def flat(figures: Mapping[str, Any]) -> Figures:
    """The figures that have floors, rounded."""
    levels = {
        f"{level} {k}": figures[level][k]
        for level in ("nodes", "pairs", "statements", "edges")
        for k in ("precision", "recall", "f1")
    }
    return {k: round(v, 3) for k, v in (levels | {f"matched {k}": v for k, v in figures["matched"].items()}).items()}


def fallen(measured: Mapping[str, Figures], floors: Mapping[str, Figures]) -> list[str]:
    """What lies below its floor by more than the slack."""
    return [
        f"{name}: {key} is {value:.3f}, the floor {floors[name][key]:.3f}"
        for name, values in measured.items()
        for key, value in values.items()
        if value + SLACK < floors.get(name, {}).get(key, 0.0)
    ]


def raised(measured: Mapping[str, Figures], floors: Mapping[str, Figures], *, lower: bool) -> dict[str, Figures]:
    """The new floors: never below the old ones unless that is wanted."""
    return {
        name: {k: v if lower else max(v, floors.get(name, {}).get(k, 0.0)) for k, v in values.items()}
        for name, values in measured.items()
    }


def parser(description: str) -> argparse.ArgumentParser:
    """The options of a gate."""
    made = argparse.ArgumentParser(description=description)
    made.add_argument("--update", action="store_true", help="raise the floors to what is measured")
    made.add_argument("--allow-lower", action="store_true", help="with --update: let floors fall too")
    return made


def settle(path: Path, measured: Mapping[str, Figures], args: argparse.Namespace) -> int:
    """Holds figures to the floors in a file, or writes them there; the exit code."""
    floors = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    low = fallen(measured, floors)
    for line in low:
        print("below its floor:", line)
    if not args.update:
        print("quality gate:", "below its floors" if low else "holds")
        return bool(low)
    if low and not args.allow_lower:
        print("floors are not lowered without --allow-lower")
        return 1
    text = json.dumps(raised(measured, floors, lower=args.allow_lower), indent=2, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")
    print(f"wrote {path.name}")
    return 0


def main() -> int:
    args = parser(__doc__.split("\n\n")[0]).parse_args()
    if not GOLD.is_dir():
        print(f"quality gate: {GOLD} is not there; nothing was measured")
        return 0
    return settle(FLOORS, measure(), args)


if __name__ == "__main__":
    raise SystemExit(main())
