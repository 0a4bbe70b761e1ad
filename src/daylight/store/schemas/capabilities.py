"""How strong states are."""

from __future__ import annotations

from daylight.store.schemas.table import Table

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
    ),
)
