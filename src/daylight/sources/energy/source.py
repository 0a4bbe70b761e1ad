"""Shape the BACI subset: who buys oil, gas and coal from whom, and which flows are not shown."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.labels import cow_numbers

FILE, HIDDEN, SILENT = "energy_minerals_dyad_year.parquet", "hidden.csv", "silent.csv"
FUELS = ("coal_lignite", "crude_oil", "lng", "pipeline_gas")
MAPPED = {"S19": 713, "SCG": 345}
"""Asia not elsewhere specified, which is Taiwan but for Iranian oil (hidden.csv); Serbia and
Montenegro to 2005."""
NO_STATE = (
    "ABW", "AIA", "ANT", "ASM", "ATF", "BES", "BLM", "BMU", "CCK", "COK", "CUW", "CXR", "CYM",
    "FLK", "GIB", "GRL", "GUM", "HKG", "IOT", "MAC", "MNP", "MSR", "MYT", "NCL", "NFK", "NIU",
    "PCN", "PSE", "PUS", "PYF", "SHN", "SPM", "SXM", "TCA", "TKL", "VGB", "WLF", "ZA1",
)  # fmt: skip
"""Territories, and the Southern African Customs Union to 1999 (ZA1), which is more than South
Africa. What they sell counts in the imports of a state."""
CONFIRMED = ("file", "recalled")


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return the tables `flows`, `present`, `hidden` and `silent`.

    Returns
    -------
    dict of str to DataFrame
        ``flows``: importer, exporter (COW; exporter null for a place that is no state), year,
        kusd (coal, crude oil, LNG and pipeline gas, thousands of current US dollars).
        ``present``: cow, year: states with any trade in the file. ``hidden``: importer,
        exporter, start, end, whole (nothing about the importer's shares is known), drop (the
        recorded flow is not theirs), confirmed (file: the file shows the break; recalled: not
        looked up), reason. ``silent``: cow, start, end: states that publish no trade by partner.

    Raises
    ------
    SourceChanged
        For an unknown code, a negative value, a total that is not the sum of the four fuels, or
        a hand table without reasons.
    """
    raw = pl.read_parquet(BytesIO(files[FILE]))
    total = pl.sum_horizontal(*FUELS)
    bad = raw.filter(
        ((total - pl.col("energy_kusd")).abs() > 1) | pl.any_horizontal(pl.col(*FUELS) < 0)
    )
    if len(bad):
        row = bad.row(0, named=True)
        raise SourceChanged(
            f"energy: {row['exporter_iso3']} to {row['importer_iso3']} in {row['year']}: the fuels "
            f"do not add up to energy_kusd, or one is negative."
        )
    codes = [*raw["importer_iso3"], *raw["exporter_iso3"]]
    numbers = cow_numbers("energy", codes, mapped=MAPPED, no_state=NO_STATE, iso3=True)
    rows = raw.select(
        pl.col("year").cast(pl.Int16),
        *(
            pl.col(f"{side}_iso3").replace_strict(numbers, default=None).cast(pl.Int16).alias(side)
            for side in ("importer", "exporter")
        ),
        kusd=pl.col("energy_kusd").cast(pl.Float64),
    )
    log.note(
        f"rows of importers outside the state system: {', '.join(NO_STATE)}",
        rows["importer"].null_count(),
    )
    sides = [rows.select("year", cow=side).drop_nulls() for side in ("importer", "exporter")]
    flows = rows.filter(pl.col("importer").is_not_null() & (pl.col("kusd") > 0))
    return {
        "flows": flows.group_by("importer", "exporter", "year").agg(pl.col("kusd").sum())
        .sort("importer", "year", "exporter"),
        "present": pl.concat(sides).unique().sort("year", "cow"),
        "hidden": _hand(files[HIDDEN], HIDDEN, ("importer", "exporter"), ("whole", "drop")),
        "silent": _hand(files[SILENT], SILENT, ("iso3",), ()).rename({"iso3": "cow"}),
    }  # fmt: skip


def _hand(
    content: bytes, name: str, states: tuple[str, ...], flags: tuple[str, ...]
) -> pl.DataFrame:
    """Return a hand table with COW numbers, years and flags."""
    table = pl.read_csv(BytesIO(content), infer_schema=False)
    if table["reason"].null_count() or not set(table["confirmed"]) <= set(CONFIRMED):
        raise SourceChanged(f"energy: each row of {name} needs a reason, and file or recalled.")
    numbers = cow_numbers("energy", [c for side in states for c in table[side]], iso3=True)
    out = table.with_columns(
        *(pl.col(side).replace_strict(numbers).cast(pl.Int16) for side in states),
        *(pl.col(column).cast(pl.Int16) for column in ("start", "end")),
        *((pl.col(flag) == "1").alias(flag) for flag in flags),
    )
    if len(out.filter(pl.col("end") < pl.col("start"))):
        raise SourceChanged(f"energy: a row of {name} ends before it starts.")
    return out
