"""Organizations that an article introduces with their initials."""

import pytest
from conftest import found_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le Front de libération du Zembla (FLZ) avance. Le FLZ tire.",
            [("Front de libération du Zembla",) * 2, *[("FLZ", "Front de libération du Zembla")] * 2],
        ),
        ("Le Parti zemblien uni (P.Z.U.) gagne.", [("Parti zemblien uni",) * 2, ("P.Z.U.", "Parti zemblien uni")]),
        (  # the article's own FDS, not those of Syria
            "Les Forces de défense et de sécurité (FDS) tirent.",
            [("Forces de défense et de sécurité",) * 2, ("FDS", "Forces de défense et de sécurité")],
        ),
        (
            "L'Organisation pour la coopération de Shanghaï (OCS) se réunit.",
            [("Organisation pour la coopération de Shanghaï", "SCO"), ("OCS", "SCO")],
        ),
        ("L'Organisation des Nations unies (ONU) proteste.", [("Organisation des Nations unies", "UN"), ("ONU", "UN")]),
    ],
)
def test_initials_in_brackets(text, expected, french):
    assert [(m.text, m.entity) for m in found_in(text, french)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Le Traité du fleuve zemblien (TFZ) tient.",  # a text
        "Le Zembla (ZBL) attend.",  # no initials of words
        "La ville de Zurbaran (Zembla) attend.",
        "Il préfère le groupe des forces du fleuve (GFF).",  # no capital
    ],
)
def test_what_introduces_nobody(text, french):
    assert found_in(text, french) == []


def test_a_short_name_is_not_looked_for_inside_other_words(french):
    made = found_in("Le Front du Zembla (FZ) et la société FZ&S, ainsi que l'hebdomadaire Arc-FZ.", french)
    assert [m.text for m in made] == ["Front du Zembla", "FZ"]
