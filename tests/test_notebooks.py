"""The notebooks run from top to bottom, and show what their text says."""

import json
import re
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FIRST = ROOT / "notebooks" / "01_first_graph.ipynb"


def source(path):
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda path: path.stem)
def test_committed_without_outputs(path):
    cells = [cell for cell in source(path)["cells"] if cell["cell_type"] == "code"]
    assert cells
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in cells)


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Executes a notebook as Jupyter would, from its folder, with the package of this checkout; gives its outputs."""
    for package in ("nbclient", "ipykernel"):
        if not find_spec(package):
            pytest.skip(f"{package} is not installed: pip install --group dev")
    for name in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR", "TMPDIR"):
        folder = tmp_path / name.lower()
        folder.mkdir()
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("JUPYTER_PLATFORM_DIRS", "1")

    def execute(path):
        import nbformat
        from nbclient import NotebookClient

        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
        folder = {"metadata": {"path": str(path.parent)}}
        NotebookClient(notebook, timeout=120, kernel_name="python3", resources=folder).execute()
        return [cell for cell in notebook.cells if cell.cell_type == "code"]

    return execute


def shown(cell, kind):
    """What a cell shows of a kind: a MIME type, or what it prints."""
    if kind == "stdout":
        return "".join(o.text for o in cell.outputs if o.output_type == "stream" and o.name == "stdout")
    return "".join(o.data.get(kind, "") for o in cell.outputs if o.output_type == "execute_result")


@pytest.fixture
def cell_of(run):
    """Runs a notebook of this name; gives its only cell that has such a text."""

    def execute(name):
        cells = run(ROOT / "notebooks" / f"{name}.ipynb")

        def cell(text):
            (found,) = [cell for cell in cells if text in cell.source]
            return found

        return cell

    return execute


def test_first_graph(run):
    cells = run(FIRST)

    def cell(start):
        (found,) = [cell for cell in cells if start in cell.source]
        return found

    assert re.search(r"\d{2,} nodes and \d{2,} edges", shown(cell("gb.build(articles)"), "stdout"))
    for start, line in {"graph": "12 articles", "nx.ego_graph": "NATO"}.items():
        html = shown(next(c for c in cells if c.source.startswith(start)), "text/html")
        assert "<iframe sandbox=" in html
        assert line in html[html.rindex("</iframe>") :]  # the summary, which needs no script
    edge = shown(cell('edge = graph.edges["RUS"'), "text/plain")
    assert "'status': 'possible'" in edge
    assert "'n_asserted': 0" in edge
    evidence = shown(next(c for c in cells if c.source == 'graph.evidence("RUS", "UKR")'), "text/html")
    assert re.search(
        r"<mark[^>]*>russe</mark> pourrait <mark[^>]*>envahir</mark> l’<mark[^>]*>Ukraine</mark>", evidence
    )
    statement = shown(cell("statement.quote"), "stdout")
    assert "how it is said: possible positive\nsaid by: USA\n" in statement
    assert "GBR sends_weapons_to UKR: planned" in shown(cell("gb.explain"), "stdout")
    own = shown(cell("own = gb.build"), "stdout")
    assert own == "HUN sends_weapons_to UKR – denied\nPOL sends_weapons_to UKR – asserted\n"
    assert "['graph.gexf', 'graph.graphml', 'graph.html']" in shown(cell("gb.write"), "text/plain")
    assert "l’armée russe pourrait envahir l’Ukraine" in shown(cell("nx.read_graphml"), "text/plain")


@pytest.mark.slow
def test_exploring(cell_of):
    for package in ("matplotlib", "pandas"):
        pytest.importorskip(package)
    cell = cell_of("02_exploring")
    assert "Filtered: since 2022; relations: material conflict; asserted" in shown(cell("recent = "), "text/html")
    assert "did you mean sends_weapons_to?" in shown(cell("send_weapons_to"), "stdout")
    assert "Emmanuel Macron holds_office_in FRA\n" in shown(cell("min_articles(2)"), "stdout")
    assert "material conflict" in shown(cell("groupby"), "text/html")
    assert re.search(r"0\.\d\d United States\n", shown(cell("betweenness"), "stdout"))
    assert "GUY – USA – RUS – UKR\n" in shown(cell("all_shortest_paths"), "stdout")
    assert "RUS" in shown(cell("louvain"), "stdout")
    assert "<mark" in shown(cell("graph.evidence("), "text/html")
    assert "2022-W31" in shown(cell("timeline = "), "text/html")
    assert "Libya – Turkey" in shown(cell("balance = "), "text/html")
    for plot in ("timeline.plot()", "balance.plot("):
        assert [output.data["image/png"] for output in cell(plot).outputs]


@pytest.mark.slow
def test_own_names_and_relations(cell_of):
    pytest.importorskip("pandas")
    cell = cell_of("03_own_names_and_relations")
    assert shown(cell("graph = gb.build(texts)"), "stdout") == "Observatoire du Levant supports SWE\n"
    assert "espionné" in shown(cell("gb.harvest"), "stdout")
    assert "OSL spies_on NOR: possible, says SWE" in shown(cell("gb.explain"), "stdout")
    found = shown(cell("extend=mine)\nfor source"), "stdout")
    assert found == "NOR spies_on SWE – asserted\nOSL spies_on NOR – possible\nOSL supports SWE – asserted\n"
    assert "espionne" in shown(cell("to_pandas"), "text/html")
    refused = shown(cell("wrong = "), "stdout")
    assert "own.toml" in refused
    assert "sujet" in refused


@pytest.mark.slow
def test_to_gephi(cell_of):
    cell = cell_of("04_to_gephi")
    assert shown(cell('part.graph["part"]'), "text/plain") == "('rolled up into countries', 'asserted')"
    assert re.search(r"\d+ circles, the largest of \d", shown(cell("louvain"), "stdout"))
    again = shown(cell("read_gexf"), "stdout")
    counts = re.findall(r"\d+", shown(cell("part = "), "stdout"))
    assert re.findall(r"\d+", again) == counts
    assert "'Russia'" in shown(cell("read_gexf"), "text/plain")
    assert "Twelve invented articles" in shown(cell("picture.svg"), "image/svg+xml")
