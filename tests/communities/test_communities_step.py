"""The whole step on a small world of states."""

from __future__ import annotations

import sys

import polars as pl
import pytest
from small_ties import FIRST, SECOND

from daylight.communities.leiden import libraries
from daylight.communities.steps import communities
from daylight.core.errors import MissingExtra
from daylight.store.schemas import table
from daylight.store.schemas.ledgers import LEDGERS
from daylight.tables.world import Frames

YEARS = [1985, 1986, 1988]


def world() -> Frames:
    pairs = [(a, b) for a in FIRST + SECOND for b in FIRST + SECOND if a < b]
    rows = []
    for a, b in pairs:
        same = (a in FIRST) == (b in FIRST)
        for year in YEARS:
            row: dict[str, int | None] = {"a": a, "b": b, "year": year}
            for ledger in LEDGERS:
                points = 120 if same and ledger.endswith("cooperation") else 0
                row |= {ledger: points, f"{ledger}_lo": None, f"{ledger}_hi": None}
            rows.append(row)
    near = [{"a": a, "b": b, "start": 1946, "end": 2000, "km": 1000, "contiguity": 0}
            for a, b in pairs]  # fmt: skip
    power = [{"cow": cow, "year": 1986, "cinc": 1 / cow} for cow in FIRST + SECOND]
    power += [row | {"year": 1985} for row in power]
    frames = {"ledgers": rows, "nearness": near, "capabilities": power}
    return Frames({n: pl.DataFrame(r, infer_schema_length=None) for n, r in frames.items()})


@pytest.mark.slow
def test_the_step_finds_two_groups_in_every_year_and_the_same_again() -> None:
    made = communities(world(), YEARS)
    assert made.columns == list(table("communities").columns)
    assert made.height == len(YEARS) * len(FIRST + SECOND)
    sides = made.group_by("year", "community").agg(pl.col("cow").sort(), pl.col("chance").min())
    assert set(map(tuple, sides["cow"].to_list())) == {FIRST, SECOND}
    assert set(sides["community"].to_list()) == {FIRST[0], SECOND[0]}
    assert sides["chance"].min() == 100
    kept = made.filter(pl.col("year") <= 1986)
    assert kept.group_by("cow").agg(pl.col("line").n_unique())["line"].max() == 1
    assert communities(world(), YEARS).equals(made)


def test_without_the_libraries_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "leidenalg", None)
    with pytest.raises(MissingExtra, match="networks"):
        libraries()
