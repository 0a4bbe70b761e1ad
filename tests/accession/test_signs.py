"""Points of states outside, and of members."""

from __future__ import annotations

from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from small_blocs import BELGIUM, CHAD, FRANCE, GERMANY, POLAND, at, nearness, positions, spells

from daylight.accession.roster import STANDINGS, Roster, roster
from daylight.accession.signs import LONG, MOST, Signs, signs

DAY = date(1995, 12, 31)
NEAR = nearness(
    (FRANCE, GERMANY, 880, 1), (BELGIUM, FRANCE, 260, 1), (BELGIUM, GERMANY, 650, 1),
    (FRANCE, POLAND, 1370, 0), (GERMANY, POLAND, 520, 1), (BELGIUM, POLAND, 1160, 0),
    (FRANCE, CHAD, 4230, 0), (GERMANY, CHAD, 4500, 0), (BELGIUM, CHAD, 4330, 0),
)  # fmt: skip
VOTES = positions({FRANCE: 1.0, BELGIUM: 1.2, GERMANY: 1.1, POLAND: -1.0}, range(1949, 1996))
FOUNDERS = (("X", FRANCE, "1980-01-01", "", "full"), ("X", BELGIUM, "1980-01-01", "", "full"))


def made(*more: tuple[str, int, str, str, str], day: date = DAY) -> tuple[Roster, Signs]:
    known = roster(spells(*FOUNDERS, *more), day)
    return known, signs(known, NEAR, VOTES)


def points(cow: int, *more: tuple[str, int, str, str, str]) -> int:
    known, seen = made(*more)
    return int(seen.points[at(known, DAY, "X", cow)])


def test_points_add_up() -> None:
    # 3 near, 1 border, 2 votes: none outside is nearer to the mean of 1.1; out for 16 years.
    assert points(GERMANY) == 6
    # 2 near, no border, no vote: Germany is nearer.
    assert points(POLAND) == 2
    # 1 near, 1 as its position is not known.
    assert points(CHAD) == 2


def test_a_standing_adds_points() -> None:
    plain = points(POLAND)
    for word, more in {"contemplated": 1, "applicant": 1, "observer": 1, "partner": 1,
                       "candidate": 2}.items():  # fmt: skip
        assert points(POLAND, ("X", POLAND, "1990-01-01", "", word)) == plain + more


def test_a_member_brings_its_neighbour_near() -> None:
    known, seen = made(("X", GERMANY, "1990-01-01", "", "full"))
    here = at(known, DAY, "X", POLAND)
    assert seen.km[here] == 520
    assert seen.border[here]
    before = at(known, date(1989, 12, 31), "X", POLAND)
    assert seen.km[before] == 1160
    assert not seen.border[before]


def test_years_outside_count_from_when_the_bloc_began() -> None:
    known, seen = made()
    for year, years in ((1979, 0), (1980, 1), (1994, LONG), (1995, LONG + 1)):
        assert seen.outside[at(known, date(year, 12, 31), "X", POLAND)] == years
    early, late = (
        int(seen.points[at(known, date(year, 12, 31), "X", POLAND)]) for year in (1994, 1995)
    )
    assert early == late + 1


def test_only_a_standing_gives_points_for_leaving() -> None:
    for word, more in (("full", 0), ("suspended", 1), ("withdrawing", 2)):
        known, seen = made(("X", GERMANY, "1990-01-01", "", word))
        assert seen.leaving[at(known, DAY, "X", GERMANY)] == more


def test_within_a_year_signs_are_of_the_last_full_one_and_standings_of_the_day() -> None:
    day = date(1995, 6, 30)
    known, seen = made(("X", POLAND, "1995-03-01", "", "candidate"), day=day)
    now, then = (at(known, one, "X", POLAND) for one in (day, date(1994, 12, 31)))
    assert seen.votes[now] == seen.votes[then]
    assert seen.points[now] == seen.points[then] + 2 - 1, "a candidate now, and outside for long"


@given(
    st.lists(st.sampled_from([GERMANY, POLAND, CHAD]), unique=True), st.sampled_from(STANDINGS[1:])
)
def test_points_stay_in_range(who: list[int], word: str) -> None:
    _, seen = made(*(("X", cow, "1985-01-01", "", word) for cow in who))
    assert seen.points.min() >= 0
    assert seen.points.max() <= MOST
    known = seen.votes[~np.isnan(seen.votes)]
    assert ((known >= 0) & (known <= 1)).all()
