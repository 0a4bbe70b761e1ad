"""Shape the list of bilateral investment treaties of 2026: one row for each treaty and pair."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.labels import cow_numbers

FILE, HAND = "iia_treaties_2026_02.parquet", "hand.csv"
IN_FORCE, SIGNED, TERMINATED = "In force", "Signed (not in force)", "Terminated"
NO_STATE = ("GGY", "HKG", "JEY", "MAC", "PSE")
MAPPED = {"YUG": 345}
JOINT = {"BLX": ("BEL", "LUX")}
"""Belgium and Luxembourg sign together: a row for each."""
DATES = ("signed", "in_force", "terminated")


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return `treaties`: a, b, title, signed, in_force, terminated (dates).

    Only treaties that entered into force; a, b are COW numbers of today's states.

    Raises
    ------
    SourceChanged
        For an unknown party or status, a treaty in force whose parties nobody has named, a
        status that its dates contradict, or dates that run backwards.
    """
    raw = pl.read_parquet(BytesIO(files[FILE])).filter(pl.col("type") == "BITs")
    rows = _filled(raw, files[HAND])
    dormant = pl.col("in_force").is_null()
    log.note("treaties that never entered into force left out", rows.filter(dormant).height)
    begun = rows.filter(~dormant)
    _check(begun)
    for side in ("iso_a", "iso_b"):
        begun = begun.with_columns(
            pl.col(side).replace_strict(
                {c: list(m) for c, m in JOINT.items()}, default=pl.concat_list(side),
                return_dtype=pl.List(pl.String),
            )
        ).explode(side)  # fmt: skip
    outside = pl.any_horizontal(pl.col("iso_a", "iso_b").is_in(NO_STATE))
    log.note(
        f"treaties with a place outside the system: {', '.join(NO_STATE)}",
        begun.filter(outside).height,
    )
    kept = begun.filter(~outside)
    numbers = cow_numbers("iia", [*kept["iso_a"], *kept["iso_b"]], mapped=MAPPED, iso3=True)
    one, two = (pl.col(f"iso_{s}").replace_strict(numbers).cast(pl.Int16) for s in "ab")
    treaties = kept.select(
        a=pl.min_horizontal(one, two),
        b=pl.max_horizontal(one, two),
        title="short_title",
        signed="signed",
        in_force="in_force",
        terminated="terminated",
    )
    # the same treaty listed twice, with two days of entry: the first holds
    once = treaties.sort("in_force").unique(
        ["a", "b", "title", "signed"], keep="first", maintain_order=True
    )
    log.note("treaties listed twice", len(treaties) - len(once))
    return {"treaties": once.sort("a", "b", "in_force")}


def _filled(raw: pl.DataFrame, content: bytes) -> pl.DataFrame:
    """Return rows with dates, and with what the copy lacks taken from hand.csv."""
    hand = pl.read_csv(BytesIO(content), infer_schema=False).with_columns(
        pl.col("terminated").str.to_date("%Y-%m-%d")
    )
    gone = sorted(set(hand["short_title"]) - set(raw["short_title"]), key=str)
    if gone or hand["citation"].null_count():
        raise SourceChanged(
            f"iia: hand.csv names {gone[:1] or 'a treaty without citation'}; each of its rows must "
            f"name a listed treaty and say where its fact is from."
        )
    joined = raw.with_columns(pl.col(DATES).cast(pl.Date)).join(
        hand.drop("citation"), on="short_title", how="left", suffix="_hand"
    )
    rows = joined.with_columns(
        pl.coalesce(name, f"{name}_hand").alias(name) for name in ("iso_a", "iso_b", "terminated")
    )
    bare = rows.filter(pl.any_horizontal(pl.col("iso_a", "iso_b").is_null()))
    if len(bare):
        raise SourceChanged(
            f"iia: {bare['short_title'][0]!r} has no parties; name them in sources/iia/hand.csv."
        )
    return rows


def _check(begun: pl.DataFrame) -> None:
    """Raise unless the status of each treaty in force fits its dates, and they are in order."""
    over = pl.col("terminated")
    fits = (
        pl.when(pl.col("status") == IN_FORCE)
        .then(over.is_null())
        .when(pl.col("status") == TERMINATED)
        .then(over.is_not_null())
        .otherwise(False)
    )
    begins = (pl.col("in_force") >= pl.col("signed")).fill_null(True)
    ends = (over >= pl.col("in_force")).fill_null(True)
    bad = begun.filter(~(fits & begins & ends))
    if len(bad):
        raise SourceChanged(
            f"iia: {bad['short_title'][0]}: status {bad['status'][0]!r} does not fit the dates, or "
            f"they run backwards."
        )
