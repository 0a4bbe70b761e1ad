"""Classes of arms deliveries: the rule, windows, and that no volume gets out. Rows are invented."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from daylight.sources.kit.declaration import declaration
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.kit.ties.windows import in_system, newest, trailing
from daylight.sources.sipri_arms.read import ORDERS, read_register
from daylight.sources.sipri_classes import source
from daylight.sources.sipri_classes.rule import classed
from daylight.sources.sipri_classes.source import FILE, PAIR, shape
from daylight.sources.sipri_classes.yearly import ARMS

Order = tuple[str, str, str, float]
TOP = (
    "Transfers of major conventional arms from All countries  to All countries . Deals with "
    "deliveries made for the year range 'Not specified' to 'Not specified' \r\n"
    "Data generated: 2 Jun 2021 10:02:49 AM\r\n"
)


def export(*orders: Order) -> dict[str, bytes]:
    lines = [",".join(ORDERS)]
    for to, by, years, tiv in orders:
        lines.append(f"{to},{by},1988,,2,,X-1,invented,2,,{years},New,,1,2,{tiv}")
    return {FILE: (TOP + "\r\n".join(lines) + "\r\n").encode("latin-1")}


def levels(*orders: Order) -> dict[tuple[int, int, int], int]:
    rows = shape(export(*orders), IssueLog("t"))["classes"].iter_rows()
    return {(to, by, year): level for to, by, year, level in rows}


@pytest.mark.parametrize(
    ("volume", "received", "level"),
    [(250, 9999, 2), (249.9, 9999, 1), (50, 100, 2), (50, 166, 2), (50, 167, 1), (49.9, 49.9, 1),
     (0.1, 0.1, 1), (0, 0, 1)],
)  # fmt: skip
def test_the_rule(volume: float, received: float, level: int) -> None:
    got = pl.select(classed(pl.lit(volume), pl.lit(received))).item()
    assert got == level


def test_a_delivery_counts_for_five_years_and_not_before() -> None:
    got = levels(("Iran", "Russia", "2001", 300))
    assert got == {(630, 365, year): 2 for year in range(2001, 2006)}


def test_small_deliveries_add_up_and_those_of_others_count_in_the_share() -> None:
    got = levels(("Mali", "France", "2001", 30), ("Mali", "France", "2003", 30))
    assert [got[432, 220, year] for year in (2001, 2003, 2005, 2006)] == [1, 2, 2, 1]
    shared = levels(("Mali", "France", "2001", 60), ("Mali", "unknown supplier(s)", "2001", 300))
    assert shared == {(432, 220, year): 1 for year in range(2001, 2006)}


def test_an_order_is_split_over_its_years_and_a_volume_of_nothing_is_a_delivery() -> None:
    got = levels(("India", "France", "2001; 2009", 98), ("India", "Canada", "2001", 0))
    assert got[750, 220, 2001] == got[750, 220, 2009] == 1
    assert got[750, 20, 2003] == 1


def test_the_first_whole_window_ends_in_1954() -> None:
    got = levels(("France", "Canada", "1950; 1951", 600))
    assert sorted(year for *_, year in got) == [1954, 1955]


def test_no_volume_leaves_the_loader() -> None:
    table = shape(export(("Iran", "Russia", "2001", 321)), IssueLog("t"))["classes"]
    assert table.columns == ["recipient", "supplier", "year", "level"]
    assert declaration("sipri_classes").expect["classes"].ranges["level"] == (1, 2)


def test_west_germany_goes_on_as_germany() -> None:
    tables = {"sipri_classes": shape(export(("France", "Germany", "1988", 300)), IssueLog("t"))}
    rows = ARMS.made(tables, IssueLog("t")).rows.filter(pl.col("cow") == 220)
    assert sorted(rows.select("partner", "year").rows()) == [
        *((255, y) for y in (1990, 1991, 1992)), *((260, y) for y in (1988, 1989, 1990)),
    ]  # fmt: skip


@pytest.mark.mirror
def test_known_pairs(mirror: Path) -> None:
    rows = ARMS.made({"sipri_classes": load("sipri_classes").tables}, IssueLog("t")).rows

    def of(to: int, by: int, *years: int) -> list[float]:
        pair = rows.filter((pl.col("cow") == to) & (pl.col("partner") == by))
        found = dict(pair.select("year", "value").rows())
        return [found.get(year, 0.0) for year in years]

    assert of(770, 710, 1964, 1990, 2018, 2025) == [1, 2, 2, 2], "Pakistan from China"
    assert of(365, 731, 2022, 2023, 2024, 2025) == [0, 1, 2, 2], "Russia from North Korea"
    assert of(630, 365, 1960, 1980, 2018, 2022) == [0, 2, 2, 1], "Iran from Russia"
    assert of(652, 365, 2016, 2025) == [2, 1], "Syria from Russia"
    assert of(369, 2, 2010, 2021, 2024) == [0, 1, 2], "Ukraine from the United States"
    assert of(2, 365, 1970, 1985) == [0, 0]


@pytest.mark.mirror
def test_even_splits_give_the_class_of_the_register_by_year_of_delivery(mirror: Path) -> None:
    path = mirror / "sipri_2026" / "trade-register_newlayout_1995-2024_2026-02-12.csv"
    register = read_register(path.read_bytes().replace(b";\r\n", b"\r\n").replace(b";\n", b"\n"))
    volumes = newest(source._volumes(register, IssueLog("t")), "recipient", "supplier")
    received = in_system(volumes, "recipient")
    sums = trailing(in_system(received, "supplier"), 5, 2024, PAIR)
    totals = trailing(received, 5, 2024, ["recipient", "year"]).rename({"value": "received"})
    exact = sums.join(totals, on=["recipient", "year"]).select(
        *PAIR, exact=classed(pl.col("value"), pl.col("received"))
    )
    ours = load("sipri_classes").tables["classes"]
    span = pl.col("year").is_between(1999, 2024)
    both = ours.filter(span).join(exact.filter(span), on=PAIR, how="full", coalesce=True)
    same = both.with_columns(pl.col("level", "exact").fill_null(0))
    assert len(same) > 20_000
    assert float((same["level"] == same["exact"]).mean()) > 0.97  # type: ignore[arg-type]
