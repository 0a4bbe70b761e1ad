"""From troopdata to US troops on active duty by host state and year."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.core.states import all_states
from daylight.sources.kit.issues import IssueLog
from daylight.sources.troopdata.doubt import DOUBTFUL, check_doubtful

FILE = "troopdata-rebuild-country-year.csv"
COLUMNS = ("countryname", "year", "ccode", "troops_ad")
USA = 2
NO_STATE = {
    6: "Puerto Rico", 1001: "Gibraltar", 1002: "Greenland", 1004: "Diego Garcia",
    1005: "St. Helena", 1006: "Antigua", 1007: "Bermuda", 1008: "Guam", 1009: "Hong Kong",
    1011: "Mariana Islands", 1012: "Midway Islands", 1013: "US Virgin Islands",
    1014: "Wake Island", 1016: "Netherlands Antilles", 1019: "Aruba", 1028: "Fiji and Tonga",
    1029: "Aden", 1030: "Line Islands", 1031: "Easter Island", 1032: "British West Indies",
    1033: "Sarawak", 1034: "Western Sahara", 1035: "British Virgin Islands",
    1036: "Seychelles", 1037: "Turks and Caicos Islands", 1038: "Kashmir", 1040: "Azores",
    1041: "American Samoa", 1042: "Ascension Island", 10000: "Antarctica",
    10100: "Johnston Island", 10101: "Eniwetok (J.T.F. 7",
}  # fmt: skip
"""Codes of places that are no state; their troops are not those of the state that owns them."""
VIETNAM, SOUTH_VIETNAM, FALL = 816, 817, 1975
"""The file writes Vietnam for South Vietnam, where the troops were, to the year it fell."""


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return ``troops``: cow (the host), year, troops (persons on active duty).

    A zero is kept as the file has it. It mixes "none" and "not reported".

    Raises
    ------
    SourceChanged
        For an unknown code or place, a count that is not a whole number from zero, two
        different counts of one host and year, or doubtful years that were mended.
    """
    raw = pl.read_csv(BytesIO(files[FILE].decode("utf-8").encode()), infer_schema=False)
    gone = [name for name in COLUMNS if name not in raw.columns]
    if gone:
        raise SourceChanged(f"troopdata: {FILE} lacks the columns {', '.join(gone)}.")
    table = raw.select(
        "countryname",
        cow=pl.col("ccode").cast(pl.Int32),
        year=pl.col("year").cast(pl.Int16),
        troops=pl.col("troops_ad").cast(pl.Int64, strict=False),
    )
    odd = table.filter(~(pl.col("troops") >= 0).fill_null(False))
    if len(odd):
        raise SourceChanged(f"troopdata: {odd.row(0)} has no count of troops from zero up.")
    hosts = _hosts(table, log).with_columns(pl.col("cow").cast(pl.Int16))
    single = _one_each(_vietnam(hosts), log)
    check_doubtful(single)
    kept = single.filter(~pl.col("year").is_in(list(DOUBTFUL)))
    for year, reason in DOUBTFUL.items():
        log.warn(f"{year} left out: {reason}", len(single.filter(pl.col("year") == year)))
    return {"troops": kept.sort("cow", "year")}


def _hosts(table: pl.DataFrame, log: IssueLog) -> pl.DataFrame:
    """Return the rows of states other than the United States."""
    known = [state.cow for state in all_states()]
    places = pl.DataFrame(
        {"cow": list(NO_STATE), "place": list(NO_STATE.values())}, {"cow": pl.Int32, "place": str}
    )
    named = table.join(places, on="cow", how="left")
    same = pl.col("place") == pl.col("countryname")
    strange = named.filter(~(same.fill_null(False) | pl.col("cow").is_in(known)))
    if len(strange):
        row = strange.row(0, named=True)
        raise SourceChanged(
            f"troopdata: code {row['cow']} ({row['countryname']}) is no known state; list it in "
            f"NO_STATE of sources/troopdata/source.py, or map it there."
        )
    outside = named["place"].is_not_null()
    log.note("rows of places that are no state left out", int(outside.sum()))
    return named.filter(pl.col("place").is_null() & (pl.col("cow") != USA)).drop("place")


def _vietnam(hosts: pl.DataFrame) -> pl.DataFrame:
    south = (pl.col("cow") == VIETNAM) & (pl.col("year") <= FALL)
    return hosts.with_columns(
        cow=pl.when(south).then(pl.lit(SOUTH_VIETNAM, pl.Int16)).otherwise(pl.col("cow"))
    )


def _one_each(hosts: pl.DataFrame, log: IssueLog) -> pl.DataFrame:
    """Return one count for each host and year: where two spellings have a row, the one not 0.

    Raises
    ------
    SourceChanged
        When two rows of a host and year have different counts, both above zero.
    """
    counts = hosts.group_by("cow", "year", maintain_order=True).agg(
        pl.col("troops").max(),
        others=pl.col("troops").filter(pl.col("troops") > 0).n_unique(),
        rows=pl.len(),
    )
    both = counts.filter(pl.col("others") > 1)
    if len(both):
        cow, year = both.row(0)[:2]
        raise SourceChanged(
            f"troopdata: two counts above zero for state {cow} in {year}; say which one holds."
        )
    doubled = len(counts.filter(pl.col("rows") > 1))
    log.note("host and year in two spellings, one of them zero: the other one taken", doubled)
    return counts.select("cow", "year", "troops")
