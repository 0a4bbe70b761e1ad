"""Ledgers of a year with bands: what is seen is a point, what is foretold widens it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_cubes import chain, plain, with_points

from daylight.ledgers.items import BY_NAME, ITEMS
from daylight.ledgers.nowcast.bands import Bands, bands
from daylight.ledgers.nowcast.cube import Cube
from daylight.ledgers.nowcast.foretell import foretell
from daylight.ledgers.nowcast.specs import SPECS
from daylight.store.schemas.ledgers import LEDGERS

N, LAST = 300, 79


def noisy(seed: int) -> Cube:
    """Return a cube in which every item moves."""
    rng = np.random.default_rng(seed)
    made = {
        item.name: chain(N, 0.03, 1, 0.05, seed + k)
        * np.round(rng.uniform(0, item.maximum, (N, 1)))
        for k, item in enumerate(ITEMS)
    }
    return with_points(plain(N), **made)


def ledgers(cube: Cube, year: int, **more: object) -> dict[str, Bands]:
    told = {name: foretell(cube, name, range(year, year + 1)) for name in SPECS}
    return bands(cube, year, told, **more)  # type: ignore[arg-type,return-value]


def test_what_is_seen_is_a_point() -> None:
    cube = noisy(1)
    for name, one in ledgers(cube, LAST).items():
        assert (one.lo == one.value).all() and (one.hi == one.value).all()
        mine = [i.name for i in ITEMS if i.ledger == name]
        points = np.stack([cube.points[i][:, LAST] for i in mine])
        whole = points.max(axis=0) if name == "military_conflict" else points.sum(axis=0)
        assert one.value == pytest.approx(np.minimum(whole, 100), abs=1e-4)


@settings(max_examples=12, deadline=None)
@given(st.sampled_from(sorted(SPECS)), st.integers(0, 50), st.integers(3, 10))
def test_an_item_taken_away_widens_the_bands_of_its_ledger_alone(
    name: str, seed: int, age: int
) -> None:
    cube = noisy(seed)
    blind = ledgers(cube.blind(name, LAST - age), LAST)
    for one in blind.values():
        assert (one.lo <= one.value + 1e-9).all() and (one.value <= one.hi + 1e-9).all()
        assert one.lo.min() >= 0 and one.hi.max() <= 100
    # after a year or two some hold so surely that 90 % of the chance is one number
    wider = {ledger for ledger in LEDGERS if (blind[ledger].hi > blind[ledger].lo).any()}
    assert wider == {BY_NAME[name].ledger}


def test_a_second_item_taken_away_does_not_lower_the_mean_width() -> None:
    cube = noisy(7)
    once = cube.blind("promise", LAST - 5)
    twice = once.blind("defence_agreements", LAST - 5)
    width = [
        (one.hi - one.lo).mean()
        for one in (ledgers(c, LAST)["military_cooperation"] for c in (once, twice))
    ]
    assert width[1] >= width[0]


def test_parts_have_the_mean_of_the_distribution() -> None:
    one = ledgers(noisy(5).blind("promise", LAST - 6), LAST)["military_cooperation"]
    parts = one.parts("military_cooperation", 64, np.arange(N))
    assert parts.shape == (N, 64)
    assert (np.diff(parts, axis=1) >= -1e-9).all()
    inside = one.base + one.chances.shape[1] - 1 <= 100
    mean = one.base + one.chances @ np.arange(one.chances.shape[1])
    assert parts[one.rows].mean(axis=1)[inside] == pytest.approx(mean[inside], abs=1e-6)


def test_nothing_known_and_nothing_foretold_is_no_number() -> None:
    cube = noisy(2)
    for item in (i for i in ITEMS if i.ledger == "economic_conflict"):
        cube.points[item.name][:] = np.nan
        cube.seen[item.name][:] = False
    one = ledgers(cube, LAST)["economic_conflict"]
    assert np.isnan(one.value).all() and np.isnan(one.lo).all()


def test_only_pairs_in_the_system_have_a_row() -> None:
    cube = noisy(4)
    cube.alive[:50, LAST] = False
    assert len(ledgers(cube, LAST)["political_conflict"].value) == N - 50
