"""What to know of a panel before it is used: values that are flagged, and votes in no row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from daylight.core.lineages import newest
from daylight.core.refs import in_text
from daylight.core.seats import UN, seat_years
from daylight.core.states import get
from daylight.measures import measure
from daylight.measures.plausible import WHOLE, WHY
from daylight.panel.columns import OF_STATES
from daylight.panel.plan import Plan
from daylight.say.lines import counted, listed

if TYPE_CHECKING:
    import polars as pl

MOST_NAMED = 5
"""States or pairs that a note names."""
VOTES = ("votes", "ideal_points")
"""Tables made of votes, in which seats before statehood have rows."""


def notes(frame: pl.DataFrame, plan: Plan) -> Iterator[str]:
    """Return sentences about a panel.

    Parameters
    ----------
    frame : DataFrame
        What :meth:`daylight.panel.panel.Panel.to_polars` returned.
    plan : Panel
    """
    yield from _rows(plan)
    yield from _without_rows(frame, plan)
    measures = tuple(name for name in plan.measures if name not in OF_STATES)
    for name in measures:
        spec = measure(name)
        if spec.fraction and spec.high > WHOLE:
            beyond = int((frame[name].abs() > WHOLE).sum())
            if beyond:
                yield f"{name}: {counted(beyond, 'value')} above the whole. {WHY}"
    if any(measure(name).table in VOTES for name in measures) and len(frame):
        years = set(frame["year"].unique().to_list())
        among = plan.wanted.numbers()
        held = {cow: set(of[:-1]) for cow, of in seat_years(UN).items() if cow in (among or (cow,))}
        seats = [cow for cow, of in held.items() if years & of]
        if seats:
            names = listed([in_text(get(cow).name) for cow in seats])
            yield (
                f"Rows are pairs of members of the COW state system. Votes of seats in the UN "
                f"held before that ({names}) are in none; see `daylight ideal-points`."
            )


def _rows(plan: Plan) -> Iterator[str]:
    """Say which years have no rows, whom a single state is paired with, and what GW covers."""
    years = plan.years()
    if len(years) < plan.end - plan.start + 1:
        yield (
            f"Rows are of {years[0]} to {years[-1]}, the years that {_covering(plan)} covers; "
            f"--all-rows adds empty rows of the others."
        )
    states = plan.wanted.states
    if plan.unit == "dyad-year" and states is not None and len(states) == 1:
        yield "One state is named, so it is paired with every other."
    if plan.system == "gw":
        yield (
            "Gleditsch-Ward numbers and years are those of states while Correlates of War counts "
            "them too: their longer memberships and microstates have no rows."
        )


def _covering(plan: Plan) -> str:
    return plan.measures[0] if len(plan.measures) == 1 else "at least one measure"


def _without_rows(frame: pl.DataFrame, plan: Plan) -> Iterator[str]:
    """Say which states or pairs of a list have no row: they were no members in these years."""
    gone = [*_lone_states(frame, plan), *_lone_dyads(frame, plan)]
    if gone:
        shown = listed(gone[:MOST_NAMED])
        more = f" and {len(gone) - MOST_NAMED:,} more" if len(gone) > MOST_NAMED else ""
        yield f"Without a row, being no members together in these years: {shown}{more}."


def _lone_states(frame: pl.DataFrame, plan: Plan) -> list[str]:
    sides = [name for name in ("cow", "a_cow", "b_cow") if name in frame.columns]
    there = {newest(cow) for side in sides for cow in frame[side].unique().to_list()}
    return [get(cow).name for cow in sorted((plan.wanted.states or frozenset()) - there)]


def _lone_dyads(frame: pl.DataFrame, plan: Plan) -> list[str]:
    if plan.wanted.dyads is None:
        return []
    years, pairs = set(), set()
    for a, b, year in frame.select("a_cow", "b_cow", "year").iter_rows():
        low, high = sorted((newest(a), newest(b)))
        years.add((low, high, year))
        pairs.add((low, high, None))
    gone = sorted(plan.wanted.dyads - years - pairs, key=str)
    return [
        f"{get(a).name} and {get(b).name}{f' in {year}' if year else ''}" for a, b, year in gone
    ]
