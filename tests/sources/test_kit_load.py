"""A source from bytes to checked tables: what any fault of a loader turns into."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import polars as pl
import pytest

from daylight.core.errors import BadEncoding, BadInput, FetchFailed, LoaderFault, SourceChanged
from daylight.sources.kit import load as kit
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
    ],
)
def test_an_unexpected_layout_is_a_changed_source(
    toy: Toy, use: Use, function: Callable[..., object]
) -> None:
    use(function)
    with pytest.raises(SourceChanged, match=r"no longer has the declared layout.*version 1\.0"):
        kit.shape(toy(), {})


@pytest.mark.parametrize(
    ("function", "what"),
    [
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


def test_a_promised_table_must_be_made(toy: Toy, use: Use) -> None:
    use(lambda files, log: {"other": pl.DataFrame({"a": [1]})})
    with pytest.raises(SourceChanged, match="toy: the loader made no table t"):
        kit.shape(toy(), {})


def test_a_promise_broken_stops(toy: Toy, use: Use) -> None:
    use(lambda files, log: {"t": pl.DataFrame({"a": [1, 1]})})
    with pytest.raises(SourceChanged, match="repeat the key"):
        kit.shape(toy(), {})
