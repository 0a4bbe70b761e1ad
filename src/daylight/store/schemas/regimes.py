"""How states are governed."""

from __future__ import annotations

from daylight.core.partial import PRECISIONS
from daylight.store.schemas.table import COW, YEAR, Table

SUCCESSIONS = {
    "leader": "a leader came to power",
    "regime": "a regime came to be: other rules of who may lead, or other groups that choose",
}
"""What came, in the table `successions`."""
MANNERS = {
    "regular": "by the rules or custom of the state",
    "irregular": "against them: by a coup, a revolt, a threat",
    "imposed": "put in by another state",
    "unknown": "the source does not say how",
    "standing": "no change: in power when the state, or the list, begins, which is the day",
}
"""How it came."""

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
    Table(
        "successions",
        "state_spell",
        ("cow", "day", "kind", "name"),
        {
            "cow": ("SMALLINT", "COW number of the state, of the day"),
            "day": ("DATE", "first day in power; the first possible one where less is known"),
            "precision": ("VARCHAR", "day, month or year: how far the day is known"),
            "kind": ("VARCHAR", "leader or regime"),
            "name": ("VARCHAR", "who came: a name, or the kind of the regime"),
            "manner": ("VARCHAR", "how: " + ", ".join(MANNERS)),
            "until": (
                "DATE",
                "last day in power, the first possible one where less is known; null where it "
                "was in power when the list ends",
            ),
            "until_precision": ("VARCHAR", "likewise of until"),
            "open_to": ("DATE", "where until is null, the last day to which the list can tell"),
            "source": ("VARCHAR", "source that it is from"),
        },
        ("archigos", "gwf_regimes", "reign"),
        limits={"cow": COW},
        words={
            "precision": PRECISIONS,
            "until_precision": PRECISIONS,
            "kind": tuple(SUCCESSIONS),
            "manner": tuple(MANNERS),
        },
        may_lack=("until", "until_precision", "open_to"),
        ordered=(("day", "until"), ("day", "open_to")),
        presence="day",
    ),
)
