"""Text with its mentions replaced by type codes of the same length, so that patterns can name words and types."""

from __future__ import annotations

from collections.abc import Iterable

from graphbuild.model import EntityType, Mention

KINDS = ("country", "adjective", "organization", "place", "person", "capital", "office")
"""What patterns may name: a demonym (« russe ») is an adjective, and a capital may be a country or a place."""

_FIRST = {kind: chr(0xE000 + number) for number, kind in enumerate(KINDS)}
_REST = "\ue0ff"


def kind(mention: Mention) -> str:
    """The code class of a mention."""
    if mention.how in ("adjective", "prefix"):
        return "adjective"
    if mention.how == "capital":
        return "capital"
    return str(EntityType(mention.type))


def mask(text: str, mentions: Iterable[Mention]) -> str:
    """The text with each mention as one code for its first letter and filler for the others."""
    out = list(text)
    for mention in mentions:
        width = mention.end - mention.start
        out[mention.start : mention.end] = _FIRST[kind(mention)] + _REST * (width - 1)
    return "".join(out)


def code(kinds: Iterable[str]) -> str:
    """A regular expression for a mention of one of these kinds."""
    wanted = set(kinds)
    if wanted & {"country", "place"}:
        wanted.add("capital")
    return f"[{''.join(sorted(_FIRST[k] for k in wanted))}]{_REST}*+"
