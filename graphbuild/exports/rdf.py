"""RDF in Turtle: each statement with its sentence, place in the article and speaker; sure facts as triples too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

import networkx as nx

from graphbuild.exports import evidence, records
from graphbuild.model import Article, Modality, Polarity, Relation, Span, Statement

PREFIXES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "schema": "https://schema.org/",
    "wd": "http://www.wikidata.org/entity/",
    "gb": "urn:graphbuild:vocabulary:",
}
"""Names of ours are URNs: ``urn:graphbuild:entity:RUS``, ``…:relation:invades``, ``…:article:…``, ``…:statement:…``."""

TYPES = {"country": "Country", "organization": "Organization", "person": "Person", "place": "Place"}

Pairs = list[tuple[str, str]]
"""Predicates with their objects, as Turtle writes them."""


def turtle(graph: nx.MultiDiGraph) -> str:
    """Turtle with every entity, relation, article and statement; see ``fact`` for what is a plain triple besides."""
    articles = records.articles(graph)
    blocks = ["".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())]
    blocks += [_block(_iri("relation", name), _relation(one)) for name, one in records.relations(graph).items()]
    blocks += [_block(_iri("entity", node), _entity(data)) for node, data in records.nodes(graph)]
    blocks += [_block(_iri("article", name), _article(one)) for name, one in articles.items()]
    taken: set[str] = set()
    for one in records.statements(graph):
        blocks.append(_block(_iri("statement", records.unique(one.id, taken)), _statement(one)))
    facts = [edge for edge in records.edges(graph) if any(map(fact, edge["evidence"]))]
    blocks.append("".join(f"{_triple(edge['source'], edge['relation'], edge['target'])} .\n" for edge in facts))
    return "\n".join(filter(None, blocks))


def fact(statement: Statement) -> bool:
    """Whether it may stand as a triple, which has no room for doubt: asserted, not denied, the article's own words, and
    no office of former days."""
    s = statement
    return (s.modality, s.polarity, s.attribution, s.former) == (Modality.ASSERTED, Polarity.POSITIVE, None, False)


def _relation(relation: Relation) -> Pairs:
    ids = re.findall(r"P\d+", relation.wikidata or "")
    return [
        ("a", "owl:ObjectProperty" + (", owl:SymmetricProperty" if relation.symmetric else "")),
        *_labels(relation.label, relation.label_fr),
        ("gb:quad", _text(relation.quad)),
        *(("rdfs:seeAlso", f"wd:{name}") for name in ids),
    ]


def _entity(data: Mapping[str, Any]) -> Pairs:
    return [
        ("a", ", ".join(["prov:Entity", *(f"schema:{TYPES[data['type']]}" for _ in range(data["type"] in TYPES))])),
        *_labels(str(data["label"]), str(data["label_fr"])),
        *(("skos:altLabel", _text(str(name), "fr")) for name in sorted(map(str, data["aliases"]))),
        *(("owl:sameAs", f"wd:{name}") for name in re.findall(r"\AQ[1-9]\d*\Z", str(data.get("wikidata")))),
        *(("schema:subjectOf", _iri("article", str(name))) for name in sorted(map(str, data["articles"]))),
    ]


def _labels(label: str, label_fr: str) -> Pairs:
    return [("rdfs:label", f"{_text(label, 'en')}, {_text(label_fr, 'fr')}")]


def _article(article: Article) -> Pairs:
    words = {"title": "headline", "publisher": "publisher", "author": "author", "lang": "inLanguage"}
    found = [(f"schema:{name}", _text(value)) for field, name in words.items() if (value := getattr(article, field))]
    if article.date:
        found.append(("schema:datePublished", _day(article.date.isoformat())))
    if url := evidence.link(article.url):
        found.append(("schema:url", f"<{quote(url, safe=_IN_ADDRESSES)}>"))
    if article.duplicate_of:
        found.append(("prov:alternateOf", _iri("article", article.duplicate_of)))
    return [("a", "schema:Article, prov:Entity"), *found]


def _statement(statement: Statement) -> Pairs:
    s = statement
    found = [
        ("a", "rdf:Statement, prov:Entity"),
        ("rdf:subject", _iri("entity", s.source)),
        ("rdf:predicate", _iri("relation", s.relation)),
        ("rdf:object", _iri("entity", s.target)),
        ("gb:modality", _text(s.modality)),
        ("gb:polarity", _text(s.polarity)),
        ("gb:rule", _text(s.pattern)),
    ]
    if s.attribution is not None:
        found.append(("prov:wasAttributedTo", _iri("entity", s.attribution)))
    if s.score is not None:
        found.append(("gb:score", f'"{round(s.score, 3)}"^^xsd:decimal'))
    if s.role is not None:
        found.append(("gb:role", _text(s.role, "fr")))
    if s.former:
        found.append(("gb:former", "true"))
    if s.date:
        found += [("gb:from", _day(s.date.start.isoformat())), ("gb:until", _day(s.date.end.isoformat()))]
        found.append(("gb:dateBasis", _text(s.date.basis)))
    exact = f"[ a oa:TextQuoteSelector ; oa:exact {_text(s.quote, 'fr')} ]"
    sentence = f"[ a oa:SpecificResource, prov:Entity ; prov:wasQuotedFrom {_iri('article', s.article)} ; "
    sentence += f"oa:hasSource {_iri('article', s.article)} ; oa:hasSelector {_place(s.sentence)}, {exact} ]"
    spans = {"trigger": s.trigger, "sourceMention": s.source_mention, "targetMention": s.target_mention}
    return [
        *found,
        ("prov:wasDerivedFrom", sentence),
        *((f"gb:{name}", _place(span)) for name, span in spans.items() if span is not None),
    ]


def _place(span: Span) -> str:
    return f"[ a oa:TextPositionSelector ; oa:start {span.start} ; oa:end {span.end} ]"


def _triple(source: str, relation: str, target: str) -> str:
    return f"{_iri('entity', source)} {_iri('relation', relation)} {_iri('entity', target)}"


def _block(subject: str, pairs: Iterable[tuple[str, str]]) -> str:
    return subject + " " + " ;\n    ".join(f"{predicate} {value}" for predicate, value in pairs) + " .\n"


_IN_ADDRESSES = ":/?#[]@!$&'()*+,;=%"
"""What stays as it is in an address; the rest is percent-encoded."""


def _iri(kind: str, name: str) -> str:
    return f"<urn:graphbuild:{kind}:{quote(records.clean(name), safe='')}>"


def _day(text: str) -> str:
    return f'"{text}"^^xsd:date'


def _text(text: str, lang: str = "") -> str:
    escaped = re.sub(r'[\\"]', r"\\\g<0>", records.clean(text)).replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"' + (f"@{lang}" if lang else "")
