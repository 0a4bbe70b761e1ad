"""Frames in files and in other libraries: the same rows come back, or nothing is left behind."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import BadInput, CannotWrite, MissingExtra
from daylight.panel.panel import dyads
from daylight.show.frames import FORMATS, dump, write
from daylight.show.libraries import to_arrow, to_pandas
from daylight.store.atlas import Atlas

FRAME = pl.DataFrame({"a": ["USA", "CAN"], "year": [1990, 1991], "value": [0.25, None]})


@pytest.mark.parametrize("kind", FORMATS)
def test_each_format_gives_back_what_went_in(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"frame.{kind}"
    write(FRAME, str(path))
    if kind in ("dta", "sav", "xlsx"):
        pandas = pytest.importorskip("pandas")
        read = {"dta": pandas.read_stata, "sav": pandas.read_spss, "xlsx": pandas.read_excel}[kind]
        found = pl.DataFrame(read(path).to_dict("list")).fill_nan(None)
    else:
        reads = {"csv": pl.read_csv, "parquet": pl.read_parquet, "json": pl.read_json}
        found = reads[kind](path)
    assert found.rows() == FRAME.rows()
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_a_panel_writes_itself(small: Atlas, tmp_path: Path) -> None:
    plan = dyads(1990, 1990, atlas=small).add("rivalry")
    plan.write(str(tmp_path / "panel.parquet"))
    assert pl.read_parquet(tmp_path / "panel.parquet").equals(plan.to_polars())


def test_the_format_may_differ_from_the_ending(tmp_path: Path) -> None:
    write(FRAME, str(tmp_path / "frame.txt"), "csv")
    assert pl.read_csv(tmp_path / "frame.txt").rows() == FRAME.rows()


@pytest.mark.parametrize("name", ["frame.xls", "frame"])
def test_an_unknown_ending_is_refused_before_a_file_is_made(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInput, match="csv, parquet, dta, json, xlsx, sav"):
        write(FRAME, str(tmp_path / name))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        write(FRAME, str(tmp_path / "none" / "frame.csv"))


def test_what_csv_cannot_hold_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="use json or parquet"):
        write(pl.DataFrame({"a": [[1, 2]]}), str(tmp_path / "frame.csv"))
    assert list(tmp_path.iterdir()) == []
    handle = io.BytesIO()
    dump(pl.DataFrame({"a": [[1, 2]]}), handle, "json")
    assert handle.getvalue() == b'[{"a":[1,2]}]'


def test_other_libraries_get_the_same_rows() -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    assert to_pandas(FRAME)["year"].tolist() == [1990, 1991]
    assert to_arrow(FRAME)["a"].to_pylist() == ["USA", "CAN"]


@pytest.mark.parametrize("ask", [to_pandas, to_arrow])
def test_without_them_the_error_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, ask: object
) -> None:
    for name in ("pandas", "pyarrow"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingExtra, match=r"pip install '.\[frames\]'"):
        ask(FRAME)  # type: ignore[operator]
