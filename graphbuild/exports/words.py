"""The words that people read, in English and French."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import networkx as nx

from graphbuild.errors import GraphbuildError
from graphbuild.model import Relation

LANGUAGES = ("en", "fr")


@cache
def words(lang: str) -> Mapping[str, str]:
    """Key → word of ``strings.json`` in that language.

    Raises:
        GraphbuildError: There is no such language.
    """
    if lang not in LANGUAGES:
        raise GraphbuildError(f"no words in language {lang!r}; use one of {', '.join(LANGUAGES)}")
    found: dict[str, str] = json.loads((files("graphbuild.exports") / "strings.json").read_text(encoding="utf-8"))[lang]
    return found


def language(graph: nx.MultiDiGraph, lang: str | None = None) -> str:
    """The language that is asked for, else the one that the graph says it is shown in, else English.

    Raises:
        GraphbuildError: There is no such language.
    """
    chosen = lang or str(graph.graph.get("lang") or "en")
    words(chosen)
    return chosen


def relation_label(known: Mapping[str, Relation], relation: str, lang: str) -> str:
    """The label of a relation type in that language, or its id where it is not known."""
    found = known.get(relation)
    return relation if found is None else found.label_fr if lang == "fr" else found.label


def label(data: Mapping[str, Any], otherwise: object, lang: str) -> str:
    """The label of a node or an edge in that language, or what stands for it."""
    names = ("label_fr", "label") if lang == "fr" else ("label", "label_fr")
    return str(next((data[name] for name in names if data.get(name)), otherwise))
