"""Dated facts that bind or divide two states."""

from __future__ import annotations

from daylight.core.partial import PRECISIONS
from daylight.store.schemas.table import COW, Table

KINDS = {
    "war": "war between the two",
    "force": "force short of war: a clash, a strike, a militarised dispute with use of force",
    "crisis": "an international crisis between the two",
    "rebels": "troops of one in battle for rebels against the other",
    "break": "relations broken off or downgraded",
    "sanctions": "sanctions of one on the other, or further kinds of them",
    "promise": "a treaty or declaration with a promise: defence, neutrality, non-aggression, talks",
    "peace": "a treaty or declaration that settles a conflict",
    "mend": "relations restored or opened",
    "beside": "troops of one in battle for the other, or of both for a third state",
    "agreement": "an agreement on defence without a promise to fight",
    "troops": "troops of one based in the other, and that they left",
    "recognition": "recognition of Peking or of Taipei",
    "bloc": "both full members of a bloc, or one no longer",
    "aid": "aid to Ukraine, as a total to the end of a year",
    "trade": "a trade agreement in force",
    "investment": "an investment treaty in force",
    "veto": "a veto in the UN Security Council on what is about the other",
    "council": "a vote in the UN Security Council on what is about the other",
}
"""What kinds of fact there are, and what each is."""
LONGEST = 70
"""Most characters of a text."""

TABLES: tuple[Table, ...] = (
    Table(
        "dated_facts",
        "fact",
        ("a", "b", "day", "kind", "actor", "text", "source"),
        {
            "a": ("SMALLINT", "COW number of the first state, of the time of the fact"),
            "b": ("SMALLINT", "COW number of the second state, greater than a"),
            "day": ("DATE", "day of the fact; the first possible one where less is known"),
            "precision": ("VARCHAR", "day, month or year: how far the day is known"),
            "until": (
                "DATE",
                "last day of what lasted, the first possible one where less is known; null for "
                "what has no length, goes on, or ended on a day that is not known",
            ),
            "until_precision": ("VARCHAR", "likewise of until"),
            "open_to": (
                "DATE",
                "of what lasts and has no known end, the last day to which the source can tell",
            ),
            "kind": ("VARCHAR", "what kind of fact it is"),
            "actor": ("SMALLINT", "COW number of who acted; 0 for both, or where it is not coded"),
            "text": ("VARCHAR", f"one line of at most {LONGEST} characters"),
            "weight": ("SMALLINT", "how much a reader needs it, from 1 to 100"),
            "source": ("VARCHAR", "source that it is from"),
            "citation": ("VARCHAR", "address or place in the source, where the row has one"),
        },
        (
            "atop", "blocs", "council_vetoes", "council_votes", "dcad", "defence_facts", "desta",
            "desta_2_3", "gsdb", "icb", "icb_v16", "iia", "mid", "mie", "recognition", "relations",
            "ucdp", "ukraine_support",
        ),
        limits={"a": COW, "b": COW, "actor": (0, COW[1]), "weight": (1, 100)},
        words={"kind": tuple(KINDS), "precision": PRECISIONS, "until_precision": PRECISIONS},
        may_lack=("until", "until_precision", "open_to", "citation"),
        ordered=(("day", "until"), ("day", "open_to")),
        presence="day",
    ),
)  # fmt: skip
