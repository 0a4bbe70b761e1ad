"""Standings at ends of years and on a day."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from small_blocs import BELGIUM, FRANCE, GERMANY, NOT_KNOWN, at, spells

from daylight.accession.roster import FULL, STANDINGS, roster
from daylight.core.errors import BadInput

DAY = date(1995, 6, 30)


def test_a_standing_holds_from_its_first_day_until_the_day_after_its_last() -> None:
    known = roster(spells(("X", FRANCE, "1990-12-31", "1992-12-31", "full")), DAY)
    held = [known.member[at(known, date(y, 12, 31), "X", FRANCE)] for y in range(1989, 1994)]
    assert held == [False, True, True, False, False]


def test_the_day_asked_for_stands_last_and_is_no_end_of_a_year() -> None:
    known = roster(spells(("X", FRANCE, "1995-06-30", "", "candidate")), DAY)
    assert known.days[-1] == DAY
    assert known.ends == len(known.days) - 1
    assert STANDINGS[known.standing[at(known, DAY, "X", FRANCE)]] == "candidate"
    assert roster(spells(("X", FRANCE, "1990", "", "full")), date(1995, 12, 31)).ends == 47


def test_an_end_after_the_day_is_not_known_on_it() -> None:
    rows = spells(("X", FRANCE, "1990-01-01", "1996-01-01", "full"))
    opened = dict(rows, end=np.full(1, NOT_KNOWN))
    assert np.array_equal(roster(rows, DAY).standing, roster(opened, DAY).standing)


def test_a_state_goes_on_through_a_change_of_number_and_the_closer_standing_counts() -> None:
    known = roster(
        spells(
            ("X", 260, "1958-01-01", "1990-10-03", "full"),
            ("X", GERMANY, "1990-10-03", "", "full"),
            ("X", BELGIUM, "1958-01-01", "", "contemplated"),
            ("X", BELGIUM, "1960-01-01", "", "candidate"),
        ),
        DAY,
    )
    assert known.member[9:, 0, np.searchsorted(known.cows, GERMANY)].all()
    assert STANDINGS[known.standing[at(known, DAY, "X", BELGIUM)]] == "candidate"


@pytest.mark.parametrize("word", STANDINGS[1:])
def test_every_standing_has_its_place(word: str) -> None:
    known = roster(spells(("X", FRANCE, "1990-01-01", "", word)), DAY)
    here = at(known, DAY, "X", FRANCE)
    assert STANDINGS[known.standing[here]] == word
    assert known.member[here] == (STANDINGS.index(word) >= FULL)


def test_an_unknown_standing_is_refused() -> None:
    with pytest.raises(BadInput, match="friend"):
        roster(spells(("X", FRANCE, "1990-01-01", "", "friend")), DAY)


def test_a_state_that_is_gone_is_no_member() -> None:
    known = roster(spells(("X", 265, "1956-01-28", "", "full")), DAY)
    assert known.member[at(known, date(1989, 12, 31), "X", 265)]
    assert not known.member[at(known, date(1990, 12, 31), "X", 265)]
