"""Promises that states made to each other in treaties, and their ends."""

from __future__ import annotations

from daylight.core.partial import PRECISIONS
from daylight.store.schemas.table import COW, DYAD, PAIR, Table

TABLES: tuple[Table, ...] = (
    Table(
        "alliances",
        "dyad_year",
        ("year", "a", "b"),
        {
            **DYAD,
            "ab": (
                "TINYINT",
                "a's promises to b: 1 defence, 2 offence, 4 neutrality, "
                "8 non-aggression, 16 consultation, summed",
            ),
            "ba": ("TINYINT", "b's promises to a, likewise"),
            "ab_narrow": ("TINYINT", "ab without the broad pledges of docs/methods/alliances"),
            "ba_narrow": ("TINYINT", "ba without the broad pledges"),
        },
        ("atop",),
        limits=PAIR | dict.fromkeys(("ab", "ba", "ab_narrow", "ba_narrow"), (0, 31)),
        presence="year",
    ),
    Table(
        "treaty_ends",
        "treaty_end",
        ("atopid", "phase", "a", "b", "date"),
        {
            "atopid": ("SMALLINT", "number of the treaty in ATOP"),
            "phase": ("SMALLINT", "phase that ended for the two; 0 where the treaty has none"),
            "a": ("SMALLINT", "COW number of the first member"),
            "b": ("SMALLINT", "COW number of the second member, greater than a"),
            "date": (
                "DATE",
                "last day of shared membership; the first possible one where less is known",
            ),
            "precision": ("VARCHAR", "day, month or year: how far the date is known"),
            "ab": ("TINYINT", "a's promises under the treaty, as in the table alliances"),
            "ba": ("TINYINT", "b's promises under the treaty, likewise"),
            "bilateral": ("BOOLEAN", "whether the treaty has two members"),
            "mode": (
                "TINYINT",
                "ATOP's code of how the membership ended (termmode), as a number: "
                "its meaning is in the codebook, which we could not read",
            ),
            "leaver": (
                "SMALLINT",
                "COW number of the one that left while the other was still a "
                "member; null where both ended together or it cannot be told",
            ),
            "next_phase": (
                "BOOLEAN",
                "whether the two share a later phase of the treaty that begins in that year",
            ),
        },
        ("atop",),
        limits={
            "atopid": (1, 9999),
            "phase": (0, 20),
            "a": COW,
            "b": COW,
            "ab": (0, 31),
            "ba": (0, 31),
            "mode": (1, 6),
            "leaver": COW,
        },
        words={"precision": PRECISIONS},
        may_lack=("mode", "leaver"),
        presence="day",
    ),
)
