"""What the atlas says of itself: covered years, holes, and what was noticed."""

from __future__ import annotations

from daylight.store.schemas.table import COW, YEAR, Table

TABLES: tuple[Table, ...] = (
    Table(
        "coverage",
        "row",
        ("measure",),
        {
            "measure": ("VARCHAR", "measure"),
            "start": ("SMALLINT", "first covered year"),
            "end": ("SMALLINT", "last covered year"),
        },
        origin="build",
        limits={"start": YEAR, "end": YEAR},
        ordered=(("start", "end"),),
    ),
    Table(
        "holes",
        "row",
        ("table", "cow", "partner", "start", "reason"),
        {
            "table": ("VARCHAR", "table that has the hole"),
            "cow": ("SMALLINT", "COW number"),
            "partner": ("SMALLINT", "COW number of the other side, 0 for all"),
            "start": ("SMALLINT", "first year of the hole"),
            "end": ("SMALLINT", "last year of the hole"),
            "reason": ("VARCHAR", "why nothing is observed"),
        },
        ("cow_trade", "igo"),
        limits={"cow": COW, "partner": (0, COW[1]), "start": YEAR, "end": YEAR},
        ordered=(("start", "end"),),
    ),
    Table(
        "issues",
        "row",
        ("source", "text"),
        {
            "source": ("VARCHAR", "source"),
            "severity": ("VARCHAR", "note: handled as declared; warning: know this"),
            "rows": ("INTEGER", "rows concerned"),
            "text": ("VARCHAR", "what was noticed"),
        },
        origin="build",
        limits={"rows": (0, 1e9)},
        words={"severity": ("note", "warning")},
    ),
)
