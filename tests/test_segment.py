"""Where paragraphs and sentences end."""

import pytest

from graphbuild.segment import LONGEST, paragraphs, sentences


def cut(text):
    return [text[a:b] for a, b in sentences(text)]


@pytest.mark.parametrize(
    "pieces",
    [
        ["La Russie attaque.", "L'Ukraine résiste."],
        ["Il est mort.", "À Kiev, on pleure.", "Éric le sait."],
        ["Pourquoi ?", "Personne ne le sait !", "Tout finit…", "Puis rien."],
        ["« Nous tiendrons. »", "Le président l'a dit."],
        ['"Nous tiendrons. "', "Le président l'a dit."],
        ["Il l'a dit (à Kiev).", "Puis il est parti."],
        ["Il est parti.", "« Jamais », a répondu Paris."],
        ["Il y était en 2014.", "24 soldats sont morts."],
        ["Il est parti.", "– Jamais."],
        ["Fin de la guerre.", "[Mise à jour] Paris réagit."],
    ],
)
def test_sentences_end_here(pieces):
    assert cut(" ".join(pieces)) == pieces


@pytest.mark.parametrize(
    "whole",
    [
        "M. Poutine et Mme Merkel ont parlé.",
        "Le Dr. Denis et le Pr. Martin y croient.",
        "George W. Bush a attaqué l'Irak.",
        "J. F. Kennedy était à Berlin.",
        "Il gagne 3.5 millions d'euros.",
        "L'O.T.A.N. s'élargit.",
        "« Jamais ! » a répondu Paris.",
        "« Quand ? », demande Berlin.",
        "Voir art. 5 du traité.",
        "Environ 2.000 soldats… et des chars.",
        "Le site lemonde.fr l'a écrit.",
        "En 44 av. J.-C. déjà.",
    ],
)
def test_no_sentence_ends_inside(whole):
    assert cut(whole) == [whole]


def test_blanks_around_belong_to_no_sentence():
    text = "   Un.   Deux.  "
    assert list(sentences(text)) == [(3, 6), (9, 14)]


@pytest.mark.parametrize("text", ["", "   ", "\u00a0"])
def test_nothing_gives_nothing(text):
    assert cut(text) == []


def test_sentences_cover_all_that_is_written():
    text = "Un. Deux ! « Trois ? » M. Quatre. Cinq… (Six.) Sept"
    assert "".join("".join(cut(text)).split()) == "".join(text.split())


def test_paragraphs_are_lines_that_hold_something():
    text = "\n\nTitre\n \n\nUn. Deux.\r\nFin"
    assert [text[a:b].strip() for a, b in paragraphs(text)] == ["Titre", "Un. Deux.", "Fin"]


def test_a_long_paragraph_is_cut_at_the_end_of_a_sentence():
    text = "La Russie attaque encore. " * 400
    pieces = [text[a:b] for a, b in paragraphs(text)]
    assert len(pieces) == 3
    assert "".join(pieces) == text
    assert all(len(piece) <= LONGEST for piece in pieces)
    assert all(piece.strip().endswith("encore.") for piece in pieces)


def test_a_long_sentence_is_cut_at_a_blank():
    text = "mot " * 3000
    pieces = [text[a:b] for a, b in paragraphs(text)]
    assert all(len(piece) <= LONGEST and set(piece.split()) == {"mot"} for piece in pieces)
    assert "".join(pieces) == text


def test_a_word_without_end_is_cut_anyway():
    text = "x" * (3 * LONGEST + 7)
    assert [b - a for a, b in paragraphs(text)] == [LONGEST, LONGEST, LONGEST, 7]
