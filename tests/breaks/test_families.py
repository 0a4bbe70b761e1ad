"""When each family of evidence begins."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from small_series import calm, marked, pairs, years_of

from daylight.breaks.families import QUIET, SHARE, families, first_after
from daylight.breaks.pairs import FIRST, YEARS
from daylight.store.schemas.breaks import FAMILIES, SIGNS

ONE = pairs()


def begun(series: object) -> dict[str, list[int]]:
    found = families(series, ONE)  # type: ignore[arg-type]
    return {name: years_of(found[name].begins) for name in FAMILIES if found[name].begins.any()}


def test_where_nothing_changes_nothing_begins() -> None:
    assert begun(calm()) == {}


def test_hostility_begins_once_and_again_after_five_years() -> None:
    fights = marked(calm(), force=[1960, 1962, 1975], crisis=[1961])
    assert begun(fights) == {"hostility": [1960, 1975]}
    signs = families(fights, ONE)["hostility"].signs[0, 1960 - FIRST]
    assert SIGNS["hostility"][int(signs).bit_length() - 1] == "force"


def test_what_was_there_before_does_not_begin() -> None:
    assert begun(marked(calm(), rival=range(1941, 2021))) == {}
    assert begun(marked(calm(), rival=range(1950, 2021))) == {"hostility": [1950]}


def test_a_bloc_that_is_left() -> None:
    assert begun(marked(calm(), blocs=(range(1960, 1980), 1.0))) == {"bloc": [1980]}


def test_votes_must_stay_apart() -> None:
    fell = marked(calm(), gap=(range(1970, 1980), 0.5 + 0.75))
    assert begun(fell) == {"votes": [1970]}
    assert begun(marked(calm(), gap=([1970, 1971], 2.0))) == {}, "back in the third year"
    assert begun(marked(calm(), gap=(range(1970, 1980), 1.2))) == {}, "less than the margin"
    hole = marked(fell, gap=([1971], np.nan))
    assert begun(hole) == {"votes": [1970]}, "two of the three are known"
    assert begun(marked(calm(), kappa=(range(1970, 1980), 0.2 - 1e-9))) == {"votes": [1970]}


def test_trade_must_have_been_worth_losing() -> None:
    rich = calm()
    shares = rich.shares[0].copy(), rich.shares[1]
    shares[0][0, : 1970 - FIRST] = SHARE
    assert begun(replace(rich, shares=shares)) == {"trade": [1970]}
    shares[0][0, : 1970 - FIRST] = SHARE - 0.001
    assert begun(replace(rich, shares=shares)) == {}


@given(st.lists(st.integers(5, YEARS - 1), max_size=12))
def test_kept_marks_stand_apart_and_the_first_is_kept(at: list[int]) -> None:
    marks = np.zeros((1, YEARS), bool)
    marks[0, at] = True
    kept = np.flatnonzero(first_after(marks, QUIET)[0])
    assert set(kept) <= set(at)
    assert (np.diff(kept) > QUIET).all()
    assert not at or kept[0] == min(at)
    assert all((np.abs(kept - one) <= QUIET).any() for one in at)
