"""What limits a comparison of votes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta

from daylight.core.refs import StateRef, in_text
from daylight.core.said import Caveat
from daylight.core.seats import UN, seat_of
from daylight.core.states import get
from daylight.core.successions import predecessors, successors
from daylight.divergences.ends import crossed
from daylight.divergences.position_gaps import PositionGap
from daylight.divergences.records import Gap, YearGap
from daylight.measures.issues import spoken
from daylight.measures.votes import AGENDA_BREAK
from daylight.say.dates import day
from daylight.say.lines import capital, counted, listed
from daylight.say.numbers import estimate_text

THIN = 10
"""Fewer votes tell little of a position."""
UNIVERSE_BREAK = 2021
"""From this year only adopted whole resolutions are held."""


def seats(
    a: StateRef,
    b: StateRef,
    history: Sequence[YearGap],
    own: Collection[int],
    window: tuple[int, int],
) -> Iterator[Caveat]:
    """Say that votes were cast in years in which one was no member of the state system."""
    early = sorted({point.year for point in history} - set(own))
    if not early:
        return
    text = (
        f"In {_years(early)} {a.name} and {b.name} were not both members of the state "
        f"system, though both had a seat in the UN"
    )
    whose = [words for state in (a, b) if (words := _whose(state, early[0]))]
    text += f": {'; '.join(whose)}." if whose else "."
    text += " Those votes are in the history; no such year is named as closest or farthest."
    touches = ["/history", "/narrowest", "/widest"]
    if window[0] <= early[-1]:
        text += f" Those from {window[0]} on are also pooled by issue."
        touches += ["/overall", "/issues"]
    yield Caveat("definition", text, tuple(touches))


def _differ(issues: Sequence[Gap], positions: Sequence[PositionGap]) -> Iterator[Caveat]:
    """Explain once why votes alike and distance do not rank the issues in one order."""
    pair = crossed(issues, positions)
    if pair is None:
        return
    one, other = pair
    codes, scales = ([x.issue for x in part] for part in (issues, positions))
    yield Caveat(
        "model",
        f"They vote alike more often on {spoken(one)} than on {spoken(other)}, and yet stand "
        f"farther apart there. Votes alike count every roll call the same; the distance counts "
        f"most the votes on which states like these two usually part. Where nearly all states "
        f"vote one way, a few votes apart are a long way.",
        tuple(f"/issues/{codes.index(i)}/agreement" for i in pair)
        + tuple(f"/positions/{scales.index(i)}/gap" for i in pair),
    )


def _years(years: Sequence[int]) -> str:
    return f"{years[0]} to {years[-1]}" if len(years) > 1 else f"{years[0]}"


def without_seat(states: Sequence[StateRef], window: tuple[int, int]) -> Iterator[Caveat]:
    """Say where another state held the seat that is a state's today, as Taiwan held China's."""
    for state in states:
        for passed in predecessors(state.cow):
            if passed.kind == "seat" and passed.on.year >= window[0]:
                holder = in_text(get(passed.predecessor).name)
                yield Caveat(
                    "definition",
                    f"Until {day(passed.on - timedelta(days=1))} the seat of {state.name} in the "
                    f"UN was held by {holder}, under which its votes stand.",
                    ("/overall", "/issues", "/history"),
                )
        for lost in successors(state.cow):
            if lost.kind == "seat" and lost.on.year <= window[1]:
                yield Caveat(
                    "definition",
                    f"{capital(in_text(state.name))} has had no seat in the UN since "
                    f"{day(lost.on)}, when it passed to {in_text(get(lost.successor).name)}.",
                    ("/overall", "/issues", "/history"),
                )


def _whose(state: StateRef, year: int) -> str:
    """Say whose lands a seat stood for, where another state held them."""
    seat = seat_of(state.cow, UN, date(year, 12, 31))
    if seat is None or seat.holder is None:
        return ""
    held = in_text(seat.holder.name_on(date(year, 12, 31)))
    return f"that of {state.name} was a seat of lands then under {held}"


def caveats(
    window: tuple[int, int],
    overall: Gap,
    issues: Sequence[Gap],
    positions: Sequence[PositionGap],
) -> Iterator[Caveat]:
    """Return what limits the votes of a window; nothing where there are none."""
    first, last = window
    if overall.n == 0:
        return
    pooled = ("/overall", "/issues")
    if last >= AGENDA_BREAK:
        yield Caveat(
            "data",
            "In 2025 recorded votes in the General Assembly doubled, because texts that used to "
            "pass by consensus were put to a vote. Raw agreement jumps for most pairs; agreement "
            "beyond chance moves less. Do not read 2025 as a change of policy by itself.",
            pooled,
        )
    if last >= UNIVERSE_BREAK:
        yield Caveat(
            "data",
            "Votes to 2020 include amendments, paragraphs and failed drafts; later ones are "
            "adopted whole resolutions only.",
            pooled,
        )
    yield from _differ(issues, positions)
    thin = [p for p in positions if (p.gap.n or 0) < THIN]
    if thin:
        yield Caveat(
            "data",
            f"Distances that rest on fewer than {THIN} votes of one of the two, and are wide for "
            f"it: {listed(spoken(p.issue) for p in thin)}.",
            tuple(f"/positions/{positions.index(p)}" for p in thin),
        )
    for k, g in enumerate(issues):
        if g.n and g.kappa.value is None:
            same = estimate_text(g.agreement, fraction=True)
            yield Caveat(
                "definition",
                f"On {spoken(g.issue)} one of the two never varied its vote, so kappa cannot rank "
                f"it. They cast the same vote in {same} of {counted(g.n, 'roll call')}.",
                (f"/issues/{k}",),
            )
    yield Caveat(
        "definition",
        f"Votes of {first} to {last} are pooled by issue. Absences are left out; yes, abstain and "
        f"no are three steps. A vote may count under several issues, or none.",
        pooled,
    )
