"""Coded ties between two states, and where absence means none."""

from __future__ import annotations

from daylight.store.schemas.table import COW, YEAR, Table

TABLES: tuple[Table, ...] = (
    Table(
        "ties",
        "tie_spell",
        ("measure", "cow", "partner", "start"),
        {
            "measure": ("VARCHAR", "measure that the tie belongs to"),
            "cow": ("SMALLINT", "COW number; of the holder where the measure is directed"),
            "partner": ("SMALLINT", "COW number of the other side"),
            "start": ("SMALLINT", "first year with this value"),
            "end": ("SMALLINT", "last year with this value"),
            "value": ("FLOAT", "value in the unit of the measure; null where it is not known"),
        },
        origin="ties",
        limits={"cow": COW, "partner": COW, "start": YEAR, "end": YEAR, "value": (-10, 100)},
        may_lack=("value",),
        ordered=(("start", "end"),),
        presence="spell",
    ),
    Table(
        "tie_cover",
        "tie_spell",
        ("measure", "cow", "partner", "start"),
        {
            "measure": ("VARCHAR", "measure"),
            "cow": ("SMALLINT", "COW number; 0 for every state"),
            "partner": ("SMALLINT", "COW number of the other side; 0 for every state"),
            "start": ("SMALLINT", "first year in which a pair without a row has no tie"),
            "end": ("SMALLINT", "last year of that"),
        },
        origin="ties",
        limits={"cow": (0, COW[1]), "partner": (0, COW[1]), "start": YEAR, "end": YEAR},
        ordered=(("start", "end"),),
    ),
)
