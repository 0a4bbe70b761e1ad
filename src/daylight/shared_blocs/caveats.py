"""What limits an answer about blocs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from daylight.core.partial import PartialDate
from daylight.core.refs import StateRef
from daylight.core.said import Caveat
from daylight.say.dates import day, partly
from daylight.shared_blocs.records import Relation
from daylight.shared_blocs.words import Groups

UNSEEN = ("named", "unconfirmed")
"""How a start was checked that rests on no page that was seen."""


def caveats(groups: Groups, listed: Sequence[str], on: date) -> Iterator[Caveat]:
    """Return starts that are not confirmed, or not sure to be past, and which blocs are counted."""
    told: tuple[Relation, ...] = ("shared", "first", "second", "looser")
    every = [
        (tie, member, f"/{relation}/{k}")
        for relation in told
        for k, tie in enumerate(groups[relation])
        for member in tie.memberships
    ]
    unseen = [(tie, member, at) for tie, member, at in every if member.confirmed in UNSEEN]
    if unseen:
        which = "; ".join(
            f"{member.state.name} in {tie.bloc} ({member.standing})" for tie, member, _ in unseen
        )
        yield Caveat(
            "data",
            f"The start of these standings could not be confirmed: {which}.",
            tuple(dict.fromkeys(at for _, _, at in unseen)),
        )
    for tie, member, at in every:
        if member.since.surely_by(on) is None:
            yield Caveat(
                "data",
                f"{member.state.name}'s standing in {tie.bloc} ({member.standing}) began "
                f"in {partly(member.since)}; the day is not known, so it may have begun "
                f"only after {day(on)}.",
                (at,),
            )
    others = f"{len(listed)} blocs are listed. Others, such as the UN or the G77, are not counted."
    yield Caveat("coverage", others, ("/listed",))


def ended(standings: Sequence[tuple[StateRef, str, PartialDate]], on: date) -> Iterator[Caveat]:
    """Say which standings may still have held, since the day of their end is not known."""
    for state, bloc, end in standings:
        yield Caveat(
            "data",
            f"{state.name}'s standing in {bloc} ended in {partly(end)}; the day is not known, so "
            f"it may still have held on {day(on)}. It is not counted.",
            ("/shared", "/looser"),
        )
