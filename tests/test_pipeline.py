"""Articles in, a graph out: what all stages together promise."""

import datetime as dt
import io
import random
import sys

import pytest

import graphbuild as gb
from graphbuild import annotate, pipeline
from graphbuild.errors import DataError, SourceError
from graphbuild.exports import write
from graphbuild.extract import ranking
from graphbuild.language import load
from graphbuild.model import Analysis, Article

TEXTS = {
    "a": "La Russie a envahi l'Ukraine jeudi. Le président russe Vladimir Poutine l'a annoncé.",
    "b": "M. Poutine a rencontré Xi Jinping à Pékin. La Chine soutient la Russie, a déclaré Vladimir Poutine.",
    "c": "La Finlande n'est pas membre de l'Otan. L'Alliance attaquée par Kabore, selon Jean Kaboré.",
    "d": "Jean Kaboré a accusé la France. Londres livrera des missiles à Kiev.",
    "e": "Il fait beau.",
}
ARTICLES = [Article(text, name, date=dt.date(2022, 3, 2)) for name, text in TEXTS.items()]


@pytest.fixture(scope="module")
def built():
    return pipeline.read(ARTICLES, load(), progress=False)


@pytest.fixture(scope="module")
def graph(built):
    return gb.to_graph(built)


def test_what_is_said_becomes_edges(graph):
    edges = set(graph.edges(keys=True))
    assert ("RUS", "UKR", "invades") in edges
    assert ("Vladimir Poutine", "RUS", "holds_office_in") in edges
    assert ("CHN", "RUS", "supports") in edges
    assert graph.edges["GBR", "UKR", "sends_weapons_to"]["status"] == "planned"
    assert graph.edges["FIN", "NATO", "member_of"]["status"] == "denied"


def test_evidence_points_into_the_article(graph):
    articles = graph.graph["articles"]
    assert graph.statements()
    for s in graph.statements():
        text = articles[s.article].text
        assert text[slice(*s.sentence)] == s.quote
        for span in (s.trigger, s.source_mention, s.target_mention):
            assert span is None or s.sentence.start <= span.start < span.end <= s.sentence.end
        assert s.source in graph
        assert s.target in graph
        assert s.attribution is None or s.attribution in graph


def test_statements_have_ids_of_their_own(graph):
    ids = [s.id for s in graph.statements()]
    assert len(set(ids)) == len(ids)


def folder(graph, path):
    write(graph, path)
    return {f.name: f.read_bytes() for f in sorted(path.iterdir())}


def test_the_order_of_articles_changes_no_byte(built, tmp_path):
    turned = ARTICLES[::-1]
    random.Random(1).shuffle(turned)
    other = pipeline.read(turned, load(), progress=False)
    assert other == built
    files = [folder(gb.to_graph(b), tmp_path / n) for n, b in (("a", built), ("b", other))]
    assert len(files[0]) > 3
    assert files[0] == files[1]


def test_how_articles_share_a_batch_changes_nothing(built, monkeypatch):
    monkeypatch.setattr(annotate, "BATCH", 2)
    assert pipeline.read(ARTICLES, load(), progress=False) == built


def test_other_articles_do_not_change_a_statement(built):
    alone = pipeline.read(ARTICLES[:1], load(), progress=False)
    assert [s.id for s in alone.statements] == [s.id for s in built.statements if s.article == "a"]


def test_the_manifest_counts(built):
    manifest = built.manifest
    assert (manifest["articles"], manifest["failures"]) == (5, 0)
    assert manifest["statements"] == len(built.statements) > 4
    assert manifest["graphbuild"] == gb.__version__
    assert manifest["language"] == load().digest
    assert str(manifest["model"]).startswith("fr_core_news_sm 3.8")


def test_everything_is_sorted(built):
    assert [a.id for a in built.articles] == sorted(TEXTS)
    assert [e.id for e in built.entities] == sorted(e.id for e in built.entities)


def test_a_capital_is_one_thing_in_all_statements_of_a_sentence():
    article = Article("Londres compte envoyer un navire de guerre au Guyana.", "x")
    build = pipeline.read([article], load(), ranking.load(), {"deploys_forces_in": 0.0}, progress=False)
    assert {"GBR"} < {s.source for s in build.statements} | {s.target for s in build.statements} <= {"GBR", "GUY"}


# --- whole sentences ---------------------------------------------------------------------------------------------------------


def said(*texts):
    """(source, relation, target, is it denied?, modality) of all statements of an article of these sentences."""
    build = pipeline.read([Article(" ".join(texts), "x", date=dt.date(2022, 3, 2))], load(), progress=False)
    return {(s.source, s.relation, s.target, s.polarity == "negative", str(s.modality)) for s in build.statements}


def test_an_event_is_taken_up_with_who_took_part():
    build = pipeline.read([Article("Paris et Rome négocient. Ces discussions inquiètent Kiev.", "x")], load())
    assert [(s.source, s.target, s.source_mention is None) for s in build.statements if s.relation == "talks_with"] == [
        ("FRA", "ITA", False),
        ("FRA", "ITA", True),
    ]


def test_who_speaks_is_we():
    text = 'Emmanuel Macron, le président français, a dit : "Nous livrons des chars au Mali."'
    assert ("FRA", "sends_weapons_to", "MLI", False, "asserted") in said(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La Finlande n'est pas voisine de la France.", ("FIN", "borders", "FRA", True, "asserted")),
        ("La Russie condamne l'Estonie et menace la Finlande.", ("RUS", "threatens", "FIN", False, "asserted")),
        ("La Russie soutient le Mali et attaque l'Ukraine.", ("RUS", "attacks", "UKR", False, "asserted")),
        ("La Russie ne va pas livrer de missiles à l'Iran.", ("RUS", "sends_weapons_to", "IRN", True, "planned")),
        ("La Russie ne peut pas envahir l'Ukraine.", ("RUS", "invades", "UKR", True, "possible")),
        ("L'Iran aurait été bombardé par Israël.", ("ISR", "attacks", "IRN", False, "possible")),
        ("La Chine demande à la Russie d'attaquer Israël.", ("RUS", "attacks", "ISR", False, "requested")),
        pytest.param(
            "La Russie a livré des missiles à l'Iran et des drones à la Syrie.",
            ("RUS", "sends_weapons_to", "IRN", False, "asserted"),
            marks=pytest.mark.xfail(reason="of two « à » of one verb, not coordinated themselves, only one counts"),
        ),
        pytest.param(
            "La Russie n'a pas réussi à envahir l'Ukraine.",
            ("RUS", "invades", "UKR", True, "asserted"),
        ),
        pytest.param(
            "La Chine ne serait pas le partenaire de l'Iran.",
            ("CHN", "cooperates_with", "IRN", True, "possible"),
        ),
        (
            "Bill Clinton a rencontré Vladimir Poutine. M. Clinton a critiqué la Russie. Hillary Clinton est à Kiev.",
            ("Bill Clinton", "accuses", "RUS", False, "asserted"),
        ),
    ],
)
def test_what_sentences_say(text, expected):
    assert expected in said(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param(
            "Si l'Ukraine devenait membre de l'Otan, la Russie réagirait.",
            ("RUS", "member_of", "NATO"),
        ),
        ("La Russie condamne l'Estonie et menace la Finlande.", ("EST", "threatens", "FIN")),
        ("La Turquie, qui soutient le Qatar et condamne Israël, hésite.", ("QAT", "accuses", "ISR")),
        ("L'Opep a dénoncé les États-Unis.", ("OPEC+", "accuses", "USA")),
    ],
)
def test_what_sentences_do_not_say(text, wrong):
    assert wrong not in {s[:3] for s in said(text)}


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        ("La Finlande n'est pas membre de l'Otan.", ("FIN", "NATO", "member_of")),
        pytest.param(
            "La Russie n'est pas l'alliée de la Chine.",
            ("CHN", "RUS", "allied_with"),
        ),
    ],
)
def test_the_learned_ranking_keeps_denials(text, edge):
    assert gb.build([text], progress=False).edges[edge]["status"] == "denied"


# --- failures ---------------------------------------------------------------------------------------------------------------


def failures(build):
    return {a.id: (a.failure.stage, a.failure.message) for a in build.articles if a.failure}


def test_an_article_that_breaks_extraction_costs_only_itself(built, monkeypatch):
    real = pipeline.extract

    def broken(analysis, *rest):
        if analysis.article.id == "b":
            raise RuntimeError("boom")
        return real(analysis, *rest)

    monkeypatch.setattr(pipeline, "extract", broken)
    build = pipeline.read(ARTICLES, load(), progress=False)
    assert failures(build) == {"b": ("extract", "RuntimeError: boom")}
    assert build.manifest["failures"] == 1
    assert [a.id for a in build.articles] == sorted(TEXTS)
    assert {s.id for s in build.statements} == {s.id for s in built.statements if s.article != "b"}


def test_an_article_that_breaks_the_model_costs_only_itself(built, monkeypatch):
    real = annotate._read

    def broken(batch):
        if any(a.id == "c" for a in batch):
            raise MemoryError("too much")
        return real(batch)

    monkeypatch.setattr(annotate, "_read", broken)
    build = pipeline.read(ARTICLES, load(), progress=False)
    assert failures(build) == {"c": ("annotate", "MemoryError: too much")}
    assert {s.id for s in build.statements} == {s.id for s in built.statements if s.article != "c"}


def test_an_article_that_could_not_be_read_stays_one(tmp_path):
    (tmp_path / "bad.txt").write_bytes(b"\x00\xff\x00\xfe" * 50)
    (tmp_path / "good.txt").write_text("La Russie a envahi l'Ukraine.", encoding="utf-8")
    graph = gb.build(tmp_path, progress=False)
    assert [a.failure.stage for a in graph.graph["articles"].values() if a.failure] == ["read"]
    assert graph.has_edge("RUS", "UKR", "invades")


def test_nothing_gives_an_empty_graph():
    assert len(gb.build([], progress=False)) == 0


def test_bad_arguments_raise(tmp_path):
    with pytest.raises(SourceError, match="nowhere"):
        gb.build(tmp_path / "nowhere")
    with pytest.raises(DataError, match="nowhere"):
        gb.build([], extend=tmp_path / "nowhere")


# --- progress ---------------------------------------------------------------------------------------------------------------


class Terminal(io.StringIO):
    def isatty(self):
        return True


def shown(monkeypatch, progress, stream):
    """What counting three articles writes to this stream."""
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.delitem(sys.modules, "ipykernel", raising=False)
    analyses = [Analysis(Article("x", str(n)), "", (), ()) for n in range(3)]
    assert list(pipeline.shown(analyses, 3, progress)) == analyses
    return stream.getvalue()


@pytest.mark.parametrize(
    ("progress", "stream", "seen"),
    [
        (None, io.StringIO, False),
        (None, Terminal, True),
        (False, Terminal, False),
        (True, io.StringIO, True),
    ],
    ids=["a pipe", "a terminal", "switched off", "switched on"],
)
def test_progress_is_shown_where_somebody_watches(progress, stream, seen, monkeypatch):
    assert ("3/3" in shown(monkeypatch, progress, stream())) is seen


def test_a_build_in_a_pipe_writes_nothing(capsys, monkeypatch):
    monkeypatch.delitem(sys.modules, "ipykernel", raising=False)
    gb.build([ARTICLES[4]])
    assert capsys.readouterr() == ("", "")
