"""From National Material Capabilities to one checked row per state and year."""

from __future__ import annotations

import io
from collections.abc import Mapping

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.core.states import members
from daylight.sources.kit.issues import IssueLog
from daylight.stats.capability import COMPONENTS

FILE = "cow_nmc.parquet"
MISSING = -9
"""The producer's code for a value that is not known."""


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return capabilities by state and year.

    Parameters
    ----------
    files : mapping of str to bytes
        ``cow_nmc.parquet``.
    log : IssueLog
        Receives how many values are missing in each component.

    Returns
    -------
    dict of str to DataFrame
        ``capabilities``: cow, year, the six components in the producer's units (milex in
        thousands of current US dollars, British pounds before 1914; milper, tpop and upop
        in thousands; irst in thousands of tons; pec in thousands of coal-ton equivalents)
        and cinc; null where not known.

    Raises
    ------
    SourceChanged
        On a missing column, a negative value other than -9, or a row for a state that was
        not in the COW system that year.
    """
    raw = pl.read_parquet(io.BytesIO(files[FILE]))
    values = (*COMPONENTS, "cinc")
    gone = [name for name in ("ccode", "year", *values) if name not in raw.columns]
    if gone:
        raise SourceChanged(f"nmc: {FILE} lacks the columns {', '.join(gone)}.")
    table = raw.select(
        pl.col("ccode").cast(pl.Int16).alias("cow"),
        pl.col("year").cast(pl.Int16),
        *(_known(name) for name in values),
    )
    for name in values:
        negative = table.filter(pl.col(name) < 0)
        if len(negative):
            raise SourceChanged(
                f"nmc: {name} = {negative[name][0]:g} of state {negative['cow'][0]} in "
                f"{negative['year'][0]}; only {MISSING} may be negative, for missing."
            )
        missing = table[name].null_count()
        if missing:
            log.note(f"{name} not known", missing)
    _check_system(table)
    return {"capabilities": table.sort("year", "cow")}


def _known(name: str) -> pl.Expr:
    value = pl.col(name).cast(pl.Float64)
    return pl.when(value.is_nan() | (value == MISSING)).then(None).otherwise(value).alias(name)


def _check_system(table: pl.DataFrame) -> None:
    """Raise for a row outside the system: the index is a share of exactly its members."""
    for (year,), group in table.group_by("year", maintain_order=True):
        strange = set(group["cow"]) - set(members(int(str(year))))
        if strange:
            raise SourceChanged(
                f"nmc: state {min(strange)} has a row in {year}, when it was not in the COW "
                f"system; check the code, or the registry."
            )
