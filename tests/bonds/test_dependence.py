"""Who leans on whom: directed, bounded, and apart from closeness."""

from __future__ import annotations

import numpy as np
import pytest

from daylight.bonds.dependence import PARTS, dependence, year
from daylight.core.errors import BadInput, OutsideCoverage
from daylight.core.states import get
from daylight.partnerships.partners import partners
from daylight.partnerships.words import LEAST_TRADE
from daylight.store.atlas import Atlas


def leans(book: Atlas, a: int, b: int, when: int = 2014) -> float:
    every = year(book, when)
    row = every.row(a, b)
    assert row is not None
    return dependence(every, row).value


def test_weights_sum_to_one() -> None:
    assert sum(p.weight for p in PARTS) == pytest.approx(1)


@pytest.mark.parametrize(("small", "large"), [(20, 2), (370, 365), (70, 2), (731, 710)])
def test_the_smaller_leans_more(book: Atlas, small: int, large: int) -> None:
    assert leans(book, small, large) > leans(book, large, small)


def test_values_lie_in_their_intervals(book: Atlas) -> None:
    every = year(book, 2014)
    for row in every.rows(365)[::17]:
        found = dependence(every, int(row))
        assert 0 <= found.lo <= found.value <= found.hi <= 100
        assert found.parts["trade_share"].value is not None


def test_arms_are_not_in_an_atlas_without_a_register(book: Atlas) -> None:
    every = year(book, 2014)
    row = every.row(630, 365)
    assert row is not None
    assert dependence(every, row).parts["arms_dependence"].value is None


def test_outside_the_years_of_trade_nobody_leans(book: Atlas) -> None:
    assert np.isnan(year(book, 2020).index).all()


def test_lists_are_in_order_and_one_sided(book: Atlas) -> None:
    found = partners("RUS", "2017-02-01", count=6, atlas=book)
    values = [p.positions["overall"].value for p in found.closest]
    assert values == sorted(values, reverse=True)
    assert len(values) == 6
    assert all(t.gap > 0 for t in found.dependent_on)
    assert all(t.gap < 0 for t in found.depended_on_by)
    assert {t.state.cow for t in found.depended_on_by} & {370, 371, 705}
    assert (found.year, found.lopsided_year) == (2016, 2016)


def test_a_state_stands_once_in_a_list_of_its_year_of_change(book: Atlas) -> None:
    for by in ("overall", "political"):
        found = partners("FRA", "1990-12-31", by=by, count=30, atlas=book)
        lineages = [get(p.state.cow).lineage for p in found.closest]
        assert len(set(lineages)) == len(lineages)
        assert "DEU" in lineages
        assert 260 not in [p.state.cow for p in found.closest]
    own = partners("DEU", "1990-12-31", count=30, atlas=book)
    assert "Germany" not in " ".join(p.state.name for p in own.closest)


def test_the_year_before_a_change_of_number_is_that_of_the_number_then(book: Atlas) -> None:
    """On 1 November 1990 the last full year is 1989, in which Germany was 260."""
    after, before = (partners("DEU", day, atlas=book) for day in ("1990-11-01", "1990-06-01"))
    assert after.state.cow != before.state.cow
    assert after.closest == before.closest
    assert after.closest
    assert after.depended_on_by == before.depended_on_by


def test_a_partner_with_next_to_no_trade_is_not_leant_on(book: Atlas) -> None:
    """Australia had 0.13 % of Iran's trade in 2016, and 43 % of its few energy imports."""
    found = partners("IRN", "2018", atlas=book)
    assert [t.state.name for t in found.dependent_on] == ["China"]
    for who in ("IRN", "DEU", "ZAF"):
        found = partners(who, "2016-12-31", count=30, atlas=book)
        ways = [t.leans for t in found.dependent_on] + [t.leant_on for t in found.depended_on_by]
        assert ways
        assert all((d.parts["trade_share"].value or 0) >= LEAST_TRADE for d in ways)


def test_trade_beyond_the_whole_of_gdp_is_said(book: Atlas) -> None:
    found = partners("KOR", "2016-12-31", atlas=book)
    said = [c for c in found.caveats if "more than the whole" in c.text]
    assert ["Liberia" in c.text or "Marshall" in c.text for c in said] == [True, True]
    assert "flag of convenience" in said[0].text
    assert not [c for c in partners("USA", "2016-12-31", atlas=book).caveats if "whole" in c.text]


def test_where_sources_end_the_last_year_is_named(book: Atlas) -> None:
    found = partners("RUS", "2024-06-01", atlas=book)
    assert found.year == 2023
    assert found.closest_year == book.coverage("overall")[1]
    assert f"{found.closest_year}" in str(found)


def test_the_text_fits_a_terminal(book: Atlas) -> None:
    for text in (
        str(partners("USA", "2016", atlas=book)),
        str(partners("NRU", "2012", atlas=book)),
    ):
        assert max(len(line) for line in text.splitlines()) <= 80


def test_what_cannot_be_asked(book: Atlas) -> None:
    with pytest.raises(BadInput, match="overall"):
        partners("RUS", by="best", atlas=book)
    with pytest.raises(BadInput, match="at least 1"):
        partners("RUS", count=0, atlas=book)
    with pytest.raises(OutsideCoverage):
        partners("RUS", "1800", atlas=book)
