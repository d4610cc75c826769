"""The command line: outputs, summary, exit codes. The pipeline is a stand-in, except in the slow tests."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from io import BytesIO, TextIOWrapper
from pathlib import Path
from types import ModuleType

import pytest

from graphbuild import __version__, cli
from graphbuild.errors import DataError
from graphbuild.exports import FOLDERS, WRITERS
from graphbuild.graph import to_graph
from graphbuild.model import Build, Entity, EntityType, Modality, Polarity, Relation, Span, Statement
from graphbuild.sources import read

COUNTRY = frozenset({EntityType.COUNTRY})
ENTITIES = tuple(Entity(name, EntityType.COUNTRY, name, name) for name in ("RUS", "UKR"))
INVADES = Relation("invades", "invades", "envahit", "material conflict", COUNTRY, COUNTRY)
TEXT = "La Russie a envahi l'Ukraine."


@pytest.fixture
def calls(monkeypatch):
    """Replaces what reads French by a stand-in that finds one statement in each good article; gives its calls."""
    calls = []

    def build(source, *, extend=None, precision="balanced", progress=None):
        calls.append({"extend": extend, "progress": progress})
        articles = tuple(read(source))
        statements = tuple(statement(article.id) for article in articles if not article.failure)
        return to_graph(Build(articles, ENTITIES, statements, {"invades": INVADES}, {"graphbuild": __version__}))

    def explain(text, *, extend=None):
        calls.append({"text": text, "extend": extend})
        return f"RUS invades UKR in: {text}"

    stand_in(monkeypatch, "pipeline", build=build)
    stand_in(monkeypatch, "explanation", explain=explain)
    return calls


def stand_in(monkeypatch, name, **functions):
    module = ModuleType(f"graphbuild.{name}")
    vars(module).update(functions)
    monkeypatch.setitem(sys.modules, module.__name__, module)


def statement(article):
    return Statement(
        article=article,
        source="RUS",
        relation="invades",
        target="UKR",
        modality=Modality.ASSERTED,
        polarity=Polarity.POSITIVE,
        attribution=None,
        sentence=Span(0, 29),
        trigger=Span(10, 18),
        source_mention=Span(0, 9),
        target_mention=Span(19, 28),
        quote=TEXT,
        pattern="invades/1",
    )


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "presse"
    folder.mkdir()
    (folder / "kiev.txt").write_text(TEXT, encoding="utf-8")
    (folder / "minsk.txt").write_text("Le Bélarus aide Moscou.", encoding="utf-8")
    return folder


def run(*args):
    return cli.main([str(arg) for arg in args])


def test_build_writes_a_folder_and_says_what_there_is(calls, folder, tmp_path, capsys):
    out = tmp_path / "sorties/ukraine"
    assert run("build", folder, "-o", out) == 0
    assert {path.name for path in out.iterdir()} == {
        "articles.jsonl",
        "entities.jsonl",
        "graph.graphml",
        "graph.html",
        "manifest.json",
        "statements.jsonl",
    }
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == [
        "2 articles read, 0 failed",
        "2 nodes, 1 edge, 2 statements",
        f"open {out / 'graph.html'} in a browser",
    ]
    assert calls == [{"extend": None, "progress": None}]


def test_several_inputs_and_outputs_and_options(calls, folder, tmp_path, capsys):
    outputs = [tmp_path / "a.graphml", tmp_path / "b.html"]
    inputs = [folder / "kiev.txt", folder / "minsk.txt"]
    assert run("build", *inputs, "-o", outputs[0], "-o", outputs[1], "--extend", "noms", "--lang", "fr") == 0
    assert all(path.stat().st_size for path in outputs)
    assert 'lang="fr"' in outputs[1].read_text(encoding="utf-8")
    assert capsys.readouterr().err.splitlines()[-2:] == [f"wrote {outputs[0]}", f"open {outputs[1]} in a browser"]
    assert calls == [{"extend": "noms", "progress": None}]


def test_failures_are_named_and_the_rest_is_built(calls, folder, tmp_path, capsys):
    (folder / "vide.txt").write_bytes(b"")
    (folder / "deux.jsonl").write_text('{"text": "Kiev."}\n{"text"\n', encoding="utf-8")
    (folder / "anglais.jsonl").write_text(
        '{"id": "en1", "text": "The army said that it would not leave the country before the end of the war."}',
        encoding="utf-8",
    )
    out = tmp_path / "out"
    assert run("build", folder, "-o", out) == 1
    assert capsys.readouterr().err.splitlines()[:5] == [
        "6 articles read, 3 failed:",
        "  deux.jsonl:2: not JSON: Expecting ':' delimiter (column 8)",
        "  en1: anglais.jsonl:1: the text is not French (looks like English)",
        "  vide.txt: there is no text",
        "2 nodes, 1 edge, 3 statements",
    ]
    articles = [json.loads(line) for line in (out / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [article["id"] for article in articles if article["failure"]] == ["deux.jsonl:2", "en1", "vide"]


def test_a_long_list_of_failures_is_cut(calls, folder, tmp_path, capsys):
    (folder / "x.jsonl").write_text("{\n" * 50, encoding="utf-8")
    assert run("build", folder, "-o", tmp_path / "out") == 1
    said = capsys.readouterr().err.splitlines()
    assert said[cli.LISTED + 1] == f"  … and {50 - cli.LISTED} more"


def test_quiet_shows_only_failures(calls, folder, tmp_path, capsys):
    assert run("build", folder, "-o", tmp_path / "out", "--quiet") == 0
    assert capsys.readouterr().err == ""
    assert calls == [{"extend": None, "progress": False}]
    (folder / "vide.txt").write_bytes(b"")
    assert run("build", folder, "-o", tmp_path / "out", "--quiet") == 1
    assert capsys.readouterr().err.splitlines() == ["3 articles read, 1 failed:", "  vide.txt: there is no text"]


def test_nothing_readable_is_an_error(calls, tmp_path, capsys):
    (tmp_path / "vide.txt").write_bytes(b"")
    assert run("build", tmp_path / "vide.txt", "-o", tmp_path / "out") == 2
    assert "1 article read, 1 failed:\n  vide.txt: there is no text\n" in capsys.readouterr().err
    (tmp_path / "rien").mkdir()
    assert run("build", tmp_path / "rien", "-o", tmp_path / "nothing") == 2
    assert capsys.readouterr().err == "graphbuild: no articles found: nothing was written\n"
    assert not (tmp_path / "nothing").exists()


@pytest.mark.parametrize(
    ("name", "message"),
    [("nulle-part", "no such file or folder: {}"), ("x.docx", "cannot read {}: use a folder or one of .jsonl, ")],
)
def test_a_wrong_input_is_named(calls, tmp_path, capsys, name, message):
    (tmp_path / "x.docx").write_bytes(b"x")
    assert run("build", tmp_path / name, "-o", tmp_path / "out") == 2
    assert capsys.readouterr().err.startswith("graphbuild: " + message.format(tmp_path / name))
    assert not (tmp_path / "out").exists()


def test_an_unknown_output_is_refused_before_the_work(calls, folder, tmp_path, capsys):
    assert run("build", folder, "-o", tmp_path / "x.png") == 2
    assert f"cannot write {tmp_path / 'x.png'}: no format '.png'; use one of .html, .graphml" in capsys.readouterr().err
    assert calls == []


def test_an_unwritable_output_is_named_and_the_others_are_written(calls, folder, tmp_path, capsys):
    (tmp_path / "file").write_text("before", encoding="utf-8")
    outputs = [tmp_path / "file/x.graphml", tmp_path / "y.graphml"]
    assert run("build", folder, "-o", outputs[0], "-o", outputs[1]) == 2
    said = capsys.readouterr().err.splitlines()
    assert said[-2].startswith("graphbuild: ")
    assert str(outputs[0]) in said[-2]
    assert said[-1] == f"wrote {outputs[1]}"
    assert outputs[1].is_file()
    assert (tmp_path / "file").read_text(encoding="utf-8") == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "presse", "y.graphml"], "nothing half-written"


def test_errors_of_language_data_end_with_their_message(monkeypatch, calls, capsys):
    def explain(text, *, extend):
        raise DataError(f"{extend}/x.toml: no table")

    stand_in(monkeypatch, "explanation", explain=explain)
    assert run("explain", TEXT, "--extend", "noms") == 2
    assert capsys.readouterr().err == "graphbuild: noms/x.toml: no table\n"


def test_explain_prints_to_standard_output(calls, capsys):
    assert run("explain", TEXT, "--extend", "noms") == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == (f"RUS invades UKR in: {TEXT}\n", "")
    assert calls == [{"text": TEXT, "extend": "noms"}]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_explain_reads_standard_input(calls, monkeypatch, encoding):
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO("Kiev résiste.".encode(encoding)), encoding="ascii"))
    assert run("explain", "-") == 0
    assert calls[0]["text"] == "Kiev résiste."


def test_help_names_every_format(capsys):
    with pytest.raises(SystemExit):
        run("build", "--help")
    shown = capsys.readouterr().out
    assert set(re.findall(r" (\.[a-z0-9]+) ", shown.split("formats of OUT")[1])) == {*WRITERS, *FOLDERS} - {""}


def test_demo_builds_the_samples(calls, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert run("demo") == 0
    lines = (tmp_path / "outputs/demo/articles.jsonl").read_text(encoding="utf-8").splitlines()
    samples = sorted(path.stem for path in (Path(cli.__file__).parent / "samples").glob("*.txt"))
    assert [json.loads(line)["id"] for line in lines] == samples
    assert 8 <= len(samples) <= 12
    assert "open outputs/demo/graph.html in a browser" in capsys.readouterr().err
    assert run("demo", "-o", tmp_path / "x.json") == 0
    assert (tmp_path / "x.json").is_file()


@pytest.mark.parametrize(
    "args",
    [[], ["build"], ["build", "x"], ["build", "-o", "x"], ["build", "x", "-o", "y", "--lang", "de"], ["nothing"]],
)
def test_wrong_usage_is_2(args, capsys):
    with pytest.raises(SystemExit) as caught:
        run(*args)
    assert caught.value.code == 2
    assert "usage: graphbuild" in capsys.readouterr().err


@pytest.mark.parametrize(
    "args", [["--help"], ["build", "--help"], ["explain", "--help"], ["harvest", "--help"], ["demo", "--help"]]
)
def test_help_explains_the_exit_codes(args, capsys):
    with pytest.raises(SystemExit) as caught:
        run(*args)
    assert caught.value.code == 0
    assert cli.EXIT_CODES.rstrip() in capsys.readouterr().out


def test_version(capsys):
    with pytest.raises(SystemExit) as caught:
        run("--version")
    assert (caught.value.code, capsys.readouterr().out) == (0, f"graphbuild {__version__}\n")


STAND_IN = """\
import signal, sys, time, types
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell starts its background jobs without it
module = sys.modules["graphbuild.explanation"] = types.ModuleType("graphbuild.explanation")
module.explain = {explain}
from graphbuild.cli import main
sys.exit(main(["explain", "Kiev"]))
"""


def start(explain, **options):
    code = STAND_IN.format(explain=explain)
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen([sys.executable, "-c", code], **pipes | options)


def test_a_closed_pipe_ends_quietly():
    with start("lambda text, extend: 'Kiev\\n' * 100_000") as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == cli.PIPE_CLOSED


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
def test_an_interrupt_ends_quietly():
    with start("lambda text, extend: print('ready', flush=True) or time.sleep(60)") as process:
        process.stdout.readline()
        time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        assert process.stderr.read().decode().splitlines() == ["graphbuild: interrupted"]
        assert process.wait() == cli.INTERRUPTED


def test_output_is_utf_8_whatever_the_platform_says():
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    with start("lambda text, extend: 'Kiev résiste à l’est \\ud800'", env=environment) as process:
        assert process.stdout.read().decode() == "Kiev résiste à l’est \\ud800" + os.linesep
        assert process.wait() == 0, process.stderr.read()


@pytest.mark.slow
def test_the_real_command_with_hostile_files(folder, tmp_path):
    (folder / "long.txt").write_text("La Russie a envahi l'Ukraine. " * 1000 + "a" * 5_000_000, encoding="utf-8")
    (folder / "binaire.txt").write_bytes(b"\x00\x01\x02" * 1000)
    (folder / "arabe.txt").write_text("قال رئيس الوزراء يوم الثلاثاء إن حكومته", encoding="utf-8")
    (folder / "photo.jpeg").write_bytes(b"\xff\xd8")
    (folder / "x.jsonl").write_text('{"text": "Kiev \\ud83d."}\n{"title": "rien"}\noops', encoding="utf-8")
    command = [sys.executable, "-m", "graphbuild", "build", str(folder), "-o", str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL, check=False)
    assert done.returncode == 1, done.stderr
    assert done.stdout == ""
    assert done.stderr.startswith("9 articles read, 6 failed:\n"), "and no progress bar in a pipe"
    lines = (tmp_path / "out/articles.jsonl").read_text(encoding="utf-8").splitlines()
    failed = {article["id"] for article in map(json.loads, lines) if article["failure"]}
    assert failed == {"arabe", "long", "binaire.txt", "photo.jpeg", "x.jsonl:2", "x.jsonl:3"}
