"""Aid, Chinese finance and direct investment: shares of GDP by hand, and what is covered."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from daylight.sources.aid.ties import AID, CHINESE_FINANCE
from daylight.sources.fdi.ties import TIE as FDI_STOCK
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables, load

I16 = pl.Int16
PRICES = {
    "prices": pl.DataFrame(
        {"year": range(2000, 2023), "cpi": [float(c) for c in range(100, 123)]}
    ).cast({"year": I16})
}
LOG = IssueLog("ties")


def gdp(*rows: tuple[int, int, float]) -> Tables:
    kinds = {"cow": I16, "year": I16, "gdp_usd_m": pl.Float64}
    return {"gdp_nominal": pl.DataFrame(rows, kinds, orient="row")}


def aid(
    *rows: tuple[int, int, int, float], china: tuple[tuple[int, int, float], ...] = ()
) -> Tables:
    kinds = {"recipient": I16, "donor": I16, "year": I16, "usd2022_m": pl.Float64}
    return {
        "oda": pl.DataFrame(rows, kinds, orient="row"),
        "china": pl.DataFrame(
            china, {"recipient": I16, "year": I16, "usd2021": pl.Float64}, orient="row"
        ),
    }


def rows_of(made: pl.DataFrame) -> set[tuple[int, int, int, float | None]]:
    return set(made.select("cow", "partner", "year", "value").rows())


def test_aid_is_brought_to_the_prices_of_the_year() -> None:
    found = aid((369, 2, 2010, 122.0), (369, 2, 2022, 122.0), (369, 20, 2022, 61.0))
    tables = {
        "aid": found,
        "us_prices": PRICES,
        "gdp_nominal": gdp((369, 2010, 1e3), (369, 2022, 1e3)),
    }
    made = AID.make(tables, LOG)
    assert rows_of(made.rows) == {
        (369, 2, 2010, 0.11),
        (369, 2, 2022, 0.122),
        (369, 20, 2022, 0.061),
    }


def test_aid_without_gdp_is_not_known() -> None:
    tables = {
        "aid": aid((369, 2, 2010, 1.0)),
        "us_prices": PRICES,
        "gdp_nominal": gdp((369, 2011, 1e3)),
    }
    made = AID.make(tables, LOG)
    assert rows_of(made.rows) == {(369, 2, 2010, None)}


def covered(*rows: tuple[int, int, int, float]) -> set[tuple[int, int, int, int]]:
    """Return the cover of aid between states that all have a GDP."""
    tables = {
        "aid": aid(*rows),
        "us_prices": PRICES,
        "gdp_nominal": gdp(*((row[0], 2010, 1e3) for row in rows)),
    }
    cover = AID.make(tables, LOG).cover
    assert cover is not None
    return set(cover.select("cow", "partner", "start", "end").rows())


def test_recipients_and_donors_are_covered_while_both_are_in_the_data() -> None:
    usa = ((369, 2, year, 1.0) for year in range(2009, 2016))
    russia = ((40, 365, year, 1.0) for year in range(2011, 2021))
    assert covered(*usa, *russia) == {
        (369, 2, 2009, 2015), (369, 365, 2011, 2015), (40, 2, 2011, 2015), (40, 365, 2011, 2020),
    }  # fmt: skip


def test_a_silent_year_of_a_donor_between_others_is_not_covered() -> None:
    """Russia has no row at all in 2012; the United States gave Cuba nothing in any year."""
    usa = ((369, 2, year, 1.0) for year in (2011, 2012, 2013))
    russia = ((40, 365, year, 1.0) for year in (2011, 2013))
    assert covered(*usa, *russia, (40, 20, 2012, 1.0)) == {
        (369, 2, 2011, 2013), (369, 365, 2011, 2011), (369, 365, 2013, 2013), (369, 20, 2012, 2012),
        (40, 2, 2011, 2013), (40, 365, 2011, 2011), (40, 365, 2013, 2013), (40, 20, 2012, 2012),
    }  # fmt: skip


def test_a_state_that_gives_and_takes_is_not_its_own_donor() -> None:
    found = aid((640, 2, 2010, 1.0), (652, 640, 2010, 1.0))
    tables = {
        "aid": found,
        "us_prices": PRICES,
        "gdp_nominal": gdp((640, 2010, 1e3), (652, 2010, 1e3)),
    }
    cover = AID.make(tables, LOG).cover
    assert cover is not None
    assert (640, 640) not in cover.select("cow", "partner").rows()


def test_chinese_finance_in_dollars_of_the_year() -> None:
    china = ((365, 2021, 3e8), (365, 2011, 1.21e8), (630, 2005, 2e3))
    tables = {
        "aid": aid(china=china), "us_prices": PRICES,
        "gdp_nominal": gdp((365, 2021, 1e3), (365, 2011, 1e3), (630, 2005, 1e3)),
    }  # fmt: skip
    made = CHINESE_FINANCE.make(tables, LOG)
    assert rows_of(made.rows) == {
        (365, 710, 2021, 0.3), (365, 710, 2011, 0.111), (630, 710, 2005, 0.0),
    }  # fmt: skip
    assert made.cover is not None
    assert set(made.cover["cow"]) == {365, 630}
    assert set(made.cover["partner"]) == {710}


def test_chinese_commitments_without_an_amount_are_not_known() -> None:
    tables = {
        "aid": aid(china=((630, 2005, 0.0), (630, 2007, 1e6))),
        "us_prices": PRICES,
        "gdp_nominal": gdp((630, 2005, 1e3), (630, 2006, 1e3), (630, 2007, 1e3)),
    }
    log = IssueLog("ties")
    made = CHINESE_FINANCE.make(tables, log)
    assert rows_of(made.rows) == {(630, 710, 2005, None), (630, 710, 2007, 0.0009)}
    assert [i.rows for i in log.issues if "no amount" in i.text] == [1]


def stocks(*rows: tuple[int, int, int, float | None, float | None]) -> Tables:
    kinds = {
        "reporter": I16,
        "partner": I16,
        "year": I16,
        "inward": pl.Float64,
        "outward": pl.Float64,
    }
    return {"stocks": pl.DataFrame(rows, kinds, orient="row")}


def test_the_host_is_believed_first_and_nobody_is_covered() -> None:
    found = stocks(
        (370, 365, 2010, 120.0, 5.0), (365, 370, 2010, None, 90.0),
        (365, 369, 2010, None, 40.0), (20, 2, 2010, 0.0, None),
    )  # fmt: skip
    money = gdp((370, 2010, 1e3), (365, 2010, 1e4), (369, 2010, 1e3), (20, 2010, 1e3))
    made = FDI_STOCK.make({"fdi": found, "gdp_nominal": money}, LOG)
    assert rows_of(made.rows) == {
        (370, 365, 2010, 0.12), (365, 370, 2010, 0.0005),
        (369, 365, 2010, 0.04), (20, 2, 2010, 0.0),
    }  # fmt: skip
    assert made.cover is not None
    assert made.cover.is_empty()


@pytest.mark.mirror
def test_known_pairs(mirror: Path) -> None:
    names = ("aid", "fdi", "gdp_nominal", "us_prices")
    tables = {name: load(name).tables for name in names}
    given = {
        row[:3]: row[3]
        for row in AID.make(tables, LOG).rows.select("cow", "partner", "year", "value").rows()
    }
    assert given[369, 2, 2021] == pytest.approx(0.0015, abs=1e-4)
    assert given[369, 2, 2022] == pytest.approx(0.057, abs=0.001)
    held = {
        row[:3]: row[3]
        for row in FDI_STOCK.make(tables, LOG).rows.select("cow", "partner", "year", "value").rows()
    }
    assert held[370, 365, 2012] == pytest.approx(0.138, abs=0.001)
    assert (630, 365, 2010) not in held
    committed = CHINESE_FINANCE.make(tables, LOG).rows
    assert committed["value"].is_null().sum() >= 281
    silent = AID.make(tables, LOG).cover
    assert silent is not None
    taiwan = silent.filter((pl.col("cow") == 369) & (pl.col("partner") == 713))
    assert taiwan.select("start", "end").rows() == [(2016, 2017), (2019, 2021)]
