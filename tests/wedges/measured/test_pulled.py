"""A bloc as the divider: how its members together draw each side."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

import daylight as dl
from daylight.core.lookup import resolve
from daylight.core.refs import ref
from daylight.pulls.pulls import pulls
from daylight.store.atlas import current
from daylight.wedges.measured.pulled import pulled
from daylight.wedges.records import Wedge


@pytest.fixture(scope="module")
def armenia() -> Wedge:
    return dl.wedge("ARM", "RUS", "EU", as_of="2013-06-01")


def test_each_side_is_drawn_by_the_other_and_by_the_bloc(armenia: Wedge) -> None:
    assert [(p.state.code, p.by) for p in armenia.measured.pulls] == [
        ("ARM", "Russia"), ("ARM", "EU"), ("RUS", "Armenia"), ("RUS", "EU"),
    ]  # fmt: skip
    for one in armenia.measured.pulls:
        for quantity in (one.military, one.political, one.economic):
            assert quantity.value is not None
            assert 0 <= (quantity.lo or 0) <= quantity.value <= (quantity.hi or 0) <= 1.0001


def test_by_trade_a_bloc_draws_as_its_members_add_up(armenia: Wedge) -> None:
    seen = pulls(current(), 2012)
    row = seen.roll.at(371)
    assert row is not None
    members = dl.bloc("EU", as_of="2012-12-31").members
    columns = [seen.roll.at(one.state.cow) for one in members if one.status == "full"]
    total = np.nansum(seen.economic[row, [c for c in columns if c is not None]])
    assert armenia.measured.pulls[1].economic.value == pytest.approx(total, abs=0.001)


def test_a_member_does_not_draw_itself() -> None:
    day = date(2012, 12, 31)
    germany, russia = (ref(resolve(code, day), day) for code in ("DEU", "RUS"))
    by_the_rest = pulled(current(), germany, russia, "EU", 2012)[1].economic.value
    seen = pulls(current(), 2012)
    row = seen.roll.at(germany.cow)
    assert row is not None
    assert by_the_rest is not None
    assert by_the_rest < np.nansum(seen.economic[row])


def test_a_state_as_divider_has_none_and_what_is_said_follows(armenia: Wedge) -> None:
    assert dl.wedge("RUS", "IRN", "USA", as_of="2017-02-01").measured.pulls == ()
    text = armenia.finding("pulls").text
    assert "by arms more by Russia" in text


def test_what_is_of_an_earlier_year_says_so() -> None:
    """Trade of 2012 is seen; of 2025 the newest is older, and so are capabilities."""
    then, now = (dl.wedge("ARM", "RUS", "EU", as_of=day).measured for day in ("2013-06-01", None))
    assert [one.economic.status for one in then.pulls] == ["observed"] * 4
    assert [one.economic.status for one in now.pulls] == ["carried"] * 4
    assert [one.military.status for one in now.pulls] == ["carried"] * 4
    for one in (*then.pulls, *now.pulls):
        q = one.political
        assert (q.status == "carried") == (q.lo != q.hi)
