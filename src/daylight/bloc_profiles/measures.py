"""What is measured of a bloc, as records."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from daylight.bloc_profiles.records import Cohesion, Hub, Joining, Past, Tether, Trade, Votes
from daylight.bonds.records import Quantity
from daylight.cohesion import tether as lean
from daylight.cohesion.effect import effect
from daylight.cohesion.joining import SPAN
from daylight.cohesion.measured import Measured, Year
from daylight.cohesion.tether import Band
from daylight.cohesion.voting import Alike
from daylight.core.refs import ref_of
from daylight.pulls.pulls import Pulls
from daylight.spheres.drawn import named
from daylight.store.atlas import Atlas
from daylight.store.rows import rows_of
from daylight.store.schemas.cohesion import OUTCOMES

DIGITS = 3
NOT_KNOWN = Quantity(None, None, None, "missing")


def hubs(pulls: Pulls, found: Measured) -> tuple[Hub, ...]:
    """Return the hubs, largest first."""
    place = {int(row): k for k, row in enumerate(found.members)}
    share = found.shares.share
    sides = (share.value, share.lo, share.hi)
    return tuple(
        Hub(named(pulls, row), *(_round(side[place[row]]) for side in sides))
        for row in found.shares.hubs.tolist()
    )


def tethers(
    pulls: Pulls, found: Measured, others: dict[str, dict[str, float]], bloc: str
) -> tuple[Tether, ...]:
    """Return the tether by dimension, with its rank among the blocs of the year.

    Parameters
    ----------
    pulls : Pulls
    found : Measured
    others : dict
        By what is measured (`military_hub`, ...): the value of each other bloc.
    bloc : str
    """
    return tuple(_tether(pulls, one, others.get(f"{one.dimension}_hub", {}), bloc)
                 for one in found.tethers)  # fmt: skip


def _tether(pulls: Pulls, one: lean.Tether, others: dict[str, float], bloc: str) -> Tether:
    rest = [value for name, value in others.items() if name != bloc]
    rank = None if one.hub is None else 1 + sum(value > one.hub[0] for value in rest)
    return Tether(
        dimension=one.dimension,
        hub=_banded(one.hub),
        fellows=_banded(one.fellows),
        outside=_banded(one.outside),
        outsider=None if one.outsider is None else named(pulls, one.outsider),
        rank=rank,
        of=None if rank is None else 1 + len(rest),
    )


def cohesion(
    seen: Year, found: Measured, issues: tuple[Alike, ...], atlas: Atlas, bloc: str
) -> Cohesion:
    """Return how far members go together."""
    every = (found.votes, *issues)
    trade = found.trade
    votes = tuple(_votes(one) for one in every if one is not None)
    of_all = votes[0] if found.votes is not None else None
    return Cohesion(
        agreement=of_all.agreement if of_all else None,
        chance=of_all.chance if of_all else None,
        excess=of_all.excess if of_all else NOT_KNOWN,
        votes=votes,
        distance=_banded(found.distance),
        trade=None
        if trade is None
        else Trade(
            trade.year,
            _round(trade.share),
            NOT_KNOWN
            if trade.ratio is None
            else Quantity(_round(trade.ratio), _maybe(trade.lo), _maybe(trade.hi), "observed"),
        ),
        joining=tuple(_joining(atlas, bloc, seen.pulls.roll.year)),
    )


def history(atlas: Atlas, bloc: str, before: int) -> tuple[Past, ...]:
    """Return what was measured in the years to one, oldest first."""
    rows = rows_of(
        atlas.rows("bloc_years", "bloc = ? AND year <= ? ORDER BY year, what", (bloc, before))
    )
    return tuple(
        Past(
            row["year"],
            row["what"],
            _round(row["value"]),
            _maybe(row["lo"]),
            _maybe(row["hi"]),
            None if row["cow"] is None else ref_of(int(row["cow"]), _end(row["year"])),
        )
        for row in rows
    )


def of_year(atlas: Atlas, year: int) -> dict[str, dict[str, float]]:
    """Return what was measured of all blocs in a year, by what it is and bloc."""
    found: dict[str, dict[str, float]] = {}
    for row in rows_of(atlas.rows("bloc_years", "year = ?", (year,))):
        found.setdefault(row["what"], {})[row["bloc"]] = row["value"]
    return found


def _joining(atlas: Atlas, bloc: str, year: int) -> Iterator[Joining]:
    """Yield the effect of joining by outcome, of those whose years after had passed."""
    where = "bloc = ? AND outcome = ? AND year + ? <= ?"
    for outcome in reversed(OUTCOMES):
        found = effect(atlas.rows("bloc_joining", where, (bloc, outcome, SPAN, year)))
        if found is not None:
            yield Joining(
                outcome,
                found.n,
                _round(found.before),
                _round(found.after),
                _round(found.like_before),
                _round(found.like_after),
                Quantity(_round(found.value), _maybe(found.lo), _maybe(found.hi), "observed"),
            )


def _banded(band: Band | None) -> Quantity:
    if band is None:
        return NOT_KNOWN
    return Quantity(_round(band[0]), _round(band[1]), _round(band[2]), "observed")


def _votes(one: Alike) -> Votes:
    excess = Quantity(_round(one.excess), _round(one.lo), _round(one.hi), "observed")
    return Votes(
        one.issue, _round(one.agreement), _round(one.chance), excess, _round(one.as_much), one.calls
    )


def _round(value: float) -> float:
    return round(float(value), DIGITS)


def _maybe(value: float | None) -> float | None:
    return None if value is None else _round(value)


def _end(year: int) -> date:
    return date(year, 12, 31)
