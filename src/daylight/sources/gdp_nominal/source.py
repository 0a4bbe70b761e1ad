"""Shape World Bank GDP in current US dollars, by COW number."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.gdp_nominal.places import AGGREGATES, TERRITORIES
from daylight.sources.kit.issues import IssueLog

FILE = "gdp.csv"
CODES = "codes.csv"
"""World Bank code, COW number, and the first year in which both mean the same territory.

Later than 1960 for Germany 1990 (before, the Bank gives united Germany), Russia 1992 (before,
the Russian part of the USSR), Pakistan 1972 (before, without the eastern wing), Serbia
2006 (before, without Montenegro), Kosovo 2008, the Czech Republic and Slovakia 1993,
Yemen 1990, Vietnam 1976, Eritrea 1993, South Sudan 2011, and 1992 for the successors of the
USSR and Yugoslavia, whose earlier values are odd (Georgia: 11,503 dollars in 1987).
"""


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return `gdp_nominal`: cow, year, gdp_usd_m (millions of current US dollars).

    Raises
    ------
    SourceChanged
        When a code is neither a state, an aggregate nor a territory listed in this folder,
        or a value is not positive.
    """
    table = pl.read_csv(
        BytesIO(files[FILE].decode("utf-8").encode()),
        schema_overrides={"Year": pl.Int16, "Value": pl.Float64},
    )
    codes = pl.read_csv(
        BytesIO(files[CODES]), schema_overrides={"cow": pl.Int16, "first_year": pl.Int16}
    )
    rows = table.select(iso3="Country Code", year="Year", gdp_usd_m=pl.col("Value") / 1e6)
    for kind, group in (("Aggregates", AGGREGATES), ("Territories", TERRITORIES)):
        part = pl.col("iso3").is_in(group)
        log.note(f"{kind} dropped", rows.filter(part).height)
        rows = rows.filter(~part)
    joined = rows.join(codes, on="iso3", how="left")
    unknown = joined.filter(pl.col("cow").is_null())["iso3"].unique().sort()
    if len(unknown):
        raise SourceChanged(
            f"{log.source}: unknown code {unknown[0]!r}; map it in sources/gdp_nominal/codes.csv, "
            f"or list it in places.py."
        )
    bad = joined.filter(~(pl.col("gdp_usd_m") > 0).fill_null(False))
    if len(bad):
        raise SourceChanged(
            f"{log.source}: GDP of {bad['iso3'][0]} in {bad['year'][0]} is "
            f"{bad['gdp_usd_m'][0]}; a GDP must be positive, a missing one absent."
        )
    early = joined.filter(pl.col("year") < pl.col("first_year"))
    log.note(
        "Rows dropped that mean another territory than the state of that year: "
        + ", ".join(early["iso3"].unique().sort()),
        len(early),
    )
    kept = joined.filter(pl.col("year") >= pl.col("first_year"))
    return {"gdp_nominal": kept.select("cow", "year", "gdp_usd_m").sort("cow", "year")}
