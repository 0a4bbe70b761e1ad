"""Hold the bloc table against COW IGO and ATOP: every disagreement, judged or not.

``python benchmarks/blocs_exam.py`` prints, for each bloc, its members in law on four days, and
where COW IGO or ATOP code it, the runs of years in which the two differ on a state. A run that a
row of ``blocs_judged.csv`` covers is judged; the others are open work, and their number is the
figure. ATOP is read from DAYLIGHT_MIRROR; without it, that part is left out.
"""

from __future__ import annotations

import os
from collections import Counter
from datetime import date

import polars as pl
from blocs_runs import Seats, judged, runs

from daylight.core.states import get
from daylight.sources.kit.declaration import declaration
from daylight.sources.kit.load import load, packaged, shape
from daylight.store.atlas import current

DAYS = (date(1960, 7, 1), date(1990, 7, 1), date(2017, 7, 1), date(2026, 11, 30))
IN_LAW = ("full", "suspended", "withdrawing")
LAST = {"cow": 2014, "atop": 2018}
"""Last year of each of the two."""
ATOP = {
    "AMU": 3995, "ANZUS": 3215, "CENTO": 3275, "Rio Pact": 3075, "SEATO": 3260, "WEU": 3130,
}  # fmt: skip
"""Blocs that a treaty of ATOP founded."""
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


def members(spells: pl.DataFrame, bloc: str, day: date) -> int:
    """Return how many states were members in law on a day."""
    within = (pl.col("start") <= day) & (pl.col("end").is_null() | (pl.col("end") > day))
    return spells.filter(pl.col("bloc") == bloc, within)["cow"].n_unique()


def ours(spells: pl.DataFrame, bloc: str, last: int) -> Seats:
    """Return the states that were members in law on the last day of a year, to a last year."""
    rows = spells.filter(pl.col("bloc") == bloc).select("cow", "start", "end").rows()
    return {
        (cow, year)
        for cow, start, end in rows
        for year in range(start.year, last + 1)
        if end is None or end > date(year, 12, 31)
    }


def theirs(igo: pl.DataFrame, bloc: str) -> Seats:
    """Return the states that COW IGO codes as full members, by year."""
    rows = igo.filter(pl.col("igo").is_in(COW[bloc])).select("cow", "start", "end").rows()
    return {(cow, year) for cow, start, end in rows for year in range(start, end + 1)}


def allied(treaties: pl.DataFrame, bloc: str) -> Seats:
    """Return the states that ATOP has in the treaty of a bloc, by year."""
    rows = treaties.filter(pl.col("atopid") == ATOP[bloc]).select("member", "entry", "exit").rows()
    last = LAST["atop"]
    return {(cow, y) for cow, start, end in rows for y in range(start, (end or last) + 1)}


def compared(bloc: str, igo: pl.DataFrame, treaties: pl.DataFrame | None) -> dict[str, Seats]:
    """Return the members of a bloc in each of the two that codes it."""
    found = {}
    if bloc in COW:
        found["cow"] = theirs(igo, bloc)
    if bloc in ATOP and treaties is not None:
        found["atop"] = allied(treaties, bloc)
    return found


def main() -> None:
    """Print the exam."""
    spec = declaration("blocs")
    tables = shape(spec, packaged(spec)).tables
    spells = tables["bloc_spells"].filter(pl.col("status").is_in(IN_LAW))
    igo = pl.DataFrame(current().rows("igo_members"))
    treaties = load("atop").tables["treaty_members"] if "DAYLIGHT_MIRROR" in os.environ else None
    known, cells = judged(), Counter[str]()
    count: dict[str, Counter[str]] = {"cow": Counter(), "atop": Counter()}
    for bloc in sorted(tables["blocs"]["bloc"]):
        print(f"{bloc}: {' / '.join(str(members(spells, bloc, day)) for day in DAYS)}")
        for other, there in compared(bloc, igo, treaties).items():
            here = ours(spells, bloc, LAST[other])
            cells[other] += len(here | there)
            for run in sorted(runs(bloc, here, there, other)):
                verdict = next((j.verdict for j in known if j.covers(run)), "unexplained")
                count[other][verdict] += 1
                print(f"  {get(run.cow).abbr} only {run.only} {run.first}-{run.last}: {verdict}")
    for other, verdicts in count.items():
        print(f"{other}: {cells[other]:,} states and years; runs that differ: {dict(verdicts)}")


if __name__ == "__main__":
    main()
