"""Sentences of our own with the actors that they name: a floor that only rises."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from daylight.actors.find import find

FLOOR = 0.98
SENTENCES = Path(__file__).parent / "sentences.csv"


def wrong() -> tuple[list[str], int]:
    """Sentences whose actors are read otherwise than they should, and how many there are."""
    missed, count = [], 0
    with SENTENCES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            on = date.fromisoformat(row["on"]) if row["on"] else None
            found = ["/".join(i.replace(" ", "_") for i in m.ids) for m in find(row["text"], on)]
            count += 1
            if " ".join(found) != row["ids"]:
                missed.append(f"{row['text']} {row['on']}: {found}, not {row['ids']}")
    return missed, count


def test_actors_of_our_own_sentences_are_right() -> None:
    missed, count = wrong()
    assert count > 280
    assert len(missed) <= (1 - FLOOR) * count, "\n".join(missed)
