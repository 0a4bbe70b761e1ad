"""Raw values of UN votes, organisations, blocs, rivalry and relations."""

from __future__ import annotations

import numpy as np
import polars as pl

from daylight.core.periods import FIRST_YEAR
from daylight.core.states import members
from daylight.ledgers import items_political as scale
from daylight.ledgers.fellows import in_blocs
from daylight.ledgers.given import Given
from daylight.ledgers.grid import NEVER, PAIR_YEAR, Found, as_pairs, between
from daylight.ledgers.years import FIRST, LAST
from daylight.measures.shared_igos import exclusiveness
from daylight.sources.kit.ties.yearly import Yearly
from daylight.sources.relations.yearly import YEARLY as RELATIONS
from daylight.sources.rivalries.ties import RIVALRY
from daylight.stats.agreement import agreement
from daylight.store.schemas import VOTE_COUNTS

WINDOW = 3
IGO_LAST = 2014
EU = "EU"
ALWAYS = between(FIRST, LAST)
BROKEN: Yearly = next(f for f in RELATIONS if f.tie.measure == "relations_broken")


def three_year_mean(yearly: pl.DataFrame) -> pl.DataFrame:
    """Return a, b, year and the mean of the value in it and the two years before.

    Only years with a value of their own have one; of the years before, those that have one count.
    """
    parts = [
        yearly.with_columns(year=(pl.col("year") + back).cast(pl.Int16), own=pl.lit(back == 0))
        for back in range(WINDOW)
    ]
    means = pl.concat(parts).group_by(PAIR_YEAR).agg(pl.col("value").mean(), pl.col("own").any())
    return means.filter("own").drop("own")


def yearly_kappa(votes: pl.DataFrame) -> pl.DataFrame:
    """Return a, b, year, value: Cohen's kappa of the votes of a year, with squared distances."""
    value = agreement(votes.select(VOTE_COUNTS).to_numpy(), "squared", "cohen").value
    return votes.select(*PAIR_YEAR).with_columns(value=pl.Series(value).fill_nan(None))


def distances(positions: pl.DataFrame, kind: str) -> pl.DataFrame:
    """Return a, b, year, value: how far the positions of two states lie apart.

    Parameters
    ----------
    positions : DataFrame
        Table `ideal_points`.
    kind : {"smoothed", "filtered"}
        Of all votes.
    """
    every = (pl.col("votes") == "all") & (pl.col("issue") == "all") & (pl.col("kind") == kind)
    points = positions.filter(every).select("cow", "year", "theta")
    other = points.rename({"cow": "b", "theta": "theta_b"})
    both = points.rename({"cow": "a"}).join(other, on="year").filter(pl.col("a") < pl.col("b"))
    return both.select(*PAIR_YEAR, value=(pl.col("theta") - pl.col("theta_b")).abs())


def vote_kappa(given: Given) -> Found:
    """Return agreement in votes, the mean of three years."""
    yearly = yearly_kappa(given.votes)
    return Found(three_year_mean(yearly.drop_nulls("value")), NEVER, ALWAYS, ALWAYS)


def nearness(given: Given) -> Found:
    """Return the distance of smoothed ideal points of all votes."""
    yearly = distances(given.positions, "smoothed")
    return Found(three_year_mean(yearly), NEVER, ALWAYS, ALWAYS)


def organisations(given: Given) -> Found:
    """Return the sum over shared organisations of ln(states / members), of full members."""
    igo = given.sources["igo"]
    full = igo["members"].filter((pl.col("status") == 1) & (pl.col("year") >= FIRST))
    gone = set(igo["holes"].select("cow", "start").iter_rows())
    rows = [
        _shared(year, full.filter(pl.col("year") == year), gone)
        for year in range(max(FIRST, FIRST_YEAR), IGO_LAST + 1)
    ]
    years = between(FIRST, IGO_LAST)
    return Found(pl.concat(rows), NEVER, years, years)


def _shared(year: int, rows: pl.DataFrame, gone: set[tuple[int, int]]) -> pl.DataFrame:
    states = np.array(sorted(c for c in members(year) if (c, year) not in gone), np.int64)
    here = rows.filter(pl.col("cow").is_in(states))
    names, igo = np.unique(here["igo"].to_numpy().astype(str), return_inverse=True)
    seats = np.zeros((len(states), len(names)))
    seats[np.searchsorted(states, here["cow"].to_numpy()), igo] = 1
    weights = exclusiveness(seats) * np.log(2)
    shared = np.zeros((len(states), len(states)))
    for seat, weight in zip(seats.T > 0, weights, strict=True):
        shared[np.ix_(seat, seat)] += weight  # in one order: see daylight.stats.sums
    i, k = np.triu_indices(len(states), 1)
    return pl.DataFrame(
        {"a": states[i], "b": states[k], "year": np.full(len(i), year), "value": shared[i, k]}
    ).select(pl.col(PAIR_YEAR).cast(pl.Int16), "value")


def blocs(given: Given) -> Found:
    """Return the closest bloc of the list with both as full members; not listed means none."""
    tables = given.blocs
    civil = tables["blocs"].filter(pl.col("kind") != "military")["bloc"].to_list()
    levels = {name: 3.0 if name == EU else 2.0 if name in scale.CLOSE else 1.0 for name in civil}
    return Found(in_blocs(tables["bloc_spells"], levels), ALWAYS, ALWAYS, ALWAYS)


def rivalry(given: Given) -> Found:
    """Return 1 for strategic rivals."""
    years = between(RIVALRY.start, RIVALRY.end)
    return Found(as_pairs(given.tie(RIVALRY), False), years, years, years)


def relations(given: Given) -> Found:
    """Return broken and downgraded relations; a pair that the list does not name is missing."""
    years = between(BROKEN.tie.start, BROKEN.tie.end)
    return Found(as_pairs(given.fact(BROKEN), False), NEVER, years, years)
