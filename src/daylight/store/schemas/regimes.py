"""How states are governed."""

from __future__ import annotations

from daylight.store.schemas.table import COW, YEAR, Table

TABLES: tuple[Table, ...] = (
    Table(
        "regimes",
        "state_year",
        ("cow", "year"),
        {
            "cow": ("SMALLINT", "COW number"),
            "year": ("SMALLINT", "calendar year"),
            "polyarchy": ("FLOAT", "V-Dem electoral democracy index, 0 to 1"),
        },
        ("regimes",),
        limits={"cow": COW, "year": YEAR, "polyarchy": (0, 1)},
        presence="year",
    ),
)
