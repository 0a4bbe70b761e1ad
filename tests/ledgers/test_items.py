"""The registry of items: every one bounded, monotone, sourced, made and documented."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.core.errors import BadInput
from daylight.ledgers.curves import TOP, Floats, added, both_ways, higher, with_part
from daylight.ledgers.item import HIGHEST, Item
from daylight.ledgers.items import BY_NAME, ITEMS, item_of
from daylight.ledgers.raw import FADING, MAKERS
from daylight.ledgers.scored import of_item
from daylight.ledgers.steps import SOURCES
from daylight.sources.kit.declaration import declaration, source_ids
from daylight.store.schemas.ledgers import LEDGERS
from daylight.tables.flows import steps as flows
from daylight.tables.votes import steps as votes

EACH = pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.name)
RAWS = st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=30)
EXTREMES = (-1e6, 1e6)


def scored(item: Item, *directions: list[float | None]) -> list[float | None]:
    both = directions if len(directions) == len(item.columns) else directions * 2
    raw = {c: known(values) for c, values in zip(item.columns, both, strict=False)}
    return unknown(of_item(item, raw))


def known(values: list[float | None]) -> Floats:
    return np.array([np.nan if v is None else v for v in values], float)


def unknown(points: Floats) -> list[float | None]:
    return [None if np.isnan(p) else p for p in points.tolist()]


@EACH
def test_the_maximum_is_reached_and_nothing_is_below_zero(item: Item) -> None:
    ends = sorted(p for p in scored(item, [*EXTREMES]) if p is not None)
    assert ends == pytest.approx([0.0, item.maximum])


@EACH
@settings(max_examples=25, deadline=None)
@given(raws=RAWS)
def test_curves_are_monotone_and_bounded(item: Item, raws: list[float]) -> None:
    ordered = sorted(raws, reverse=item.shape.falling)
    points = [p for p in scored(item, [*ordered]) if p is not None]
    assert len(points) == len(raws)
    assert all(0 <= p <= item.maximum for p in points)
    assert all(q >= p - 1e-9 for p, q in pairwise(points))


@EACH
@settings(max_examples=10, deadline=None)
@given(one=st.floats(-10, 1e3), two=st.floats(-10, 1e3))
def test_the_two_states_are_treated_alike(item: Item, one: float, two: float) -> None:
    if item.directed:
        assert scored(item, [one], [two]) == scored(item, [two], [one])


@EACH
def test_what_is_not_known_has_no_points(item: Item) -> None:
    assert scored(item, [None]) == [None]


@EACH
def test_every_item_says_where_it_comes_from_and_why(item: Item) -> None:
    known = set(source_ids())
    assert item.sources and {name for name, _ in item.sources} <= known
    for name, last in item.sources:
        assert declaration(name).coverage.start <= last <= 2025
    assert item.reason.endswith(".") and item.unit and item.shape.says and item.title
    assert item.ledger in LEDGERS
    assert 0 < item.maximum <= TOP
    assert 0 <= item.fade < 1
    assert (item.name in FADING) == (item.fade > 0)


def test_every_item_is_made_once_and_every_source_is_read() -> None:
    assert MAKERS.keys() | FADING.keys() == BY_NAME.keys()
    assert not MAKERS.keys() & FADING.keys()
    assert len(BY_NAME) == len(ITEMS)
    upstream = {s for step in (*flows.STEPS, *votes.STEPS) for s in step.sources}
    used = {name for item in ITEMS for name, _ in item.sources}
    assert used <= set(SOURCES) | upstream
    assert set(SOURCES) <= used, "a source that is read and not named by an item"


def test_the_maxima_are_those_of_the_design() -> None:
    sums = {
        ledger: sum(i.maximum for i in ITEMS if i.ledger == ledger)
        for ledger in LEDGERS
        if ledger not in HIGHEST
    }
    assert sums == {
        "military_cooperation": 135, "political_cooperation": 100, "political_conflict": 100,
        "economic_cooperation": 100, "economic_conflict": 100,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("join", "forth", "back", "points"),
    [
        (higher, 7.0, 50.0, 50.0),
        (higher, None, 5.0, 5.0),
        (both_ways(3.0), 12.0, 5.0, 15.0),
        (both_ways(3.0), 12.0, 0.0, 12.0),
        (both_ways(3.0), 12.0, None, 12.0),
        (with_part(0.25), 60.0, 20.0, 65.0),
        (with_part(0.25), 95.0, 90.0, 100.0),
        (added, 10.0, 4.0, 14.0),
        (added, None, 4.0, 4.0),
        (added, None, None, None),
    ],
)
def test_two_directions_become_one(
    join: object, forth: float | None, back: float | None, points: float | None
) -> None:
    assert callable(join)
    assert unknown(join(known([forth]), known([back]))) == [points]


@pytest.mark.parametrize(
    ("name", "raw", "points"),
    [
        ("promise", 5.0, 50.0), ("promise", 4.0, 10.0), ("promise", 3.0, 7.0),
        ("promise", 2.0, 5.0), ("promise", 1.0, 3.0), ("organisation", 1.0, 10.0),
        ("defence_agreements", 0.5, 2.5), ("troops", 3.0, 7.5), ("disputes", 4.0, 80.0),
        ("crises", 3.0, 60.0), ("vote_kappa", 0.4, 10.0), ("nearness", 1.0, 10.0),
        ("organisations", 25.0, 10.0), ("blocs", 2.0, 25.0), ("relations", 1.0, 0.0),
        ("relations", 2.0, 40.0), ("trade_volume", 1000.0, 7.5), ("agreement", 3.5, 12.5),
        ("customs_union", 2.0, 20.0),
    ],
)  # fmt: skip
def test_points_of_the_table(name: str, raw: float, points: float) -> None:
    assert scored(item_of(name), [raw]) == pytest.approx([points])


def test_an_unknown_item_is_named_with_those_that_there_are() -> None:
    with pytest.raises(BadInput, match="No item of a ledger is called 'promises'; there are promi"):
        item_of("promises")
