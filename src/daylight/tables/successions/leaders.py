"""Leaders: those of Archigos, and after it those of REIGN where both name the same one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

import polars as pl

from daylight.core.lineages import newest
from daylight.sources.archigos.source import STILL
from daylight.sources.kit.issues import IssueLog
from daylight.tables.successions.row import Manner, Succession, in_system

MANNERS: dict[str, Manner] = {
    "Regular": "regular", "Irregular": "irregular", "Foreign Imposition": "imposed",
}  # fmt: skip
WORD, DAYS = 4, 3
"""Letters of a word that two names must share; or days between two beginnings of one leader."""


class Later(NamedTuple):
    """A leader of REIGN; `end` is the first day of the last month, None while in office."""

    name: str
    start: date
    end: date | None


def leaders(
    archigos: pl.DataFrame, reign: pl.DataFrame, until: date, log: IssueLog
) -> Iterator[Succession]:
    """Yield every leader of every state since 1945.

    Archigos counts to the last day of its last leader of a state. REIGN goes on from there where
    its leader of that day is the same one; where it names another, or none, who led later is not
    known, and the log says for how many states.

    Parameters
    ----------
    archigos, reign : DataFrame
        Tables ``leaders`` of the two sources.
    until : date
        Last day that REIGN covers.
    """
    later: dict[int, list[Later]] = {}
    for cow, *rest in reign.sort("start", "cow").iter_rows():
        later.setdefault(newest(cow), []).append(Later(*rest))
    listed = archigos.with_columns(state=pl.col("cow").replace_strict(
        {cow: newest(cow) for cow in archigos["cow"].unique()}, return_dtype=pl.Int16))  # fmt: skip
    holes = []
    for (state,), rows in listed.sort("start", "end").group_by("state", maintain_order=True):
        every = [_earlier(row) for row in rows.iter_rows(named=True)]
        cow, last = int(str(state)), every[-1]
        more = _after(last, later.get(cow, []), until)
        if more is None and in_system(cow, _last(last) + timedelta(days=1)):
            holes.append(cow)
        yield from every[:-1]
        yield from more or [last]
    text = "states whose leaders are not known after Archigos ends, since REIGN names another then"
    log.note(f"{text}: {', '.join(map(str, sorted(holes)))}", len(holes))


def _earlier(row: dict[str, Any]) -> Succession:
    still, end = row["exit"] == STILL, row["end"]
    return Succession(
        row["cow"], row["start"], "day", "leader", row["name"], MANNERS[row["entry"]],
        None if still else end, None if still else "day", end if still else None, "archigos",
    )  # fmt: skip


def _last(row: Succession) -> date:
    day = row.until or row.open_to
    assert day is not None
    return day


def _after(last: Succession, later: Sequence[Later], until: date) -> list[Succession] | None:
    """Return the last leader of Archigos with the end that REIGN knows, and those after."""
    day = _last(last)
    then = [one for one in later if one.start < day or one.start == last.day]
    if not then or not _same(last, then[-1]):
        return None
    if (then[-1].end or day) < day.replace(day=1):
        return None
    if last.until is None:
        end = then[-1].end
        last = last._replace(
            until=end, until_precision="month" if end else None, open_to=None if end else until
        )
        if end and end < last.day:
            last = last._replace(until=last.day, until_precision="day")
    return [last, *(_made(last.cow, one, until) for one in later if one.start >= day)]


def _made(cow: int, one: Later, until: date) -> Succession:
    end = one.end
    if end and end < one.start:  # gone in the month in which it came
        end = one.start
    return Succession(
        cow, one.start, "day", "leader", one.name, "unknown", end, "month" if end else None,
        None if end else until, "reign",
    )  # fmt: skip


def _same(last: Succession, other: Later) -> bool:
    """Return whether two lists mean one leader: a word of the name, or the first day."""
    shared = _words(last.name) & _words(other.name)
    return bool(shared) or abs((last.day - other.start).days) <= DAYS


def _words(name: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return {word for word in re.findall("[a-z]+", plain) if len(word) >= WORD}
