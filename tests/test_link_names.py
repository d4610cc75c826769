"""Names of the gazetteer in a text, by how they are written."""

import itertools

import pytest

from graphbuild.knowledge import NameKind
from graphbuild.link import names


def found(text, language):
    return [(text[m.start : m.end], m.name.entity) for m in names.find(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La Russie et l'Ukraine", [("Russie", "RUS"), ("Ukraine", "UKR")]),
        ("les États-Unis", [("États-Unis", "USA")]),
        ("les Etats-Unis", [("Etats-Unis", "USA")]),
        ("les Etats-unis", [("Etats-unis", "USA")]),
        ("LA RUSSIE", [("RUSSIE", "RUS")]),
        ("la Corée du Nord", [("Corée du Nord", "PRK")]),
        ("l'armée russe", [("russe", "RUS")]),
        ("les frappes israéliennes", [("israéliennes", "ISR")]),
        ("les Ukrainiennes", [("Ukrainiennes", "UKR")]),
        ("le Kremlin", [("Kremlin", "RUS")]),
        ("l'OTAN", [("OTAN", "NATO")]),
        ("l'Otan", [("Otan", "NATO")]),
        pytest.param(
            "l'O.T.A.N. est là",
            [("O.T.A.N", "NATO")],
            marks=pytest.mark.xfail(reason="names are looked up by their first word, and « O » is none of NATO's"),
        ),
        ("les U.S.A. disent", [("U.S.A", "USA")]),
        ("la Côte d'Ivoire", [("Côte d'Ivoire", "CIV")]),
        ("Nouvelle-Zélande", [("Nouvelle-Zélande", "NZL")]),
        ("Nouvelle Zélande", [("Nouvelle Zélande", "NZL")]),
        ("le Niger et le Nigeria", [("Niger", "NER"), ("Nigeria", "NGA")]),
        ("la République démocratique du Congo", [("République démocratique du Congo", "COD")]),
        ("l'Union européenne", [("Union européenne", "EU")]),
        ("russo-turc", [("russo", "RUS"), ("turc", "TUR")]),
    ],
)
def test_written_forms(text, expected, french):
    assert found(text, french) == expected


@pytest.mark.parametrize(
    "text",
    [
        "la russie",
        "l'otan",
        "l'oTAN",
        "un français moyen dit Françoise",
        "les Russeries",
        "Ukrainexit",
        "un RUSSO",
    ],
)
def test_what_is_no_name(text, french):
    assert [entity for form, entity in found(text, french) if form != "français"] == []


def test_the_longest_name_wins(french):
    assert found("la Corée du Sud", french) == [("Corée du Sud", "KOR")]
    assert found("la Guinée équatoriale", french) == [("Guinée équatoriale", "GNQ")]
    assert found("la Guinée", french) == [("Guinée", "GIN")]
    assert found("le Soudan du Sud", french) == [("Soudan du Sud", "SSD")]


def test_offsets_point_into_the_text(french):
    text = "À Genève, l'Iran et les États-Unis négocient."
    for match in names.find(text, french):
        assert text[match.start : match.end] in ("Genève", "Iran", "États-Unis")


def test_a_line_end_joins_no_name(french):
    assert "PRK" not in [e for _, e in found("Corée\n\ndu Nord", french)]


def test_a_verb_after_a_town_is_not_part_of_its_name(french):
    assert ("Jérusalem", "Jérusalem") in found("Jérusalem est calme", french)


def test_a_short_name_counts_only_after_a_strong_one(french):
    assert found("L'Alliance hésite.", french) == []
    assert [e for _, e in found("L'Otan attend. L'Alliance hésite.", french)] == ["NATO", "NATO"]


def test_a_demonym_is_no_strong_name(french):
    shorts = {n.entity for group in french.names.values() for n in group if n.kind is NameKind.SHORT}
    assert "NATO" in shorts
    assert all(e != "NATO" for f, e in found("Un avion otanien. L'Alliance hésite.", french) if f == "Alliance")


def test_a_prefix_needs_its_hyphen(french):
    assert found("russo turc", french) == [("turc", "TUR")]
    assert found("russo- turc", french) == [("turc", "TUR")]


@pytest.mark.parametrize(
    ("written", "acronym", "expected"),
    [
        ("OTAN", "OTAN", True),
        ("Otan", "OTAN", True),
        ("Onu", "ONU", False),
        ("otan", "OTAN", False),
        ("OTan", "OTAN", False),
    ],
)
def test_acronyms(written, acronym, expected):
    assert names._is_acronym(written, acronym) is expected


def test_names_do_not_overlap(french):
    text = "Le président de la Commission de l'Union européenne et l'Union africaine, République démocratique du Congo."
    matches = names.find(text, french)
    assert len(matches) >= 3
    assert all(a.end <= b.start for a, b in itertools.pairwise(matches))


def test_every_name_of_the_gazetteer_is_found_where_it_stands_alone(french):
    missed = {n.text for group in french.names.values() for n in group if not stands_alone(n, french)}
    assert missed == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("les magasins H&M ferment", [("H&M", "H&M")]),
        ("Antigua & Barbuda proteste", [("Antigua & Barbuda", "ATG")]),
        ("l'alliance CDU/CSU gagne", [("CDU/CSU", "CDU-CSU")]),
    ],
)
def test_names_with_signs_inside(text, expected, french):
    assert found(text, french) == expected


def test_a_plus_sign_is_part_of_a_name(french):
    assert found("l'Opep réduit sa production", french) == [("Opep", "OPEC")]


def stands_alone(name, language):
    """Is a written form, alone between two marks, read as its own entity?"""
    if name.kind in (NameKind.SHORT, NameKind.PREFIX):
        return True
    return any(m.name.entity == name.entity for m in names.find(f"« {name.text} »", language))
