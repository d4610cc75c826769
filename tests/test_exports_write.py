"""``write``: every format, whole files or none, the same bytes for the same content, and the graph left alone."""

import copy
import dataclasses
import json
import os
import random
import stat

import networkx as nx
import pytest

from graphbuild import exports
from graphbuild.errors import GraphbuildError, UnknownFormat, WriteError
from graphbuild.exports import FOLDER, FOLDERS, WRITERS, files, to_pyvis, write
from graphbuild.graph import KnowledgeGraph, to_graph

IN_FOLDERS = [writer for writers in FOLDERS.values() for writer in writers.values()]


@pytest.mark.parametrize("suffix", WRITERS)
def test_every_writer_makes_the_same_bytes_twice(suffix, press_graph, tmp_path):
    for name in ("a", "b"):
        write(press_graph, tmp_path / "new" / "folder" / f"{name}{suffix}")
    first, second = ((tmp_path / "new" / "folder" / f"{name}{suffix}").read_bytes() for name in "ab")
    assert first == second
    assert len(first) > 1000
    first.decode("utf-8")
    assert sorted(path.stem for path in (tmp_path / "new" / "folder").iterdir()) == ["a", "b"]


@pytest.mark.parametrize("suffix", WRITERS)
def test_the_order_of_building_changes_nothing(suffix, press_graph):
    other = KnowledgeGraph(**press_graph.graph)
    nodes, edges = list(press_graph.nodes(data=True)), list(press_graph.edges(keys=True, data=True))
    random.Random(3).shuffle(nodes)
    random.Random(4).shuffle(edges)
    other.add_nodes_from(nodes)
    for u, v, key, data in edges:
        other.add_edge(u, v, key, **{**data, "evidence": data["evidence"][::-1]})
    other.graph["articles"] = dict(reversed(press_graph.graph["articles"].items()))
    assert WRITERS[suffix](other) == WRITERS[suffix](press_graph)


@pytest.mark.parametrize("writer", [*WRITERS.values(), *IN_FOLDERS, to_pyvis])
def test_no_writer_changes_the_graph(writer, press_graph):
    before = snapshot(press_graph)
    writer(press_graph)
    assert snapshot(press_graph) == before


def snapshot(graph):
    return copy.deepcopy((graph.graph, dict(graph.nodes(data=True)), list(graph.edges(keys=True, data=True))))


@pytest.mark.parametrize("writer", [*WRITERS.values(), *IN_FOLDERS])
def test_every_writer_takes_parts_of_a_graph(writer, press_graph):
    parts = [
        press_graph.subgraph(["RUS", "UKR", "FRA"]),
        press_graph.edge_subgraph([("RUS", "UKR", "invades")]),
        nx.ego_graph(press_graph, "NATO", undirected=True),
        press_graph.subgraph([]),
        press_graph.both_ways(),
        KnowledgeGraph(),
        nx.MultiDiGraph(),
        nx.MultiDiGraph([("a", "b"), ("a", "b"), (1, "b")]),
    ]
    for part in parts:
        assert isinstance(writer(part), str)


@pytest.mark.parametrize("name", ["graph.png", "graph.xlsx", "archive.html.gz"])
def test_unknown_suffix_names_the_known_ones(name, press_graph, tmp_path):
    with pytest.raises(UnknownFormat, match=r"\.html, \.graphml, \.gexf, \.json, \.csv, \.jsonl"):
        write(press_graph, tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_suffix_in_capitals_and_path_as_text(press_graph, tmp_path):
    write(press_graph, str(tmp_path / "GRAPH.CSV"))
    assert (tmp_path / "GRAPH.CSV").read_text(encoding="utf-8") == WRITERS[".csv"](press_graph)


def test_a_folder_gets_every_file(press_graph, tmp_path):
    write(press_graph, tmp_path / "outputs", lang="fr")
    assert {path.name for path in (tmp_path / "outputs").iterdir()} == set(FOLDER)
    assert '<html lang="fr">' in (tmp_path / "outputs" / "graph.html").read_text(encoding="utf-8")
    manifest = json.loads((tmp_path / "outputs" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest == press_graph.graph["manifest"]


def test_a_folder_of_a_format_gets_its_files(press_graph, tmp_path):
    write(press_graph, tmp_path / "press.NEO4J")
    assert {path.name for path in (tmp_path / "press.NEO4J").iterdir()} == set(FOLDERS[".neo4j"])


def test_an_existing_folder_may_have_a_dot(press_graph, tmp_path):
    (tmp_path / "v1.2").mkdir()
    write(press_graph, tmp_path / "v1.2")
    assert {path.name for path in (tmp_path / "v1.2").iterdir()} == set(FOLDER)


@pytest.mark.parametrize("fails", ["fsync", "replace"])
def test_a_failed_write_keeps_the_old_file(fails, press_graph, tmp_path, monkeypatch):
    path = tmp_path / "graph.csv"
    path.write_text("old", encoding="utf-8")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(*((os, "fsync", fail) if fails == "fsync" else (files.Path, "replace", fail)))
    with pytest.raises(WriteError, match=r"graph\.csv: .*No space left"):
        write(press_graph, path)
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("suffix", WRITERS)
def test_a_writer_that_fails_leaves_nothing(suffix, press_graph, tmp_path, monkeypatch):
    def fail(*_, **__):
        raise RuntimeError("in the middle")

    monkeypatch.setattr(exports.records, "edges", fail)
    monkeypatch.setattr(exports.records, "statements", fail)
    with pytest.raises(RuntimeError):
        write(press_graph, tmp_path / f"graph{suffix}")
    with pytest.raises(RuntimeError):
        write(press_graph, tmp_path / "folder")
    assert not list(tmp_path.iterdir())


def test_places_that_cannot_be_written(press_graph, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "folder.html").mkdir()
    for path in ("file/graph.csv", "folder.html", "bad\0name.csv", f"{'x' * 300}.csv"):
        with pytest.raises(WriteError, match="cannot write"):
            write(press_graph, tmp_path / path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder.html"]


def test_others_may_read_the_file(press_graph, tmp_path):
    old = os.umask(0o022)
    try:
        write(press_graph, tmp_path / "graph.csv")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "graph.csv").stat().st_mode) in (0o644, 0o666)  # 666 on Windows


def test_unknown_language_is_refused(press_graph, tmp_path):
    with pytest.raises(GraphbuildError, match="'de'; use one of en, fr"):
        write(press_graph, tmp_path / "graph.html", lang="de")


def test_a_graph_says_in_which_language_it_is_written(press_graph, tmp_path):
    press_graph.graph["lang"] = "fr"
    write(press_graph, tmp_path / "graph.html")
    assert '<html lang="fr"' in (tmp_path / "graph.html").read_text(encoding="utf-8")


def test_an_option_that_nobody_knows_is_refused(press_graph, tmp_path):
    with pytest.raises(TypeError, match="titel"):
        write(press_graph, tmp_path / "graph.gexf", titel="Titre")


def test_lone_surrogates_and_control_characters_reach_no_file_broken(press_build, tmp_path):
    nasty = "a\ud800b\x00c\x08d\ufffee\r\nf\u2028g"
    first = dataclasses.replace(press_build.entities[0], label=nasty, label_fr=nasty, aliases=(nasty,))
    articles = tuple(dataclasses.replace(article, title=nasty) for article in press_build.articles)
    statements = tuple(dataclasses.replace(s, quote=s.quote + nasty) for s in press_build.statements)
    build = dataclasses.replace(
        press_build, entities=(first, *press_build.entities[1:]), articles=articles, statements=statements
    )
    write(to_graph(build), tmp_path / "all")
    for suffix in (*WRITERS, ".neo4j"):
        write(to_graph(build), tmp_path / f"graph{suffix}")
    for path in filter(lambda found: found.is_file(), tmp_path.rglob("*.*")):
        path.read_text(encoding="utf-8")
