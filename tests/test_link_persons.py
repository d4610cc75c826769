"""Full names of persons, and whose a surname is."""

import itertools

import pytest
from conftest import text_of, tree

from graphbuild.link import names, persons
from graphbuild.model import Analysis, Article, Guess


def found(text, language, *guesses):
    """The persons in a text in which the model believes in these names."""
    marks = tuple(Guess(text.index(g), text.index(g) + len(g), "PER") for g in guesses)
    analysis = Analysis(Article(text), text, (), marks)
    return [
        text[a:b] for a, b in persons.find(analysis, [(m.start, m.end) for m in names.find(text, language)], language)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hier, Jean-Yves Dupont a parlé.", ["Jean-Yves Dupont"]),
        ("Hier, Jan van der Berg a parlé.", ["Jan van der Berg"]),
        ("Hier, Mohammed ben Nasser a parlé.", ["Mohammed ben Nasser"]),
        ("Hier, Ahmed al-Masri a parlé.", ["Ahmed al-Masri"]),
        ("Hier, Patrick O'Brien a parlé.", ["Patrick O'Brien"]),
        ("Hier, John W. Smith a parlé.", ["John W. Smith"]),
        ("M. Dupont a parlé.", ["Dupont"]),
        pytest.param(
            "Mme Le Guen a parlé.",
            ["Le Guen"],
            marks=pytest.mark.xfail(reason="« Le » is stripped as a word that begins sentences, even after a title"),
        ),
        ("Hier, Jean Dupont et Marie Durand ont parlé.", ["Jean Dupont", "Marie Durand"]),
        ("Le ministre Jean Dupont a parlé.", ["Jean Dupont"]),
    ],
)
def test_without_the_model(text, expected, french):
    assert found(text, french) == expected


@pytest.mark.parametrize(
    ("text", "guess", "expected"),
    [
        ("Hier, Zurab Tsereteli a parlé.", "Zurab Tsereteli", ["Zurab Tsereteli"]),
        ("Hier, M. Tsereteli a parlé.", "M. Tsereteli", ["Tsereteli"]),
        ("Le président Tsereteli a parlé.", "président Tsereteli", ["Tsereteli"]),
        ("Hier, Zurab Tsereteli-Kobia a parlé.", "Zurab Tsereteli", ["Zurab Tsereteli-Kobia"]),
        ("Hier, l'ONU a parlé.", "ONU", []),
        ("La Russie a parlé.", "Russie", []),
        ("Selon lui, rien.", "Selon", []),
        ("Hier, Tsereteli's a parlé.", "Tsereteli's", ["Tsereteli"]),
        ("Hier, Zurab\nTsereteli a parlé.", "Zurab\nTsereteli", ["Zurab"]),
    ],
)
def test_with_the_model(text, guess, expected, french):
    assert found(text, french, guess) == expected


@pytest.mark.parametrize("text", ["La France a parlé.", "Le Monde est grand.", "hier jean dupont a parlé", ""])
def test_nobody(text, french):
    assert found(text, french) == []


def test_a_person_of_the_gazetteer_is_left_to_it(french):
    assert found("Vladimir Poutine a parlé.", french, "Vladimir Poutine") == []


def test_a_persons_name_may_hold_a_countrys(french):
    assert "Anatole France" in found("Anatole France a écrit.", french)


def test_spans_are_sorted_and_apart(french):
    sentence = tree("Jean/PROPN/root/0 Dupont/PROPN/flat/1 et/CCONJ/cc/4 Marie/PROPN/conj/1 Durand/PROPN/flat/4")
    text = text_of(sentence)
    guesses = (Guess(0, 11, "PER"), Guess(5, len(text), "PER"))
    spans = persons.find(Analysis(Article(text), text, (sentence,), guesses), [], french)
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (["Jens Stoltenberg", "Stoltenberg"], ["Jens Stoltenberg"] * 2),
        (["Stoltenberg", "Jens Stoltenberg"], ["Jens Stoltenberg"] * 2),
        (["Xi Jinping", "Xi"], ["Xi Jinping"] * 2),
        (["Recep Tayyip Erdogan", "Tayyip Erdogan"], ["Recep Tayyip Erdogan"] * 2),
        (["Tayyip Erdogan", "Recep Tayyip Erdoğan"], ["Recep Tayyip Erdoğan"] * 2),
        (["George W. Bush", "George Bush"], ["George W. Bush"] * 2),
        (["Bachar al-Assad", "Assad"], ["Bachar al-Assad"] * 2),
        (["Ursula von der Leyen", "von der Leyen"], ["Ursula von der Leyen"] * 2),
        (["Jean Dupont", "Marie Durand"], ["Jean Dupont", "Marie Durand"]),
        (["Bill Clinton", "Hillary Clinton"], ["Bill Clinton", "Hillary Clinton"]),
        (["Durand"], ["Durand"]),
        (["Jean Dupont", "Durand"], ["Jean Dupont", "Durand"]),
        ([], []),
    ],
)
def test_clusters(written, expected):
    assert persons.cluster(written) == expected


def test_a_surname_of_two_persons_is_that_of_the_one_named_last_before_it():
    bill, hillary = "Bill Clinton", "Hillary Clinton"
    written = [bill, "Clinton", hillary, "Clinton", bill, "Clinton"]
    assert persons.cluster(written) == [bill, bill, hillary, hillary, bill, bill]


def test_a_surname_before_every_full_name_is_that_of_the_one_named_first():
    assert persons.cluster(["Clinton", "Bill Clinton", "Hillary Clinton"])[0] == "Bill Clinton"


@pytest.mark.parametrize(
    ("full", "single", "expected"),
    [
        ("Jens Stoltenberg", "Stoltenberg", True),
        ("Jens Stoltenberg", "Jens", True),
        ("Vladimir Poutine", "Vladimir", False),
        ("Xi Jinping", "Xi", True),
        ("Xi Jinping", "Ping", False),
        ("Bachar al-Assad", "al-Assad", True),
        ("Recep Tayyip Erdoğan", "Erdogan", True),
        ("Jean Dupont", "", False),
        ("Mao", "Mao", True),
    ],
)
def test_whose_a_single_name_is(full, single, expected):
    assert persons.owns(full, single) is expected


def test_a_man_is_not_a_woman_of_his_name():
    written = ["Kim Jong-un", "Kim Yo-jong", "Kim", "Kim"]
    assert persons.cluster(written, female=[1], male=[2]) == [
        "Kim Jong-un",
        "Kim Yo-jong",
        "Kim Jong-un",
        "Kim Yo-jong",
    ]


def test_what_shows_a_woman():
    text = "Kim Yo-jong, la sœur, et Mme Kim, mais Kim Jong-un, le frère"
    spans = [(text.index(n), text.index(n) + len(n)) for n in ("Kim Yo-jong", "Kim,", "Kim Jong-un")]
    assert persons.women(text, spans) == {0, 1}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hier, la maire de Calais Xeta Vorul a parlé.", ["Xeta Vorul"]),
        ("Hier, le ministre français de la Défense, Xeta Vorul, a parlé.", ["Xeta Vorul"]),
        ("Hier, le ministre rencontre Xeta Vorul.", []),
        ("Hier, le président du Front Populaire a parlé.", []),
        ("Hier, la ministre, Xeta Vorul a parlé.", []),
    ],
)
def test_a_name_behind_an_office_needs_no_model(text, expected, french):
    assert found(text, french) == expected


def opened(text, tags, language, *guesses):
    """The persons in a sentence whose words the model tags so."""
    words = text.rstrip(".").split(" ")
    sentence = tree(" ".join(f"{w}/{t}/root/0" for w, t in zip(words, tags, strict=True)))
    whole = text_of(sentence)
    marks = tuple(Guess(whole.index(g), whole.index(g) + len(g), "PER") for g in guesses)
    return [whole[a:b] for a, b in persons.find(Analysis(Article(whole), whole, (sentence,), marks), [], language)]


@pytest.mark.parametrize(
    ("text", "tags", "guess", "expected"),
    [
        ("Vomissement puis fièvre", ("NOUN", "ADV", "NOUN"), "Vomissement", []),
        ("Attaque de Zembla", ("NOUN", "ADP", "PROPN"), "Attaque de Zembla", []),
        ("Zembla parle", ("PROPN", "VERB"), "Zembla", ["Zembla"]),
        ("Baptisée Zembla elle", ("VERB", "PROPN", "PRON"), "Baptisée Zembla", ["Zembla"]),
    ],
)
def test_plain_words_that_begin_a_sentence(text, tags, guess, expected, french):
    assert opened(text, tags, french, guess) == expected


def test_a_demonym_before_the_name(french):
    assert found("Hier, le Néerlandais Kees Zembla a dit.", french, "Néerlandais Kees Zembla") == ["Kees Zembla"]


def test_an_elided_word_is_no_part_of_a_name(french):
    assert found("Hier, Jean Zembla d'être parti.", french, "Jean Zembla d'être") == ["Jean Zembla"]
