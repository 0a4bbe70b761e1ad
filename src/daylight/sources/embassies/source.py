"""From pairs and editions of the index to posts that one state has in another."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.labels import cow_numbers

FILE = "pair_edition.parquet"
EDITIONS = (2016, 2017, 2019, 2021, 2023)
COUNTS = ("embassies", "consulates", "other")
NO_STATE = (
    "ABW", "AMB:FRA/NCL", "BMU", "COK", "CUW", "EU", "GUF", "GUM", "NCL", "NIU", "PRI", "PSE",
    "PYF", "SXM", "VAT",
)  # fmt: skip
"""Territories, Palestine, the Holy See, two states in free association, the European Union, and
a host that the label leaves open between France and New Caledonia."""


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return ``posts``: sender, host, edition (year), embassies, consulates, other.

    `other` are posts below an embassy that are no consulate, such as interests sections and
    offices in Taiwan. Missions to organisations are not counted.

    Raises
    ------
    SourceChanged
        On a missing column, an unknown edition or place, or a pair listed twice.
    """
    raw = pl.read_parquet(BytesIO(files[FILE]))
    gone = [c for c in ("edition", "sender_iso3", "host_iso3", *COUNTS) if c not in raw.columns]
    if gone:
        raise SourceChanged(f"embassies: {FILE} lacks the columns {', '.join(gone)}.")
    odd = sorted(set(raw["edition"]) - set(EDITIONS))
    if odd:
        raise SourceChanged(f"embassies: edition {odd[0]} is not one of {EDITIONS}.")
    labels = [*raw["sender_iso3"], *raw["host_iso3"]]
    numbers = cow_numbers("embassies", labels, no_state=NO_STATE, iso3=True)
    outside = pl.any_horizontal(pl.col("sender_iso3", "host_iso3").is_in(NO_STATE))
    log.note("pairs with a place that is no state, left out", len(raw.filter(outside)))
    code = {
        name: pl.col(f"{name}_iso3").replace_strict(numbers, return_dtype=pl.Int16)
        for name in ("sender", "host")
    }
    posts = raw.filter(~outside).select(
        **code,
        edition=pl.col("edition").cast(pl.Int16),
        **{c: pl.col(c).cast(pl.Int16) for c in COUNTS},
    )
    own = posts.filter(pl.col("sender") == pl.col("host"))
    log.note("posts of a state in itself, left out", len(own))
    kept = posts.filter(pl.col("sender") != pl.col("host"))
    double = kept.filter(pl.struct("sender", "host", "edition").is_duplicated())
    if len(double):
        raise SourceChanged(f"embassies: {double.row(0)[:3]} is one of two rows of its edition.")
    return {"posts": kept.sort("edition", "sender", "host")}
