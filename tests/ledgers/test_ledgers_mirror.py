"""Ledgers of all pairs on the real files: known pairs, the prototype's table, distributions."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from daylight.core.lookup import resolve
from daylight.core.status import OBSERVED, OUTSIDE_COVERAGE
from daylight.ledgers.ledger import ledgers, seen
from daylight.ledgers.sensitivity import without_each
from daylight.ledgers.steps import STEPS, TABLES
from daylight.sources.kit.load import Loaded, load
from daylight.store.atlas import current
from daylight.store.schemas.ledgers import LEDGERS
from daylight.tables.flows.steps import STEPS as TRADE
from daylight.tables.step import Inputs

pytestmark = [pytest.mark.mirror, pytest.mark.slow]

PROTOTYPE = Path(__file__).with_name("prototype_2016.csv")
"""Ledgers of a prototype, which carried sources on past their end."""
DEEPER = {("RUS", "BLR")}
"""DESTA 2.3 codes six provisions of the Eurasian Economic Union; the prototype had two."""
Made = dict[str, Any]
STORED = (*TABLES, "trade", "economies")
OBSERVED_BY = ("trade_volumes", "ledger_raw", "ledger_points")
"""Steps of what is observed: nothing is carried here."""


@pytest.fixture(scope="module")
def made() -> Made:
    """Return results of the steps of trade and of the ledgers, and the votes of the atlas."""
    with pytest.MonkeyPatch.context() as patch:
        folder = Path(__file__).resolve().parents[3] / "shared" / "mirror"
        if folder.is_dir():
            patch.setenv("DAYLIGHT_MIRROR", str(folder))
        atlas = current()
        results: Made = {name: pl.DataFrame(dict(atlas.rows(name))) for name in STORED}
        sources: dict[str, Loaded] = {}
        for step in (s for s in (*TRADE, *STEPS) if s.name in OBSERVED_BY):
            for name in step.sources:
                sources.setdefault(name, load(name))
            results[step.name] = step.make(Inputs(step, sources, results.__getitem__, []))
    results["ledgers"] = ledgers(results["ledger_points"])
    return results


def cell(made: Made, one: str, other: str, year: int, table: str = "ledgers") -> dict[str, Any]:
    a, b = sorted(resolve(code, date(year, 12, 31)).cow for code in (one, other))
    rows = made[table]
    found = rows.filter((pl.col("a") == a) & (pl.col("b") == b) & (pl.col("year") == year))
    return found.row(0, named=True)


@pytest.mark.parametrize(
    ("one", "other", "year", "cooperation", "conflict"),
    [
        ("RUS", "PRK", 2025, (77, 100), (0, 1)),
        ("USA", "CAN", 2016, (85, 100), (15, 18)),
        ("RUS", "UKR", 2025, (0, 5), (100, 100)),
        ("GBR", "FRA", 2016, (75, 95), (0, 1)),
        ("IND", "PAK", 1999, (0, 5), (100, 100)),
        ("USA", "CHN", 2016, (0, 1), (45, 52)),
        ("HUN", "RUS", 1956, (80, 90), (100, 100)),
        ("GRC", "TUR", 1974, (65, 80), (80, 80)),
        ("SLV", "HND", 1969, (55, 65), (100, 100)),
        ("USA", "JPN", 1952, (50, 80), (47, 49)),
        ("RUS", "SYR", 2016, (30, 35), (0, 1)),
    ],
)
def test_known_pairs(
    made: Made, one: str, other: str, year: int,
    cooperation: tuple[float, float], conflict: tuple[float, float],
) -> None:  # fmt: skip
    row = cell(made, one, other, year)
    assert cooperation[0] <= row["military_cooperation"] <= cooperation[1]
    assert conflict[0] <= (row["military_conflict"] or 0) <= conflict[1]


@pytest.mark.parametrize(
    ("one", "other", "year", "ledger", "about"),
    [
        ("ITA", "KOR", 1985, "military_cooperation", 10),
        ("ESP", "MAR", 1985, "military_cooperation", 30),
        ("DZA", "SAU", 1985, "military_cooperation", 60),
        ("USA", "ESP", 1960, "military_cooperation", 27),
        ("KOR", "JPN", 1985, "military_conflict", 10),
        ("GBR", "ISL", 1985, "military_conflict", 30),
        ("USA", "NIC", 1985, "military_conflict", 60),
        ("COL", "ECU", 2016, "military_conflict", 30),
        ("USA", "AUS", 1960, "military_conflict", 0),
        ("EGY", "ISR", 1985, "political_cooperation", 10),
        ("IND", "NPL", 1985, "political_cooperation", 30),
        ("East Germany", "POL", 1985, "political_cooperation", 60),
        ("CHN", "IND", 1985, "economic_cooperation", 10),
        ("USA", "GBR", 1985, "economic_cooperation", 30),
        ("IRL", "ITA", 1985, "economic_cooperation", 60),
        ("RUS", "PAK", 2016, "economic_cooperation", 10),
        ("BRA", "ARG", 2016, "economic_cooperation", 60),
    ],
)
def test_pairs_that_stand_for_a_level(
    made: Made, one: str, other: str, year: int, ledger: str, about: float
) -> None:
    """Those that the prototype named, in years that are observed.

    It had the United States and Australia at 60 in 1960, as a joiner of the other side.
    """
    assert (cell(made, one, other, year)[ledger] or 0) == pytest.approx(about, abs=3)


def test_a_blockade_is_political_and_the_alliance_stands_beside_it(made: Made) -> None:
    row = cell(made, "QAT", "SAU", 2018)
    assert row["political_conflict"] == 100 and row["military_cooperation"] > 60
    assert row["military_conflict"] < 10 and row["political_cooperation"] > 50


def test_the_end_of_a_source_is_no_fall_to_zero_and_no_observation(made: Made) -> None:
    row = cell(made, "QAT", "SAU", 2025, "ledger_points")
    assert row["promise"] is None and row["promise_status"] == OUTSIDE_COVERAGE
    floor = cell(made, "USA", "JPN", 2025, "ledger_points")
    assert floor["promise"] == 5 and floor["promise_status"] == OUTSIDE_COVERAGE, "a dated fact"
    assert cell(made, "USA", "CAN", 2025, "ledger_points")["promise_status"] == OBSERVED
    assert cell(made, "USA", "JPN", 2025)[seen("military_cooperation")] < 0.3
    assert cell(made, "USA", "JPN", 2005)[seen("military_cooperation")] == 1


def test_the_prototype_differs_by_what_it_carried_past_2010(made: Made) -> None:
    for row in pl.read_csv(PROTOTYPE).iter_rows(named=True):
        pair = row["one"], row["other"]
        ours = cell(made, *pair, 2016)
        before = cell(made, *pair, 2010, "ledger_points")
        carried = (before["defence_agreements"] or 0) + (before["exercises"] or 0)
        less = row["military_cooperation"] - ours["military_cooperation"]
        assert -2 <= less <= carried + 2, pair
        held = sum(cell(made, *pair, year, "ledger_raw")["held"] for year in range(1992, 2017))
        most = row["military_conflict"] / 0.9**held
        assert row["military_conflict"] - 1 <= ours["military_conflict"] <= most + 1, pair
        if pair not in DEEPER:
            expected = pytest.approx(row["economic_cooperation"], abs=2.5)
            assert ours["economic_cooperation"] == expected, pair


@pytest.mark.parametrize(
    ("ledger", "year", "low", "high"),
    [
        ("military_cooperation", 1960, 0.83, 0.89), ("military_cooperation", 1985, 0.83, 0.89),
        ("military_cooperation", 2016, 0.83, 0.89), ("military_conflict", 1985, 0.94, 0.98),
        ("military_conflict", 2016, 0.95, 0.98), ("political_conflict", 2016, 0.98, 1.0),
        ("economic_cooperation", 1985, 0.40, 0.66), ("economic_cooperation", 2016, 0.40, 0.66),
        ("economic_conflict", 2016, 0.90, 0.97),
    ],
)  # fmt: skip
def test_share_at_zero(made: Made, ledger: str, year: int, low: float, high: float) -> None:
    rows = made["ledgers"].filter(pl.col("year") == year)
    assert low <= (rows[ledger].fill_null(0.0) < 0.5).mean() <= high


def test_every_pair_and_year_is_whole_and_within_bounds(made: Made) -> None:
    rows = made["ledgers"]
    assert 1_000_000 < len(rows) < 1_020_000
    assert not rows.select("a", "b", "year").is_duplicated().any()
    for ledger in LEDGERS:
        values, part = rows[ledger].drop_nulls(), rows[seen(ledger)]
        assert values.min() >= 0 and values.max() <= 100
        assert part.min() >= 0 and part.max() <= 1 and not part.null_count()


def test_how_far_ledgers_fall_without_an_item(made: Made) -> None:
    table = without_each(made["ledger_points"].filter(pl.col("year").is_between(1946, 2014)))
    found = {row["item"]: row for row in table.iter_rows(named=True)}
    assert found["promise"]["much"] > 0.5
    assert found["disputes"]["much"] > 0.3
    assert found["investment_treaty"]["most"] == pytest.approx(10)
