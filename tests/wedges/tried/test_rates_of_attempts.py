"""Outcomes counted by group and by years passed, and no future."""

from __future__ import annotations

from datetime import date

import pytest
from attempt_rows import SAME, at_five, came

from daylight.store.schemas.attempts import CODED_TO
from daylight.wedges.tried.catalogue import nearest, rates
from daylight.wedges.tried.shares import PRIOR


def test_outcomes_are_counted_with_success_and_success_or_partial() -> None:
    rows = [came("B", "success"), came("C", "partial"), came("D", "fail"), came("E", "unknown")]
    (got,) = at_five(rows)
    assert (got.success, got.partial, got.fail, got.unknown) == (1, 1, 1, 1)
    assert (got.rows, got.clusters, got.waiting) == (4, 4, 0)
    assert got.full.own == pytest.approx(1 / 3)
    assert got.some.own == pytest.approx(2 / 3)
    assert got.full.low == pytest.approx(1 / 4)
    assert got.full.high == pytest.approx(2 / 4)


def test_recognition_is_a_population_of_its_own() -> None:
    rows = [came("B", "success", recognition=True), came("C", "fail"), came("D", "fail")]
    attempts, bids = at_five(rows, "side")
    assert (attempts.population, attempts.fail, attempts.success) == ("attempts", 2, 0)
    assert (bids.population, bids.fail, bids.success) == ("recognition", 0, 1)
    assert bids.full.shrunk == 1
    assert attempts.full.shrunk == 0


def test_an_outcome_counts_only_once_its_years_have_passed() -> None:
    rows = [came("B", "success", last=2018), came("C", "fail", last=2010)]
    (early,) = at_five(rows, as_of=date(2023, 12, 30))
    assert (early.success, early.fail, early.waiting) == (0, 1, 1)
    (late,) = at_five(rows, as_of=date(2023, 12, 31))
    assert (late.success, late.fail, late.waiting) == (1, 1, 0)
    (before,) = at_five(rows, as_of=date(2017, 6, 1))
    assert (before.fail, before.waiting) == (1, 0), "the other had not ended"


def test_a_later_row_changes_nothing_that_was_known_before() -> None:
    rows = [came("B", "success", last=2000), came("C", "fail", last=2001)]
    more = [*rows, came("D", "success", last=2012), came("E", "success", last=2020)]
    day = date(2010, 1, 1)
    assert rates(rows, as_of=day) == rates(more, as_of=day)
    assert nearest(rows, SAME, as_of=day) == nearest(more, SAME, as_of=day)


def test_no_day_sees_past_what_was_coded() -> None:
    row = came("B", "unknown", last=CODED_TO - 1)
    (far,) = at_five([row], as_of=date(2100, 1, 1))
    assert (far.rows, far.unknown, far.waiting) == (0, 0, 1)


def test_each_group_is_drawn_towards_its_population() -> None:
    rows = [came(f"B{i}", "success", aim="realign") for i in range(2)]
    rows += [came(f"C{i}", "fail") for i in range(6)]
    found = {rate.group: rate for rate in at_five(rows, "aim")}
    assert set(found) == {"realign", "disalign"}
    assert found["realign"].full.own == 1
    assert found["realign"].full.shrunk == pytest.approx((2 + PRIOR * 2 / 8) / 12)
    assert found["disalign"].full.shrunk == pytest.approx(PRIOR * 2 / 8 / 16)
