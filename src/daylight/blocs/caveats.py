"""What limits an answer about blocs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from daylight.blocs.words import Groups
from daylight.core.said import Caveat


def caveats(groups: Groups, listed: Sequence[str]) -> Iterator[Caveat]:
    """Return memberships whose start is not confirmed, and which blocs are counted."""
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
    others = f"Blocs listed: {', '.join(listed)}. Others are not counted."
    yield Caveat("coverage", others, ("/listed",))
