"""Aid: one aid type, states only, one unit; China's finance with the adjustment."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import SourceChanged, UnknownState
from daylight.sources.aid.source import CHINA, KIND, OECD, UNIT, shape
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load

NAMES = ("Recipient", "Donor", "Aid type", "Amount type", "Year", "Value")
HEAD = "ccode,year,oof_amt,oof_adj,oda_amt,oda_adj,vof_amt,vof_adj\n"


def files(
    *rows: tuple[str, str, float],
    kind: str = KIND,
    unit: str = UNIT,
    china: str = "365,2004,9,2,5,5,1,1\n",
) -> dict[str, bytes]:
    full = [(to, by, kind, unit, 2010.0, value) for to, by, value in rows]
    full.append(("Ukraine", "Canada", "Grants, Total", unit, 2010.0, 99.0))
    out = BytesIO()
    pl.DataFrame(full, list(NAMES), orient="row").write_parquet(out)
    return {OECD: out.getvalue(), CHINA: (HEAD + china).encode()}


def test_only_net_aid_counts_and_it_is_of_the_recipient() -> None:
    got = shape(files(("Ukraine", "United States", 217.34)), IssueLog("aid"))["oda"]
    assert got.rows() == [(369, 2, 2010, 217.34)]


def test_congo_and_korea_are_the_right_ones() -> None:
    got = shape(files(("Congo", "Korea", 1.0)), IssueLog("aid"))["oda"]
    assert got.select("recipient", "donor").rows() == [(484, 732)]


def test_territories_are_counted_and_unknown_names_stop() -> None:
    log = IssueLog("aid")
    assert shape(files(("Niue", "New Zealand", 1.0)), log)["oda"].is_empty()
    assert log.issues[0].rows == 1
    with pytest.raises(SourceChanged, match="Ruritania"):
        shape(files(("Ruritania", "Japan", 1.0)), IssueLog("aid"))


def test_other_units_zero_and_less_stop() -> None:
    with pytest.raises(SourceChanged, match="Current"):
        shape(
            files(("Ukraine", "Japan", 1.0), unit="Current Prices (USD millions)"), IssueLog("aid")
        )
    for value in (0.0, -3.0):
        with pytest.raises(SourceChanged, match="not above zero"):
            shape(files(("Ukraine", "Japan", value)), IssueLog("aid"))


def test_chinas_finance_is_the_sum_of_the_adjusted_flows() -> None:
    found = shape(files(("Ukraine", "Japan", 1.0)), IssueLog("aid"))["china"]
    assert found.rows() == [(365, 2004, 8.0)]
    with pytest.raises(SourceChanged, match="below zero"):
        shape(files(("Ukraine", "Japan", 1.0), china="365,2004,9,-2,5,5,1,1\n"), IssueLog("aid"))
    with pytest.raises(UnknownState):
        shape(files(("Ukraine", "Japan", 1.0), china="999,2004,9,2,5,5,1,1\n"), IssueLog("aid"))


@pytest.mark.mirror
def test_published_numbers(mirror: Path) -> None:
    tables = load("aid").tables
    usa = tables["oda"].filter((pl.col("recipient") == 369) & (pl.col("donor") == 2))
    given = dict(usa.select("year", "usd2022_m").rows())
    assert given[2021] == pytest.approx(326, abs=0.5)
    assert given[2022] == pytest.approx(9238, abs=0.5)
    assert tables["oda"]["donor"].n_unique() == 50
    assert tables["china"]["usd2021"].sum() == pytest.approx(1.325e12, rel=0.001)
