"""Capitals as governments or towns, and for whom a city acts."""

import pytest
from conftest import found_in

from graphbuild.model import EntityType

GOVERNMENT = [
    "Paris a condamné l'attaque.",
    "Paris, qui condamne l'attaque, attend.",
    "Les relations entre Paris et Ankara se tendent.",
    "Il négocie avec Paris.",
    "Il s'en prend à la politique de Paris.",
    "Il a demandé à Paris de partir.",
    "Londres et Paris ont condamné l'attaque.",
    "Il agit contre Paris.",
    "L'axe Paris-Berlin tient.",
    "Face à Paris, il cède.",
    "Il critique Paris.",
    "Selon Paris, rien ne presse.",
    'Il dénonce le "double jeu" de Paris.',
    "La suspension des ventes d'armes à Paris est confirmée.",
    'Il donne une "leçon" à Paris.',
    "C'est une occasion pour Paris.",
    "Il s'aligne sur Paris.",
]
TOWN = [
    "Il habite à Paris.",
    "Des explosions ont secoué Paris.",
    "Il est né dans Paris.",
    "Les rues de Paris sont vides.",
    "Il vit près de Paris.",
    "Il a quitté Paris.",
    "L'aéroport de Paris a fermé.",
    "Il vient de Paris.",
    "Paris compte deux millions d'habitants.",
    "Une réunion à Paris a échoué.",
    "PARIS (AFP)",
    "La communauté arménienne de Paris se réunit.",
    "Un vol entre Tel-Aviv et Paris a été détourné.",
    "Il s'envole pour Paris.",
    "Une bombe est tombée sur Paris.",
    "L'avion de ligne de Paris à Buenos Aires a du retard.",
]


@pytest.mark.parametrize("text", GOVERNMENT)
def test_a_capital_that_acts_is_the_government(text, french):
    (paris,) = [m for m in found_in(text, french) if m.text == "Paris"]
    assert (paris.entity, paris.type, paris.how, paris.literal) == ("FRA", EntityType.COUNTRY, "capital", "Paris")


@pytest.mark.parametrize("text", TOWN)
def test_a_capital_where_something_is_stays_a_town(text, french):
    (paris,) = [m for m in found_in(text, french) if m.text.lower() == "paris"]
    assert (paris.entity, paris.type, paris.literal) == ("Paris", EntityType.PLACE, None)


def test_other_towns_never_govern(french):
    assert [m.entity for m in found_in("Kharkiv a condamné l'attaque.", french)] == ["Kharkiv"]


@pytest.mark.parametrize(
    ("text", "city", "government"),
    [
        ("Bruxelles exige des réformes.", "Bruxelles", "EU"),
        ("La Pologne accuse Bruxelles.", "Bruxelles", "EU"),
        ("Bruxelles a rappelé son ambassadeur. La Belgique attend.", "Bruxelles", "BEL"),
        ("Bruxelles a rappelé la Belgique à l'ordre, selon la Commission européenne.", "Bruxelles", "EU"),
        ("Les ministres se retrouvent à Bruxelles.", "Bruxelles", "Bruxelles"),
        ("La Haye a expulsé deux diplomates.", "La Haye", "NLD"),
        ("Le procès de La Haye a commencé.", "La Haye", "La Haye"),
        ("Tel-Aviv a condamné l'attaque.", "Tel-Aviv", "ISR"),
        ("Genève a condamné l'attaque.", "Genève", "Genève"),
        ("Il regrette l'entêtement du Caire.", "Caire", "EGY"),
    ],
)
def test_for_whom_a_city_acts(text, city, government, french):
    assert {m.entity for m in found_in(text, french) if m.text == city} == {government}
