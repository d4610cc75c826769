"""What ``import graphbuild`` gives, and how fast."""

import ast
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import graphbuild as gb

HEAVY = {"IPython", "networkx", "numpy", "pyvis", "spacy", "thinc", "tqdm", "importlib.metadata"}
SOURCE = Path(gb.__file__)


def python(code, *options):
    return subprocess.run([sys.executable, *options, "-c", code], capture_output=True, encoding="utf-8", check=False)


def test_all_is_sorted_and_complete():
    assert gb.__all__ == sorted(gb.__all__)
    assert set(gb.__all__) == {
        "Article",
        "Entity",
        "GraphbuildError",
        "Harvest",
        "KnowledgeGraph",
        "Statement",
        "__version__",
        "build",
        "explain",
        "harvest",
        "read",
        "read_graph",
        "rolled_up",
        "to_graph",
        "to_pyvis",
        "write",
    }
    assert dir(gb) == gb.__all__


def test_what_type_checkers_see_is_what_there_is():
    imported = {
        alias.name: node.module
        for node in ast.walk(ast.parse(SOURCE.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("graphbuild.")
        for alias in node.names
    }
    assert imported == {name: f"graphbuild.{home}" for name, home in gb._HOMES.items()}
    assert {*imported, "__version__"} == set(gb.__all__)
    assert (SOURCE.parent / "py.typed").is_file()


@pytest.mark.parametrize("name", gb.__all__)
def test_every_public_name_is_there(name):
    home = gb._HOMES.get(name)
    if home and find_spec(f"graphbuild.{home}") is None:
        pytest.skip(f"graphbuild.{home} is not written yet")
    value = getattr(gb, name)
    assert name == "__version__" or callable(value)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="'graphbuild' has no attribute 'nothing'"):
        gb.nothing  # noqa: B018


@pytest.mark.parametrize(
    "code",
    [
        "import graphbuild",
        "import graphbuild; graphbuild.Article, graphbuild.GraphbuildError, graphbuild.read(['Kiev'])",
        "from graphbuild.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass",
        "from graphbuild.cli import main\ntry: main(['build', '--help'])\nexcept SystemExit: pass",
        "from graphbuild.cli import main\ntry: main(['--version'])\nexcept SystemExit: pass",
    ],
)
def test_nothing_heavy_is_imported_before_it_is_needed(code):
    found = python(f"{code}\nimport sys; print('loaded', *sys.modules)")
    assert found.returncode == 0, found.stderr
    loaded = set(found.stdout.rpartition("loaded")[2].split())
    assert "graphbuild" in loaded
    assert loaded & HEAVY == set()


@pytest.mark.slow
def test_no_encoding_is_left_to_the_platform(tmp_path):
    """The whole way from articles to files, with every ``open`` without encoding in our code an error."""
    found = python(
        "import sys, warnings\n"
        "warnings.filterwarnings('error', category=EncodingWarning, module=r'graphbuild(\\.|$)')\n"
        "from graphbuild.cli import main\n"
        f"sys.exit(main(['demo', '-o', {str(tmp_path / 'demo')!r}, '-o', {str(tmp_path / 'x.gexf')!r}]))",
        "-X",
        "warn_default_encoding",
    )
    assert found.returncode == 0, found.stderr
    assert (tmp_path / "demo/graph.html").is_file()
