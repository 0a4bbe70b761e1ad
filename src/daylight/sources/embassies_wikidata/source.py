"""From missions that Wikidata lists to pairs of sender and host at one day."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.labels import cow_numbers

FILE = "missions_snapshots.parquet"
SNAPSHOT = "2022-11-16"
"""The newest of five. Between them grew the list, not diplomacy: they must not be compared."""
EMBASSY = (
    "embassy", "high commission", "British High Commission", "Australian High Commission",
    "Embassy of the United States",
)  # fmt: skip
NO_STATE = ("BMU", "COK", "GRL", "HKG", "MAC", "NIU", "PRI", "PSE", "VAT")


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return ``embassies``: sender, host; one row for each pair with an embassy.

    Consulates, nunciatures, de facto embassies and offices are left out, and so are
    ambassadors who reside elsewhere.

    Raises
    ------
    SourceChanged
        When the snapshot is not there, or a place is unknown.
    """
    raw = pl.read_parquet(BytesIO(files[FILE]))
    rows = raw.filter((pl.col("snapshot") == SNAPSHOT) & pl.col("type").is_in(EMBASSY))
    if rows.is_empty():
        raise SourceChanged(f"embassies_wikidata: {FILE} has no embassies of {SNAPSHOT}.")
    nowhere = pl.any_horizontal(pl.col("sender_iso3", "host_iso3").is_null())
    log.note("embassies whose sender or host has no code, left out", len(rows.filter(nowhere)))
    named = rows.filter(~nowhere)
    labels = [*named["sender_iso3"], *named["host_iso3"]]
    numbers = cow_numbers("embassies_wikidata", labels, no_state=NO_STATE, iso3=True)
    outside = pl.any_horizontal(pl.col("sender_iso3", "host_iso3").is_in(NO_STATE))
    log.note("embassies of or in a place that is no state, left out", len(named.filter(outside)))
    pairs = named.filter(~outside).select(
        **{
            name: pl.col(f"{name}_iso3").replace_strict(numbers, return_dtype=pl.Int16)
            for name in ("sender", "host")
        }
    )
    own = pairs.filter(pl.col("sender") == pl.col("host"))
    log.note("embassies of a state in itself, left out", len(own))
    once = pairs.filter(pl.col("sender") != pl.col("host")).unique()
    return {"embassies": once.sort("sender", "host")}
