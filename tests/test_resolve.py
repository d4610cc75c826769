"""One node per entity over all articles, whatever their order."""

import itertools

import pytest

from graphbuild.extract.article import Extraction
from graphbuild.model import EntityType, Mention, Modality, Polarity, Span, Statement
from graphbuild.resolve import resolve

C, P, L, ORG = EntityType.COUNTRY, EntityType.PERSON, EntityType.PLACE, EntityType.ORGANIZATION


def mention(entity, kind=P, how="name", text=None, start=0):
    text = text or entity
    return Mention(start, start + len(text), text, entity, kind, how)


def statement(article, source, target, attribution=None):
    return Statement(
        article=article,
        source=source,
        relation="accuses",
        target=target,
        modality=Modality.ASSERTED,
        polarity=Polarity.POSITIVE,
        attribution=attribution,
        sentence=Span(0, 9),
        trigger=Span(3, 5),
        source_mention=Span(0, 2),
        target_mention=Span(6, 9),
        quote="x",
        pattern="p",
    )


def resolved(french, articles, statements=()):
    made = {
        name: Extraction(tuple(found), tuple(s for s in statements if s.article == name))
        for name, found in articles.items()
    }
    entities, said = resolve(made, french)
    return {e.id: e for e in entities}, said


def test_the_gazetteer_gives_id_and_labels(french):
    nodes, _ = resolved(french, {"a": [mention("RUS", C, text="Russie"), mention("RUS", C, "adjective", "russe")]})
    russia = nodes["RUS"]
    assert (russia.label, russia.label_fr, russia.wikidata) == ("Russia", "Russie", "Q159")
    assert (russia.aliases, russia.articles, russia.mentions) == (("Russie", "russe"), ("a",), 2)


def test_spellings_of_a_name_are_one_node(french):
    nodes, _ = resolved(
        french, {"a": [mention("Jean Kaboré")], "b": [mention("Jean Kabore")], "c": [mention("Jean Kaboré")]}
    )
    assert list(nodes) == ["Jean Kaboré"]
    assert nodes["Jean Kaboré"].articles == ("a", "b", "c")
    assert nodes["Jean Kaboré"].aliases == ("Jean Kabore", "Jean Kaboré")


def test_a_surname_joins_its_one_owner(french):
    nodes, said = resolved(
        french,
        {"a": [mention("Jean Kobia")], "b": [mention("Kobia"), mention("RUS", C)]},
        [statement("b", "RUS", "Kobia", attribution="Kobia")],
    )
    assert list(nodes) == ["Jean Kobia", "RUS"]
    assert (said[0].target, said[0].attribution) == ("Jean Kobia", "Jean Kobia")


def test_a_surname_of_two_stays_alone(french):
    nodes, _ = resolved(french, {"a": [mention("Jean Kobia")], "b": [mention("Marie Kobia")], "c": [mention("Kobia")]})
    assert list(nodes) == ["Jean Kobia", "Kobia", "Marie Kobia"]


def test_a_surname_joins_a_person_of_the_gazetteer(french):
    nodes, _ = resolved(french, {"a": [mention("Jens Stoltenberg")], "b": [mention("Stoltenberg")]})
    assert list(nodes) == ["Jens Stoltenberg"]


def test_one_name_of_two_types_is_two_nodes(french):
    articles = {"a": [mention("Zembla", ORG), mention("Zembla", ORG)], "b": [mention("Zembla", L)]}
    nodes, _ = resolved(french, articles)
    assert {n: e.type for n, e in nodes.items()} == {"Zembla": ORG, "Zembla (place)": L}


def test_the_gazetteers_entity_keeps_the_bare_name(french):
    assert french.entities["Kharkiv"].type is L
    nodes, said = resolved(
        french,
        {"a": [mention("Kharkiv", ORG)] * 5 + [mention("RUS", C)], "b": [mention("Kharkiv", L)]},
        [statement("a", "RUS", "Kharkiv")],
    )
    assert {n: e.type for n, e in nodes.items() if n != "RUS"} == {"Kharkiv": L, "Kharkiv (organization)": ORG}
    assert said[0].target == "Kharkiv (organization)"


def test_references_are_no_aliases(french):
    found = [mention("Jean Kobia")] + [mention("Jean Kobia", P, how, "x") for how in ("pronoun", "phrase", "office")]
    nodes, _ = resolved(french, {"a": found})
    assert (nodes["Jean Kobia"].aliases, nodes["Jean Kobia"].mentions) == (("Jean Kobia",), 4)


def test_pairs_are_no_aliases(french):
    nodes, _ = resolved(french, {"a": [mention("RUS", C, text="Russie"), mention("RUS", C, "pair", "Les deux")]})
    assert nodes["RUS"].aliases == ("Russie",)


def carriers(french):
    return [e for e in french.entities.values() if e.kind == "news_agency"]


def test_an_agency_that_only_carries_words_is_no_node(french):
    agency = carriers(french)[0]
    assert resolved(french, {"a": [mention(agency.id, ORG)]})[0] == {}


@pytest.mark.parametrize("role", ["source", "speaker"])
def test_an_agency_that_acts_or_speaks_is_a_node(role, french):
    agency = carriers(french)[0].id
    articles = {"a": [mention(agency, ORG), mention("RUS", C), mention("UKR", C)]}
    said = statement("a", agency, "RUS") if role == "source" else statement("a", "UKR", "RUS", attribution=agency)
    assert agency in resolved(french, articles, [said])[0]


def test_a_place_that_only_its_adjective_names_is_no_node(french):
    nodes, _ = resolved(
        french, {"a": [mention("Europe", L, "adjective", "européen"), mention("RUS", C, "adjective", "russe")]}
    )
    assert list(nodes) == ["RUS"]


def test_the_order_of_articles_never_matters(french):
    articles = {
        "a": [mention("Jean Kaboré"), mention("Zembla", ORG)],
        "b": [mention("Kabore"), mention("Zembla", L)],
        "c": [mention("Jean Kabore"), mention("RUS", C)],
    }
    said = [statement("c", "RUS", "Jean Kabore"), statement("a", "Jean Kaboré", "Zembla")]
    results = [resolved(french, {n: articles[n] for n in order}, said) for order in itertools.permutations(articles)]
    assert all(r == results[0] for r in results)


def test_no_articles_give_nothing(french):
    assert resolve({}, french) == ([], [])
