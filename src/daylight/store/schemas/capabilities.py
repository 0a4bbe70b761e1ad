"""How strong states are."""

from __future__ import annotations

from daylight.store.schemas.table import COW, YEAR, Table

TABLES: tuple[Table, ...] = (
    Table(
        "capabilities",
        "state_year",
        ("cow", "year"),
        {
            "cow": ("SMALLINT", "COW number"),
            "year": ("SMALLINT", "calendar year"),
            "cinc": ("FLOAT", "Composite Index of National Capability, share of the system"),
        },
        ("nmc",),
        limits={"cow": COW, "year": YEAR, "cinc": (0, 1)},
        presence="year",
    ),
)
