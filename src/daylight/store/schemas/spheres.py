"""On how many states each state has the lead, by year."""

from __future__ import annotations

from daylight.store.schemas.ledgers import LEDGERS_FROM, RELATIONSHIP_FROM
from daylight.store.schemas.table import COW, YEAR, Table

_COUNTS = {
    "military": "states on which it has the lead by arms",
    "political": "states on which it has the lead in politics, if it is a power",
    "economic": "states on which it has the lead by trade",
    "within": "states within its sphere: lead in two of the three",
    "within_lo": "lower end of the 90 % interval",
    "within_hi": "upper end",
}
TABLES: tuple[Table, ...] = (
    Table(
        "spheres",
        "state_year",
        ("cow", "year"),
        {
            "cow": ("SMALLINT", "COW number; a state with no lead on any other has no row"),
            "year": ("SMALLINT", "calendar year"),
            **{name: ("SMALLINT", what) for name, what in _COUNTS.items()},
            "power": ("BOOLEAN", "whether it has the lead on five by arms, or by trade"),
        },
        tuple(sorted({*LEDGERS_FROM, *RELATIONSHIP_FROM, "nmc"})),
        limits={"cow": COW, "year": YEAR} | dict.fromkeys(_COUNTS, (0.0, 300.0)),
        ordered=(("within_lo", "within", "within_hi"),),
        presence="year",
    ),
)
