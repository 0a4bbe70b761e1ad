"""Phrases for blocs: the names that the table of blocs has, and some of our own."""

from __future__ import annotations

import csv
from pathlib import Path

import daylight
from daylight.actors.entries import Book, Entry
from daylight.actors.tables import parts, rows, words

_TABLE = Path(daylight.__file__).parent / "sources" / "blocs" / "blocs.csv"


def bloc_names() -> dict[str, str]:
    """Full name of each bloc by its short name."""
    found = {"UN": "United Nations"}
    with _TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["bloc"]] = row["name"].partition(" (")[0]
    return found


def add_blocs(book: Book) -> dict[str, str]:
    """Enter all names of blocs; return the full names by short name."""
    full = bloc_names()
    with _TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            phrases = [row["bloc"], full[row["bloc"]], *parts(row["aliases"])]
            for phrase in phrases:
                if phrase not in words("not of a bloc"):
                    book.add(phrase, Entry("bloc", full[row["bloc"]], (row["bloc"],), "name"))
    for row in rows("blocs"):
        book.add(row["name"], Entry("bloc", full[row["bloc"]], (row["bloc"],), row["role"]))
    return full
