"""Weights of components: the stated ones, and those that a reader gives instead."""

from __future__ import annotations

import math

import numpy as np
import pytest

from daylight.bonds.bond import bond
from daylight.bonds.components import COMPONENTS, DIMENSIONS, Dimension, of
from daylight.bonds.year import dimension_year
from daylight.core.errors import BadInput, UnknownName
from daylight.measures import MEASURES, measure
from daylight.measures.align import pairs
from daylight.store.atlas import Atlas


def test_components_are_measures_with_a_reason_once_each() -> None:
    names = [c.measure for c in COMPONENTS]
    assert len(set(names)) == len(names)
    assert set(names) <= {m.name for m in MEASURES}
    for component in COMPONENTS:
        assert component.reason.strip()
        assert (component.fold == "same") == (not measure(component.measure).directed)


def test_stated_weights_sum_to_one_and_each_dimension_requires_something() -> None:
    for dimension in DIMENSIONS:
        parts = [c for c in COMPONENTS if c.dimension == dimension]
        assert sum(c.weight for c in parts) == pytest.approx(1)
        assert any(c.required for c in parts)
        assert [c.measure for c in of(dimension)] == [c.measure for c in parts]


def test_given_weights_are_rescaled_within_their_dimension() -> None:
    stated = {c.measure: c.weight for c in of("political")}
    doubled = {
        c.measure: c.weight for c in of("political", {"vote_kappa": 2 * stated["vote_kappa"]})
    }
    total = 1 + stated["vote_kappa"]
    assert doubled.pop("vote_kappa") == pytest.approx(2 * stated["vote_kappa"] / total)
    assert doubled == {name: pytest.approx(stated[name] / total) for name in doubled}
    assert of("economic", {"vote_kappa": 0.6}) == of("economic")


@pytest.mark.parametrize("weight", [-0.1, -1, math.nan, math.inf, -math.inf])
def test_a_weight_that_is_no_amount_is_refused(book: Atlas, weight: float) -> None:
    with pytest.raises(BadInput, match="The weight of vote_kappa is"):
        bond("RUS", "IRN", 2016, weights={"vote_kappa": weight}, atlas=book)


def test_an_unknown_name_gets_near_names(book: Atlas) -> None:
    with pytest.raises(UnknownName, match="vote_kappa"):
        bond("RUS", "IRN", 2016, weights={"vote_kapa": 1}, atlas=book)
    with pytest.raises(UnknownName):
        bond("RUS", "IRN", 2016, weights={"vote_agreement": 1}, atlas=book)


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_a_dimension_without_any_weight_is_refused(dimension: Dimension) -> None:
    nothing = {c.measure: 0.0 for c in COMPONENTS if c.dimension == dimension}
    with pytest.raises(BadInput, match=f"No component of the {dimension} dimension has weight"):
        of(dimension, nothing)


def test_the_stated_weights_given_change_no_position(book: Atlas) -> None:
    stated = {c.measure: c.weight for c in COMPONENTS}
    plain, given = (bond("RUS", "IRN", 1947, weights=w, atlas=book) for w in (None, stated))
    for one, two in zip(plain.dimensions, given.dimensions, strict=True):
        assert (one.value, one.rank, one.of) == (two.value, two.rank, two.of)
        assert (one.lo, one.hi) == (pytest.approx(two.lo, abs=2.6), pytest.approx(two.hi, abs=2.6))
    assert given.weights == stated
    assert plain.weights == {}


def test_other_weights_move_the_position_and_leave_the_history_out(book: Atlas) -> None:
    plain = bond("GBR", "FRA", 1947, atlas=book)
    left_out = next(c for c in plain.political.components[::-1] if c.without is not None)
    other = bond("GBR", "FRA", 1947, weights={left_out.measure: 0}, atlas=book)
    assert other.military.value == plain.military.value
    assert all(part.history == () for part in other.dimensions)
    assert {c.weight for c in other.political.components if c.measure == left_out.measure} == {0}
    assert sum(c.weight for c in other.political.components) == pytest.approx(1)
    assert other.political.value == pytest.approx(left_out.without, abs=0.006)


@pytest.mark.parametrize(
    ("dimension", "year", "weights"),
    [
        ("military", 2022, {"shared_military_blocs": 0}),
        ("economic", 2020, {"shared_economic_blocs": 0}),
        ("military", 1850, {"alliance_support": 0, "disputes": 0, "same_side_disputes": 0}),
        ("economic", 1850, {"shared_economic_blocs": 0}),
    ],
)
def test_weight_on_nothing_that_is_covered_gives_nobody_a_value(
    book: Atlas, dimension: Dimension, year: int, weights: dict[str, float]
) -> None:
    found = dimension_year(book, dimension, pairs(year), book.spans(), weights).composite()
    for part in (found.value, found.lo, found.hi, found.index):
        assert np.isnan(part).all()
