"""Checks that the demo is the same in every build, and that the committed one is what this version builds.

Two fresh builds must be equal byte for byte. The committed statements may differ by ``TOLERANCE``, because another
processor may round a parse differently. After a change that is meant: ``make demo``, and commit ``outputs/demo``.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

TOLERANCE = 0.02
COMMITTED = Path(__file__).parents[2] / "outputs/demo/statements.jsonl"


def main() -> str | None:
    """What is wrong, or None."""
    with tempfile.TemporaryDirectory() as folder:
        builds = [_build(Path(folder, seed), seed) for seed in ("1", "2")]
        names = sorted(set(builds[0]) | set(builds[1]))
        if different := [name for name in names if builds[0].get(name) != builds[1].get(name)]:
            return f"two builds of the demo differ in {', '.join(different)}"
    fresh = _ids(builds[0]["statements.jsonl"])
    if not COMMITTED.is_file():
        return f"{COMMITTED} is missing: run 'make demo' and commit it"
    share = difference(_ids(COMMITTED.read_bytes()), fresh)
    if share > TOLERANCE:
        return f"the committed demo differs in {share:.1%} of its statements: run 'make demo' and commit outputs/demo"
    sys.stdout.write(f"demo: two builds are equal ({len(names)} files), {share:.1%} away from the committed one\n")
    return None


def difference(committed: set[str], fresh: set[str]) -> float:
    """The share of all statements that are in only one of two builds."""
    return len(committed ^ fresh) / max(1, len(committed | fresh))


def _build(folder: Path, seed: str) -> dict[str, bytes]:
    command = [sys.executable, "-m", "graphbuild", "demo", "--quiet", "-o", str(folder)]
    subprocess.run(command, check=True, env=os.environ | {"PYTHONHASHSEED": seed})
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def _ids(statements: bytes) -> set[str]:
    return {json.loads(line)["id"] for line in statements.splitlines()}


if __name__ == "__main__":
    sys.exit(main())
