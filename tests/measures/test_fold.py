"""From two directions to one number for a pair."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.core.status import MISSING, OBSERVED
from daylight.measures.measure import Undirected, Values, coded, fold

RULES: tuple[Undirected, ...] = ("lower", "higher", "absolute")
NAN = float("nan")


def directed(forth: float, back: float) -> Values:
    """One pair, 2 and 20, the higher number's direction first."""
    return coded([20, 2], [2, 20], [1990, 1990], [back, forth])


@pytest.mark.parametrize(
    ("rule", "forth", "back", "value"),
    [
        ("lower", 0.1, 0.3, 0.1),
        ("lower", 0.3, 0.1, 0.1),
        ("higher", 0.1, 0.3, 0.3),
        ("higher", 0.3, 0.1, 0.3),
        ("absolute", -0.2, 0.2, 0.2),
        ("absolute", 0.2, -0.2, 0.2),
        ("same", 0.5, 0.5, 0.5),
    ],
)
def test_each_rule(rule: Undirected, forth: float, back: float, value: float) -> None:
    found = fold(directed(forth, back), rule)
    assert (found.a.tolist(), found.b.tolist(), found.year.tolist()) == ([2], [20], [1990])
    assert found.value.tolist() == [value]


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize(("forth", "back"), [(NAN, 0.1), (0.1, NAN), (NAN, NAN)])
def test_a_pair_lacks_a_value_where_a_direction_does(
    rule: Undirected, forth: float, back: float
) -> None:
    found = fold(directed(forth, back), rule)
    assert np.isnan(found.value).all()
    assert found.status.tolist() == [2]


@pytest.mark.parametrize(
    ("forth", "back", "value"),
    [(NAN, 0.1, 0.1), (0.1, NAN, 0.1), (0.3, 0.1, 0.3), (0.1, 0.3, 0.3), (NAN, 0.0, 0.0)],
)
def test_by_known_one_direction_is_enough(forth: float, back: float, value: float) -> None:
    found = fold(directed(forth, back), "known")
    assert found.value.tolist() == found.lo.tolist() == found.hi.tolist() == [value]
    assert found.status.tolist() == [OBSERVED]


def test_by_known_a_pair_lacks_a_value_where_both_directions_do() -> None:
    found = fold(directed(NAN, NAN), "known")
    assert np.isnan(found.value).all()
    assert found.status.tolist() == [MISSING]


def test_the_interval_and_n_are_of_the_direction_taken() -> None:
    both = Values(
        np.array([2, 20]),
        np.array([20, 2]),
        np.array([1990, 1990]),
        np.array([0.3, 0.1]),
        np.array([0.2, 0.0]),
        np.array([0.4, 0.9]),
        np.array([7, 8]),
        np.array([0, 0], np.int8),
    )
    low, high = fold(both, "lower"), fold(both, "higher")
    assert (low.value[0], low.lo[0], low.hi[0], low.n[0]) == (0.1, 0.0, 0.9, 8)
    assert (high.value[0], high.lo[0], high.hi[0], high.n[0]) == (0.3, 0.2, 0.4, 7)


@given(
    st.dictionaries(
        st.tuples(st.sampled_from([(2, 20), (2, 365), (20, 365)]), st.integers(1990, 1993)),
        st.tuples(st.floats(0, 1), st.floats(0, 1)),
        min_size=1,
    ),
    st.sampled_from(["lower", "higher"]),
    st.randoms(use_true_random=False),
)
def test_any_order_of_rows_gives_the_same(
    pairs: dict[tuple[tuple[int, int], int], tuple[float, float]], rule: Undirected, rng: object
) -> None:
    rows = [(a, b, year, forth) for ((a, b), year), (forth, _) in pairs.items()]
    rows += [(b, a, year, back) for ((a, b), year), (_, back) in pairs.items()]
    rng.shuffle(rows)  # type: ignore[attr-defined]
    found = fold(coded(*zip(*rows, strict=True)), rule)
    got = zip(found.a.tolist(), found.b.tolist(), found.year.tolist(), found.value, strict=True)
    choose = min if rule == "lower" else max
    assert {((a, b), year): value for a, b, year, value in got} == {
        key: choose(both) for key, both in pairs.items()
    }
