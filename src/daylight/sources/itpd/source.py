"""Shape ITPD-E, summed over its industries: directed flows in millions of current USD."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog

FILE = "itpd_aggregated_long.parquet"
NO_STATE = ("COK", "ESH", "NIU", "PSE")
"""Not members of the state system: Cook Islands, Western Sahara, Niue, Palestine."""


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return `flows`: importer, exporter, year, usd_m (goods and services, current USD).

    Only positive flows are in the file: an absent pair is zero or unreported, and the
    file does not say which, so it stays absent.

    Raises
    ------
    SourceChanged
        When a place without a COW number appears that is not listed here, or a flow is
        not positive.
    """
    table = pl.read_parquet(BytesIO(files[FILE]))
    for side in ("importer", "exporter"):
        code, iso3 = pl.col(f"{side}_cow"), pl.col(f"{side}_iso3")
        strange = table.filter((code.is_null() | (code <= 0)) & ~iso3.is_in(NO_STATE))
        if len(strange):
            raise SourceChanged(
                f"{log.source}: {strange[f'{side}_iso3'][0]} has no COW number; add it to "
                f"NO_STATE in sources/itpd/source.py, or give its number."
            )
    stateless = pl.col("importer_iso3").is_in(NO_STATE) | pl.col("exporter_iso3").is_in(NO_STATE)
    log.note(
        f"Flows with places outside the state system dropped: {', '.join(NO_STATE)}",
        table.filter(stateless).height,
    )
    flows = table.filter(~stateless).select(
        importer=pl.col("importer_cow").cast(pl.Int16),
        exporter=pl.col("exporter_cow").cast(pl.Int16),
        year=pl.col("year").cast(pl.Int16),
        usd_m=pl.col("value_usd_nominal_m").cast(pl.Float64),
    )
    bad = flows.filter(~(pl.col("usd_m") > 0) | (pl.col("importer") == pl.col("exporter")))
    if len(bad):
        raise SourceChanged(
            f"{log.source}: flow {bad.row(0)} is not a positive flow between two states; "
            f"{FILE} is expected to hold nothing else."
        )
    return {"flows": flows.sort("importer", "exporter", "year")}
