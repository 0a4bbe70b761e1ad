"""From the zip file of Direct Contiguity to one checked row for each spell of a pair."""

from __future__ import annotations

import io
from collections.abc import Mapping

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.columns import Kind, by_column
from daylight.sources.kit.declaration import Written
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.packed import CannotUnpack, member
from daylight.sources.kit.sound import look_over

FILE = "DirectContiguity320.zip"
MEMBER = "DirectContiguity320/contdir.csv"
COLUMNS: dict[Kind, tuple[str, ...]] = {
    "int16": ("statelno", "statehno", "conttype"),
    "int32": ("begin", "end"),
}
KINDS = (1, 2, 3, 4, 5)
FIRST, LAST = 1816, 2016


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return `spells`: a, b (a < b), kind, start, end (years, the last included).

    Parameters
    ----------
    files : mapping of str to bytes
        ``DirectContiguity320.zip``, of which ``contdir.csv`` is read.
    log : IssueLog
        Not used: no row is dropped.

    Returns
    -------
    dict of str to DataFrame
        `kind` is 1 for a border on land or along a river, and for water between the two 2 (up
        to 12 nautical miles), 3 (up to 24), 4 (up to 150) and 5 (up to 400). A year in which
        the kind changes is in both spells.

    Raises
    ------
    SourceChanged
        When the file cannot be unpacked, or a row has another kind, months that do not run
        forward within 1816 to 2016, or states that are not in rising order.
    """
    try:
        content = member(files[FILE], MEMBER)
    except CannotUnpack as error:
        raise SourceChanged(f"contiguity: {FILE} cannot be read: {error}.") from None
    look_over("contiguity", MEMBER, content, by_column(COLUMNS), Written())
    raw = pl.read_csv(io.BytesIO(content), infer_schema=False)
    table = raw.select(
        a=pl.col("statelno").cast(pl.Int16),
        b=pl.col("statehno").cast(pl.Int16),
        kind=pl.col("conttype").cast(pl.Int8),
        begin=pl.col("begin").cast(pl.Int32),
        last=pl.col("end").cast(pl.Int32),
    )
    months = [pl.col(name) % 100 for name in ("begin", "last")]
    rules = {
        "is of no known kind": pl.col("kind").is_in(KINDS),
        "does not run forward": (pl.col("begin") <= pl.col("last"))
        & pl.all_horizontal([month.is_between(1, 12) for month in months])
        & (pl.col("begin") >= FIRST * 100)
        & (pl.col("last") < (LAST + 1) * 100),
        "does not give the lower number first": pl.col("a") < pl.col("b"),
    }
    for what, rule in rules.items():
        bad = table.filter(~rule)
        if len(bad):
            row = bad.row(0)
            raise SourceChanged(
                f"contiguity: the row of {row[0]} and {row[1]} from {row[3]} {what} "
                f"({len(bad)} rows); check the release, or map it in sources/contiguity/source.py."
            )
    years = [(pl.col(old) // 100).cast(pl.Int16).alias(new)
             for old, new in (("begin", "start"), ("last", "end"))]  # fmt: skip
    return {"spells": table.select("a", "b", "kind", *years).sort("a", "b", "start", "kind")}
