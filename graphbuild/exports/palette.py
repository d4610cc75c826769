"""Colours and shapes of quad classes and node types: safe for colour-blind eyes, in light and in dark."""

from graphbuild.model import STATUS

QUADS = {
    "structural": ("#64707d", "#a3afbc"),
    "verbal cooperation": ("#2b8cc4", "#6fc1ec"),
    "material cooperation": ("#1a5490", "#3f8fe0"),
    "verbal conflict": ("#b97f00", "#f0b84a"),
    "material conflict": ("#b33a12", "#f0764a"),
}
"""Quad class → colour on light, colour on dark; blues cooperate, oranges conflict, the stronger the darker."""

TYPES = {
    "country": ("#33475b", "#c4d2e0", "dot"),
    "organization": ("#7a6294", "#bda6d6", "square"),
    "person": ("#2f7f73", "#7cc7ba", "triangle"),
    "place": ("#8c7f6a", "#cbbfa8", "diamond"),
}
"""Node type → colour on light, colour on dark, shape."""

STATUSES = (*map(str, STATUS), "denied")
"""From the most to the least committed."""

DASHES = {"planned": (10, 5), "possible": (5, 5), "requested": (2, 4), "hypothetical": (2, 8), "denied": (1, 8)}
"""Status → lengths of dash and gap; what is asserted is drawn solid."""


def quad_colour(quad: str, dark: bool = False) -> str:
    """The colour of a quad class; of ``structural`` for one that is not known."""
    return QUADS.get(quad, QUADS["structural"])[dark]


def type_colour(node_type: str, dark: bool = False) -> str:
    """The colour of a node type; of ``place`` for one that is not known."""
    return TYPES.get(node_type, TYPES["place"])[dark]


def shape(node_type: str) -> str:
    """The shape of a node type."""
    return TYPES.get(node_type, TYPES["place"])[2]
