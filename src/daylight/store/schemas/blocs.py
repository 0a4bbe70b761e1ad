"""Organisations of states and who belongs to them."""

from __future__ import annotations

from daylight.core.partial import PRECISIONS
from daylight.store.schemas.table import COW, YEAR, Table

ANSWERS = ("answered", "partly", "refused", "imposed")
"""How a call for help was met, or `imposed`: the bloc came in against the government's will."""
SOUGHT = ("help", "consultation", "none")
"""What a call sought; `none` where it is no call, being imposed."""
CONFIRMED_CALLS = ("page", "named", "unconfirmed")

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
            "reach": ("VARCHAR", "exclusive: binding, by region or invitation; wide; or forum"),
            "ties": ("VARCHAR", "yes where it counts in ledgers, breaks, facts and measures; no"),
            "aliases": ("VARCHAR", "other names, with a semicolon between them"),
            "citation": ("VARCHAR", "where this is stated"),
            "note": ("VARCHAR", "remark"),
        },
        ("blocs",),
        later=("reach", "ties", "aliases"),
        words={
            "kind": ("military", "political", "economic"),
            "reach": ("exclusive", "wide", "forum"),
            "ties": ("yes", "no"),
        },
        may_lack=("ended", "aliases", "note"),
    ),
    Table(
        "bloc_spells",
        "bloc_spell",
        ("bloc", "cow", "start"),
        {
            "bloc": ("VARCHAR", "short name"),
            "cow": ("SMALLINT", "COW number of the member"),
            "start": ("DATE", "first day; the first possible one where only a year is known"),
            "end": ("DATE", "first day after the spell, likewise; null while it lasts"),
            "status": (
                "VARCHAR",
                "full, withdrawing, suspended, observer, partner, or a wish: see words",
            ),
            "confirmed": ("VARCHAR", "page, cross, named or unconfirmed: how the row was checked"),
            "citation": ("VARCHAR", "where the row is stated"),
            "note": ("VARCHAR", "remark"),
            "start_precision": ("VARCHAR", "day, month or year: how far the start is known"),
            "end_precision": ("VARCHAR", "likewise of the end; null while it lasts"),
            "signed": ("VARCHAR", "date of signature, to the precision known; null if not stated"),
        },
        ("blocs",),
        later=("start_precision", "end_precision", "signed"),
        limits={"cow": COW},
        words={
            "status": (
                "full",
                "withdrawing",
                "suspended",
                "observer",
                "partner",
                "candidate",
                "applicant",
                "contemplated",
            ),
            "confirmed": ("page", "cross", "named", "unconfirmed"),
            "start_precision": PRECISIONS,
            "end_precision": PRECISIONS,
        },
        may_lack=("end", "note", "end_precision", "signed"),
        ordered=(("start", "end"),),
        presence="bloc",
    ),
    Table(
        "bloc_calls",
        "bloc_call",
        ("bloc", "cow", "day"),
        {
            "bloc": ("VARCHAR", "short name"),
            "cow": ("SMALLINT", "COW number of the state that called, or was entered"),
            "day": ("DATE", "day of the call; the first possible one where less is known"),
            "day_precision": ("VARCHAR", "day, month or year: how far it is known"),
            "asked": ("VARCHAR", "what was asked, in one sentence"),
            "sought": ("VARCHAR", "help, consultation, or none where it is no call"),
            "against": ("SMALLINT", "COW number of the state that the caller named; null if none"),
            "answer": ("VARCHAR", "answered, partly, refused, or imposed: see the method"),
            "answer_day": ("DATE", "day of the answer, likewise; null where it is not known"),
            "answer_precision": ("VARCHAR", "likewise of the answer"),
            "legal_basis": ("VARCHAR", "article named; null where none was seen"),
            "confirmed": ("VARCHAR", "page, named or unconfirmed: how the row was checked"),
            "citation": ("VARCHAR", "where the row is stated"),
            "note": ("VARCHAR", "remark"),
        },
        ("bloc_calls",),
        limits={"cow": COW, "against": COW},
        words={
            "day_precision": PRECISIONS,
            "sought": SOUGHT,
            "answer": ANSWERS,
            "answer_precision": PRECISIONS,
            "confirmed": CONFIRMED_CALLS,
        },
        may_lack=("against", "answer_day", "answer_precision", "legal_basis", "note"),
        presence="day",
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
        limits={"cow": COW, "start": YEAR, "end": YEAR},
        ordered=(("start", "end"),),
        presence="spell",
    ),
)
