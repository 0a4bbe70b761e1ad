"""What a map is drawn from: shapes, whose each is, and the places that states dispute."""

from __future__ import annotations

from daylight.core.partial import PRECISIONS
from daylight.store.schemas.table import COW, Table

DRAWN = ("shape", "point")
CONFIRMED = ("page", "in part", "unconfirmed")
"""How far the page cited was seen to say it: all, holder and claimant only, or nothing."""

TABLES: tuple[Table, ...] = (
    Table(
        "shapes",
        "row",
        ("unit", "ring"),
        {
            "unit": ("VARCHAR", "a shape of Natural Earth, by its name there, or a part of one"),
            "ring": ("SMALLINT", "number of the ring within the shape, from 1"),
            "path": ("VARCHAR", "SVG path of the ring, in tenths of the unit of a map 1000 wide"),
        },
        ("natural_earth",),
        limits={"ring": (1, 500)},
    ),
    Table(
        "shape_holders",
        "row",
        ("unit", "start"),
        {
            "unit": ("VARCHAR", "the shape"),
            "cow": (
                "SMALLINT",
                "COW number of the state that holds it; null where no one member of the state "
                "system does",
            ),
            "start": ("DATE", "first day; 1816-01-01 where it reaches back as far as the state"),
            "end": ("DATE", "last day; null where it lasts"),
        },
        ("natural_earth",),
        limits={"cow": COW},
        may_lack=("cow", "end"),
        ordered=(("start", "end"),),
    ),
    Table(
        "disputed_places",
        "row",
        ("place", "start"),
        {
            "place": ("VARCHAR", "what is disputed"),
            "drawn": ("VARCHAR", "shape or point: how a map shows it"),
            "unit": ("VARCHAR", "the shape in the table shapes; null for a point"),
            "lon": ("FLOAT", "degrees east, of a point"),
            "lat": ("FLOAT", "degrees north, of a point"),
            "holder": ("VARCHAR", "who holds it, parted by semicolons"),
            "claimant": ("VARCHAR", "who claims what it does not hold, or all of it"),
            "start": ("DATE", "first day that the start can mean; 1816-01-01 if it is earlier"),
            "start_precision": ("VARCHAR", "day, month or year: how far the start is known"),
            "end": ("DATE", "first day that the end can mean; null while it goes on"),
            "end_precision": ("VARCHAR", "likewise of the end"),
            "confirmed": ("VARCHAR", "how far the page cited was seen to say it"),
            "citation": ("VARCHAR", "address of the page"),
        },
        ("disputed_places", "natural_earth"),
        limits={"lon": (-180, 180), "lat": (-90, 90)},
        words={"drawn": DRAWN, "confirmed": CONFIRMED, "start_precision": PRECISIONS,
               "end_precision": PRECISIONS},
        may_lack=("unit", "lon", "lat", "end", "end_precision"),
        ordered=(("start", "end"),),
    ),
)  # fmt: skip
