"""Shape DESTA: dyads of agreements in force with their depth, withdrawals, and replacements."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.desta.parties import numbered
from daylight.sources.desta.sheet import sheet
from daylight.sources.kit.issues import IssueLog

DYADS = "desta_list_of_treaties_02_02_dyads.xlsx"
WITHDRAWALS = "desta_dyadic_withdrawal_02_02.xlsx"
INDICES = "desta_indices_version_02_02.txt"
REPLACED, ENDED = "replaced.csv", "ended.csv"
SHEET = "xl/worksheets/sheet2.xml"
COLUMNS = (
    "country1", "country2", "number", "base_treaty", "name", "entry_type", "year", "entryforceyear",
)  # fmt: skip
KINDS = ("base_treaty", "accession", "consolidated")


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return the tables `dyads`, `withdrawals`, `replaced` and `ended`.

    Returns
    -------
    dict of str to DataFrame
        ``dyads``: a, b (COW numbers of today's states, a < b), number and base of the
        agreement, name, start (year of entry into force) and depth (0 to 7 provisions, null
        where not coded); only agreements with a year of entry into force.
        ``withdrawals``: a, b, base, year. ``replaced``: base, by, citation: the second
        agreement stands in the place of the first between the same two. ``ended``: base,
        cow (null for all parties), year, citation: ends that DESTA does not list.

    Raises
    ------
    SourceChanged
        For an unknown party or entry type, a depth outside 0 to 7, or a row of the two hand
        tables that names an agreement which DESTA does not have.
    """
    dyads = sheet(files[DYADS], SHEET, COLUMNS)
    gone = sheet(files[WITHDRAWALS], SHEET, COLUMNS)
    strange = set(dyads["entry_type"]) - set(KINDS) | set(gone["entry_type"]) - {"withdrawal"}
    if strange:
        raise SourceChanged(
            f"desta: entry_type {sorted(map(str, strange))[0]!r} is not known; say in "
            f"sources/desta/source.py what it means for the parties."
        )
    pairs, left = numbered(dyads, log), numbered(gone, log)
    dormant = pairs["entryforceyear"].null_count()
    log.note("dyads of agreements without a year of entry into force left out", dormant)
    known = _with_depth(pairs.drop_nulls("entryforceyear"), _depths(files[INDICES]))
    log.warn("dyads of agreements in force whose depth is not coded", known["depth"].null_count())
    bases = set(dyads["base_treaty"])
    return {
        "dyads": known,
        "withdrawals": left.select(
            "a", "b", "base", year=pl.coalesce("entryforceyear", "year").cast(pl.Int16)
        ).unique(maintain_order=True),
        "replaced": _hand(files[REPLACED], REPLACED, ("base", "by"), bases),
        "ended": _hand(files[ENDED], ENDED, ("base",), bases).with_columns(
            pl.col("cow", "partner", "year").cast(pl.Int16)
        ),
    }


def _depths(content: bytes) -> pl.DataFrame:
    """Return number, depth of each coded text."""
    table = pl.read_csv(BytesIO(content), infer_schema=False)
    depths = table.select("number", depth=pl.col("depth_index").cast(pl.Int16))
    bad = depths.filter(~pl.col("depth").is_between(0, 7).fill_null(False))
    if len(bad):
        raise SourceChanged(
            f"desta: the depth of {bad['number'][0]} is {bad['depth'][0]}, not 0 to 7."
        )
    return depths


def _with_depth(pairs: pl.DataFrame, depths: pl.DataFrame) -> pl.DataFrame:
    """Give each dyad the depth of its own text, else that of the base treaty it joins."""
    base = depths.rename({"number": "base", "depth": "depth_of_base"})
    joined = pairs.join(depths, on="number", how="left").join(base, on="base", how="left")
    out = joined.select(
        "a", "b", "number", "base", "name",
        start=pl.col("entryforceyear").cast(pl.Int16),
        depth=pl.coalesce("depth", "depth_of_base"),
    )  # fmt: skip
    return out.unique(["a", "b", "number"], keep="first", maintain_order=True)


def _hand(content: bytes, name: str, columns: tuple[str, ...], bases: set[str]) -> pl.DataFrame:
    """Return a hand table; a cell of `columns` may name several agreements."""
    table = pl.read_csv(BytesIO(content), infer_schema=False)
    for column in columns:
        table = table.with_columns(pl.col(column).str.split(" ")).explode(column)
        strange = sorted(set(table[column]) - bases)
        if strange:
            raise SourceChanged(f"desta: {name} names {strange[0]!r}, which DESTA does not list.")
    if table["citation"].null_count():
        raise SourceChanged(f"desta: a row of {name} has no citation.")
    return table
