"""Small tables of sources for the tests of dated facts: no row of a producer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import polars as pl

from daylight.tables.facts.row import FactRow

USA, CANADA, UK, FRANCE, GERMANY, WEST_GERMANY = 2, 20, 200, 220, 255, 260
ITALY, RUSSIA, UKRAINE, IRAN, TURKEY, SYRIA, YEMEN, SAUDI, CHINA = (
    325, 365, 369, 630, 640, 652, 679, 670, 710,
)  # fmt: skip
OBLIGATIONS = ("defense", "offense", "neutral", "nonagg", "consul")
YEAR = pl.Int16


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def said(facts: Iterable[FactRow]) -> list[tuple[int, int, str, str, str]]:
    """Return a, b, the day as far as it is known, kind and text, in order."""
    size = {"year": 4, "month": 7, "day": 10}
    rows = [(f.a, f.b, f.day.isoformat()[: size[f.precision]], f.kind, f.text) for f in facts]
    return sorted(rows)


def atop(
    *treaties: tuple[int, str, str | None, dict[int, str], str], broad: tuple[int, ...] = ()
) -> dict[str, pl.DataFrame]:
    """Return treaties: number, start, end, obligation of each member, and `entry` of late ones.

    The last text names late members and years, such as ``640:1952``.
    """
    bits = dict.fromkeys(OBLIGATIONS, pl.Int8)
    listed, members = [], []
    for number, start, end, promised, late in treaties:
        years = dict(map(int, part.split(":")) for part in late.split())
        last = int(end[:4]) if end else None
        for state, words in promised.items():
            flags = [int(o in words.split()) for o in OBLIGATIONS]
            members.append((number, state, years.get(state, int(start[:4])), last, *flags))
        listed.append((number, day(start), day(end), len(promised)))
    spell = {"atopid": YEAR, "member": YEAR, "entry": YEAR, "exit": YEAR}
    codes = {"atopid": YEAR, "start": pl.Date, "end": pl.Date, "members": YEAR}
    return {
        "treaties": pl.DataFrame(listed, codes, orient="row"),
        "treaty_members": pl.DataFrame(members, spell | bits, orient="row"),
        "broad_pledges": pl.DataFrame({"atopid": broad}, {"atopid": YEAR}),
    }


def blocs(
    *spells: tuple[str, int, str, str | None], ended: str | None = None, status: str = "full"
) -> dict[str, pl.DataFrame]:
    """Return the tables of blocs: bloc, member, first day, first day after."""
    rows = [(b, c, day(s), day(e), status, "day", "day" if e else None) for b, c, s, e in spells]
    kinds = {
        "bloc": pl.String, "cow": YEAR, "start": pl.Date, "end": pl.Date, "status": pl.String,
        "start_precision": pl.String, "end_precision": pl.String,
    }  # fmt: skip
    names = sorted({row[0] for row in rows})
    known = {
        "bloc": names,
        "founded": ["1949-04-04"] * len(names),
        "ended": [ended] * len(names),
        "ties": ["yes"] * len(names),
    }
    types = dict.fromkeys(known, pl.String)
    return {
        "bloc_spells": pl.DataFrame(rows, kinds, orient="row"),
        "blocs": pl.DataFrame(known, types),
    }


def defence_facts(**row: object) -> dict[str, pl.DataFrame]:
    """Return one curated fact; what is not said is plain."""
    plain: dict[str, object] = {
        "fact": "DF1", "kind": "promise", "cow": RUSSIA, "partner": IRAN, "mutual": True,
        "terms": "defence", "start": date(2025, 1, 17), "start_precision": "day", "in_force": None,
        "end": None, "end_precision": None, "title": "Treaty of Tehran", "citation": "https://x.y/1",
        "note": None,
    }  # fmt: skip
    kinds = {
        "cow": YEAR, "partner": YEAR, "mutual": pl.Boolean, "start": pl.Date, "in_force": pl.Date,
        "end": pl.Date,
    }  # fmt: skip
    types = {name: kinds.get(name, pl.String) for name in plain}
    return {"facts": pl.DataFrame([plain | row], types)}


def sides(*rows: tuple[int, int, str, int, bool, str, int]) -> dict[str, pl.DataFrame]:
    """Return conflicts of UCDP: conflict, year, side, state, primary, kind, intensity."""
    kinds = {"conflict": pl.Int64, "year": YEAR, "side": pl.String, "cow": YEAR,
             "primary": pl.Boolean, "kind": pl.String, "intensity": pl.Int8}  # fmt: skip
    return {"sides": pl.DataFrame(list(rows), kinds, orient="row")}
