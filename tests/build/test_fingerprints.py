"""What a table rests on: a change remakes the tables that it touches, and no other."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from importlib import metadata
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
LEDGERS = {"ledger_items", "ledgers", "relationship_weights"}
Change = Callable[..., set[str]]


def marks(
    code: Code, specs: Mapping[str, Declaration] = SPECS, year: str = "2025"
) -> dict[str, str]:
    given = {LAST_FULL_YEAR: year, NOTICED: ""}
    return fingerprints(ALL, specs, {}, given, code)


def changed(before: Mapping[str, str], after: Mapping[str, str]) -> set[str]:
    return {name for name in TABLES if before[name] != after[name]}


@pytest.fixture(scope="module")
def code() -> Code:
    """Return the package as it is, read once."""
    return Code(SOURCE)


@pytest.fixture(scope="module")
def now(code: Code) -> dict[str, str]:
    return marks(code)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the package, which each test leaves as it was."""
    leave = shutil.ignore_patterns("embedded", "__pycache__", "vendor", "*.parquet")
    return Path(shutil.copytree(SOURCE, tmp_path_factory.mktemp("copy") / "daylight", ignore=leave))


@pytest.fixture
def change(root: Path, now: dict[str, str]) -> Iterator[Change]:
    """Append a comment to files of a copy of the package; return the tables to make anew."""
    whole: dict[Path, str] = {}

    def append(*paths: str) -> set[str]:
        for path in paths:
            file = root / path
            whole[file] = file.read_text("utf-8")
            file.write_text(whole[file] + "# changed\n", "utf-8")
        return changed(now, marks(Code(root)))

    yield append
    for file, text in whole.items():
        file.write_text(text, "utf-8")


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
    assert marks(Code(root)) == now


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
        ("stats/splice.py", {"trade", "economies"}),
        ("stats/multinomial.py", LEDGERS),
    ],
)
def test_a_numeric_module_touches_the_tables_that_import_it(
    change: Change, module: str, tables: set[str]
) -> None:
    assert change(module) == tables | resting_on(*tables)


def test_the_code_of_a_tie_touches_ties_and_what_reads_them(change: Change) -> None:
    expected = resting_on("tie sanctions")
    assert {"ties", "tie_cover", "coverage", "issues"} == expected
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
    code: Code, now: dict[str, str], name: str
) -> None:
    other = SPECS | {name: SPECS[name].model_copy(update={"version": "another"})}
    readers = [step.name for step in ALL if name in step.sources]
    assert changed(now, marks(code, other)) == resting_on(*readers) > set()


def test_the_last_full_year_touches_the_tables_that_stop_there(
    code: Code, now: dict[str, str]
) -> None:
    later = changed(now, marks(code, year="2026"))
    assert later == resting_on(LAST_FULL_YEAR)
    assert {"coverage", *LEDGERS} <= later
    assert "votes" not in later


def test_files_of_the_users_own_count(code: Code, now: dict[str, str]) -> None:
    given = {LAST_FULL_YEAR: "2025", NOTICED: ""}
    after = fingerprints(ALL, SPECS, {"atop": {"a.csv": "0" * 64}}, given, code)
    assert changed(now, after) == resting_on(*(s.name for s in ALL if "atop" in s.sources))


def test_no_module_of_a_step_loads_others_by_a_name_that_cannot_be_read(code: Code) -> None:
    """These two load the modules of sources, which count with each source and each tie.

    So does the package itself for its own names, which no module of a step may take from it.
    """
    starts = [step.modules for step in ALL]
    starts += [(f"daylight.sources.{name}.source",) for name in SPECS]
    reached = {module for modules in starts for module in code.closure(modules)}
    dynamic = {module for module in reached if code.text(module).loads_by_name}
    assert dynamic == {
        "daylight.sources.kit.load",
        "daylight.sources.kit.ties.registry",
    }
    packages = {
        module
        for modules in starts
        for path in code.files(modules)
        if path.name == "__init__.py"
        for module in [".".join(("daylight", *path.parent.relative_to(SOURCE).parts))]
    }
    assert {name for name in packages if code.text(name).loads_by_name} == {"daylight"}
    assert "daylight" not in reached


def test_every_data_file_belongs_to_a_module_or_a_source(code: Code) -> None:
    modules = [
        ".".join(("daylight", *path.relative_to(SOURCE).with_suffix("").parts))
        for path in SOURCE.rglob("*.py")
        if path.name != "__init__.py"
    ]
    named = {path for module in modules for path in code.data(module)}
    lying = {
        path
        for kind in ("*.csv", "*.yml", "*.json", "*.txt")
        for path in SOURCE.rglob(kind)
        if path.parent.parent.name != "sources" and "embedded" not in path.parts
    }
    assert lying - named == set()


@pytest.fixture
def upgrade(monkeypatch: pytest.MonkeyPatch, now: dict[str, str]) -> Change:
    """Pretend that a library has another version; return the tables to make anew."""
    real = metadata.version

    def change_version(library: str) -> set[str]:
        with monkeypatch.context() as patch:
            patch.setattr(metadata, "version", lambda n: "0" if n.lower() == library else real(n))
            return changed(now, marks(Code(SOURCE)))  # it keeps the versions that it saw

    return change_version


@pytest.mark.parametrize("library", ["polars", "pyyaml"])
def test_a_library_that_every_table_needs_counts_for_all(upgrade: Change, library: str) -> None:
    assert upgrade(library) == TABLES


def test_a_library_counts_for_the_tables_whose_code_imports_it(upgrade: Change) -> None:
    assert resting_on("ideal_points") | {"ideal_points"} <= upgrade("rapidfuzz") < TABLES
    assert upgrade("pandas") == resting_on("tie nuclear_cooperation")
    assert {"ties", "ledgers"} <= upgrade("rapidfuzz") < TABLES
    assert upgrade("jinja2") == upgrade("click") == set()


def test_a_packaged_table_of_a_source_counts_whatever_its_ending(
    root: Path, now: dict[str, str]
) -> None:
    """Also in a folder, even one that is a package."""
    folder = root / "sources" / "gsdb"
    (folder / "more").mkdir()
    (folder / "more" / "__init__.py").write_text("", "utf-8")
    packaged = ("groups.csv", "notes.md", "more/cases.json")
    specs = SPECS | {"gsdb": SPECS["gsdb"].model_copy(update={"packaged": packaged})}
    for name in packaged[1:]:
        (folder / name).write_text("1", "utf-8")
    before = marks(Code(root), specs)
    for name in packaged[1:]:
        (folder / name).write_text("2", "utf-8")
        after = marks(Code(root), specs)
        reading = [step.name for step in ALL if "gsdb" in step.sources]
        assert changed(before, after) == resting_on(*reading)
        before = after
    (folder / "notes.md").unlink()
    shutil.rmtree(folder / "more")


def test_a_step_of_nothing_has_a_fingerprint_of_its_libraries(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bare = Step("shared", ALL[0].make, stored=False)
    one = fingerprints([bare], {}, {}, {}, Code(SOURCE))
    monkeypatch.setattr(metadata, "version", lambda name: "0")
    assert fingerprints([bare], {}, {}, {}, Code(SOURCE)) != one
