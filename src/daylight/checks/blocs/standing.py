"""A state and a bloc of a claim, with the standings that the list has of the one in the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from daylight.checks.as_then import dated, span
from daylight.checks.known import Known
from daylight.checks.terms.times import day_of
from daylight.checks.verdict import Figure, fact
from daylight.claims.records import Claim
from daylight.cohesion.spells import IN_LAW, Row, holds, standings
from daylight.core.lineages import lineage_of
from daylight.core.refs import in_text
from daylight.say.lines import listed

TABLES = ("blocs", "bloc_spells")
NAMES = {
    "full": "full member", "withdrawing": "member about to leave", "suspended": "suspended member",
    "observer": "observer", "partner": "partner", "candidate": "candidate",
    "applicant": "applicant", "contemplated": "under discussion",
}  # fmt: skip
"""How each standing is called."""
WAITING = ("contemplated", "applicant", "candidate")
"""Standings of those that are not in yet."""
RULE = "members in law on the day, suspended ones and those about to leave included"
NOT_SETTLED = "The text does not settle which state or which bloc is meant."


@dataclass(frozen=True)
class Case:
    """One state and one bloc of a claim, with the rows of the one in the other."""

    code: str
    name: str
    bloc: str
    rows: tuple[Row, ...]

    def on(self, day: date) -> Row | None:
        """Return the standing on a day, the firmest where there are two."""
        there = [row for row in self.rows if holds(row, day)]
        return max(there, key=lambda row: row["status"] in IN_LAW, default=None)

    @property
    def inside(self) -> list[Row]:
        """The rows as a member in law."""
        return [row for row in self.rows if row["status"] in IN_LAW]

    @property
    def the_bloc(self) -> str:
        """Its name within a sentence."""
        return the(self.bloc)


def the(bloc: str) -> str:
    """Return the short name of a bloc as it stands within a sentence."""
    return bloc if bloc in BARE else f"the {bloc}"


BARE = ("ASEAN", "NATO", "CARICOM", "Mercosur", "OPEC", "OPEC+", "Benelux", "COMECON", "CENTO",
        "SEATO", "ANZUS", "AUKUS", "ECOWAS", "COMESA", "BRICS", "EFTA", "GUAM", "SAARC", "APEC",
        "UNASUR", "CELAC", "ALBA", "EurAsEC", "Five Eyes")  # fmt: skip
"""Short names that take no article."""


def cases(claim: Claim, known: Known) -> list[Case] | None:
    """Return every state with every bloc of a claim, None where one is not settled."""
    blocs = [a.ids[0] for a in claim.object if a.kind == "bloc" and len(a.ids) == 1]
    people = [actor for actor in claim.subject if actor.kind != "bloc"]
    if not people or not blocs or any(known.bloc(bloc) is None for bloc in blocs):
        return None
    found = [known.state(a.state) or known.state(a.state, _day(claim, known)) for a in people]
    return [
        Case(state.code, in_text(state.name), bloc, rows_of(known, state.cow, bloc))
        for state in found
        if state is not None
        for bloc in blocs
    ] if None not in found else None  # fmt: skip


def unsettled(claim: Claim, known: Known) -> str:
    """Say why a claim about states and blocs cannot be looked up."""
    named = [a.ids[0] for a in claim.object if a.kind == "bloc" and len(a.ids) == 1]
    missing = [name for name in named if known.bloc(name) is None]
    if not missing:
        return NOT_SETTLED
    return f"The list of blocs does not hold {listed([the(name) for name in missing])} for then."


def _day(claim: Claim, known: Known) -> date:
    return min(claim.window.first, known.on) if claim.window else day_of(claim, known)


def rows_of(known: Known, cow: int, bloc: str) -> tuple[Row, ...]:
    """Return the rows of a state in a bloc, under any number that it has had."""
    line = lineage_of(cow)
    return tuple(row for row in known.spells(bloc) if lineage_of(int(row["cow"])) == line)


def members(known: Known, bloc: str, day: date) -> int:
    """Return how many members in law a bloc had on a day."""
    return sum(s.status in IN_LAW for s in standings(known.spells(bloc), day))


def standing(row: Row, bloc: str) -> str:
    """Return what a state is to a bloc by a row: ``a full member of NATO``."""
    name = NAMES[row["status"]]
    article = "an" if name[0] in "aeiou" else "a"
    if row["status"] == "contemplated":
        return f"under discussion as a member of {the(bloc)}"
    link = "for membership of" if row["status"] in WAITING else "of"
    return f"{article} {name} {link} {the(bloc)}"


def spell(row: Row, on: date) -> str:
    """Write from when to when a row holds, without an end of after the day."""
    start = dated(row["start"], row["start_precision"])
    return span(start, dated(row["end"], row["end_precision"]), on)


def figures(case: Case, rows: Iterable[Row | None], known: Known) -> tuple[Figure, ...]:
    """Return the rows that a verdict rests on, each with its citation; where none, of the bloc."""
    name, shown = f"{case.code} in {case.bloc}", [row for row in rows if row is not None]
    if not shown:
        row = known.bloc(case.bloc)
        cited = str(row["citation"]) if row else TABLES[0]
        return (fact(name, "no row of it in the list of members", cited),)
    return tuple(
        fact(name, f"{NAMES[row['status']]} {spell(row, known.on)}", row["citation"])
        for row in shown
    )
