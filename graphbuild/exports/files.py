"""Putting text into a file so that nobody ever sees half of it."""

from __future__ import annotations

import os
from pathlib import Path

from graphbuild.errors import WriteError


def replace(path: Path, text: str) -> None:
    """Writes the text as UTF-8 to a new file, then puts that in the place of the old one.

    Raises:
        WriteError: What stood at ``path`` is as it was.
    """
    partial = path.with_name(f".{path.name[:200]}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("w", encoding="utf-8", newline="\n") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        partial.replace(path)
    except (OSError, ValueError) as error:
        raise WriteError(f"cannot write {path}: {error}") from error
    finally:
        _forget(partial)


def _forget(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except (OSError, ValueError):  # there is no such folder, or such name
        return
