"""Years whose counts are no reports of that year, each with the test that shows it."""

from __future__ import annotations

import polars as pl

from daylight.core.errors import SourceChanged

DOUBTFUL = {
    1951: "no report: halfway between 1950 and 1953 for nearly all hosts",
    1952: "no report: the same numbers as 1951",
    2008: "about twice the years beside it for nearly all hosts: two reports were added up",
}
LEAST = 30
"""Hosts with fewer troops than this say nothing about a doubling."""
DOUBLED = 1.7
"""Median ratio to the years beside it from which a year counts as added up."""


def check_doubtful(troops: pl.DataFrame) -> None:
    """Raise when a doubtful year no longer looks as it did.

    Raises
    ------
    SourceChanged
        The year may have been mended: check it, then take it out of :data:`DOUBTFUL`.
    """
    by_year = {
        year: troops.filter(pl.col("year") == year) for year in (1951, 1952, 2007, 2008, 2009)
    }
    if not all(len(rows) for rows in by_year.values()):
        return
    copied = by_year[1951].join(by_year[1952], on=["cow", "troops"], how="anti")
    if len(copied):
        _stop(1952, f"state {copied['cow'][0]} differs from 1951")
    beside = by_year[2007].join(by_year[2009], on="cow", suffix="_after")
    three = beside.join(by_year[2008], on="cow", suffix="_then").filter(
        pl.min_horizontal("troops", "troops_after") >= LEAST
    )
    mean = (pl.col("troops") * pl.col("troops_after")).sqrt()
    ratio = three.select((pl.col("troops_then") / mean).median()).item()
    if ratio is not None and ratio < DOUBLED:
        _stop(2008, f"the median ratio to 2007 and 2009 is {ratio:.2f}")


def _stop(year: int, found: str) -> None:
    raise SourceChanged(
        f"troopdata: {year} is left out as doubtful, but {found}; it may have been mended: check "
        f"it, and take it out of DOUBTFUL in sources/troopdata/doubt.py."
    )
