"""From what people write to a bloc: its short name, full name, or another name that it has had."""

from __future__ import annotations

from datetime import date

from daylight.cohesion.spells import Row
from daylight.core.errors import OutsideCoverage, UnknownName
from daylight.core.lookup import normalise
from daylight.core.partial import PartialDate
from daylight.say.dates import partly
from daylight.store.atlas import Atlas
from daylight.store.rows import rows_of

NEAR, MOST_NEAR = 60, 4


def named(atlas: Atlas, text: str) -> Row:
    """Return the row of the bloc that a text names.

    Raises
    ------
    UnknownName
        When there is none; the message lists near names.
    """
    found: dict[str, Row] = {}
    for row in rows_of(atlas.rows("blocs", "true ORDER BY bloc")):
        for name in (*(row.get("aliases") or "").split(";"), row["name"], row["bloc"]):
            if name.strip():
                found[_key(name)] = row
    if _key(text) not in found:
        raise UnknownName(f"No bloc of the list is called {text!r}; {_near(text, found)}")
    return found[_key(text)]


def _key(text: str) -> str:
    """Fold a name as those of states are; OPEC+ is not OPEC."""
    return normalise(text.replace("+", " plus "))


def alive(row: Row, day: date) -> None:
    """Refuse a day on which there was no such bloc.

    Raises
    ------
    OutsideCoverage
        The message says from when to when there was one.
    """
    founded = PartialDate.read(row["founded"])
    ended = PartialDate.read(row["ended"]) if row["ended"] else None
    if founded.first > day:
        raise OutsideCoverage(
            f"{row['bloc']} began {_when(founded)}; expected a later date than {day}. "
            "Ask for one with --as-of."
        )
    if ended is not None and ended.last <= day:
        raise OutsideCoverage(
            f"{row['bloc']} ended {_when(ended)}; expected an earlier date than {day}. "
            f"Ask for one with --as-of, such as {ended.first.year - 1}-12-31."
        )


def _when(date_: PartialDate) -> str:
    return f"{'on' if date_.precision == 'day' else 'in'} {partly(date_)}"


def _near(text: str, found: dict[str, Row]) -> str:
    from rapidfuzz import fuzz, process  # here because only errors need it

    close = process.extract(_key(text), list(found), scorer=fuzz.ratio, limit=20, score_cutoff=NEAR)
    names = dict.fromkeys(f"{found[n]['bloc']} ({found[n]['name']})" for n, _, _ in close)
    near = list(names)[:MOST_NEAR]
    return f"near: {', '.join(near)}." if near else "`daylight blocs` lists all."
