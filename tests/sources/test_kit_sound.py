"""What is wrong with a file is named with its place before a loader sees it."""

from __future__ import annotations

import io
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.core.errors import BadEncoding, SourceChanged
from daylight.core.limits import CELL, COLUMNS
from daylight.sources.kit import sound
from daylight.sources.kit.columns import KINDS, Kind, wrong_cell, wrong_column
from daylight.sources.kit.declaration import Written, declaration, source_ids
from daylight.sources.kit.load import delivered, packaged
from daylight.sources.kit.sound import Sound, look_over

WANTED: dict[str, Kind] = {"code": "int16", "value": "number?", "name": "text"}
HEAD = b"code,value,name\n"


def told(content: bytes, name: str = "t.csv") -> str:
    with pytest.raises((BadEncoding, SourceChanged)) as caught:
        look_over("toy", name, content, WANTED, Written())
    return str(caught.value)


def parquet(leave: str = "", **columns: Any) -> bytes:
    out = io.BytesIO()
    whole = pl.DataFrame({"code": [2], "value": [1.5], "name": ["x"]} | columns)
    whole.drop(leave, strict=False).write_parquet(out)
    return out.getvalue()


def test_sound_files_pass() -> None:
    for content in (
        HEAD + b'2,1.5,"a, b"\n200,,c\n',
        b"\xef\xbb\xbf" + HEAD + b"2,1e3,x\n\n",
        HEAD.replace(b"\n", b"\r\n") + "2,1,Côte\r\n".encode(),
        b"name,more,code,value\nx,y,-9,0\n",
    ):
        look_over("toy", "t.csv", content, WANTED, Written())
    look_over("toy", "t.parquet", parquet(), WANTED, Written())
    look_over("toy", "t.parquet", parquet(code=[2.0], value=[None]), WANTED, Written())


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "t.csv is empty"),
        (HEAD, "t.csv has a header and no row"),
        (HEAD + b"\n\n", "t.csv has a header and no row"),
        (b"\n" + HEAD + b"2,1,x\n", "t.csv has no header"),
        (b"\xff\xfec\0", "t.csv is in UTF-16 or UTF-32"),
        (HEAD + b"2,1,a\0b\n", "t.csv, line 2, column 6 has a NUL byte"),
        (HEAD + b"2,1,x\n2,1,\xe9\n", "t.csv, line 3, column 5: byte 0xe9 is not utf-8"),
        (HEAD + b"2,1,x\r2,1,y\n", "t.csv, line 2 has a carriage return without a line feed"),
        (HEAD + b"2,1,x\n\n2,1,y\n", "t.csv, line 3 is empty"),
        (HEAD + b"2,1\n", "t.csv, line 2 has 2 cells where the header has 3"),
        (b"code,value,name,code\n2,1,x,2\n", "t.csv, line 1 has the column 'code' twice"),
        (b"code,worth,name\n2,1,x\n", "t.csv lacks the columns value"),
        (HEAD + b"2,1,x\n1e20,1,x\n", "line 3, column 'code', holds '1e20', which is no whole"),
        (HEAD + b"99999999999999999999,1,x\n", "holds '99999999999999999999', which is no whole"),
        (HEAD + b"32768,1,x\n", "no whole number from -32,768 to 32,767"),
        (HEAD + b"1.5,1,x\n", "holds '1.5', which is no whole"),
        (HEAD + "１２,1,x\n".encode(), "holds '１２', which is no whole"),
        (HEAD + b",1,x\n", "line 2, column 'code', is empty"),
        (HEAD + b"2,nan,x\n", "holds 'nan', which is no finite number"),
        (HEAD + b"2,1e309,x\n", "holds '1e309', which is no finite number"),
        (HEAD + b"2,NA,x\n", "holds 'NA', which is no finite number"),
        (HEAD + b"x" * 200_000 + b",1,x\n", f"line 2 has a cell of more than {CELL:,} characters"),
        (HEAD + b"x" * 100_000 + b",1,x\n", "(100,002 characters), which is no whole"),
        (b"x," * COLUMNS + b"x\n", "t.csv, line 1 has 5,001 columns, at most 5,000 are read"),
    ],
)
def test_a_csv_file_is_refused_with_its_line(content: bytes, says: str) -> None:
    message = told(content)
    assert says in message
    assert message.startswith("toy: t.csv")
    assert len(message) < 320, "a value is cut"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"PAR1", "is no Parquet file, or is damaged"),
        (parquet()[:-9], "is no Parquet file, or is cut short"),
        (parquet(leave="code"), "t.parquet lacks the columns code"),
        (parquet(code=["2"]), "row 1, column 'code', is of type String, where a whole number"),
        (parquet(code=[True]), "is of type Boolean"),
        (parquet(code=[[2]]), "is of type List(Int64)"),
        (parquet(code=[2.5]), "row 1, column 'code', holds 2.5, which is no whole number"),
        (parquet(code=[float("nan")]), "column 'code', is empty"),
        (parquet(code=[None]), "column 'code'"),
        (parquet(code=[1e20]), "holds 1e+20"),
        (parquet(code=[2**62]), f"holds {2**62}"),
        (parquet(value=[float("inf")]), "holds inf, which is no finite number"),
        (parquet(name=[1]), "is of type Int64, where a text is expected"),
    ],
)
def test_a_parquet_file_is_refused_with_its_row(content: bytes, says: str) -> None:
    assert says in told(content, "t.parquet")


def test_values_that_cannot_be_unpacked_are_told_in_a_line() -> None:
    content = bytearray(parquet())
    unread = 0
    for at in range(len(content)):
        content[at] ^= 255
        try:
            look_over("toy", "t.parquet", bytes(content), WANTED, Written())
        except SourceChanged as error:
            unread += "cannot be read as Parquet" in str(error)
            assert "\n" not in str(error)
        content[at] ^= 255
    assert unread > 20


def test_a_parquet_file_may_hold_far_more_than_its_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.BytesIO()
    pl.DataFrame({"code": pl.zeros(3_000_000, pl.Int8, eager=True)}).write_parquet(out)
    monkeypatch.setattr(sound, "CELLS", 2_000_000)
    assert len(out.getvalue()) < 20_000
    assert "has 3,000,000 rows of 1 columns; at most" in told(out.getvalue(), "t.parquet")


@given(st.integers(), st.sampled_from(["int16", "int32"]))
def test_a_whole_number_is_the_same_in_both_formats(number: int, kind: Kind) -> None:
    size = {"int16": 2**15, "int32": 2**31}[kind]
    fits = -size <= number < size
    assert (wrong_cell(kind, str(number)) == "") == fits
    if -(2**63) <= number < 2**63:
        assert (wrong_column(kind, pl.Series([number])) is None) == fits


@given(st.text(max_size=30), st.sampled_from(KINDS))
def test_any_text_in_a_cell_is_fine_or_told_in_a_line(cell: str, kind: Kind) -> None:
    what = wrong_cell(kind, cell)
    assert len(what) < 400
    if not what and cell and kind.startswith(("int", "number")):
        pl.Series([cell]).cast(pl.Float64)


def test_a_table_may_be_in_latin_1_without_a_header_or_with_a_word_for_nothing() -> None:
    latin = Written(encoding="latin-1", empty=("NA",))
    for content in ("2,NA,Côte\n".encode("latin-1"), "2,,Côte\n".encode()):
        look_over("toy", "t.csv", HEAD + content, WANTED, latin)
    bare = Written(header=("code", "value", "name"), empty=(".",))
    look_over("toy", "t.csv", b"\xef\xbb\xbf2,.,x\r\n3,1,y\r\n", WANTED, bare)
    for content, says in (
        (b"2,1,x\n3,x,y\n", "t.csv, line 2, column 'value', holds 'x', which is no finite"),
        (b".,1,x\n", "t.csv, line 1, column 'code', is empty"),
        (b"2,1,x\n2,1\n", "t.csv, line 2 has 2 cells where 3 are expected"),
        (b"\n\n", "t.csv has no row"),
    ):
        with pytest.raises(SourceChanged, match=re.escape(says)):
            look_over("toy", "t.csv", content, WANTED, bare)


def test_a_report_is_read_by_its_loader_and_only_looked_at_for_what_no_text_has() -> None:
    report = Written(report=True)
    look_over("toy", "t.csv", b"Made today\n\na,a\n1\n\xe9,2,3\n", {}, report)
    with pytest.raises(SourceChanged, match="line 2, column 1 has a NUL byte"):
        look_over("toy", "t.csv", b"Made today\n\0", {}, report)


def test_texts_may_be_stored_as_categories_only_where_it_is_said() -> None:
    """A loader that expects texts would hand categories on."""
    for dtype in (pl.Categorical, pl.Enum(["a", "b"])):
        column = pl.Series(["a", None, "b"], dtype=dtype)
        assert wrong_column("category?", column) is None
        assert wrong_column("category", column) == (2, "is empty")
        assert "where a text is expected" in (wrong_column("text?", column) or (0, ""))[1]
    assert wrong_column("category", pl.Series(["a"])) is None
    assert "where a text is expected" in (wrong_column("category", pl.Series([1])) or (0, ""))[1]


@pytest.mark.parametrize(
    ("kind", "values", "says"),
    [
        ("flag", [True, False], ""), ("flag?", [None, True], ""), ("flag?", [None], ""),
        ("flag", [True, None], "is empty"), ("flag", [1], "is of type Int64, where a truth value"),
        ("flag", ["true"], "is of type String"),
    ],
)  # fmt: skip
def test_flags_are_true_or_false(kind: Kind, values: list[object], says: str) -> None:
    found = wrong_column(kind, pl.Series(values))
    assert found is None if not says else says in (found or (0, ""))[1]
    assert not wrong_cell("flag", "true")
    assert wrong_cell("flag", "yes") == "holds 'yes', which is no truth value (true or false)"


@pytest.mark.parametrize(
    ("values", "row"),
    [
        ([date(2000, 1, 1)], 0), ([datetime(2000, 1, 1)], 0), (["2000-02-29"], 0),
        (["2000-01-01", "2001-02-29"], 2), (["2000-1-1"], 1), (["soon"], 1), ([1], 1), ([None], 1),
    ],
)  # fmt: skip
def test_days_are_dates_or_texts_of_them(values: list[object], row: int) -> None:
    found = wrong_column("day", pl.Series(values))
    assert (found[0] if found else 0) == row


def test_a_file_is_looked_over_once_and_only_when_asked_for() -> None:
    class Counting(dict[str, bytes]):
        asked = 0

    files = Sound(declaration("mid"), Counting(a=b"x", b=b""))
    assert list(files) == ["a", "b"]
    assert files["a"] == b"x"
    with pytest.raises(SourceChanged, match="mid: b is empty"):
        files["b"]
    assert files.read() == ["a"]


def test_tables_of_our_own_keep_the_rules() -> None:
    for source in source_ids():
        spec = declaration(source)
        files = Sound(spec, packaged(spec))
        for name in files:
            assert files[name]


@pytest.mark.mirror
def test_the_declared_files_keep_the_rules(mirror: Path) -> None:
    """What is said of columns holds for the very files that the loaders were written for."""
    for source in source_ids():
        spec = declaration(source)
        files = Sound(spec, delivered(spec))
        for name in files:
            assert files[name]


def test_columns_are_said_of_every_table_that_is_declared() -> None:
    for source in source_ids():
        for file in declaration(source).files:
            if file.name.endswith((".csv", ".parquet")) and "yes_no" not in file.name:
                said = file.columns or file.written.report
                assert said, f"{source}: say what the columns of {file.name} hold"
