"""A folder for Neo4j: CSV files as ``neo4j-admin database import`` takes them, and a Cypher script that loads them.

Entities are tied by one relationship an edge, its type the relation (``INVADES``); what is only denied or hypothetical
has a type that says so (``DENIED_MEMBER_OF``). Statements are nodes tied to source, target, speaker and article.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from typing import Any

import networkx as nx

from graphbuild.edges import identity
from graphbuild.exports import records
from graphbuild.model import HIDDEN, Modality, Statement

ENTITIES = (
    *("id:ID(Entity)", "name", "label_fr", "type", "wikidata", "aliases:string[]", "articles:string[]", "mentions:int"),
    ":LABEL",
)
ARTICLES = (*("id:ID(Article)", "title", "date:date", "publisher", "author", "url", "lang", "duplicate_of", ":LABEL"),)
STATEMENTS = (
    *("id:ID(Statement)", "relation", "modality", "polarity", "quote", "role", "former:boolean", "score:double"),
    *(
        "date_start:date",
        "date_end:date",
        "date_basis",
        "sentence_start:int",
        "sentence_end:int",
        "rule",
        "edge",
        ":LABEL",
    ),
)
RELATIONSHIPS = (
    *(
        ":START_ID(Entity)",
        ":END_ID(Entity)",
        ":TYPE",
        "id",
        "relation",
        "label",
        "label_fr",
        "directed:boolean",
        "quad",
    ),
    *("status", "weight:int", "articles:int", *(f"n_{modality}:int" for modality in Modality), "n_denied:int"),
    *("score:double", "first_date:date", "last_date:date"),
)
ABOUT = (":START_ID(Statement)", ":END_ID(Entity)", ":TYPE")
STATED_IN = (":START_ID(Statement)", ":END_ID(Article)", ":TYPE")

Row = dict[str, Any]


def entities(graph: nx.MultiDiGraph) -> str:
    """``entities.csv``: the graph's nodes, labelled ``Entity`` and by their type."""
    rows = ({"id": node, **data, ":LABEL": ["Entity", *_labels(data)]} for node, data in records.nodes(graph))
    return _table(ENTITIES, rows)


def articles(graph: nx.MultiDiGraph) -> str:
    """``articles.csv``: the articles without their texts."""
    found = records.articles(graph).values()
    return _table(ARTICLES, (records.article_record(article) | {":LABEL": "Article"} for article in found))


def statements(graph: nx.MultiDiGraph) -> str:
    """``statements.csv``: every statement with its sentence; ``edge`` is the ``id`` of its relationship."""
    return _table(STATEMENTS, (_statement(name, one, edge) for name, one, edge in _statements(graph)))


def relationships(graph: nx.MultiDiGraph) -> str:
    """``relationships.csv``: the graph's edges, from entity to entity."""
    rows = (
        edge | {":START_ID": edge["source"], ":END_ID": edge["target"], ":TYPE": _type(edge)} for edge in _edges(graph)
    )
    return _table(RELATIONSHIPS, rows)


def about(graph: nx.MultiDiGraph) -> str:
    """``about.csv``: from statements to their source, target and speaker."""
    nodes = {node for node, _ in records.nodes(graph)}
    rows = (
        {":START_ID": name, ":END_ID": end, ":TYPE": kind}
        for name, s, _ in _statements(graph)
        for kind, end in (("SOURCE", s.source), ("TARGET", s.target), ("SAID_BY", s.attribution))
        if end in nodes
    )
    return _table(ABOUT, rows)


def stated_in(graph: nx.MultiDiGraph) -> str:
    """``stated_in.csv``: from statements to their article."""
    known = records.articles(graph)
    found = ((name, s.article) for name, s, _ in _statements(graph) if s.article in known)
    return _table(STATED_IN, ({":START_ID": name, ":END_ID": article, ":TYPE": "STATED_IN"} for name, article in found))


def script(graph: nx.MultiDiGraph) -> str:
    """``load.cypher``: loads the CSV files into a running database, without plugins; it may be run again.

    Nothing of the articles stands in it, only names of columns, relations and types.
    """
    steps = [_HEAD]
    steps += [
        f"CREATE CONSTRAINT graphbuild_{label.lower()} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE;"
        for label in ("Entity", "Article", "Statement")
    ]
    for label, name, columns in (
        ("Entity", "entities", ENTITIES),
        ("Article", "articles", ARTICLES),
        ("Statement", "statements", STATEMENTS),
    ):
        steps.append(f"{_rows(name)}\nMERGE (n:{label} {{id: row.`{columns[0]}`}})\nSET {_values('n', columns[1:])};")
    kinds = sorted({label for _, data in records.nodes(graph) for label in _labels(data)})
    steps += [f"MATCH (n:Entity {{type: '{kind.lower()}'}}) SET n:{kind};" for kind in kinds]
    for kind in sorted({_type(edge) for edge in _edges(graph)}):
        merge = f"MERGE (a)-[r:{kind} {{id: row.id}}]->(b)\nSET {_values('r', RELATIONSHIPS[4:])};"
        steps.append(f"{_rows('relationships', kind)}\n{_match('Entity', 'Entity')}\n{merge}")
    for kind in ("SOURCE", "TARGET", "SAID_BY"):
        steps.append(f"{_rows('about', kind)}\n{_match('Statement', 'Entity')}\nMERGE (a)-[:{kind}]->(b);")
    steps.append(f"{_rows('stated_in')}\n{_match('Statement', 'Article')}\nMERGE (a)-[:STATED_IN]->(b);")
    return "\n\n".join(steps) + "\n"


FILES = {
    "entities.csv": entities,
    "articles.csv": articles,
    "statements.csv": statements,
    "relationships.csv": relationships,
    "about.csv": about,
    "stated_in.csv": stated_in,
    "load.cypher": script,
}

_HEAD = """\
// Loads the files of this folder into Neo4j 5 or newer. Copy the .csv files into the database's import folder, then:
//     cypher-shell -f load.cypher
// or, into a new database that is not running:
//     neo4j-admin database import full --nodes=entities.csv --nodes=articles.csv --nodes=statements.csv \\
//         --relationships=relationships.csv --relationships=about.csv --relationships=stated_in.csv neo4j
// The sentences behind an edge:
//     MATCH (:Entity {id: 'RUS'})-[r:INVADES]->(:Entity {id: 'UKR'})
//     MATCH (s:Statement {edge: r.id})-[:STATED_IN]->(a:Article) RETURN s.quote, s.modality, a.title, a.date;"""

_CASTS = {"int": "toInteger({})", "double": "toFloat({})", "boolean": "toBoolean({})", "date": "date({})"}
_CASTS["string[]"] = "split({}, ';')"


def _rows(name: str, kind: str | None = None) -> str:
    only = f"\nWITH row WHERE row.`:TYPE` = '{kind}'" if kind else ""
    return f"LOAD CSV WITH HEADERS FROM 'file:///{name}.csv' AS row{only}"


def _match(source: str, target: str) -> str:
    return (
        f"MATCH (a:{source} {{id: row.`:START_ID({source})`}})\n"
        f"MATCH (b:{target} {{id: row.`:END_ID({target})`}})"
    )  # fmt: skip


def _values(variable: str, columns: Iterable[str]) -> str:
    pairs = ((*column.split(":"), "")[:2] for column in columns if not column.startswith(":"))
    return ",\n    ".join(
        f"{variable}.{name} = {_CASTS.get(kind, '{}').format(f'row.`{name}:{kind}`' if kind else f'row.{name}')}"
        for name, kind in pairs
    )


def _labels(data: Row) -> list[str]:
    return [data["type"].capitalize()] if re.fullmatch("[a-z]+", str(data["type"])) else []


def _type(edge: Row) -> str:
    """The type of its relationship, of capital letters, digits and underscores only."""
    kind = re.sub("[^A-Z0-9]+", "_", edge["relation"].upper()).strip("_") or "RELATED_TO"
    return f"{edge['status'].upper()}_{kind}" if edge["status"] in HIDDEN else kind


def _edges(graph: nx.MultiDiGraph) -> list[Row]:
    return [edge | {"relation": str(edge["relation"]), "status": str(edge["status"])} for edge in records.edges(graph)]


def _statements(graph: nx.MultiDiGraph) -> list[tuple[str, Statement, str]]:
    """Each statement with an id that no other has, and the id of its edge."""
    edges = {identity(s): edge["id"] for edge in reversed(_edges(graph)) for s in edge["evidence"]}
    taken: set[str] = set()
    return [(records.unique(s.id, taken), s, edges[identity(s)]) for s in records.statements(graph)]


def _statement(name: str, statement: Statement, edge: str) -> Row:
    record = records.statement_record(statement)
    ends = {f"date_{part}": value for part, value in (record["date"] or {}).items()}
    sentence = {f"sentence_{part}": value for part, value in record["sentence"].items()}
    return record | ends | sentence | {"id": name, "rule": statement.pattern, "edge": edge, ":LABEL": "Statement"}


def _table(columns: tuple[str, ...], rows: Iterable[Row]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    names = [(":" if column.startswith(":") else "") + re.split("[:(]", column.lstrip(":"))[0] for column in columns]
    writer.writerows([_cell(row.get(name)) for name in names] for row in rows)
    return out.getvalue()


def _cell(value: Any) -> Any:
    """A value on one line; a backslash, which Neo4j may take for an escape, becomes one that looks like it."""
    value = records.plain(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return ";".join(_cell(str(item).replace(";", ",")) for item in value)
    return " ".join(records.clean(value).replace("\\", "⧵").split()) if isinstance(value, str) else value
