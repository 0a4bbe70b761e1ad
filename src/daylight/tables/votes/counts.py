"""The vote tables of the atlas: joint counts of all pairs by year, by issue, and what was held."""

from __future__ import annotations

import numpy as np
import polars as pl
from numpy.typing import NDArray

from daylight.stats.joint import joint_counts
from daylight.store.schemas import VOTE_COUNTS
from daylight.tables.votes.ballots import CODES

CHOICES = (1, 2, 3)


def votes(rollcalls: pl.DataFrame, ballots: pl.DataFrame) -> pl.DataFrame:
    """Return joint counts of yes, abstain and no for all pairs of voters and years.

    Absences and non-members are left out. A few seats were held by what COW does not count as a
    state yet (:func:`daylight.core.un_seats.seat_only`: Byelorussia, Ukraine, India in 1946); their
    rows stay out of all pairs of states, but are here.
    """
    cast = ballots.filter(pl.col("vote").is_in(CHOICES))
    dated = cast.join(rollcalls.select("item", "year"), on="item")
    parts = [_year(year, part) for (year,), part in dated.group_by("year", maintain_order=True)]
    return pl.concat(parts)


def issue_votes(rollcalls: pl.DataFrame, ballots: pl.DataFrame) -> pl.DataFrame:
    """Return joint counts for each of the six issues; a roll call may carry several."""
    parts = []
    for issue in CODES:
        chosen = rollcalls.filter(pl.col(issue))
        if chosen.is_empty():
            continue
        table = votes(chosen, ballots.join(chosen.select("item"), on="item", how="semi"))
        parts.append(table.with_columns(issue=pl.lit(issue)))
    return pl.concat(parts)


def held(rollcalls: pl.DataFrame, ballots: pl.DataFrame) -> pl.DataFrame:
    """Return how many recorded votes there were by year, issue and universe."""
    cast = ballots.filter(pl.col("vote").is_in(CHOICES))
    split = cast.group_by("item").agg(divided=pl.col("vote").n_unique() > 1)
    calls = rollcalls.join(split, on="item").with_columns(all=pl.lit(True))
    parts = [
        calls.filter(pl.col(issue))
        .group_by("year", "universe")
        .agg(held=pl.len(), divided=pl.col("divided").sum())
        .with_columns(issue=pl.lit(issue))
        for issue in ("all", *CODES)
    ]
    return pl.concat(parts)


def _year(year: object, cast: pl.DataFrame) -> pl.DataFrame:
    """Return the joint counts of one year."""
    states, row = np.unique(cast["cow"].to_numpy(), return_inverse=True)
    items, column = np.unique(cast["item"].to_numpy(), return_inverse=True)
    choices: NDArray[np.int8] = np.zeros((len(states), len(items)), np.int8)
    choices[row, column] = cast["vote"].to_numpy()
    found = joint_counts(choices)
    columns = {name: found.counts[:, k] for k, name in enumerate(VOTE_COUNTS)}
    pairs = {"a": states[found.first], "b": states[found.second]}
    return pl.DataFrame(pairs | columns).with_columns(year=pl.lit(year))
