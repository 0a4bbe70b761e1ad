"""Shape two exports of the IMF's IMTS: two reporters to 2024, and means of 2023 and 2024."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.labels import cow_numbers

REPORTS, MEANS = "imts_us_china_2001_2024.parquet", "imts_export_mean_2023_2024_part.csv"
EXPORT, IMPORT = "reporter export fob", "reporter import cif"
REPORTERS = (2, 710)
NO_STATE = (
    "ABW", "AIA", "ANT", "ASM", "BMU", "CUW", "FLK", "FRO", "GIB", "GRL", "GUM", "HKG", "MAC",
    "MSR", "NCL", "PSE", "PYF", "SXM", "VAT",
)  # fmt: skip
MAPPED = {"SCG": 345, "YUG": 345}
"""Serbia and Montenegro, which the file goes on to list beside Serbia in some years."""
KEY = ["exporter", "importer", "year"]


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return `flows` and `means`, in millions of current US dollars.

    Returns
    -------
    dict of str to DataFrame
        ``flows``: exporter, importer, year, exports_fob, imports_cif, only as the United States
        and China report them; a pair of neither is not in it. ``means``: exporter, importer,
        usd_m (exports FOB, mean of 2023 and 2024), without the rows marked as suspect. An
        absent pair is not zero.

    Raises
    ------
    SourceChanged
        For an unknown code or basis, a report of another state, or a value that is not above
        zero.
    """
    flows = _reports(files[REPORTS], log)
    return {"flows": flows.sort(KEY), "means": _means(files[MEANS], log).sort(KEY[:2])}


def _numbered(rows: pl.DataFrame, log: IssueLog) -> pl.DataFrame:
    labels = [*rows["exporter"], *rows["importer"]]
    numbers = cow_numbers("imts", labels, mapped=MAPPED, no_state=NO_STATE, iso3=True)
    states = rows.with_columns(
        pl.col(side).replace_strict(numbers, default=None).cast(pl.Int16)
        for side in ("exporter", "importer")
    ).drop_nulls(["exporter", "importer"])
    log.note("Flows with a territory left out", len(rows) - len(states))
    return states


def _reports(content: bytes, log: IssueLog) -> pl.DataFrame:
    raw = pl.read_parquet(BytesIO(content))
    strange = set(raw["basis"]) - {EXPORT, IMPORT}
    if strange:
        raise SourceChanged(f"imts: basis {sorted(strange)[0]!r} is neither {EXPORT} nor {IMPORT}.")
    rows = _numbered(raw, log).with_columns(
        pl.col("year").cast(pl.Int16),
        pl.col("value_musd").cast(pl.Float64),
        reporter=pl.when(pl.col("basis") == EXPORT).then("exporter").otherwise("importer"),
    )
    bad = rows.filter(~pl.col("reporter").is_in(REPORTERS) | (~(pl.col("value_musd") > 0)))
    if len(bad):
        raise SourceChanged(
            f"imts: {bad.row(0)} is no report of the United States or China, or is not above zero."
        )
    sides = [
        rows.filter(pl.col("basis") == basis)
        .group_by(KEY)
        .agg(pl.col("value_musd").sum().alias(name))
        for basis, name in ((EXPORT, "exports_fob"), (IMPORT, "imports_cif"))
    ]
    return sides[0].join(sides[1], on=KEY, how="full", coalesce=True)


def _means(content: bytes, log: IssueLog) -> pl.DataFrame:
    raw = pl.read_csv(BytesIO(content), infer_schema=False)
    kept = raw.filter(pl.col("suspect").is_null())
    log.warn("Means of 2023-24 left out as suspect", len(raw) - len(kept))
    return _numbered(kept, log).select(
        "exporter", "importer", usd_m=pl.col("mean_2023_2024_musd").cast(pl.Float64)
    )
