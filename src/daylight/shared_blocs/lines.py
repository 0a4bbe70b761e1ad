"""Blocs of two states in plain lines."""

from __future__ import annotations

from typing import Any

from daylight.say.dates import partly
from daylight.say.lines import wrap
from daylight.shared_blocs.records import BlocTie, BlocTies
from daylight.shared_blocs.words import named, sphere_text, standing


def lines(ties: BlocTies) -> list[str]:
    """Return all lines: the lists, then each membership with its citation."""
    out = [*short(ties), ""]
    for tie in _pair(ties):
        for m in tie.memberships:
            since = f"{standing(m.standing)} since {partly(m.since)}"
            out += wrap(f"{tie.bloc}: {m.state.name}, {since} [{m.citation}]", 0, 2)
    return out


def short(ties: BlocTies) -> list[str]:
    """Return shared blocs, those of one side only, looser standings, and wishes."""
    if ties.as_of.year < ties.covered[0] and not _pair(ties):
        return wrap(f"BLOCS  The table of blocs starts in {ties.covered[0]}.")
    shared = ", ".join(named(ties.shared, lambda t: f"{t.bloc} ({t.kind})"))
    out = wrap(f"BLOCS  Shared: {shared or f'none of the {len(ties.listed)} listed'}.", 0, 7)
    for state, own in ((ties.a, ties.first), (ties.b, ties.second)):
        if own:
            out += wrap(f"Only {state.name}: {', '.join(named(own, _alone))}.", 7, 2)
    if ties.looser:
        out += wrap(f"Looser: {'; '.join(named(ties.looser, _standings))}.", 7, 2)
    if ties.hoped:
        out += wrap(f"Not in yet: {'; '.join(named(ties.hoped, _standings))}.", 7, 2)
    if ties.spheres:
        out += wrap(f"Spheres: {'; '.join(sphere_text(one) for one in ties.spheres)}.", 7, 2)
    if ties.outside:
        parts = named(ties.outside, lambda t: f"{t.memberships[0].state.name} in {t.bloc}")
        out += wrap(f"With the outside power: {', '.join(parts)}.", 7, 2)
    return out


def _alone(tie: BlocTie) -> str:
    word = tie.memberships[0].standing
    return tie.bloc if word == "full" else f"{tie.bloc} ({standing(word)})"


def _standings(tie: BlocTie) -> str:
    each = ", ".join(f"{m.state.name} {standing(m.standing)}" for m in tie.memberships)
    return f"{tie.bloc} ({each})"


def _pair(ties: BlocTies) -> tuple[BlocTie, ...]:
    return (*ties.shared, *ties.looser, *ties.first, *ties.second, *ties.hoped)


def columns(ties: BlocTies) -> dict[str, list[Any]]:
    """Return one row for each membership of either state."""
    rows = [(tie, m) for tie in _pair(ties) for m in tie.memberships]
    return {
        "bloc": [tie.bloc for tie, _ in rows],
        "kind": [tie.kind for tie, _ in rows],
        "reach": [tie.reach for tie, _ in rows],
        "relation": [tie.relation for tie, _ in rows],
        "state": [m.state.code for _, m in rows],
        "standing": [m.standing for _, m in rows],
        "since": [str(m.since) for _, m in rows],
        "confirmed": [m.confirmed for _, m in rows],
        "citation": [m.citation for _, m in rows],
    }
