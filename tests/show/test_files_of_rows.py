"""Files for Stata, SPSS, Excel and Parquet: labels, codes and notes come back, names are told."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.core.errors import BadInput, MissingExtra
from daylight.core.status import STATUSES
from daylight.show.about import NAME, About
from daylight.show.frames import dump, write
from daylight.show.names import SPSS, STATA, Rules, changed, fitted
from daylight.show.short import shortest
from daylight.show.workbook import ROWS

LONG = "alliance_obligation_narrow_status"
FRAME = pl.DataFrame(
    {
        "a": ["USA", "Åland"],
        "year": pl.Series([1990, 1991], dtype=pl.Int16),
        "value": [0.25, None],
        LONG: ["observed", "outside_coverage"],
        "=x": ["=1+1", "http://example.org"],
    }
)
UNIT = "share of something that takes very many words to say, " * 2
ABOUT = About(
    title="A test",
    labels={"value": f"Value ({UNIT})", "year": "Calendar year"},
    codes={LONG: STATUSES},
    notes=("Daylight 0, atlas 123.", "Source: Åström 2000, Journal of Tests 1:1-2."),
)


@pytest.fixture
def path(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A file of the rows, of the kind that the test names."""
    made = tmp_path / f"rows.{request.param}"
    write(FRAME, str(made), None, ABOUT)
    return made


@pytest.mark.parametrize("path", ["dta"], indirect=True)
def test_stata_has_labels_codes_and_notes(path: Path) -> None:
    pyreadstat = pytest.importorskip("pyreadstat")
    rows, meta = pyreadstat.read_dta(str(path))
    short = "alliance_obligatio_narrow_status"
    assert rows.columns.tolist() == ["a", "year", "value", short, "_x"]
    assert rows["a"].tolist() == ["USA", "Åland"]
    assert rows[short].tolist() == [0, 3]
    assert meta.variable_value_labels[short] == dict(enumerate(STATUSES))
    assert meta.file_label == "A test"
    assert meta.column_names_to_labels["year"] == "Calendar year"
    assert len(meta.column_names_to_labels["value"]) == 80
    assert meta.column_names_to_labels["value"].endswith("...")
    assert f"{short} is the column {LONG}." in meta.notes
    assert set(ABOUT.notes) <= set(meta.notes)


@pytest.mark.parametrize("path", ["dta"], indirect=True)
def test_pandas_reads_what_has_notes(path: Path) -> None:
    """The map of the file was moved with its parts."""
    pandas = pytest.importorskip("pandas")
    rows = pandas.read_stata(path)
    assert rows.iloc[:, 3].tolist() == ["observed", "outside_coverage"]
    assert rows["value"].isna().tolist() == [False, True]
    with pandas.io.stata.StataReader(path) as reader:
        assert reader.variable_labels()["year"] == "Calendar year"
        assert reader.value_labels()


@pytest.mark.parametrize("path", ["sav"], indirect=True)
def test_spss_has_labels_codes_and_notes(path: Path) -> None:
    pyreadstat = pytest.importorskip("pyreadstat")
    rows, meta = pyreadstat.read_sav(str(path))
    assert rows.columns.tolist() == ["a", "year", "value", LONG, "v_x"]
    assert rows["value"].isna().tolist() == [False, True]
    assert meta.variable_value_labels[LONG] == dict(enumerate(STATUSES))
    assert meta.column_names_to_labels["value"] == f"Value ({UNIT})"
    assert meta.notes[:2] == ["v_x is the column =x.", ABOUT.notes[0]]


@pytest.mark.parametrize("path", ["xlsx"], indirect=True)
def test_a_workbook_has_the_rows_and_what_stands_behind_them(path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["data", "about"]
    rows = list(book["data"].values)
    assert rows[0] == tuple(FRAME.columns)
    assert rows[1:] == FRAME.rows(), "a text that looks like a formula stays a text"
    assert book["data"]["B2"].number_format == "0", "a year is no amount"
    assert ("note", ABOUT.notes[0]) in list(book["about"].values)
    assert ("year", "Calendar year") in list(book["about"].values)


@pytest.mark.parametrize("path", ["parquet"], indirect=True)
def test_parquet_has_what_is_known_of_it(path: Path) -> None:
    kept = json.loads(pl.read_parquet_metadata(path)[NAME])
    assert kept["columns"] == ABOUT.labels
    assert kept["notes"] == list(ABOUT.notes)
    assert kept["codes"] == {LONG: list(STATUSES)}
    assert pl.read_parquet(path).equals(FRAME)


@pytest.mark.parametrize(("kind", "library"), [("xlsx", "xlsxwriter"), ("sav", "pyreadstat")])
def test_without_the_extra_the_error_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, kind: str, library: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtra, match=r"pip install '.\[tables\]'") as caught:
        dump(FRAME, io.BytesIO(), kind)
    assert "\n" not in str(caught.value)


def test_more_rows_than_a_sheet_holds_are_refused() -> None:
    pytest.importorskip("xlsxwriter")
    with pytest.raises(BadInput, match="csv or parquet"):
        dump(pl.DataFrame({"x": [0] * (ROWS + 1)}), io.BytesIO(), "xlsx")


@pytest.mark.parametrize("kind", ["dta", "sav"])
def test_what_a_program_cannot_hold_names_the_program(kind: str) -> None:
    pytest.importorskip("pyreadstat")
    program = {"dta": "Stata", "sav": "SPSS"}[kind]
    with pytest.raises(BadInput, match=f"which {program} cannot hold"):
        dump(pl.DataFrame({"x": [float("inf")]}), io.BytesIO(), kind)


@given(
    st.lists(st.text("aAbc_1é =", max_size=40), max_size=8, unique=True),
    st.sampled_from([STATA, SPSS]),
)
def test_names_fit_are_distinct_and_only_odd_ones_change(names: list[str], rules: Rules) -> None:
    made = fitted(names, rules)
    assert list(made) == names
    folded = [name.lower() if rules.folds else name for name in made.values()]
    assert len(set(folded)) == len(folded)
    for name in made.values():
        assert 1 <= len(name) <= rules.longest
        assert name.isascii()
        assert name.replace("_", "").isalnum() or set(name) == {"_"}
        assert not name[0].isdigit()
    assert len(changed(made)) == sum(old != new for old, new in made.items())


def test_words_of_a_program_are_no_names() -> None:
    assert list(fitted(["int", "str12", "year"], STATA).values()) == ["int_", "str12_", "year"]


@given(st.text("aé ", max_size=300))
@settings(max_examples=10)
def test_notes_of_spss_hold_letters_of_more_bytes(text: str) -> None:
    pytest.importorskip("pyreadstat")
    dump(FRAME, io.BytesIO(), "sav", About(notes=(text,)))


def test_a_number_of_32_bits_is_as_short_as_it_was() -> None:
    frame = pl.DataFrame({"x": pl.Series([0.61, 0.5, None, 1e-5], dtype=pl.Float32)})
    wide = frame.cast(pl.Float64)
    assert "0.6100000143051147" in wide.write_csv()
    assert shortest(wide)["x"].to_list() == [0.61, 0.5, None, 1e-5]
    handle = io.BytesIO()
    dump(wide, handle, "csv")
    assert handle.getvalue() == b'x\n0.61\n0.5\n""\n0.00001\n'


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1))
def test_a_number_of_64_bits_is_not_touched(numbers: list[float]) -> None:
    frame = pl.DataFrame({"x": numbers})
    for old, new in zip(numbers, shortest(frame)["x"].to_list(), strict=True):
        assert new == pytest.approx(old, rel=1e-7)
        assert new == old or len(repr(new)) < len(repr(old))


def test_a_number_that_32_bits_hold_by_chance_is_not_touched() -> None:
    frame = pl.DataFrame({"x": [123456.78125, 3.0, 16777216.5]})
    assert shortest(frame).equals(frame)
