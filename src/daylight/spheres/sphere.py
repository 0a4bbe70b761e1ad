"""The question how far a power's sphere reaches."""

from __future__ import annotations

from datetime import date

from daylight.communities.read import members
from daylight.communities.records import Member
from daylight.core.errors import BadInput, OutsideCoverage, StateNotThen
from daylight.core.lineages import numbers
from daylight.core.refs import StateRef
from daylight.core.request import Request, Who, dated, request
from daylight.ledgers.years import FIRST
from daylight.pulls.leading import leads
from daylight.pulls.pulls import TABLES, pulls
from daylight.spheres.caveats import caveats
from daylight.spheres.drawn import named, states
from daylight.spheres.records import Reach, Remains, Sphere
from daylight.spheres.remains import remains
from daylight.spheres.view import VIEW
from daylight.spheres.words import summary
from daylight.store.atlas import Atlas, current
from daylight.store.notes import of_tables, source_notes

DRAWN_ON = ("shapes", "shape_holders", "disputed_places")
"""Tables of the map."""
SINCE = 1989
"""Year to compare with: the last of the Soviet sphere."""


@dated
def sphere(
    power: Who,
    as_of: str | int | date | None = None,
    since: int | None = None,
    atlas: Atlas | None = None,
) -> Sphere:
    """Return which states a power draws, by what, and who else draws them.

    Parameters
    ----------
    power : str, int or State
        Name, code or COW number. Any state can be asked about.
    as_of : str, int or date, optional
        Date to answer for, by its last full year; the newest by default.
    since : int, optional
        Year whose sphere is compared with; 1989 by default.
    atlas : Atlas, optional
        The atlas in use by default.

    Raises
    ------
    UnknownState, StateNotThen, OutsideCoverage
        See :mod:`daylight.core.errors`.
    BadInput
        When `since` is not before the year of the answer.
    """
    atlas = atlas or current()
    options = {"since": None if since == SINCE else since}
    asked = request("sphere", (power,), as_of, atlas.scope, options=options)
    if asked.year < FIRST:
        raise OutsideCoverage(
            f"Pulls are known from {FIRST}, whose first full year a date of {FIRST + 1} has; "
            f"got {asked.as_of}."
        )
    if since is not None and not FIRST <= since < asked.year:
        raise BadInput(f"--since is {since}; give a year from {FIRST} to {asked.year - 1}.")
    return ask(asked, atlas)


def ask(asked: Request, atlas: Atlas) -> Sphere:
    """Answer a request about a state.

    Parameters
    ----------
    asked : Request
        With the option `since`, or without.
    atlas : Atlas
    """
    seen = pulls(atlas, asked.year)
    power = seen.roll.at(asked.a.cow)
    if power is None:
        raise OutsideCoverage(
            f"{asked.a.name} was no member of the state system in {asked.year}, the last full year "
            "on that date; expected a later date. Ask for one with --as-of."
        )
    found = leads(seen, power)
    drawn = states(seen, found, power)
    powers = tuple(named(seen, row) for row in found.powers.tolist())
    is_power = power in found.powers
    left = _remains(atlas, asked)
    reach = _reach(atlas, asked.a, asked.as_of)
    together = _community(atlas, asked)
    supports = dict.fromkeys(("/powers", "/remains", "/reach"), of_tables(*TABLES))
    supports["/states"] = of_tables(*TABLES, *DRAWN_ON)
    supports["/community"] = of_tables("communities")
    supports["/strength_of"] = of_tables("capabilities")
    return Sphere(
        request=asked,
        answer=summary(asked, drawn, left, together, is_power=is_power),
        is_power=is_power,
        powers=powers,
        states=drawn,
        remains=left,
        reach=reach,
        community=together,
        strength_of=seen.strength_of,
        caveats=tuple(
            caveats(asked, drawn, seen.strength_of, together=bool(together), is_power=is_power)
        ),
        sources=source_notes(atlas, supports, asked.year),
        view=VIEW,
    )


def _remains(atlas: Atlas, asked: Request) -> Remains | None:
    since = asked.options.get("since", SINCE)
    if since >= asked.year:
        return None
    old, new = pulls(atlas, since), pulls(atlas, asked.year)
    there = old.roll.at(asked.a.cow), new.roll.at(asked.a.cow)
    if None in there:
        return None
    return remains((old, leads(old, there[0])), (new, leads(new, there[1])), asked.a.cow)


def _community(atlas: Atlas, asked: Request) -> tuple[Member, ...]:
    """Return the community of the power; empty where the year has none, or it was no member yet."""
    try:
        return members(atlas, asked.a.cow, asked.year)
    except (OutsideCoverage, StateNotThen):
        return ()


def _reach(atlas: Atlas, power: StateRef, day: date) -> tuple[Reach, ...]:
    own = numbers(power.cow, day)
    where = f"cow IN ({', '.join('?' * len(own))}) AND year < ? ORDER BY year"
    rows = atlas.rows("spheres", where, (*own, day.year))
    columns = ("year", "military", "political", "economic", "within", "within_lo", "within_hi")
    return tuple(
        Reach(*(int(x) for x in cells[:5]), *(float(x) for x in cells[5:]))
        for cells in zip(*(rows[name] for name in columns), strict=True)
    )
