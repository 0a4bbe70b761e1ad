"""Rows of votes that stand under another state's name."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from daylight.stats.exchanged import Fit, best_run, fit, joint

STATES, ITEMS, SESSIONS = 24, 30, 5
LEFT, RIGHT = 3, 20


def world(seed: int = 1) -> list[NDArray[np.int8]]:
    """Sessions in which states on a line say yes, abstain and no by where the item cuts it."""
    random = np.random.default_rng(seed)
    place = np.linspace(-2, 2, STATES)
    out = []
    for _ in range(SESSIONS):
        cut, side = random.normal(size=ITEMS), random.choice([-1, 1], ITEMS)
        latent = side * (place[:, None] - cut) + 0.4 * random.normal(size=(STATES, ITEMS))
        votes = np.where(latent > 0.2, 1, np.where(latent > -0.2, 2, 3))
        votes[random.random(votes.shape) < 0.1] = 0
        out.append(votes.astype(np.int8))
    return out


def fitted(sessions: list[NDArray[np.int8]], at: int = 2) -> Fit:
    others = sum(joint(votes) for k, votes in enumerate(sessions) if k != at)
    return fit(sessions[at], np.asarray(others))


def exchanged(run: slice) -> list[NDArray[np.int8]]:
    sessions = world()
    sessions[2][[LEFT, RIGHT], run] = sessions[2][[RIGHT, LEFT], run]
    return sessions


def test_joint_counts_pair_choices() -> None:
    counts = joint(np.array([[1, 2, 0], [1, 3, 3]], np.int8))
    assert counts[0, 0, 1, 0] == 1
    assert counts[0, 1, 1, 2] == 1
    assert counts[0, :, 1, :].sum() == 2
    assert (counts == counts.transpose(2, 3, 0, 1)).all()


def test_every_row_fits_its_own_state() -> None:
    gain = fitted(world()).gain().sum(axis=2)
    assert (np.diag(gain) == 0).all()
    assert (gain + gain.T).max() < 15


@pytest.mark.parametrize("run", [slice(0, ITEMS), slice(8, 24)])
def test_exchanged_rows_are_found_where_they_are_exchanged(run: slice) -> None:
    gain = fitted(exchanged(run)).gain()
    both = gain + gain.transpose(1, 0, 2)
    best, start, end = best_run(both)
    pair = np.unravel_index(np.triu(best, 1).argmax(), best.shape)
    assert {int(k) for k in pair} == {LEFT, RIGHT}
    assert best[pair] > 30
    assert abs(int(start[pair]) - run.start) <= 3
    assert abs(int(end[pair]) - run.stop) <= 3


def test_states_without_a_past_are_left_alone() -> None:
    sessions = world()
    for k in (0, 1, 3, 4):
        sessions[k][LEFT] = 0
    found = fitted(sessions)
    assert not found.usable[LEFT]
    assert found.usable[RIGHT]
    assert (found.gain()[LEFT] == 0).all()
    assert (found.gain()[:, LEFT] == 0).all()


def test_a_row_without_votes_says_nothing() -> None:
    sessions = world()
    sessions[2][LEFT] = 0
    assert (fitted(sessions).gain()[LEFT] == 0).all()


def test_best_run() -> None:
    best, start, end = best_run(np.array([[1.0, -2, 3, 1, -1], [-1, -2, -3, -4, -5]]))
    assert best.tolist() == [4, 0]
    assert (start[0], end[0]) == (2, 4)
    assert end[1] - start[1] == 0
