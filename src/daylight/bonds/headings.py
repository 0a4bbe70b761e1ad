"""Headings of a page that are sentences by rule, and what is said of records and standing."""

from __future__ import annotations

from collections.abc import Sequence

from daylight.bonds.peaks import HIGHEST, NEW, NOT
from daylight.bonds.records import Bond, LedgerResult, Record, Standing
from daylight.bonds.written import ledger_text, named, place_text, whole
from daylight.core.refs import in_text
from daylight.say.lines import capital
from daylight.say.numbers import significant

SIDES = ("cooperation", "conflict")
DIRECTED = ("_ab", "_ba")
"""Ends of the names of quantities that are of one of the two states."""


def most_text(bond: Bond) -> str:
    """Say in which dimension most binds the two, and in which most divides them."""
    told = [_most([x for x in bond.ledgers if x.ledger.endswith(side)], side) for side in SIDES]
    return capital("; ".join(told))


def _most(ledgers: Sequence[LedgerResult], side: str) -> str:
    known = [x for x in ledgers if x.value is not None]
    if not known:
        return f"no number for {side}"
    top = max(known, key=lambda x: x.value or 0.0)
    of = f"{side} known" if len(known) < len(ledgers) else side
    if not top.value:
        return f"no points of {of}"
    return f"most {of} is {named(top.ledger).split()[0]}, {ledger_text(top)}"


def time_text(bond: Bond) -> str:
    """Say where the pair stood on the peace scale in its first and last year."""
    places = [(y.year, y.place) for y in bond.history if y.place.value is not None]
    if bond.relationship.probabilities is None or not places:
        return f"Ledgers of {bond.history[0].year} to {bond.year}"
    told = [f"{place_text(q)} in {year}" for year, q in dict.fromkeys((places[0], places[-1]))]
    return f"Place on the peace scale, 0 to 1: {', '.join(told)}"


def records_text(bond: Bond) -> str:
    """Name what is higher than in any earlier year, and what is new."""
    told = [record for record in bond.records if record.verdict in (HIGHEST, NEW)]
    if not told:
        return f"Nothing is surely higher in {bond.year} than in all years from {bond.since} on"
    return "; ".join(record_text(record, bond) for record in told)


def record_title(record: Record, bond: Bond) -> str:
    """Return of what a record is, and of which of the two states."""
    if not record.what.endswith(DIRECTED):
        return record.title
    names = [in_text(bond.a.name), in_text(bond.b.name)]
    of, other = names if record.what.endswith(DIRECTED[0]) else names[::-1]
    return f"Part of the trade of {of} that is with {other}"


def record_value(record: Record, value: float) -> str:
    """Write a value of a record: points, millions of dollars, or a part as a percentage."""
    if record.what.endswith(DIRECTED):
        return f"{significant(100 * value, 2)} %"
    if record.unit == "points":
        return whole(value)
    return f"{significant(value, 3)} m dollars of 2015"


def record_text(record: Record, bond: Bond) -> str:
    """Say of a ledger or quantity whether it is higher than in any earlier year."""
    text = f"{record_title(record, bond)} {record_value(record, record.value)}"
    before, year = record.before.value, record.before.n
    if record.verdict == HIGHEST:
        margin = record_value(record, record.margin)
        return f"{text}, highest since {record.since} by more than {margin}"
    if record.verdict == NEW:
        return f"{text}, new: none from {record.since} on"
    if record.verdict == NOT and before is not None:
        return f"{text}, not the highest: {record_value(record, before)} in {year}"
    return f"{text}, cannot tell"


def standing_text(standing: Standing) -> str:
    """Say where a pair stands among the pairs that have any points in a ledger."""
    name = capital(named(standing.ledger))
    if standing.ahead is None:
        return f"{name}: no points, as {standing.of:,} pairs have"
    return f"{name}: ahead of {whole(standing.ahead)} % of {standing.of:,} pairs"
