"""The stored positions: rounded so that the interval read back still holds the value."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest
from threadpoolctl import threadpool_limits

from daylight.bonds import make as module
from daylight.bonds.make import BondTables, bond_tables
from daylight.core.states import members
from daylight.measures.align import pairs
from daylight.stats.composite import Composite
from daylight.store.schemas import ARM_STEP, POSITION_STEP
from daylight.tables.world import Frames

COVERAGE = {"alliance_support": (1816, 1817), "alliance_kappa_narrow": (1816, 1817)}


@pytest.fixture
def world() -> Frames:
    rows = {"a": [200, 220], "b": [220, 365], "year": [1816, 1817]}
    masks = {f"{side}{end}": [1, 8] for side in ("ab", "ba") for end in ("", "_narrow")}
    return Frames({"alliances": pl.DataFrame(rows | masks)})


@pytest.fixture
def table(world: Frames) -> pl.DataFrame:
    return bond_tables(world, COVERAGE, 1818).bonds


def test_only_covered_years_and_dimensions_have_rows(table: pl.DataFrame) -> None:
    assert table["year"].unique().sort().to_list() == [1816, 1817]
    assert table["dimension"].unique().to_list() == ["military"]


def test_all_pairs_of_a_year_are_there_once_in_order(table: pl.DataFrame) -> None:
    one = table.filter(pl.col("year") == 1816)
    assert len(one) == len(pairs(1816).a)
    assert (one["a"] < one["b"]).all()
    assert one.n_unique(["a", "b"]) == len(one)


def test_the_only_allies_stand_first(table: pl.DataFrame) -> None:
    top = table.filter(pl.col("year") == 1816).sort("value").row(-1, named=True)
    assert (top["a"], top["b"]) == (200, 220)


def test_a_tick_for_every_year(world: Frames) -> None:
    ticks: list[int] = []
    bond_tables(world, COVERAGE, 1818, lambda: ticks.append(1))
    assert len(ticks) == 3


def test_the_number_of_threads_changes_nothing(world: Frames) -> None:
    """On real years: tests/stats/test_sums.py."""
    made = []
    for threads in (1, 2):
        with threadpool_limits(threads):
            made.append(bond_tables(world, COVERAGE, 1818))
    assert made[0].bonds.equals(made[1].bonds)
    assert made[0].levels.equals(made[1].levels)


def test_rounding_never_narrows_an_interval() -> None:
    rng = np.random.default_rng(1)
    n = len(pairs(1816).a)
    value = rng.uniform(0, 100, n)
    lo, hi = value * rng.random(n), value + (100 - value) * rng.random(n)
    value[0] = lo[0] = hi[0] = np.nan
    made = Composite(np.empty((n, 0)), value, value, lo, hi, np.empty((n, 0), np.float32))
    every = pairs(1816)
    table = module._positions("military", 1816, every, made)
    known = slice(1, None)
    stored = table["value"].to_numpy() * POSITION_STEP
    below, above = (table[arm].to_numpy() * ARM_STEP for arm in ("below", "above"))
    assert len(table) == n - 1
    assert abs(stored - value[known]).max() <= POSITION_STEP / 2 + 1e-9
    assert (stored - below <= lo[known] + 1e-9).all()
    assert (stored + above >= hi[known] - 1e-9).all()
    assert (stored - below >= lo[known] - ARM_STEP - POSITION_STEP).all()
    assert min(below.min(), above.min()) >= 0


def _world(pairs: int, years: range) -> tuple[Frames, dict[str, tuple[int, int]]]:
    """Many pairs with trade and treaties that follow one level, and sanctions against it."""
    rng = np.random.default_rng(4)
    states = np.array(members(1990))[:pairs]
    i, k = np.triu_indices(len(states), 1)
    level = rng.standard_normal(len(i))
    rows = []
    for year in years:
        seen = level + 0.3 * rng.standard_normal(len(i))
        trade = np.exp(seen - 4) * (seen > -1)
        rows.append(
            pl.DataFrame(
                {"a": states[i], "b": states[k], "trade": trade, "level": level}
            ).with_columns(year=pl.lit(year))
        )
    every = pl.concat(rows)
    names = ("dependence_ab", "dependence_ba", "share_ab", "share_ba")
    trade = every.select("a", "b", "year", *(pl.col("trade").alias(n) for n in names)).with_columns(
        log_sd_ab=0.1, log_sd_ba=0.1, log_sd_share=0.1
    )
    deep = every.filter(pl.col("level") > 1)
    ties = deep.select(
        measure=pl.lit("investment_treaty"), cow="a", partner="b", start="year", end="year",
        value=pl.lit(1.0),
    )  # fmt: skip
    span = (years.start, years.stop - 1)
    cover = pl.DataFrame(
        {"measure": "investment_treaty", "cow": 0, "partner": 0, "start": span[0], "end": span[1]}
    )
    frames = Frames({"trade": trade, "ties": ties, "tie_cover": cover})
    names = ("trade_dependence", "trade_share", "investment_treaty")
    return frames, dict.fromkeys(names, span)


@pytest.fixture(scope="module")
def latent() -> BondTables:
    world, coverage = _world(40, range(1985, 1993))
    return bond_tables(world, coverage, 1994)


@pytest.mark.slow
def test_latent_levels_are_given_where_they_are_supported(latent: BondTables) -> None:
    assert latent.levels["dimension"].unique().to_list() == ["economic"]
    assert latent.levels["year"].unique().sort().to_list() == list(range(1985, 1993))
    assert set(latent.loadings["measure"]) == {
        "trade_dependence", "trade_share", "investment_treaty",
    }  # fmt: skip
    assert latent.loadings["converged"].all()


@pytest.mark.slow
def test_pairs_with_a_treaty_have_the_higher_levels(latent: BondTables) -> None:
    last = latent.levels.filter(pl.col("year") == 1992)
    positions = latent.bonds.filter(
        (pl.col("year") == 1992) & (pl.col("dimension") == "economic")
    ).select(pl.col("a", "b").cast(pl.Int64), "value")
    both = last.join(positions, on=["a", "b"])
    assert both.select(pl.corr("level", "value", method="spearman")).item() > 0.9
