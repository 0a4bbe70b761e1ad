"""Who said what and who met whom, when and where, and the places where such things happen."""

from __future__ import annotations

from daylight.core.partial import PRECISIONS
from daylight.store.schemas.table import COW, Table

MARKS = {
    "page": "a page seen bears out the row; the note says what of it is not on the page",
    "data": "a record of travels or visits has one side in the place on those days",
    "unconfirmed": "nothing seen bears it out; never the sole support of a verdict",
}
"""How a row was checked."""
MEETINGS = {
    "bilateral": "talks of two states",
    "trilateral": "talks of three",
    "summit": "leaders or ministers of several states",
    "signing": "the signing of a treaty or declaration",
}
"""What kinds of meeting there are."""
PLACES = {
    "base": "a military base",
    "facility": "a station, plant, depot or test site",
    "port": "a port of commerce",
    "venue": "a house or square where states meet or speak",
    "conference": "a conference that is held again and again",
}
"""What kinds of place there are."""
NO_PAGE = "no page seen"
"""Stands for the citation of a row of which no page was seen."""

_CHECKED = {
    "confirmed": ("VARCHAR", "page, data or unconfirmed: how the row was checked"),
    "citation": ("VARCHAR", f"title and address, or record of a data set; or: {NO_PAGE}"),
    "note": ("VARCHAR", "remark, and what of the row is not on the page"),
}
_WHERE = {
    "place": ("VARCHAR", "town, or what else is known of the place"),
    "place_cow": ("SMALLINT", "COW number of the state that held it that day; null if none"),
}

TABLES: tuple[Table, ...] = (
    Table(
        "statements",
        "statement",
        ("id",),
        {
            "id": ("VARCHAR", "number of the row in the source, from ST0001"),
            "speaker": ("VARCHAR", "who said or wrote it"),
            "office": ("VARCHAR", "as what; of an organisation, here is its name"),
            "cow": ("SMALLINT", "COW number of the state of the speaker that day; null where it "
                    "was none, or the speaker spoke for several or for an organisation"),
            "day": ("DATE", "day, local; the first possible one where less is known"),
            "precision": ("VARCHAR", "day, month or year: how far it is known"),
            "venue": ("VARCHAR", "hall, programme or paper"),
            "event": ("VARCHAR", "on what occasion, or the name of the speech"),
            **_WHERE,
            "gist": ("VARCHAR", "what was said, in our words"),
            "phrase": ("VARCHAR", "a few words of it, English // original"),
            "misplaced": ("VARCHAR", "to whom, where or when it is wrongly given; after may be "
                          "confused: what lies near"),
            **_CHECKED,
        },
        ("statements",),
        limits={"cow": COW, "place_cow": COW},
        words={"precision": PRECISIONS, "confirmed": tuple(MARKS)},
        may_lack=("cow", "place_cow", "phrase", "misplaced", "note"),
    ),
    Table(
        "meetings",
        "meeting",
        ("id",),
        {
            "id": ("VARCHAR", "number of the row in the source, from MT0001"),
            "first": ("DATE", "first day, local; the first possible one where less is known"),
            "last": ("DATE", "last day, likewise"),
            "precision": ("VARCHAR", "day, month or year: how far the first day is known"),
            **_WHERE,
            "event": ("VARCHAR", "name of the meeting"),
            "participants": ("VARCHAR", "name/code; of groups the codes of members, whoever came"),
            "kind": ("VARCHAR", "bilateral, trilateral, summit or signing"),
            "topic": ("VARCHAR", "what it was about"),
            **_CHECKED,
        },
        ("statements",),
        limits={"place_cow": COW},
        words={
            "precision": PRECISIONS, "kind": tuple(MEETINGS), "confirmed": tuple(MARKS),
        },
        may_lack=("place_cow", "topic", "note"),
        ordered=(("first", "last"),),
    ),
    Table(
        "places",
        "place",
        ("id",),
        {
            "id": ("VARCHAR", "number of the row in the source, from PL0001"),
            "name": ("VARCHAR", "name"),
            "aliases": ("VARCHAR", "other names, with a semicolon between them"),
            "kind": ("VARCHAR", "base, facility, port, venue or conference"),
            "cow": ("SMALLINT", "COW number of the host, of today or of the end of the use; null "
                    "where several claim it"),
            "users": ("VARCHAR", "codes of who uses or used it, RUS for the Soviet Union too"),
            "start": ("DATE", "first day of use, or possible; null if not known, or before 1816"),
            "start_precision": ("VARCHAR", "day, month or year: how far the start is known"),
            "end": ("DATE", "last day of use, likewise; null while it lasts, or if not known"),
            "end_precision": ("VARCHAR", "likewise of the end"),
            **_CHECKED,
        },
        ("statements",),
        limits={"cow": COW},
        words={
            "kind": tuple(PLACES), "start_precision": PRECISIONS, "end_precision": PRECISIONS,
            "confirmed": tuple(MARKS),
        },
        may_lack=(
            "aliases", "cow", "users", "start", "start_precision", "end", "end_precision", "note",
        ),
        ordered=(("start", "end"),),
    ),
)  # fmt: skip
