"""The table `trade`: dependence, shares, holes, fills, and its sanity on the real files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.core.states import members
from daylight.core.status import MISSING, OBSERVED
from daylight.sources.cow_trade.holes import HOLES
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.tables.trade.market_gdp import market_gdp
from daylight.tables.trade.shares import trade, yearly_members

FLOW = {"importer": pl.Int16, "exporter": pl.Int16, "year": pl.Int16, "usd_m": pl.Float64}
TOTAL = {
    "cow": pl.Int16,
    "year": pl.Int16,
    "imports_usd_m": pl.Float64,
    "exports_usd_m": pl.Float64,
}
Flow = tuple[int, int, int, float]


def base(pairs: int = 6) -> tuple[list[Flow], list[Flow]]:
    """Return flows of both sources for 2011-14 in which ITPD is a quarter higher."""
    own: list[Flow] = []
    for a in range(2, 2 + pairs):
        for year in range(2011, 2015):
            own += [(a, a + 1, year, 1000.0), (a + 1, a, year, 3000.0)]
    return own, [(i, e, y, v * 1.25) for i, e, y, v in own]


def build(
    own: list[Flow],
    more: list[Flow],
    holes: list[tuple[int, int | None, int, int, str]] | None = None,
    totals: list[tuple[int, int, float | None, float | None]] | None = None,
    years: range = range(2010, 2018),
    states: tuple[int, ...] = (2, 3, 4, 5, 6, 7, 8),
) -> pl.DataFrame:
    inside = yearly_members(dict.fromkeys(years, states))
    gdp = inside.with_columns(gdp_usd_m=pl.lit(100_000.0), log_sd=pl.lit(0.1))
    return trade(
        pl.DataFrame(own, schema=FLOW, orient="row"),
        pl.DataFrame(totals or [], schema=TOTAL, orient="row"),
        pl.DataFrame(holes or [], schema=HOLES, orient="row"),
        pl.DataFrame(more, schema=FLOW, orient="row"),
        gdp,
        inside,
        IssueLog("trade"),
    )


def row(table: pl.DataFrame, a: int, b: int, year: int) -> dict[str, object]:
    got = table.filter((pl.col("a") == a) & (pl.col("b") == b) & (pl.col("year") == year))
    assert len(got) == 1
    return got.row(0, named=True)


def test_dependence_is_trade_both_ways_over_gdp() -> None:
    got = row(build(*base()), 2, 3, 2012)
    assert got["dependence_ab"] == pytest.approx(0.04)
    assert got["share_ab"] == pytest.approx(1.0)
    assert got["share_ba"] == pytest.approx(0.5)
    assert (got["origin"], got["status"]) == (0, OBSERVED)
    assert got["log_sd_ab"] == pytest.approx(0.1)


def test_national_total_is_used_unless_its_partners_refute_it() -> None:
    totals = [(2, 2012, 8000.0, 8000.0), (2, 2013, 100.0, 100.0), (2, 2014, 8000.0, None)]
    table = build(*base(), totals=totals)
    assert row(table, 2, 3, 2012)["share_ab"] == pytest.approx(0.25)
    assert row(table, 2, 3, 2013)["share_ab"] == pytest.approx(1.0)
    assert row(table, 2, 3, 2014)["share_ab"] == pytest.approx(1.0)


def test_extension_is_at_the_level_of_cow() -> None:
    own, more = base()
    more += [(2, 3, 2015, 1250.0), (3, 2, 2015, 3750.0)]
    got = row(build(own, more), 2, 3, 2015)
    assert got["dependence_ab"] == pytest.approx(0.04, rel=1e-3)
    assert got["origin"] == 1


def test_one_direction_is_missing_unless_the_other_source_has_it() -> None:
    own, more = base()
    own = [f for f in own if f[:3] != (3, 2, 2013)]
    filled = row(build(own, more), 2, 3, 2013)
    assert (filled["origin"], filled["status"]) == (2, OBSERVED)
    alone = row(build(own, [f for f in more if f[:3] != (3, 2, 2013)]), 2, 3, 2013)
    assert (alone["origin"], alone["status"]) == (None, MISSING)
    assert alone["dependence_ab"] is None


def test_zero_is_observed_and_has_no_log_sd() -> None:
    own, more = base()
    own += [(2, 8, 2012, 0.0), (8, 2, 2012, 0.0)]
    got = row(build(own, more), 2, 8, 2012)
    assert (got["dependence_ab"], got["status"]) == (0.0, OBSERVED)
    assert got["log_sd_ab"] is None


def test_a_declared_hole_gives_rows_without_a_value() -> None:
    table = build(*base(), holes=[(8, None, 2012, 2013, "gone"), (2, 7, 2012, 2012, "pair")])
    assert row(table, 2, 8, 2012)["status"] == MISSING
    assert row(table, 2, 7, 2012)["status"] == MISSING
    assert table.filter((pl.col("b") == 8) & (pl.col("year") == 2013)).height == 6
    assert table.filter((pl.col("a") == 2) & (pl.col("b") == 7)).height == 1


def test_partners_are_not_summed_across_a_hole() -> None:
    holes = [(2, None, 2012, 2012, "gone")]
    assert row(build(*base(), holes=holes), 2, 3, 2012)["share_ab"] is None
    totals = [(2, 2012, 8000.0, 8000.0)]
    known = row(build(*base(), holes=holes, totals=totals), 2, 3, 2012)
    assert known["share_ab"] == pytest.approx(0.25)


def test_contradicted_flows_are_not_used() -> None:
    own, more = base()
    own += [(2, 8, y, 0.0) for y in range(2011, 2015)]
    own += [(8, 2, y, 5.0) for y in range(2011, 2015)]
    more += [(2, 8, y, 9000.0) for y in range(2011, 2017)] + [(8, 2, 2015, 5.0)]
    assert row(build(own, more), 2, 8, 2015)["status"] == MISSING
    assert row(build(own, more), 2, 8, 2014)["status"] == OBSERVED


def test_nothing_outside_the_system_or_after_2016() -> None:
    own, more = base()
    more += [(2, 3, 2017, 1.0), (3, 2, 2017, 1.0), (2, 900, 2015, 1.0), (900, 2, 2015, 1.0)]
    table = build(own, more, holes=[(8, None, 2016, 2020, "gone")])
    assert table["year"].max() == 2016
    assert 900 not in table["b"].to_list()


@settings(max_examples=25, deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.integers(2, 8), st.integers(2, 8), st.integers(2011, 2014)).filter(
            lambda k: k[0] != k[1]
        ),
        st.integers(0, 5000),
        max_size=30,
    ),
    st.integers(0, 2**31),
)
def test_table_is_keyed_bounded_and_order_free(
    extra: dict[tuple[int, int, int], int], seed: int
) -> None:
    own, more = base()
    merged = {f[:3]: f[3] for f in own} | {k: float(v) for k, v in extra.items()}
    rows = [(*k, v) for k, v in merged.items()]
    table = build(rows, more)
    shuffled = [rows[i] for i in np.random.default_rng(seed).permutation(len(rows))]
    assert (table["a"] < table["b"]).all()
    assert table.select("a", "b", "year").is_unique().all()
    for column in ("share_ab", "share_ba"):
        assert table[column].drop_nulls().is_between(0, 1).all()
    missing = table.filter(pl.col("status") == MISSING)
    assert missing["dependence_ab"].null_count() == len(missing)
    again = build(shuffled, more)
    for column in ("dependence_ab", "share_ba", "log_sd_share"):
        np.testing.assert_allclose(
            table[column].fill_null(-1).to_numpy(),
            again[column].fill_null(-1).to_numpy(),
            rtol=0.02,
        )


@pytest.mark.mirror
def test_real_table(mirror: Path) -> None:
    cow = load("cow_trade").tables
    gdp = market_gdp(
        load("gdp").tables["gdp"],
        load("gdp_nominal").tables["gdp_nominal"],
        load("us_prices").tables["prices"],
    )
    table = trade(
        cow["flows"],
        cow["totals"],
        cow["holes"],
        load("itpd").tables["flows"],
        gdp,
        yearly_members({year: members(year) for year in range(1870, 2017)}),
        IssueLog("trade"),
    )
    assert table["year"].min() == 1870
    assert table["year"].max() == 2016
    assert 700_000 < len(table) < 760_000
    assert row(table, 2, 20, 2013)["dependence_ba"] == pytest.approx(0.327, abs=0.002)
    assert row(table, 2, 20, 2013)["dependence_ab"] == pytest.approx(0.0357, abs=0.0002)
    assert row(table, 365, 370, 2013)["share_ba"] == pytest.approx(0.46, abs=0.01)
    iran = [row(table, 365, 630, year)["dependence_ab"] for year in range(2013, 2017)]
    assert all(0.0005 < v < 0.004 for v in iran if isinstance(v, float))
    assert [row(table, 365, 630, y)["origin"] for y in (2014, 2015)] == [0, 1]
    frg = table.filter(
        ((pl.col("a") == 260) | (pl.col("b") == 260)) & pl.col("year").is_between(1960, 1989)
    )
    assert frg.filter(pl.col("dependence_ab") == 0).is_empty()
    assert frg.filter(pl.col("status") == OBSERVED)["a"].unique().to_list() == [211]
    assert frg.filter(pl.col("status") == MISSING).height > 3000
    jump = (
        table.filter(pl.col("year").is_between(2014, 2015) & (pl.col("share_ab") > 0.001))
        .pivot("year", index=["a", "b"], values="share_ab")
        .drop_nulls()
        .select((pl.col("2015") / pl.col("2014")).log().median())
        .item()
    )
    assert abs(jump) < 0.05
