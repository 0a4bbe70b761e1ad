"""What the headline must not leave out."""

from __future__ import annotations

from functools import cache

import pytest

from daylight.briefs.brief import brief


@cache
def headline(a: str, b: str, when: str, power: str) -> str:
    return brief(a, b, power, when).headline


def test_adversaries_are_told_as_rivals() -> None:
    assert "were rivals in 1975" in headline("USA", "SUN", "1975", "CHN")


@pytest.mark.parametrize(
    "pair", [("RUS", "IRN", "2017-02-01", "USA"), ("USA", "CAN", "2010", "CHN")]
)
def test_pairs_with_ties_in_all_dimensions_are_not(pair: tuple[str, str, str, str]) -> None:
    assert "rivals in" not in headline(*pair)


def test_an_issue_on_which_they_never_agreed_leads() -> None:
    """One side never varied its vote, so there is no kappa and the issue is in no ranking."""
    found = brief("NRU", "TUV", "AUS", "2016")
    assert "never said the same over the Middle East" in found.headline
    assert any(f.about == "parting" and "never said" in f.text for f in found.findings)


def test_issues_that_can_be_told_apart_are() -> None:
    found = headline("USA", "GBR", "2026-06-01", "RUS")
    assert "they part most over development or the Middle East, and least over" in found


def test_where_the_two_measures_do_not_agree_no_issue_is_named() -> None:
    found = headline("UKR", "RUS", "2025-06-01", "USA")
    assert "UN votes do not decide on which issue they part most" in found


def test_where_an_issue_may_be_both_only_the_ends_are_compared() -> None:
    found = headline("RUS", "IRN", "2017-02-01", "USA")
    assert "they stand closer on development than on nuclear questions" in found
