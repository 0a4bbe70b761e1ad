"""Lists of common words by their use, from ``words.csv``."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path


@cache
def _lists() -> dict[str, frozenset[str]]:
    path = Path(__file__).parent / "words.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["list"]: frozenset(row["words"].split()) for row in csv.DictReader(file)}


def words(name: str) -> frozenset[str]:
    """Return the list of a name."""
    return _lists()[name]
