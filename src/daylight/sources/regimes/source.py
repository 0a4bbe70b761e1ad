"""From a table of democracy by COW number to the V-Dem index of electoral democracy."""

from __future__ import annotations

import io
from collections.abc import Mapping

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.core.states import members
from daylight.sources.kit.issues import IssueLog

FILE = "cw_democracy.parquet"
INDEX = "v2x_polyarchy"


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return the table ``regimes``: cow, year, polyarchy (0 to 1), where it is known.

    Raises
    ------
    SourceChanged
        On a missing column, a state-year outside the COW system, or one that the file lacks.
    """
    raw = pl.read_parquet(io.BytesIO(files[FILE]))
    gone = [name for name in ("ccode", "year", INDEX) if name not in raw.columns]
    if gone:
        raise SourceChanged(f"{log.source}: {FILE} lacks the columns {', '.join(gone)}.")
    table = raw.select(
        pl.col("ccode").cast(pl.Int16).alias("cow"),
        pl.col("year").cast(pl.Int16),
        pl.col(INDEX).cast(pl.Float64).fill_nan(None).alias("polyarchy"),
    )
    _check_system(table, log)
    known = table.filter(pl.col("polyarchy").is_not_null())
    log.note("state-years without an index, mostly of small states", len(table) - len(known))
    return {"regimes": known.sort("year", "cow")}


def _check_system(table: pl.DataFrame, log: IssueLog) -> None:
    """Raise unless the file has exactly the members of the system, known or not."""
    for (year,), group in table.group_by("year", maintain_order=True):
        wrong = set(group["cow"]) ^ set(members(int(str(year))))
        if wrong:
            raise SourceChanged(
                f"{log.source}: state {min(wrong)} is in the file and not in the COW system in "
                f"{year}, or the other way round; check the code, or the registry."
            )
