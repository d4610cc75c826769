"""Organizations whose names hold other names."""

import pytest
from conftest import found_in


@pytest.mark.parametrize("name", ["Union des Arméniens d'Ukraine", "Association des maires de France"])
def test_the_whole_name_counts(name, french):
    made = found_in(f"Hier, l'{name} a protesté.", french, (f"l'{name}", "ORG"))
    assert [(m.text, m.entity, m.how) for m in made] == [(name, name, "name" if name in french.entities else "ner")]


@pytest.mark.parametrize(
    ("text", "guess", "expected"),
    [
        ("L'Armée russe attaque.", "Armée russe", ["RUS"]),  # an army is its country
        ("Le Conseil Emmanuel Macron dit non.", "Conseil Emmanuel Macron", ["Emmanuel Macron"]),
        ("hier, union des Turcs.", "union des Turcs", ["TUR"]),
    ],
)
def test_other_guesses_leave_the_names_inside_alone(text, guess, expected, french):
    assert [m.entity for m in found_in(text, french, (guess, "ORG"))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Selon la Central Bank of Zembla, rien.", ["Central Bank of Zembla"]),
        ("Selon la Central Bank of Kenya, rien.", ["Central Bank of Kenya"]),
        ("Il a vu Lord of War hier.", []),  # a film
        ("Elle enseigne à l'université Zurbar.", ["université Zurbar"]),
        ("Elle enseigne au centre Jean-Zurbar.", ["centre Jean-Zurbar"]),
        ("Elle vit au centre de Zurbar.", []),
    ],
)
def test_bodies_that_words_show(text, expected, french):
    assert [m.entity for m in found_in(text, french)] == expected


@pytest.mark.parametrize("label", ["PER", "LOC", "ORG"])
def test_a_noun_before_the_name_makes_a_body(label, french):
    made = found_in("Hier, le parti Zurbar a gagné.", french, ("Zurbar", label))
    assert [(m.entity, str(m.type)) for m in made] == [("Zurbar", "organization")]
