"""Turtle as rdflib reads it: triples, queries for evidence, and nothing unsure that looks like a fact."""

import dataclasses

import networkx as nx
import pytest
import rdflib

from graphbuild.exports import rdf
from graphbuild.graph import to_graph

RDF, RDFS, PROV = rdflib.RDF, rdflib.RDFS, rdflib.PROV
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
GB = rdflib.Namespace("urn:graphbuild:vocabulary:")


def read(graph):
    return rdflib.Graph().parse(data=rdf.turtle(graph), format="turtle")


def name(kind, text):
    return rdflib.URIRef(f"urn:graphbuild:{kind}:{text}")


@pytest.fixture
def found(press_graph):
    return read(press_graph)


def test_everything_is_there(found, press_build):
    statements = set(found.subjects(RDF.type, RDF.Statement))
    assert statements == {name("statement", s.id) for s in press_build.statements}
    assert {str(label) for label in found.objects(name("entity", "CIV"), RDFS.label)} == {
        "Côte d'Ivoire",
        "Côte d’Ivoire",
    }
    entities = {s for s in found.subjects() if str(s).startswith("urn:graphbuild:entity:")}
    assert len(entities) == len(press_build.entities)
    assert (name("entity", "RUS"), rdflib.OWL.sameAs, rdflib.URIRef("http://www.wikidata.org/entity/Q159")) in found
    assert (name("entity", "CIV"), rdflib.OWL.sameAs, None) not in found
    poutine = name("entity", "Vladimir%20Poutine")
    assert (poutine, RDF.type, rdflib.URIRef("https://schema.org/Person")) in found
    assert (name("relation", "allied_with"), RDF.type, rdflib.OWL.SymmetricProperty) in found
    assert {str(language) for language in (x.language for x in found.objects(None, RDFS.label))} == {"en", "fr"}


def test_a_query_finds_the_sentence_behind_an_edge(found):
    query = """
        SELECT ?quote ?start ?end ?title ?day ?url WHERE {
            ?s a rdf:Statement ;
                rdf:subject <urn:graphbuild:entity:RUS> ;
                rdf:predicate <urn:graphbuild:relation:invades> ;
                rdf:object <urn:graphbuild:entity:UKR> ;
                gb:modality "asserted" ; prov:wasDerivedFrom ?sentence .
            ?sentence prov:wasQuotedFrom ?article ;
                oa:hasSelector/oa:exact ?quote ; oa:hasSelector/oa:start ?start ; oa:hasSelector/oa:end ?end .
            ?article schema:headline ?title ; schema:datePublished ?day ; schema:url ?url .
        }"""
    (row,) = found.query(query, initNs={"oa": OA, "gb": GB, "prov": PROV, "schema": "https://schema.org/"})
    assert str(row.quote) == "La Russie a envahi l'Ukraine le 24 février."
    assert (row.start.value, row.end.value) == (0, len(row.quote))
    assert (str(row.title), row.day.value.isoformat()) == ("L'été de la guerre", "2022-02-26")
    assert str(row.url) == "https://example.org/a?x=1&y=2"


def test_what_a_statement_carries(found, press_build):
    for s in press_build.statements:
        one = name("statement", s.id)
        assert str(found.value(one, GB.modality)) == s.modality
        assert str(found.value(one, GB.polarity)) == s.polarity
        speaker = found.value(one, PROV.wasAttributedTo)
        assert (speaker and str(speaker)) == (s.attribution and str(name("entity", s.attribution.replace(" ", "%20"))))
        trigger = found.value(one, GB.trigger)
        assert (found.value(trigger, OA.start).value, found.value(trigger, OA.end).value) == s.trigger
        assert found.value(one, GB["from"]) == (s.date and rdflib.Literal(s.date.start))
        score = found.value(one, GB.score)
        assert (score and float(score)) == (s.score and round(s.score, 3))


def facts(found):
    ours = "urn:graphbuild:relation:"
    found = {tuple(map(str, triple)) for triple in found}
    return {(s[22:], p.removeprefix(ours), o[22:]) for s, p, o in found if p.startswith(ours)}


def test_only_what_is_asserted_is_a_plain_triple(found, press_graph):
    asserted = {
        (u.replace(" ", "%20"), key, v.replace(" ", "%20"))
        for u, v, key, data in press_graph.edges(keys=True, data=True)
        if any(map(rdf.fact, data["evidence"]))
    }
    assert facts(found) == asserted
    assert ("RUS", "invades", "UKR") in asserted
    assert ("UKR", "member_of", "NATO") not in asserted


@pytest.mark.parametrize(
    "change",
    [{"polarity": "negative"}, {"attribution": "RUS"}, {"former": True}]
    + [{"modality": modality} for modality in ("planned", "possible", "requested", "hypothetical")],
)
def test_doubt_makes_no_triple(change, press_build):
    statements = tuple(dataclasses.replace(s, **change) for s in press_build.statements)
    found = read(to_graph(dataclasses.replace(press_build, statements=statements)))
    assert facts(found) == set()
    assert len(set(found.subjects(RDF.type, RDF.Statement))) == len(statements)


def test_hostile_text_is_only_text(hostile_build):
    graph = to_graph(hostile_build)
    found = read(graph)
    labels = {str(label) for label in found.objects(None, RDFS.label)}
    wanted = {data["label"] for _, data in graph.nodes(data=True)}
    assert wanted - labels == set()
    assert {str(text) for text in found.objects(None, OA.exact)} == {s.quote for s in hostile_build.statements}
    assert {str(u) for u in found.objects(None, rdflib.URIRef("https://schema.org/url"))} == {
        "https://example.org/ok?a=1&b=2"
    }
    assert not list(found.subject_objects(rdflib.OWL.sameAs))


def test_names_that_turtle_could_stumble_over(press_build):
    nasty = 'a>\\u003e <x> . "é\n\x00\ud800 \\'
    articles = tuple(
        dataclasses.replace(a, id=f"{a.id} {nasty[:14]}", title=nasty, url="https://e.org/é{|}")
        for a in press_build.articles
    )
    statements = tuple(
        dataclasses.replace(s, article=f"{s.article} {nasty[:14]}", role=nasty) for s in press_build.statements
    )
    found = read(to_graph(dataclasses.replace(press_build, articles=articles, statements=statements)))
    assert {str(role) for role in found.objects(None, GB.role)} == {'a>\\u003e <x> . "é\n \\'}
    assert len(set(found.objects(None, PROV.wasQuotedFrom))) == len({s.article for s in statements})
    assert {str(u) for u in found.objects(None, rdflib.URIRef("https://schema.org/url"))} == {
        "https://e.org/%C3%A9%7B%7C%7D"
    }


def test_statements_whose_ids_clash_stay_apart(press_build):
    first = dataclasses.replace(press_build.statements[0], source_mention=None)
    other = dataclasses.replace(first, source="CHN")
    assert first.id == other.id
    found = read(to_graph(dataclasses.replace(press_build, statements=(first, other))))
    assert len(set(found.subjects(RDF.type, RDF.Statement))) == 2


def test_any_graph_can_be_written():
    assert len(read(nx.MultiDiGraph([("a", "b"), (1, "b")]))) > 0
