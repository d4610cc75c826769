"""French press articles in, an evidence-backed geopolitical knowledge graph out.

>>> import graphbuild as gb
>>> graph = gb.build(["La Russie a envahi l'Ukraine."])  # doctest: +SKIP
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphbuild.coverage import harvest
    from graphbuild.errors import GraphbuildError
    from graphbuild.explanation import explain
    from graphbuild.exports import to_pyvis, write
    from graphbuild.gaps import Harvest
    from graphbuild.graph import KnowledgeGraph, to_graph
    from graphbuild.model import Article, Entity, Statement
    from graphbuild.pipeline import build
    from graphbuild.rollup import rolled_up
    from graphbuild.saved import read_graph
    from graphbuild.sources import read

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Entity",
    "GraphbuildError",
    "Harvest",
    "KnowledgeGraph",
    "Statement",
    "__version__",
    "build",
    "explain",
    "harvest",
    "read",
    "read_graph",
    "rolled_up",
    "to_graph",
    "to_pyvis",
    "write",
]

_HOMES = {
    "Article": "model",
    "Entity": "model",
    "GraphbuildError": "errors",
    "Harvest": "gaps",
    "KnowledgeGraph": "graph",
    "Statement": "model",
    "build": "pipeline",
    "explain": "explanation",
    "harvest": "coverage",
    "read": "sources",
    "read_graph": "saved",
    "rolled_up": "rollup",
    "to_graph": "graph",
    "to_pyvis": "exports",
    "write": "exports",
}


def __getattr__(name: str) -> object:
    """A public name, from its module, which is imported when the name is first used: spaCy takes a second."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
