"""Shape DESTA 2.3: dyads of agreements in force with their depth, and withdrawals."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.desta.parties import numbered
from daylight.sources.desta_2_3.depth import COLUMNS, PROVISIONS, provisions
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.text import either

DYADS = "desta_list_of_treaties_02_03_dyads.csv"
WITHDRAWALS = "desta_dyadic_withdrawal_02_03.csv"
CODING = "desta_version_02_03.csv"
KINDS = ("base_treaty", "accession", "consolidated")


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return the tables `dyads`, `withdrawals` and `coding`.

    Returns
    -------
    dict of str to DataFrame
        ``dyads``: a, b (COW numbers of today's states, a < b), number and base of the agreement,
        name, start (year of entry into force) and depth (0 to 7 provisions, null where not
        coded); only agreements with a year of entry into force. ``withdrawals``: a, b, base,
        year. ``coding``: number, the seven provisions and depth of each coded text.

    Raises
    ------
    SourceChanged
        For an unknown party or entry type.
    """
    dyads, gone = _read(files[DYADS]), _read(files[WITHDRAWALS])
    strange = set(dyads["entry_type"]) - set(KINDS) | set(gone["entry_type"]) - {"withdrawal"}
    if strange:
        raise SourceChanged(
            f"desta_2_3: entry_type {sorted(map(str, strange))[0]!r} is not known; say in "
            f"sources/desta_2_3/source.py what it means for the parties."
        )
    pairs, left = numbered(dyads, log), numbered(gone, log)
    log.note(
        "dyads of agreements without a year of entry into force left out",
        pairs["entryforceyear"].null_count(),
    )
    raw = _read(files[CODING]).with_columns(pl.col(COLUMNS).cast(pl.Float64))
    coding = (
        provisions(raw)
        .select("number", *PROVISIONS, "depth")
        .unique("number", keep="first", maintain_order=True)
    )
    known = _with_depth(pairs.drop_nulls("entryforceyear"), coding.select("number", "depth"))
    log.warn("dyads of agreements in force whose depth is not coded", known["depth"].null_count())
    return {
        "dyads": known,
        "withdrawals": left.select(
            "a", "b", "base", year=pl.coalesce("entryforceyear", "year").cast(pl.Int16)
        ).unique(maintain_order=True),
        "coding": coding,
    }


def _read(content: bytes) -> pl.DataFrame:
    """Return a table as text; the files as delivered are in Latin-1."""
    text = BytesIO(either(content).encode())
    return pl.read_csv(text, infer_schema=False, null_values=["NA", ""])


def _with_depth(pairs: pl.DataFrame, depths: pl.DataFrame) -> pl.DataFrame:
    """Give each dyad the depth of its own text, else that of the base treaty that it joins.

    A later text of an agreement that is not coded does not inherit here: it may change much.
    """
    base = depths.rename({"number": "base", "depth": "depth_of_base"})
    joined = pairs.join(depths, on="number", how="left").join(base, on="base", how="left")
    joins = pl.col("entry_type") == "accession"
    return joined.select(
        "a", "b", "number", "base", "name",
        start=pl.col("entryforceyear").cast(pl.Int16),
        depth=pl.coalesce("depth", pl.when(joins).then("depth_of_base")),
    ).unique(["a", "b", "number"], keep="first", maintain_order=True)  # fmt: skip
