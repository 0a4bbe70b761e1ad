"""How often ties broke that stood as one does, in the years before a date."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.breaks.democracies import TEXTS, UNKNOWN, democracies
from daylight.breaks.risk import Bools, Ints, TieYears, origins, tie_years
from daylight.endurance.records import Hazard, Precedent, Rate, Rates, Standing
from daylight.stats.clustered import share
from daylight.store.atlas import Atlas

HORIZONS = (1, 2, 4, 8)
FIRST, LATER, LAST = 1950, 1992, 2010
"""First and last years of origin; and the first after the cold war."""


def at(hazard: Hazard, horizon: int) -> tuple[Rate | None, Rate | None]:
    """Return the rates of all years and of those since 1992 for a horizon, where there are."""
    every, later = hazard.get(str(horizon)), hazard.get("since_1992")
    then = later.get(str(horizon)) if isinstance(later, dict) else None
    return every if isinstance(every, Rate) else None, then


def at_finer(hazard: Hazard, horizon: int) -> tuple[Rate | None, Rate | None]:
    """Return the same of ties with as many democracies."""
    both = (hazard.get(f"by_democracies{end}") for end in ("", "_since_1992"))
    every, later = (x.get(str(horizon)) if isinstance(x, dict) else None for x in both)
    return every, later


def precedents_of(hazard: Hazard) -> tuple[Precedent, ...]:
    """Return the precedents."""
    found = hazard.get("precedents")
    return found if isinstance(found, tuple) else ()


def seen_by(atlas: Atlas, year: int) -> TieYears:
    """Return all years of ties up to a year, with the breaks that were known at its end."""
    ties = atlas.rows("tie_years", "year <= ?", (year,))
    return tie_years(ties, atlas.rows("breaks", "known <= ?", (year,)))


@dataclass(frozen=True, slots=True)
class Alike:
    """The number of democracies of one tie, and of every year of a tie."""

    number: int
    of_all: Ints


def alike(atlas: Atlas, seen: TieYears, pair: int, year: int) -> Alike | None:
    """Return how many sides of a tie were democracies, or None where that is not known.

    Parameters
    ----------
    pair : int
        :func:`daylight.core.lineages.pair_number`.
    """
    regimes = atlas.rows("regimes", "year < ?", (year,), ("cow", "year", "polyarchy"))
    found = democracies(seen, regimes)
    own = found[(seen.pair == pair) & (seen.year == year)]
    return Alike(int(own[0]), found) if len(own) and own[0] != UNKNOWN else None


def of_standing(seen: TieYears, standing: Standing) -> Bools:
    """Return the years of ties that are warned; or quiet, and no longer young."""
    warned: Bools = seen.warned > 0
    return warned if standing == "warned" else ~warned & ~seen.young


def rates(
    seen: TieYears, standing: Standing, year: int, first: int = FIRST, like: Alike | None = None
) -> Rates:
    """Return how many ties of this standing broke within 1, 2, 4 and 8 years.

    Parameters
    ----------
    standing : {"quiet", "warned"}
    year : int
        At whose end is asked.
    first : int
        First year of origin.
    like : Alike, optional
        Count only ties with as many democracies.
    """
    tier, kind = of_standing(seen, standing), ""
    if like is not None:
        tier, kind = tier & (like.of_all == like.number), f" {TEXTS[like.number]}"
    found: Rates = {}
    for horizon in HORIZONS:
        kept = origins(seen, first, LAST, horizon, year) & tier
        if not kept.any():
            continue
        one = share(seen.breaks_within(horizon)[kept], seen.weaker[kept], horizon)
        last = int(seen.year[kept].max())
        basis = f"{one.events:,} of {one.n:,} years of {standing} ties{kind}, {first} to {last}"
        found[str(horizon)] = Rate(horizon, one.value, one.lo, one.hi, one.events, one.n, basis)
    return found
