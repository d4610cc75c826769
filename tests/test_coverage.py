"""What the data does not know of some articles."""

import itertools
import json

import pytest
from conftest import HOSTILE

import graphbuild as gb
from graphbuild import cli, coverage
from graphbuild.errors import DataError, GraphbuildError
from graphbuild.gaps import WIDTH, Harvest
from graphbuild.model import Article

TEXTS = (
    "La Russie a fliné l'Ukraine pendant la nuit. La France soutient l'Ukraine.",
    "L'Allemagne flinera la Pologne. Le blouquage entre la Chine et le Japon continue depuis lundi.",
    "Les blouquages entre la Turquie et la Grèce se suivent, selon Barnabé Trouvère. M. Trouvère a critiqué la Turquie.",
    "La Suède flinait la Norvège. Le Mali flinait le Mali. Le Danemark a fliné ses propres champs de blé.",
)


def harvest(texts=TEXTS, **options):
    return gb.harvest(list(texts), progress=False, **options)


@pytest.fixture(scope="module")
def found():
    return harvest()


def counts(gaps):
    return {g.word: (g.count, g.articles) for g in gaps}


def test_an_unknown_verb_between_two_actors_is_counted_over_its_forms(found):
    gap = next(g for g in found.verbs if "fliné" in g.forms)
    assert (gap.count, gap.articles, gap.kind) == (3, 3, "verb"), "not where there is only one actor"
    assert gap.forms == ("flinait", "flinera", "fliné")
    assert gap.word == "flinait", "of equally usual forms, the first in the alphabet"
    assert gap.example in TEXTS[0] + TEXTS[1] + TEXTS[3]


def test_an_unknown_noun_that_governs_two_actors_is_counted_over_its_forms(found):
    gap = next(g for g in found.nouns if "blouquage" in g.forms)
    assert (gap.count, gap.articles, gap.forms) == (2, 2, ("blouquage", "blouquages"))


def test_what_triggers_and_classes_know_is_not_listed(found):
    words = {form for g in (*found.verbs, *found.nouns) for form in g.forms}
    assert words, "something is found at all"
    assert not words & {"soutient", "critiqué", "continue", "lundi"}


def test_the_noun_of_a_demonym_is_found():
    (gap,) = harvest(["Le blouquage russe contre l'Ukraine se poursuit."]).nouns
    assert gap.word == "blouquage"


def test_a_trigger_with_a_tail_covers_its_words_only_where_it_fires():
    """« prendre le contrôle » is a trigger; « contrôle » alone is none."""
    taken, alone = "La Russie a pris le contrôle de l'Ukraine.", "Le contrôle de la Russie par l'ONU commence."
    assert counts(harvest([taken]).nouns) == {}
    assert counts(harvest([alone]).nouns) == {"contrôle": (1, 1)}


def test_words_far_from_the_second_actor_are_not_listed():
    aside = "le long des grandes routes vertes et bleues, près du vieux moulin de la petite plaine,"
    assert "flinait" in counts(harvest(["La Russie flinait l'Ukraine."]).verbs)
    assert counts(harvest([f"La Russie flinait, {aside} l'Ukraine."]).verbs) == {}


def test_names_that_no_gazetteer_knows(found):
    assert [(g.word, g.kind, g.count, g.articles) for g in found.names] == [("Barnabé Trouvère", "person", 2, 1)]


def test_an_unknown_organization_has_its_type_and_example():
    text = "Le parti Vlorinka critique la France. La direction de Vlorinka accuse l'Italie, et Vlorinka le répète."
    gaps = {g.word: g for g in harvest([text]).names}
    assert gaps["Vlorinka"].count == 3
    assert gaps["Vlorinka"].kind in ("organization", "place", "person")
    assert "Vlorinka" in gaps["Vlorinka"].example


def test_a_pronoun_is_no_name():
    """« Il » refers to a person; only where the name stands is it counted."""
    text = "Barnabé Trouvère est arrivé à Paris. Il a rencontré Emmanuel Macron."
    assert counts(harvest([text]).names) == {"Barnabé Trouvère": (1, 1)}


def test_order_is_by_count_and_then_by_alphabet(found):
    for gaps in (found.verbs, found.nouns, found.names):
        assert [(-g.count, g.word) for g in gaps] == sorted((-g.count, g.word) for g in gaps)
    assert found.verbs[0].count == 3


def test_the_order_of_articles_does_not_matter(found):
    articles = [Article(text, f"a{n}") for n, text in enumerate(TEXTS)]
    seen = {
        str(gb.harvest(order, progress=False)) for order in itertools.islice(itertools.permutations(articles), 0, 24, 7)
    }
    assert seen == {str(found)}, "nor do the names of the articles"


def test_top_limits_each_list(found):
    one = harvest(top=1)
    assert (one.verbs, one.nouns, one.names) == (found.verbs[:1], found.nouns[:1], found.names[:1])
    with pytest.raises(GraphbuildError, match="top must be 1 or more, not 0"):
        harvest(top=0)


def test_copies_of_an_article_count_once_among_the_articles():
    given = [Article(TEXTS[0], "a"), Article(TEXTS[0], "b", duplicate_of="a")]
    assert counts(gb.harvest(given, progress=False).verbs)["fliné"] == (2, 1)


def test_what_a_folder_of_ones_own_knows_is_not_listed(tmp_path, found):
    (tmp_path / "relations").mkdir()
    trigger = (
        'verb = ["fliner"]\nsource = ["subject"]\ntarget = ["object"]\nyes = ["[S La Suède] fline [T la Norvège]."]'
    )
    (tmp_path / "relations" / "own.toml").write_text(f"[[opposes.trigger]]\n{trigger}\n", encoding="utf-8")
    (tmp_path / "lexicon.toml").write_text('ignored = "blouquage"\n', encoding="utf-8")
    (tmp_path / "gazetteer").mkdir()
    person = 'type = "person"\n[entity."Barnabé Trouvère"]\nlabel = "Barnabé Trouvère"\nlabel_fr = "Barnabé Trouvère"\nnames = ["Barnabé Trouvère"]\n'
    (tmp_path / "gazetteer" / "own.toml").write_text(person, encoding="utf-8")
    less = harvest(extend=tmp_path)
    assert {g.word for g in found.verbs} - {g.word for g in less.verbs} == {"flinait"}
    assert {g.word for g in found.nouns} - {g.word for g in less.nouns} == {"blouquage"}
    assert less.names == ()


def test_verbs_can_be_ignored_with_all_their_forms(tmp_path, found):
    (tmp_path / "lexicon.toml").write_text('verbs_ignored = "fliner"\n', encoding="utf-8")
    less = harvest(extend=tmp_path)
    assert {g.word for g in found.verbs} - {g.word for g in less.verbs} == {"flinait"}
    assert not any("fliné" in g.forms for g in less.verbs)


def test_a_folder_that_does_not_exist():
    with pytest.raises(DataError, match="nowhere"):
        harvest(extend="/nowhere")


def test_nothing_gives_nothing():
    assert harvest([]) == Harvest(0, (), (), (), ())
    nothing = harvest(["Il fait beau aujourd'hui."])
    assert (nothing.articles, nothing.verbs, nothing.nouns, nothing.names) == (1, (), (), ())
    assert str(nothing).count("\n  none\n") == 3


def test_a_text_that_cannot_be_read_is_a_failure_beside_the_rest(found):
    given = harvest([*TEXTS, "   "])
    assert (given.articles, len(given.failed)) == (5, 1)
    assert (given.verbs, given.nouns, given.names) == (found.verbs, found.nouns, found.names)


def test_an_article_that_breaks_the_reading_costs_only_itself(monkeypatch, found):
    def broken(analysis, language):
        if "cassé" in analysis.text:
            raise ZeroDivisionError("by chance")
        return extract(analysis, language)

    extract = coverage.extract
    monkeypatch.setattr(coverage, "extract", broken)
    given = harvest([*TEXTS, "La Russie est cassé."])
    assert [a.failure.message for a in given.failed] == ["ZeroDivisionError: by chance"]
    assert given.verbs == found.verbs


def test_hostile_text_stays_on_one_short_printable_line():
    texts = [f"La Russie a fliné {attack} l'Ukraine, dit Barnabé Trouvère {attack}." for attack in HOSTILE]
    given = harvest([*texts, "La Russie a fliné\tl'Ukraine\u202e."], top=1000)
    gaps = (*given.verbs, *given.nouns, *given.names)
    assert any("fliné" in g.forms for g in gaps)
    assert all(g.example.isprintable() and len(g.example) <= WIDTH + 5 for g in gaps)
    assert all(len(line) < 220 and (line + "x").isprintable() for line in str(given).splitlines())
    assert json.loads(given.to_json())["articles"] == len(HOSTILE) + 1


def test_a_long_sentence_is_cut_around_the_word():
    text = (
        "Selon des sources "
        + "très sûres et " * 20
        + "proches, la Russie a fliné l'Ukraine"
        + " une fois encore" * 20
        + "."
    )
    (gap,) = (g for g in harvest([text]).verbs if g.word == "fliné")
    assert gap.example.startswith("…")
    assert gap.example.endswith("…")
    assert "la Russie a fliné l'Ukraine" in gap.example
    assert gap.example.strip("…") in text
    assert len(gap.example) <= WIDTH + 2


# --- the command ---


@pytest.fixture
def folder(tmp_path):
    for number, text in enumerate(TEXTS):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_the_command_prints_tables(folder, found, capsys):
    assert cli.main(["harvest", str(folder)]) == cli.FINE
    said = capsys.readouterr()
    assert said.out == str(found).rstrip() + "\n"
    assert said.err == "4 articles read, 0 failed\n"
    assert "      3 in 3     flinait" in said.out
    assert "  2 in 1     Barnabé Trouvère  person  " in said.out


def test_the_command_prints_json_alone_on_standard_output(folder, capsys):
    assert cli.main(["harvest", str(folder), "--json", "--top", "1", "--quiet"]) == cli.FINE
    said = capsys.readouterr()
    assert said.err == ""
    data = json.loads(said.out)
    assert list(data) == ["articles", "failed", "verbs", "nouns", "names"]
    assert [len(data[name]) for name in ("verbs", "nouns", "names")] == [1, 1, 1]
    assert data["verbs"][0]["forms"] == ["flinait", "flinera", "fliné"]


def test_failures_are_named_and_the_exit_code_says_so(folder, capsys):
    (folder / "vide.txt").write_bytes(b"")
    assert cli.main(["harvest", str(folder), "--quiet"]) == cli.SOME_FAILED
    assert capsys.readouterr().err.splitlines() == ["5 articles read, 1 failed:", "  vide.txt: there is no text"]
    assert cli.main(["harvest", str(folder / "vide.txt"), "--json"]) == cli.NOTHING
    assert [f["message"] for f in json.loads(capsys.readouterr().out)["failed"]] == ["vide.txt: there is no text"]


def test_no_articles_and_wrong_options_are_errors(tmp_path, capsys):
    assert cli.main(["harvest", str(tmp_path)]) == cli.NOTHING
    assert cli.main(["harvest", str(tmp_path / "nowhere")]) == cli.NOTHING
    assert cli.main(["harvest", str(tmp_path), "--top", "0"]) == cli.NOTHING
    assert [line.split(":")[1].strip() for line in capsys.readouterr().err.splitlines()] == [
        "no articles found",
        "no such file or folder",
        "top must be 1 or more, not 0",
    ]
