"""Arms: another took the place of one of the two as main supplier of the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from daylight.core.lineages import newest
from daylight.core.refs import StateRef, in_text, ref_of
from daylight.endurance.shocks.event import Event
from daylight.ledgers.years import FIRST
from daylight.store.atlas import Atlas, Columns

TABLES = ("ties",)
MEASURE = "arms_dependence"
"""It is in an atlas that was built with an export of the register of the user's own."""
MAIN, BACK = 0.40, 5
"""Share of five years' imports of a main supplier; years back in which the other was one."""
Shares = dict[int, dict[int, float]]


def find(atlas: Atlas, a: StateRef, b: StateRef, until: date) -> Iterator[Event]:
    """Yield the years at whose end a third was main supplier, and one of the two no longer.

    Nothing where the atlas has no volumes of arms.
    """
    if MEASURE not in atlas.spans():
        return
    last = until.year - 1
    rows = atlas.ties("ties", MEASURE, FIRST, last)
    for buyer, seller in ((a, b), (b, a)):
        shares = _shares(rows, newest(buyer.cow), last)
        for year, third in _switches(shares, newest(seller.cow)):
            end = date(year, 12, 31)
            new, old = (in_text(ref_of(cow, end).name) for cow in (third, seller.cow))
            title = f"{ref_of(buyer.cow, end).name} has {new} as main supplier of arms, not {old}"
            yield Event(
                date(year, 1, 1), "year", title, "supplier_switch", "strain",
                "SIPRI Arms Transfers Database, export of the user's own", None, "sipri_arms",
                newest(buyer.cow),
            )  # fmt: skip


def _shares(rows: Columns, buyer: int, last: int) -> Shares:
    """Return the share of each supplier of a state by year."""
    columns = {name: rows[name].tolist() for name in ("cow", "partner", "start", "end", "value")}
    found: Shares = {}
    for cow, partner, start, end, value in zip(*columns.values(), strict=True):
        if newest(cow) == buyer:
            for year in range(max(start, FIRST), min(end, last) + 1):
                found.setdefault(year, {})[newest(partner)] = value
    return found


def _switches(shares: Shares, seller: int) -> Iterator[tuple[int, int]]:
    """Yield year and third of each switch: once for each time that the seller was the main one."""
    was = None
    for year in sorted(shares):
        first = max(shares[year], key=lambda cow: (shares[year][cow], -cow))
        if shares[year][first] < MAIN:
            continue
        if first == seller:
            was = year
        elif was is not None:
            if year - was <= BACK:
                yield year, first
            was = None
