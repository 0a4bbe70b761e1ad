"""Values in the rows of pairs: what a gap means, both orders, and the years that are covered."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from daylight.core.states import members
from daylight.core.status import MISSING, OBSERVED, OUTSIDE_COVERAGE, STRUCTURAL_ZERO
from daylight.measures import measure
from daylight.measures.align import Pairs, align, key, line_up, pairs, pairs_of_years, place
from daylight.measures.measure import Measure, Values, coded, fold
from daylight.tables.world import Frames

SPAN = (1990, 1991)
NAN = float("nan")
UNDIRECTED = replace(measure("rivalry"), name="undirected")
DIRECTED = replace(measure("sanctions"), name="directed", undirected="higher")


def rows_of(*rows: tuple[int, int, int], directed: bool = False) -> Pairs:
    a, b, year = (np.array(column, np.int64) for column in zip(*rows, strict=True))
    return Pairs(a, b, year, directed)


def listed(*rows: tuple[int, int, int, float]) -> Values:
    return coded(*zip(*rows, strict=True))


def giving(spec: Measure, values: Values) -> Measure:
    """Return a measure that answers with the values of the years asked for."""

    def compute(world: object, start: int, end: int) -> Values:
        use = (values.year >= start) & (values.year <= end)
        return Values(*(getattr(values, part)[use] for part in Values.__slots__))

    return replace(spec, compute=compute)


@pytest.mark.parametrize("directed", [False, True])
def test_all_pairs_of_a_year_are_there_in_order(directed: bool) -> None:
    rows = pairs_of_years(1990, 1992, directed)
    sizes = [len(members(year)) for year in (1990, 1991, 1992)]
    assert len(rows.a) == sum(n * (n - 1) // (1 if directed else 2) for n in sizes)
    assert (np.diff(rows.keys) > 0).all(), "sorted by year, a and b, each once"
    assert (rows.a != rows.b).all()
    assert directed or (rows.a < rows.b).all()
    one = pairs(1991, directed)
    assert np.array_equal(one.keys, rows.keys[rows.year == 1991])


def test_a_pair_is_found_in_either_order() -> None:
    rows = pairs(1990)
    at = rows.find(365, 2)
    assert at is not None
    assert at == rows.find(2, 365)
    assert (rows.a[at], rows.b[at]) == (2, 365)
    assert rows.find(2, 341) is None, "Montenegro was no state in 1990"


def test_keys_of_pairs_keep_their_order() -> None:
    assert key(np.array([2, 2, 990]), np.array([20, 990, 2])).tolist() == [2020, 2990, 990002]


def test_lining_up_leaves_out_what_has_no_place() -> None:
    at, known = line_up(np.array([2, 4, 9]), np.array([9, 3, 2, 11]))
    assert at.tolist() == [2, 0]
    assert known.tolist() == [True, False, True, False]
    at, known = line_up(np.zeros(0, np.int64), np.array([1]))
    assert (len(at), known.tolist()) == (0, [False])


@pytest.mark.parametrize(
    ("absence", "blank", "status"),
    [("missing", NAN, MISSING), ("structural_zero", 0.0, STRUCTURAL_ZERO)],
)
def test_a_gap_means_what_the_measure_says_and_nothing_outside_its_years(
    absence: str, blank: float, status: int
) -> None:
    rows = rows_of((2, 20, 1989), (2, 20, 1990), (2, 365, 1990), (2, 20, 1991))
    spec = replace(UNDIRECTED, absence=absence)
    found = place(listed((2, 20, 1990, 0.5), (2, 20, 1991, NAN)), spec, rows, SPAN)
    for column in (found.value, found.lo, found.hi):
        assert np.array_equal(column, [NAN, 0.5, blank, NAN], equal_nan=True)
    assert found.status.tolist() == [OUTSIDE_COVERAGE, OBSERVED, status, MISSING]
    assert found.n.tolist() == [0, 0, 0, 0]


def test_values_of_no_row_are_left_out() -> None:
    rows = rows_of((2, 20, 1990))
    found = place(listed((2, 21, 1990, 9.0), (2, 20, 1991, 9.0)), UNDIRECTED, rows, SPAN)
    assert np.isnan(found.value).all()


def test_both_orders_get_the_value_of_an_undirected_measure() -> None:
    rows = rows_of((2, 20, 1990), (20, 2, 1990), directed=True)
    found = place(listed((2, 20, 1990, 3.0)), UNDIRECTED, rows, SPAN)
    assert found.value.tolist() == [3.0, 3.0]


def test_each_order_keeps_its_own_value_of_a_directed_measure() -> None:
    rows = rows_of((2, 20, 1990), (20, 2, 1990), directed=True)
    found = place(listed((20, 2, 1990, 3.0), (2, 20, 1990, 1.0)), DIRECTED, rows, SPAN)
    assert found.value.tolist() == [1.0, 3.0]


def test_an_interval_and_its_observations_come_along() -> None:
    one = np.array([1])
    values = Values(one * 2, one * 20, one * 1990, one * 0.4, one * 0.1, one * 0.7, one * 55,
                    np.zeros(1, np.int8))  # fmt: skip
    found = place(values, UNDIRECTED, rows_of((2, 20, 1990)), SPAN)
    assert (found.value[0], found.lo[0], found.hi[0], found.n[0]) == (0.4, 0.1, 0.7, 55)


@pytest.mark.parametrize(("rule", "value"), [(None, 3.0), ("lower", 1.0)])
def test_a_directed_measure_is_folded_for_undirected_rows(rule: str | None, value: float) -> None:
    spec = giving(DIRECTED, listed((20, 2, 1990, 3.0), (2, 20, 1990, 1.0)))
    found = align(Frames({}), spec, rows_of((2, 20, 1990)), SPAN, rule)  # type: ignore[arg-type]
    assert found.value.tolist() == [value]


def test_only_covered_years_are_computed() -> None:
    asked: list[tuple[int, int]] = []

    def compute(world: object, start: int, end: int) -> Values:
        asked.append((start, end))
        return listed((2, 20, start, 1.0))

    spec = replace(UNDIRECTED, compute=compute)
    rows = rows_of((2, 20, 1985), (2, 20, 1990), (2, 20, 1999))
    align(Frames({}), spec, rows, SPAN)
    outside = align(Frames({}), spec, rows, (1800, 1810))
    assert asked == [SPAN]
    assert set(outside.status.tolist()) == {OUTSIDE_COVERAGE}
    assert np.isnan(align(Frames({}), spec, rows, (0, -1)).value).all(), "not held at all"


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("name", ["vote_kappa", "trade_share", "alliance_any", "rivalry"])
def test_every_computed_value_stands_in_its_row(world: Frames, name: str, directed: bool) -> None:
    spec, rows = measure(name), pairs_of_years(*SPAN, directed=directed)
    values = spec.compute(world, *SPAN)
    if spec.directed and not directed:
        values = fold(values, spec.undirected)
    found = align(world, spec, rows, SPAN)
    where = {k: i for i, k in enumerate(zip(rows.a, rows.b, rows.year, strict=True))}
    at = [where[k] for k in zip(values.a, values.b, values.year, strict=True)]
    for part in ("value", "lo", "hi", "n", "status"):
        assert np.array_equal(getattr(found, part)[at], getattr(values, part), equal_nan=True)
