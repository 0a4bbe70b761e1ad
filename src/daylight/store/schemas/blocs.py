"""Organisations of states and who belongs to them."""

from __future__ import annotations

from daylight.store.schemas.table import Table

TABLES: tuple[Table, ...] = (
    Table(
        "blocs",
        "bloc",
        ("bloc",),
        {
            "bloc": ("VARCHAR", "short name"),
            "name": ("VARCHAR", "full name"),
            "kind": ("VARCHAR", "military, political or economic: its founding purpose"),
            "founded": ("VARCHAR", "date, to the precision known"),
            "ended": ("VARCHAR", "date, null while it exists"),
            "citation": ("VARCHAR", "where this is stated"),
            "note": ("VARCHAR", "remark"),
        },
        ("blocs",),
    ),
    Table(
        "bloc_spells",
        "bloc_spell",
        ("bloc", "cow", "start"),
        {
            "bloc": ("VARCHAR", "short name"),
            "cow": ("SMALLINT", "COW number of the member"),
            "start": ("DATE", "first day; the first possible day where only a year is known"),
            "end": ("DATE", "first day after the spell; null while it lasts"),
            "status": ("VARCHAR", "full, observer, partner, candidate or suspended"),
            "confirmed": ("VARCHAR", "page, cross or unconfirmed: how the row was checked"),
            "citation": ("VARCHAR", "where the row is stated"),
            "note": ("VARCHAR", "remark"),
        },
        ("blocs",),
    ),
    Table(
        "igo_members",
        "igo_spell",
        ("igo", "cow", "start"),
        {
            "igo": ("VARCHAR", "short name of the organisation in COW IGO"),
            "cow": ("SMALLINT", "COW number of the full member"),
            "start": ("SMALLINT", "first year of full membership"),
            "end": ("SMALLINT", "last year of it, or of the source"),
        },
        ("igo",),
    ),
)
