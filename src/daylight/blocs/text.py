"""Bloc ties in plain text."""

from __future__ import annotations

from daylight.blocs.records import BlocTie, BlocTies
from daylight.core.text import wrap


def summary(blocs: BlocTies) -> list[str]:
    """Return shared blocs, those of one side only, and looser standings."""
    if blocs.as_of.year < blocs.covered[0]:
        return wrap(f"BLOCS  The table of blocs starts in {blocs.covered[0]}.")
    shared = ", ".join(f"{t.bloc} ({t.kind})" for t in blocs.shared)
    lines = wrap(f"BLOCS  Shared: {shared or f'none of the {len(blocs.listed)} listed'}.", 0, 7)
    for state, ties in ((blocs.a, blocs.first), (blocs.b, blocs.second)):
        if ties:
            lines += wrap(f"Only {state.name}: {', '.join(_alone(t) for t in ties)}.", 7, 2)
    if blocs.looser:
        lines += wrap(f"Looser: {'; '.join(_standings(t) for t in blocs.looser)}.", 7, 2)
    if blocs.outside:
        parts = [f"{t.memberships[0].state.name} in {t.bloc}" for t in blocs.outside]
        lines += wrap(f"With the outside power: {', '.join(parts)}.", 7, 2)
    return lines


def _alone(tie: BlocTie) -> str:
    standing = tie.memberships[0].standing
    return tie.bloc if standing == "full" else f"{tie.bloc} ({standing})"


def _standings(tie: BlocTie) -> str:
    each = ", ".join(f"{m.state.name} {m.standing}" for m in tie.memberships)
    return f"{tie.bloc} ({each})"


def render(blocs: BlocTies) -> str:
    """Return bloc ties as text for a terminal."""
    head = f"{blocs.a.name} and {blocs.b.name}, as of {blocs.as_of}"
    lines = [head, "", *summary(blocs), ""]
    for tie in (*blocs.shared, *blocs.looser, *blocs.first, *blocs.second):
        for m in tie.memberships:
            lines += wrap(
                f"{tie.bloc}: {m.state.name}, {m.standing} since {m.since} [{m.citation}]", 0, 2
            )
    return "\n".join(lines)
