"""Compare ideal points with published ones."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

from daylight.core.errors import BadInput
from daylight.measures.issues import ALL
from daylight.positions.published import published
from daylight.positions.records import Comparison
from daylight.store.schemas import VoteSet

FIRST_SESSION_YEAR = 1946
FEWEST = 3


def compare(ours: pl.DataFrame, file: Path, votes: VoteSet = "all", issue: str = ALL) -> Comparison:
    """Compare estimates with those of a published file.

    Parameters
    ----------
    ours : polars.DataFrame
        cow, theta, sd, and session; or year, for which session = year - 1945.

    Raises
    ------
    BadInput
        When the file cannot be used, or has nothing in common with `ours`.
    """
    theirs = published(file, votes, issue)
    by_year = "session" not in ours.columns
    if by_year:
        ours = ours.with_columns(session=pl.col("year").cast(pl.Int64) - (FIRST_SESSION_YEAR - 1))
    keys = [pl.col("cow", "session").cast(pl.Int64)]
    known = ours.drop_nulls("theta").select(*keys, "theta", "sd")
    both = known.join(theirs, on=["cow", "session"], suffix="_theirs")
    if len(both) < FEWEST:
        raise BadInput(f"{file} has {len(both)} states and sessions in common with these.")
    x, y = both["theta"].to_numpy().astype(float), both["theta_theirs"].to_numpy()
    within = [
        _correlation(part["theta"].to_numpy(), part["theta_theirs"].to_numpy())
        for part in both.partition_by("session")
        if len(part) >= FEWEST
    ]
    ratio = (both["sd"] / both["sd_theirs"]).median()  # over the rows that have both
    return Comparison(
        file.name,
        len(both),
        len(theirs),
        _correlation(x, y),
        float(np.nanmedian(within)) if within else float("nan"),
        float(ratio) * float(y.std() / x.std()) if isinstance(ratio, float) else None,
        by_year,
    )


def _correlation(x: NDArray[np.float64], y: NDArray[np.float64]) -> float:
    if x.std() == 0 or y.std() == 0:
        return float("nan")
    return float(np.corrcoef(x, y)[0, 1])
