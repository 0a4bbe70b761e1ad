"""Slips on the real reports: those known, true collapses untouched, and slips that were made."""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from daylight.sources.kit.load import load
from daylight.tables.flows.cells import KEY
from daylight.tables.flows.slips import slips

pytestmark = [pytest.mark.mirror, pytest.mark.slow]
Frame = pl.DataFrame


@cache
def read() -> tuple[Frame, Frame]:
    """Return the reports, and which of them slipped; called only where there is a mirror."""
    reports = load("imf_dots").tables["flows"]
    return reports, slips(reports)


@pytest.fixture
def dots(mirror: Path) -> Frame:
    return read()[0]


@pytest.fixture
def known(mirror: Path) -> Frame:
    return read()[1]


def test_how_many_and_which(known: Frame) -> None:
    assert len(known) == 511
    assert {(710, 780, year) for year in range(2007, 2012)} <= set(known.rows())
    assert (225, 630, 2008) in set(known.rows())
    assert known.select("exporter", "importer").n_unique() > 300, "no pair makes the rule"


@pytest.mark.parametrize(
    ("states", "partners", "first", "last"),
    [
        ((645, 690), None, 1989, 1992),  # the war over Kuwait
        ((694,), (696, 670, 692, 651), 2016, 2020),  # the embargo against Qatar
        ((345, 365, 373), None, 1991, 1993),  # Yugoslavia and the Soviet Union come apart
        ((365,), (369,), 2013, 2020),
        ((652,), None, 2011, 2020),  # sanctions and war in Syria
        ((40,), None, 1960, 1965),  # the embargo against Cuba
    ],
)
def test_a_true_collapse_stands(
    known: Frame, states: tuple[int, ...], partners: tuple[int, ...] | None, first: int, last: int
) -> None:
    years = known.filter(pl.col("year").is_between(first, last))
    for one, other in (("exporter", "importer"), ("importer", "exporter")):
        of = years.filter(pl.col(one).is_in(states))
        assert of.filter(pl.col(other).is_in(partners) if partners else pl.lit(True)).is_empty()


def test_reports_that_were_made_to_slip_are_found_and_few_others(dots: Frame, known: Frame) -> None:
    """Of good reports, within a factor of three of each other, one in a thousand is slipped."""
    ratio = (pl.col("imports_cif") / pl.col("exports_fob")).log().abs()
    true = ~pl.col("imports_estimated") & ~pl.col("exports_estimated")
    rows = dots.with_row_index()
    good = rows.filter(true & (ratio < math.log(3.0)))["index"].to_numpy()
    draw = np.random.default_rng(1).choice(good, len(good) // 1000, replace=False)
    hit = pl.col("index").is_in(draw.tolist())
    made = rows.with_columns(
        imports_cif=pl.when(hit).then(pl.col("imports_cif") / 1000).otherwise("imports_cif")
    )
    got = slips(made)
    drawn = rows.filter(hit)
    large = drawn.filter(pl.col("exports_fob") >= 10)
    assert len(got.join(drawn, on=KEY, how="semi")) > 0.8 * len(drawn)
    assert len(got.join(large, on=KEY, how="semi")) > 0.9 * len(large)
    others = got.join(drawn, on=KEY, how="anti").join(known, on=KEY, how="anti")
    assert len(others) <= 2


def test_the_third_witness_sides_with_the_exporter(dots: Frame, known: Frame) -> None:
    itpd = load("itpd").tables["flows"].filter(pl.col("usd_m") > 0)
    seen = known.join(dots, on=KEY).join(itpd, on=KEY).filter(pl.col("exports_fob") >= 1)
    off = [(pl.col("usd_m") / pl.col(side)).log().abs() for side in ("exports_fob", "imports_cif")]
    assert len(seen) == 131
    assert seen.select((off[0] < off[1]).mean()).item() == pytest.approx(0.84, abs=0.01)
