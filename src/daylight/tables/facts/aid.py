"""Aid to Ukraine by donor: the total since 2022, as of the end of each year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from daylight.sources.kit.load import Tables
from daylight.sources.ukraine_support.source import KINDS, UKRAINE
from daylight.tables.facts import weights
from daylight.tables.facts.row import Day, FactRow, fact, fitting, in_month, in_year, of_two

MILLIONS = 1000
LEAST = 1.0
"""Millions of euros below which a total is not worth a line."""


def aid(source: Tables, until: date) -> Iterator[FactRow]:
    """Yield the total of a donor up to the end of each year in which it gave.

    Parameters
    ----------
    source : dict of str to DataFrame
        Tables of `ukraine_support`.
    until : date
        Last day of the data; the year of it is not whole.
    """
    totals: dict[int, tuple[int, float, float]] = {}
    for row in source["aid"].sort("donor", "year").iter_rows(named=True):
        donor, year = row["donor"], row["year"]
        first, all_kinds, military = totals.get(donor, (year, 0.0, 0.0))
        given = sum(row[f"{kind}_eur_m"] for kind in KINDS)
        totals[donor] = first, all_kinds + given, military + row["military_eur_m"]
        first, total, arms = totals[donor]
        if total < LEAST:
            continue
        when: Day = in_month(until) if year == until.year else in_year(year)
        to = f"{until:%b} {year}" if year == until.year else str(year)
        span = f"{first} to {to}" if str(first) != to else to
        unit, size = ("bn", MILLIONS) if total >= MILLIONS else ("m", 1)
        money = f"{total / size:,.1f} {unit} euros, {arms / size:,.1f} {unit} military"
        form = f"{{One}} allots {{other}} {money}, {span}"
        yield fact(
            donor, UKRAINE, when, "aid", fitting(*of_two(form, donor, UKRAINE, when)),
            weights.AID, "ukraine_support", actor=donor,
        )  # fmt: skip
