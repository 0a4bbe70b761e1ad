"""Read the tables of this package."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


def rows(name: str) -> Iterator[dict[str, str]]:
    """Rows of one of the tables of this package."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        header = next(lines)
        for line in lines:
            yield dict(zip(header, line, strict=True))


def parts(text: str) -> list[str]:
    """Texts between semicolons."""
    return [part.strip() for part in text.split(";")] if text else []


@cache
def _lists() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows("words"):
        found.setdefault(row["list"], set()).add(row["word"])
    return {name: frozenset(held) for name, held in found.items()}


def words(name: str) -> frozenset[str]:
    """One list of ``words.csv``: given names, institutions, words before a place, and others."""
    return _lists()[name]
