"""Ukraine Support Tracker: sums of a year by kind, and which states are followed at all."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.ukraine_support.source import FILE, shape

HEAD = "country,iso,year,month,total,financial,humanitarian,military\n"


def files(*rows: str) -> dict[str, bytes]:
    return {FILE: (HEAD + "\n".join(rows) + "\n").encode()}


def test_a_year_is_the_sum_of_its_months_in_millions() -> None:
    got = shape(
        files("Poland,POL,2022,3,0.5,0.1,0.1,0.3", "Poland,POL,2022,4,0.2,0,0,0.2",
              "EU,EU,2022,4,1,1,0,0"),
        IssueLog("ukraine_support"),
    )  # fmt: skip
    assert got["donors"]["cow"].to_list() == [290]
    (row,) = got["aid"].rows()
    assert row[:3] == (290, 2022, 2)
    assert row[3:] == pytest.approx((500.0, 100.0, 100.0))


@pytest.mark.parametrize(
    "rows",
    [
        ("Poland,POL,2022,3,0.9,0.1,0.1,0.3",),
        ("Poland,POL,2022,3,-0.1,0,0,-0.1",),
        ("Poland,POL,2022,13,0.1,0,0,0.1",),
        ("Poland,POL,2022,3,0.1,0,0,0.1", "Poland,POL,2022,3,0.1,0,0,0.1"),
        ("Nowhere,QQQ,2022,3,0.1,0,0,0.1",),
    ],
)
def test_what_cannot_be_stops(rows: tuple[str, ...]) -> None:
    with pytest.raises(SourceChanged):
        shape(files(*rows), IssueLog("ukraine_support"))


@pytest.mark.mirror
def test_published_totals(mirror: Path) -> None:
    """The tracker's own totals: military 37.8, 46.3, 41.6, 37.2, 10.1 billion euros."""
    aid = load("ukraine_support").tables["aid"]
    sums = aid.group_by("year").agg(pl.col("military_eur_m").sum()).sort("year")
    expected = [37_755, 46_316, 41_610, 37_240, 10_073]
    assert sums["military_eur_m"].to_list() == pytest.approx(expected, abs=2)
    usa = aid.filter(pl.col("donor") == 2)["military_eur_m"].sum()
    assert usa == pytest.approx(64_600, rel=0.01)
