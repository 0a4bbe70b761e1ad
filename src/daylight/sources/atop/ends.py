"""The ends of shared membership in a treaty: one row for each treaty, phase and two members."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations, groupby
from typing import Any

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.core.partial import PartialDate, Precision
from daylight.sources.atop.read import OBLIGATIONS

NAMES = {
    "atopid": "atopid", "member": "member", "phase": "phase", "yrent": "entry",
    "moent": "entry_month", "dayent": "entry_day", "yrexit": "exit", "moexit": "exit_month",
    "dayexit": "exit_day", "bilat": "bilat", "termmode": "mode",
}  # fmt: skip
MODES = range(1, 7)
"""Codes of `termmode`. What they mean stands in the codebook of ATOP, which we have not read; they
are passed on as numbers. 0 is a membership that goes on. Breaks are made with 3, by what its rows
are (:data:`daylight.breaks.kinds.TREATY_BROKEN`)."""
ENDS = {
    "atopid": pl.Int16, "phase": pl.Int16, "a": pl.Int16, "b": pl.Int16, "date": pl.Date,
    "precision": pl.String, "ab": pl.Int8, "ba": pl.Int8, "bilateral": pl.Boolean,
    "mode": pl.Int8, "leaver": pl.Int16, "next_phase": pl.Boolean,
}  # fmt: skip
Row = dict[str, Any]


def treaty_ends(members: pl.DataFrame) -> pl.DataFrame:
    """Return the ends, columns as in :data:`ENDS`.

    Parameters
    ----------
    members : DataFrame
        Rows of the member file, with the columns of :data:`NAMES` and the obligations.

    Returns
    -------
    DataFrame
        ``a`` < ``b``; ``date``: the first day that the end can mean. ``ab`` and ``ba``: what each
        is pledged to under the treaty, summed from 1 defence, 2 offence, 4 neutrality, 8
        non-aggression, 16 consultation. ``leaver``: who was no member any more while the other
        still was, null where both ended on one day or it cannot be told. ``mode``: code of the
        end, of the one who left where one did; null where it says that the membership goes on.
        ``next_phase``: the two share a later phase of the treaty that begins in that year.

    Raises
    ------
    SourceChanged
        For a code of the end that is not known, or a date that is none.

    Notes
    -----
    The file does not say who violated a treaty, nor towards which fellow members a promise of one
    of many members holds.
    """
    odd = members.filter(~pl.col("mode").is_in([0, *MODES]).fill_null(False))
    if len(odd):
        raise SourceChanged(
            f"atop: termmode {odd['mode'][0]} of treaty {odd['atopid'][0]} is not known; see the "
            f"codebook, and MODES in sources/atop/ends.py."
        )
    rows = members.sort("atopid", "phase", "member", "entry").iter_rows(named=True)
    ends: list[Row] = []
    for _, of_treaty in groupby(rows, key=lambda row: row["atopid"]):
        phases = groupby(of_treaty, key=lambda row: row["phase"])
        shared = [end for _, phase in phases for end in _shared(list(phase))]
        ends += (end | {"next_phase": _goes_on(end, shared)} for end in shared if end["date"])
    table = pl.DataFrame(ends, ENDS) if ends else pl.DataFrame(schema=ENDS)
    return table.sort("atopid", "phase", "a", "b", "date")


def _shared(members: list[Row]) -> Iterator[Row]:
    """Yield what each two members of a phase shared, also where it goes on: no date then."""
    for a, b in combinations(members, 2):
        start = max(_day(a, "entry"), _day(b, "entry"), key=lambda day: day.first)
        until = {row["member"]: _day(row, "exit") if row["exit"] else None for row in (a, b)}
        ends = [day for day in until.values() if day]
        end = min(ends, key=lambda day: day.first, default=None)
        if a["member"] == b["member"] or (end and end.last < start.first):
            continue
        leaver = _leaver(until)
        mode = {row["mode"] for row in (a, b) if row["member"] == leaver or not leaver}
        yield {
            "atopid": a["atopid"], "phase": a["phase"], "a": a["member"], "b": b["member"],
            "date": end.first if end else None, "precision": end.precision if end else None,
            "ab": _promises(a), "ba": _promises(b), "bilateral": a["bilat"] == 1,
            "mode": mode.pop() or None if len(mode) == 1 else None, "leaver": leaver,
            "start": start,
        }  # fmt: skip


def _leaver(until: dict[int, PartialDate | None]) -> int | None:
    """Return who left while the other was still a member, if that can be told."""
    (one, first), (other, second) = until.items()
    if first and (second is None or first.last < second.first):
        return one
    if second and (first is None or second.last < first.first):
        return other
    return None


def _goes_on(end: Row, shared: list[Row]) -> bool:
    pair = (end["a"], end["b"])
    return any(
        (other["a"], other["b"]) == pair
        and other["phase"] > end["phase"]
        and other["start"].first.year == end["date"].year
        for other in shared
    )


def _promises(row: Row) -> int:
    return sum(row[name] << bit for bit, name in enumerate(OBLIGATIONS))


def _day(row: Row, which: str) -> PartialDate:
    """Return the date of entry or exit as far as the file gives it; 0 and none are not known."""
    year, month, day = (row[f"{which}{part}"] or 0 for part in ("", "_month", "_day"))
    try:
        known: Precision = "day" if month and day else "month" if month else "year"
        return PartialDate(date(year, month or 1, day if known == "day" else 1), known)
    except ValueError:
        raise SourceChanged(
            f"atop: {which} {year}-{month}-{day} of member {row['member']} in treaty "
            f"{row['atopid']} is no date."
        ) from None
