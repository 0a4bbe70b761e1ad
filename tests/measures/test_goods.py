"""Trade as it is read: what is worked out from the two stored tables, and what is not known."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest

from daylight.measures.goods import NONE, goods
from daylight.measures.plausible import TRAPS, traps
from daylight.tables.world import Frames


def world(*rows: tuple[int, ...], sizes: tuple[tuple[float | None, ...], ...] = ()) -> Frames:
    names = ("a", "b", "year", "ab", "ba", "status_ab", "status_ba", "log_sd", "source")
    trade = pl.DataFrame(rows, names, orient="row", infer_schema_length=None)
    columns = ("cow", "year", "goods", "gdp", "goods_sd", "gdp_sd", "price")
    economies = pl.DataFrame(
        list(sizes), dict.fromkeys(columns, pl.Float64), orient="row"
    ).with_columns(pl.col("cow", "year").cast(pl.Int16))
    return Frames({"trade": trade, "economies": economies})


def test_a_pair_by_hand() -> None:
    sizes = ((2, 1990, 8000, 9000, 30, 10, 1.5), (20, 1990, 7000, None, 0, None, 1.5))
    read = goods(world((2, 20, 1990, 1000, 800, 0, 1, 40, 1), sizes=sizes), 1990, 1990)
    v = np.exp(5) + np.exp(4)
    assert read.volume == pytest.approx([v])
    assert read.constant == pytest.approx([1.5 * v])
    assert read.of_a.share == pytest.approx([v / np.exp(8)])
    assert read.of_a.dependence == pytest.approx([v / np.exp(9)])
    assert read.of_a.share_sd == pytest.approx([0.5]), "0.4 and 0.3 at right angles"
    assert read.of_b.share == pytest.approx([v / np.exp(7)])
    assert np.isnan(read.of_b.dependence[0]), "no GDP"
    assert read.status.tolist() == [1]


def test_none_is_zero_and_what_is_not_observable_is_not() -> None:
    rows = ((2, 20, 1990, None, None, NONE, NONE, None, 1), (2, 70, 1990, 900, None, 0, 4, None, 1))
    read = goods(world(*rows), 1990, 1990)
    assert read.volume[0] == 0
    assert np.isnan(read.volume[1])
    assert read.at_least[1] == pytest.approx(np.exp(4.5))
    assert read.status.tolist() == [NONE, 4]
    assert np.isnan(read.of_a.share).all(), "no total at hand"


def test_a_share_is_not_above_the_whole_by_a_step() -> None:
    sizes = ((2, 1990, 4999, 9000, 0, 0, 1.0),)
    read = goods(world((2, 20, 1990, 1000, None, 0, NONE, 0, 1), sizes=sizes), 1990, 1990)
    assert read.of_a.share.tolist() == [1.0]


def test_traps() -> None:
    sizes = tuple(
        (cow, 2015, goods, gdp, 0, 0, 1.0)
        for cow, goods, gdp in ((2, 12000, 14000), (20, 9000, 8500), (58, 6000, 6200))
    )
    rows = ((2, 20, 2015, 1000, 1000, 0, 0, 0, 1), (20, 58, 2015, 1200, 1200, 0, 0, 0, 1))
    read = goods(world(*rows, sizes=sizes), 2015, 2015)
    found = [
        {name for name, one in zip(TRAPS, row, strict=True) if one}
        for row in traps(read.b, read.of_b, read.price)
    ]
    assert found == [{"passes_through"}, {"open_registry", "beyond_gdp", "tiny"}]
