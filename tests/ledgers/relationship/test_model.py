"""The relationship on made-up pairs: what was planted is found, and zones are chances."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as of_numpy

from daylight.ledgers.nowcast.bands import Bands
from daylight.ledgers.relationship.form import ENTERS, INPUTS, inputs
from daylight.ledgers.relationship.model import (
    NEGATIVE,
    RIVALRY,
    WARM,
    Relationship,
    drawn,
    fitted,
    outcome,
    weights,
    zones,
)
from daylight.ledgers.relationship.spread import Spread, spread
from daylight.stats.multinomial import chances
from daylight.store.schemas.ledgers import LEDGERS

PLANTED = np.array([
    [-3.5, -1.0, 5.5, -2.0, 8.0, -1.0, -6.5],
    [-5.0, 2.0, -1.0, 4.0, -4.0, 6.0, 0.0],
])  # fmt: skip
N, YEARS = 1500, 8


def world(seed: int = 1) -> tuple[dict, np.ndarray, np.ndarray]:
    """Return ledgers, levels and pairs whose zones are drawn from planted weights."""
    rng = np.random.default_rng(seed)
    pair = np.repeat(np.arange(N), YEARS)
    ledgers = {
        name: np.where(rng.random(N) < 0.5, rng.uniform(0, 100, N), 0.0)[pair] for name in LEDGERS
    }
    p = chances(inputs(ledgers), PLANTED)
    found = (rng.random(len(p))[:, None] > p.cumsum(axis=1)).sum(axis=1)
    conflict, close = (ledgers[n] / 100 for n in ("military_conflict", "political_cooperation"))
    severe = rng.random(len(p)) < 1 / (1 + np.exp(2 - 4 * np.sqrt(conflict)))
    community = rng.random(len(p)) < 1 / (1 + np.exp(3 - 6 * close))
    level = np.select(
        [(found == RIVALRY) & severe, found == RIVALRY, found == NEGATIVE, community],
        [0.0, 0.25, 0.5, 1.0], 0.75,
    )  # fmt: skip
    return ledgers, level, pair


@pytest.fixture(scope="module")
def model() -> Relationship:
    return fitted(*world())


def test_planted_weights_are_found(model: Relationship) -> None:
    error = np.sqrt(np.diag(model.three.covariance)).reshape(2, -1)
    assert (np.abs(model.three.weights - PLANTED) < 4 * error).all()
    assert model.severe.weights[0] == pytest.approx([-2, 4], abs=0.6)
    assert model.community.weights[0] == pytest.approx([-3, 6], abs=0.8)
    assert model.rows == N * YEARS and model.pairs == N


def test_levels_between_two_zones_fall_to_the_nearer() -> None:
    got = outcome(np.array([0.0, 0.3, 0.37, 0.38, 0.5, 0.62, 0.63, 1.0]))
    assert got.tolist() == [RIVALRY] * 3 + [NEGATIVE] * 3 + [WARM] * 2


POINTS = of_numpy.arrays(float, (6, 5), elements=st.floats(0, 100))


@given(POINTS)
def test_zones_are_chances(points: np.ndarray) -> None:
    got = zones(dict(zip(ENTERS, points.T, strict=True)), fixed())
    assert got.shape == (6, 5) and got.min() >= 0
    assert got.sum(axis=1) == pytest.approx(1)


@given(POINTS)
def test_more_conflict_alone_never_lowers_the_chance_of_rivalry(points: np.ndarray) -> None:
    """Of military conflict where political is none, and the other way round."""
    conflicts = ("military_conflict", "political_conflict")
    for name, other in (conflicts, conflicts[::-1]):
        ledgers = dict(zip(ENTERS, points.T, strict=True)) | {other: np.zeros(6)}
        more = ledgers | {name: np.minimum(ledgers[name] + 10, 100)}
        less, high = (zones(x, fixed())[:, :2].sum(axis=1) for x in (ledgers, more))
        assert (high >= less - 1e-12).all()


def fixed() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    return PLANTED, np.array([[-2.0, 4.0]]), np.array([[-3.0, 6.0]])


def test_zones_of_many_weights_are_those_of_each(model: Relationship) -> None:
    ledgers = {name: np.full((3, 1), 30.0) for name in ENTERS}
    many = zones(ledgers, drawn(model, 8))
    assert many.shape == (3, 8, 5)
    one = zones({n: v[:, 0] for n, v in ledgers.items()}, tuple(w[5] for w in drawn(model, 8)))
    assert many[:, 5] == pytest.approx(one)


def test_weights_are_drawn_around_the_estimate(model: Relationship) -> None:
    for part, whole in zip(drawn(model, 32), weights(model), strict=True):
        assert part.mean(axis=0) == pytest.approx(whole)


def seen(**points: float) -> dict:
    none = np.zeros(0, np.int64)
    return {
        name: Bands(*(np.full(1, points.get(name, 0.0)) for _ in range(3)), np.full(1, np.nan),
                    none, np.zeros(0),
                    np.ones((0, 1)))
        for name in LEDGERS
    }  # fmt: skip


def unseen(name: str, chances_of: np.ndarray, **points: float) -> dict:
    value = float(chances_of @ np.arange(len(chances_of)))
    one = Bands(np.array([value]), np.zeros(1), np.full(1, 100.0), np.ones(1),
                np.zeros(1, np.int64), np.zeros(1), chances_of[None, :])  # fmt: skip
    return seen(**points) | {name: one}


def held(got: Spread) -> None:
    assert got.zones.sum(axis=1) == pytest.approx(1)
    for part in (got.rivalry, got.warm, got.place):
        assert (part[:, 1] <= part[:, 0] + 1e-12).all()
        assert (part[:, 0] <= part[:, 2] + 1e-12).all()
    assert got.rivalry[:, 0] == pytest.approx(got.zones[:, :2].sum(axis=1))


def test_what_is_seen_has_the_chances_of_its_value(model: Relationship) -> None:
    got = spread(model, seen(military_conflict=60))
    held(got)
    plain = {name: np.array([60.0 if name == "military_conflict" else 0.0]) for name in ENTERS}
    assert got.zones == pytest.approx(zones(plain, weights(model)))
    assert got.rivalry[0, 2] - got.rivalry[0, 1] < 0.2


def test_what_is_foretold_has_the_mean_over_its_distribution_and_a_wider_band(
    model: Relationship,
) -> None:
    both = np.zeros(81)
    both[[0, 80]] = 0.5
    got = spread(model, unseen("military_conflict", both))
    held(got)
    ends = [spread(model, seen(military_conflict=x)) for x in (0, 80)]
    assert got.zones == pytest.approx((ends[0].zones + ends[1].zones) / 2, abs=1e-9)
    assert got.rivalry[0, 1] <= ends[0].rivalry[0, 0] + 0.02
    assert got.rivalry[0, 2] >= ends[1].rivalry[0, 0] - 0.02
    assert got.rivalry[0, 2] - got.rivalry[0, 1] > 0.3


def test_inputs_have_names() -> None:
    assert PLANTED.shape[1] == len(INPUTS)
