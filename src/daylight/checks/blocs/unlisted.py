"""Members of blocs that are no states of the list of states, by which other counts come about."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from importlib import resources


@cache
def _rows() -> tuple[tuple[str, str, date, date | None], ...]:
    home = resources.files("daylight.checks.blocs").joinpath("unlisted.csv")
    with home.open(encoding="utf-8") as file:
        return tuple(
            (row["bloc"], row["name"], date.fromisoformat(row["start"]),
             date.fromisoformat(row["end"]) if row["end"] else None)
            for row in csv.DictReader(file)
        )  # fmt: skip


def unlisted(bloc: str, day: date) -> list[str]:
    """Return the members of a bloc on a day that the list of states does not hold."""
    return [
        name
        for of, name, start, end in _rows()
        if of == bloc and start <= day and (end is None or day < end)
    ]
