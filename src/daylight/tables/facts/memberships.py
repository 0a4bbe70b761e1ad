"""Blocs: since when both are full members, and who is one no longer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from typing import NamedTuple

from daylight.core.lineages import newest
from daylight.core.partial import PartialDate
from daylight.sources.kit.load import Tables
from daylight.tables.facts import weights
from daylight.tables.facts.row import BOTH, Day, FactRow, fact, fitting, known, name, number_on

MOST = 40
"""Members of a bloc above which sharing it says little: a continent, or half of the world."""
DEFENCE = ("NATO", "CSTO", "Warsaw Pact")
"""Their members promise each other defence."""
THE = (
    "Arab League",
    "CIS",
    "CSTO",
    "EAEU",
    "EU",
    "GCC",
    "OTS",
    "SCO",
    "Union State",
    "Warsaw Pact",
)
"""Names that stand with an article."""
UNIONS = ("EU", "Union State")
CLOSE = ("ASEAN", "GCC", "OTS", "EAEU", "BRICS", "SCO", "Mercosur", "COMECON", "EurAsEC")
LISTED_TO = date(2025, 12, 31)


class Spell(NamedTuple):
    """Full membership of one state; `until` is the last day, None while it lasts."""

    state: int
    start: Day
    until: Day | None


def memberships(blocs: Tables) -> Iterator[FactRow]:
    """Yield a fact for each two full members, and one for each other member when one leaves.

    Blocs that have had more than :data:`MOST` members at a time give none. No state leaves a
    bloc that is dissolved that day.
    """
    ended = {row["bloc"]: row["ended"] for row in blocs["blocs"].iter_rows(named=True)}
    for bloc, over in ended.items():
        spells = _spells(blocs, bloc)
        if _most(spells) > MOST:
            continue
        for one, other in combinations(spells, 2):
            if one.state == other.state:
                continue
            start = max(one.start, other.start)
            ends = [spell.until for spell in (one, other) if spell.until]
            until = min(ends) if ends else None
            if until and until.last < start.first:
                continue
            yield _shared(bloc, one.state, other.state, start, until)
            dissolved = PartialDate.read(over).last if over else date.max
            if until and until.last + timedelta(days=40) < dissolved:
                gone = [s.state for s in (one, other) if s.until == until]
                yield _left(bloc, gone, (one.state, other.state), until)


def _spells(blocs: Tables, bloc: str) -> list[Spell]:
    """Return spells of full membership in a bloc, joined where a state's number changes."""
    rows = blocs["bloc_spells"].iter_rows(named=True)
    full = [row for row in rows if row["bloc"] == bloc and row["status"] == "full"]
    out: list[Spell] = []
    for row in sorted(full, key=lambda row: (newest(row["cow"]), row["start"])):
        state = newest(row["cow"])
        end = _last(row["end"], row["end_precision"]) if row["end"] else None
        before = out[-1] if out and out[-1].state == state else None
        if before and before.until and before.until.last >= row["start"] - timedelta(days=1):
            out[-1] = before._replace(until=end)
            continue
        out.append(Spell(state, known(row["start"], row["start_precision"]), end))
    return out


def _last(end: date, precision: str) -> Day:
    """Return the last day of a spell, of which the source gives the first day after."""
    return known(end - timedelta(days=1) if precision == "day" else end, precision)


def _most(spells: list[Spell]) -> int:
    """Return the most members at any time."""
    days = [spell.start.first for spell in spells]
    return max(
        (
            sum(s.start.first <= day and (s.until is None or s.until.last >= day) for s in spells)
            for day in days
        ),
        default=0,
    )


def _shared(bloc: str, one: int, other: int, start: Day, until: Day | None) -> FactRow:
    kind, text, weight = "bloc", f"both in {_the(bloc)}", weights.BLOC["other"]
    if bloc in DEFENCE:
        kind, text = "promise", f"both in {_the(bloc)}: defence"
        weight = weights.PROMISE["defence"]
    elif bloc in UNIONS or bloc in CLOSE:
        weight = weights.BLOC["union" if bloc in UNIONS else "close"]
    return fact(
        number_on(one, start), number_on(other, start), start, kind, text, weight, "blocs",
        until=until, open_to=LISTED_TO,
    )  # fmt: skip


def _the(bloc: str) -> str:
    return f"the {bloc}" if bloc in THE else bloc


def _left(bloc: str, gone: list[int], pair: tuple[int, int], until: Day) -> FactRow:
    after = until
    one, other = (number_on(cow, after) for cow in pair)
    left = number_on(gone[0], after)
    both = len(gone) == 2
    who = "both are" if both else f"{name(left, until)} is"
    what = "full members" if both else "a full member"
    text = fitting(f"{who} no longer {what} of {_the(bloc)}", f"{who} no longer in {_the(bloc)}")
    return fact(
        one, other, after, "bloc", text, weights.BLOC["left"], "blocs",
        actor=BOTH if both else left,
    )  # fmt: skip
