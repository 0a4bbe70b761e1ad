"""The list of blocs for people: lines, a page, columns."""

from __future__ import annotations

from typing import Any

from daylight.bloc_list.records import Blocs, Listed
from daylight.say.dates import partly
from daylight.say.lines import row
from daylight.say.numbers import with_interval
from daylight.show.blocks import Section, Table

NAME, CELL = 28, 17


def lines(answer: Blocs) -> list[str]:
    """Return one line for each bloc."""
    out = row("", ("members, others", "leaning most on", "of 100"), NAME, CELL)
    for one in answer.blocs:
        out += row(f"{one.bloc} ({one.founded.first.year}{_end(one)})", _cells(one), NAME, CELL)
    return out


def _end(one: Listed) -> str:
    return f"-{one.ended.first.year}" if one.ended else ""


def _cells(one: Listed) -> tuple[str, ...]:
    count = f"{one.members}, {one.others}" if one.others else str(one.members)
    if one.hub is None or one.hub_share is None or one.lo is None or one.hi is None:
        return (count, "-", "")
    share = with_interval(100 * one.hub_share, 100 * one.lo, 100 * one.hi, 0)
    return (count, one.hub.code, share)


def sections(answer: Blocs) -> tuple[Section, ...]:
    """Return the section."""
    heads = ("Bloc", "Name", "Kind", "Since", "Members", "Leaning most on", "Of 100")
    rows = tuple(
        (one.bloc, one.name, one.kind, partly(one.founded), *_cells(one)) for one in answer.blocs
    )
    table = Table("Blocs of the list", heads, rows, wide=True)
    return (Section("blocs", "Blocs", answer.headline.rstrip("."), (table,)),)


def columns(answer: Blocs) -> dict[str, list[Any]]:
    """Return one row a bloc."""
    rows = answer.blocs
    plain = ("bloc", "name", "kind", "members", "others", "hub_share", "lo", "hi")
    return {
        **{name: [getattr(one, name) for one in rows] for name in plain},
        "founded": [str(one.founded) for one in rows],
        "ended": [str(one.ended) if one.ended else None for one in rows],
        "hub": [one.hub.code if one.hub else None for one in rows],
    }
