"""What every measure of one state keeps to, in the atlas that ships."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from daylight.core.errors import UnknownName
from daylight.core.states import members
from daylight.core.status import CARRIED, MISSING, OBSERVED
from daylight.measures import MEASURES
from daylight.measures.of_states import STATE_MEASURES, state_measure
from daylight.measures.state_measure import StateMeasure, StateValues
from daylight.store.atlas import Atlas
from daylight.store.schemas import TABLES, table

METHODS = Path(__file__).resolve().parents[2] / "docs" / "methods"
TINY = 1e-9


@pytest.fixture(params=STATE_MEASURES, ids=lambda m: m.name)
def one(request: pytest.FixtureRequest) -> StateMeasure:
    return request.param


@pytest.fixture
def found(one: StateMeasure, book: Atlas) -> StateValues:
    return one.compute(book, *one.span(book))


def test_names_are_distinct_also_from_those_of_pairs() -> None:
    names = [m.name for m in (*MEASURES, *STATE_MEASURES)]
    assert len(set(names)) == len(names)


def test_it_says_what_it_is_and_where_from(one: StateMeasure) -> None:
    assert state_measure(one.name) is one
    texts = (one.title, one.unit, one.about, one.citation, one.interval)
    assert all(text.strip() for text in texts)
    assert one.low < one.high
    assert one.table in {t.name for t in TABLES}
    assert set(one.sources) <= set(table(one.table).sources)
    assert one.sources
    assert (METHODS / f"{one.method}.md").is_file()


def test_values_keep_their_bounds_and_intervals_hold_them(
    one: StateMeasure, found: StateValues
) -> None:
    known = ~np.isnan(found.value)
    assert known.sum() > 1000
    assert (found.value[known] >= one.low - TINY).all()
    assert (found.value[known] <= one.high + TINY).all()
    assert (found.lo[known] <= found.value[known] + TINY).all()
    assert (found.value[known] <= found.hi[known] + TINY).all()
    assert (found.status[~known] == MISSING).all()
    assert np.isin(found.status[known], [OBSERVED, CARRIED]).all()


def test_a_state_and_year_has_one_row_within_its_membership(found: StateValues) -> None:
    keys = list(zip(found.cow.tolist(), found.year.tolist(), strict=True))
    assert len(set(keys)) == len(keys)


def test_a_year_alone_gives_what_all_years_give(
    one: StateMeasure, found: StateValues, book: Atlas
) -> None:
    alone = one.compute(book, 2010, 2010)
    same = found.year == 2010
    order, other = np.argsort(alone.cow), np.argsort(found.cow[same])
    assert alone.cow[order].tolist() == found.cow[same][other].tolist()
    np.testing.assert_array_equal(alone.value[order], found.value[same][other])
    assert set(alone.cow.tolist()) <= set(members(2010))


def test_an_unknown_name_gets_near_ones() -> None:
    with pytest.raises(UnknownName, match="gdp"):
        state_measure("gpd")


def test_some_values(book: Atlas) -> None:
    def value(name: str, cow: int, year: int) -> float:
        found = state_measure(name).compute(book, year, year)
        return float(found.value[found.cow == cow][0])

    assert value("gdp_current", 2, 2015) == pytest.approx(value("gdp", 2, 2015))
    # 18.2 trillion dollars by the World Bank.
    assert value("gdp", 2, 2015) == pytest.approx(18.2e6, rel=0.02)
    assert value("ideal_point", 2, 2015) > value("ideal_point", 365, 2015)
    assert value("polyarchy", 385, 2015) > 0.8 > value("polyarchy", 710, 2015)
