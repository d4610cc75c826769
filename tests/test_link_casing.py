"""Capital letters that make no actor."""

import pytest

from graphbuild.link import casing


@pytest.mark.parametrize(
    ("text", "expected"),
    [("LA RÉPONSE DE KOBIA", True), ("Il dit :\nLA RÉPONSE DE KOBIA\nfin", True), ("La réponse de KOBIA", False)],
)
def test_a_line_in_capitals(text, expected):
    assert casing.shouted(text, text.index("KOBIA")) is expected


def test_a_short_line_in_capitals_may_be_a_name():
    assert not casing.shouted("L'ONU\nOTAN\n", 6)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Kobia part.", True), ("Il dit. Kobia part.", True), ('"Kobia part"', True), ("Hier Kobia part.", False)],
)
def test_the_beginning_of_a_sentence(text, expected):
    assert casing.begins(text, text.index("Kobia")) is expected


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("Soutien", "Soutien de taille. Le soutien vient.", True),
        ("Sanctionner", "Sanctionner ou non ?", True),
        ("Architecte", "Architecte de la paix, il part.", True),
        ("Kobia", "Kobia part.", False),
        ("Kobia", "Hier, Kobia de retour.", False),
    ],
)
def test_words_that_only_begin_sentences(word, text, expected, french):
    assert casing.is_ordinary(word, text, french) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("l'ouragan Kobia approche", True), ('la loi "Kobia"', True), ("le maire Kobia", False), ("Kobia", False)],
)
def test_names_of_storms_and_laws(text, expected, french):
    assert casing.is_a_thing("Kobia", text, french) is expected
