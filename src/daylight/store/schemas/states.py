"""States: when each was in the system, and its codes."""

from __future__ import annotations

from daylight.store.schemas.table import COW, Table

TABLES: tuple[Table, ...] = (
    Table(
        "states",
        "state_spell",
        ("cow", "start"),
        {
            "cow": ("SMALLINT", "Correlates of War number"),
            "abbr": ("VARCHAR", "Correlates of War abbreviation"),
            "iso3": ("VARCHAR", "ISO 3166 code, null where there is none"),
            "name": ("VARCHAR", "newest short name"),
            "start": ("DATE", "first day in the system"),
            "end": ("DATE", "last day, null while it continues"),
            "gw": ("SMALLINT", "Gleditsch-Ward number of the same state"),
            "lineage": ("VARCHAR", "token shared by states that readers follow as one"),
        },
        ("states",),
        limits={"cow": COW, "gw": COW},
        may_lack=("iso3", "end", "gw"),
        ordered=(("start", "end"),),
        presence="days",
    ),
)
