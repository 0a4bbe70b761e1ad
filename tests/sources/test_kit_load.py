"""A source from bytes to checked tables: what any fault of a loader turns into."""

from __future__ import annotations

import struct
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import polars as pl
import pytest

from daylight.core.errors import (
    BadEncoding,
    BadInput,
    FetchFailed,
    LoaderFault,
    SourceChanged,
    UnknownState,
)
from daylight.sources.kit import load as kit
from daylight.sources.kit.corrections import Correction
from daylight.sources.kit.declaration import Declaration

BYTES = b"a,b,year\n2,200,1990\n"
Toy = Callable[..., Declaration]
Use = Callable[[Callable[..., object]], None]


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch, toy: Toy) -> Use:
    """Put a loader in the place of the toy source's own, which has no folder."""
    monkeypatch.setattr(kit, "declaration", lambda name: toy(by_hand="Ask."))
    monkeypatch.setattr(kit, "corrections", lambda name: [])

    def install(function: Callable[..., object]) -> None:
        module = ModuleType("source")
        module.shape = function  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "daylight.sources.toy", ModuleType("toy"))
        monkeypatch.setitem(sys.modules, "daylight.sources.toy.source", module)

    return install


def test_the_steps_run_in_order(off_the_mirror: Path, use: Use) -> None:
    use(lambda files, log: {"t": pl.read_csv(files["toy.csv"])})
    with pytest.raises(FetchFailed, match="Ask"):
        kit.load("toy")
    off_the_mirror.mkdir()
    (off_the_mirror / "toy.csv").write_bytes(BYTES[:-4])
    with pytest.raises(FetchFailed, match="truncated"):
        kit.load("toy")
    (off_the_mirror / "toy.csv").write_bytes(BYTES)
    loaded = kit.load("toy")
    assert loaded.tables["t"].rows() == [(2, 200, 1990)]
    assert loaded.declaration.id == "toy"


ODD = (
    zipfile.BadZipFile("File is not a zip file"),
    ElementTree.ParseError("no element found"),
    StopIteration(),
    AssertionError(),
    RuntimeError("no"),
    EOFError(),
    OSError("no"),
    ImportError("no module"),
    struct.error("unpack"),
)
"""Errors that have no parent in common but the one of all."""


def raising(error: Exception) -> Callable[..., object]:
    """Return a loader that meets this."""

    def function(files: object, log: object) -> None:
        raise error

    return function


def bad_bytes(files: object, log: object) -> None:
    b"caf\xe9".decode("utf-8")


def test_a_file_in_another_encoding_says_where(toy: Toy, use: Use) -> None:
    use(bad_bytes)
    with pytest.raises(BadEncoding, match="not utf-8: byte 0xe9 at position 3"):
        kit.shape(toy(), {})


@pytest.mark.parametrize(
    "function",
    [
        lambda files, log: files["other.csv"],
        lambda files, log: {"t": pl.DataFrame({"b": [1]}).select("a")},
        lambda files, log: {"t": int("many")},
        *(raising(error) for error in ODD if not isinstance(error, kit.BUGS)),
    ],
)
def test_an_unexpected_layout_is_a_changed_source(
    toy: Toy, use: Use, function: Callable[..., object]
) -> None:
    use(function)
    with pytest.raises(SourceChanged, match=r"no longer has the declared layout.*version 1\.0"):
        kit.shape(toy(), {})


@pytest.mark.parametrize(
    "function",
    [
        lambda files, log: None,
        lambda files, log: {"t": None},
        lambda files, log: log.nothing,
        lambda files, log: sorted(["a", None]),
        *(raising(error) for error in ODD if isinstance(error, kit.BUGS)),
        raising(RecursionError("deep")),
    ],
)
def test_a_bug_of_the_loader_is_no_changed_source(
    toy: Toy, use: Use, function: Callable[..., object]
) -> None:
    use(function)
    with pytest.raises(LoaderFault, match=r"toy: the loader failed on .*fault of Daylight"):
        kit.shape(toy(), {})


def test_an_error_of_another_kind_is_one_of_the_file(toy: Toy, use: Use) -> None:
    use(raising(UnknownState("No state has the number 999.")))
    with pytest.raises(SourceChanged, match=r"toy: a file: No state has the number 999"):
        kit.shape(toy(), {})
    with pytest.raises(LoaderFault, match="No state has the number 999"):
        kit.shape(toy(), {}, as_declared=True)


@pytest.mark.parametrize(
    ("function", "what"),
    [
        *((raising(error), type(error).__name__) for error in ODD),
        (lambda files, log: files["other.csv"], "KeyError: 'other.csv'"),
        (lambda files, log: {"t": pl.DataFrame({"b": [1]}).select("a")}, "ColumnNotFoundError"),
        (lambda files, log: {"t": int("many")}, "ValueError: invalid literal"),
        (lambda files, log: log.nothing, "AttributeError"),
        (bad_bytes, "UnicodeDecodeError"),
    ],
)
def test_a_loader_that_fails_on_declared_bytes_is_our_fault(
    off_the_mirror: Path, use: Use, function: Callable[..., object], what: str
) -> None:
    use(function)
    off_the_mirror.mkdir()
    (off_the_mirror / "toy.csv").write_bytes(BYTES)
    with pytest.raises(LoaderFault, match=what) as caught:
        kit.load("toy")
    assert "as declared for version 1.0, so this is a fault of Daylight" in str(caught.value)
    assert "DAYLIGHT_DEBUG=1" in str(caught.value)
    assert caught.value.exit_code == 19
    assert isinstance(caught.value.__cause__, Exception), "the trace shows where it failed"


def test_a_file_of_the_users_own_may_well_have_another_layout(
    toy: Toy, use: Use, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(lambda files, log: {"t": pl.read_csv(files["export.csv"]).select("a", "missing")})
    theirs = toy().model_copy(update={"supplied": "Export it.", "files": ()})
    monkeypatch.setattr(kit, "declaration", lambda name: theirs)
    (tmp_path / "export.csv").write_bytes(BYTES)
    with pytest.raises(SourceChanged, match="no longer has the declared layout"):
        kit.load_supplied("toy", tmp_path / "export.csv")


def test_a_loader_that_names_a_change_itself_is_believed(off_the_mirror: Path, use: Use) -> None:
    def changed(files: object, log: object) -> None:
        raise SourceChanged("toy: a new label")

    use(changed)
    off_the_mirror.mkdir()
    (off_the_mirror / "toy.csv").write_bytes(BYTES)
    with pytest.raises(SourceChanged, match="a new label"):
        kit.load("toy")


def test_only_a_source_that_users_supply_takes_a_file_of_theirs(toy: Toy) -> None:
    theirs = toy().model_copy(update={"supplied": "Export it."})
    assert kit.how_supplied(theirs) == "Export it."
    with pytest.raises(BadInput, match="toy is not read from a file of your own"):
        kit.how_supplied(toy())


UNLIKE = [
    (lambda files, log: {"other": pl.DataFrame({"a": [1]})}, "toy: the loader made no table t"),
    (lambda files, log: {"t": pl.DataFrame({"a": [1, 1]})}, "toy, table t: 1 rows repeat the key"),
    (lambda files, log: {"t": pl.DataFrame({"b": [1]})}, "toy, table t: columns missing: a"),
    (lambda files, log: {"t": pl.DataFrame(schema=["a"])}, "toy, table t: 0 rows, at least 1"),
]
"""Loaders that make something else than is promised."""


@pytest.mark.parametrize(("function", "what"), UNLIKE)
def test_a_promise_broken_with_other_bytes_is_a_changed_source(
    toy: Toy, use: Use, function: Callable[..., object], what: str
) -> None:
    use(function)
    with pytest.raises(SourceChanged, match=what):
        kit.shape(toy(), {})


@pytest.mark.parametrize(("function", "what"), UNLIKE)
def test_a_promise_broken_with_declared_bytes_is_our_fault(
    toy: Toy, use: Use, function: Callable[..., object], what: str
) -> None:
    use(function)
    with pytest.raises(LoaderFault, match=rf"the loader failed \({what}") as caught:
        kit.shape(toy(), {}, as_declared=True)
    assert "Check the source" not in str(caught.value)
    assert "mend it" not in str(caught.value)


def test_a_correction_that_does_not_fit_declared_bytes_is_our_fault(
    toy: Toy, use: Use, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(lambda files, log: {"t": pl.DataFrame({"a": [1]})})
    fix = Correction(
        table="t", where={}, column="a", expect=2, set=3, rows=1, reason="r", evidence="e"
    )
    monkeypatch.setattr(kit, "corrections", lambda name: [fix])
    with pytest.raises(SourceChanged, match="may have been mended"):
        kit.shape(toy(), {})
    with pytest.raises(LoaderFault, match=r"expects 1 rows with 2 and found 0\)\. The files"):
        kit.shape(toy(), {}, as_declared=True)


@pytest.mark.parametrize("as_declared", [True, False])
def test_a_loader_that_cannot_be_imported_is_our_fault_with_any_file(
    toy: Toy, as_declared: bool
) -> None:
    with pytest.raises(LoaderFault, match=r"cannot be used \(ModuleNotFoundError"):
        kit.shape(toy(), {}, as_declared=as_declared)


def test_a_table_of_our_own_that_is_not_there_is_our_fault(toy: Toy) -> None:
    spec = toy().model_copy(update={"packaged": ("names.csv",)})
    with pytest.raises(LoaderFault, match="FileNotFoundError"):
        kit.packaged(spec)


def test_too_little_memory_is_nobodys_fault(toy: Toy, use: Use) -> None:
    use(raising(MemoryError()))
    with pytest.raises(MemoryError):
        kit.shape(toy(), {}, as_declared=True)
