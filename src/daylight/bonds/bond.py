"""The question what binds two states and what sets them against each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from daylight.bonds.caveats import caveats
from daylight.bonds.history import history
from daylight.bonds.items import ledgers
from daylight.bonds.none import uncovered
from daylight.bonds.peaks import records
from daylight.bonds.pulls import weights_of
from daylight.bonds.read import lineage_note, rows
from daylight.bonds.records import Bond, Dimension
from daylight.bonds.sources import supports
from daylight.bonds.standing import standing
from daylight.bonds.stands import relationship
from daylight.bonds.trade import trade
from daylight.bonds.view import VIEW
from daylight.bonds.words import summary
from daylight.core.errors import BadInput
from daylight.core.lineages import number_in
from daylight.core.request import Request, Who, dated, request
from daylight.core.states import lineage
from daylight.facts.known import known
from daylight.facts.read import condition
from daylight.ledgers.scored import maxima
from daylight.ledgers.years import FIRST
from daylight.store.atlas import Atlas, current
from daylight.store.notes import source_notes


@dated
def bond(
    a: Who,
    b: Who,
    as_of: str | int | date | None = None,
    points: Mapping[str, float] | None = None,
    since: int | None = None,
    atlas: Atlas | None = None,
) -> Bond:
    """Say what binds two states and what sets them against each other, as of a date.

    Parameters
    ----------
    a, b : str, int or State
        Names, codes or COW numbers.
    as_of : str, int or date, optional
        Date to answer for; only full years before it enter the ledgers. The newest by default.
    points : mapping of str to float, optional
        Maxima of items in place of the stated ones, 0 to leave one out. History, chances and
        standing are stored for the stated ones and stay as they are.
    since : int, optional
        First year that records look back to; by default the first in which both were states, but
        not before 1946, when the ledgers begin.
    atlas : Atlas, optional
        The atlas in use by default.

    Returns
    -------
    Bond

    Raises
    ------
    UnknownState, StateNotThen, SameState, OutsideCoverage
        See :mod:`daylight.core.errors`.
    BadInput
        For an unknown item, points below 0 or above 100, and a year that records cannot look back
        to.
    """
    atlas = atlas or current()
    options = {"points": dict(points or {}), "since": since}
    return ask(request("bond", (a, b), as_of, atlas.scope, options=options), atlas)


def ask(asked: Request, atlas: Atlas) -> Bond:
    """Answer a request about two states.

    Parameters
    ----------
    asked : Request
        With the options `points` and `since`, or without.
    atlas : Atlas
    """
    points: dict[str, float] = asked.options.get("points", {})
    most = maxima(points)
    since, year = _since(asked), asked.year
    # On a day after a change of number the last full year is still that of the number before.
    a, b = (replace(s, cow=number_in(s.cow, year)) for s in asked.states)
    told = atlas.rows("dated_facts", *condition(a.cow, b.cow, asked.as_of))
    facts = known(told, a.cow, b.cow, asked.as_of, n=None)
    items, sums = (rows(atlas, name, a, b, year) for name in ("ledger_items", "ledgers"))
    if year not in sums:
        return uncovered(asked, atlas, facts, points, since)
    names = (a.name, b.name)
    traded = trade(atlas, a, b, year)
    made = ledgers(items, sums[year], year, names, weights_of(atlas), most, traded)
    stands = relationship(sums[year], made, facts, year)
    years = tuple(history(sums))
    note = lineage_note(a, b, year)
    return Bond(
        request=asked,
        answer=summary(asked, stands, made, facts),
        relationship=stands,
        military=Dimension(made["military_cooperation"], made["military_conflict"]),
        political=Dimension(made["political_cooperation"], made["political_conflict"]),
        economic=Dimension(made["economic_cooperation"], made["economic_conflict"]),
        history=years,
        known=facts,
        standing=standing(atlas, sums[year], year),
        records=tuple(records(years, traded, year, since)),
        points=points,
        since=since,
        lineage_note=note,
        caveats=tuple(caveats(asked, stands, made, points, note)),
        sources=source_notes(atlas, supports(made, facts), year),
        view=VIEW,
    )


def first_year(asked: Request) -> int:
    """Return the first year of the ledgers in which both were states."""
    return max(FIRST, *(lineage(state.cow)[0][1].year for state in asked.states))


def _since(asked: Request) -> int:
    """Return the first year that records look back to.

    Raises
    ------
    BadInput
        When it is before the ledgers begin, or not before the last full year.
    """
    since: int | None = asked.options.get("since")
    if since is None:
        return min(first_year(asked), asked.year)
    if not isinstance(since, int) or not FIRST <= since < asked.year:
        raise BadInput(
            f"since {since!r} must be a year from {FIRST}, in which the ledgers begin, to "
            f"{asked.year - 1}, before the last full year."
        )
    return since
