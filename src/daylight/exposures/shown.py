"""The list of ties, for people: lines, a page, columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from daylight.endurance.rate_words import rate_text
from daylight.exposures.records import Exposed, Exposure, Group
from daylight.say.lines import capital, counted, row, wrap
from daylight.say.numbers import significant, with_interval
from daylight.show.blocks import Section, Table

NAME, CELL = 30, 17
HEADS = ("votes apart, sd", "from divider", "trade")
SHOWN = 12
"""Ties of a group that a text shows."""


def lines(answer: Exposure) -> list[str]:
    """Return the groups with their ties."""
    out: list[str] = []
    for group in answer.groups:
        out += wrap(f"{group.group}. {capital(group.standing)}: {group.count}.{_rates(group)}")
        out += row("  tie with (since, target)", _told(answer, HEADS), NAME, CELL)
        mine = [one for one in answer.scan if one.group == group.group]
        for one in mine[:SHOWN]:
            name = f"  {_other(answer, one)} ({one.since}, {one.side})"
            out += row(name, _told(answer, _cells(one)), NAME, CELL)
        if len(mine) > SHOWN:
            out += wrap(
                f"and {len(mine) - SHOWN} more (in JSON, and as a table with -o FILE.csv)", 2
            )
        out.append("")
    return out[:-1]


def _rates(group: Group) -> str:
    """Write how often ties of this standing broke, where that can be said."""
    parts = [
        f"{rate_text(rate)} within {counted(rate.years, 'year')}" for rate in group.broke.values()
    ]
    return f" Of such ties broke {', '.join(parts)}." if parts else ""


def _other(answer: Exposure, one: Exposed) -> str:
    return one.partner.name if answer.role == "target" else one.target.name


def _told(answer: Exposure, cells: Sequence[str]) -> Sequence[str]:
    """Leave out how far a state votes from the divider where it is the target of every tie."""
    return cells if answer.role == "partner" else (cells[0], cells[2])


def _cells(one: Exposed) -> tuple[str, ...]:
    votes = (with_interval(x.value, x.lo, x.hi, 1) for x in (one.to_partner, one.to_divider))
    part = one.trade.value
    trade = "-" if part is None else f"{significant(100 * part, 2)} %"
    return (*votes, trade)


def sections(answer: Exposure) -> tuple[Section, ...]:
    """Return the section."""
    rows = tuple(
        (
            _other(answer, one),
            one.standing,
            str(one.since),
            one.side,
            *_cells(one),
            ", ".join(one.met).replace("_", " "),
        )
        for one in answer.scan
    )
    heads = ("Tie with", "Stands", "Since", "Target is the", "Votes from partner (sd)",
             "Votes from divider (sd)", "Its trade with the partner", "Conditions met")  # fmt: skip
    table = Table("Ties in groups that cannot be told apart within", heads, rows, wide=True)
    return (Section("exposure", "Ties exposed", answer.headline.rstrip("."), (table,)),)


def columns(answer: Exposure) -> dict[str, list[Any]]:
    """Return one row a tie."""
    rows = answer.scan
    plain = ("group", "standing", "since", "side", "partner_rival")
    banded = ("to_partner", "to_divider", "trade")
    return {
        "target": [one.target.code for one in rows],
        "partner": [one.partner.code for one in rows],
        **{name: [getattr(one, name) for one in rows] for name in plain},
        **{
            name if end == "value" else f"{name}_{end}": [
                getattr(getattr(one, name), end) for one in rows
            ]
            for name in banded
            for end in ("value", "lo", "hi", "status")
        },
        "met": [", ".join(one.met) for one in rows],
    }
