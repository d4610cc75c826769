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
