"""Libraries that only an optional part needs: loaded when it is used."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from graphbuild.errors import MissingLibrary


def library(name: str) -> Any:
    """The module of that name, such as ``matplotlib.pyplot``.

    Raises:
        MissingLibrary: It is not installed; the message says how to.
    """
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        package = name.partition(".")[0]
        raise MissingLibrary(
            f'this needs {package}, which is not installed: python -m pip install "graphbuild[notebook]"'
        ) from error
