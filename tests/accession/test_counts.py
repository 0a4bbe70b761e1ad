"""Who could join or leave, and did."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from small_blocs import BELGIUM, FRANCE, GERMANY, POLAND, end_of, nearness, positions, spells

from daylight.accession.counts import NEVER, Cases, Kind, cases
from daylight.accession.roster import roster
from daylight.accession.signs import signs

DAY = date(2000, 12, 31)
FOUNDERS = (("X", FRANCE, "1980-01-01", "", "full"), ("X", BELGIUM, "1980-01-01", "", "full"))


def made(kind: Kind, *rows: tuple[str, int, str, str, str]) -> tuple[Cases, np.ndarray]:
    known = roster(spells(*rows), DAY)
    seen = signs(
        known, nearness((FRANCE, POLAND, 1370, 0)), positions({FRANCE: 1.0}, range(1949, 2001))
    )
    return cases(kind, known, seen), known.cows


def wait(kind: Kind, cow: int, year: int, *rows: tuple[str, int, str, str, str]) -> int | None:
    found, cows = made(kind, *rows)
    at = (found.t == end_of(year)) & (cows[found.state] == cow)
    return int(found.wait[at][0]) if at.any() else None


def test_joining_is_counted_to_the_first_end_of_a_year_as_a_member() -> None:
    rows = (*FOUNDERS, ("X", POLAND, "1990-05-01", "", "full"))
    assert wait("join", POLAND, 1988, *rows) == 2
    assert wait("join", POLAND, 1989, *rows) == 1
    assert wait("join", POLAND, 1990, *rows) is None, "a member"
    assert wait("join", GERMANY, 1988, *rows) == NEVER
    assert wait("join", POLAND, 1979, *rows) is None, "no bloc"


def test_founders_did_not_join() -> None:
    found, _ = made("join", *FOUNDERS)
    assert not (found.wait < NEVER).any()


def test_leaving_is_seen_and_suspension_is_none() -> None:
    left = (*FOUNDERS, ("X", POLAND, "1985-01-01", "1990-05-01", "full"))
    assert wait("leave", POLAND, 1988, *left) == 2
    stopped = (*left, ("X", POLAND, "1990-05-01", "", "suspended"))
    assert wait("leave", POLAND, 1988, *stopped) == NEVER


def test_the_end_of_a_bloc_or_a_state_is_nobodys_leaving() -> None:
    ended = [(*row[:3], "1991-07-01", "full") for row in FOUNDERS]
    found, _ = made("leave", *ended)
    assert len(found.wait)
    assert (found.wait == NEVER).all()
    gone = (*FOUNDERS, ("X", 265, "1980-01-01", "1990-10-03", "full"))
    assert wait("leave", 265, 1988, *gone) == NEVER


@pytest.mark.parametrize("horizon", [1, 2, 4, 8])
def test_cells_count_every_case_whose_outcome_is_known(horizon: int) -> None:
    found, _ = made("join", *FOUNDERS, ("X", POLAND, "1990-05-01", "", "full"))
    cells = found.cells(horizon)
    assert cells.n.sum() == found.known(horizon).sum()
    assert cells.events.sum() == horizon
    assert cells.n[end_of(2000) - horizon + 1 :].sum() == 0
    before = cells.before()
    assert before.n[end_of(1980) + horizon].sum() == cells.n[: end_of(1980) + 1].sum()
