"""Every event that tested a tie, with what the tie did."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from daylight.core.lineages import pair_number
from daylight.core.request import Request
from daylight.endurance.indicators import FIRST, panel
from daylight.endurance.judged import ACTED, verdict
from daylight.endurance.measured import APART, indicator
from daylight.endurance.read import done
from daylight.endurance.records import Act, Indicator, Shock, Verdict
from daylight.endurance.shocks.event import Event
from daylight.endurance.shocks.kinds import OWN
from daylight.endurance.state import may_stand
from daylight.store.atlas import Atlas


def tested(
    atlas: Atlas, asked: Request, found: Sequence[Event], traded: Collection[int]
) -> tuple[Shock, ...]:
    """Return events with what the tie did, as far as is known at the end of the last full year.

    Parameters
    ----------
    found : sequence of Event
    traded : collection of int
        Years for which the trade of the two is known.
    """
    if not found:
        return ()
    series, known = panel(atlas, asked.year), asked.year
    row = np.flatnonzero(series.pairs == pair_number(asked.a.cow, asked.b.cow))
    acts = done(atlas, asked.a, asked.b, known)
    judged = []
    for event in found:
        year = event.day.year
        stood = bool(len(row) and series.tie[row[0], min(year, known) - FIRST])
        seen: tuple[Indicator, ...] = ()
        if stood and year < known:
            seen = tuple(indicator(series, name, int(row[0]), year) for name in APART)
        after = tuple(act for act in acts if year <= act.year < year + ACTED)
        if not stood:
            word, reason = _untied(min(year, known), traded)
        elif year >= known:
            word, reason = "cannot tell", "too recent"
        else:
            word, reason = verdict(seen, after, OWN.get(event.kind), year, known)
        judged.append(_shock(event, word, reason, seen, after))
    return tuple(judged)


def _untied(year: int, traded: Collection[int]) -> tuple[Verdict, str]:
    if may_stand(year, traded):
        return "no tie known", "whether a tie stood that year is not known"
    return "no tie known", "no tie by the rule stood that year"


def _shock(
    event: Event,
    word: Verdict,
    reason: str,
    seen: tuple[Indicator, ...],
    after: tuple[Act, ...],
) -> Shock:
    return Shock(
        event.day, event.precision, event.title, event.kind, event.expected, event.kind in OWN,
        word, reason, seen, after, event.citation, event.url, event.source,
    )  # fmt: skip
