"""How a tie stands: none, young, quiet, warned, or not to be told."""

from __future__ import annotations

import pytest

from daylight.breaks.kinds import TREATIES_TO, YOUNG
from daylight.endurance.records import Act, State
from daylight.endurance.state import state
from daylight.store.schemas.breaks import TIE_LEGS

TRADED = frozenset(range(1946, 2026))


def rows(first: int, last: int) -> dict[int, dict[str, int]]:
    return {year: {"year": year, "legs": 1, "warned": 0} for year in range(first, last + 1)}


def at(years: dict[int, dict[str, int]], year: int, *begun: Act) -> State:
    return state(years, begun, TRADED, year)


WAR, APART = Act("hostility", 1998, ("force",)), Act("votes", 1999, ("distance",))


def test_without_a_row_there_is_no_tie() -> None:
    never = at({}, 2000)
    assert (never.tie, never.quiet_or_warned, never.until) == (False, "no tie", None)
    assert never.unknown == 0
    gone = at(rows(1950, 1980), 2000)
    assert (gone.quiet_or_warned, gone.since, gone.until) == ("no tie", None, 1980)


def test_where_trade_is_not_known_a_tie_may_stand() -> None:
    blind = state({}, (), frozenset(range(1946, 1990)), 2000)
    assert (blind.tie, blind.quiet_or_warned, blind.unknown) == (None, "cannot be told", 11)
    assert state({}, (), frozenset(range(1946, 2000)), 2000).tie is False, "known the year before"


@pytest.mark.parametrize("year", [1910, 1945, TREATIES_TO + 1, 2025])
def test_absence_outside_the_list_of_treaties_is_not_none(year: int) -> None:
    for years in ({}, rows(1950, 1980)):
        seen = {y: row for y, row in years.items() if y <= year}
        assert (at(seen, year).tie, at(seen, year).quiet_or_warned) == (None, "cannot be told")


def test_quiet_since_its_present_run_began() -> None:
    found = at(rows(1950, 1980) | rows(1990, 2000), 2000)
    assert (found.tie, found.quiet_or_warned, found.since) == (True, "quiet", 1990)
    assert found.legs == (TIE_LEGS[0],)
    assert at(rows(1950, 1980) | rows(1982, 2000), 2000).since == 1950, "one year is bridged"
    assert at(rows(1950, TREATIES_TO) | rows(2023, 2023), 2023).since == 1950


def test_young() -> None:
    assert at(rows(2000 - YOUNG + 1, 2000), 2000).quiet_or_warned == "young"
    assert at(rows(2000 - YOUNG, 2000), 2000).quiet_or_warned == "quiet"
    assert at(rows(1946, 1948), 1948).quiet_or_warned == "quiet", "it may be older"
    assert at(rows(2020, 2022), 2022).quiet_or_warned == "cannot be called quiet"


def test_warned_by_what_is_known_and_recent() -> None:
    found = at(rows(1950, 2000), 2000, WAR)
    assert (found.quiet_or_warned, found.by) == ("warned", (WAR,))
    assert at(rows(1950, 2003), 2003, WAR).quiet_or_warned == "quiet"
    assert at(rows(1950, 2000), 2000, APART).quiet_or_warned == "quiet", "known in 2001"
    assert at(rows(1950, 2001), 2001, APART).quiet_or_warned == "warned"


@pytest.mark.parametrize("year", [TREATIES_TO + 1, 2025])
def test_once_sources_have_ended_no_tie_is_called_quiet(year: int) -> None:
    assert at(rows(1950, year), year).quiet_or_warned == "cannot be called quiet"
    left = Act("bloc", year, ("left",))
    assert at(rows(1950, year), year, left).quiet_or_warned == "warned"
