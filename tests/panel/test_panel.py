"""Frames of pairs and years: their rows, their columns, and what stands where nothing is known."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest

from daylight.core.errors import AtlasTooOld, BadInput, OutsideCoverage, UnknownName
from daylight.core.states import members
from daylight.measures import measure
from daylight.panel.panel import dyads
from daylight.store.atlas import Atlas

KEYS = ["a", "b", "a_cow", "b_cow", "year"]


def row(frame: pl.DataFrame, a: int, b: int, year: int) -> dict[str, Any]:
    """Return the one row of a pair and year."""
    same = (pl.col("a_cow") == a) & (pl.col("b_cow") == b) & (pl.col("year") == year)
    return frame.row(by_predicate=same, named=True)


@pytest.mark.parametrize(("directed", "ways"), [(False, 1), (True, 2)])
def test_every_pair_of_a_year_has_its_rows(small: Atlas, directed: bool, ways: int) -> None:
    frame = dyads(1990, 1991, directed, atlas=small).to_polars()
    sizes = [len(members(year)) for year in (1990, 1991)]
    assert len(frame) == sum(ways * n * (n - 1) // 2 for n in sizes)
    assert frame.columns == KEYS
    assert frame["year"].is_sorted()
    assert frame.n_unique(KEYS) == len(frame)
    assert directed or (frame["a_cow"] < frame["b_cow"]).all()


@pytest.mark.parametrize("directed", [False, True])
def test_every_state_has_its_code_on_both_sides(small: Atlas, directed: bool) -> None:
    """In an undirected frame the last state stands only on the second side."""
    frame = dyads(1990, 1990, directed, atlas=small).to_polars()
    assert (frame["a"] != "").all()
    assert (frame["b"] != "").all()
    last = frame.filter(pl.col("b_cow") == max(members(1990)))
    assert set(last["b"].to_list()) == {"WSM"}


def test_what_a_gap_means_is_told_by_its_status(small: Atlas) -> None:
    every = dyads(1989, 1991, atlas=small, all_rows=True)
    plan = every.add("alliance_support", "vote_kappa").having("status")
    frame = plan.to_polars()
    known, none, outside = (row(frame, 2, b, y) for b, y in ((990, 1990), (20, 1990), (20, 1989)))
    assert (known["alliance_support"], known["alliance_support_status"]) == (2.0, "observed")
    assert (none["alliance_support"], none["alliance_support_status"]) == (0.0, "structural_zero")
    assert (none["vote_kappa"], none["vote_kappa_status"]) == (None, "missing")
    for name in ("alliance_support", "vote_kappa"):
        assert (outside[name], outside[f"{name}_status"]) == (None, "outside_coverage")


def test_a_directed_measure_has_one_value_for_an_undirected_pair(small: Atlas) -> None:
    one = dyads(1990, 1990, atlas=small).add("sanctions").to_polars()
    two = dyads(1990, 1990, directed=True, atlas=small).add("sanctions", "rivalry").to_polars()
    assert measure("sanctions").undirected == "higher"
    assert row(one, 2, 630, 1990)["sanctions"] == 3.0
    assert (row(two, 630, 2, 1990)["sanctions"], row(two, 2, 630, 1990)["sanctions"]) == (3.0, 0.0)
    assert {row(two, *pair, 1990)["rivalry"] for pair in ((2, 630), (630, 2))} == {1.0}


def test_columns_stand_in_the_order_asked_for_each_with_its_extras(small: Atlas) -> None:
    plan = dyads(1990, 1990, atlas=small).add("vote_kappa", "rivalry", "vote_kappa")
    frame = plan.having("n", "hi").having("lo").to_polars()
    parts = [f"{m}{e}" for m in ("vote_kappa", "rivalry") for e in ("", "_lo", "_hi", "_n")]
    assert frame.columns == KEYS + parts
    found = row(frame, 2, 365, 1990)
    assert found["vote_kappa_n"] == 25
    assert found["vote_kappa_lo"] < found["vote_kappa"] < found["vote_kappa_hi"]
    assert [frame[c].dtype for c in ("a_cow", "year", "vote_kappa", "vote_kappa_n")] == [
        pl.Int16, pl.Int16, pl.Float64, pl.Int32,
    ]  # fmt: skip


def test_a_plan_is_not_changed_by_adding(small: Atlas) -> None:
    plan = dyads(1990, 1990, atlas=small)
    assert plan.add("rivalry").measures == ("rivalry",)
    assert plan.measures == plan.extras == ()


@pytest.mark.parametrize(
    ("ask", "error", "says"),
    [
        (lambda atlas: dyads(1992, 1990, atlas=atlas), BadInput, "earlier year first"),
        (lambda atlas: dyads(1815, 1990, atlas=atlas), OutsideCoverage, "1816 to 2017"),
        (lambda atlas: dyads(1990, 2018, atlas=atlas), OutsideCoverage, "1816 to 2017"),
        (lambda atlas: dyads(1990, 1990, atlas=atlas).add("vote_kapa"), UnknownName, "vote_kappa"),
        (lambda atlas: dyads(1990, 1990, atlas=atlas).having("sd"), BadInput, "status"),
        (
            lambda atlas: dyads(1990, 1990, atlas=atlas).add("disputes").to_polars(),
            AtlasTooOld,
            "older than this Daylight",
        ),
    ],
)
def test_what_cannot_be_asked(small: Atlas, ask: Any, error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        ask(small)


def test_a_pair_has_one_row_a_year_by_its_printed_codes(book: Atlas) -> None:
    """In 1990 Germany and Yemen were members under two numbers each."""
    frame = dyads(1989, 1991, atlas=book).to_polars()
    assert frame.n_unique(["a", "b", "year"]) == len(frame)
    assert set(frame.filter(pl.col("a_cow") == 260)["a"]) == {"DEU", "GFR"}
    both = frame.filter((pl.col("year") == 1990) & pl.col("a").is_in(["DEU", "GFR"]))
    assert set(both.select("a", "a_cow").unique().rows()) == {("DEU", 255), ("GFR", 260)}
