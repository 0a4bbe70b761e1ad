"""Shape the totals of BACI 2023: flows, none recorded, and a block that cannot be observed."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.labels import cow_numbers

FILE = "baci2023_dyads.parquet"
NO_STATE = (
    "ABW", "BMU", "CUW", "CYM", "GRL", "HKG", "MAC", "NCL", "PYF", "SXM", "TCA",
)  # fmt: skip
FLOW, NONE, HIDDEN = "flow", "no_flow_recorded", "not_observable"
SEEN = {"both", "exporter_only", "importer_only", "neither"}
KEY = ["exporter", "importer", "year"]


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return `flows`: exporter, importer, year, usd_m, status, seen_by.

    `usd_m` is in millions of current US dollars, FOB, as reconciled by CEPII; `status` is flow,
    no_flow_recorded or not_observable, and only a flow has a value. `seen_by` says which of the
    two sides has a report in the release: a cell that neither has is never a zero.

    Raises
    ------
    SourceChanged
        For an unknown code or status, a flow without a value above zero, or a value in a cell
        that nobody reports.
    """
    cells = pl.read_parquet(BytesIO(files[FILE])).filter(pl.col("exporter") != pl.col("importer"))
    raw = cells.with_columns(pl.col("value_kusd").cast(pl.Float64).fill_nan(None))
    _check(raw)
    numbers = cow_numbers(
        "baci_totals", [*raw["exporter"], *raw["importer"]], no_state=NO_STATE, iso3=True
    )
    rows = raw.select(
        *(
            pl.col(side).replace_strict(numbers, default=None).cast(pl.Int16)
            for side in ("exporter", "importer")
        ),
        pl.col("year").cast(pl.Int16),
        usd_m=pl.col("value_kusd") / 1000,
        status="status",
        seen_by="seen_by",
    )
    flows = rows.drop_nulls(["exporter", "importer"])
    log.note(f"Cells of territories left out: {', '.join(NO_STATE)}", len(rows) - len(flows))
    log.note("Cells that neither side reports", flows.filter(pl.col("status") == HIDDEN).height)
    return {"flows": flows.sort(KEY)}


def _check(raw: pl.DataFrame) -> None:
    status, value = pl.col("status"), pl.col("value_kusd")
    fits = (
        pl.when(status == FLOW)
        .then((value > 0) & (pl.col("seen_by") != "neither"))
        .when(status == NONE)
        .then(value.is_null() & (pl.col("seen_by") != "neither"))
        .when(status == HIDDEN)
        .then(value.is_null() & (pl.col("seen_by") == "neither"))
        .otherwise(False)
    ).fill_null(False) & pl.col("seen_by").is_in(SEEN)
    bad = raw.filter(~fits)
    if len(bad):
        row = bad.row(0, named=True)
        raise SourceChanged(
            f"baci_totals: {row['exporter']} to {row['importer']} is {row['status']!r}, seen by "
            f"{row['seen_by']!r}, with {row['value_kusd']}: a flow has a value above zero, and a "
            f"cell is not_observable exactly where neither side reports."
        )
