"""Which states and pairs somebody wants: from texts, lists and files to lineages."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

from daylight.core.errors import AmbiguousState, BadInput, DaylightError, StateNotThen, UnknownState
from daylight.core.limits import TABLE
from daylight.core.lineages import newest
from daylight.core.lookup import resolve
from daylight.core.request import Who
from daylight.core.states import lineage
from daylight.store.given import kind, named, read

Dyad = tuple[int, int, int | None]
"""Today's numbers of two states, and a year, or None for every year."""
HEADS = ("state", "states", "country", "name", "iso3", "cow", "ccode")
"""Words over a list of states in a file."""
FILES = (".csv", ".txt", ".tsv")
DYAD = 2
"""Columns of a file of dyads that name states; a third may have a year."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What rows are wanted of.

    Attributes
    ----------
    states : frozenset of int or None
        Today's numbers of the states to which rows are confined; None for all. Two or more are
        paired with each other; one alone is paired with every other.
    dyads : frozenset of (int, int, int or None) or None
        The pairs to which rows are confined, lower number first; None for all.
    """

    states: frozenset[int] | None = None
    dyads: frozenset[Dyad] | None = None

    def numbers(self) -> tuple[int, ...]:
        """Return all COW numbers that rows are of, at any time; none where that is every state."""
        today = {cow for one, other, _ in self.dyads or () for cow in (one, other)}
        if self.states is not None and len(self.states) > 1:
            today |= self.states
        return tuple(sorted({number for cow in today for number, _, _ in lineage(cow)}))


def wanted(
    states: str | Iterable[Who] | None = None, dyads: str | Iterable[Sequence[Who]] | None = None
) -> Wanted:
    """Read which states or pairs are wanted. A state is followed by lineage.

    Parameters
    ----------
    states : str or iterable of str, int or State, optional
        Labels; or a text with labels between commas, or the name of a file with one in each line.
    dyads : str or iterable of sequences, optional
        Pairs of labels, each with a year or without; or the name of a CSV file of them.

    Raises
    ------
    BadInput
        For both at once, for none of them in a list, and for a file that cannot be read.
    UnknownState, AmbiguousState
        For a label that names no state, or several, with its place.
    """
    if states is not None and dyads is not None:
        raise BadInput("Give --states or --dyads, not both: dyads name their states.")
    if states is not None:
        labels = _labels(states) if isinstance(states, str) else list(states)
        found = frozenset(_state(label, f"states, entry {k}") for k, label in enumerate(labels, 1))
        if not found:
            raise BadInput("The list of states is empty; name some, or leave it out for all.")
        return Wanted(states=found)
    if dyads is not None:
        rows = _rows(dyads) if isinstance(dyads, str) else [tuple(row) for row in dyads]
        pairs = frozenset(_dyad(row, f"dyads, row {k}") for k, row in enumerate(rows, 1))
        if not pairs:
            raise BadInput("The list of dyads is empty; name some, or leave it out for all.")
        return Wanted(dyads=pairs)
    return Wanted()


def _labels(text: str) -> list[str]:
    path = named(text, "--states")
    if kind(path) == "a file":
        labels = [row[0] for row in _cells(path) if row and row[0].strip()]
        return labels[1:] if labels and labels[0].strip().lower() in HEADS else labels
    if path.suffix.lower() in FILES:
        raise BadInput(f"--states is {text!r}, and there is no such file; check its name.")
    return [label.strip() for label in text.split(",") if label.strip()]


def _rows(text: str) -> list[tuple[str, ...]]:
    """Return the rows of a file of dyads: two labels, and a year where there is a column of it."""
    path = named(text, "--dyads")
    rows = [row for row in _cells(path) if any(cell.strip() for cell in row)]
    if not rows:
        return []
    heads = [cell.strip().lower() for cell in rows[0]]
    if not any(map(_names_a_state, rows[0][:DYAD])):  # heads, and no row with a slip
        year = heads.index("year") if "year" in heads else None
        if year is not None and year < DYAD:
            raise BadInput(f"{path.name} has the year before its states; put it third.")
        rows = rows[1:]
    else:
        year = DYAD if len(heads) > DYAD else None
    return [
        (*row[:DYAD], *([row[year]] if year is not None and year < len(row) else []))
        for row in rows
    ]


def _cells(path: Path) -> list[list[str]]:
    try:
        text = read(path, TABLE).decode("utf-8-sig")
    except OSError as error:
        raise BadInput(f"{path.name} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise BadInput(f"{path.name} is not in UTF-8; save it as CSV in UTF-8.") from None
    try:
        return list(csv.reader(StringIO(text), delimiter="\t" if path.suffix == ".tsv" else ","))
    except csv.Error as error:
        raise BadInput(f"{path.name} is no CSV file: {error}.") from None


def _names_a_state(label: str) -> bool:
    try:
        resolve(label)
    except AmbiguousState:
        return True  # more than one, so it is a label all the same
    except DaylightError:
        return False
    return True


def _state(label: Who, place: str, year: int | None = None) -> int:
    """Return today's number of what a label means, in the year where there is one."""
    try:
        if year is not None:
            with suppress(StateNotThen, ValueError):
                return newest(resolve(label, date(year, 12, 31)).cow)
        return newest(resolve(label).cow)
    except UnknownState as error:
        raise type(error)(f"{place}: {error}") from None


def _dyad(row: Sequence[Who], place: str) -> Dyad:
    if not DYAD <= len(row) <= DYAD + 1:
        raise BadInput(f"{place}: {row!r} is no dyad; give two states, and a year or none.")
    text = str(row[DYAD]).strip() if len(row) > DYAD else ""
    if text and not text.isdecimal():
        raise BadInput(f"{place}: {text!r} is no year; write it as 1990.")
    year = int(text) if text else None
    one, other = sorted(_state(label, place, year) for label in row[:DYAD])
    if one == other:
        raise BadInput(f"{place}: {row[0]!r} and {row[1]!r} are one state; give two.")
    return one, other, year
