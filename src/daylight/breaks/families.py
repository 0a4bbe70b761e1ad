"""The families of evidence that something gives way between two states, and when each begins.

A family begins at the first of its signs, and can begin again more than five years later.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from daylight.breaks.kinds import BACK, WINDOW
from daylight.breaks.pairs import Bools, Floats, Ints, Pairs, bits, within
from daylight.breaks.series import Series
from daylight.store.schemas.breaks import FAMILIES

BASE, LASTS, KNOWN = 3, 3, 2
"""Years of the mean before, years that a fall must last, and how many of these must be known."""
KAPPA, GAP, SHARE = 0.30, 0.75, 0.08
"""How far agreement must fall, the distance grow, and the share of trade that is worth losing."""
QUIET = 5
"""Years after it began in which a family does not begin again."""


@dataclass(frozen=True, slots=True)
class Family:
    """Where a family begins (pairs by years), and the bits of its signs there."""

    begins: Bools
    signs: np.ndarray


def families(seen: Series, pairs: Pairs) -> dict[str, Family]:
    """Return the five families by name."""
    signs = {
        "treaty": [seen.left],
        "hostility": [_new(x) for x in (seen.force, seen.crisis, seen.rival, seen.punished)],
        "bloc": [_fewer(seen, pairs)],
        "votes": [
            _fallen(seen.kappa, lambda before: before - KAPPA),
            _fallen(-seen.gap, lambda before: before - GAP),
        ],
        "trade": [_fallen(share, _half) for share in seen.shares],
    }
    return {name: _family(signs[name], pairs.alive) for name in FAMILIES}


def where_tied(found: Mapping[str, Family], tie: Bools) -> dict[str, Family]:
    """Return the families that begin where a tie stood in the year or the four before."""
    stood = within(tie, WINDOW)
    return {
        name: Family(one.begins & stood, np.where(stood, one.signs, 0))
        for name, one in found.items()
    }


def acts(seen: Series, pairs: Pairs) -> Ints:
    """Return the bits of :data:`daylight.store.schemas.breaks.ACT_SIGNS` of each pair and year.

    What was done in the year itself, whether or not it is the first of its kind. Rivalry and
    sanctions count where they begin: they stand for decades.
    """
    fewer = _fewer(seen, pairs)
    signs = (seen.left, seen.force, seen.crisis, _new(seen.rival), _new(seen.punished), fewer)
    return bits(signs) * pairs.alive


def _fewer(seen: Series, pairs: Pairs) -> Bools:
    out = np.zeros_like(pairs.alive)
    out[:, 1:] = (seen.blocs[:, 1:] < seen.blocs[:, :-1]) & pairs.alive[:, :-1]
    return out


def _family(signs: list[Bools], here: Bools) -> Family:
    seen = bits(signs)
    begins = first_after(seen * here > 0, QUIET)
    return Family(begins, np.where(begins, seen, 0))


def first_after(marks: Bools, quiet: int) -> Bools:
    """Return marks that come more than `quiet` years after the last one that was kept."""
    out, last = np.zeros_like(marks), np.full(len(marks), -quiet - 1)
    for year in range(BACK, marks.shape[1]):
        kept = marks[:, year] & (year - last > quiet)
        out[kept, year], last[kept] = True, year
    return out


def _new(where: Bools) -> Bools:
    """Return where a state of things holds that did not in the five years before."""
    before = np.zeros_like(where)
    before[:, 1:] = within(where, BACK)[:, :-1]
    found: Bools = where & ~before
    return found


def _half(before: Floats) -> Floats:
    """Return half of a share that was worth losing; else a value that nothing falls to."""
    return np.where(before >= SHARE, before / 2, -np.inf)


def _fallen(values: Floats, to: Callable[[Floats], Floats]) -> Bools:
    """Return years from which on values stay at or below what they may fall to.

    In every known year of three, at least two of them known; against the mean of the three
    years before, of those known.
    """
    out = np.zeros(values.shape, bool)
    for year in range(BASE, values.shape[1] - KNOWN + 1):
        past, next_ = values[:, year - BASE : year], values[:, year : year + LASTS]
        count = (~np.isnan(past)).sum(1)
        mean = np.divide(np.nansum(past, 1), count, out=np.full(len(past), np.nan), where=count > 0)
        known = ~np.isnan(next_)
        low = np.where(known, next_, -np.inf) <= to(mean)[:, None]
        out[:, year] = low.all(1) & (known.sum(1) >= KNOWN) & (count > 0)
    return out
