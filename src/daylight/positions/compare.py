"""Compare ideal points with published ones."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

from daylight.core.errors import BadInput
from daylight.positions.published import published
from daylight.store.schemas import VoteSet

FIRST_SESSION_YEAR = 1946
FEWEST = 3


@dataclass(frozen=True, slots=True)
class Comparison:
    """How estimates go with published ones.

    Attributes
    ----------
    file : str
    rows, published : int
        State-sessions in both, and in the file.
    overall : float
        Correlation over all of them.
    within_session : float
        Median of the correlations within a session.
    sd_ratio : float or None
        Median of our posterior sd over the published one, both in units of the spread of their
        positions; None where the file has no quantiles.
    by_year : bool
        Whether calendar years stand for the session that opened in them.
    """

    file: str
    rows: int
    published: int
    overall: float
    within_session: float
    sd_ratio: float | None
    by_year: bool

    def __str__(self) -> str:
        how = "; years stand for the session that opened in them" if self.by_year else ""
        ratio = "no quantiles in the file" if self.sd_ratio is None else f"{self.sd_ratio:.2f}"
        return (
            f"Compared with {self.file}: {self.rows:,} of its {self.published:,} rows{how}\n"
            f"correlation {self.overall:.4f} overall, {self.within_session:.4f} within session "
            f"(median); posterior sds, ours over theirs (median): {ratio}"
        )


def compare(ours: pl.DataFrame, file: Path, votes: VoteSet = "all") -> Comparison:
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
    theirs = published(file, votes)
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
