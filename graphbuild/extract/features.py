"""What the form of a sentence says about a candidate, as numbers with names; no word of any text is among them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from graphbuild.clause.arguments import Argument
from graphbuild.clause.asides import BREAKS
from graphbuild.clause.scene import ORDER, PARSE, Fit, Scene, is_finite
from graphbuild.clause.triggers import Occurrence
from graphbuild.extract.candidates import Candidate

Features = dict[str, float]

_CLASSES = {
    "": "bare", "de": "de", "à": "à", "par": "par", "contre": "contre", "avec": "avec", "entre": "entre",
    "en": "place", "dans": "place", "sur": "place", "vers": "place", "pour": "for", "selon": "said", "d'après": "said",
}  # fmt: skip
CLAUSE = frozenset({"que", "qu'", "qui", "dont", "où", "lequel", "laquelle", "lesquels"}) | BREAKS


def features(scene: Scene, candidate: Candidate, *, chosen: bool, rivals: int, around: Mapping[str, float]) -> Features:
    """The features of a candidate.

    Args:
        scene: The sentence.
        candidate: The trigger with its two arguments.
        chosen: Whether the rules alone would take it.
        rivals: How many candidates the same trigger has.
        around: The features of the other triggers around it (``extract.context``).
    """
    occurrence = candidate.occurrence
    found: Features = {**around, "bias": 1.0, f"relation={occurrence.trigger.relation}": 1.0}
    found[f"kind={occurrence.kind}"] = 1.0
    if occurrence.kind == "verb":
        found[f"tense={occurrence.tense}"] = 1.0
        found["passive"] = float(occurrence.passive)
    found["chosen"] = float(chosen)
    found[f"chosen {occurrence.kind}"] = float(chosen)
    found[f"rivals={_bucket(rivals)}"] = 1.0
    found["needs"] = float(bool(occurrence.trigger.needs))
    found["fixed"] = float(occurrence.last > occurrence.first)
    found[f"strength={candidate.strength}"] = 1.0
    for role, argument, fit in (
        ("S", candidate.source, candidate.source_fit),
        ("T", candidate.target, candidate.target_fit),
    ):
        _argument(found, role, scene, occurrence, argument, fit)
    s, t = candidate.source, candidate.target
    order = ("s" if s.first < t.first else "t") + (
        "<" if max(s.last, t.last) < occurrence.first else ">" if min(s.first, t.first) > occurrence.last else "|"
    )
    found[f"order={occurrence.kind} {order}"] = 1.0
    found[f"types={s.mention.type}-{t.mention.type}"] = 1.0
    found["same group"] = float(s.group == t.group)
    found["first sentence"] = float(scene.tokens[0].start == 0)
    found[f"length={_bucket(len(scene.tokens) // 8)}"] = 1.0
    return found


def _argument(found: Features, role: str, scene: Scene, occurrence: Occurrence, argument: Argument, fit: Fit) -> None:
    strength = {PARSE: "parse", ORDER: "order"}.get(fit.strength, "none")
    slot = fit.slot if fit.slot in _SPECIAL | _CARRIED else _CLASSES.get(fit.slot, "other")
    found[f"{role} fit={strength}"] = 1.0
    found[f"{role} slot={occurrence.kind} {slot} {strength}"] = 1.0
    if slot in _CARRIED:  # it stands in another sentence
        return
    side = "before" if argument.last < occurrence.first else "after" if argument.first > occurrence.last else "on"
    distance = _bucket(fit.distance)
    found[f"{role} side={occurrence.kind} {side}"] = 1.0
    found[f"{role} distance={distance}"] = 1.0
    found[f"{role} distance={side} {distance}"] = 1.0
    found[f"{role} marked={_CLASSES.get(argument.preposition, 'other')} {side}"] = 1.0
    found[f"{role} how={argument.mention.how}"] = 1.0
    found[f"{role} modifies"] = float(argument.modifies is not None)
    found[f"{role} spread"] = float(fit.argument is not argument)
    if side == "on":
        return
    a, b = (argument.last + 1, occurrence.first) if side == "before" else (occurrence.last + 1, argument.first)
    between = scene.tokens[a:b]
    found[f"{role} clause"] = float(any(t.lower in CLAUSE for t in between))
    found[f"{role} comma"] = float(any(t.text == "," for t in between))
    found[f"{role} quote"] = float(any(t.text == '"' for t in between))
    found[f"{role} verb"] = float(any(is_finite(scene, k) for k in range(a, b)))
    others = sum(a <= other.first < b for other in scene.arguments)
    found[f"{role} others={_bucket(others)}"] = 1.0


_SPECIAL = frozenset(
    {
        "subject",
        "object",
        "in object",
        "adjective",
        "possessive",
        "holder",
        "receiver",
        "means",
        "that",
        "deed",
        "topic",
        "none",
    }
)


_CARRIED = frozenset({"left open", "last actor", "taken up"})
"""Slots that are filled from a sentence before."""


@lru_cache(maxsize=128)
def _bucket(number: int) -> str:
    for limit in (0, 1, 2, 4, 7, 12):
        if number <= limit:
            return f"≤{limit}"
    return "more"
