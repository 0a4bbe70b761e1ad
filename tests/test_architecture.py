"""Rules of the code base that a script can hold: who imports whom, sizes, words, errors."""

from __future__ import annotations

import ast
import builtins
import graphlib
import inspect
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import daylight
from daylight.catalogue import CATALOGUE
from daylight.core import errors
from daylight.core.errors import DaylightError
from daylight.questions import QUESTIONS

SOURCE = Path(daylight.__file__).parent
ROOT = SOURCE.parents[1]
MODULES = sorted(SOURCE.rglob("*.py"))

ASKED = tuple(dict.fromkeys(q.call.split(".")[1] for q in QUESTIONS))
"""The packages of the questions, in the order of their list: a later one may use an earlier."""
ORDER = (
    "core", "stats", "say", "store", "citing", "show", "naming", "sources", "measures", "tables",
    "ledgers", "dependence", "opportunity", "breaks", "communities", "pulls", "cohesion", "panel",
    "facts", "accession", "texts", "actors", "coding", "claims", *ASKED, "build", "questions",
    "briefs", "watches", "catalogue", "api", "mcp", "web", "cli",
)  # fmt: skip
"""A package may import those that stand before it, and itself."""
ENGINE, FRAMES = "duckdb", "polars"
FRAMES_IN = {
    "store",
    "show",
    "naming",
    "web",
    "sources",
    "tables",
    "ledgers",
    "opportunity",
    "breaks",
    "communities",
    "pulls",
    "cohesion",
    "build",
    "panel",
    "cli",
    *ASKED,
}
"""A question may make tables; that no answer imports frames is a test of its own."""
OUTERMOST = "cli/main.py"
"""The one place that may catch every error and go on: nothing is above it."""
ANYTHING = {"Exception", "BaseException", "ANY"}
MOST_LINES = 400
MOST_LINES_OF_A_FUNCTION = 70


def name_of(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Every node of a file, found once for all rules."""
    return tuple(ast.walk(tree(path)))


def package_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


@cache
def imported(path: Path) -> tuple[str, ...]:
    """Every module that a file imports, at the top or within a function."""
    return tuple(_imported(path))


def _imported(path: Path) -> Iterator[str]:
    inside = ("daylight", *path.relative_to(SOURCE).parts[:-1])
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            home = inside[: len(inside) + 1 - node.level] if node.level else ()
            module = ".".join([*home, *([node.module] if node.module else [])])
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


REFERENCE = re.compile(r"daylight(?:\.\w+)+:\w+")


@cache
def referred(path: Path) -> set[str]:
    """Every module that a file names as code to be loaded later, ``module:name``."""
    constants = (n.value for n in nodes(path) if isinstance(n, ast.Constant))
    texts = (text for text in constants if isinstance(text, str))
    return {text.partition(":")[0] for text in texts if REFERENCE.fullmatch(text)}


@cache
def modules() -> dict[str, Path]:
    """Every module by its full name; a package is its ``__init__``."""
    names = {}
    for path in MODULES:
        parts = ("daylight", *path.relative_to(SOURCE).with_suffix("").parts)
        names[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return names


@cache
def needs() -> dict[str, set[str]]:
    """For each module the modules that it needs, at once or later, at any depth of its code."""
    known = modules()
    return {
        name: {m for m in (*imported(path), *referred(path)) if m in known and m != name}
        for name, path in known.items()
    }


def circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """Return a circle of modules that need each other, if there is one."""
    order = graphlib.TopologicalSorter(graph)
    try:
        order.prepare()
    except graphlib.CycleError as error:
        return [error.args[1]]
    return []


def test_a_circle_is_found() -> None:
    assert circles({"a": {"b"}, "b": {"a"}})
    assert not circles({"a": {"b"}, "b": set()})
    assert "daylight.bonds.bond" in needs()["daylight.bonds.question"], "named, not imported"


def test_no_module_needs_itself() -> None:
    assert circles(needs()) == []


def roots(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imported(path)}


def test_the_modules_are_found() -> None:
    assert len(MODULES) > 100
    assert "daylight.core.errors" in set(imported(SOURCE / "core" / "states.py"))
    assert ENGINE in roots(SOURCE / "store" / "atlas.py")


def test_every_package_has_a_place_in_the_order() -> None:
    packages = {p.parent.name for p in SOURCE.glob("*/__init__.py")}
    modules = {p.stem for p in SOURCE.glob("*.py") if not p.stem.startswith("__")}
    assert packages | modules == set(ORDER)


def test_imports_go_down_only() -> None:
    wrong = []
    for path in MODULES:
        if package_of(path) in ORDER:
            own = ORDER.index(package_of(path))
            named = (*imported(path), *referred(path))
            used = {n.split(".")[1] for n in named if n.startswith("daylight.")}
            above = sorted(name for name in used if name in ORDER[own + 1 :])
            wrong += [f"{name_of(path)} imports {name}" for name in above]
    assert wrong == []


def test_only_the_store_names_the_engine() -> None:
    assert {package_of(p) for p in MODULES if ENGINE in roots(p)} == {"store"}


def test_frames_stay_where_tables_are_made() -> None:
    found = {name_of(p) for p in MODULES if FRAMES in roots(p) and package_of(p) not in FRAMES_IN}
    assert found == set()


WRITTEN = re.compile(r"\{[^{}]*[a-z][^{}]*:[+,]?\.\d[f%g]\}")


def test_numbers_are_written_in_one_place() -> None:
    """By :mod:`daylight.say`; only axes and reports of a fit write their own."""
    names = {"lines.py", "page.py", "words.py", "caveats.py"}
    paths = [p for p in MODULES if package_of(p) in ASKED and p.name in names]
    assert len(paths) > 15
    assert [name_of(p) for p in paths if WRITTEN.search(p.read_text("utf-8"))] == []


def test_numerics_do_no_input_and_output() -> None:
    outside = {"polars", "pandas", "duckdb", "yaml", "pydantic", "pooch", "requests", "os"}
    found = [name_of(p) for p in MODULES if package_of(p) == "stats" and outside & roots(p)]
    assert found == []


def test_a_module_can_be_read_in_one_sitting() -> None:
    sizes = {name_of(p): len(p.read_text("utf-8").splitlines()) for p in MODULES}
    assert {name: n for name, n in sizes.items() if n >= MOST_LINES} == {}


def test_a_function_can_be_seen_at_once() -> None:
    long = []
    for path in MODULES:
        for node in nodes(path):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                lines = length(node) - (length(node.body[0]) if ast.get_docstring(node) else 0)
                if lines >= MOST_LINES_OF_A_FUNCTION:
                    long.append(f"{name_of(path)}: {node.name} has {lines} lines")
    assert long == []


def length(node: ast.stmt) -> int:
    return (node.end_lineno or 0) - node.lineno + 1


def test_a_module_says_what_it_is_for() -> None:
    texts = {name_of(p): ast.get_docstring(tree(p)) for p in MODULES if tree(p).body}
    assert [name for name, text in texts.items() if not (text or "").strip()] == []


def test_questions_import_nothing_heavy() -> None:
    modules = ", ".join(q.call.partition(":")[0] for q in CATALOGUE)
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", f"import {modules}"],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {line.rpartition("|")[2].strip().split(".")[0] for line in run.stderr.splitlines()}
    assert "daylight" in loaded
    heavy = {"polars", "altair", "pandas", "pydantic", "pyarrow", "yaml", "pooch", "jinja2"}
    assert loaded.isdisjoint(heavy | {"rapidfuzz", "click", "tqdm"})


def test_the_package_itself_imports_nothing() -> None:
    code = (
        "import sys, daylight; print(sorted(m for m in sys.modules if m.startswith('daylight.')))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def errors_raised_on_purpose() -> list[type[DaylightError]]:
    found = [c for _, c in inspect.getmembers(errors, inspect.isclass)]
    return [c for c in found if issubclass(c, DaylightError) and c is not DaylightError]


def test_every_error_has_its_own_exit_code_and_a_builtin_parent() -> None:
    classes = errors_raised_on_purpose()
    assert len(classes) > 10
    codes = [c.exit_code for c in classes]
    assert len(set(codes)) == len(codes)
    assert all(2 < code < 64 for code in codes), "1 is any error and 2 is wrong usage"
    known = {c for c in vars(builtins).values() if isinstance(c, type)} - {Exception, BaseException}
    for c in classes:
        assert set(c.__mro__) & known - {object}, c.__name__
        assert (c.__doc__ or "").strip()
        assert str(c("one line")) == "one line"


def test_no_error_is_swallowed_unnamed() -> None:
    found = []
    for path in MODULES:
        for node in nodes(path):
            if isinstance(node, ast.ExceptHandler):
                kinds = {n.id for n in ast.walk(node.type or node) if isinstance(n, ast.Name)}
                passed_on = isinstance(node.body[-1], ast.Raise)
                if node.type is None or (kinds & ANYTHING and not passed_on):
                    found.append(f"{name_of(path)}, line {node.lineno}")
    assert [place for place in found if not place.startswith(OUTERMOST)] == []


def tracked() -> list[Path]:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    run = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    return [ROOT / name for name in run.stdout.decode().split("\0") if name]


MACHINE = re.compile(
    "|".join(
        [
            r"(?<![\w.])/(?:home|Users|root|work|tmp)/" + r"[\w.-]+/[\w.-]+",
            r"https?://(?:\d{1,3}\.){3}\d{1,3}" + r"(?!\d)",
            r"\b[\w-]+\.(?:internal|corp|intra)" + r"\b",
        ]
    )
)


def test_no_file_names_this_machine() -> None:
    found = []
    for path in tracked():
        if path.suffix in {".parquet", ".png", ".woff2"} or not path.is_file():
            continue
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(ROOT)}: {m.group()}" for m in MACHINE.finditer(text)]
    assert found == []


def test_no_two_test_files_share_a_name() -> None:
    """Without packages, pytest keeps test modules apart by their names alone."""
    names = [p.name for p in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))


def test_no_folder_of_tests_is_left_out(pytestconfig: pytest.Config) -> None:
    skipped = set(pytestconfig.getini("norecursedirs"))
    folders = {path.parent.name for path in (ROOT / "tests").rglob("test_*.py")}
    assert folders & skipped == set()
