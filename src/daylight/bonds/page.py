"""A bond on a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from daylight.bonds.charts.ledger_time import ledger_time
from daylight.bonds.charts.ledgers import ledgers
from daylight.bonds.charts.place_time import place_time
from daylight.bonds.charts.zones import zones
from daylight.bonds.headings import most_text, records_text, time_text
from daylight.bonds.records import Bond
from daylight.bonds.short_list import short_list
from daylight.bonds.tables import (
    chances_table,
    items_table,
    ledgers_table,
    place_table,
    records_table,
    standing_table,
    years_table,
)
from daylight.bonds.written import ledger_status, ledger_text, named
from daylight.facts.lines import body, links, told_by, written
from daylight.facts.records import Fact
from daylight.say.lines import capital, counted
from daylight.show.blocks import (
    Block,
    Dated,
    Figure,
    Fine,
    Fold,
    Link,
    Paragraph,
    Section,
    Subhead,
    Words,
)

ABOUT_ITEMS = (
    "Points are fixed and mean the same in every year and for every pair. Pull: what an item adds "
    "to the log odds of rivalry, and of warm peace, against negative peace."
)


def sections(bond: Bond) -> tuple[Section, ...]:
    """Return the sections of a bond, in reading order."""
    year = f", {bond.year}"
    first = "relationship" if bond.relationship.probabilities is None else "chances"
    facts = Section("known", "Known, newest first", bond.finding("known").text,
                    tuple(_facts(bond)))  # fmt: skip
    stands = Section("relationship", f"Relationship{year}", bond.finding(first).text,
                     (_zones(bond),))  # fmt: skip
    if not bond.history:
        return stands, facts
    return (
        stands,
        Section("bonds", f"Two ledgers in each dimension, never netted{year}", most_text(bond),
                tuple(_ledgers(bond))),
        facts,
        Section("time", f"Over time, from {bond.history[0].year}", time_text(bond),
                tuple(_time(bond))),
        Section("records", "Records and standing", records_text(bond), tuple(_records(bond))),
    )  # fmt: skip


def _zones(bond: Bond) -> Figure:
    return Figure(
        name="zones",
        chart=zones(bond),
        missing=f"{bond.finding('chances' if bond.history else 'relationship').text}.",
        table=chances_table(bond),
        sources=_sources(bond, "/relationship"),
    )


def _ledgers(bond: Bond) -> Iterator[Block]:
    yield Figure(
        name="ledgers",
        chart=ledgers(bond),
        missing=f"No ledger of {bond.year} has a number.",
        table=ledgers_table(bond),
        sources=_sources(bond, *(f"/{name}" for name in bond.dimensions)),
    )
    for name, dimension in bond.dimensions.items():
        yield Subhead(capital(f"{name}: {_said(bond, name)}"))
        tables = [items_table(bond, part) for part in dimension.ledgers if part.items]
        if tables:
            note = Paragraph(ABOUT_ITEMS, "note")
            yield Fold(f"Items of the {name} ledgers", (*tables, note))


def _said(bond: Bond, name: str) -> str:
    parts = bond.dimensions[name].ledgers
    told = (
        f"{named(x.ledger).split()[1]} {ledger_text(x)}, {ledger_status(x, bond)}" for x in parts
    )
    return "; ".join(told)


def _facts(bond: Bond) -> Iterator[Block]:
    if not bond.known:
        yield Paragraph(f"{bond.finding('known').text}.", "missing")
        return
    few = short_list(bond)
    yield _dated(few)
    if len(few) < len(bond.known):
        yield Fold(f"All {counted(len(bond.known), 'fact')}", (_dated(bond.known),))


def _dated(facts: Iterable[Fact]) -> Dated:
    return Dated(tuple((written(f.when), str(f.when), _fact(f)) for f in facts))


def _fact(fact: Fact) -> Words:
    """Return a fact with what tells of it; what has an address leads there."""
    names, addresses = told_by(fact), links(fact)
    if len(addresses) == 1:
        return (f"{body(fact)} ", Fine(Link(", ".join(names), addresses[0])))
    if addresses:
        numbered = tuple(Fine(Link(f" [{k}]", url)) for k, url in enumerate(addresses, start=1))
        return (f"{body(fact)} ", Fine(", ".join(names)), *numbered)
    return (f"{body(fact)} ", Fine(", ".join(names)))


def _time(bond: Bond) -> Iterator[Block]:
    yield Figure(
        name="place-time",
        chart=place_time(bond),
        missing="No place on the peace scale is given for two states with no relation to speak of.",
        table=place_table(bond),
        sources=_sources(bond, "/relationship", "/history"),
        twin="shocks-time",
    )
    yield Figure(
        name="ledgers-time",
        chart=ledger_time(bond),
        missing="No year has a ledger.",
        table=years_table(bond),
        sources=_sources(bond, "/history"),
        more=True,
    )


def _records(bond: Bond) -> Iterator[Block]:
    if bond.records:
        yield Fold("Each ledger and quantity against earlier years", (records_table(bond),))
    if bond.standing:
        yield Fold("Standing among pairs with any points", (standing_table(bond),))


def _sources(bond: Bond, *places: str) -> tuple[str, ...]:
    """Return the ids of the sources that support something at one of these places."""
    return tuple(
        source.id
        for source in bond.sources
        if any(p == at or p.startswith(f"{at}/") for p in source.supports for at in places)
    )
