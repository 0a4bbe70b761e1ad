"""The tables of a bond's page: what stands behind its charts, and the items of its ledgers."""

from __future__ import annotations

from daylight.bonds.headings import record_title, record_value
from daylight.bonds.records import Bond, ItemResult, LedgerResult, Quantity, Record
from daylight.bonds.written import (
    chance_text,
    item_status,
    ledger_status,
    ledger_text,
    named,
    place_text,
    signed,
    spanned,
    whole,
)
from daylight.say.lines import capital
from daylight.say.numbers import percent, share
from daylight.show.blocks import Table

DASH = "\u2013"
Cell = str | tuple[str, ...]


def chances_table(bond: Bond) -> Table:
    """Return the chance of each zone, and of both kinds of rivalry with its band."""
    stands = bond.relationship
    rows = [(capital(named(zone)), percent(p)) for zone, p in (stands.probabilities or {}).items()]
    sums = (("Rivalry, both kinds", stands.p_rivalry), ("Warm peace or community", stands.p_warm))
    rows += [(name, chance_text(q, DASH)) for name, q in sums]
    rows.append(("Expected place, 0 to 1", place_text(stands.place, DASH)))
    return Table(
        f"Chances in 100, {bond.year}, {_how(stands.place)}", ("Zone", "Chance"), tuple(rows)
    )


def _how(q: Quantity) -> str:
    return "in part carried past the end of a source" if q.status == "carried" else "all seen"


def ledgers_table(bond: Bond) -> Table:
    """Return the six ledgers with their bands, how they are known, and what they add."""
    heads = ("Ledger", "Points of 100 (90 % band)", "Known", "Seen", "Pull: rivalry", "Pull: warm")
    rows = tuple(
        (
            capital(named(x.ledger)),
            ledger_text(x, DASH),
            ledger_status(x, bond),
            share(x.seen),
            *_pulls(x),
        )
        for x in bond.ledgers
    )
    return Table(f"Ledgers, {bond.year}", heads, rows, wide=True)


def _pulls(part: LedgerResult | ItemResult) -> tuple[str, str]:
    return signed(part.pull.rivalry), signed(part.pull.warm)


def items_table(bond: Bond, ledger: LedgerResult) -> Table:
    """Return the items of a ledger: points, raw value, how they are known, pull, source."""
    heads = ("Item", "Raw value", "Points (90 % band) of", "Last seen", "Pull: rivalry, warm",
             "Without it", "Source, to")  # fmt: skip
    caption = (
        f"{capital(named(ledger.ledger))} {ledger_text(ledger)}, {ledger_status(ledger, bond)}"
    )
    return Table(caption, heads, tuple(_item(bond, ledger, i) for i in ledger.items), wide=True)


def _item(bond: Bond, ledger: LedgerResult, item: ItemResult) -> tuple[Cell, ...]:
    return (
        (item.title, item.reason),
        (item.says, item.unit),
        f"{spanned(item.points, DASH, seen='')} of {whole(item.maximum)}",
        ("never" if item.known is None else str(item.known), item_status(item, bond.year)),
        ", ".join(dict.fromkeys(_pulls(item))),
        "none" if item.without is None else whole(item.without),
        tuple(f"{source} {last}" for source, last in item.sources),
    )


def place_table(bond: Bond) -> Table:
    """Return the place and the chance of rivalry by year, newest first."""
    rows = tuple(
        (str(y.year), place_text(y.place, DASH), chance_text(y.p_rivalry, DASH), _how(y.place))
        for y in reversed(bond.history)
    )
    heads = ("Year", "Place, 0 to 1 (90 % band)", "Rivalry in 100 (90 % band)", "Known")
    return Table("Expected place on the peace scale by year", heads, rows)


def years_table(bond: Bond) -> Table:
    """Return the ledgers by year, newest first."""
    names = [x.ledger for x in bond.ledgers]
    rows = tuple(
        (str(y.year), *(spanned(y.ledgers[name], DASH, seen="") for name in names))
        for y in reversed(bond.history)
    )
    heads = ("Year", *(capital(named(name)) for name in names))
    text = "Points of 100 by year; a band where what is carried has one"
    return Table(text, heads, rows, wide=True)


def records_table(bond: Bond) -> Table:
    """Return whether each ledger and quantity is higher than in any earlier year."""
    heads = ("Of what", f"In {bond.year}", "Verdict", f"Highest from {bond.since} on", "Margin")
    rows = tuple(_record(bond, record) for record in bond.records)
    return Table(f"Against the years from {bond.since} on", heads, rows, wide=True)


def _record(bond: Bond, record: Record) -> tuple[Cell, ...]:
    before = record.before
    earlier = "none" if before.value is None else record_value(record, before.value)
    return (
        (record_title(record, bond), record.unit),
        record_value(record, record.value),
        record.verdict,
        earlier if before.n is None else f"{earlier} in {before.n}",
        record_value(record, record.margin),
    )


def standing_table(bond: Bond) -> Table:
    """Return the percentage of pairs with fewer points, among those with any."""
    rows = tuple(
        (
            capital(named(s.ledger)),
            "no points" if s.ahead is None else f"{whole(s.ahead)} %",
            f"{s.of:,}",
        )
        for s in bond.standing
    )
    return Table(f"Standing, {bond.year}", ("Ledger", "Ahead of", "Pairs with points"), rows)
