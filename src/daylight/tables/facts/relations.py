"""Relations broken and mended, peace, and the recognition of Peking and of Taipei."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from daylight.sources.kit.load import Tables
from daylight.sources.relations.source import BREAKS, OPEN
from daylight.tables.facts import weights
from daylight.tables.facts.row import FactRow, fact, fitting, in_year, known, name, number_on, on

LISTED_TO = date(2025, 12, 31)
KINDS = {"broken": "break", "downgraded": "break", "restored": "mend", "opened": "mend",
         "peace": "peace"}  # fmt: skip
PLACES = {"PRC": (710, "Peking"), "ROC": (713, "Taipei")}
DAY_RECALLED = ("recalled", "month seen", "unsure")
YEAR_SEEN = "year seen"
"""Words of a note on a spell whose day, or month, the page does not show."""


def events(relations: Tables) -> Iterator[FactRow]:
    """Yield each event of the list; a break lasts to the event that ended it."""
    ends = {
        (row["kind"], row["a"], row["b"], row["start"]): row["end"]
        for row in relations["spells"].iter_rows(named=True)
        if row["lasts"] == "ended"
    }
    precise = {
        (row["a"], row["b"], row["date"]): row["precision"]
        for row in relations["events"].iter_rows(named=True)
    }
    for row in relations["events"].iter_rows(named=True):
        pair, kind = (row["a"], row["b"]), row["kind"]
        end = ends.get((kind, *pair, row["date"]))
        yield fact(
            *pair, known(row["date"], row["precision"]), KINDS[kind], fitting(row["title"]),
            weights.RELATIONS[kind], "relations",
            until=known(end, precise.get((*pair, end), "year")) if end else None,
            open_to=LISTED_TO if kind in BREAKS and row["after"] == OPEN else None,
            citation=row["citation"],
        )  # fmt: skip


def recognition(source: Tables) -> Iterator[FactRow]:
    """Yield a fact for each spell of recognition whose start a page shows.

    A spell that had begun before the first day of the list has no start, and gives none.
    """
    for row in source["spells"].iter_rows(named=True):
        if not row["confirmed"] or row["censored"] or row["recognised"] not in PLACES:
            continue
        place, called = PLACES[row["recognised"]]
        note = row["note"] or ""
        start = on(row["start"])
        if YEAR_SEEN in note:
            start = in_year(row["start"].year)
        elif any(word in note for word in DAY_RECALLED):
            start = known(row["start"], "month")
        cow = number_on(row["cow"], start)
        if cow == place or row["cow"] == place:
            continue
        until = on(row["end"]) if row["end"] else None
        yield fact(
            cow, place, start, "recognition", f"{name(cow, start)} recognises {called}",
            weights.RECOGNITION, "recognition", until=until, open_to=LISTED_TO, actor=cow,
            citation=row["citation"],
        )  # fmt: skip
