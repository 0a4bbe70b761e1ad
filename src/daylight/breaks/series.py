"""What ties and breaks are read from: yearly series of every pair, raw."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from daylight.breaks import rows
from daylight.breaks.kinds import FEWEST_VOTES, TREATY_BROKEN
from daylight.breaks.pairs import FIRST, Bools, Floats, Pairs
from daylight.ledgers.fellows import in_blocs
from daylight.ledgers.given import Given
from daylight.ledgers.grid import PAIR_YEAR, as_pairs
from daylight.ledgers.raw_political import distances, yearly_kappa
from daylight.ledgers.raw_promises import FACTS
from daylight.sources.icb_v16.yearly import CRISES
from daylight.sources.rivalries.ties import RIVALRY
from daylight.sources.ucdp import yearly as ucdp
from daylight.tables.alliances import alliances
from daylight.tables.opposed import opposed

SUPPORT = 3
"""Bits of obligations: defence or offence."""
FORCE = 4
"""Lowest level of a dispute with a use of force."""
LOOSE = ("APEC",)
"""Blocs that bind nobody closely."""
SOURCES = (
    "atop", "blocs", "defence_facts", "gsdb", "icb", "icb_v16", "mid", "mie", "rivalries",
    "troopdata", "ucdp", "us_troops_reports",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Series:
    """Yearly series of all pairs; each of the shape (pairs, years).

    Attributes
    ----------
    treaty, obliged : ndarray of bool
        Any treaty of the two alone; one with more than non-aggression.
    support : ndarray of bool
        A pact of several with defence or offence, not one of the broad pledges.
    left : ndarray of bool
        A treaty of both ended that year before its term, and was not renewed.
    troops : ndarray of bool
        500 or more US troops in the other.
    force, crisis, rival, punished : ndarray of bool
        Use of force, an ICB crisis, strategic rivalry, three or more kinds of sanction.
    blocs : ndarray
        Number of blocs of the list with both as full members at the end of the year.
    close : ndarray of bool
        Any of them but APEC.
    kappa, gap : ndarray
        Of the year's votes: Cohen's kappa, and the distance of filtered ideal points where each
        cast at least ten votes; NaN where there is none.
    shares : tuple of ndarray
        The part of the trade of each, lower number first, that is with the other.
    """

    treaty: Bools
    obliged: Bools
    support: Bools
    left: Bools
    troops: Bools
    force: Bools
    crisis: Bools
    rival: Bools
    punished: Bools
    blocs: Floats
    close: Bools
    kappa: Floats
    gap: Floats
    shares: tuple[Floats, Floats]


def series(given: Given, pairs: Pairs) -> Series:
    """Return the series.

    Parameters
    ----------
    given : Given
        Tables of :data:`SOURCES`, `votes`, `ideal_points` and `trade_volumes`.
    """
    two, more = rows.treaties(given)
    support = alliances(rows.narrow(given)).filter((pl.col("ab") | pl.col("ba")) & SUPPORT > 0)
    # gone by the end of the year in which it ends
    spells = given.blocs["bloc_spells"].with_columns(pl.col("end").dt.truncate("1y"))
    count = _shared(spells, pairs)
    loose = np.sum([pairs.placed(in_blocs(spells, {b: 1.0}), absent=0.0) for b in LOOSE], axis=0)
    met = as_pairs(opposed(given.sources["mid"], given.sources["mie"], given.log), False)
    fatal = as_pairs(given.fact(ucdp.CONFLICT).drop_nulls("value"), False)
    dated = as_pairs(given.fact(FACTS["force_since_2015"]), False)
    force = pl.concat([met.filter(pl.col("value") >= FORCE), fatal, dated])
    ends = given.sources["atop"]["treaty_ends"]
    left = ends.filter((pl.col("mode") == TREATY_BROKEN) & ~pl.col("next_phase")).with_columns(
        year=pl.col("date").dt.year()
    )
    voted = given.positions.filter(pl.col("n_votes") >= FEWEST_VOTES)
    volumes = given.volumes
    return Series(
        treaty=_any(two, pairs),
        obliged=_any(more, pairs),
        support=_any(support, pairs),
        left=_any(left, pairs),
        troops=_bridged(_any(rows.many_troops(given), pairs), rows.counted(given)),
        force=_any(force, pairs),
        crisis=_any(as_pairs(given.fact(CRISES).drop_nulls("value"), False), pairs),
        rival=_any(as_pairs(given.tie(RIVALRY), False), pairs),
        punished=_any(rows.punished(given), pairs),
        blocs=count,
        close=count - loose > 0,
        kappa=pairs.placed(yearly_kappa(given.votes)),
        gap=pairs.placed(distances(voted, "filtered")),
        shares=(pairs.placed(volumes, "share_a"), pairs.placed(volumes, "share_b")),
    )


def _bridged(marks: Bools, counted: frozenset[int]) -> Bools:
    """Mark years without any count, too, where the nearest counted years on both sides are."""
    out = marks.copy()
    years = range(FIRST, FIRST + marks.shape[1])
    for k, year in enumerate(years):
        before = max((y for y in counted if y < year), default=None)
        after = min((y for y in counted if y > year), default=None)
        if year not in counted and before is not None and after is not None and before >= FIRST:
            out[:, k] = marks[:, before - FIRST] & marks[:, after - FIRST]
    return out


def _any(rows: pl.DataFrame, pairs: Pairs) -> Bools:
    return pairs.placed(rows.select(*PAIR_YEAR, value=pl.lit(1.0)), absent=0.0) > 0


def _shared(spells: pl.DataFrame, pairs: Pairs) -> Floats:
    """Return the number of blocs of both at the end of the year."""
    names = spells["bloc"].unique().sort().to_list()
    parts = [pairs.placed(in_blocs(spells, {name: 1.0}), absent=0.0) for name in names]
    total: Floats = np.sum(parts, axis=0)
    return total
