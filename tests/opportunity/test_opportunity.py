"""Expectations of an invented world: what comes back, ranks, and what is not known."""

from __future__ import annotations

from dataclasses import asdict, fields

import numpy as np
import polars as pl
import pytest

from daylight.opportunity.expected import expected
from daylight.opportunity.features import features
from daylight.opportunity.fit import Term, terms
from daylight.opportunity.opportunity import LIKE, Opportunity, opportunities
from daylight.opportunity.outcomes import OUTCOMES, TRADE
from daylight.tables.world import Frames

STATES = tuple(range(100, 130))
YEARS = range(1990, 1994)
PAIRS = [(a, b) for a in STATES for b in STATES if a < b]
RNG = np.random.default_rng(3)
GDP = {cow: 8000 + 150 * (cow - 100) for cow in STATES}
KM = {pair: int(RNG.integers(20, 1500)) * 10 for pair in PAIRS}
LAST_POWER = 1992
Tables = dict[str, pl.DataFrame]


def mean(a: int, b: int) -> float:
    return float(np.exp(0.8 * (GDP[a] + GDP[b]) / 1000 - 0.6 * np.log(KM[a, b]) - 3))


def world(amounts: dict[tuple[int, int], float | None], unknown_gdp: int | None = None) -> Tables:
    """Return a world in which trade of each pair is what is given, in every year."""
    trade = [
        {"a": a, "b": b, "year": year, "ab": None if v is None else round(np.log(v / 2) / 0.005),
         "ba": None if v is None else round(np.log(v / 2) / 0.005),
         "status_ab": 4 if v is None else 0, "status_ba": 4 if v is None else 0,
         "log_sd": None if v is None else 10, "source": 1}
        for year in YEARS for (a, b), v in amounts.items()
    ]  # fmt: skip
    sizes = [
        {"cow": cow, "year": year, "goods": 20_000, "goods_sd": 0, "goods_status": 0,
         "gdp": None if cow == unknown_gdp else GDP[cow], "gdp_sd": 0, "gdp_status": 0,
         "price": 1.0}
        for year in YEARS for cow in STATES
    ]  # fmt: skip
    near = [
        {"a": a, "b": b, "start": 1990, "end": 2020, "km": km, "contiguity": (a + b) % 6,
         "language": (a * b) % 3 == 0, "colony": (a + 2 * b) % 7 == 0}
        for (a, b), km in KM.items()
    ]  # fmt: skip
    power = [
        {"cow": cow, "year": year, "cinc": (1 + (cow * 7) % 13) / 100}
        for year in range(1990, LAST_POWER + 1)
        for cow in STATES
    ]
    frames = {"trade": trade, "economies": sizes, "nearness": near, "capabilities": power}
    return {n: pl.DataFrame(rows, infer_schema_length=None) for n, rows in frames.items()}


def ledgers(share_seen: float = 1.0) -> Frames:
    """Return points of each ledger: many for near pairs of strong states, none for others."""
    rows = [
        {"a": a, "b": b, "year": year}
        | {o.name: max(0, 120 - KM[a, b] // 50) for o in OUTCOMES if o.name != TRADE}
        | {f"{o.name}{end}": None for o in OUTCOMES if o.name != TRADE for end in ("_lo", "_hi")}
        | {f"{o.name}_seen": round(100 * share_seen) for o in OUTCOMES if o.name != TRADE}
        for year in YEARS
        for a, b in PAIRS
    ]
    return Frames({"ledgers": pl.DataFrame(rows).cast({pl.Null: pl.UInt8})})


def with_fit(made: Tables, points: Frames | None = None) -> Frames:
    rows = [asdict(term) for term in terms(Frames(made), points, LAST_POWER)]
    names = [field.name for field in fields(Term)]
    return Frames(made | {"opportunity": pl.DataFrame(rows, names)})


AMOUNTS: dict[tuple[int, int], float | None] = {pair: mean(*pair) for pair in PAIRS}


def trade_of(made: Frames, a: int, b: int, year: int = 1991) -> Opportunity:
    return opportunities(made, a, b, year, LAST_POWER)[0]


def test_a_world_by_the_model_is_as_expected() -> None:
    made = with_fit(world(AMOUNTS))
    (trade,) = [outcome for outcome in OUTCOMES if outcome.name == TRADE]
    means = expected(trade, made, 1991, LAST_POWER)
    assert means is not None
    assert means.mean == pytest.approx([mean(*pair) for pair in PAIRS], rel=0.02)
    found = trade_of(made, 103, 120)
    assert found.ratio.value == pytest.approx(1.0, rel=0.02)
    assert found.n == LIKE
    assert found.unknown == ()


def test_more_and_less_than_expected_and_the_same_in_both_orders() -> None:
    amounts = AMOUNTS | {(103, 120): 4 * mean(103, 120), (105, 111): mean(105, 111) / 4}
    made = with_fit(world(amounts))
    more, less = trade_of(made, 103, 120), trade_of(made, 105, 111)
    assert more.ratio.value == pytest.approx(4, rel=0.1)
    assert (more.rank, less.rank) == (100.0, 0.0)
    assert less.ratio.value == pytest.approx(0.25, rel=0.1)
    assert more == trade_of(made, 120, 103)
    assert more.ratio.lo is not None
    assert more.ratio.value is not None
    assert more.ratio.value / more.ratio.lo == pytest.approx(np.exp(1.645 * 0.1), rel=1e-3)


def test_what_is_not_known_is_said_and_not_guessed() -> None:
    made = with_fit(world(AMOUNTS | {(103, 120): None}, unknown_gdp=110))
    found = trade_of(made, 103, 120)
    assert found.observed.value is found.ratio.value is found.rank is None
    assert found.expected.value == pytest.approx(mean(103, 120), rel=0.05)
    assert found.unknown == ("trade of the two in 1991",)
    found = trade_of(made, 103, 110)
    assert found.expected.value is None
    assert found.unknown == ("the GDP or the capabilities of one of them",)
    assert "not both members" in trade_of(made, 103, 990).unknown[0]
    assert "not observed for enough pairs" in trade_of(made, 103, 120, 2015).unknown[0]


def test_points_need_most_pairs_and_most_of_their_maximum() -> None:
    made, points = world(AMOUNTS), ledgers()
    found = opportunities(with_fit(made, points), 103, 120, 1993, LAST_POWER, points)
    assert [o.ratio.value is None for o in found] == [False] * len(OUTCOMES)
    assert found[-1].unknown == ("capabilities after 1992, taken as they were then",)
    little = ledgers(0.1)
    found = opportunities(with_fit(world(AMOUNTS), little), 103, 120, 1991, LAST_POWER, little)
    assert [o.ratio.value is None for o in found] == [False, True, True, True, True]
    alone = opportunities(with_fit(world(AMOUNTS)), 103, 120, 1991, LAST_POWER)
    assert [o.ratio.value is None for o in alone] == [False, True, True, True, True]


def test_capabilities_do_not_stand_for_ever() -> None:
    made = Frames(world(AMOUNTS))
    near, far = (features(made, 1993, last).columns["power"] for last in (1990, 1989))
    assert not np.isnan(near).any()
    assert np.isnan(far).all()


def test_what_is_carried_has_its_band_and_is_said() -> None:
    points = ledgers()
    frame = pl.DataFrame(dict(points.rows("ledgers")))
    here = (pl.col("a") == 103) & (pl.col("b") == 120)
    banded = frame.with_columns(
        military_cooperation=pl.when(here).then(80).otherwise("military_cooperation"),
        military_cooperation_lo=pl.when(here).then(60),
        military_cooperation_hi=pl.when(here).then(120),
    )
    made = with_fit(world(AMOUNTS), points)
    carried = opportunities(made, 103, 120, 1991, LAST_POWER, Frames({"ledgers": banded}))
    found = next(o for o in carried if o.outcome == "military_cooperation")
    assert (found.observed.value, found.observed.lo, found.observed.hi) == (40, 30, 60)
    assert "carried past the end of its sources" in found.unknown[0]
