"""How good expectations are: out of sample by period, and in bins of what is expected.

``python benchmarks/opportunity.py ATLAS LEDGERS`` with the folder of an atlas and a Parquet file of
the result `ledgers`. A period is predicted from the coefficients of the one before, with the level
of each year set so that the sums agree: levels are not predicted, and no answer needs them to be.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import polars as pl

from daylight.opportunity.features import names_of
from daylight.opportunity.fit import PERIODS, Data, data, fitted
from daylight.opportunity.outcomes import OUTCOMES, Outcome
from daylight.stats.quasi import Floats, deviance, mean_of
from daylight.store.atlas import Atlas
from daylight.tables.world import Frames

BINS = 10


def levelled(outcome: Outcome, rows: Data, eta: Floats) -> Floats:
    """Return expectations whose sum in each year is that of what is observed."""
    mean = np.empty(len(eta))
    for year in np.unique(rows.year):
        here = rows.year == year
        low, high = -60.0, 60.0
        for _ in range(60):
            middle = (low + high) / 2
            sums = mean_of(eta[here] + middle, outcome.bounded).sum()
            low, high = (middle, high) if sums < part(outcome, rows)[here].sum() else (low, middle)
        mean[here] = mean_of(eta[here] + low, outcome.bounded)
    return mean


def part(outcome: Outcome, rows: Data) -> Floats:
    """Return the outcome as it is fitted."""
    return rows.y / outcome.most if outcome.bounded else rows.y


def main() -> None:
    """Print explained deviance within and out of sample, bins out of sample, coefficients."""
    atlas, ledgers = Atlas(Path(sys.argv[1])), Frames({"ledgers": pl.read_parquet(sys.argv[2])})
    last = int(atlas.rows("capabilities")["year"].max())
    for outcome in OUTCOMES:
        before: Floats | None = None
        names = names_of(outcome.power)
        k = len(names)
        for period in PERIODS:
            rows = data(outcome, atlas, ledgers, period, last)
            if rows is None:
                continue
            y = part(outcome, rows)
            found, _ = fitted(outcome, rows)
            own = levelled(outcome, rows, rows.x @ found.coefficients[:k])
            flat = deviance(y, levelled(outcome, rows, np.zeros(len(y))), outcome.bounded)
            told = own if before is None else levelled(outcome, rows, rows.x @ before)
            bins = [
                f"{y[one].sum() / told[one].sum():.2f}"
                for one in np.array_split(np.argsort(told), BINS)
            ]
            shares = [1 - deviance(y, mean, outcome.bounded) / flat for mean in (own, told)]
            print(outcome.name, *period, len(y), *(f"{s:.2f}" for s in shares), *bins, sep="\t")
            terms = zip(names, found.coefficients[:k], found.errors[:k], strict=True)
            print("", *(f"{n} {b:.2f} ({s:.2f})" for n, b, s in terms), sep="\t")
            before = found.coefficients[:k]


if __name__ == "__main__":
    main()
