"""Agreement from joint counts: bounds, symmetry, known values, and how often intervals hold."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from daylight.core.errors import BadInput
from daylight.stats.agreement import CHANCES, DISTANCES, Chance, Distance, agreement

Counts = NDArray[np.int64]
KINDS = list(product(DISTANCES, CHANCES))
TINY = 1e-9

tables = arrays(np.int64, (4, 9), elements=st.integers(0, 40))
sparse = arrays(np.int64, (4, 9), elements=st.sampled_from([0, 0, 0, 1, 30]))
kinds = st.sampled_from(KINDS)


def one(counts: list[int], distance: Distance, chance: Chance) -> float:
    return float(agreement(np.array([counts]), distance, chance).value[0])


def transposed(counts: Counts) -> Counts:
    return counts.reshape(-1, 3, 3).swapaxes(1, 2).reshape(-1, 9)


@given(st.one_of(tables, sparse), kinds)
def test_scores_keep_their_bounds_and_intervals_hold_them(
    counts: Counts, kind: tuple[Distance, Chance]
) -> None:
    result = agreement(counts, *kind)
    known = ~np.isnan(result.value)
    low = 0 if kind[1] == "none" else -1
    assert (result.value[known] >= low - TINY).all()
    assert (result.value[known] <= 1 + TINY).all()
    assert (low - TINY <= result.lo[known]).all()
    assert (result.lo[known] <= result.value[known]).all()
    assert (result.value[known] <= result.hi[known]).all()
    assert (result.hi[known] <= 1 + TINY).all()
    assert (result.n == counts.sum(1)).all()


@given(st.one_of(tables, sparse), kinds)
def test_undefined_means_no_common_vote_or_no_variation(
    counts: Counts, kind: tuple[Distance, Chance]
) -> None:
    result = agreement(counts, *kind)
    cells = counts.reshape(-1, 3, 3)
    margins = (cells.sum(1) > 0) | (cells.sum(2) > 0)
    undefined = counts.sum(1) == 0
    if kind[1] in ("cohen", "scott"):
        undefined |= margins.sum(1) == 1
    assert (np.isnan(result.value) == undefined).all()
    assert (np.isnan(result.lo) == undefined).all()
    assert (np.isnan(result.hi) == undefined).all()


@given(st.one_of(tables, sparse), kinds)
def test_the_order_of_the_two_voters_does_not_matter(
    counts: Counts, kind: tuple[Distance, Chance]
) -> None:
    result, turned = agreement(counts, *kind), agreement(transposed(counts), *kind)
    for part in ("value", "lo", "hi"):
        np.testing.assert_allclose(getattr(result, part), getattr(turned, part), atol=TINY)


@given(arrays(np.int64, (5, 3), elements=st.integers(0, 30)), kinds)
def test_identical_voters_score_one(diagonal: Counts, kind: tuple[Distance, Chance]) -> None:
    counts = np.zeros((5, 9), np.int64)
    counts[:, [0, 4, 8]] = diagonal
    value = agreement(counts, *kind).value
    np.testing.assert_allclose(value[~np.isnan(value)], 1.0)
    assert np.isfinite(value[(diagonal > 0).sum(1) > 1]).all()


@given(tables)
def test_s_is_twice_the_half_credit_agreement_less_one(counts: Counts) -> None:
    for distance in DISTANCES:
        share = agreement(counts, distance, "none").value
        s = agreement(counts, distance, "s").value
        np.testing.assert_allclose(s, 2 * share - 1, atol=TINY)


@given(tables)
def test_half_credit_lies_between_the_same_vote_and_one(counts: Counts) -> None:
    same = agreement(counts, "nominal", "none").value
    half = agreement(counts, "absolute", "none").value
    quarter = agreement(counts, "squared", "none").value
    known = ~np.isnan(same)
    assert (same[known] <= half[known] + TINY).all()
    assert (half[known] <= quarter[known] + TINY).all()


@given(
    arrays(np.int64, (3,), elements=st.integers(1, 9)),
    arrays(np.int64, (3,), elements=st.integers(1, 9)),
)
def test_independent_voters_score_zero_beyond_chance(rows: Counts, columns: Counts) -> None:
    counts = np.outer(rows, columns).reshape(1, 9)
    for distance in DISTANCES:
        assert agreement(counts, distance, "cohen").value[0] == pytest.approx(0, abs=TINY)


@given(arrays(np.int64, (4, 9), elements=st.integers(0, 9)), st.integers(2, 50), kinds)
def test_more_votes_of_the_same_kind_narrow_the_interval(
    counts: Counts, times: int, kind: tuple[Distance, Chance]
) -> None:
    few, many = agreement(counts, *kind), agreement(counts * times, *kind)
    np.testing.assert_allclose(few.value, many.value, atol=TINY)
    clear = (counts > 0).sum(1) > 5
    assert (many.hi - many.lo)[clear] == pytest.approx(
        np.minimum(many.hi - many.lo, few.hi - few.lo)[clear], abs=0.02
    )


@pytest.mark.parametrize(
    ("distance", "chance", "value"),
    [
        # Margins .4, .2, .4 and .3, .1, .6; pooled .35, .15, .5.
        ("nominal", "none", 0.7),
        ("absolute", "none", 0.85),
        ("squared", "none", 0.925),
        ("absolute", "s", 0.7),
        ("nominal", "cohen", 1 - 0.3 / 0.62),
        ("absolute", "cohen", 1 - 0.15 / 0.49),
        ("squared", "cohen", 1 - 0.075 / 0.425),
        ("nominal", "scott", 1 - 0.3 / 0.605),
        ("squared", "scott", 1 - 0.075 / 0.41375),
    ],
)
def test_values_worked_by_hand(distance: Distance, chance: Chance, value: float) -> None:
    counts = [3, 1, 0, 0, 0, 2, 0, 0, 4]
    assert one(counts, distance, chance) == pytest.approx(value, abs=1e-12)


def test_always_opposite_is_minus_one_and_never_varying_is_undefined() -> None:
    assert one([0, 0, 5, 0, 0, 0, 5, 0, 0], "squared", "cohen") == pytest.approx(-1)
    assert np.isnan(one([9, 0, 0, 0, 0, 0, 0, 0, 0], "squared", "cohen"))
    assert one([9, 0, 0, 0, 0, 0, 0, 0, 0], "squared", "none") == 1


def test_ten_agreements_in_ten_are_not_certainty() -> None:
    result = agreement(np.array([[10, 0, 0, 0, 0, 0, 0, 0, 0]]), "nominal", "none")
    assert result.value[0] == result.hi[0] == 1
    assert result.lo[0] < 0.9


@pytest.mark.parametrize(("distance", "chance"), [("cubed", "none"), ("nominal", "luck")])
def test_an_unknown_word_lists_the_known_ones(distance: Distance, chance: Chance) -> None:
    with pytest.raises(BadInput, match="expected one of: no"):
        agreement(np.zeros((1, 9), int), distance, chance)


WORLDS = {
    "allies": [0.55, 0.04, 0.02, 0.05, 0.10, 0.03, 0.01, 0.03, 0.17],
    "rivals": [0.15, 0.10, 0.35, 0.08, 0.06, 0.06, 0.10, 0.03, 0.07],
    "usual": [0.60, 0.10, 0.05, 0.08, 0.05, 0.03, 0.05, 0.02, 0.02],
}


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("n", [20, 40, 80])
@pytest.mark.parametrize(
    ("distance", "chance"),
    [("nominal", "none"), ("absolute", "s"), ("squared", "cohen"), ("squared", "scott")],
)
def test_a_90_per_cent_interval_holds_the_truth_about_that_often(
    world: str, n: int, distance: Distance, chance: Chance
) -> None:
    shares = np.array(WORLDS[world])
    truth = agreement((shares * 1e6).round().astype(int)[None], distance, chance).value[0]
    result = agreement(np.random.default_rng(7).multinomial(n, shares, 2000), distance, chance)
    held = ((result.lo <= truth) & (truth <= result.hi)).mean()
    assert 0.82 <= held <= 0.98
