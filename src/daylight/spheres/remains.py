"""What is left of an earlier sphere."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import numpy as np

from daylight.core.lineages import newest, number_in
from daylight.core.refs import StateRef, ref_of
from daylight.core.successions import successors
from daylight.pulls.drawn import band
from daylight.pulls.leading import Leads
from daylight.pulls.pulls import Pulls
from daylight.spheres.records import Remains

OUT_OF = ("splits", "secedes")
"""How a state comes out of another."""


def remains(then: tuple[Pulls, Leads], now: tuple[Pulls, Leads], cow: int) -> Remains:
    """Return what is left of the sphere that a power had in an earlier year.

    Parameters
    ----------
    then, now : (Pulls, Leads)
        Of the two years.
    cow : int
        The power.

    Notes
    -----
    The interval takes the errors of the two years as independent: each draw of the one is set
    against one of the other.
    """
    (old, old_leads), (new, new_leads) = then, now
    was, might_have = old_leads.within(_row(old, cow))
    holds, might = new_leads.within(_row(new, cow))
    place = new.roll.rows(old.roll.cows)
    here = place >= 0
    kept = was & here & holds[place]
    value, draws = None, np.full(len(might), np.nan)
    if (was & here).any():
        value = float(kept.sum() / (was & here).sum())
        base = (might_have & here).sum(axis=1)
        both = (might_have & here & might[:, place]).sum(axis=1)
        draws = np.divide(both, base, out=draws, where=base > 0)
    lo, hi = band(value, draws) if value is not None else (None, None)
    year, since = new.roll.year, old.roll.year
    out = [s.successor for s in successors(cow) if s.kind in OUT_OF and since < s.on.year <= year]
    born = [number for number in dict.fromkeys(out) if new.roll.at(number) is not None]
    return Remains(
        since=since,
        share=None if value is None else round(value, 3),
        lo=None if lo is None else round(lo, 3),
        hi=None if hi is None else round(hi, 3),
        then=_refs(old.roll.cows[was], since),
        kept=_refs(old.roll.cows[kept], year),
        left=_refs(old.roll.cows[was & here & ~kept], year),
        gone=_refs(old.roll.cows[was & ~here], since),
        born=_refs(born, year),
        born_within=_refs((c for c in born if holds[_row(new, c)]), year),
    )


def _row(pulls: Pulls, cow: int) -> int:
    row = pulls.roll.at(cow)
    assert row is not None, "asked only of states of the year"
    return row


def _refs(cows: Iterable[int], year: int) -> tuple[StateRef, ...]:
    return tuple(ref_of(number_in(newest(int(cow)), year), date(year, 12, 31)) for cow in cows)
