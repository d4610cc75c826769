"""What people call an actor or a relation, as its id; a name that nobody has is refused with the nearest ones."""

from __future__ import annotations

import difflib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping

import networkx as nx

from graphbuild.errors import QueryError
from graphbuild.exports import evidence
from graphbuild.model import Relation


def actor(graph: nx.MultiDiGraph, name: str) -> str:
    """The node with that id, or the only one with that label or alias, whatever its accents and capitals.

    An id comes before a label and a label before an alias: "Kiev" is the city where the graph has it as a node.

    Raises:
        QueryError: There is none, or there are several.
    """
    if name in graph:
        return name
    labels: defaultdict[str, set[str]] = defaultdict(set)
    aliases: defaultdict[str, set[str]] = defaultdict(set)
    for node, data in graph.nodes(data=True):
        for text in (node, data.get("label"), data.get("label_fr")):
            labels[_plain(text)].add(node)
        for text in data.get("aliases") or ():
            aliases[_plain(text)].add(node)
    wanted = _plain(name)
    found = labels.get(wanted) or aliases.get(wanted) or set()
    if len(found) == 1:
        return found.pop()
    if found:
        raise QueryError(f"{name!r} may be {_listed(graph, found)}: use the id")
    near = [node for text in _near(wanted, [*labels, *aliases]) for node in sorted(labels[text] or aliases[text])]
    hint = f"did you mean {_listed(graph, near[:3])}?" if near else f"ids look like {sorted(map(str, graph))[:3]}"
    raise QueryError(f"no actor {evidence.short(str(name), 80)!r} in this graph; {hint}")


def relations(known: Mapping[str, Relation], names: Iterable[str]) -> list[str]:
    """The ids of relations that are named by id, by label in English or French, or together by quad class.

    Raises:
        QueryError: There is no such relation.
    """
    called: defaultdict[str, set[str]] = defaultdict(set)
    for relation in known.values():
        for text in (relation.id, relation.label, relation.label_fr, relation.quad):
            called[_plain(text)].add(relation.id)
    found: dict[str, None] = {}
    for name in names:
        ids = called.get(_plain(name))
        if not ids:
            near = [relation for text in _near(_plain(name), called) for relation in sorted(called[text])]
            hint = f"did you mean {', '.join(dict.fromkeys(near))}?" if near else f"use {', '.join(sorted(known))}"
            raise QueryError(f"no relation {evidence.short(str(name), 80)!r}; {hint}")
        found |= dict.fromkeys(sorted(ids))
    return list(found)


def _near(wanted: str, known: Iterable[str]) -> list[str]:
    """Those of the known names that are written nearly so, or else that it is a word of."""
    names = sorted(known)
    alike = difflib.get_close_matches(wanted[:80], [name for name in names if len(name) <= 80], n=3, cutoff=0.7)
    return alike or [name for name in names if wanted in name.split()][:3]


def _listed(graph: nx.MultiDiGraph, nodes: Iterable[str]) -> str:
    ordered = sorted(dict.fromkeys(nodes))
    named = ((node, evidence.short(str(graph.nodes[node].get("label", node)), 40)) for node in ordered)
    return " or ".join(node if node == label else f"{node} ({label})" for node, label in named)


def _plain(text: object) -> str:
    """Without accents, capitals and superfluous blanks, with straight apostrophes."""
    folded = unicodedata.normalize("NFKD", str(text).casefold().replace("’", "'").replace("_", " "))
    return " ".join("".join(letter for letter in folded if not unicodedata.combining(letter)).split())
