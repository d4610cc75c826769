"""The data of the package: the inventory of relations, the gazetteer, the lexicon."""

import itertools
import re
import tomllib
from collections import Counter, defaultdict
from pathlib import Path

import pytest

import graphbuild
from graphbuild.knowledge import NameKind
from graphbuild.model import EntityType
from graphbuild.morphology import fold

PACKAGE = Path(graphbuild.__file__).parent
FRENCH = PACKAGE / "lang" / "fr"
GAZETTEER = sorted((FRENCH / "gazetteer").glob("*.toml"))

INVENTORY = """
member_of | member of | membre de | – | country, person, organization → organization | – | structural | P463
allied_with | allies | alliés | sym | any ↔ any | – | structural | –
borders | borders | frontalier de | sym | country, place ↔ country, place | – | structural | P47
capital_of | capital of | capitale de | – | place → country | – | structural | P1376
located_in | located in | situé en | – | place, organization → country, place | – | structural | P17, P131, P276
holds_office_in | holds office in | en fonction dans | – | person → country, organization, place | – | structural | P39
talks_with | talks with | dialogue avec | sym | any ↔ any | CONSULT | verbal cooperation | –
visits | visits | se rend en | – | person, country, organization → country, place | CONSULT | verbal cooperation | –
supports | supports | soutient | – | any → any | SUPPORT | verbal cooperation | –
signs_agreement_with | signs agreement with | conclut un accord avec | sym | any ↔ any | AGREE | verbal cooperation | –
recognizes | recognizes | reconnaît | – | any → any | COOPERATE | verbal cooperation | P530
cooperates_with | cooperates with | coopère avec | sym | any ↔ any | COOPERATE | material cooperation | –
trades_with | trades with | commerce avec | sym | country, organization ↔ country, organization | COOPERATE | material cooperation | –
sends_weapons_to | sends weapons to | livre des armes à | – | country, organization, person → any | AID | material cooperation | –
gives_aid_to | gives aid to | aide | – | any → any | AID | material cooperation | –
trains_forces_of | trains forces of | forme les forces de | – | country, organization → country, organization | AID | material cooperation | –
demands_from | demands from | exige de | – | any → any | REQUEST | verbal conflict | –
accuses | accuses | accuse | – | any → any | ACCUSE | verbal conflict | –
opposes | opposes | s'oppose à | – | any → any | REJECT, PROTEST | verbal conflict | –
threatens | threatens | menace | – | any → any | THREATEN | verbal conflict | –
sanctions | sanctions | sanctionne | – | any → any | SANCTION | material conflict | –
mobilizes_against | mobilizes against | masse des troupes contre | – | country, organization → country, place, organization | MOBILIZE | material conflict | –
deploys_forces_in | deploys forces in | déploie des forces en | – | country, organization, person → country, place | MOBILIZE | material conflict | –
attacks | attacks | attaque | – | any → any | ASSAULT | material conflict | –
invades | invades | envahit | – | country, organization → country, place | ASSAULT, COERCE | material conflict | –
in_conflict_with | in conflict with | en conflit avec | sym | any ↔ any | – | material conflict | –
detains | detains | détient | – | any → any | COERCE | material conflict | –
withdraws_from | withdraws from | se retire de | – | country, organization, person → country, place, organization | RETREAT | material cooperation | –
"""
"""Of the specification: id, label, French label, is it symmetric, types, PLOVER, quad, Wikidata; – where there is none."""


def row(line):
    name, label, label_fr, symmetric, types, plover, quad, wikidata = (part.strip() for part in line.split(" | "))
    source, target = re.split(" [→↔] ", types)
    return name, {
        "label": label,
        "label_fr": label_fr,
        "symmetric": symmetric == "sym",
        "sources": kinds(source),
        "targets": kinds(target),
        "plover": none(plover),
        "quad": quad,
        "wikidata": none(wikidata),
    }


def kinds(text):
    return frozenset(EntityType) if text == "any" else frozenset(map(EntityType, text.split(", ")))


def none(text):
    return None if text == "–" else text


RELATIONS = dict(row(line) for line in INVENTORY.strip().splitlines())
GAZETTEER_DATA = [(path.name, tomllib.loads(path.read_text(encoding="utf-8"))) for path in GAZETTEER]


# --- relations ----------------------------------------------------------------------------------------------------------


def test_the_inventory_is_closed(french):
    assert len(RELATIONS) == 28
    assert set(french.relations) == set(RELATIONS)


@pytest.mark.parametrize("name", RELATIONS)
def test_relations_are_those_of_the_specification(name, french):
    relation = french.relations[name]
    assert {key: getattr(relation, key) for key in RELATIONS[name]} == RELATIONS[name]


@pytest.mark.parametrize("name", RELATIONS)
def test_every_relation_has_words_of_its_own(name, french):
    rules = [rule for rule in (*french.triggers, *french.patterns) if rule.relation == name]
    assert rules, f"nothing expresses {name}"


@pytest.mark.parametrize("name", [n for n, r in RELATIONS.items() if r["symmetric"]])
def test_symmetric_relations_have_the_same_types_on_both_sides(name, french):
    assert french.relations[name].sources == french.relations[name].targets


def test_rules_have_ids_of_their_own(french):
    ids = Counter(rule.id for rule in (*french.triggers, *french.patterns))
    assert [name for name, count in ids.items() if count > 1] == []


def test_modalities_of_triggers_exist(french):
    assert {t.modality for t in french.triggers} <= {None, "planned", "possible", "requested", "hypothetical"}


def test_every_verb_of_the_data_is_an_infinitive(french):
    verbs = {v.removeprefix("se ").removeprefix("s'").split(" ")[0] for t in french.triggers for v in t.verbs}
    assert sorted(v for v in verbs if not v.endswith(("er", "ir", "re"))) == []


def test_no_word_stands_twice_in_one_trigger(french):
    twice = {
        (t.id, word)
        for t in french.triggers
        for group in (t.verbs, t.nouns, t.adjectives, t.phrases)
        for word, count in Counter(group).items()
        if count > 1
    }
    assert twice == set()


def test_no_word_fires_twice_for_the_same(french):
    """Two triggers of one relation with one word must differ in what they need, bar or mean, or in where they look."""
    rules = defaultdict(list)
    for t in french.triggers:
        said = (t.relation, t.needs, t.bars, t.denies, t.modality)
        for kind, words in (("verb", t.verbs), ("noun", t.nouns), ("adjective", t.adjectives), ("phrase", t.phrases)):
            for word in words:
                rules[said, kind, word].append(t)
    shadowed = {
        (one.id, other.id, word)
        for (_, _, word), group in rules.items()
        for one, other in itertools.permutations(group, 2)
        if set(other.source) <= set(one.source)
        and set(other.target) <= set(one.target)
        and set(other.together) <= set(one.together)
    }
    assert shadowed == set()


def test_every_verb_of_a_trigger_can_be_read(french):
    heads = {(t.id, v.removeprefix("se ").removeprefix("s'").split(" ")[0]) for t in french.triggers for v in t.verbs}
    assert sorted((i, v) for i, v in heads if v not in french.lemmas(v)) == []


def test_no_pattern_is_written_twice(french):
    seen = Counter((p.relation, p.match) for p in french.patterns)
    assert [match for match, count in seen.items() if count > 1] == []


def test_a_trigger_does_not_bar_what_it_needs(french):
    assert [t.id for t in french.triggers if t.needs and t.needs <= t.bars] == []


# --- gazetteer ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("file", "data"), GAZETTEER_DATA, ids=[name for name, _ in GAZETTEER_DATA])
def test_entities_are_sorted_by_id(file, data):
    ids = list(data["entity"])
    assert ids == sorted(ids), next((a, b) for a, b in itertools.pairwise(ids) if a > b)


@pytest.mark.parametrize(("file", "data"), GAZETTEER_DATA, ids=[name for name, _ in GAZETTEER_DATA])
def test_files_say_what_they_hold(file, data):
    assert data["type"] in set(EntityType)
    assert (FRENCH / "gazetteer" / file).read_text(encoding="utf-8").startswith("# ")


def test_ids_are_unique_over_all_files():
    ids = Counter(name for _, data in GAZETTEER_DATA for name in data["entity"])
    assert [name for name, count in ids.items() if count > 1] == []
    assert len(ids) > 1000


def test_countries_are_iso_codes(french):
    codes = [e.id for e in french.entities.values() if e.type is EntityType.COUNTRY]
    assert [code for code in codes if not re.fullmatch("[A-Z]{3}", code)] == []
    assert len(codes) > 190


def test_wikidata_ids_are_well_formed_and_unique(french):
    qids = {e.id: e.wikidata for e in french.entities.values() if e.wikidata is not None}
    assert [q for q in qids.values() if not re.fullmatch(r"Q[1-9]\d*", q)] == []
    assert [q for q, count in Counter(qids.values()).items() if count > 1] == []


def test_places_lie_in_countries_and_people_serve_somebody(french):
    def kind(name):
        return french.entities[name].type

    wrong = [
        (e.id, e.within)
        for e in french.entities.values()
        if e.within is not None and (e.within not in french.entities or kind(e.within) not in allowed(e.type))
    ]
    assert wrong == []


def allowed(kind):
    if kind is EntityType.PERSON:
        return {EntityType.COUNTRY, EntityType.ORGANIZATION, EntityType.PLACE}
    return {EntityType.COUNTRY}


def test_cities_that_act_for_another_name_whom(french):
    acting = {e.id: e.acts_for for e in french.entities.values() if e.acts_for}
    assert acting["Bruxelles"] == "EU"
    assert [city for city in acting if french.entities[city].type is not EntityType.PLACE] == []


def test_capitals_are_places_in_their_country(french):
    capitals = [e for e in french.entities.values() if e.capital_of]
    assert len(capitals) > 150
    wrong = [e.id for e in capitals if e.type is not EntityType.PLACE or e.within not in (None, e.capital_of)]
    assert wrong == []
    assert [e.id for e in capitals if french.entities[e.capital_of].type is not EntityType.COUNTRY] == []


def written(kinds):
    """(form, entity) of all names of these kinds as the files give them, without what loading drops."""
    for _, data in GAZETTEER_DATA:
        for name, fields in data["entity"].items():
            for kind in kinds:
                yield from ((form, name) for form in fields.get(kind, ()))


@pytest.mark.parametrize("kind", ["names", "acronyms", "adjectives", "prefix", "seats", "forces", "surname"])
def test_no_name_means_two_entities(kind):
    owners = {}
    for form, name in written([kind]):
        owners.setdefault((fold(form.split("/")[0]).replace("-", " "), form[0].isupper()), set()).add(name)
    assert {form: names for form, names in owners.items() if len(names) > 1} == {}


def test_no_short_name_means_two_entities():
    """Short forms may lose to a full name when data is extended; in our own data nothing is lost in silence."""
    owners = {}
    for form, name in written(["names", "acronyms", "seats", "forces", "surname", "short"]):
        owners.setdefault((fold(form).replace("-", " "), form[0].isupper()), set()).add(name)
    assert {form: names for form, names in owners.items() if len(names) > 1} == {}


def test_no_name_is_given_twice_to_one_entity():
    forms = Counter(written(["names"]))
    assert [form for form, count in forms.items() if count > 1] == []


def test_demonyms_are_masculine_and_small():
    wrong = [form for form, _ in written(["adjectives"]) if not form[0].islower()]
    assert wrong == []


def test_names_carry_no_article():
    wrong = [form for form, _ in written(["names", "seats", "forces"]) if re.match("(le|la|les) |l'", form)]
    assert wrong == []


def test_labels_are_not_empty_and_have_no_blanks_around(french):
    labels = [label for e in french.entities.values() for label in (e.id, e.label, e.label_fr)]
    assert [label for label in labels if not label or label != label.strip()] == []


def test_every_kind_of_name_is_used(french):
    assert {n.kind for group in french.names.values() for n in group} == set(NameKind)


# --- lexicon ------------------------------------------------------------------------------------------------------------

SOURCE = "\n".join(
    path.read_text(encoding="utf-8")
    for folder in ("clause", "extract", "link", "refer", "speech")
    for path in sorted((PACKAGE / folder).glob("*.py"))
)
RULES = "\n".join(path.read_text(encoding="utf-8") for path in sorted((FRENCH / "relations").glob("*.toml")))
LEXICON = tomllib.loads((FRENCH / "lexicon.toml").read_text(encoding="utf-8"))


def used(name):
    """Is a class named in the code or in a rule? A class of verbs has its forms generated, that is use enough."""
    return name.startswith("verbs_") or re.search(rf"[\"']{name}[\"']", SOURCE) is not None or f'"@{name}"' in RULES


@pytest.mark.parametrize("name", sorted(LEXICON))
def test_classes_of_the_lexicon_are_used(name):
    assert used(name)


@pytest.mark.parametrize("name", sorted(LEXICON))
def test_no_word_stands_twice_in_a_class(name):
    words = LEXICON[name].split() if isinstance(LEXICON[name], str) else LEXICON[name]
    assert [word for word, count in Counter(words).items() if count > 1] == []


@pytest.mark.parametrize("name", sorted(set(re.findall(r'words\["(\w+)"\]', SOURCE))))
def test_classes_that_the_code_names_exist(name):
    assert LEXICON.get(name), f"lexicon.toml has no class {name}"


@pytest.mark.parametrize("name", sorted(n for n in LEXICON if n.startswith("verbs_")))
def test_verbs_of_the_lexicon_are_infinitives(name, french):
    verbs = french.words[name]
    assert sorted(v for v in verbs if not v.split(" ")[0].endswith(("er", "ir", "re"))) == []


def test_first_names_are_capitalised(french):
    assert [name for name in french.first_names if not name[0].isupper()] == []
