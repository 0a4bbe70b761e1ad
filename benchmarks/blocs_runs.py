"""Runs of years in which the bloc table and another data set differ, and their verdicts."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from daylight.core.states import get

Seats = set[tuple[int, int]]
"""COW number and year."""


class Run(NamedTuple):
    """Consecutive years in which one of the two has a state and the other has not."""

    bloc: str
    cow: int
    only: str
    first: int
    last: int


class Judged(NamedTuple):
    """A row of the list of judged disagreements; ``*`` stands for any state."""

    bloc: str
    state: str
    only: str
    first: int
    last: int
    verdict: str

    def covers(self, run: Run) -> bool:
        """Tell whether a run lies within the row."""
        same = self.bloc in ("*", run.bloc) and self.state in ("*", get(run.cow).abbr)
        return same and self.only == run.only and self.first <= run.first and run.last <= self.last


def runs(bloc: str, here: Seats, there: Seats, other: str) -> Iterator[Run]:
    """Yield the runs of years in which the two differ."""
    mine = "ours" if other == "cow" else f"ours, not {other}"
    for only, cells in ((mine, here - there), (other, there - here)):
        ordered = sorted(cells)
        keyed = groupby(enumerate(ordered), key=lambda at: (at[1][0], at[1][1] - at[0]))
        for (cow, _), group in keyed:
            years = [year for _, (_, year) in group]
            yield Run(bloc, cow, only, years[0], years[-1])


def judged() -> list[Judged]:
    """Return the judged disagreements."""
    with (Path(__file__).parent / "blocs_judged.csv").open(encoding="utf-8") as file:
        return [
            Judged(r["bloc"], r["state"], r["only"], int(r["first"]), int(r["last"]), r["verdict"])
            for r in csv.DictReader(file)
        ]
