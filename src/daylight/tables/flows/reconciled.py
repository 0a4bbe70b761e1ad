"""Flows of 2023 from BACI, brought to the importer's border.

What BACI holds depends on who reports. Against what the United States and China report of 2023:

- *importer alone*: its report as it stands (median error 0.00, and 0.01 in size), so nothing is
  added;
- *exporter alone*: 3.5 % under its report; raised by that and by the pair's own ratio;
- *both*: a mean of the two. Raised by half of the pair's own ratio, within 10 %, and by 3 %: of
  126 flows over a billion the mean absolute error of the log, by value, is 0.076, against 0.108
  as it stands; a wider bound gains nothing by value and loses on smaller flows.

A cell that neither side reports is not observable, whatever it may be. A value that one side alone
reports is often too low; where the energy and minerals alone are more, they are taken.
"""

from __future__ import annotations

import math

import polars as pl

from daylight.tables.flows.cells import KEY, cells
from daylight.tables.flows.own_ratio import with_ratio
from daylight.tables.flows.sizes import by_size

OF_EXPORTS = math.log(1.036)
OF_BOTH = 0.03
HALF = 0.5
HALF_BOUND = 0.1
SD_BOTH = (0.8, 0.45, 0.25, 0.12)
"""Log-sd by size: half the range from the 16th to the 84th percentile of that error; of the
smallest class our judgement."""
SD_ONE = (0.8, 0.5, 0.4, 0.3)
"""Our judgement: a tenth of the flows over half a billion that one side reports fall under 30 % of
2019, some of them in truth (Russia's), some because the other side is missing."""


def reconciled(flows: pl.DataFrame, ratios: pl.DataFrame, energy: pl.DataFrame) -> pl.DataFrame:
    """Return the cells of 2023 that BACI has, with those that nobody can observe.

    Parameters
    ----------
    flows : DataFrame
        Table `flows` of the source `baci_totals`.
    ratios : DataFrame
        From :func:`daylight.tables.flows.own_ratio.own_ratios`.
    energy : DataFrame
        importer, exporter, year, kusd: table `flows` of the source `energy`.
    """
    more = energy.drop_nulls("exporter").select(*KEY, least=pl.col("kusd") / 1000)
    given = with_ratio(flows, ratios).join(more, on=KEY, how="left")
    seen = pl.col("seen_by")
    factor = (
        pl.when(seen == "both")
        .then((HALF * pl.col("log_ratio")).clip(-HALF_BOUND, HALF_BOUND) + OF_BOTH)
        .when(seen == "exporter_only")
        .then(pl.col("log_ratio") + OF_EXPORTS)
        .otherwise(0.0)
    )
    flow = pl.col("status") == "flow"
    raised = pl.col("usd_m") * factor.exp()
    value = (
        pl.when(flow & (seen != "both"))
        .then(pl.max_horizontal(raised, "least"))
        .when(flow)
        .then(raised)
        .when(pl.col("status") == "no_flow_recorded")
        .then(0.0)
    )
    return cells(
        given,
        usd_m=value,
        log_sd=pl.when(flow & (seen == "both"))
        .then(by_size(value, SD_BOTH))
        .when(flow)
        .then(by_size(value, SD_ONE)),
        status=pl.when(flow & (seen == "both"))
        .then(pl.lit("both"))
        .when(flow)
        .then(pl.lit("one"))
        .when(pl.col("status") == "no_flow_recorded")
        .then(pl.lit("none_recorded"))
        .otherwise(pl.lit("not_observable")),
        source="baci",
    )
