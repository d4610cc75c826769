"""Texts as the model gets them."""

import pytest

from graphbuild.annotate import normalise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Guerre en Syriepar BFMTV\nsuite", "Guerre en Syrie |  BFMTV\nsuite"),
        ("Un séisme ?par euronews (en français)", "Un séisme ? |  euronews (en français)"),
        ("Guerre en Syriepar Le Monde.fr", "Guerre en Syrie |  Le Monde.fr"),
        ("Il est remis par Zurbaran", "Il est remis par Zurbaran"),
        ("Un film de Gaspar Noé", "Un film de Gaspar Noé"),
    ],
)
def test_captions_glued_to_a_title_are_cut(text, expected):
    assert normalise(text) == expected
    assert len(normalise(text)) == len(text)
