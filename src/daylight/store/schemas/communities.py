"""Communities of states on their military, political and economic ties."""

from __future__ import annotations

from daylight.store.schemas.ledgers import LEDGERS_FROM, RELATIONSHIP_FROM
from daylight.store.schemas.table import COW, YEAR, Table

LINE = (1, 2000)
CHANCE = (0, 100)
TABLES: tuple[Table, ...] = (
    Table(
        "communities",
        "state_year",
        ("cow", "year"),
        {
            "cow": ("SMALLINT", "COW number of a state that is a member at the end of the year"),
            "year": ("SMALLINT", "calendar year"),
            "community": (
                "SMALLINT",
                "its community: COW number of the member with most capabilities; null where none "
                "can be told",
            ),
            "line": ("SMALLINT", "number of the community, the same in all years"),
            "chance": ("UTINYINT", "chance to be with the core of its community, per cent"),
            "second_community": ("SMALLINT", "the community that is likeliest besides"),
            "second_line": ("SMALLINT", "its number"),
            "second_chance": ("UTINYINT", "chance to be with its core, per cent"),
        },
        (*LEDGERS_FROM, *RELATIONSHIP_FROM, "nmc"),
        limits={
            "cow": COW,
            "year": YEAR,
            "community": COW,
            "line": LINE,
            "chance": (50, 100),
            "second_community": COW,
            "second_line": LINE,
            "second_chance": CHANCE,
        },
        may_lack=(
            "community", "line", "chance", "second_community", "second_line", "second_chance",
        ),
        presence="year",
    ),
)  # fmt: skip
