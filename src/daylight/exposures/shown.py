"""The list of ties, for people: lines, a page, columns."""

from __future__ import annotations

from typing import Any

from daylight.endurance.words import rate_text
from daylight.exposures.records import Exposed, Exposure, Group
from daylight.say.lines import capital, counted, row, wrap
from daylight.say.numbers import fixed, significant
from daylight.show.blocks import Section, Table

NAME, CELL = 20, 12
HEADS = ("since", "target is", "votes from", "divider", "trade")
SHOWN = 12
"""Ties of a group that a text shows."""


def lines(answer: Exposure) -> list[str]:
    """Return the groups with their ties."""
    out: list[str] = []
    for group in answer.groups:
        out += wrap(f"{group.group}. {capital(group.standing)}: {group.count}.{_rates(group)}")
        out += row("  tie with", HEADS, NAME, CELL)
        mine = [one for one in answer.scan if one.group == group.group]
        for one in mine[:SHOWN]:
            out += row(f"  {_other(answer, one)}", _cells(one), NAME, CELL)
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


def _cells(one: Exposed) -> tuple[str, ...]:
    apart = (one.to_partner, one.to_divider)
    votes = ("-" if x is None else f"{fixed(x, 2)} sd" for x in apart)
    trade = "-" if one.trade is None else f"{significant(100 * one.trade, 2)} %"
    return (str(one.since), one.side, *votes, trade)


def sections(answer: Exposure) -> tuple[Section, ...]:
    """Return the section."""
    rows = tuple(
        (_other(answer, one), one.standing, *_cells(one), ", ".join(one.met).replace("_", " "))
        for one in answer.scan
    )
    heads = ("Tie with", "Stands", "Since", "Target is the", "Votes from partner",
             "Votes from divider", "Its trade with the partner", "Conditions met")  # fmt: skip
    table = Table("Ties in groups that cannot be told apart within", heads, rows, wide=True)
    return (Section("exposure", "Ties exposed", answer.headline.rstrip("."), (table,)),)


def columns(answer: Exposure) -> dict[str, list[Any]]:
    """Return one row a tie."""
    rows = answer.scan
    plain = ("group", "standing", "since", "side", "partner_rival", "to_partner", "to_divider",
             "trade")  # fmt: skip
    return {
        "target": [one.target.code for one in rows],
        "partner": [one.partner.code for one in rows],
        **{name: [getattr(one, name) for one in rows] for name in plain},
        "met": [", ".join(one.met) for one in rows],
    }
