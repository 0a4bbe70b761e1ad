"""From drafts that failed to one row for each veto."""

from __future__ import annotations

import io
from collections.abc import Mapping

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog

FILE = "unsc_vetoes_1946_sept2022.csv"
CASTERS = ("member_veto1", "member_veto2", "member_veto3")
COLUMNS = ("date", "draft", *CASTERS)
MEMBERS = {"China": 710, "France": 220, "Russia": 365, "USSR": 365, "UK": 200, "USA": 2}
"""Every Chinese veto in the file was cast by Peking, the first in 1972."""


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return ``vetoes``: item (number of the draft), date, draft, cow; a row for each veto.

    The columns with the names of members are read. Those with a mark for each member leave 26
    drafts without a mark that it should have, most of them of the United States.

    Raises
    ------
    SourceChanged
        On a missing column, a date that is none, an unknown member, or a draft without a veto.
    """
    raw = pl.read_csv(io.BytesIO(files[FILE]), infer_schema=False)
    gone = [name for name in COLUMNS if name not in raw.columns]
    if gone:
        raise SourceChanged(f"council_vetoes: {FILE} lacks the columns {', '.join(gone)}.")
    dated = raw.with_row_index("item", 1).with_columns(
        pl.col("date").str.to_date("%m/%d/%Y", strict=False)
    )
    undated = dated.filter(pl.col("date").is_null())
    if len(undated):
        raise SourceChanged(f"council_vetoes: draft {undated['draft'][0]} has no date.")
    long = dated.unpivot(list(CASTERS), index=["item", "date", "draft"], value_name="name")
    cast = long.filter(pl.col("name").is_not_null())
    strange = sorted(set(cast["name"]) - set(MEMBERS))
    if strange:
        raise SourceChanged(f"council_vetoes: {strange[0]!r} is no permanent member; map it.")
    without = dated.filter(~pl.col("item").is_in(cast["item"].implode()))
    if len(without):
        raise SourceChanged(f"council_vetoes: draft {without['draft'][0]} has no veto.")
    vetoes = cast.select(
        "item", "date", "draft", cow=pl.col("name").replace_strict(MEMBERS, return_dtype=pl.Int16)
    )
    return {"vetoes": vetoes.unique().sort("item", "cow")}
