"""Read a file of published ideal points that the reader has downloaded.

The files are those of Bailey, Strezhnev and Voeten (doi:10.7910/DVN/LEJUQZ), such as
IdealpointestimatesAll_Apr2020.csv, separated by commas or tabs and in Latin-1.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from pathlib import Path
from statistics import NormalDist

import polars as pl

from daylight.core.errors import BadInput
from daylight.store.schemas import VoteSet

SUFFIX: Mapping[VoteSet, str] = {"all": "all", "final-passage": "fp"}
SPELLINGS = {
    "cow": ("ccode", "cow"),
    "session": ("session",),
    "theta": ("idealpoint{}", "idealpoint"),
    "low": ("q5{}", "q05{}", "q5percent{}", "q5"),
    "high": ("q95{}", "q95percent{}", "q95"),
}
"""Accepted column names in lower case without signs: "Q5%All", "Q5.All" and "q5_all" are one.
`{}` stands for "all", or "fp" for final-passage votes. Files of the authors' repository hold one
set of votes each and have no such ending."""
_EITHER_END = 2 * NormalDist().inv_cdf(0.95)


def published(path: Path, votes: VoteSet = "all") -> pl.DataFrame:
    """Read a published file: cow, session, theta, and sd where it has quantiles.

    Raises
    ------
    BadInput
        When it cannot be read or lacks a column; the message lists what is there.
    """
    try:
        text = path.read_bytes().decode("latin-1")
    except OSError as error:
        raise BadInput(f"{path} cannot be read ({error.strerror}); give a file.") from None
    tab = "\t" if "\t" in text.split("\n", 1)[0] else ","
    try:
        raw = pl.read_csv(io.StringIO(text), separator=tab, infer_schema=False)
        names = _names(raw.columns, votes, path)
        numbers = raw.select(
            pl.col(column).replace(["NA", ""], None).cast(pl.Float64).alias(name)
            for name, column in names.items()
        ).drop_nulls(["cow", "session", "theta"])
    except pl.exceptions.PolarsError as error:
        line = (str(error).splitlines() or ["no table"])[0]
        raise BadInput(f"{path} is no table of published ideal points ({line}).") from None
    odd = numbers.filter(
        pl.any_horizontal(pl.all().is_nan() | pl.all().is_infinite())
        | (pl.col("cow") % 1 != 0)
        | (pl.col("session") % 1 != 0)
    )
    if len(odd):
        raise BadInput(
            f"{path} has {len(odd)} rows with a number that is none or a part of one, such as "
            f"{odd.row(0)}; write NA where a number is not known."
        )
    table = numbers.with_columns(pl.col("cow", "session").cast(pl.Int64))
    if table.n_unique(["cow", "session"]) < len(table):
        raise BadInput(f"{path} holds a state twice in one session; give one set of estimates.")
    if "low" in table.columns and "high" in table.columns:
        return table.with_columns(sd=(pl.col("high") - pl.col("low")) / _EITHER_END)
    return table.with_columns(sd=pl.lit(None, pl.Float64))


def _names(columns: list[str], votes: VoteSet, path: Path) -> dict[str, str]:
    plain = {re.sub(r"[^a-z0-9]", "", c.lower()): c for c in columns}
    names = {}
    for name, spellings in SPELLINGS.items():
        wanted = [s.format(SUFFIX[votes]) for s in spellings]
        hit = next((plain[w] for w in wanted if w in plain), None)
        if hit is not None:
            names[name] = hit
        elif name in ("cow", "session", "theta"):
            raise BadInput(
                f"{path} has no column {wanted[0]}; a file of published ideal points has ccode, "
                f"session and IdealPointAll. There are: {', '.join(columns[:12])}."
            )
    return names
