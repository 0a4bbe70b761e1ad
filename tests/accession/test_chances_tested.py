"""Forecasts of each year learn nothing from later ones, and ship only where they are better."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from daylight.accession.counts import Cells
from daylight.accession.roster import FIRST
from daylight.accession.signs import MOST
from daylight.accession.tested import START, chosen, forecasts

YEARS, BLOCS = 2000 - FIRST + 1, 12
LADDER = (("signs", ("all", "standing", "bloc")), ("bloc", ("all",)))


def cells(telling: bool, horizon: int = 2, seed: int = 1) -> Cells:
    """Return cases with few or many points; points tell, or do not, who joins."""
    rng = np.random.default_rng(seed)
    n = np.zeros((YEARS, BLOCS, MOST + 1, 4))
    n[:, :, [1, 6], 0] = 50.0
    rate = np.where(np.arange(MOST + 1) > 3, 0.2 if telling else 0.02, 0.01 if telling else 0.02)
    events = rng.binomial(n.astype(int), rate[:, None]).astype(float)
    n[-horizon:], events[-horizon:] = 0, 0
    return Cells(horizon, n, events)


@pytest.mark.parametrize("horizon", [1, 4])
def test_a_forecast_learns_only_from_outcomes_known_by_then(horizon: int) -> None:
    plain = cells(True, horizon)
    origin = START - FIRST + 10
    changed = plain.events.copy()
    changed[origin - horizon + 1 :] = plain.n[origin - horizon + 1 :]
    later = forecasts(replace(plain, events=changed))
    for way, before in forecasts(plain).chances.items():
        assert np.array_equal(before[: origin + 1], later.chances[way][: origin + 1]), way
        assert not np.array_equal(before[origin + 1], later.chances[way][origin + 1]), way


def test_points_ship_where_they_tell() -> None:
    way, skills = chosen(forecasts(cells(True)), LADDER)
    assert way == "signs"
    assert all(one.lo > 0.05 for one in skills)


def test_points_do_not_ship_where_they_tell_nothing() -> None:
    way, skills = chosen(forecasts(cells(False)), LADDER)
    assert way == "all"
    assert any(one.way == "signs" and one.lo <= 0 for one in skills)


def test_without_an_event_there_is_nothing_to_judge() -> None:
    none = cells(True)
    assert chosen(forecasts(replace(none, events=np.zeros_like(none.events))), LADDER) == (
        "all",
        (),
    )
