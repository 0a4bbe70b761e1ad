"""The tie rule, leg by leg."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from small_series import calm, marked, pairs, years_of

from daylight.breaks.pairs import FIRST
from daylight.breaks.ties import BIG, legs, ties
from daylight.store.schemas.breaks import TIE_LEGS

ONE = pairs()


def tied(series: object) -> list[int]:
    return years_of(ties(legs(series, ONE), ONE))  # type: ignore[arg-type]


def test_nothing_is_no_tie() -> None:
    assert tied(calm()) == []
    assert tuple(legs(calm(), ONE)) == TIE_LEGS


@pytest.mark.parametrize("leg", ["obliged", "troops"])
def test_a_tie_stands_in_the_year_after_too(leg: str) -> None:
    assert tied(marked(calm(), **{leg: range(1960, 1963)})) == [1960, 1961, 1962, 1963]


def test_a_pact_of_several_needs_another_leg() -> None:
    pact = marked(calm(), support=range(1960, 1970))
    assert tied(pact) == []
    assert tied(marked(pact, treaty=1965)) == [1965, 1966], "non-aggression of the two is one"
    assert tied(marked(pact, treaty=1975)) == [], "they must stand together"


def test_non_aggression_alone_is_no_tie_and_is_one_with_big_trade() -> None:
    peace = marked(calm(), treaty=range(1960, 1970))
    assert tied(peace) == []
    shares = peace.shares[0].copy(), peace.shares[1].copy()
    shares[1][0, 1962 - FIRST] = BIG
    assert tied(replace(peace, shares=shares)) == [1962, 1963]


def test_trade_counts_beside_a_bloc_or_near_votes() -> None:
    series = calm()
    big = replace(
        series, shares=(series.shares[0] + BIG, series.shares[1]), gap=series.gap * np.nan
    )
    assert tied(big) == [], "no votes, no bloc"
    assert tied(marked(big, close=1980)) == [1980, 1981]
    assert len(tied(replace(big, gap=series.gap))) > 50, "the only pair is among the nearest third"


def test_no_tie_where_one_of_the_two_is_no_state() -> None:
    gone = replace(ONE, alive=ONE.alive & (np.arange(ONE.alive.shape[1]) < 1962 - FIRST))
    series = marked(calm(), obliged=range(1960, 1970))
    assert years_of(ties(legs(series, gone), gone)) == [1960, 1961]
