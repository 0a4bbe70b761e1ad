"""The stored positions: rounded so that the interval read back still holds the value."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest

from daylight.bonds import year as years
from daylight.build import bonds as module
from daylight.build.bonds import bonds
from daylight.build.world import Frames
from daylight.stats.composite import Composite

COVERAGE = {"alliance_obligation_narrow": (1816, 1817), "alliance_kappa_narrow": (1816, 1817)}


@pytest.fixture
def world() -> Frames:
    rows = {"a": [200, 220], "b": [220, 365], "year": [1816, 1817]}
    masks = {f"{side}{end}": [1, 8] for side in ("ab", "ba") for end in ("", "_narrow")}
    return Frames({"alliances": pl.DataFrame(rows | masks)})


@pytest.fixture
def table(world: Frames) -> pl.DataFrame:
    return bonds(world, COVERAGE, 1818)


def test_only_covered_years_and_dimensions_have_rows(table: pl.DataFrame) -> None:
    assert table["year"].unique().sort().to_list() == [1816, 1817]
    assert table["dimension"].unique().to_list() == ["military"]


def test_all_pairs_of_a_year_are_there_once_in_order(table: pl.DataFrame) -> None:
    one = table.filter(pl.col("year") == 1816)
    assert len(one) == len(years.pairs(1816).a)
    assert (one["a"] < one["b"]).all()
    assert one.n_unique(["a", "b"]) == len(one)


def test_the_only_allies_stand_first(table: pl.DataFrame) -> None:
    top = table.filter(pl.col("year") == 1816).sort("value").row(-1, named=True)
    assert (top["a"], top["b"]) == (200, 220)


def test_a_tick_for_every_year(world: Frames) -> None:
    ticks: list[int] = []
    bonds(world, COVERAGE, 1818, lambda: ticks.append(1))
    assert len(ticks) == 3


def test_rounding_never_narrows_an_interval(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(1)
    n = len(years.pairs(1816).a)
    value = rng.uniform(0, 100, n)
    lo, hi = value * rng.random(n), value + (100 - value) * rng.random(n)
    value[0] = lo[0] = hi[0] = np.nan
    made = Composite(np.empty((n, 0)), value, value, lo, hi, np.empty((n, 0), np.float32))
    every = years.pairs(1816)
    monkeypatch.setattr(module, "all_dimensions", lambda *_: (every, {"military": made}))
    table = bonds(Frames({}), {}, 1816)
    known = slice(1, None)
    stored = table["value"].to_numpy() / 10
    assert len(table) == n - 1
    assert abs(stored - value[known]).max() <= 0.05 + 1e-9
    assert (stored - table["below"].to_numpy() <= lo[known] + 1e-9).all()
    assert (stored + table["above"].to_numpy() >= hi[known] - 1e-9).all()
    assert (stored - table["below"].to_numpy() >= lo[known] - 1.1).all()
    for arm in ("below", "above"):
        assert table[arm].is_between(0, 101).all()
