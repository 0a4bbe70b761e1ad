"""Whether a bloc lives: stated signs, and a verdict that counts them.

Signs of life: a state joined within ten years; one waits to join; members vote alike more than any
states do; they trade more with each other than sizes and distance let expect; either rose within
five years; a call for help was answered. Signs of decay: a state left, or announced it; one is
suspended; members stand in conflict with each other; a call for help was refused; members vote
alike less, or trade less, than others; either fell within five years.

``dying`` when a fifth of the members left, or said that they will, within ten years. ``living``
with two signs of life at least and more of life than of decay. ``idle`` otherwise. Gray (2018) put
52 % of international economic organisations at alive, 38 % at zombies, 10 % at dead, by other signs
(projects and staff); no source of meetings and acts is at hand here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from daylight.bloc_profiles.records import Past, Sign, Verdict, Vitality
from daylight.bloc_profiles.signs import Calls, at_odds, called, coming, going, together
from daylight.bloc_profiles.trend import trends
from daylight.cohesion.measured import Measured
from daylight.cohesion.spells import IN_LAW, Row
from daylight.core.lineages import lineage_of

YEARS = 10
DYING = 0.2
LIVING = 2


def vitality(
    rows: Sequence[Row], day: date, found: Measured | None, past: Sequence[Past],
    quarrels: Sequence[str], calls: Calls | None, conflicts_to: int,
) -> Vitality:  # fmt: skip
    """Return the signs and the verdict.

    Parameters
    ----------
    rows : sequence of dict
        All spells of the bloc.
    day : date
    found : Measured or None
        What is measured of it in the last full year.
    past : sequence of Past
        What was measured of it in the years to that one.
    quarrels : sequence of str
        Pairs of members in conflict, in words.
    calls : sequence of dict or None
        Calls for help within ten years; None without their table.
    conflicts_to : int
        Last year in which disputes among all states are known.
    """
    since = day.replace(year=day.year - YEARS, day=min(day.day, 28))
    signs = (
        *coming(rows, since, day),
        *going(rows, since, day),
        *at_odds(quarrels),
        *called(calls or ()),
        *together(found),
        *trends(past),
    )
    unknown = ["meetings and acts: no source is at hand"]
    unknown += [] if calls is not None else ["calls for help: the atlas has no list"]
    if day.year - 1 > conflicts_to:
        unknown.append(f"disputes among members after {conflicts_to}, but for wars and dated facts")
    if found is None and not signs:
        return Vitality((), "cannot be told", tuple(unknown))
    return Vitality(signs, _verdict(signs, rows, since, day), tuple(unknown))


def _verdict(signs: Sequence[Sign], rows: Sequence[Row], since: date, day: date) -> Verdict:
    there = {lineage_of(int(r["cow"])) for r in rows if r["status"] in IN_LAW
             and r["start"] <= day and (r["end"] is None or r["end"] > since)}  # fmt: skip
    lost = sum(sign.count for sign in signs if sign.name in ("left", "withdrawing"))
    if there and lost / len(there) >= DYING:
        return "dying"
    life = sum(sign.speaks_for == "life" for sign in signs)
    return "living" if life >= LIVING and 2 * life > len(signs) else "idle"
