"""Two groups and a bridge: who is together, and how often."""

from __future__ import annotations

from dataclasses import replace

import leidenalg
import numpy as np
import pytest
from small_ties import BRIDGE, FIRST, SECOND, banded, cliques

from daylight.communities.leiden import graph, leiden
from daylight.communities.partition import SEED_ONLY, excess, expected, net, partitions, together

RUNS = 30


def share(found, a: int, b: int) -> float:
    states = found.states.tolist()
    return found.times[states.index(a), states.index(b)] / found.runs


def test_two_cliques_are_two_communities_in_every_run() -> None:
    found = together(cliques(width=10.0), RUNS)
    for group in (FIRST, SECOND):
        assert {share(found, a, b) for a in group for b in group} == {1.0}
    assert {share(found, a, b) for a in FIRST for b in SECOND} == {0.0}


def test_a_bridge_is_with_each_side_in_half_of_the_runs() -> None:
    made = cliques((*FIRST, *SECOND, BRIDGE), 20.0, (*FIRST, BRIDGE), (*SECOND, BRIDGE))
    found = together(made, 100)
    sides = share(found, BRIDGE, FIRST[0]), share(found, BRIDGE, SECOND[0])
    assert sum(sides) == pytest.approx(1.0)
    assert sides[0] == pytest.approx(0.5, abs=0.2), "four standard errors of 100 runs"
    assert share(found, FIRST[0], FIRST[1]) == 1.0


def test_other_numbers_for_the_states_change_nothing() -> None:
    one = together(cliques(), RUNS)
    other = together(cliques(first=FIRST[:3] + SECOND[:3], second=FIRST[3:] + SECOND[3:]), RUNS)
    to = dict(zip(FIRST + SECOND, FIRST[:3] + SECOND[:3] + FIRST[3:] + SECOND[3:], strict=True))
    for a in FIRST + SECOND:
        for b in FIRST + SECOND:
            assert share(one, a, b) == share(other, to[a], to[b])


def test_the_same_seed_gives_the_same_and_what_does_not_vary_is_as_stored() -> None:
    made = cliques(width=40.0)
    assert (partitions(made, 5, 1) == partitions(made, 5, 1)).all()
    assert (net(made) == made.cooperation.value).all()
    assert (net(made, np.random.default_rng(1)) != made.cooperation.value).any()
    assert partitions(made, 3, 1, SEED_ONLY).shape == (3, len(made.states))


def test_conflict_takes_from_cooperation_but_not_below_zero() -> None:
    made = cliques()
    fought = replace(made, conflict=banded(np.full_like(made.cooperation.value, 10.0)))
    assert set(np.unique(net(fought)).tolist()) == {0.0, 50.0}


def test_draws_stay_in_bounds_and_seen_points_do_not_move() -> None:
    made = cliques()
    assert (net(made, np.random.default_rng(3)) == made.cooperation.value).all()
    wide = net(cliques(width=90.0), np.random.default_rng(3))
    assert wide.min() >= 0.0
    assert wide.max() <= 100.0


def test_what_is_more_than_expected_sums_to_nothing_at_resolution_one() -> None:
    made = cliques((*FIRST, *SECOND, BRIDGE))
    points = net(made)
    assert excess(points, expected(made, points), 1.0).sum(axis=1) == pytest.approx(0, abs=1.0)
    assert (excess(points * 0, expected(made, points), 1.0) == 0).all()


def test_the_sum_of_layers_has_the_quality_of_the_multiplex() -> None:
    made = cliques((*FIRST, *SECOND, BRIDGE), 20.0)
    points = net(made, np.random.default_rng(2))
    layers = np.rint(excess(points, expected(made, points), 1.0))
    network = graph(len(made.states), made.i, made.j)
    found = leiden(network, layers.sum(axis=0), 1)
    each = [quality(network, layer, found) for layer in layers]
    assert sum(each) == quality(network, layers.sum(axis=0), found)


def quality(network, weights: np.ndarray, membership: np.ndarray) -> float:
    return leidenalg.CPMVertexPartition(
        network, membership.tolist(), weights=weights.tolist(), resolution_parameter=0.0
    ).quality()
