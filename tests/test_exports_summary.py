"""What a graph was made from: counted right, for wholes and parts, and for graphs of other makers."""

import networkx as nx

from graphbuild.exports import html
from graphbuild.exports.summary import summary
from graphbuild.graph import to_graph


def test_whole_build(press_graph):
    found = summary(press_graph)
    assert (found["articles"], found["fruitful"], found["copies"], found["unread"], found["undated"]) == (5, 4, 1, 0, 2)
    assert found["dates"] == ["2022-02-26", "2022-11-05"]
    assert (found["publishers"], found["publishers_in_all"], found["unsigned"]) == ([["Le Journal", 1]], 1, 4)
    assert (found["statements"], found["relations"]) == (47, 44)
    assert (found["entities"], found["connected"]) == (27, 25)
    assert found["model"] == "fr_core_news_sm 3.8.0"
    assert found["least_score"] == []
    assert "build" not in found


def test_part_says_what_it_is_a_part_of(press_graph):
    press_graph.graph["manifest"] |= {"statements": 47, "least_score": {"invades": 0.5, "supports": 0.45}}
    found = summary(press_graph.edge_subgraph([("RUS", "UKR", "invades")]))
    assert (found["fruitful"], found["statements"], found["relations"], found["entities"]) == (2, 2, 1, 2)
    assert found["build"] == {"articles": 5, "statements": 47}
    assert found["least_score"] == [0.45, 0.5]
    assert not {"build", "part"} & summary(press_graph).keys()


def test_part_names_its_filters(press_graph):
    part = press_graph.since("2022").asserted_only()
    assert summary(part)["part"] == "since 2022; asserted"
    page = html.page(part, "fr")
    assert "filtré : since 2022; asserted · graphbuild" in page


def test_five_publishers_are_named_the_most_frequent_first(press_graph):
    articles = press_graph.graph["articles"]
    article = articles["article-2"]
    for number, name in enumerate("bbbaacdefg"):
        articles[f"x{number}"] = type(article)("text", id=f"x{number}", lang="fr", publisher=f"{name}\u202e\n{name}")
    found = summary(press_graph)
    assert found["publishers"][:3] == [["b b", 3], ["a a", 2], ["Le Journal", 1]]
    assert (len(found["publishers"]), found["publishers_in_all"]) == (5, 8)


def test_graphs_of_other_makers(hostile_build):
    found = summary(nx.MultiDiGraph())
    assert (found["articles"], found["dates"], found["publishers"], found["model"]) == (0, [], [], "")
    odd = nx.MultiDiGraph(manifest={"least_score": {"a": "high", "b": True}, "articles": "many"})
    odd.add_edge("a", "b", "knows")
    assert (summary(odd)["least_score"], summary(odd)["relations"], summary(odd)["statements"]) == ([], 1, 0)
    assert summary(to_graph(hostile_build))["relations"] > 0
