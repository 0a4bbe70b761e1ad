"""Shape aid by donor, recipient and year, and China's official finance by recipient."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.core.states import get
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.labels import cow_numbers

OECD, CHINA = "OECD.parquet", "cow_gcdf.csv"
KIND, UNIT = "ODA: Total Net", "Constant Prices (2022 USD millions)"
NO_STATE = (
    "Anguilla", "Cook Islands", "Mayotte", "Montserrat", "Niue", "Saint Helena", "Tokelau",
    "Wallis and Futuna", "West Bank and Gaza Strip",
)  # fmt: skip
MAPPED = {"Congo": 484, "Korea": 732}
FINANCE = ("oda_adj", "oof_adj", "vof_adj")
"""Development aid, other official flows and vague ones, with AidData's adjustment: without it
some loans count twice (1.49 against 1.33 trillion dollars in all)."""


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return `oda` and `china`.

    Returns
    -------
    dict of str to DataFrame
        ``oda``: recipient, donor, year, usd2022_m (net, millions of 2022 US dollars; the file
        has positive values only). ``china``: recipient, year, usd2021 (dollars of 2021).

    Raises
    ------
    SourceChanged
        For another unit, an unknown donor or recipient, a value of net aid that is not
        positive, or finance below zero.
    """
    raw = pl.read_parquet(BytesIO(files[OECD]))
    units = set(raw["Amount type"])
    if units != {UNIT}:
        raise SourceChanged(f"aid: amounts are in {sorted(units)}, expected {UNIT}.")
    rows = raw.filter(pl.col("Aid type") == KIND)
    bad = rows.filter(~(pl.col("Value") > 0))
    if len(bad):
        raise SourceChanged(f"aid: {bad.row(0)} is not above zero; say what zero and less mean.")
    numbers = cow_numbers(
        "aid", [*rows["Donor"], *rows["Recipient"]], mapped=MAPPED, no_state=NO_STATE
    )
    oda = rows.select(
        recipient=pl.col("Recipient").replace_strict(numbers, default=None).cast(pl.Int16),
        donor=pl.col("Donor").replace_strict(numbers, default=None).cast(pl.Int16),
        year=pl.col("Year").cast(pl.Int16),
        usd2022_m=pl.col("Value").cast(pl.Float64),
    )
    log.note(
        f"aid to places outside the state system: {', '.join(NO_STATE)}",
        oda["recipient"].null_count(),
    )
    return {
        "oda": oda.drop_nulls().sort("recipient", "donor", "year"),
        "china": _china(files[CHINA]),
    }


def _china(content: bytes) -> pl.DataFrame:
    table = pl.read_csv(BytesIO(content))
    low = table.filter(pl.any_horizontal(pl.col(*FINANCE) < 0))
    if len(low):
        raise SourceChanged(f"aid: finance of {low['ccode'][0]} in {low['year'][0]} is below zero.")
    for cow in table["ccode"].unique():
        get(cow)
    return table.select(
        recipient=pl.col("ccode").cast(pl.Int16),
        year=pl.col("year").cast(pl.Int16),
        usd2021=pl.sum_horizontal(*FINANCE),
    ).sort("recipient", "year")
