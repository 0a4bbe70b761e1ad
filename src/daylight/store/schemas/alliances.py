"""Promises that states made to each other in treaties."""

from __future__ import annotations

from daylight.store.schemas.table import DYAD, PAIR, Table

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
)
