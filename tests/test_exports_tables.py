"""Node-link JSON for NetworkX, and a CSV that no spreadsheet executes."""

import csv
import dataclasses
import io
import json

import networkx as nx
import pytest

from graphbuild.exports import tables
from graphbuild.graph import to_graph


def rows(graph):
    text = tables.csv(graph)
    assert text.startswith("\ufeffsource,")  # Excel takes UTF-8 for something else without the mark
    return list(csv.DictReader(io.StringIO(text[1:])))


def test_networkx_reads_node_link_json_back(press_graph):
    data = json.loads(tables.node_link(press_graph))
    back = nx.node_link_graph(data, edges="edges")
    assert isinstance(back, nx.MultiDiGraph)
    assert set(back) == set(press_graph)
    assert set(back.edges(keys=True)) == set(press_graph.edges(keys=True))
    for u, v, key, attributes in press_graph.edges(keys=True, data=True):
        read = dict(back.edges[u, v, key])
        evidence = read.pop("evidence")
        assert read == {name: value for name, value in attributes.items() if name != "evidence"}
        assert [row["id"] for row in evidence] == [statement.id for statement in attributes["evidence"]]
    assert dict(back.nodes(data=True)) == dict(press_graph.nodes(data=True))
    assert "text" not in data["graph"]["articles"][0]
    assert data["graph"]["manifest"] == press_graph.graph["manifest"]


def test_csv_has_a_row_for_every_edge(press_graph):
    found = rows(press_graph)
    assert [row["id"] for row in found] == sorted(d["id"] for *_, d in press_graph.edges(data=True))
    row = next(row for row in found if row["id"] == "RUS|invades|UKR")
    assert (row["source_label"], row["label_fr"], row["target_label"]) == ("Russia", "envahit", "Ukraine")
    assert (row["weight"], row["n_asserted"], row["directed"]) == ("2", "2", "true")
    assert row["sentence"] == "La Russie a envahi l'Ukraine le 24 février."
    assert (row["title"], row["url"]) == ("L'été de la guerre", "https://example.org/a?x=1&y=2")
    undated = next(row for row in found if row["id"] == "Bamako|capital_of|MLI")
    assert undated["first_date"] == undated["score"] == undated["title"] == ""


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " =", "\n+", "＝", "|", "%", "\x00="])
def test_csv_cannot_hold_a_formula(start, press_build):
    hostile = start + 'HYPERLINK("https://example.org";"x")'
    entity = dataclasses.replace(press_build.entities[0], label=hostile, label_fr=hostile)
    statements = tuple(dataclasses.replace(s, quote=hostile) for s in press_build.statements)
    build = dataclasses.replace(press_build, entities=(entity, *press_build.entities[1:]), statements=statements)
    cells = [cell for row in rows(to_graph(build)) for cell in row.values()]
    assert any("HYPERLINK" in cell for cell in cells)
    assert all(cell.startswith("'") for cell in cells if "HYPERLINK" in cell)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_no_cell_begins_with_a_formula_whatever_the_separator(separator, press_build):
    """Where it is « ; », as in France, a program splits at each, within quotation marks too."""
    attacks = ("a;=1+1", "b ; \t@SUM(1)", 'c";=2', 'd",=3,"', "e\n=4", "f\r\n;+5", "g;;-6", 'h";"=7', "i;\u00a0=8")
    statements = tuple(
        dataclasses.replace(s, quote=attacks[number % len(attacks)]) for number, s in enumerate(press_build.statements)
    )
    text = tables.csv(to_graph(dataclasses.replace(press_build, statements=statements)))[1:]
    assert "\t" not in text
    cells = [cell for line in csv.reader(io.StringIO(text), delimiter=separator) for cell in line]
    split = [cell for line in text.splitlines() for cell in line.split(";")]
    assert len(text.splitlines()) == press_count(press_build) + 1
    for cell in [*cells, *split]:
        assert cell.lstrip('" \u00a0')[:1] not in tuple("=+-@"), cell


def press_count(build):
    return to_graph(build).number_of_edges()
