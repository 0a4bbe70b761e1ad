"""No circle among the modules of stats, and the parts of ideal points in one order."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import daylight.stats

ROOT = Path(daylight.stats.__file__).parent
HOME = ("daylight", "stats")
ARGUMENT = ("", "model", "inference", "filter", "published")
"""Of ideal points: what goes in and out, then each step on those before it."""


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join((*HOME, *parts)).removesuffix(".__init__")


MODULES = {module_of(path): path for path in ROOT.rglob("*.py")}


def needs(name: str, text: str | None = None) -> set[str]:
    """Modules of stats that one imports, at the top or within a function."""
    path = MODULES[name]
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    wanted: set[str] = set()
    for node in ast.walk(ast.parse(text or path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            wanted |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            home = package.split(".")[: len(package.split(".")) + 1 - node.level]
            base = ".".join(
                [*(home if node.level else []), *([node.module] if node.module else [])]
            )
            wanted |= {base, *(f"{base}.{alias.name}" for alias in node.names)}
    return wanted & MODULES.keys() - {name}


def test_imports_are_seen_wherever_they_stand() -> None:
    name = "daylight.stats.ideal_points.inference.lag"
    inside = ("from ..model import layout", "from .em import x", "import daylight.stats.ranks")
    text = "\n    ".join(["def f():", *inside])
    assert needs(name, text) == {
        "daylight.stats.ideal_points.model",
        "daylight.stats.ideal_points.model.layout",
        "daylight.stats.ideal_points.inference.em",
        "daylight.stats.ranks",
    }


def test_no_module_needs_itself() -> None:
    """`static_order` raises where there is a circle."""
    order = list(TopologicalSorter({name: needs(name) for name in MODULES}).static_order())
    assert len(order) == len(MODULES) > 40


def test_ideal_points_read_as_an_argument() -> None:
    points = ROOT / "ideal_points"
    assert {p.parent.name for p in points.glob("*/__init__.py")} == set(ARGUMENT[1:])
    wrong = []
    for name in MODULES:
        if name.startswith("daylight.stats.ideal_points."):
            above = ARGUMENT[ARGUMENT.index(part_of(name)) + 1 :]
            wrong += [f"{name} imports {m}" for m in needs(name) if part_of(m) in above]
    assert wrong == []


def part_of(module: str) -> str:
    """Folder of a module of ideal points; other modules of stats count as what goes in."""
    parts = module.split(".")
    return parts[3] if len(parts) > 3 and (ROOT / "ideal_points" / parts[3]).is_dir() else ""
