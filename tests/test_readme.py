"""What the README shows works as it says."""

import itertools
import re
import shlex
import struct
from pathlib import Path

import pytest

from graphbuild import build, cli, explain, language
from graphbuild.exports import FOLDER, FOLDERS, WRITERS
from graphbuild.graph import KnowledgeGraph
from graphbuild.sources import READERS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PICTURE = ROOT / "outputs" / "demo" / "graph.png"


def blocks(kind):
    """The code blocks of a language."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def commands():
    """The lines of the shell blocks, without comments."""
    lines = "".join(blocks("sh")).splitlines()
    return [shlex.split(line, comments=True) for line in lines]


def table(start):
    """The cells of the table whose first row begins so, without code marks; not the header."""
    rows = README[README.index(f"\n| {start}") :].strip().split("\n\n")[0].splitlines()
    return [[cell.strip().strip("`") for cell in row.strip("|").split("|")] for row in rows[2:]]


def section(title):
    return re.split(r"\n## ", README.split(f"\n## {title}\n")[1])[0]


@pytest.fixture
def samples(tmp_path, monkeypatch):
    """The working folder of a reader who has the sample articles in ``articles/``."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for path in (ROOT / "graphbuild" / "samples").glob("*.txt"):
        (folder / path.name).write_bytes(path.read_bytes())
    monkeypatch.chdir(tmp_path)
    return folder


def test_python(samples):
    names = {}
    for block in blocks("python"):
        for line in block.splitlines():
            exec(line, names)
    graph = names["graph"]
    assert isinstance(graph, KnowledgeGraph)
    assert len(graph.graph["articles"]) == 12
    assert graph.edges["RUS", "UKR", "invades"]["status"] == "possible"
    assert graph.evidence("RUS", "UKR")
    assert Path("outputs/ukraine.html").stat().st_size > 100_000


def test_commands_are_such_that_the_command_line_takes():
    own = [words for words in commands() if words[0] == "graphbuild"] + [
        words[2:] for words in commands() if words[:3] == ["py", "-m", "graphbuild"]
    ]
    parser = cli._parser()
    runs = {parser.parse_args(words[1:]).run.__name__ for words in own if "--help" not in words}
    assert runs == {"_build", "_demo", "_explain", "_harvest"}
    outputs = [Path(path) for words in own for option, path in itertools.pairwise(words) if option == "-o"]
    assert {path.suffix for path in outputs} <= {"", *WRITERS}


def test_commands_of_make_exist():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = [words[1] for words in commands() if words[0] == "make"]
    assert targets == ["demo", "test"]
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)


def test_exit_codes():
    codes = dict(table("code |"))
    assert {code: line.strip() for code, line in re.findall(r"^  ([\d, ]+?)  (.+)$", cli.EXIT_CODES, re.M)} == codes


def test_explain():
    (block,) = blocks("text")
    command, *lines = block.splitlines()
    text = shlex.split(command)[-1]
    found = explain(text).splitlines()
    assert [line for line in lines if line != "  …" and line not in found] == []


def test_relations():
    relations = language.load().relations
    rows = {row[0]: row[1:] for row in table("id | label")}
    assert len(rows) == 28
    assert rows == {
        r.id: [f"{r.label} / {r.label_fr}", "–" if r.symmetric else "→", r.quad] for r in relations.values()
    }


def test_how_it_is_said():
    """All rows in one build, an article each."""
    rows = table("French |")
    assert {row[1] for row in rows} == {"asserted", "planned", "possible", "requested", "hypothetical"}
    graph = build([row[0] for row in rows], progress=False)
    said = {a.text: [] for a in graph.graph["articles"].values()}
    for s in graph.graph["articles"].values():
        said[s.text] = [
            [str(x.modality), str(x.polarity), x.attribution or ""]
            for x in graph.evidence("GBR", "UKR", "sends_weapons_to")
            if x.article == s.id
        ]
    assert said == {sentence: [cells] for sentence, *cells in rows}


def test_formats():
    reads = {suffix for row in table("input |") for suffix in re.findall(r"\.\w+", row[0])}
    assert reads == set(READERS)
    writes = table("output |")
    assert {row[0] for row in writes} == {*WRITERS, *filter(None, FOLDERS), "a folder"}
    assert re.findall(r"[\w.]+\.\w+", writes[-1][1]) == list(FOLDER)


def test_names_and_relations_of_your_own(samples, capsys):
    """The files, the command and what it prints, as they stand there."""
    for block in blocks("toml"):
        path = Path(block.splitlines()[0].removeprefix("# "))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block, encoding="utf-8")
    text = section("Names and relations of your own")
    first, second = (shlex.split(line)[1:] for line in re.search(r"```sh\n(.*?)```", text, re.S)[1].splitlines())
    promised = re.search(r"The first prints `(.+?)`", text)[1]
    assert cli.main(first) == cli.FINE
    assert promised in capsys.readouterr().out
    for path in samples.glob("*.txt"):
        path.unlink()
    (samples / "2024-03-02-levant.txt").write_text(
        "L'OSL accuse Damas\n\nL'espionnage de l'OSL par la Syrie continue. La Norvège n'espionne pas l'OSL.",
        encoding="utf-8",
    )
    assert cli.main(second) == cli.FINE
    statements = Path("outputs/levant/statements.jsonl").read_text(encoding="utf-8")
    found = re.findall(
        r'"source": "(\w+)", "relation": "spies_on", "target": "OSL", .*?"polarity": "(\w+)"', statements
    )
    assert found == [("SYR", "positive"), ("NOR", "negative")]


def test_links_lead_somewhere():
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_picture():
    data = PICTURE.read_bytes()
    assert len(data) < 300_000
    assert struct.unpack(">II", data[16:24]) == (1280, 800)


def test_figures_have_their_place():
    """Between two marks, from where a program can renew them."""
    assert README.count("<!-- figures -->") == README.count("<!-- /figures -->") == 1
    assert "\n| nodes" in README.split("<!-- figures -->")[1].split("<!-- /figures -->")[0]


def test_samples_are_not_taken_for_reporting():
    for path in (ROOT / "README.md", ROOT / "graphbuild" / "SAMPLES.md", ROOT / "outputs" / "demo" / "README.md"):
        text = path.read_text(encoding="utf-8")
        assert "invented" in text, path
        assert "reporting" in text, path
