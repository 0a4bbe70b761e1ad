"""A row of the list of places: whose forces used it, and from when to when."""

from __future__ import annotations

from daylight.checks.as_then import dated, span
from daylight.checks.commands import literal, sql
from daylight.checks.known import Known
from daylight.checks.verdict import Figure, fact
from daylight.claims.records import Actor, Window
from daylight.cohesion.spells import Row
from daylight.core.refs import StateRef

TABLES = ("places",)
FORCES = ("base", "facility")


def rows_of(where: Actor, known: Known) -> list[Row]:
    """Return the rows of a place, or of all places of forces in a state."""
    rows = known.table("places")
    if where.kind == "place":
        return [r for r in rows if where.name in (r["name"], *codes(r["aliases"]))]
    host = known.state(where.state)
    cows = known.numbers(host) if host else ()
    return [row for row in rows if row["cow"] in cows and row["kind"] in FORCES]


def begun(row: Row, known: Known) -> bool:
    """Whether the use of a place had begun by the date of the text, as far as is known."""
    return row["start"] is None or bool(row["start"] <= known.on)


def host_of(row: Row, known: Known) -> str | None:
    """Return the code of the state that a place lies in."""
    return known.of_number(int(row["cow"])).code if row["cow"] is not None else None


def codes(text: str | None) -> list[str]:
    """Return the parts of a text that semicolons divide."""
    return [code.strip() for code in (text or "").split(";") if code.strip()]


def in_use(row: Row, time: Window, gone: bool, known: Known) -> bool | None:
    """Return whether a place was in use, or given up, at a time; None where that is not known."""
    start = row["start"]
    end = row["end"] if row["end"] is not None and row["end"] <= known.on else None
    if gone:
        if end is not None:
            return bool(time.first <= end <= time.last) if _dated_by_text(time) else True
        return False if start is not None and start <= time.last and row["kind"] == "base" else None
    if start is None:
        return None if end is None else bool(time.first <= end)
    return bool(start <= time.last and (end is None or end >= time.first))


def _dated_by_text(time: Window) -> bool:
    """Whether a text gives a time of its own, in which something must have come."""
    return time.end > 0 and time.how == "in"


def spell(row: Row, known: Known) -> str:
    """Write from when to when a place was used."""
    start = dated(row["start"], row["start_precision"])
    return span(start, dated(row["end"], row["end_precision"]), known.on)


def figure(row: Row, known: Known) -> Figure:
    """Return the use of a place as a figure."""
    return fact("place", f"{row['name']} {spell(row, known)}".strip(), row["citation"])


def query_of(where: Actor, owner: StateRef, known: Known) -> str:
    """Return the command that shows the rows of a place, or of the places in a state."""
    at = f"name = {literal(where.name)} OR aliases LIKE {literal(f'%{where.name}%')}"
    host = known.state(where.state)
    if where.kind != "place" and host is not None:
        cows = ", ".join(map(str, known.numbers(host)))
        at = f"cow IN ({cows}) AND users LIKE {literal(f'%{owner.code}%')}"
    return sql(f"SELECT name, users, p.start, p.end, confirmed, citation FROM places p WHERE {at}")
