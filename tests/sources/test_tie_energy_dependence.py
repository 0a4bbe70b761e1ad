"""Energy: shares of what is recorded, and null or nothing where it is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.sources.energy.ties import LEAST_KUSD, TIE
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.kit.ties.tie import Made

FLOW = {"importer": pl.Int16, "exporter": pl.Int16, "year": pl.Int16, "kusd": pl.Float64}
HIDDEN = {"importer": pl.Int16, "exporter": pl.Int16, "start": pl.Int16, "end": pl.Int16}
HIDDEN |= {"whole": pl.Boolean, "drop": pl.Boolean}
SILENT = {"cow": pl.Int16, "start": pl.Int16, "end": pl.Int16}
STATES = (2, 20, 255, 365, 370, 630, 710)
Flow = tuple[int, int | None, int, float]


def made(*flows: Flow, hidden: tuple[Any, ...] = (), silent: tuple[Any, ...] = ()) -> Made:
    present = [(cow, year) for cow in STATES for year in range(1995, 2025)]
    tables = {
        "flows": pl.DataFrame(flows, FLOW, orient="row"),
        "present": pl.DataFrame(present, {"cow": pl.Int16, "year": pl.Int16}, orient="row"),
        "hidden": pl.DataFrame(list(hidden), HIDDEN, orient="row"),
        "silent": pl.DataFrame(list(silent), SILENT, orient="row"),
    }
    return TIE.make({"energy": tables}, IssueLog("ties"))


def values(found: Made, holder: int) -> dict[tuple[int, int], float | None]:
    """Return the values of a holder by partner and year, among the states in the data."""
    mine = found.rows.filter((pl.col("cow") == holder) & pl.col("partner").is_in(STATES))
    assert mine.select("partner", "year").is_unique().all()
    return {(p, y): v for p, y, v in mine.select("partner", "year", "value").rows()}


def test_shares_of_all_sellers_territories_too() -> None:
    found = made((255, 365, 2010, 5e6), (255, 2, 2010, 3e6), (255, None, 2010, 2e6))
    assert values(found, 255) == {(365, 2010): 0.5, (2, 2010): 0.3}
    assert found.cover is not None
    assert found.cover.select("cow", "partner", "start", "end").rows() == [(255, 0, 2010, 2010)]


def test_a_hidden_flow_is_not_known_in_its_years_even_where_nothing_is_recorded() -> None:
    hidden = ((255, 365, 2011, 2012, False, False),)
    flows = [(255, 2, year, 1e6) for year in (2010, 2011, 2012)]
    found = made(*flows, (255, 365, 2011, 1e6), hidden=hidden)
    assert values(found, 255) == {
        (2, 2010): 1.0, (2, 2011): 0.5, (2, 2012): 1.0, (365, 2011): None, (365, 2012): None,
    }  # fmt: skip


def test_where_the_main_supply_is_hidden_nothing_is_known() -> None:
    hidden = ((370, 365, 2021, 2024, True, False),)
    found = made((370, 2, 2020, 1e6), (370, 2, 2022, 1e6), hidden=hidden)
    assert values(found, 370) == {(2, 2020): 1.0}
    assert found.cover is not None
    assert found.cover.select("start", "end").rows() == [(2020, 2020)]


def test_a_flow_that_is_not_theirs_leaves_the_total() -> None:
    hidden = ((710, 630, 2020, 2020, False, True),)
    found = made((710, 630, 2020, 9e6), (710, 2, 2020, 1e6), hidden=hidden)
    assert values(found, 710) == {(2, 2020): 1.0, (630, 2020): None}


def test_two_states_that_publish_nothing_are_not_known_unless_it_is_recorded() -> None:
    silent = ((365, 2022, 2024), (370, 2022, 2024), (630, 2019, 2024))
    found = made((365, 630, 2022, 1e6), (365, 2, 2022, 1e6), silent=silent)
    assert values(found, 365) == {(630, 2022): 0.5, (2, 2022): 0.5, (370, 2022): None}


def test_too_small_imports_have_no_value() -> None:
    found = made((255, 2, 2010, LEAST_KUSD - 1.0), (20, 2, 2010, float(LEAST_KUSD)))
    assert values(found, 255) == {}
    assert values(found, 20) == {(2, 2010): 1.0}


def test_a_partner_that_is_not_in_the_data_is_not_known() -> None:
    found = made((255, 2, 2010, 1e6)).rows
    gone = found.filter((pl.col("cow") == 255) & (pl.col("partner") == 200))
    assert gone.select("year", "value").rows() == [(2010, None)]


@given(st.dictionaries(st.sampled_from([2, 20, 365, 630, 710]), st.floats(0.1, 1e3), min_size=1))
def test_shares_add_up_to_no_more_than_one(amounts: dict[int, float]) -> None:
    found = values(made(*((255, seller, 2010, v * 1e6) for seller, v in amounts.items())), 255)
    assert sum(v for v in found.values() if v is not None) == pytest.approx(1.0, abs=0.026)


@pytest.mark.mirror
def test_known_pairs(mirror: Path) -> None:
    found = TIE.make({"energy": load("energy").tables}, IssueLog("ties"))
    belarus, germany = values(found, 370), values(found, 255)
    assert belarus[365, 2015] == pytest.approx(1.0)
    assert not [year for _, year in belarus if year > 2020]
    assert germany[365, 2010] is None
    assert (365, 2024) not in germany, "less than half a hundredth of what is recorded"
    assert values(found, 710)[630, 2022] is None
    assert values(found, 20)[2, 2024] == pytest.approx(0.73)
