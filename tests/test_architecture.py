"""The laws of docs/architecture.md, enforced."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "transcheck"

# From the bottom up: a room imports only from itself and from rooms before it.
ROOMS = (
    "errors", "files", "processes", "packing", "units", "suppression", "translations", "model",
    "languages",
    "text", "glossary", "data", "numbers", "names", "polarity", "placeholders", "formats", "detect",
    "blocks", "sentences", "segment",
    "packages", "engines", "embedders", "alignment", "store", "scoring", "coverage", "evidence",
    "measure", "article", "checks", "config", "calibration", "results", "pipeline", "reporters",
    "cli",
)  # fmt: skip

MODULES = sorted(PACKAGE.rglob("*.py"))
# Names of the standard library that a module of ours could be taken for.
FORBIDDEN_NAMES = {"utils", "helpers", "common", "manager", "json", "types", "logging", "io"}


def room_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def imports_of(path: Path) -> set[str]:
    """Return the modules of ours that a file imports, at the top or inside a function."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "transcheck":
                found |= {f"transcheck.{alias.name}" for alias in node.names}
            else:
                found.add(node.module)
    return {name for name in found if name.startswith("transcheck.") and "__" not in name}


def own_room(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return {"__main__.py": "cli"}.get(first, first.removesuffix(".py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_downward_only(path: Path) -> None:
    room = own_room(path)
    if room == "__init__":
        assert not imports_of(path)
        return
    rank = ROOMS.index(room)
    for module in imports_of(path):
        assert ROOMS.index(room_of(module)) <= rank, f"{path.name} imports {module}"


def test_text_imports_nothing_of_ours_but_itself() -> None:
    for path in (PACKAGE / "text").glob("*.py"):
        assert all(room_of(module) == "text" for module in imports_of(path)), path


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert not [path for path in MODULES if path.stem in FORBIDDEN_NAMES]


def test_only_the_command_line_prints_or_exits() -> None:
    for path in MODULES:
        if own_room(path) == "cli":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            name = called.id if isinstance(called, ast.Name) else ""
            assert name not in {"print", "exit"}, f"{path}:{getattr(node, 'lineno', 0)}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_rooms_stay_small_enough_to_see_at_a_glance(path: Path) -> None:
    assert path.read_text("utf-8").count("\n") <= 300


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_functions_stay_short(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            length = body[-1].end_lineno - body[0].lineno + 1 if body else 0  # type: ignore[operator]
            assert length <= 40, f"{path.name}: {node.name} has {length} lines"
