"""What CONTRIBUTING says is true: its paths exist, and what it names is all that is needed."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import daylight
import test_architecture

SOURCE = Path(daylight.__file__).parent
ROOT = SOURCE.parents[1]
TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
PATH = re.compile(r"`([\w.-]+(?:/[\w.-]+)*/|[\w.-]+(?:/[\w.-]+)+|[A-Z][\w-]+\.md)`")
SOURCE_YML = """\
id: weddings
producer: Nobody
title: Royal weddings
version: "1"
citation_key: nobody-1900
citation: Nobody (1900), Weddings.
url: https://example.org/
licence: CC0-1.0
redistribution: "yes"
ships: The number of weddings of each pair and year.
coverage: {start: 1816, end: 1818, system: COW}
accessed: "2026-01-01"
packaged: [weddings.csv]
expect:
  weddings:
    columns: [a, b, year]
    key: [a, b, year]
    rows_min: 2
    rows_max: 9
"""
SOURCE_PY = '''
"""Royal weddings, as nobody counted them."""

import polars as pl


def shape(files, log):
    """Return the table of weddings."""
    log.note("weddings counted")
    return {"weddings": pl.read_csv(files["weddings.csv"])}
'''
TIES_PY = '''
"""Royal weddings between two states, by year."""

import polars as pl

from daylight.sources.kit.ties.tie import Made, Tie


def make(tables, log):
    """Return the number of weddings of each pair and year."""
    rows = tables["weddings"]["weddings"].rename({"a": "cow", "b": "partner"})
    return Made(rows.with_columns(value=pl.lit(1.0)))


TIES = (Tie("royal_weddings", 1816, 1818, make),)
'''
MEASURE = """

MILITARY_TIES += (
    tie_measure(
        "royal_weddings",
        title="Royal weddings",
        unit="weddings",
        about="How many weddings joined the ruling houses of the two.",
        citation="Nobody 1900, Weddings",
        method="defence-cooperation",
        sources=("weddings",),
    ),
)
"""
NEW = {
    "src/daylight/sources/weddings/__init__.py": '"""Royal weddings."""\n',
    "src/daylight/sources/weddings/source.yml": SOURCE_YML,
    "src/daylight/sources/weddings/source.py": SOURCE_PY,
    "src/daylight/sources/weddings/weddings.csv": "a,b,year\n200,220,1816\n200,300,1818\n",
    "src/daylight/sources/weddings/ties.py": TIES_PY,
}
ADDED = {
    "src/daylight/measures/ties_military.py": MEASURE,
}
NAMED_FOR = ("a source", "a tie", "a measure")
BUILD = """
import json, sys
from pathlib import Path

import polars as pl
import invented_world as tiny

from daylight.build import run
from daylight.build.plan import STEPS
from daylight.sources.kit.declaration import declaration
from daylight.sources.kit.load import Loaded, load
from daylight.store.atlas import Atlas

stage, folder = tiny.Stage(), Path(sys.argv[1])
run.STEPS = tuple(stage.watched(step) for step in STEPS)
run.source_ids = lambda: (*tiny.SOURCES, "weddings")
run.declaration = lambda name: declaration(name) if name == "weddings" else tiny.declared(name)
run.load = lambda name: (
    load(name) if name == "weddings" else Loaded(tiny.declared(name), tiny.SOURCES[name](), ())
)
manifest = run.build(folder)
first, before = list(stage.ran), {t.name: t.file for t in manifest.tables}
path = Path(tiny.run.__file__).parents[1] / "sources" / "weddings" / "ties.py"
path.write_text(path.read_text("utf-8") + "# a remark\\n", "utf-8")
stage.ran.clear()
again = run.build(folder)
atlas = Atlas(folder)
ties = atlas.rows("ties", "measure = ?", ("royal_weddings",))
print(json.dumps({
    "first": first,
    "again": stage.ran,
    "renamed": sorted(t.name for t in again.tables if before[t.name] != t.file),
    "sources": {t.name: t.sources for t in manifest.tables},
    "coverage": atlas.coverage("royal_weddings"),
    "ties": [[int(ties[c][k]) for c in ("cow", "partner", "start", "end")] for k in range(2)],
    "issues": atlas.rows("issues")["text"].tolist(),
}))
"""


def row(what: str) -> str:
    """Return the row of the table for one kind of addition."""
    return next(line for line in TEXT.splitlines() if line.startswith(f"| {what}"))


def test_every_path_in_it_exists() -> None:
    paths = PATH.findall(TEXT)
    assert len(paths) > 30
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_every_kind_of_addition_names_a_template_tests_and_documentation() -> None:
    lines = [line for line in TEXT.splitlines() if line.startswith("| a")]
    assert len(lines) == 10
    for line in lines:
        _, write, tests, documentation = line.strip("| ").split(" | ")
        assert "`src/daylight/" in write, line
        assert "`tests/" in tests or tests == "where it is raised", line
        assert "`" in documentation, line


def test_the_order_of_packages_is_that_of_the_rule() -> None:
    line = next(line for line in TEXT.splitlines() if line.startswith("- **Imports go one way**"))
    named = re.findall(r"`(\w+)`", line.split(". ")[0])
    others = [name for name in test_architecture.ORDER if name not in test_architecture.ASKED]
    assert named == others


def named(path: str) -> bool:
    """Whether the rows for the three additions name a file, or the like one of their template."""
    like = path.replace("/weddings/", "/dcad/")
    if like.endswith((".csv", ".yml")) and "/sources/" in like:
        like = "src/daylight/sources/dcad/source.yml"  # a table beside it is declared there
    return any(f"`{like}`" in row(what) for what in NAMED_FOR)


def test_what_is_added_below_is_named() -> None:
    assert [path for path in (*NEW, *ADDED) if not named(path)] == []
    assert not named("src/daylight/store/schemas/ties.py")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Add the three to a copy of the code, build a tiny atlas with it, twice, and report."""
    copy = tmp_path_factory.mktemp("copy")
    leave = shutil.ignore_patterns("embedded", "__pycache__")
    shutil.copytree(SOURCE, copy / "src" / "daylight", ignore=leave)
    for path, text in NEW.items():
        (copy / path).parent.mkdir(exist_ok=True)
        (copy / path).write_text(text.lstrip("\n"), "utf-8")
    for path, text in ADDED.items():
        with (copy / path).open("a", encoding="utf-8") as file:
            file.write(text)
    (copy / "build_it.py").write_text(BUILD, "utf-8")
    ways = (copy / "src", ROOT / "tests" / "build", ROOT / "tests")
    run = subprocess.run(
        [sys.executable, str(copy / "build_it.py"), str(copy / "atlas")],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(map(str, ways))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr[-3000:]
    report: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return report


@pytest.mark.slow
def test_a_made_up_tie_is_in_the_atlas_with_its_source(built: dict[str, Any]) -> None:
    assert built["ties"] == [[200, 220, 1816, 1816], [200, 300, 1818, 1818]]
    assert built["coverage"] == [1816, 1818]
    assert {name for name, sources in built["sources"].items() if "weddings" in sources} == {
        "ties", "tie_cover", "coverage", "issues",
    }  # fmt: skip
    assert "weddings counted" in built["issues"]


@pytest.mark.slow
def test_a_change_of_its_code_makes_anew_what_rests_on_it(built: dict[str, Any]) -> None:
    touched = {name for name, sources in built["sources"].items() if "weddings" in sources}
    assert set(built["again"]) == set(built["renamed"]) == touched
    assert set(built["first"]) > touched
