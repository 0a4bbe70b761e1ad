"""The question about a bloc on a date."""

from __future__ import annotations

from datetime import date

import numpy as np

from daylight.bloc_profiles.caveats import caveats
from daylight.bloc_profiles.measures import NOT_KNOWN, cohesion, history, hubs, of_year, tethers
from daylight.bloc_profiles.members import chosen, left, members
from daylight.bloc_profiles.next import next_up
from daylight.bloc_profiles.records import Bloc, Cohesion, Lists, Measures
from daylight.bloc_profiles.view import VIEW
from daylight.bloc_profiles.vitality import YEARS, vitality
from daylight.bloc_profiles.words import summary
from daylight.cohesion.measured import TABLES, Measured, Year, held
from daylight.cohesion.named import alive, named
from daylight.cohesion.spells import IN_LAW, Row, spells
from daylight.cohesion.voting import WINDOW, Alike, alike_square
from daylight.cohesion.voting import cohesion as voting
from daylight.core.partial import PartialDate
from daylight.core.request import Request, dated, request
from daylight.ledgers.years import FIRST
from daylight.measures.issues import ISSUES
from daylight.pulls.points import in_points
from daylight.pulls.pulls import pulls
from daylight.spheres.drawn import named as state_of
from daylight.store.atlas import Atlas, current
from daylight.store.notes import of_tables, source_notes
from daylight.store.older import holds as has_table
from daylight.store.rows import rows_of

SEEN = ("nearness", "ideal_points", "bloc_calls")
"""Tables that only who is next, or the signs of life, rest on."""
QUARREL = {"military_conflict": 60.0, "economic_conflict": 20.0}
"""Points from which two members stand in conflict: a show of force in the year, or its use a few
years before; sanctions on a part of trade."""
CONFLICTS_TO = 2014
"""Last year in which disputes among all states are known."""
CALLS = "bloc_calls"
LISTS = ("/members", "/looser", "/waiting", "/contemplated", "/left")
PARTS = ("/hubs", "/tether", "/cohesion", "/vitality", "/next", "/history", "/measured")


@dated
def bloc(name: str, as_of: str | int | date | None = None, atlas: Atlas | None = None) -> Bloc:
    """Return who belongs to a bloc on a date, and how it holds together.

    Parameters
    ----------
    name : str
        Short name, full name or another name of the bloc.
    as_of : str, int or date, optional
        Date to answer for; the newest by default.
    atlas : Atlas, optional
        The atlas in use by default.

    Raises
    ------
    UnknownName
        When no bloc of the list is called so.
    OutsideCoverage
        On a date before it began or after it ended.
    """
    atlas = atlas or current()
    row = named(atlas, name)
    asked = request("bloc", (), as_of, atlas.scope, bloc=row["bloc"])
    return ask(asked, atlas)


def ask(asked: Request, atlas: Atlas) -> Bloc:
    """Answer a request about a bloc.

    Parameters
    ----------
    asked : Request
        With a bloc.
    atlas : Atlas
    """
    assert asked.bloc is not None, "asked only about a bloc"
    row, day = named(atlas, asked.bloc), asked.as_of
    alive(row, day)
    rows = spells(atlas, row["bloc"])
    every = members(rows, day)
    seen = Year.of(atlas, pulls(atlas, asked.year)) if asked.year >= FIRST else None
    group = seen.members(day).get(row["bloc"]) if seen else None
    found = seen.measured(group) if seen is not None and group is not None else None
    quarrels = _quarrels(atlas, seen, found) if seen and found else ()
    past = history(atlas, row["bloc"], asked.year)
    calls = _calls(atlas, row["bloc"], day)
    signs = vitality(rows, day, found, past, quarrels, calls, CONFLICTS_TO)
    lists: Lists = {
        "members": chosen(every, *IN_LAW),
        "looser": chosen(every, "observer", "partner"),
        "waiting": chosen(every, "candidate", "applicant"),
        "contemplated": chosen(every, "contemplated"),
    }
    gone = left(rows, day)
    coming = next_up(atlas, row["bloc"], day)
    measured = _measured(atlas, asked, seen, found) if seen and found else NOTHING
    return Bloc(
        request=asked,
        answer=summary(row, lists, measured, signs, coming),
        name=row["name"],
        kind=row["kind"],
        founded=PartialDate.read(row["founded"]),
        ended=PartialDate.read(row["ended"]) if row["ended"] else None,
        members=lists["members"],
        looser=lists["looser"],
        waiting=lists["waiting"],
        contemplated=lists["contemplated"],
        left=gone,
        **measured,
        vitality=signs,
        next=coming,
        history=past,
        caveats=tuple(caveats(asked, lists, gone, measured, signs)),
        sources=source_notes(atlas, _supports(atlas), asked.year),
        view=VIEW,
    )


NOTHING: Measures = {
    "hubs": (),
    "tether": (),
    "cohesion": Cohesion(None, None, NOT_KNOWN, (), NOT_KNOWN, None, ()),
    "measured": (),
}


def _measured(atlas: Atlas, asked: Request, seen: Year, found: Measured) -> Measures:
    bloc = str(asked.bloc)
    issues = _issues(atlas, seen, found)
    return {
        "hubs": hubs(seen.pulls, found),
        "tether": tethers(seen.pulls, found, of_year(atlas, asked.year), bloc),
        "cohesion": cohesion(seen, found, issues, atlas, bloc),
        "measured": tuple(state_of(seen.pulls, k) for k in found.members.tolist()),
    }


def _issues(atlas: Atlas, seen: Year, found: Measured) -> tuple[Alike, ...]:
    """Return how far members vote alike on each issue with enough votes."""
    roll = seen.pulls.roll
    sums = atlas.vote_sums(roll.year - WINDOW + 1, roll.year)
    told = (
        voting(alike_square(roll, sums[issue]), found.members, held(atlas, roll.year, issue), issue)
        for issue in ISSUES
        if issue in sums
    )
    return tuple(one for one in told if one is not None)


def _quarrels(atlas: Atlas, seen: Year, found: Measured) -> tuple[str, ...]:
    """Return the pairs of members that stand in conflict, worst first."""
    roll = seen.pulls.roll
    rows = atlas.years("ledgers", roll.year, roll.year)
    worst = np.zeros((len(roll), len(roll)))
    for ledger, least in QUARREL.items():
        points = np.nan_to_num(roll.square(rows, in_points(rows[ledger])))
        worst = np.maximum(worst, np.where(points >= least, points, 0.0))
    i, k = np.triu_indices(len(found.members), 1)
    one, other = found.members[i], found.members[k]
    points = worst[one, other]
    order = [n for n in np.argsort(-points, kind="stable").tolist() if points[n] > 0]
    return tuple(
        f"{state_of(seen.pulls, int(one[n])).name} and {state_of(seen.pulls, int(other[n])).name}"
        for n in order
    )


def _calls(atlas: Atlas, bloc: str, day: date) -> list[Row] | None:
    """Return the calls for help of the years before a day; None in an atlas without their list."""
    if not has_table(atlas.manifest, CALLS):
        return None
    rows = rows_of(atlas.rows(CALLS, "bloc = ? AND day <= ? ORDER BY day", (bloc, day)))
    return [row for row in rows if row["day"].year > day.year - YEARS]


def _supports(atlas: Atlas) -> dict[str, tuple[str, ...]]:
    lists = of_tables("bloc_spells")
    every = tuple(dict.fromkeys((*of_tables(*TABLES, *SEEN), *lists)))
    return dict.fromkeys(LISTS, lists) | dict.fromkeys(PARTS, every)
