"""What limits a comparison of votes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from daylight.core.refs import StateRef
from daylight.core.said import Caveat
from daylight.divergences.ends import crossed
from daylight.divergences.position_gaps import PositionGap
from daylight.divergences.records import Gap, YearGap
from daylight.measures.issues import spoken
from daylight.measures.votes import AGENDA_BREAK
from daylight.say.lines import counted, listed
from daylight.say.numbers import estimate_text

THIN = 10
"""Fewer votes tell little of a position."""
UNIVERSE_BREAK = 2021
"""From this year only adopted whole resolutions are held."""


def seats(
    a: StateRef, b: StateRef, history: Sequence[YearGap], own: Collection[int]
) -> Iterator[Caveat]:
    """Say that votes were cast in years in which one was no member of the state system."""
    early = sorted({point.year for point in history} - set(own))
    if early:
        yield Caveat(
            "definition",
            f"In {_years(early)} {a.name} and {b.name} were not both members of the state system, "
            f"though both had a seat in the UN. Those votes are in the history; no such year is "
            f"named as closest or farthest.",
            ("/history", "/narrowest", "/widest"),
        )


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
