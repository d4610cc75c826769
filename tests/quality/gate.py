"""Holds extraction to committed floors: builds the gold articles, scores them, fails where a figure falls below.

    python tests/quality/gate.py                    checks; exit code 1 below a floor
    python tests/quality/gate.py --update           raises the floors to what is measured
    python tests/quality/gate.py --update --allow-lower   … and lets them fall, on purpose

The gold is no part of this repository: where ``../shared/gold`` is missing, nothing is checked and that is said.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

GOLD = Path(__file__).resolve().parents[2].parent / "shared" / "gold"
FLOORS = Path(__file__).with_name("floors.json")
SETS = {"dev": ["dev"], "pool": ["dev", "dev2", "devx"]}
SLACK = 0.005
"""Another processor may round a parse differently: so much below the measured figure is no fall."""


def figures(pairs: list[tuple[Path, Path]]) -> dict[str, float]:
    """What the scorer says of some (gold, build) folders, flat."""
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        command = [
            sys.executable,
            str(GOLD / "score.py"),
            *(str(p) for pair in pairs for p in pair),
            "--json",
            out.name,
        ]
        print(subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout)
        found = json.loads(Path(out.name).read_text(encoding="utf-8"))
    flat = {
        f"{level} {k}": found[level][k] for level in ("nodes", "pairs", "statements", "edges") for k in found[level]
    }
    return flat | {f"matched {k}": v for k, v in found["matched"].items()}


def measure() -> dict[str, dict[str, float]]:
    """Builds each gold set and scores it alone and pooled."""
    from graphbuild import build, write

    with tempfile.TemporaryDirectory() as folder:
        for name in sorted({n for group in SETS.values() for n in group}):
            write(build(GOLD / name / "articles.jsonl", progress=False), Path(folder) / name)
        measured = {}
        for title, names in SETS.items():
            print(f"== {title}: {', '.join(names)}")
            measured[title] = figures([(GOLD / name, Path(folder) / name) for name in names])
    return measured


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--update", action="store_true", help="raise the floors to what is measured")
    parser.add_argument("--allow-lower", action="store_true", help="with --update: let floors fall too")
    args = parser.parse_args()
    if not GOLD.is_dir():
        print(f"quality gate: {GOLD} is not there; nothing was measured")
        return 0
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    measured = {s: {k: round(v, 3) for k, v in values.items()} for s, values in measure().items()}
    fallen = [
        f"{name}: {key} is {value:.3f}, the floor {floors[name][key]:.3f}"
        for name, values in measured.items()
        for key, value in values.items()
        if value + SLACK < floors.get(name, {}).get(key, 0)
    ]
    for line in fallen:
        print("below its floor:", line)
    if args.update:
        if fallen and not args.allow_lower:
            print("floors are not lowered without --allow-lower")
            return 1
        keep = max if not args.allow_lower else (lambda new, old: new)
        raised = {n: {k: keep(v, floors.get(n, {}).get(k, 0)) for k, v in vs.items()} for n, vs in measured.items()}
        FLOORS.write_text(json.dumps(raised, indent=2, sort_keys=True) + "\n", encoding="utf-8")
        print(f"wrote {FLOORS.name}")
        return 0
    print("quality gate:", "below its floors" if fallen else "holds")
    return bool(fallen)


if __name__ == "__main__":
    raise SystemExit(main())
