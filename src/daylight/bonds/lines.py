"""A bond in plain lines."""

from __future__ import annotations

from collections.abc import Sequence

from daylight.bonds.bars import HEAD, bar
from daylight.bonds.headings import record_text, standing_text
from daylight.bonds.item_lines import items
from daylight.bonds.peaks import HIGHEST, NEW
from daylight.bonds.records import Bond, LedgerResult, Record, Standing
from daylight.bonds.short_list import short_list, within
from daylight.bonds.written import NO_POINT, carried_of, chance_text, ledger_text, named, whole
from daylight.facts.lines import block
from daylight.facts.records import Fact
from daylight.say.lines import small, width, wrap
from daylight.say.numbers import percent

LABEL, LEFT = 10, 12
"""Columns of the dimension and of the points of conflict."""
ROOM_FOR_FACTS = 10
"""Lines that facts take in a brief."""
ABOUT = (
    "Points of 100 in fixed points, cooperation and conflict never netted, with 90 % bands. One "
    "sign is ten points: # seen, + carried past the end of a source, = up to the upper end. Pull: "
    "what is added to the log odds of rivalry, and of warm peace, against negative peace."
)


def lines(bond: Bond) -> list[str]:
    """Return all lines of a bond."""
    out = [*_relationship(bond), "", *_known(bond, short_list(bond)), "", *_ledgers(bond), ""]
    out += [*items(bond), "", *_records(bond), "", *_standing(bond.standing), "", *wrap(ABOUT)]
    if bond.lineage_note:
        out += wrap(bond.lineage_note)
    return out


def short(bond: Bond) -> list[str]:
    """Return the lines of a bond in a brief."""
    facts = within(bond, ROOM_FOR_FACTS)
    return [*_relationship(bond), "", *_known(bond, facts), "", *_ledgers(bond)]


def _relationship(bond: Bond) -> list[str]:
    stands = bond.relationship
    if not bond.history:
        return []
    head = f"RELATIONSHIP, {bond.year}, chances in 100"
    if stands.probabilities is None:
        return [f"RELATIONSHIP, {bond.year}", *wrap(f"{bond.finding('chances').text}.")]
    told = [f"{_zone(zone, stands.zone)} {percent(p)}" for zone, p in stands.probabilities.items()]
    out = [head, *wrap(", ".join(told))]
    how = "in part carried" if stands.status == "carried" else "all seen"
    return [*out, *wrap(f"rivalry {chance_text(stands.p_rivalry)}, {how}")]


def _zone(zone: str, likeliest: str | None) -> str:
    name = named(zone)
    return name.upper() if zone == likeliest else name


def _known(bond: Bond, facts: Sequence[Fact]) -> list[str]:
    if not facts:
        return ["KNOWN", *wrap(f"{bond.finding('known').text}.")]
    more = f" ({len(facts)} of {len(bond.known)})" if len(facts) < len(bond.known) else ""
    return [f"KNOWN, NEWEST FIRST{more}", *block(facts)]


def _ledgers(bond: Bond) -> list[str]:
    if not bond.history:
        return []
    first = f"LEDGERS, {bond.year}"
    out = [f"{first:{LABEL + LEFT - 8}}conflict  {HEAD}  cooperation"]
    for name, d in bond.dimensions.items():
        left, right = (
            ledger_text(q, "-").replace(NO_POINT, "") for q in (d.conflict, d.cooperation)
        )
        notes = [note for x in (d.cooperation, d.conflict) for note in _notes(x)]
        row = f"{name:{LABEL}}{left:>{LEFT}}  {bar(d)}  {right}"
        longer = "  ".join([row, ", ".join(notes)]).rstrip()
        if len(longer) <= width():
            out.append(longer)
        else:
            out += [row, *wrap(", ".join(notes), LABEL + LEFT + 2)]
    return out


def _notes(ledger: LedgerResult) -> list[str]:
    """Return what stands behind a row: points that are carried, and that there is no point."""
    of = " of conflict" if ledger.ledger.endswith("conflict") else ""
    if ledger.status == "not_published":
        return [f"no point{of}"]
    carried = carried_of(ledger)
    return [f"{whole(carried)}{of} carried"] if carried >= 0.5 else []


def _records(bond: Bond) -> list[str]:
    told = [record for record in bond.records if record.verdict in (HIGHEST, NEW)]
    rest = [record for record in bond.records if record.verdict not in (HIGHEST, NEW)]
    if not bond.history:
        return []
    out = [f"RECORDS SINCE {bond.since}"]
    if not bond.records:
        return [*out, "No ledger or quantity of the year is known to be above zero."]
    for record in told:
        out += wrap(record_text(record, bond), 0, 2)
    if rest:
        out += wrap(f"Others: {_listed(rest, bond)}.", 0, 2)
    return out


def _listed(records: Sequence[Record], bond: Bond) -> str:
    return "; ".join(small(record_text(record, bond)) for record in records)


def _standing(standing: Sequence[Standing]) -> list[str]:
    if not standing:
        return []
    out = ["STANDING AMONG PAIRS WITH ANY POINTS IN A LEDGER"]
    return [*out, *(line for each in standing for line in wrap(standing_text(each), 0, 2))]
