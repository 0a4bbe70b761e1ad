"""What members of the UN Security Council did to a state: vetoes, and votes on sanctions.

Neither source says which state a draft is about. Two lists of our own do:
``veto_matters.csv``, from the agenda item of each draft, and ``council_resolutions.csv``, from the
titles of the main resolutions with sanctions since 2000.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from importlib import resources

from daylight.core.errors import SourceChanged
from daylight.sources.kit.load import Tables
from daylight.tables.facts import weights
from daylight.tables.facts.row import FactRow, fact, fitting, of_two, on

VOTES = {1: ("votes for", "yes"), 2: ("abstains on", "abstains"), 3: ("votes against", "no")}
"""Words of a vote, and its weight in :data:`daylight.tables.facts.weights.COUNCIL`."""


def _list(file: str) -> list[dict[str, str]]:
    text = resources.files(__package__).joinpath(file).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def vetoes(source: Tables) -> Iterator[FactRow]:
    """Yield a fact for each veto of a draft about a state, or of its admission.

    Raises
    ------
    SourceChanged
        When a draft of the list is not in the source on that day.
    """
    cast: dict[tuple[int, date], list[tuple[int, str]]] = {}
    for item, day, draft, cow in source["vetoes"].iter_rows():
        cast.setdefault((item, day), []).append((cow, draft))
    for row in _list("veto_matters.csv"):
        item, day, about = int(row["item"]), date.fromisoformat(row["date"]), int(row["cow"])
        if (item, day) not in cast:
            raise SourceChanged(
                f"council_vetoes: no draft {item} of {day}; number veto_matters.csv anew."
            )
        for cow, draft in cast[item, day]:
            if cow == about:
                continue
            form = f"{{One}} vetoes a UN draft on {row['matter']}"
            if row["kind"] == "admission":
                form = "{One} vetoes the admission of {other} to the UN"
            text = fitting(*of_two(form, cow, about, on(day)))
            yield fact(
                cow, about, on(day), "veto", text, weights.VETO[row["kind"]], "council_vetoes",
                actor=cow, citation=f"UN {draft}",
            )  # fmt: skip


def votes(source: Tables) -> Iterator[FactRow]:
    """Yield the vote of each member of the Council on the main resolutions against a state.

    Raises
    ------
    SourceChanged
        When a resolution of the list is not in the source in that year.
    """
    cast: dict[tuple[int, int], list[tuple[int, int]]] = {}
    listed = _list("council_resolutions.csv")
    numbers = {int(row["item"]) for row in listed}
    for item, year, cow, vote in source["votes"].iter_rows():
        if item in numbers:
            cast.setdefault((item, year), []).append((cow, vote))
    for row in listed:
        item, day, about = int(row["item"]), date.fromisoformat(row["date"]), int(row["cow"])
        if (item, day.year) not in cast:
            raise SourceChanged(
                f"council_votes: no resolution {item} of {day.year}; see council_resolutions.csv."
            )
        for cow, vote in cast[item, day.year]:
            if cow == about:
                continue
            words, weight = VOTES[vote]
            yield fact(
                cow, about, on(day), "council",
                fitting(*of_two(f"{{One}} {words} {row['matter']}", cow, about, on(day))),
                weights.COUNCIL[weight], "council_votes", actor=cow,
                citation=f"UN S/RES/{item} ({day.year})",
            )  # fmt: skip
