"""What the page knows of relation types: names, whom they may join, and which of them speak against each other."""

from __future__ import annotations

from typing import Any

import networkx as nx

from graphbuild.exports import evidence
from graphbuild.model import Relation

CONTRARIES = (
    ("allied_with", "in_conflict_with"),
    ("supports", "opposes"),
    ("member_of", "withdraws_from"),
    ("deploys_forces_in", "withdraws_from"),
)
"""Relations that contradict each other when they are said of the same two; of a source and a target in this order."""

PLURAL = frozenset({"ARE", "BHS", "COM", "FJI", "MDV", "MHL", "NLD", "PHL", "SLB", "SYC", "USA", "Houthis", "Talibans"})
"""Entities whose French name is a plural: « les États-Unis affirment »."""


def relations(graph: nx.MultiDiGraph) -> dict[str, dict[str, Any]]:
    """Relation → its names, whether it runs both ways, and the types that it may join; empty where none are known."""
    found: dict[str, Relation] = graph.graph.get("relations") or {}
    return {
        name: {
            "labels": {"en": evidence.visible(relation.label), "fr": evidence.visible(relation.label_fr)},
            "symmetric": relation.symmetric,
            "sources": sorted(relation.sources),
            "targets": sorted(relation.targets),
        }
        for name, relation in sorted(found.items())
    }
