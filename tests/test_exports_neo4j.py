"""The folder for Neo4j: CSV files that fit together, and a script that names their very columns. No server is run."""

import csv
import io
import re
from collections import Counter

import networkx as nx
import pytest

from graphbuild.exports import neo4j
from graphbuild.graph import to_graph


def table(writer, graph):
    text = writer(graph)
    assert len(list(csv.reader(io.StringIO(text)))) == text.count("\n")  # a row a line: neo4j-admin wants it so
    return list(csv.DictReader(io.StringIO(text), strict=True))


@pytest.fixture(params=["press_build", "hostile_build"])
def graph(request):
    return to_graph(request.getfixturevalue(request.param))


def test_ids_are_unique_and_every_end_exists(graph):
    ids = {}
    for kind, writer in (("Entity", neo4j.entities), ("Article", neo4j.articles), ("Statement", neo4j.statements)):
        found = [row[f"id:ID({kind})"] for row in table(writer, graph)]
        assert len(found) == len(set(found)) > 0
        ids[kind] = set(found)
    for writer in (neo4j.relationships, neo4j.about, neo4j.stated_in):
        for row in table(writer, graph):
            for column, value in row.items():
                if space := re.fullmatch(r":(?:START|END)_ID\((\w+)\)", column):
                    assert value in ids[space[1]]


def test_no_edge_is_lost(graph):
    found = table(neo4j.relationships, graph)
    assert {row["id"] for row in found} == {data["id"] for *_, data in graph.edges(data=True)}
    assert all(re.fullmatch("[A-Z0-9_]+", row[":TYPE"]) for row in found)
    row = next(row for row in found if row["id"] == "RUS|invades|UKR")
    assert (row[":START_ID(Entity)"], row[":TYPE"], row[":END_ID(Entity)"]) == ("RUS", "INVADES", "UKR")
    assert (row["directed:boolean"], row["weight:int"], row["first_date:date"]) == ("true", "2", "2022-02-24")


def test_what_is_denied_or_hypothetical_says_so_in_its_type(press_graph):
    kinds = {row["id"]: row[":TYPE"] for row in table(neo4j.relationships, press_graph)}
    assert kinds["FRA|member_of|NATO"] == "MEMBER_OF"
    hidden = {
        row["id"] for row in table(neo4j.relationships, press_graph) if row["status"] in ("denied", "hypothetical")
    }
    assert hidden == {name for name, kind in kinds.items() if kind.startswith(("DENIED_", "HYPOTHETICAL_"))} != set()


def test_statements_lead_to_article_actors_and_edge(press_graph, press_build):
    rows = table(neo4j.statements, press_graph)
    assert len(rows) == len(press_build.statements)
    row = next(row for row in rows if row["edge"] == "RUS|invades|UKR")
    assert row["quote"] == "La Russie a envahi l'Ukraine le 24 février."
    assert (row["sentence_start:int"], row["date_start:date"], row["former:boolean"]) == ("0", "2022-02-24", "false")
    kinds = Counter(row[":TYPE"] for row in table(neo4j.about, press_graph))
    spoken = sum(s.attribution is not None for s in press_build.statements)
    assert kinds == {"SOURCE": len(rows), "TARGET": len(rows), "SAID_BY": spoken}
    assert len(table(neo4j.stated_in, press_graph)) == len(rows)


def test_the_script_names_the_columns_of_the_files(press_graph):
    script = neo4j.script(press_graph)
    headers = {name: writer(press_graph).split("\n", 1)[0].split(",") for name, writer in neo4j.FILES.items()}
    loads = [step for step in script.split(";\n") if "LOAD CSV" in step]
    read = set()
    for step in loads:
        (name,) = re.findall(r"'file:///(.+?)'", step)
        read.add(name)
        columns = {quoted or plain for quoted, plain in re.findall(r"row\.(?:`(.+?)`|(\w+))", step)}
        assert columns <= set(headers[name]), name
    assert read == {name for name in neo4j.FILES if name.endswith(".csv")}
    for name in ("entities.csv", "articles.csv", "statements.csv"):  # and no column is forgotten
        assert all(f"`{c}`" in script or f"row.{c}" in script for c in headers[name] if not c.startswith(":"))
    kinds = {row[":TYPE"] for row in table(neo4j.relationships, press_graph)}
    assert (
        set(re.findall(r"-\[r:(\w+) ", script))
        == kinds
        == set(re.findall(r"`:TYPE` = '(\w+)'", script)) - {"SOURCE", "TARGET", "SAID_BY"}
    )


def test_nothing_of_the_articles_stands_in_the_script(press_build, hostile_build):
    assert neo4j.script(to_graph(hostile_build)) == neo4j.script(to_graph(press_build))
    hostile = nx.MultiDiGraph()
    hostile.add_edge("a", "b", "x`]->() DETACH DELETE n; //\\u0060'")
    assert "-[r:X_DETACH_DELETE_N_U0060 " in neo4j.script(hostile)


def test_no_backslash_stands_before_a_quotation_mark(press_build):
    """Neo4j may take it for the escape of that mark, and the next field for a part of this one."""
    graph = to_graph(press_build)
    graph.nodes["RUS"].update(label="C:\\", aliases=["a;b", 'c\n"d"\\'])
    row = next(row for row in table(neo4j.entities, graph) if row["id:ID(Entity)"] == "RUS")
    assert "\\" not in neo4j.entities(graph)
    assert (row["name"], row["aliases:string[]"]) == ("C:⧵", 'a,b;c "d"⧵')
    assert row[":LABEL"] == "Entity;Country"
