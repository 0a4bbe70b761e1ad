"""DESTA: parties, entry types, depth of the joined text, and the two hand tables."""

from __future__ import annotations

import zipfile
from importlib import resources
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.desta.sheet import sheet
from daylight.sources.desta.source import (
    COLUMNS,
    DYADS,
    ENDED,
    INDICES,
    REPLACED,
    SHEET,
    WITHDRAWALS,
    shape,
)
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load

SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
Row = tuple[str | None, ...]


def excel(*rows: Row, head: Row = COLUMNS) -> bytes:
    """An Excel file with texts in the shared table and numbers in the cells."""
    texts: list[str] = []

    def cell(column: int, row: int, value: str | None) -> str:
        at = f"{chr(65 + column)}{row}"
        if value is None:
            return f'<c r="{at}"/>'
        if value.isdecimal():
            return f'<c r="{at}"><v>{value}</v></c>'
        texts.append(value)
        return f'<c r="{at}" t="s"><v>{len(texts) - 1}</v></c>'

    body = "".join(
        f'<row r="{k}">' + "".join(cell(c, k, v) for c, v in enumerate(row)) + "</row>"
        for k, row in enumerate((head, *rows), 1)
    )
    shared = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as book:
        book.writestr(
            zipfile.ZipInfo(SHEET),
            f'<worksheet xmlns="{SPACE}"><sheetData>{body}</sheetData></worksheet>',
        )
        strings = zipfile.ZipInfo("xl/sharedStrings.xml")  # without the time of day
        book.writestr(strings, f'<sst xmlns="{SPACE}">{shared}</sst>')
    return out.getvalue()


def dyad(one: str, two: str, number: str, start: str | None, kind: str = "base_treaty") -> Row:
    base = number.split("+")[0].rstrip("a")
    return (one, two, number, base, f"Agreement {number}", kind, "2000", start)


BASE = dyad("Russia", "Iran", "1", "2001")
LEFT = ("Russia", "Iran", "1_1", "1", "Agreement withdrawal", "withdrawal", "2010", None)


def files(
    *dyads: Row,
    left: tuple[Row, ...] = (LEFT,),
    depths: str = "1,3\n",
    replaced: str = "",
    ended: str = "",
) -> dict[str, bytes]:
    return {
        DYADS: excel(*dyads),
        WITHDRAWALS: excel(*left),
        INDICES: b"number,depth_index\n" + depths.encode(),
        REPLACED: b"base,by,citation\n" + replaced.encode(),
        ENDED: b"base,cow,partner,year,citation\n" + ended.encode(),
    }


def test_parties_are_ordered_and_an_accession_has_the_depth_of_what_it_joins() -> None:
    joined = dyad("Russia", "Armenia", "1+1", "2005", "accession")
    got = shape(files(BASE, joined), IssueLog("desta"))["dyads"]
    assert got.select("a", "b", "start", "depth").rows() == [
        (365, 630, 2001, 3),
        (365, 371, 2005, 3),
    ]


def test_a_later_text_has_its_own_depth_and_an_uncoded_one_none() -> None:
    again = dyad("Russia", "Iran", "1a", "2008", "consolidated")
    other = dyad("Russia", "Iran", "2", "2009")
    got = shape(files(BASE, again, other, depths="1,3\n1a,6\n"), IssueLog("desta"))["dyads"]
    assert dict(got.select("number", "depth").rows()) == {"1": 3, "1a": 6, "2": None}


def test_no_year_of_entry_into_force_is_not_in_force() -> None:
    log = IssueLog("desta")
    got = shape(files(BASE, dyad("Russia", "Cuba", "2", None)), log)["dyads"]
    assert len(got) == 1
    assert [i.rows for i in log.issues if "without a year" in i.text] == [1]


def test_places_outside_the_system_are_counted_and_unknown_ones_stop() -> None:
    log = IssueLog("desta")
    got = shape(files(BASE, dyad("Russia", "Faroe Islands", "2", "2001")), log)["dyads"]
    assert len(got) == 1
    assert log.issues[0].rows == 1
    with pytest.raises(SourceChanged, match="Ruritania"):
        shape(files(dyad("Russia", "Ruritania", "1", "2001")), IssueLog("desta"))


def test_east_germany_is_read_where_it_is_meant() -> None:
    east = dyad("Finland", "Germany", "446", "1975")
    got = shape(files(BASE, east), IssueLog("desta"))["dyads"]
    assert got.filter(pl.col("number") == "446").select("a", "b").row(0) == (265, 375)


def test_a_withdrawal_without_a_year_in_force_has_its_own() -> None:
    got = shape(files(BASE), IssueLog("desta"))["withdrawals"]
    assert got.rows() == [(365, 630, "1", 2010)]


def test_new_entry_types_and_impossible_depths_stop() -> None:
    with pytest.raises(SourceChanged, match="rumour"):
        shape(files(dyad("Russia", "Iran", "1", "2001", "rumour")), IssueLog("desta"))
    with pytest.raises(SourceChanged, match="not 0 to 7"):
        shape(files(BASE, depths="1,8\n"), IssueLog("desta"))


def test_hand_tables_name_only_agreements_that_are_there_and_why() -> None:
    good = shape(
        files(BASE, dyad("Russia", "Iran", "2", "2005"), replaced="1,2,why\n"), IssueLog("d")
    )
    assert good["replaced"].rows() == [("1", "2", "why")]
    with pytest.raises(SourceChanged, match="'9'"):
        shape(files(BASE, replaced="1,9,why\n"), IssueLog("desta"))
    with pytest.raises(SourceChanged, match="citation"):
        shape(files(BASE, ended="1,365,,2012,\n"), IssueLog("desta"))


def test_a_sheet_without_a_column_or_no_excel_file_stops() -> None:
    with pytest.raises(SourceChanged, match="one column depth"):
        sheet(excel(("a",), head=("name",)), SHEET, ("name", "depth"))
    with pytest.raises(SourceChanged, match="cannot be read"):
        sheet(b"no zip", SHEET, ("name",))


def test_the_reasons_of_the_hand_tables_are_there() -> None:
    for name in (REPLACED, ENDED):
        text = resources.files("daylight.sources.desta").joinpath(name).read_bytes()
        table = pl.read_csv(BytesIO(text), infer_schema=False)
        assert table["citation"].str.len_chars().min() >= 20


@pytest.mark.mirror
def test_published_rows(mirror: Path) -> None:
    tables = load("desta").tables
    dyads = tables["dyads"]
    union = dyads.filter(pl.col("number") == "1040")
    assert set(union.select("a", "b", "start").rows()) == {
        (365, 370, 2015), (365, 705, 2015), (370, 705, 2015),
    }  # fmt: skip
    assert union["depth"].null_count() == 3
    iran = dyads.filter(pl.col("number") == "995").select("a", "b", "start").rows()
    assert (365, 630, 2019) in iran
    assert dyads.filter(pl.col("number") == "1", pl.col("a") == 700)["depth"].item() == 1
    assert (200, 220, "324", 2020) in tables["withdrawals"].rows()
