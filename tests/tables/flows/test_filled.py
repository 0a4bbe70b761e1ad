"""ITPD-E fills what is not observable, and nothing else."""

from __future__ import annotations

import polars as pl

from daylight.tables.flows.cells import SCHEMA, SOURCE, STATUS
from daylight.tables.flows.filled import SD, filled

FLOW = {"importer": pl.Int16, "exporter": pl.Int16, "year": pl.Int16, "usd_m": pl.Float64}


def test_only_cells_that_are_not_observable_are_filled() -> None:
    plain = {**SCHEMA, "status": pl.String, "source": pl.String}
    rows = [
        (696, 645, 2014, None, None, "not_observable", "dots"),
        (696, 731, 2014, None, None, "not_observable", "dots"),
        (696, 630, 2014, 0.0, None, "none_recorded", "dots"),
        (696, 2, 2014, 5.0, 0.0, "one", "dots"),
    ]
    known = pl.DataFrame(rows, plain, orient="row").with_columns(
        pl.col("status").cast(STATUS), pl.col("source").cast(SOURCE)
    )
    itpd = [(importer, 696, 2014, 20.0) for importer in (645, 731, 630, 2)]
    found = filled(known, pl.DataFrame(itpd, FLOW, orient="row"))
    assert found.select("exporter", "importer", "usd_m", "log_sd", "status", "source").rows() == [
        (696, 645, 20.0, SD["large"], "estimated", "itpd")
    ]
