"""Communities as the atlas holds them: of a state, and the members of one."""

from __future__ import annotations

from datetime import date

from daylight.communities.records import Community, Member
from daylight.communities.runs import RUNS
from daylight.core.errors import OutsideCoverage, StateNotThen
from daylight.core.estimate import Estimate, absent
from daylight.core.lineages import number_in
from daylight.core.refs import ref_of
from daylight.core.states import get
from daylight.measures.measure import Columns, World
from daylight.stats.exact import proportion

TABLE = "communities"


def community(atlas: World, state: int, year: int) -> Member:
    """Return the place of a state among the communities of the end of a year.

    Parameters
    ----------
    atlas : World
        With the table `communities`.
    state : int
        COW number; the one of that year stands for it (260 for Germany in 1985).
    year : int

    Raises
    ------
    OutsideCoverage
        When no communities of the year are known.
    StateNotThen
        When the state was no member of the system at the end of the year.
    """
    rows = _of(atlas, year)
    cow = number_in(state, year)
    found = (rows["cow"] == cow).nonzero()[0]
    if not len(found):
        raise StateNotThen(
            f"{get(cow).label()} was no member of the state system at the end of {year}, of which "
            "communities are told; choose a year in which it was."
        )
    return _member(rows, int(found[0]), year)


def members(atlas: World, state: int, year: int) -> tuple[Member, ...]:
    """Return the members of a state's community, likeliest first, then by name.

    Empty where the community of the state cannot be told; arguments and errors as of
    :func:`community`.
    """
    own = community(atlas, state, year).community
    if own is None:
        return ()
    rows = _of(atlas, year)
    there = (rows["line"] == own.line).nonzero()[0]
    found = [_member(rows, int(at), year) for at in there]
    return tuple(sorted(found, key=lambda m: (-(m.chance.value or 0.0), m.state.name)))


def _of(atlas: World, year: int) -> Columns:
    rows = atlas.years(TABLE, year, year)
    if not len(rows["cow"]):
        every = atlas.rows(TABLE)["year"]
        known = f"from {every.min()} to {every.max()}" if len(every) else "of no year"
        raise OutsideCoverage(
            f"No communities of {year} are known; the atlas holds those {known}: choose another "
            "year."
        )
    return rows


def _member(rows: Columns, at: int, year: int) -> Member:
    end = date(year, 12, 31)
    return Member(
        ref_of(int(rows["cow"][at]), end),
        _community(rows, "", at, year),
        _chance(rows, "", at),
        _community(rows, "second_", at, year),
        _chance(rows, "second_", at),
    )


def _community(rows: Columns, prefix: str, at: int, year: int) -> Community | None:
    leader, line = float(rows[f"{prefix}community"][at]), float(rows[f"{prefix}line"][at])
    if leader != leader:
        return None
    return Community(ref_of(int(leader), date(year, 12, 31)), int(line), year)


def _chance(rows: Columns, prefix: str, at: int) -> Estimate:
    percent = float(rows[f"{prefix}chance"][at])
    if percent != percent:
        return absent("missing", RUNS)
    value = percent / 100
    low, high = proportion(round(value * RUNS), RUNS)
    return Estimate(value, min(low, value), max(high, value), RUNS)
