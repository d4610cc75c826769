"""What the model takes names for."""

from graphbuild.link import votes
from graphbuild.model import Analysis, Article, Guess


def test_a_name_counts_without_its_article_and_small_words():
    text = "la Zembla des Monts. Zembla part."
    guesses = (Guess(0, 13, "ORG"), Guess(21, 27, "LOC"))
    assert dict(votes.count(Analysis(Article(text), text, (), guesses))) == {"Zembla": {"ORG": 1, "LOC": 1}}


def test_headlines_and_small_letters_do_not_count():
    text = "ZEMBLA EN COLÈRE\nzembla"
    guesses = (Guess(0, 6, "ORG"), Guess(17, 23, "ORG"))
    assert list(votes.names(Analysis(Article(text), text, (), guesses))) == []
