"""How near pairs of states lie, and what that lets expect of them."""

from __future__ import annotations

from daylight.store.schemas.ledgers import LEDGERS_FROM, RELATIONSHIP_FROM
from daylight.store.schemas.table import COW, YEAR, Table

TABLES: tuple[Table, ...] = (
    Table(
        "nearness",
        "dyad_spell",
        ("a", "b", "start"),
        {
            "a": ("SMALLINT", "COW number of the first state"),
            "b": ("SMALLINT", "COW number of the second state, greater than a"),
            "start": ("SMALLINT", "first year in which both are members and this holds"),
            "end": ("SMALLINT", "last year"),
            "km": ("SMALLINT", "kilometres between the capitals, in steps of 10"),
            "contiguity": (
                "TINYINT",
                "0 apart, 1 a border on land or a river, water of up to 2: 12, 3: 24, 4: 150, "
                "5: 400 nautical miles; from 2017 that of 2016",
            ),
            "language": ("BOOLEAN", "whether they share an official language"),
            "colony": ("BOOLEAN", "whether one was the other's colony for long"),
        },
        ("contiguity", "geodist"),
        limits={"a": COW, "b": COW, "start": YEAR, "end": YEAR, "km": (10, 20_020)}
        | {"contiguity": (0, 5)},
        ordered=(("a", "b"), ("start", "end")),
        presence="spell",
    ),
    Table(
        "opportunity",
        "row",
        ("outcome", "start", "term"),
        {
            "outcome": ("VARCHAR", "what is expected: trade_volume, or a ledger of points"),
            "start": ("SMALLINT", "first year of the period of the fit"),
            "end": ("SMALLINT", "last year of the period"),
            "term": ("VARCHAR", "feature, or `year` and a year for its level"),
            "value": (
                "FLOAT",
                "coefficient in the log of the amount, or the log odds of the part of 100 points",
            ),
            "sd": ("FLOAT", "its standard error, robust and clustered by pair"),
        },
        (*LEDGERS_FROM, *RELATIONSHIP_FROM, "nmc"),
        limits={"start": YEAR, "end": YEAR, "value": (-200, 200), "sd": (0, 200)},
        ordered=(("start", "end"),),
    ),
)
