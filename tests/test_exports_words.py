"""The words that people read."""

import networkx as nx
import pytest

from graphbuild.errors import GraphbuildError
from graphbuild.exports.words import LANGUAGES, label, language, words


def test_both_languages_have_the_same_words():
    assert LANGUAGES == ("en", "fr")
    assert words("en").keys() == words("fr").keys()
    assert words("fr")["independent_articles"] == "articles indépendants"


def test_another_language_is_refused():
    with pytest.raises(GraphbuildError, match="no words in language 'de'; use one of en, fr"):
        words("de")
    with pytest.raises(GraphbuildError, match="no words in language 'de'"):
        language(nx.MultiDiGraph(lang="de"))


def test_what_is_asked_for_goes_before_what_the_graph_says():
    graph = nx.MultiDiGraph(lang="fr")
    assert (language(graph), language(graph, "en"), language(nx.MultiDiGraph())) == ("fr", "en", "en")


@pytest.mark.parametrize(
    ("data", "english", "french"),
    [
        ({"label": "Russia", "label_fr": "Russie"}, "Russia", "Russie"),
        ({"label": "Russia"}, "Russia", "Russia"),
        ({"label_fr": "Russie", "label": None}, "Russie", "Russie"),
        ({}, "RUS", "RUS"),
    ],
)
def test_a_label_or_what_stands_for_it(data, english, french):
    assert (label(data, "RUS", "en"), label(data, "RUS", "fr")) == (english, french)
