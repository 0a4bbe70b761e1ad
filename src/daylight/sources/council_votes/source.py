"""From the UN's lines on adopted resolutions to the vote of each member of the Council."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain
from typing import Any

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.labels import cow_numbers
from daylight.sources.kit.records import Fits, is_text, is_texts, records

LISTS = {"MS_in_favour": 1, "MS_abstaining": 2, "MS_against": 3}
KEYS: Mapping[str, Fits] = {
    **dict.fromkeys(("symbol", "adoption_type"), is_text),
    **dict.fromkeys(LISTS, is_texts),
}
UNVOTED = ("without vote", "by acclamation")
"""Ways of adoption that are no vote, though one of them lists names."""
SEATS = 15
SYMBOL = re.compile(r"S/RES/(?P<number>\d+)\s*\((?P<year>\d{4})\)")
BROKEN = {"CHILEs": "CHILE", "CÔTE.": "COTE D'IVOIRE", "D'IVOIRE": "COTE D'IVOIRE",
          "CÔTE D’IVOIRE": "COTE D'IVOIRE", "CÔTE D'IVOIRE": "COTE D'IVOIRE"}  # fmt: skip
"""Misprints, and a name that stands as two in one list."""
MAPPED = {"CONGO": 484, "DEMOCRATIC REPUBLIC OF THE CONGO": 490, "REPUBLIC OF KOREA": 732}
VOTES = {"item": pl.Int32, "year": pl.Int16, "cow": pl.Int16, "vote": pl.Int8}


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return ``votes``: item (number of the resolution), year, cow, vote.

    `vote` is 1 yes, 2 abstention, 3 no. Only adopted resolutions are in the files, so that no
    veto is. Those adopted without a vote are left out. Where fewer than fifteen have a vote,
    one took no part or is missing from the list.

    Raises
    ------
    SourceChanged
        For a line that is not JSON, lacks a column or has another symbol, a name that is no
        state, a member in two lists, or more members than seats.
    """
    names: dict[int, tuple[int, dict[str, int]]] = {}
    twice = nameless = 0
    lines = (records("council_votes", name, files[name], KEYS) for name in sorted(files))
    for row in chain.from_iterable(lines):
        cast = _cast(row)
        if not cast or any(way in row["adoption_type"] for way in UNVOTED):
            nameless += 1
            continue
        number, year = _symbol(row["symbol"])
        if number in names:
            twice += 1
            if names[number] != (year, cast):
                raise SourceChanged(
                    f"council_votes: {row['symbol']} stands twice, with other votes."
                )
        names[number] = year, cast
    log.note("resolutions listed twice with the same votes; counted once", twice)
    log.note("lines of resolutions adopted without a vote, or without names, left out", nameless)
    fewer = sum(len(cast) < SEATS for _, cast in names.values())
    log.note("resolutions with fewer than fifteen members named", fewer)
    labels = {name for _, cast in names.values() for name in cast}
    numbers = cow_numbers("council_votes", labels, mapped=MAPPED)
    rows = [
        (number, year, numbers[name], vote)
        for number, (year, cast) in names.items()
        for name, vote in cast.items()
    ]
    return {"votes": pl.DataFrame(rows, VOTES, orient="row").sort("item", "cow")}


def _symbol(text: str) -> tuple[int, int]:
    found = SYMBOL.fullmatch(text.strip())
    if found is None:
        raise SourceChanged(f"council_votes: {text!r} is not the symbol of a resolution.")
    return int(found["number"]), int(found["year"])


def _cast(row: Mapping[str, Any]) -> dict[str, int]:
    """Return the vote of each member by name."""
    cast: dict[str, int] = {}
    for column, vote in LISTS.items():
        for name in {BROKEN.get(name.strip(), name.strip()) for name in row[column]}:
            if name in cast:
                raise SourceChanged(f"council_votes: {row['symbol']} has {name} in two lists.")
            cast[name] = vote
    if len(cast) > SEATS:
        raise SourceChanged(f"council_votes: {row['symbol']} has {len(cast)} members.")
    return cast
