"""Which other triggers stand around one: « dénoncer une attaque » says less of an attack than « attaquer » alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graphbuild.clause.scene import Scene
from graphbuild.clause.triggers import Occurrence

NEAR = 4
"""Tokens between two triggers that stand side by side."""


def of(scene: Scene, occurrence: Occurrence, fired: Sequence[Occurrence]) -> Mapping[str, float]:
    """What the triggers of other relations around this one are, as features."""
    others: dict[int, list[str]] = {}
    for other in fired:
        if other.trigger.relation != occurrence.trigger.relation and other.head != occurrence.head:
            others.setdefault(other.head, []).append(other.trigger.relation)
    relations = scene.language.relations
    own = occurrence.trigger.relation
    found: dict[str, float] = {}
    above = next((others[n] for n in _above(scene, occurrence.head) if n in others), [])
    below = [r for head, group in others.items() if occurrence.head in _above(scene, head) for r in group]
    for name, group in (("under", above), ("over", below)):
        for relation in group:
            found[f"{name} {relations[relation].quad}"] = 1.0
            found[f"{own} {name} {relations[relation].quad}"] = 1.0
            found[f"{own} {name} {relation}"] = 1.0
    for head, group in others.items():
        if abs(head - occurrence.head) <= NEAR + 1:
            side = "after" if head < occurrence.head else "before"
            for relation in group:
                found[f"{side} {relations[relation].quad}"] = 1.0
    found["alone"] = float(not others)
    return found


def _above(scene: Scene, index: int) -> Iterator[int]:
    """The tokens that govern one, from the nearest to the root."""
    for _ in range(len(scene.tokens)):
        head = scene.tokens[index].head
        if head == index:
            return
        yield head
        index = head
