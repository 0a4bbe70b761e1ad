"""A state's relations in the atlas that ships: order, year, what is said."""

from __future__ import annotations

import pytest

from daylight.bonds.bond import bond
from daylight.bonds.stands import HALF
from daylight.core.errors import BadInput, OutsideCoverage
from daylight.core.states import get
from daylight.partnerships.lopsided import LEAST
from daylight.partnerships.partners import partners
from daylight.store.atlas import Atlas


def test_lists_are_in_order_and_one_sided(book: Atlas) -> None:
    found = partners("RUS", "2017-02-01", count=6, atlas=book)
    values = [tie.by.value or 0.0 for tie in found.closest.ties]
    assert values == sorted(values, reverse=True)
    assert len(values) == 6
    assert all((tie.p_rivalry.value or 0.0) < HALF for tie in found.closest.ties)
    assert "at war" not in {tie.word for tie in found.closest.ties}
    assert all(t.leans.lo > t.leant_on.hi for t in found.dependent_on)
    assert all(t.leant_on.lo > t.leans.hi for t in found.depended_on_by)
    assert {t.state.cow for t in found.depended_on_by} & {370, 371, 705}
    assert (found.year, found.lopsided_year) == (2016, 2016)


def test_a_word_is_that_of_the_bond_of_the_two(book: Atlas) -> None:
    found = partners("RUS", "2017-02-01", count=4, atlas=book)
    for tie in (*found.closest.ties, *found.hostile.ties):
        both = bond("RUS", tie.state.code, "2017-02-01", atlas=book)
        assert tie.word == both.relationship.word
        assert tie.p_rivalry == both.relationship.p_rivalry
        assert tie.ledgers == {q.ledger: q.quantity for q in both.ledgers}


def test_a_state_stands_once_in_a_list_of_its_year_of_change(book: Atlas) -> None:
    for by in ("overall", "political"):
        found = partners("FRA", "1990-12-31", by=by, count=30, atlas=book)
        lineages = [get(tie.state.cow).lineage for tie in found.closest.ties]
        assert len(set(lineages)) == len(lineages)
        assert "DEU" in lineages
        assert 260 not in [tie.state.cow for tie in found.closest.ties]
    own = partners("DEU", "1990-12-31", count=30, atlas=book)
    assert "Germany" not in " ".join(tie.state.name for tie in own.closest.ties)


def test_the_year_before_a_change_of_number_is_that_of_the_number_then(book: Atlas) -> None:
    """On 1 November 1990 the last full year is 1989, in which Germany was 260."""
    after, before = (partners("DEU", day, atlas=book) for day in ("1990-11-01", "1990-06-01"))
    assert after.state.cow != before.state.cow
    assert after.closest == before.closest
    assert after.closest.ties
    assert after.depended_on_by == before.depended_on_by


def test_a_partner_with_next_to_no_trade_is_not_leant_on(book: Atlas) -> None:
    """Australia had 0.13 % of Iran's trade in 2016, and 43 % of its few energy imports."""
    found = partners("IRN", "2017-02-01", atlas=book)
    assert [t.state.name for t in found.dependent_on] == ["China"]
    for who in ("IRN", "DEU", "ZAF"):
        found = partners(who, "2016-12-31", count=30, atlas=book)
        ways = [t.leans for t in found.dependent_on] + [t.leant_on for t in found.depended_on_by]
        assert ways
        assert all((d.parts["trade_share"].value or 0) >= LEAST["trade_share"] for d in ways)


def test_trade_beyond_the_whole_of_gdp_is_said(book: Atlas) -> None:
    found = partners("KOR", "2016-12-31", atlas=book)
    said = [c for c in found.caveats if "more than the whole" in c.text]
    assert ["Marshall" in c.text for c in said] == [True]
    assert "flag of convenience" in said[0].text
    assert not [c for c in partners("USA", "2016-12-31", atlas=book).caveats if "whole" in c.text]


def test_before_the_ledgers_begin_there_are_no_lists(book: Atlas) -> None:
    found = partners("FRA", "1910", atlas=book)
    assert found.closest.ties == found.hostile.ties == ()
    assert found.closest.of is None
    assert "The ledgers begin in 1946" in found.headline
    assert "not told" in found.headline
    assert "No lists of 1910." in [c.text for c in found.caveats]
    assert found.depended_on_by


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


def test_what_misleads_is_said_of_the_states_of_the_lists(book: Atlas) -> None:
    (text,) = [c.text for c in partners("KOR", "2016-12-31", atlas=book).caveats
               if c.text.startswith("Trade over GDP misleads")]  # fmt: skip
    assert "Liberia and Marshall Islands (ships under a flag of convenience)" in text
    assert "Nauru" in text.split("(ships under a flag of convenience)")[1]
    assert "South Korea" not in text


def test_the_newest_year_is_that_in_which_its_trade_is_observed(book: Atlas) -> None:
    found = partners("BRA", "2025-12-31", atlas=book)
    assert found.lopsided_year == 2023
    assert "observed to 2023" in " ".join(c.text for c in found.caveats)
    assert partners("USA", "2025-12-31", atlas=book).lopsided_year == 2024


def test_a_ledger_that_no_source_has_in_the_year_is_named(book: Atlas) -> None:
    """Sanctions are known from 1950 on."""
    text = "Economic conflict of 1947 is in no source: hostility is told without it."
    found = partners("USA", "1947", atlas=book)
    assert text in [c.text for c in found.caveats]
    assert found.hostile.ties
    assert found.hostile.unsure == ()
    later = partners("USA", "1950", atlas=book)
    assert not [c for c in later.caveats if "in no source" in c.text]
