"""Break K: two families within five years, one of them an act, where a tie stood; and warnings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from daylight.breaks.families import Family, first_after
from daylight.breaks.kinds import ACTS, DELAY, REST, WINDOW
from daylight.breaks.pairs import Bools, Ints, bits, within
from daylight.store.schemas.breaks import FAMILIES


@dataclass(frozen=True, slots=True)
class Breaks:
    """Breaks and warnings of all pairs by years.

    Attributes
    ----------
    broke : ndarray of bool
        Where a break is dated.
    by : ndarray
        Bits of the families that began within the window, as :data:`FAMILIES`.
    known : ndarray
        Of each break, the index of the year at whose end it is known.
    warned : ndarray
        Bits of the families that are known by the end of the year to have begun in the window.
    """

    broke: Bools
    by: Ints
    known: Ints
    warned: Ints


def breaks(found: Mapping[str, Family], tie: Bools) -> Breaks:
    """Return the breaks of ties, each more than eight years after the one before.

    Parameters
    ----------
    found : mapping of str to Family
        By name.
    tie : ndarray of bool
        Where a tie stands.
    """
    recent = {name: within(found[name].begins, WINDOW) for name in FAMILIES}
    acted = np.logical_or.reduce([recent[name] for name in ACTS])
    count = np.sum([recent[name] for name in FAMILIES], axis=0)
    begins = np.logical_or.reduce([found[name].begins for name in FAMILIES])
    broke = first_after(begins & acted & (count >= 2) & within(tie, WINDOW), REST)
    by, warned = bits(recent.values()), bits(_warned(found[name], name) for name in FAMILIES)
    return Breaks(broke, by, _known(found, broke), warned)


def _warned(one: Family, name: str) -> Bools:
    """Return where a family has begun in the window and is known by then."""
    delay, late = DELAY[name], np.zeros_like(one.begins)
    late[:, delay:] = one.begins[:, : one.begins.shape[1] - delay]
    return within(late, WINDOW - delay)


def _known(found: Mapping[str, Family], broke: Bools) -> Ints:
    """Return the year at whose end two families are known, one of them an act; else 0."""
    out = np.zeros(broke.shape, np.int64)
    for pair, year in np.argwhere(broke):
        first = year - WINDOW + 1
        when = {
            name: int(starts.max()) + first + DELAY[name]
            for name in FAMILIES
            if len(starts := np.flatnonzero(found[name].begins[pair, first : year + 1]))
        }
        act = min(when[name] for name in ACTS if name in when)
        out[pair, year] = max(year, act, sorted(when.values())[1])
    return out
