"""From rows in mixed order, many of them twice, to agreements of a pair of states by year."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.core.states import all_states
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.labels import cow_numbers
from daylight.sources.nuclear_cooperation.read import read_agreements

FILE = "nca_dataset.dta"
MAPPED = {"Korea S": 732, "Phillipines": 840, "Switz": 225, "Yugo": 345}
KINDS = 7


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return ``agreements``: a, b (today's numbers, a < b), year of signature, agreements.

    An agreement between two suppliers has a row in each direction, or in one only, and the
    two may give it another kind. So the count of a pair and year is the higher of the two
    directions. Where the name and the code of a state differ, the name holds; where both
    names are the same state, the codes do.

    Raises
    ------
    SourceChanged
        For an unknown name or code, a row that is no agreement, or a pair that neither
        names nor codes tell apart.
    """
    raw = read_agreements(files[FILE], FILE)
    odd = raw.filter((pl.col("nca") != 1) | ~pl.col("nca_type").is_between(1, KINDS))
    if len(odd):
        raise SourceChanged(f"nuclear_cooperation: {odd.row(0)} is no agreement of kind 1 to 7.")
    rows = _states(raw, log)
    one_way = rows.group_by("one", "two", "year").agg(agreements=pl.len().cast(pl.Int16))
    table = one_way.group_by(
        pl.min_horizontal("one", "two").alias("a"),
        pl.max_horizontal("one", "two").alias("b"),
        "year",
    ).agg(pl.col("agreements").max())
    repeats = len(raw) - int(table["agreements"].sum())
    log.note("rows that repeat an agreement in the other direction", repeats)
    return {"agreements": table.sort("year", "a", "b")}


def _states(raw: pl.DataFrame, log: IssueLog) -> pl.DataFrame:
    """Return the rows with `one` and `two`, the numbers of both states."""
    names = cow_numbers("nuclear_cooperation", [*raw["country1"], *raw["country2"]], mapped=MAPPED)
    lineages = {state.cow: state.lineage for state in all_states()}
    table = raw.with_columns(
        one=pl.col("country1").replace_strict(names, return_dtype=pl.Int16),
        two=pl.col("country2").replace_strict(names, return_dtype=pl.Int16),
    )
    strange = sorted({*table["ccode1"], *table["ccode2"]} - lineages.keys())
    if strange:
        raise SourceChanged(f"nuclear_cooperation: no state has the code {strange[0]}.")
    lines = {
        name: pl.col(name).replace_strict(lineages, return_dtype=pl.String)
        for name in ("ccode1", "ccode2", "one", "two")
    }
    differ = (lines["ccode1"] != lines["one"]) | (lines["ccode2"] != lines["two"])
    log.warn(
        "rows whose name and code are different states: the name taken",
        int(table.select(differ.sum()).item()),
    )
    same = pl.col("one") == pl.col("two")
    fixed = table.with_columns(
        one=pl.when(same).then("ccode1").otherwise("one"),
        two=pl.when(same).then("ccode2").otherwise("two"),
    )
    own = fixed.filter(pl.col("one") == pl.col("two"))
    if len(own):
        row = own.row(0, named=True)
        raise SourceChanged(
            f"nuclear_cooperation: {row['country1']} with {row['country2']} in {row['year']} is no "
            f"pair by name or code; say in sources/nuclear_cooperation/source.py who it is."
        )
    return fixed
