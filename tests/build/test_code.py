"""Which files a module rests on, in made-up packages: imports of every form, and data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from daylight.build.code import Code
from daylight.build.text import read


def toy(folder: Path, files: Mapping[str, str]) -> Code:
    """Return a package with these modules."""
    for name, text in files.items():
        path = folder / "daylight" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    for inner in (folder / "daylight", *(folder / "daylight").rglob("*")):
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


def test_a_name_that_a_package_passes_on_counts_where_it_is_defined(
    tmp_path: Path,
) -> None:
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


def test_a_name_that_a_package_changes_is_its_own(tmp_path: Path) -> None:
    code = toy(
        tmp_path,
        {
            "a/one": "from daylight.b import x",
            "a/two": "from daylight.b import y",
            "a/three": "from daylight.b import w",
            "b/__init__": "from .two import x\nfrom .three import z as y\nx = 2 * x\n"
            "try:\n    from .two import w\nexcept ImportError:\n    from .three import w",
            "b/two": "x = w = 1",
            "b/three": "z = w = 1",
        },
    )
    found = {m: names(code.imports(f"daylight.a.{m}")) for m in ("one", "two", "three")}
    assert found == {"one": {"b"}, "two": {"b.three"}, "three": {"b"}}


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


def test_a_file_of_any_kind_counts_however_it_is_named(tmp_path: Path) -> None:
    code = toy(
        tmp_path,
        {
            "a/full": 'FILE = "data/x.csv"',
            "a/part": 'def path(n): return f"{n}_v2.csv"',
            "a/kind": 'KIND = "*.txt"',
            "a/place": "from importlib import resources\nF = resources.files(__package__)",
            "b/other": 'FILE = "data/x.csv"',
            "b/folder": 'FOLDER = "daylight.a.data"',
            "b/taken": "from pathlib import Path\nfrom daylight import a\nF = Path(a.__file__)",
            "b/alone": 'WORD = "csv"',
        },
    )
    folder = tmp_path / "daylight" / "a"
    (folder / "data").mkdir()
    for name in ("data/x.csv", "y_v2.CSV", "z.txt", "w.json", "v.parquet", "README.md"):
        (folder / name).write_text("", "utf-8")
    (tmp_path / "daylight" / "store" / "embedded").mkdir(parents=True)
    (tmp_path / "daylight" / "store" / "embedded" / "x.csv").write_text("", "utf-8")
    every = {"x.csv", "y_v2.CSV", "z.txt", "w.json", "v.parquet"}
    expected = {
        "a.full": {"x.csv"},
        "a.part": {"x.csv", "y_v2.CSV"},
        "a.kind": {"z.txt"},
        "a.place": every,
        "b.other": {"x.csv"},
        "b.folder": {"x.csv"},
        "b.taken": every,
        "b.alone": set(),
    }
    assert {m: {path.name for path in code.data(f"daylight.{m}")} for m in expected} == expected


def test_a_name_counts_beside_the_module_before_it_counts_elsewhere(tmp_path: Path) -> None:
    code = toy(tmp_path, {"a/one": 'FILE = "x.csv"', "b/two": ""})
    for name in ("a", "b"):
        (tmp_path / "daylight" / name / "x.csv").write_text("", "utf-8")
    assert [path.parent.name for path in code.data("daylight.a.one")] == ["a"]


@pytest.mark.parametrize(
    "text",
    [
        'REFERENCE = "daylight.b.two:x"',
        'import importlib\nm = importlib.import_module("daylight.b.two")',
        'import importlib as il\nm = il.import_module("daylight.b.two")',
        'from importlib import import_module as im\nm = im("daylight.b.two")',
        'm = __import__("daylight.b.two")',
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import json\n"
        "else:\n    from daylight.b import two",
    ],
)
def test_a_module_named_in_the_text_counts(tmp_path: Path, text: str) -> None:
    code = toy(tmp_path, {"a/one": text, "b/two": "x = 1"})
    assert names(code.closure(["daylight.a.one"])) == {"a.one", "b.two"}
    assert not code.text("daylight.a.one").loads_by_name


@pytest.mark.parametrize(
    "text",
    [
        "import importlib\nm = importlib.import_module(name)",
        "import importlib as il\nm = il.import_module(name)",
        "from importlib import import_module as im\nm = im(name)",
        "import importlib\nload = importlib.import_module",
        'import importlib\nm = getattr(importlib, "import_module")(name)',
        'import importlib\nm = importlib.import_module(".two", name)',
        "import builtins\nm = builtins.__import__(name)",
        "import runpy\nm = runpy.run_path(name)",
    ],
)
def test_a_module_whose_name_is_not_in_the_text_is_seen(text: str) -> None:
    assert read(text).loads_by_name


def test_the_packages_above_a_module_count_and_what_they_import_does_not(tmp_path: Path) -> None:
    code = toy(
        tmp_path,
        {
            "a/__init__": "from daylight.b import two",
            "a/inner/one": "",
            "b/two": "",
        },
    )
    files = {
        path.relative_to(code.root).as_posix() for path in code.files(["daylight.a.inner.one"])
    }
    assert files == {"__init__.py", "a/__init__.py", "a/inner/__init__.py", "a/inner/one.py"}


def test_two_packages_that_pass_on_each_others_name_are_read_once(tmp_path: Path) -> None:
    code = toy(
        tmp_path,
        {
            "a/__init__": "from daylight.b import x",
            "b/__init__": "from daylight.a import x",
            "c/one": "from daylight.a import x",
        },
    )
    reached = names(code.closure(["daylight.c.one"]))
    assert {"c.one"} < reached <= {"c.one", "a", "b"}
    files = {path.parent.name for path in code.files(["daylight.c.one"])}
    assert files == {"daylight", "a", "b", "c"}


def test_libraries_are_those_that_modules_import_and_not_those_of_python(tmp_path: Path) -> None:
    code = toy(tmp_path, {"a/one": "import json\nimport yaml.nodes\nfrom nowhere import x"})
    found = [line.split()[0] for line in code.libraries(["daylight.a.one"])]
    assert found == ["PyYAML", "nowhere"]
