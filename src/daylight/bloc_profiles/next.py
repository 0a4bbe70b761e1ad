"""Who may join or leave next, cut to those whom people ask about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from daylight.accession.chances import chances
from daylight.accession.records import Prospect
from daylight.bloc_profiles.records import Next
from daylight.core.errors import OutsideCoverage
from daylight.store.atlas import Atlas

JOIN, LEAVE = 12, 6
"""States that are kept, and all that share the last rank."""
MOST = 20
"""Of states that share a rank no more are kept."""


def next_up(atlas: Atlas, bloc: str, day: date) -> Next | None:
    """Return who may join and leave; None before there is a history to learn from.

    Parameters
    ----------
    atlas : Atlas
    bloc : str
        Its short name.
    day : date
    """
    try:
        found = chances(atlas, bloc, day)
    except OutsideCoverage:
        return None
    return Next(
        _first(found.join, JOIN), _first(found.leave, LEAVE), len(found.join), len(found.leave),
        found.basis, found.unknown,
    )  # fmt: skip


def _first(every: Sequence[Prospect], wanted: int) -> tuple[Prospect, ...]:
    if len(every) <= wanted:
        return tuple(every)
    last = every[wanted - 1].rank
    return tuple([one for one in every if one.rank <= last][:MOST])
