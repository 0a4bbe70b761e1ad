"""What a table rests on: a change remakes the tables that it touches, and no other."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

import daylight
from daylight.build.code import Code
from daylight.build.fingerprints import fingerprints
from daylight.build.plan import STEPS, at_hand
from daylight.questions import QUESTIONS
from daylight.sources.kit.declaration import Declaration, declaration, source_ids
from daylight.tables.step import LAST_FULL_YEAR, NOTICED, Step

SOURCE = Path(daylight.__file__).parent
SPECS = {name: declaration(name) for name in source_ids() if not declaration(name).supplied}
ALL = at_hand(STEPS, SPECS)
TABLES = {step.name for step in ALL if step.stored}
BONDS = {"bonds", "levels", "loadings"}
Change = Callable[..., set[str]]


def marks(
    root: Path, specs: Mapping[str, Declaration] = SPECS, year: str = "2025"
) -> dict[str, str]:
    given = {LAST_FULL_YEAR: year, NOTICED: ""}
    return fingerprints(ALL, specs, {}, given, Code(root))


def changed(before: Mapping[str, str], after: Mapping[str, str]) -> set[str]:
    return {name for name in TABLES if before[name] != after[name]}


@pytest.fixture(scope="module")
def now() -> dict[str, str]:
    return marks(SOURCE)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    leave = shutil.ignore_patterns("embedded", "__pycache__", "vendor", "*.parquet")
    return Path(shutil.copytree(SOURCE, tmp_path / "daylight", ignore=leave))


@pytest.fixture
def change(root: Path, now: dict[str, str]) -> Change:
    """Append a comment to files of a copy of the package; return the tables to make anew."""

    def append(*paths: str) -> set[str]:
        for path in paths:
            file = root / path
            file.write_text(file.read_text("utf-8") + "# changed\n", "utf-8")
        return changed(now, marks(root))

    return append


def resting_on(*names: str) -> set[str]:
    """Return tables that need one of these, by way of others too."""
    reached = set(names)
    for step in ALL:
        if reached & set(step.needs):
            reached.add(step.name)
    return reached & TABLES


def test_the_same_code_and_sources_give_the_same_fingerprints(
    root: Path, now: dict[str, str]
) -> None:
    assert marks(root) == now


def texts_of_questions() -> list[str]:
    """The modules in which a question says and shows something."""
    names = ("words", "lines", "page", "view", "caveats", "question")
    packages = {q.call.split(".")[1] for q in QUESTIONS}
    paths = [SOURCE / package / f"{name}.py" for package in packages for name in names]
    return [path.relative_to(SOURCE).as_posix() for path in sorted(paths) if path.is_file()]


def test_a_comma_in_the_words_of_a_question_makes_no_table_anew(change: Change) -> None:
    texts = texts_of_questions()
    assert len(texts) >= 30
    assert change(*texts) == set()


def test_what_runs_a_build_or_prints_makes_no_table_anew(change: Change) -> None:
    assert change("build/run.py", "build/work.py", "cli/main.py", "briefs/brief.py") == set()


@pytest.mark.parametrize(
    ("module", "tables"),
    [
        ("stats/joint.py", {"votes", "issue_votes", "rollcalls", "ideal_points"}),
        ("stats/splice.py", {"trade"}),
        ("stats/composite.py", set()),
    ],
)
def test_a_numeric_module_touches_the_tables_that_import_it(
    change: Change, module: str, tables: set[str]
) -> None:
    everything_after = resting_on(*tables) if tables else BONDS | {"issues"}
    assert change(module) == tables | everything_after


def test_the_code_of_a_tie_touches_ties_and_what_reads_them(change: Change) -> None:
    expected = resting_on("tie sanctions")
    assert {"ties", "tie_cover", "coverage", *BONDS, "issues"} == expected
    assert change("sources/gsdb/ties.py") == expected


def test_data_that_a_module_reads_count_and_data_beside_it_do_not(change: Change) -> None:
    assert change("tables/votes/repeats_apart.csv") == resting_on("ideal_points") | {"ideal_points"}


def test_a_table_of_a_source_of_ours_counts(change: Change) -> None:
    expected = resting_on(*(s.name for s in ALL if "blocs" in s.sources))
    assert change("sources/blocs/spells.csv") == expected | {"blocs", "bloc_spells"}


def test_how_files_are_written_counts_for_all(change: Change) -> None:
    assert change("store/writer.py") == TABLES


@pytest.mark.parametrize("name", ["atop", "regimes", "gsdb", "cow_trade"])
def test_a_declaration_touches_the_tables_that_rest_on_the_source(
    now: dict[str, str], name: str
) -> None:
    other = SPECS | {name: SPECS[name].model_copy(update={"version": "another"})}
    readers = [step.name for step in ALL if name in step.sources]
    assert changed(now, marks(SOURCE, other)) == resting_on(*readers) > set()


def test_the_last_full_year_touches_the_tables_that_stop_there(now: dict[str, str]) -> None:
    later = changed(now, marks(SOURCE, year="2026"))
    assert later == resting_on(LAST_FULL_YEAR)
    assert {"trade", "coverage", "bonds"} <= later
    assert "votes" not in later


def test_files_of_the_users_own_count(now: dict[str, str]) -> None:
    given = {LAST_FULL_YEAR: "2025", NOTICED: ""}
    after = fingerprints(ALL, SPECS, {"atop": {"a.csv": "0" * 64}}, given, Code(SOURCE))
    assert changed(now, after) == resting_on(*(s.name for s in ALL if "atop" in s.sources))


def toy(folder: Path, files: Mapping[str, str]) -> Code:
    """Return a package with these modules."""
    for name, text in files.items():
        path = folder / "daylight" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    for inner in (folder / "daylight").rglob("*"):
        if inner.is_dir() and not (inner / "__init__.py").exists():
            (inner / "__init__.py").write_text("", "utf-8")
    return Code(folder / "daylight")


def names(modules: Iterable[str]) -> set[str]:
    return {module.removeprefix("daylight.") for module in modules}


def test_imports_within_functions_count(tmp_path: Path) -> None:
    code = toy(
        tmp_path,
        {
            "a/one": "def f():\n    from daylight.b.two import x\n    return x",
            "b/two": "import daylight.b.three as three\nx = 1",
            "b/three": "import numpy",
            "b/four": "",
        },
    )
    assert names(code.closure(["daylight.a.one"])) == {"a.one", "b.two", "b.three"}


def test_imports_for_types_alone_and_those_from_outside_do_not_count(tmp_path: Path) -> None:
    code = toy(
        tmp_path,
        {
            "a/one": "from typing import TYPE_CHECKING\nimport json\n"
            "if TYPE_CHECKING:\n    from daylight.b import two\n",
            "b/two": "",
        },
    )
    assert names(code.closure(["daylight.a.one"])) == {"a.one"}


def test_a_name_that_a_package_passes_on_counts_where_it_is_defined(tmp_path: Path) -> None:
    code = toy(
        tmp_path,
        {
            "a/one": "from daylight.b import x\nfrom daylight.b import y\nfrom . import two",
            "a/two": "",
            "b/__init__": "from daylight.b.two import x\nfrom daylight.b.three import z\ny = 1",
            "b/two": "x = 1",
            "b/three": "z = 1",
        },
    )
    assert names(code.imports("daylight.a.one")) == {"b.two", "b", "a.two"}
    assert "b.three" in names(code.closure(["daylight.a.one"])), "b itself imports it"


def test_data_files_count_where_their_name_or_kind_is_named(tmp_path: Path) -> None:
    code = toy(
        tmp_path,
        {
            "a/one": 'FILE = "x.csv"',
            "a/two": 'def path(name): return f"{name}.csv"',
            "a/three": "",
        },
    )
    folder = tmp_path / "daylight" / "a"
    (folder / "registry").mkdir()
    for name in ("x.csv", "y.csv", "registry/z.csv"):
        (folder / name).write_text("", "utf-8")
    found = {
        module: {path.name for path in code.data(f"daylight.a.{module}")}
        for module in ("one", "two", "three")
    }
    assert found == {"one": {"x.csv"}, "two": {"x.csv", "y.csv", "z.csv"}, "three": set()}


def test_no_module_of_a_step_loads_others_by_a_name_that_cannot_be_read() -> None:
    """These two load the modules of sources, which count with each source and each tie."""
    code = Code(SOURCE)
    dynamic = {
        module
        for step in ALL
        for module in code.closure(step.modules)
        if code.text(module).loads_by_name
    }
    assert dynamic == {"daylight.sources.kit.load", "daylight.sources.kit.ties.registry"}


def test_every_data_file_belongs_to_a_module_or_a_source() -> None:
    code = Code(SOURCE)
    modules = [
        ".".join(("daylight", *path.relative_to(SOURCE).with_suffix("").parts))
        for path in SOURCE.rglob("*.py")
        if path.name != "__init__.py"
    ]
    named = {path for module in modules for path in code.data(module)}
    lying = {
        path
        for kind in ("*.csv", "*.yml")
        for path in SOURCE.rglob(kind)
        if path.parent.parent.name != "sources"
    }
    assert lying - named == set()


def test_a_step_of_nothing_has_a_fingerprint_of_its_libraries(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bare = Step("shared", ALL[0].make, stored=False)
    one = fingerprints([bare], {}, {}, {}, Code(SOURCE))
    monkeypatch.setattr("daylight.build.fingerprints.LIBRARIES", ("numpy",))
    assert fingerprints([bare], {}, {}, {}, Code(SOURCE)) != one
