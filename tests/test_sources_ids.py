"""Ids: unique, and the same in whatever order the articles come."""

from itertools import permutations

from graphbuild.model import Article
from graphbuild.sources.ids import named


def test_equal_articles_are_kept_once():
    assert named([Article("Kiev", id="a"), Article("Kiev", id="a")]) == [Article("Kiev", id="a")]
    assert len(named([Article("Kiev"), Article("Kiev")])) == 1


def test_an_article_without_id_is_named_by_its_content():
    [kiev] = named([Article("Kiev")])
    assert kiev.id == "5173bac3cba7d6ba", "ids of texts must not change between versions"
    assert named([Article("Kiev", title="Un titre")])[0].id != kiev.id


def test_different_articles_of_one_id_are_told_apart_in_every_order():
    articles = [Article("Kiev", id="a"), Article("Moscou", id="a"), Article("Minsk", id="b"), Article("Minsk")]
    results = {tuple(named(order)) for order in permutations(articles)}
    assert len(results) == 1
    [result] = results
    assert len({article.id for article in result}) == 4
    assert sorted(article.id.split("-")[0] for article in result if article.text != "Minsk") == ["a", "a"]
    assert {"b"} < {article.id for article in result}


def test_an_id_that_looks_like_a_disambiguated_one_does_not_clash():
    kiev, moscou = Article("Kiev", id="a"), Article("Moscou", id="a")
    taken = next(article.id for article in named([kiev, moscou]) if article.text == "Kiev")
    result = named([kiev, moscou, Article("Minsk", id=taken)])
    assert len({article.id for article in result}) == 3


def test_articles_are_sorted_by_id():
    assert [a.id for a in named([Article("x", id="b"), Article("x", id="a"), Article("x", id="É")])] == ["a", "b", "É"]
