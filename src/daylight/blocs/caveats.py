"""What limits an answer about blocs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from daylight.blocs.words import Groups
from daylight.core.partial import PartialDate
from daylight.core.refs import StateRef
from daylight.core.said import Caveat
from daylight.say.dates import day, partly


def caveats(groups: Groups, listed: Sequence[str], on: date) -> Iterator[Caveat]:
    """Return starts that are not confirmed, or not sure to be past, and which blocs are counted."""
    for relation in ("shared", "first", "second", "looser"):
        for k, tie in enumerate(groups[relation]):
            for member in tie.memberships:
                if member.confirmed == "unconfirmed":
                    yield Caveat(
                        "data",
                        f"The start of {member.state.name}'s standing in {tie.bloc} "
                        f"({member.standing}) could not be confirmed.",
                        (f"/{relation}/{k}",),
                    )
                if member.since.surely_by(on) is None:
                    yield Caveat(
                        "data",
                        f"{member.state.name}'s standing in {tie.bloc} ({member.standing}) began "
                        f"in {partly(member.since)}; the day is not known, so it may have begun "
                        f"only after {day(on)}.",
                        (f"/{relation}/{k}",),
                    )
    others = f"Blocs listed: {', '.join(listed)}. Others are not counted."
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
