"""Language data: what is loaded, and what mistakes in it are told with file, table and what is allowed."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest

import graphbuild as gb
from graphbuild import annotate, language
from graphbuild.errors import DataError
from graphbuild.exports import palette
from graphbuild.gazetteer import first_word
from graphbuild.knowledge import QUADS, SLOTS, NameKind
from graphbuild.language import FILES, load
from graphbuild.model import EntityType
from graphbuild.morphology import Tense

DATA = Path(gb.__file__).parent / "lang" / "fr"
RELATION = """
[spies_on]
label = "spies on"
label_fr = "espionne"
quad = "material conflict"
source = "any"
target = ["country", "organization"]
"""
TRIGGER = """
[[spies_on.trigger]]
verb = ["espionner"]
source = ["subject"]
target = ["object"]
yes = ["[S La Chine] espionne [T l'Australie]."]
"""

PATTERN = """
[[attacks.pattern]]
match = "[S country] contre [T country]"
yes = ["[S a] [T b]"]
"""
ATTACKS = RELATION.replace("spies_on", "attacks") + TRIGGER.replace("spies_on", "attacks")


@pytest.fixture(scope="session")
def small(tmp_path_factory):
    """A package with the states, the lexicon and one relation: reading all of the data takes a second each time."""
    root = tmp_path_factory.mktemp("package")
    for name in ("lexicon.toml", "fragments.toml", "verbs.toml", "first_names.toml", "gazetteer/states.toml"):
        copy = root / "lang" / "fr" / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes((DATA / name).read_bytes())
    (root / "lang" / "fr" / "relations").mkdir()
    (root / "lang" / "fr" / "relations" / "attacks.toml").write_text(ATTACKS + PATTERN, encoding="utf-8")
    return root


@pytest.fixture
def extend(tmp_path, small, monkeypatch):
    """Writes files of a folder « mine », and loads the language with it."""
    monkeypatch.setattr(language, "resources", SimpleNamespace(files=lambda _: small))

    def write(**files):
        folder = tmp_path / "mine"
        for name, text in files.items():
            path = folder / (name.replace("__", "/") + ".toml")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return load(folder)

    return write


def entity(rows, kind="organization"):
    return f'type = "{kind}"\n[entity.Zembla]\n{rows}\n'


MISTAKES = {
    "not TOML": ({"relations__r": "[spies_on"}, ["relations/r.toml", "not valid TOML"]),
    "unknown key of a relation": (
        {"relations__r": RELATION + 'colour = "red"\n'},
        ["relations/r.toml", "[spies_on]", "'colour'", "label_fr", "quad", "symmetric"],
    ),
    "unknown key of a trigger": (
        {"relations__r": RELATION + TRIGGER + 'tense = "past"\n'},
        ["relations/r.toml", "[[spies_on.trigger]] no 1", "'tense'", "verb", "needs", "together"],
    ),
    "unknown key of a pattern": (
        {"relations__r": RELATION + '[[spies_on.pattern]]\nmach = "x"\nyes = []\n'},
        ["relations/r.toml", "[[spies_on.pattern]] no 1", "'mach'", "match", "former"],
    ),
    "unknown key of an entity": (
        {"gazetteer__g": entity('nmaes = ["Zembla"]')},
        ["gazetteer/g.toml", "[entity.Zembla]", "'nmaes'", "names", "acronyms", "wikidata"],
    ),
    "unknown key at the top of a gazetteer": (
        {"gazetteer__g": 'kind = "x"\n' + entity("")},
        ["gazetteer/g.toml", "'kind'", "allowed are entity, type"],
    ),
    "missing label": (
        {"relations__r": RELATION.replace('label_fr = "espionne"', "") + TRIGGER},
        ["relations/r.toml", "[spies_on]", "'label_fr'"],
    ),
    "missing yes": (
        {"relations__r": RELATION + re.sub("yes = .*", "", TRIGGER)},
        ["relations/r.toml", "[[spies_on.trigger]] no 1", "'yes'"],
    ),
    "empty yes": (
        {"relations__r": RELATION + re.sub("yes = .*", "yes = []", TRIGGER)},
        ["relations/r.toml", "[[spies_on.trigger]] no 1", "'yes'"],
    ),
    "unmarked yes": (
        {"relations__r": RELATION + TRIGGER.replace("[S La Chine]", "La Chine")},
        ["[[spies_on.trigger]] no 1", "[S …]", "[T …]", "La Chine espionne [T l'Australie]."],
    ),
    "unmarked yes of a pattern": (
        {"relations__r": RELATION + '[[spies_on.pattern]]\nmatch = "[S country] x"\nyes = ["a"]\n'},
        ["[[spies_on.pattern]] no 1", "[S …]", "[T …]"],
    ),
    "second trigger is counted": (
        {"relations__r": RELATION + TRIGGER + TRIGGER.replace("verb", "werb")},
        ["[[spies_on.trigger]] no 2", "'werb'"],
    ),
    "unknown slot": (
        {"relations__r": RELATION + TRIGGER.replace('"object"', '"objekt"')},
        ["relations/r.toml", "[[spies_on.trigger]] no 1", "'objekt'", *SLOTS, "preposition"],
    ),
    "no slots": (
        {"relations__r": RELATION + TRIGGER.replace('target = ["object"]\nyes', "yes")},
        ["[[spies_on.trigger]] no 1", "source and target", "together"],
    ),
    "no words": (
        {"relations__r": RELATION + TRIGGER.replace('verb = ["espionner"]', "")},
        ["[[spies_on.trigger]] no 1", "verb, noun, adjective, phrase"],
    ),
    "no match": (
        {"relations__r": RELATION + '[[spies_on.pattern]]\nyes = ["[S a] [T b]"]\n'},
        ["[[spies_on.pattern]] no 1", "'match'"],
    ),
    "unknown class": (
        {"relations__r": RELATION + TRIGGER + 'needs = ["@wepons"]\n'},
        ["[[spies_on.trigger]] no 1", "needs", "'@wepons'", "'wepons'"],
    ),
    "unknown argument type": (
        {"relations__r": RELATION.replace('"organization"]', '"firm"]') + TRIGGER},
        ["relations/r.toml", "[spies_on]", "target", "'firm'", '"any"', *EntityType],
    ),
    "verb is a number": (
        {"relations__r": RELATION + TRIGGER.replace('["espionner"]', "3")},
        ["[[spies_on.trigger]] no 1", "'verb'", "text", "3"],
    ),
    "empty word": (
        {"relations__r": RELATION + TRIGGER.replace('["espionner"]', '["espionner", ""]')},
        ["[[spies_on.trigger]] no 1", "'verb'", "''"],
    ),
    "relation is no table": ({"relations__r": 'spies_on = "x"\n'}, ["relations/r.toml", "[spies_on]", "table"]),
    "trigger is no list of tables": (
        {"relations__r": RELATION + TRIGGER.replace("[[spies_on.trigger]]", "[spies_on.trigger]")},
        ["relations/r.toml", "spies_on.trigger", "table"],
    ),
    "entity is no table": (
        {"gazetteer__g": 'type = "place"\n[entity]\nZembla = "x"\n'},
        ["gazetteer/g.toml", "[entity.Zembla]", "table"],
    ),
    "no type": (
        {"gazetteer__g": '[entity.Zembla]\nlabel = "Zembla"\n'},
        ["gazetteer/g.toml", "[entity.Zembla]", "type", *EntityType, "top of the file"],
    ),
    "bad type": ({"gazetteer__g": entity("", "kingdom")}, ["[entity.Zembla]", "'kingdom'", *EntityType]),
    "names is a table": (
        {"gazetteer__g": entity("names = {a = 1}")},
        ["gazetteer/g.toml", "[entity.Zembla]", "'names'", "list of texts"],
    ),
    "name owned twice": (
        {"gazetteer__g": entity('names = ["Zembla", "Russie"]')},
        ["gazetteer/g.toml", "[entity.Zembla]", "'Russie'", "RUS", "one entity"],
    ),
    "name owned twice but for accents": (
        {"gazetteer__g": entity('names = ["Zembla", "Etats Unis"]')},
        ["[entity.Zembla]", "'Etats Unis'", "USA"],
    ),
    "adjective owned twice": (
        {"gazetteer__g": entity('adjectives = ["russe"]')},
        ["[entity.Zembla]", "'russe'", "RUS"],
    ),
    "id taken": (
        {"gazetteer__g": 'type = "country"\n[entity.RUS]\nlabel = "Zembla"\n'},
        ["gazetteer/g.toml", "[entity.RUS]", "Russia"],
    ),
    "in nowhere": ({"gazetteer__g": entity('in = "ZEM"', "place")}, ["[entity.Zembla]", "'ZEM'", "gazetteer"]),
    "capital of nothing": (
        {"gazetteer__g": entity('capital_of = "ZEM"', "place")},
        ["[entity.Zembla]", "'ZEM'", "gazetteer"],
    ),
    "trigger of a misspelt table": (
        {"relations__r": TRIGGER.replace("spies_on", "atacks")},
        ["relations/r.toml", "[atacks]", "a relation needs 'label'"],
    ),
    "word class is a number": ({"lexicon": "troops = 3\n"}, ["lexicon.toml", "'troops'", "text"]),
    "label is a number": (
        {"relations__r": RELATION.replace('"espionne"', "3") + TRIGGER},
        ["relations/r.toml", "[spies_on]", "'label_fr'"],
    ),
    "symmetric is a text": (
        {"relations__r": RELATION + 'symmetric = "no"\n' + TRIGGER},
        ["relations/r.toml", "[spies_on]", "'symmetric'", "true or false"],
    ),
    "denies is a text": (
        {"relations__r": RELATION + TRIGGER + 'denies = "no"\n'},
        ["[[spies_on.trigger]] no 1", "'denies'", "true or false"],
    ),
    "unknown modality": (
        {"relations__r": RELATION + TRIGGER + 'modality = "plannned"\n'},
        ["[[spies_on.trigger]] no 1", "'plannned'", "planned", "requested"],
    ),
    "unknown quad": (
        {"relations__r": RELATION.replace("material conflict", "materiel conflict") + TRIGGER},
        ["[spies_on]", "'materiel conflict'", "structural"],
    ),
    "match is a list": (
        {"relations__r": RELATION + '[[spies_on.pattern]]\nmatch = ["a"]\nyes = ["[S a] [T b]"]\n'},
        ["[[spies_on.pattern]] no 1", "'match'", "text"],
    ),
    "verb of no class": (
        {"relations__r": RELATION + TRIGGER.replace("espionner", "espionnage")},
        ["relations/r.toml", "[[spies_on.trigger]] no 1", "'espionnage'", "infinitive"],
    ),
    "unmarked todo": (
        {"relations__r": RELATION + TRIGGER + 'todo = ["La Chine espionne."]\n'},
        ["[[spies_on.trigger]] no 1", "[S …]", "[T …]", "La Chine espionne."],
    ),
    "entity list": ({"gazetteer__g": 'type = "place"\nentity = ["Zembla"]\n'}, ["gazetteer/g.toml", "entity", "table"]),
    "fragment in small letters": ({"fragments": 'side = "x"\n'}, ["fragments.toml", "'side'", "capital letters"]),
    "fragment twice": ({"fragments": 'SIDE = "x"\n'}, ["fragments.toml", "'SIDE'", "already"]),
    "governed by nobody": ({"gazetteer__g": entity('governed_by = "XXX"')}, ["[entity.Zembla]", "'XXX'"]),
    "word class of numbers": ({"lexicon": "troops = [3]\n"}, ["lexicon.toml", "'troops'", "text"]),
    "file that nobody reads": (
        {"gazetteer__g": entity(""), "relation__r": RELATION},
        ["relation", "gazetteer/", "relations/"],
    ),
    "unknown file": ({"gazeteer": entity("")}, ["gazeteer.toml", *FILES]),
    "file too deep": ({"gazetteer__more__g": entity("")}, ["gazetteer/more/g.toml", *FILES]),
    "entity label is a number": ({"gazetteer__g": entity("label = 3")}, ["[entity.Zembla]", "'label'", "text", "3"]),
    "label is empty": (
        {"relations__r": RELATION.replace('"espionne"', '" "') + TRIGGER},
        ["relations/r.toml", "[spies_on]", "'label_fr'", "text"],
    ),
    "adjective without a masculine": (
        {"gazetteer__g": entity('adjectives = ["/zemblienne"]')},
        ["gazetteer/g.toml", "[entity.Zembla]", "'/zemblienne'", "masculine"],
    ),
    "relation set twice": (
        {"relations__r": '[attacks]\nlabel = "assaults"\n'},
        ["relations/r.toml", "[attacks]", "'label'", "trigger", "pattern"],
    ),
    "former is a text": (
        {"relations__r": PATTERN + 'former = "yes"\n'},
        ["relations/r.toml", "[[attacks.pattern]] no 1", "'former'", "true or false"],
    ),
    "asserted is no modality of a trigger": (
        {"relations__r": RELATION + TRIGGER + 'modality = "asserted"\n'},
        ["[[spies_on.trigger]] no 1", "'asserted'", "planned, possible, requested, hypothetical"],
    ),
    "word class of no verbs": (
        {"lexicon": 'verbs_saying = ["zemblage"]\n'},
        ["lexicon.toml", "'verbs_saying'", "'zemblage'", "infinitive"],
    ),
    "class of verbs without a participle": (
        {"verbs": '[[class]]\nending = "xer"\n'},
        ["verbs.toml", "[[class]] no 1", "'participle'", "text"],
    ),
    "misspelt part of a class of verbs": (
        {"verbs": '[[class]]\nending = "xer"\npresnt = "e"\n'},
        ["verbs.toml", "[[class]] no 1", "'presnt'", "present"],
    ),
    "first names are a number": ({"first_names": "first_names = 3\n"}, ["first_names.toml", "'first_names'", "text"]),
}


def tells(extend, files, parts):
    with pytest.raises(DataError) as caught:
        extend(**files)
    message = str(caught.value)
    assert [part for part in parts if part not in message] == [], message


@pytest.mark.parametrize("name", MISTAKES)
def test_mistakes_are_told(name, extend):
    tells(extend, *MISTAKES[name])


@pytest.mark.parametrize(
    ("match", "parts"),
    [
        ("[S king] x [T country]", ["spies_on/p1", "'king'", "person"]),
        ("[S person] (x [T country]", ["spies_on/p1", "'[S person] (x [T country]'", "pattern"]),
    ],
    ids=["unknown kind of mention", "no regular expression"],
)
def test_a_pattern_that_cannot_be_used_is_told_before_the_first_article(match, parts, extend, tmp_path, monkeypatch):
    monkeypatch.setattr(annotate, "annotate", lambda _: pytest.fail("an article was read"))
    extend(relations__r=RELATION + f'[[spies_on.pattern]]\nmatch = "{match}"\nyes = ["[S a] [T b]"]\n')
    with pytest.raises(DataError) as caught:
        gb.build(["La Chine espionne l'Australie."], extend=tmp_path / "mine", progress=False)
    assert [part for part in parts if part not in str(caught.value)] == [], str(caught.value)


def test_rules_are_counted_within_their_file_in_messages(extend):
    more = TRIGGER.replace("spies_on", "attacks") + TRIGGER.replace("spies_on", "attacks").replace("verb", "werb")
    tells(extend, {"relations__r": more}, ["relations/r.toml", "[[attacks.trigger]] no 2", "'werb'"])


def test_a_folder_that_does_not_exist(tmp_path):
    with pytest.raises(DataError, match=r"nowhere: not a folder; give one with gazetteer/\*\.toml"):
        load(tmp_path / "nowhere")


def test_a_file_instead_of_a_folder(tmp_path):
    path = tmp_path / "a.toml"
    path.write_text("", encoding="utf-8")
    with pytest.raises(DataError, match="not a folder"):
        load(path)


def test_an_empty_folder(tmp_path):
    with pytest.raises(DataError, match=r"no \.toml file in it, nor in gazetteer/ or relations/"):
        load(tmp_path)


def test_a_file_that_is_not_utf8(tmp_path):
    (tmp_path / "lexicon.toml").write_bytes('troops = "armée"'.encode("latin-1"))
    with pytest.raises(DataError, match=r"lexicon\.toml: not valid TOML"):
        load(tmp_path)


def test_a_file_that_cannot_be_read(tmp_path):
    (tmp_path / "lexicon.toml").symlink_to("nowhere")
    with pytest.raises(DataError, match=r"lexicon\.toml: cannot be read: No such file"):
        load(tmp_path)


# --- what is loaded ----------------------------------------------------------------------------------------------------


def test_one_language_is_loaded_once():
    assert load() is load()


def test_a_changed_file_is_read_again(extend):
    first = extend(lexicon='troops = "cosaque"\n')
    assert extend() is first
    assert "hussard" in extend(lexicon='troops = "hussard"\n').words["troops"]


def test_hidden_files_are_left_alone(extend, tmp_path):
    (tmp_path / "mine" / ".ipynb_checkpoints").mkdir(parents=True)
    (tmp_path / "mine" / ".ipynb_checkpoints" / "lexicon.toml").write_text("[", encoding="utf-8")
    (tmp_path / "mine" / "README.md").write_text("mine", encoding="utf-8")
    assert "cosaque" in extend(lexicon='troops = "cosaque"\n').words["troops"]


def test_quads_have_colours():
    assert tuple(palette.QUADS) == QUADS


def test_names_know_how_they_refer(french):
    kinds = {(n.text, n.kind) for group in french.names.values() for n in group if n.entity == "RUS"}
    expected = {
        ("Russie", "name"),
        ("russe", "adjective"),
        ("Russes", "people"),
        ("russo", "prefix"),
        ("Kremlin", "seat"),
    }
    assert {(text, NameKind(kind)) for text, kind in expected} <= kinds


def test_without_names_the_french_label_is_the_name(extend):
    loaded = extend(gazetteer__g=entity('label = "Zembla Isle"\nlabel_fr = "Île Zembla"', "place"))
    assert [n.text for n in loaded.names["ile"] if n.entity == "Zembla"] == ["Île Zembla"]


def test_without_any_label_the_id_is_the_label(extend):
    known = extend(gazetteer__g=entity("", "place")).entities["Zembla"]
    assert (known.label, known.label_fr, known.type) == ("Zembla", "Zembla", EntityType.PLACE)


def test_two_entities_may_share_a_short_name(extend):
    loaded = extend(gazetteer__g=entity('names = ["Ligue de Zembla"]\nshort = ["Alliance"]'))
    assert "Zembla" in loaded.entities


def test_names_are_found_by_their_first_word():
    assert first_word("États-Unis") == "etats"
    assert first_word("Côte d'Ivoire") == "cote"


def test_the_digest_tells_data_apart(extend, french):
    other = extend(gazetteer__g=entity("", "place"))
    assert len(french.digest) == 32
    assert other.digest != french.digest


def test_the_digest_does_not_depend_on_where_the_files_are(tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder / "gazetteer").mkdir(parents=True)
        (tmp_path / folder / "gazetteer" / "g.toml").write_text(entity("", "place"), encoding="utf-8")
    assert load(tmp_path / "a").digest == load(tmp_path / "b").digest


def test_words_of_needs_get_their_plurals_and_classes_their_words(extend):
    trigger = TRIGGER + 'needs = ["agent", "Loi", "@weapons"]\nbars = ["journal"]\n'
    found = next(t for t in extend(relations__r=RELATION + trigger).triggers if t.relation == "spies_on")
    assert {"agent", "agents", "loi", "lois", "missile", "missiles", "drone"} <= found.needs
    assert found.bars == {"journal", "journaux"}


def test_a_long_preposition_of_a_trigger_becomes_one(extend):
    loaded = extend(relations__r=RELATION + TRIGGER.replace('"object"', '"à l\'ombre de"'))
    assert "à l'ombre de" in loaded.words["prepositions"]


def test_forms_of_the_verbs_of_a_folder_are_known(extend):
    loaded = extend(relations__r=RELATION + TRIGGER)
    assert loaded.lemmas("espionnaient") == {"espionner"}
    assert {f.tense for f in loaded.forms["espionnera"]} == {Tense.FUTURE}
    assert loaded.lemmas("table") == frozenset()


def test_offices_with_their_years(french):
    assert ("président", 2017, None) in {(t.role, t.start, t.end) for t in french.held["Emmanuel Macron"]}


@pytest.mark.parametrize(
    ("line", "words"),
    [('"Jean Nemo" = ["2012- président"]', "'Jean Nemo'"), ('"France" = ["président"]', "'France'")],
)
def test_offices_of_nobody_are_refused(extend, line, words):
    with pytest.raises(DataError, match=words):
        extend(offices=f"[held]\n{line}\n")


def test_a_word_class_grows(extend, french):
    loaded = extend(lexicon='troops = "cosaque"\nzemblans = ["à la zemblane"]\n')
    assert loaded.words["troops"] == french.words["troops"] | {"cosaque"}
    assert loaded.words["zemblans"] == {"à la zemblane"}


def test_triggers_are_added_to_a_relation_that_exists(extend):
    more = TRIGGER.replace("spies_on", "attacks").replace("espionner", "pilonner à coups")
    loaded = extend(relations__r=more)
    assert [(t.id, t.verbs) for t in loaded.triggers] == [
        ("attacks/1", ("espionner",)),
        ("attacks/2", ("pilonner à coups",)),
    ]
    assert list(loaded.relations) == ["attacks"]


def test_patterns_added_to_a_relation_have_ids_of_their_own(extend):
    loaded = extend(relations__r=PATTERN.replace("contre", "face à"))
    assert [p.id for p in loaded.patterns] == ["attacks/p1", "attacks/p2"]


def test_a_relation_and_names_of_ones_own_work_from_end_to_end(tmp_path):
    for name, text in {
        "relations/spying.toml": RELATION + TRIGGER,
        "gazetteer/zembla.toml": 'type = "country"\n[entity.ZEM]\nlabel = "Zembla"\nlabel_fr = "Zemblie"\n'
        'names = ["Zemblie"]\nadjectives = ["zemblien"]\n',
    }.items():
        path = tmp_path / name
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
    texts = ["La Zemblie a espionné l'Australie pendant dix ans.", "L'armée zemblienne a bombardé Kharkiv."]
    graph = gb.build(texts, extend=tmp_path)
    assert ("ZEM", "AUS", "spies_on") in graph.edges(keys=True)
    assert ("ZEM", "Kharkiv", "attacks") in graph.edges(keys=True)
    edge = graph.edges["ZEM", "AUS", "spies_on"]
    assert (edge["label"], edge["label_fr"], edge["quad"]) == ("spies on", "espionne", "material conflict")
    assert graph.nodes["ZEM"]["label_fr"] == "Zemblie"
    assert "spies_on" in gb.explain(texts[0], extend=tmp_path)
