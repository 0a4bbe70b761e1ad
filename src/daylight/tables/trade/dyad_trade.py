"""From directed flows to dyads: both directions or no value, and the dyads of a declared hole."""

from __future__ import annotations

import polars as pl

ROUNDING_VAR = 1 / 12
"""Variance of the rounding of one flow of COW Trade to a whole million, in square millions."""

MIXED = 2
"""Origin of a dyad with one direction from each source; 0 and 1 are COW and ITPD."""

FEW = 3


def dyad_totals(flows: pl.DataFrame) -> pl.DataFrame:
    """Return a, b, year, volume, log_var, origin of every dyad with at least one direction.

    The volume (trade both ways) is null unless both directions are known: the other is
    not zero but unreported. `log_var` is the variance of the log of the volume, null at
    a volume of zero.
    """
    down = pl.col("importer") < pl.col("exporter")
    keyed = flows.select(
        "year",
        "usd_m",
        "log_sd",
        "origin",
        a=pl.min_horizontal("importer", "exporter"),
        b=pl.max_horizontal("importer", "exporter"),
        down=down,
    )
    one = keyed.filter("down").drop("down")
    two = keyed.filter(~pl.col("down")).drop("down")
    dyads = one.join(two, on=["a", "b", "year"], how="full", coalesce=True, suffix="_2")
    volume = pl.col("usd_m") + pl.col("usd_m_2")
    rounded = (pl.col("origin") == 0).cast(pl.Int8) + (pl.col("origin_2") == 0).cast(pl.Int8)
    variance = (
        (pl.col("usd_m") * pl.col("log_sd")) ** 2
        + (pl.col("usd_m_2") * pl.col("log_sd_2")) ** 2
        + rounded * ROUNDING_VAR
    )
    origin = (
        pl.when(pl.col("origin") != pl.col("origin_2"))
        .then(pl.lit(MIXED, pl.Int8))
        .otherwise(pl.col("origin"))
    )
    return dyads.select(
        "a",
        "b",
        "year",
        volume=volume,
        log_var=pl.when(volume > 0).then((variance / volume**2).log1p()),
        origin=pl.when(volume.is_not_null()).then(origin),
    )


def hole_rows(holes: pl.DataFrame, members: pl.DataFrame, dyads: pl.DataFrame) -> pl.DataFrame:
    """Return a, b, year of the dyads in a declared hole that `dyads` does not have."""
    pairs = _hole_pairs(holes, members).select("a", "b", "year").unique()
    return pairs.join(dyads, on=["a", "b", "year"], how="anti")


def open_holes(holes: pl.DataFrame, members: pl.DataFrame, dyads: pl.DataFrame) -> pl.DataFrame:
    """Return cow, year of the states whose partners cannot be summed, because of a hole.

    These are states with a hole toward every partner of which fewer than half are known
    after all, and states with three or more unknown partners among holes by pair (one or
    two do not change a sum much; the planned economies lack up to thirteen).
    """
    known = dyads.filter(pl.col("volume").is_not_null()).select("a", "b", "year")
    pairs = _hole_pairs(holes, members)
    unknown = pairs.join(known, on=["a", "b", "year"], how="anti")
    single = (
        pl.concat(
            [
                unknown.filter(~pl.col("every")).select("year", cow=side, other=other)
                for side, other in (("a", "b"), ("b", "a"))
            ]
        )
        .unique()
        .group_by("cow", "year")
        .len()
        .filter(pl.col("len") >= FEW)
    )
    every = pairs.filter("every").group_by("cow", "year").len("declared")
    missing = unknown.filter("every").group_by("cow", "year").len("unknown")
    whole = every.join(missing, on=["cow", "year"]).filter(
        2 * pl.col("unknown") > pl.col("declared")
    )
    return pl.concat([single.select("cow", "year"), whole.select("cow", "year")]).unique()


def _hole_pairs(holes: pl.DataFrame, members: pl.DataFrame) -> pl.DataFrame:
    """Return cow, a, b, year, every: each dyad of the system in a hole, and its kind."""
    spans = holes.select(
        "cow", "partner", year=pl.int_ranges("start", pl.col("end") + 1, dtype=pl.Int16)
    ).explode("year")
    present = spans.join(members, on=["cow", "year"], how="semi")
    others = members.rename({"cow": "partner"})
    every = present.filter(pl.col("partner").is_null()).drop("partner")
    every = every.join(others, on="year").with_columns(every=True)
    single = present.drop_nulls("partner").join(others, on=["partner", "year"], how="semi")
    columns = ["cow", "partner", "year", "every"]
    pairs = pl.concat([every.select(columns), single.with_columns(every=False).select(columns)])
    return pairs.filter(pl.col("cow") != pl.col("partner")).select(
        "cow",
        "year",
        "every",
        a=pl.min_horizontal("cow", "partner"),
        b=pl.max_horizontal("cow", "partner"),
    )
