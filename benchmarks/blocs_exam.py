"""Hold the bloc table against COW IGO: members in law, and every disagreement, judged or not.

``python benchmarks/blocs_exam.py`` prints, for each bloc, its members in law on four days, and
where COW IGO codes it, the runs of years in which the two differ on a state. A run that a row of
``blocs_judged.csv`` covers is judged; the others are open work, and their number is the figure.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import polars as pl

from daylight.core.states import get
from daylight.sources.kit.declaration import declaration
from daylight.sources.kit.load import packaged, shape
from daylight.store.atlas import current

DAYS = (date(1960, 7, 1), date(1990, 7, 1), date(2017, 7, 1), date(2026, 11, 30))
IN_LAW = ("full", "suspended", "withdrawing")
LAST = 2014
"""Last year of COW IGO."""
COW = {
    "AMU": ("AMU",), "ANZUS": ("ANZUS",), "AU": ("OAU", "AU"), "Benelux": ("BENELUX",),
    "CARICOM": ("CARICOM",), "CENTO": ("CENTO",), "COMESA": ("COMESA",),
    "Commonwealth": ("ComSec",), "Council of Europe": ("COE",), "EAC": ("EACM", "EAC"),
    "ECO": ("ECO",), "ECOWAS": ("ECOWAS",), "EFTA": ("EFTA",), "Francophonie": ("ACCT",),
    "NAM": ("NAM",), "Nordic Council": ("NordC",), "OECD": ("OECD",), "OIC": ("OIC",),
    "OPEC": ("OPEC",), "OSCE": ("OSCE",), "SAARC": ("SAARC",), "SADC": ("SADCC", "SADC"),
    "SEATO": ("SEATO",), "USMCA": ("NAFTA",), "Union for the Mediterranean": ("UM",),
    "WEU": ("WEU",),
}  # fmt: skip
"""Blocs of the table that COW IGO codes, by its names of them; the 18 older ones were held
against it when they were coded."""
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


def members(spells: pl.DataFrame, bloc: str, day: date) -> int:
    """Return how many states were members in law on a day."""
    within = (pl.col("start") <= day) & (pl.col("end").is_null() | (pl.col("end") > day))
    return spells.filter(pl.col("bloc") == bloc, within)["cow"].n_unique()


def ours(spells: pl.DataFrame, bloc: str) -> Seats:
    """Return the states that were members in law on the last day of a year."""
    rows = spells.filter(pl.col("bloc") == bloc).select("cow", "start", "end").rows()
    return {
        (cow, year)
        for cow, start, end in rows
        for year in range(start.year, LAST + 1)
        if end is None or end > date(year, 12, 31)
    }


def theirs(igo: pl.DataFrame, bloc: str) -> Seats:
    """Return the states that COW IGO codes as full members, by year."""
    rows = igo.filter(pl.col("igo").is_in(COW[bloc])).select("cow", "start", "end").rows()
    return {(cow, year) for cow, start, end in rows for year in range(start, end + 1)}


def runs(bloc: str, here: Seats, there: Seats) -> Iterator[Run]:
    """Yield the runs of years in which the two differ."""
    for only, cells in (("ours", here - there), ("cow", there - here)):
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


def main() -> None:
    """Print the exam."""
    spec = declaration("blocs")
    tables = shape(spec, packaged(spec)).tables
    spells = tables["bloc_spells"].filter(pl.col("status").is_in(IN_LAW))
    igo = pl.DataFrame(current().rows("igo_members"))
    known, count = judged(), {"cow wrong": 0, "rules differ": 0, "open": 0, "unexplained": 0}
    cells = 0
    for bloc in sorted(tables["blocs"]["bloc"]):
        print(f"{bloc}: {' / '.join(str(members(spells, bloc, day)) for day in DAYS)}")
        if bloc not in COW:
            continue
        here, there = ours(spells, bloc), theirs(igo, bloc)
        cells += len(here | there)
        for run in sorted(runs(bloc, here, there)):
            verdict = next((j.verdict for j in known if j.covers(run)), "unexplained")
            count[verdict] += 1
            print(f"  {get(run.cow).abbr} only {run.only} {run.first}-{run.last}: {verdict}")
    print(f"{cells:,} states and years of {len(COW)} blocs; runs that differ:", count)


if __name__ == "__main__":
    main()
