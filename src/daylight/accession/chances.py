"""Who is next to join or leave a bloc, as could be said on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np

from daylight.accession.counts import HORIZONS, KINDS, Kind
from daylight.accession.records import Basis, Chances, Given, Prospect, Within
from daylight.accession.roster import FIRST, STANDINGS
from daylight.accession.seen import Seen, seen_on
from daylight.accession.spread import Fitted, fitted, never_less
from daylight.accession.tested import Ladder, chosen, forecasts
from daylight.accession.words import basis_text, unknown_texts
from daylight.core.choices import known
from daylight.core.errors import OutsideCoverage
from daylight.core.estimate import Estimate
from daylight.core.lineages import number_in
from daylight.core.refs import ref_of
from daylight.store.atlas import Atlas

LADDERS: dict[Kind, Ladder] = {
    "join": (("signs", ("all", "standing", "bloc")), ("bloc", ("all",))),
    "leave": (("signs", ("all", "bloc")), ("bloc", ("all",))),
}
"""Ways tried in their order, with those that each has to beat. Points for leaving are standings."""
RANKED_BY = HORIZONS.index(4)
TOLD = 4
"""Decimals of the chance by which states are ranked: a smaller difference is none."""


def chances(atlas: Atlas, bloc: str, day: date) -> Chances:
    """Return the chances of all states outside a bloc to join, and of its members to leave.

    Parameters
    ----------
    atlas : Atlas
    bloc : str
        Short name, as in the table `blocs`.
    day : date
        Nothing after it is used. Signs by year are those of the last full year.

    Raises
    ------
    UnknownName
        For a bloc that is not listed, with near names.
    OutsideCoverage
        When the day is before the end of 1950 or after the atlas ends, or the bloc had not two
        members on it.

    Notes
    -----
    The method, its back-test and its limits stand in docs/methods/accession.md.
    """
    if not date(FIRST + 1, 12, 31) <= day <= atlas.last:
        raise OutsideCoverage(
            f"{day} is out of reach; give a day from {FIRST + 1}-12-31 to {atlas.last}."
        )
    listed = atlas.rows("blocs", columns=("bloc",))["bloc"].tolist()
    known(bloc, sorted(listed), "bloc", "daylight bloc")
    seen = seen_on(atlas, day)
    blocs = seen.roster.blocs
    if bloc not in blocs or not seen.signs.live[-1, blocs.index(bloc)]:
        raise OutsideCoverage(f"{bloc} had not two members on {day}; give a day on which it had.")
    place = blocs.index(bloc)
    basis: list[Basis] = []
    lists: dict[Kind, tuple[Prospect, ...]] = {}
    for kind in KINDS:
        made = [_fit(seen, kind, horizon, place) for horizon in HORIZONS]
        basis += [one for one, _ in made]
        lists[kind] = _prospects(seen, kind, place, never_less([fit for _, fit in made]))
    without = sum(one.given.votes is None for one in lists["join"])
    unknown = unknown_texts(seen.last, seen.votes_to, seen.borders_to, without, str(day))
    return Chances(bloc, day, lists["join"], lists["leave"], tuple(basis), unknown)


def _fit(seen: Seen, kind: Kind, horizon: int, bloc: int) -> tuple[Basis, Fitted | None]:
    """Return the chances by points within a horizon, made the way that the back-test allows."""
    cells = seen.cases[kind].cells(horizon)
    n, events = int(cells.n.sum()), int(cells.events.sum())
    way, skills = chosen(forecasts(cells), LADDERS[kind])
    years = np.flatnonzero(cells.n.sum((1, 2, 3))) + FIRST
    span = (int(years[0]), int(years[-1])) if n else None
    counts = (n, events, int((cells.events.sum((0, 2, 3)) > 0).sum()))
    text = basis_text(kind, horizon, way, counts, span, skills)
    first, last = span or (None, None)
    told = Basis(kind, horizon, way, *counts, first, last, skills, text)
    return told, fitted(seen.cases[kind], cells, bloc, way) if n else None


def _prospects(
    seen: Seen, kind: Kind, bloc: int, fits: list[Fitted | None]
) -> tuple[Prospect, ...]:
    """Return all states at risk on the day, likeliest first, with common ranks."""
    day, member = seen.roster.days[-1], seen.roster.member[-1, bloc]
    at = np.flatnonzero(member if kind == "leave" else ~member & seen.roster.alive[-1])
    found = [_prospect(seen, kind, (bloc, int(k)), fits, day) for k in at]
    found.sort(key=lambda one: (-_order(one), one.state.name))
    keys = [_order(one) for one in found]
    return tuple(
        replace(one, rank=keys.index(key) + 1) for one, key in zip(found, keys, strict=True)
    )


def _order(one: Prospect) -> float:
    return round(one.within[RANKED_BY].chance.value or 0.0, TOLD)


def _prospect(
    seen: Seen, kind: Kind, at: tuple[int, int], fits: list[Fitted | None], day: date
) -> Prospect:
    signs_ = seen.signs
    points = int((signs_.points if kind == "join" else signs_.leaving)[-1][at])
    km, votes = float(signs_.km[-1][at]), float(signs_.votes[-1][at])
    given = Given(
        points,
        STANDINGS[int(seen.roster.standing[-1][at])],
        None if np.isnan(km) else round(km),
        bool(signs_.border[-1][at]),
        None if np.isnan(votes) else round(votes, 2),
        int(signs_.outside[-1][at]),
    )
    within = tuple(
        Within(years, _estimate(fit, points)) for years, fit in zip(HORIZONS, fits, strict=True)
    )
    state = ref_of(number_in(int(seen.roster.cows[at[1]]), day.year), day)
    return Prospect(1, state, within, given)


def _estimate(fit: Fitted | None, points: int) -> Estimate:
    if fit is None:
        return Estimate(None, status="outside_coverage")
    value, lo, hi = (float(part[points]) for part in (fit.value, fit.lo, fit.hi))
    return Estimate(value, lo, hi)
