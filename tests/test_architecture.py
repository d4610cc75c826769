"""What may import what, and who alone may know what: read from the source, without running it."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "graphbuild"

LAYERS = (
    ("errors", "model"),
    ("syntax", "morphology", "segment", "dates", "periods", "extras"),
    ("knowledge", "table"),
    ("gazetteer", "rules"),
    ("language",),
    ("annotate", "link", "sources"),
    ("clause",),
    ("speech",),
    ("refer",),
    ("extract",),
    ("resolve", "ownership", "gaps", "corrections", "edges"),
    ("exports",),
    ("lookup", "figures"),
    ("frames", "rollup", "views"),
    ("dyads",),
    ("graph",),
    ("pipeline", "saved"),
    ("explanation", "coverage"),
    ("cli", "__init__", "__main__"),
)
"""From the bottom to the top; a module imports only from layers below its own, or from its own package."""

LEVEL = {name: level for level, layer in enumerate(LAYERS) for name in layer}

LABEL = re.compile(
    "(acl|advcl|advmod|amod|appos|ccomp|csubj|iobj|nmod|nsubj|nummod|obj|obl|parataxis|xcomp)(:[a-z]+)?"
    "|(aux|cc|det|expl|flat):[a-z]+"
)
"""Labels of Universal Dependencies, without those that are words of other trades too (mark, case, conj, root)."""

MODULES = {path.relative_to(ROOT).with_suffix("").as_posix(): path for path in sorted(ROOT.rglob("*.py"))}


def tree(module):
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


def imports(module):
    """(name of what is imported, line), relative imports included."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno}: relative imports hide the layers"
            if node.module == "graphbuild":
                yield from ((f"graphbuild.{alias.name}", node.lineno) for alias in node.names)
            else:
                yield node.module, node.lineno


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_down(module):
    own = module.split("/")[0]
    assert own in LEVEL, f"graphbuild/{own} is in no layer: give it one in LAYERS"
    for name, line in imports(module):
        package, _, rest = name.partition(".")
        target = rest.split(".")[0]
        if package != "graphbuild" or target in {own, "__version__"}:
            continue
        assert target in LEVEL, f"{module}:{line} imports {name}, which is in no layer"
        allowed = LEVEL[target] < LEVEL[own] or (own, target) == ("__main__", "cli")
        assert allowed, f"{module}:{line} imports {name}, which is not below it"


@pytest.mark.parametrize(
    ("library", "module"), [("spacy", "annotate"), ("thinc", "annotate"), ("tomllib", "language"), ("argparse", "cli")]
)
def test_only_one_module_knows_a_library(library, module):
    users = {user for user in MODULES for name, _ in imports(user) if name.split(".")[0] == library}
    assert users <= {module}


@pytest.mark.parametrize("module", [name for name in MODULES if name != "syntax"])
def test_only_syntax_names_dependency_labels(module):
    found = {
        f"line {node.lineno}: {node.value!r}"
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if any(map(LABEL.fullmatch, node.value.split()))
    }
    assert not found, f"{module}: {found}"


@pytest.mark.parametrize("module", MODULES)
def test_no_error_is_swallowed(module):
    """A handler of everything must do something; and nothing may catch what nobody meant (bare ``except``)."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, f"{module}:{node.lineno}: bare except"
            idle = all(isinstance(step, ast.Pass | ast.Continue) for step in node.body)
            assert not (idle and broad(node.type)), f"{module}:{node.lineno}: swallows every error"
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "suppress":
            assert not any(map(broad, node.args)), f"{module}:{node.lineno}: suppresses every error"


def broad(node):
    names = node.elts if isinstance(node, ast.Tuple) else [node]
    return any(getattr(name, "id", "") in {"Exception", "BaseException"} for name in names)
