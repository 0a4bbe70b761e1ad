"""SIPRI's register from a user's export: two layouts, broken lines, who is a state, and until when.

All rows are invented; those of the producer may not be passed on.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.core.errors import SourceChanged
from daylight.sources.kit.declaration import declaration
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Loaded, load_supplied
from daylight.sources.kit.load import shape as checked
from daylight.sources.sipri_arms.preamble import Preamble, covered
from daylight.sources.sipri_arms.read import DELIVERIES, ORDERS, read_register, rejoined
from daylight.sources.sipri_arms.source import shape

ORDER = ("Iran", "Soviet Union", "1988", "", "2", "", "X-1", "invented", "2", "", "1990", "New", "")
DELIVERY = ("1", "Russia", "Iran", "X-1", "invented", "Ships", "2000", "No", "2", "No")


def order(to: str, by: str, years: str, tiv: str, comment: str = "") -> str:
    return ",".join([to, by, *ORDER[2:10], years, "New", comment, "1", "2", tiv])


def delivery(to: str, by: str, year: int, tiv: float) -> str:
    cells = ["1", by, to, *DELIVERY[3:], str(year), "No", "New", "1", "1", str(tiv), "No"]
    return ",".join(cells)


def export(
    *lines: str,
    head: tuple[str, ...] = ORDERS,
    to: str = "All countries",
    by: str = "All countries",
    span: str = "'Not specified' to 'Not specified'",
    made: str = "2 Jun 2021",
    coding: str = "latin-1",
) -> bytes:
    top = [
        f"Transfers of major conventional arms from {by}  to {to} . Deals with deliveries made for "
        f"the year range {span} ",
        "Figures may not add up; see <https://example.org/>, which is invented.",
        "",
        f"Data generated: {made} 10:02:49 AM",
        ",".join(head),
    ]
    return "\r\n".join([*top, *lines, ""]).encode(coding)


def loaded(content: bytes) -> Loaded:
    return checked(declaration("sipri_arms"), {"mine.csv": content})


def volumes(content: bytes) -> dict[tuple[int, int, int], float]:
    rows = loaded(content).tables["deliveries"].iter_rows()
    return {(to, by, year): tiv for to, by, year, tiv in rows}


def test_an_order_is_split_evenly_over_its_years() -> None:
    got = volumes(export(order("Iran", "Soviet Union", "1990; 1991; 1993", "30")))
    assert got == {(630, 365, 1990): 10.0, (630, 365, 1991): 10.0, (630, 365, 1993): 10.0}


@given(st.lists(st.integers(1950, 2020), min_size=1, max_size=12, unique=True), st.integers(1, 900))
def test_splitting_keeps_the_volume(years: list[int], tiv: int) -> None:
    row = order("India", "Russia", "; ".join(map(str, years)), str(tiv))
    got = volumes(export(row))
    assert sum(got.values()) == pytest.approx(tiv)
    assert len(got) == len(years)


def test_the_newer_layout_has_the_years_itself() -> None:
    rows = (delivery("Iran", "Russia", 2010, 2.5), delivery("Iran", "Russia", 2010, 1.5))
    content = export(*rows, delivery("Iran", "Russia", 2012, 8), head=DELIVERIES)
    assert volumes(content) == {(630, 365, 2010): 4.0, (630, 365, 2012): 8.0}
    assert loaded(content).tables["export"]["layout"].item() == "deliveries"


def test_lines_broken_in_the_comment_are_put_together() -> None:
    whole = order("Iran", "Russia", "2001", "7", "for 3 ships of an invented class")
    start, end = whole.split(" of an ")
    assert volumes(export(start, end)) == volumes(export(whole)) == {(630, 365, 2001): 7.0}
    ((line, row),) = rejoined([(7, start.split(",")), (8, end.split(","))], len(ORDERS))
    assert line == 8
    assert row[12] == "for 3 ships invented class"
    comments = [*start.split(",")[:12], "for 3"]
    thrice = (",".join(comments), "ships", "of a class,1,2,7")
    assert volumes(export(*thrice)) == {(630, 365, 2001): 7.0}


def test_a_line_too_long_or_cut_off_stops() -> None:
    row = order("Iran", "Russia", "2001", "7")
    with pytest.raises(SourceChanged, match="17 cells where 16"):
        volumes(export(row + ",more"))
    with pytest.raises(SourceChanged, match="is cut off"):
        volumes(export(row, "Iran,Russia,2003"))


def test_orders_without_deliveries_are_no_imports() -> None:
    content = export(order("Iran", "Russia", "", ""), order("Iran", "Russia", "2001", "7"))
    assert volumes(content) == {(630, 365, 2001): 7.0}
    assert len(read_register(content).entries) == 2


@pytest.mark.parametrize(
    ("row", "match"),
    [
        (order("Iran", "Russia", "2001; soon", "7"), "year of delivery"),
        (order("Iran", "Russia", "2001", "much"), "for a volume"),
        (order("Iran", "Russia", "2001", "-7"), "a volume of -7"),
        (order("Iran", "Russia", "2001", "nan"), "'nan' for a volume"),
        (order("Iran", "Russia", "", "7"), "no year of delivery"),
        (order("Iran", "Atlantis", "2001", "7"), "Atlantis"),
    ],
)
def test_what_cannot_be_read_stops(row: str, match: str) -> None:
    with pytest.raises(SourceChanged, match=match):
        volumes(export(row))


def test_both_encodings_are_read() -> None:
    row = order("Turkiye", "Germany", "2001", "7", "Blücher")
    for coding in ("latin-1", "utf-8", "utf-8-sig"):
        assert volumes(export(row, coding=coding)) == {(640, 255, 2001): 7.0}


def test_names_of_states_that_changed() -> None:
    pairs = {
        "Soviet Union": 365, "Russia": 365, "East Germany (GDR)": 265, "Viet Nam": 816,
        "South Vietnam": 817, "Yemen Arab Republic (North Yemen)": 678, "Yugoslavia": 345,
    }  # fmt: skip
    for name, cow in pairs.items():
        assert set(volumes(export(order("Iran", name, "1970", "1")))) == {(630, cow, 1970)}


def test_groups_and_unknown_recipients_are_left_out_and_suppliers_kept_as_no_state() -> None:
    log = IssueLog("sipri_arms")
    rows = [
        order("Invented rebels (Chad)*", "Libya", "1980", "3"),
        order("Some Organisation**", "France", "1980", "3"),
        order("unknown recipient(s)", "France", "1980", "3"),
        order("Chad", "unknown supplier(s)", "1980", "2"),
        order("Chad", "Invented rebels (Libya)*", "1980", "5"),
        order("Chad", "France", "1980", "3"),
    ]
    table = shape({"mine.csv": export(*rows)}, log)["deliveries"]
    assert table.rows() == [(483, 0, 1980, 7.0), (483, 220, 1980, 3.0)]
    assert {i.rows for i in log.issues if "left out" in i.text} == {3}
    assert {i.rows for i in log.issues if "from no state" in i.text} == {2}


def test_the_vintage_is_kept() -> None:
    found = loaded(export(order("Iran", "Russia", "2001", "7"), made="13 Mar 2024"))
    assert found.tables["export"]["generated"].item() == date(2024, 3, 13)
    assert any("generated 2024-03-13" in issue.text for issue in found.issues)


@pytest.mark.parametrize(
    ("made", "newest", "last"),
    [
        (date(2025, 6, 1), 2020, 2024),
        (date(2025, 3, 13), 2024, 2024),
        (date(2025, 2, 17), 2023, 2023),
        (date(2025, 3, 1), 2020, 2023),
    ],
)
def test_a_year_is_covered_once_it_was_released(made: date, newest: int, last: int) -> None:
    """The deliveries of a year come in March of the next."""
    assert covered(Preamble("All countries", None, None, made), newest) == (1950, last)
    assert covered(Preamble("All countries", 1990, 2010, made), newest) == (1990, 2010)


def test_years_that_are_not_whole_are_left_out() -> None:
    content = export(order("Iran", "Russia", "2020; 2021", "8"), made="2 Jun 2021")
    assert volumes(content) == {(630, 365, 2020): 4.0}


def test_an_export_of_one_recipient_says_so() -> None:
    found = loaded(export(order("Iran", "Russia", "2001", "7"), to="Iran", span="'1990' to '2010'"))
    assert found.tables["export"].select("recipient", "start", "end").rows() == [(630, 1990, 2010)]


def test_an_export_of_some_suppliers_is_refused() -> None:
    with pytest.raises(SourceChanged, match="from Russia only"):
        loaded(export(order("Iran", "Russia", "2001", "7"), by="Russia"))
    with pytest.raises(SourceChanged, match="Iran; Iraq"):
        loaded(export(order("Iran", "Russia", "2001", "7"), to="Iran; Iraq"))


def test_a_file_without_preamble_or_table_is_refused() -> None:
    content = export(order("Iran", "Russia", "2001", "7"))
    with pytest.raises(SourceChanged, match="lines above the table"):
        loaded(content[content.index(b"Recipient,Supplier") :])
    with pytest.raises(SourceChanged, match="no table"):
        loaded(content.replace(b"Supplier", b"Seller"))
    with pytest.raises(SourceChanged, match="one export is expected"):
        shape({}, IssueLog("sipri_arms"))


def test_a_file_of_the_user_is_read(tmp_path: Path) -> None:
    path = tmp_path / "my own export.csv"
    path.write_bytes(export(order("Iran", "Russia", "2001", "7")))
    assert len(load_supplied("sipri_arms", path).tables["deliveries"]) == 1


def test_it_has_no_files_of_its_own_and_nothing_ships() -> None:
    spec = declaration("sipri_arms")
    assert spec.files == () and spec.packaged == ()
    assert spec.redistribution == "no"
    assert spec.supplied is not None and "--with sipri_arms=FILE" in spec.supplied


@pytest.mark.mirror
def test_the_register_of_march_2025(mirror: Path) -> None:
    path = mirror / "sipri" / "trade-register_2025-03-13.csv"
    register = read_register(path.read_bytes())
    assert (len(register.entries), register.preamble.generated) == (29515, date(2025, 3, 13))
    assert sum(entry.tiv for entry in register.entries) == pytest.approx(2_092_211, abs=1)
    to_iran = [
        entry
        for entry in register.entries
        if entry.recipient == "Iran" and entry.supplier in ("Soviet Union", "Russia")
    ]
    assert len(to_iran) == 51
    table = load_supplied("sipri_arms", path).tables["deliveries"]
    iran = table.filter((pl.col("recipient") == 630) & (pl.col("supplier") == 365))
    by_year = {year: round(tiv) for _, _, year, tiv in iran.iter_rows()}
    assert iran["tiv"].sum() == pytest.approx(7206.8, abs=0.05)
    peaks = {1977: 740, 1978: 740, 1991: 765, 1993: 403, 2006: 360, 2016: 416}
    assert {year: by_year[year] for year in peaks} == peaks


@pytest.mark.mirror
def test_the_newer_layout_of_february_2025(mirror: Path) -> None:
    path = mirror / "sipri" / "trade-register_ukraine_newformat_2025-02-17.csv"
    found = load_supplied("sipri_arms", path).tables
    # Made before the deliveries of 2024 were released.
    assert found["export"].select("recipient", "start", "end").rows() == [(369, 2000, 2023)]
    assert found["deliveries"]["tiv"].sum() == pytest.approx(6998.29, abs=0.01)
    assert set(found["deliveries"]["recipient"]) == {369}
