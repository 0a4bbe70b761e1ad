"""All flows of goods between states since 1870: one row for each ordered pair and year."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from daylight.tables.flows.absence import never_zero, unlisted
from daylight.tables.flows.cells import KEY, SCHEMA, STATUS, WITH_VALUE, first_of, grid
from daylight.tables.flows.early import early
from daylight.tables.flows.filled import filled
from daylight.tables.flows.growth import grown
from daylight.tables.flows.own_ratio import own_ratios
from daylight.tables.flows.planned import soviet_estimates
from daylight.tables.flows.reconciled import reconciled
from daylight.tables.flows.reports import reported
from daylight.tables.flows.slips import standing
from daylight.tables.flows.two_year_means import two_year_means

Frame = pl.DataFrame
LAST_DOTS = 2020


@dataclass(frozen=True, slots=True)
class Given:
    """Tables of the sources that the flows are made of.

    Attributes
    ----------
    dots, imts, means : DataFrame
        `flows` of `imf_dots`; `flows` and `means` of `imts`.
    baci, icio, energy, itpd : DataFrame
        `flows` of `baci_totals`, `icio`, `energy` and `itpd`.
    cow, cow_totals : DataFrame
        `flows` and `totals` of `cow_trade`.
    comecon : DataFrame
        cow, year: full members of Comecon.
    members : DataFrame
        cow, year: the state system.
    """

    dots: Frame
    imts: Frame
    means: Frame
    baci: Frame
    icio: Frame
    energy: Frame
    itpd: Frame
    cow: Frame
    cow_totals: Frame
    comecon: Frame
    members: Frame


def flows(given: Given) -> Frame:
    """Return every ordered pair of states of the system and year, 1870-2024.

    Of several sources the better one has the cell: the importer's report; both sides as
    reconciled by BACI; the exporter's report at the importer's level; one side in BACI; the
    IMF's mean of two years; growth; ITPD-E where nobody reports; and what is known of an absence.

    Returns
    -------
    DataFrame
        exporter, importer, year, usd_m (null where not known), log_sd, status, source (null where
        no source reaches the cell); see :mod:`daylight.tables.flows.cells`.
    """
    system = grid(given.members)
    recent = _after_dots(given.imts)
    held = standing(pl.concat([given.dots.select(recent.columns), recent]))
    older = held.filter(pl.col("year") <= LAST_DOTS)
    ratios = own_ratios(older)
    dots = reported(older, ratios, "dots")
    imts = reported(held.filter(pl.col("year") > LAST_DOTS), ratios, "imts")
    baci = reconciled(given.baci, ratios, given.energy)
    observed = first_of(early(given.cow), dots)
    guessed = grown(observed, given.icio)
    at_the_border = imts.filter(pl.col("log_sd") == 0)
    seen_by_both = baci.filter(pl.col("status") == "both")
    values = first_of(
        observed.filter(pl.col("status").is_in(WITH_VALUE)),
        at_the_border,
        seen_by_both,
        imts,
        baci.filter(pl.col("status").is_in(WITH_VALUE)),
        two_year_means(given.means, ratios),
        guessed,
    )
    absent = first_of(
        observed.filter(~pl.col("status").is_in(WITH_VALUE)),
        unlisted(system, given.dots, "dots"),
        _said(unlisted(system, recent, "imts")),
        baci.filter(~pl.col("status").is_in(WITH_VALUE)),
    )
    known = first_of(values, never_zero(absent)).join(system, on=KEY, how="semi")
    estimates = soviet_estimates(known, given.cow_totals, given.comecon)
    whole = first_of(
        known.filter(pl.col("status").is_in(WITH_VALUE)),
        estimates.join(system, on=KEY, how="semi"),
        filled(known, given.itpd),
        known,
    )
    return (
        system.join(whole, on=KEY, how="left")
        .with_columns(status=pl.col("status").fill_null(pl.lit("unknown").cast(STATUS)))
        .select(*SCHEMA)
        .sort(KEY)
    )


def _after_dots(imts: Frame) -> Frame:
    """Return the newer reports in the form of the older ones; none of them is an estimate."""
    marks = [
        pl.when(pl.col(value).is_not_null()).then(pl.lit(False)).alias(mark)
        for value, mark in (
            ("exports_fob", "exports_estimated"),
            ("imports_cif", "imports_estimated"),
        )
    ]
    return imts.filter(pl.col("year") > LAST_DOTS).with_columns(marks)


def _said(absent: Frame) -> Frame:
    """Keep what the few reporters say: of pairs of neither of them they say nothing."""
    return absent.filter(pl.col("status") == "none_recorded")
