"""Dated shocks that an observer of the time could expect to move the tie of two states."""

from __future__ import annotations

from daylight.core.partial import PRECISIONS
from daylight.store.schemas.table import COW, Table

KINDS = {
    "arms_embargo": "arms withheld or banned",
    "base_dispute": "a base or troops asked to leave, refused, or withdrawn",
    "crisis_between": "a crisis between the two short of force",
    "deal_cancelled": "a deal or promise withdrawn",
    "deal_frozen": "a deal or promise put off",
    "economic_coercion": "trade, money or energy used as pressure",
    "expulsion": "envoys or advisers sent home, relations broken",
    "force_between": "force of one on the other",
    "leader_change": "a leader dies or changes under the same order",
    "power_shift": "a change in what one can do, or needs the other for",
    "recognition": "recognition given or withheld against the wish of the other",
    "regime_change": "a government overthrown, or an order at its end",
    "sanction": "sanctions",
    "third_party_war": "a war or crisis with a third state",
    "treaty_with_rival": "a treaty or opening of one to a rival of the other",
    "vote_against": "a vote against the wish of the other",
    "other": "treaties, settlements and relations restored, and what fits no other kind",
}
"""What kinds of shock there are, and what each is."""
DIRECTIONS = {
    "a_to_b": "a acted on b",
    "b_to_a": "b acted on a",
    "both": "both acted",
    "third_party": "neither acted",
}
EXPECTED = ("boost", "rupture", "strain")
CHECKED = {
    "data_row": "the day and who was in it equal a row of the data set that is named",
    "page": "a page seen gives fact and day",
    "page_vague": "a page seen gives the fact, and only the month or year",
}
"""How a row was checked. What the fact is called, its kind, and what was to be expected of it are
our reading."""
LONGEST = 90
"""Most characters of a title."""

TABLES: tuple[Table, ...] = (
    Table(
        "shocks",
        "shock",
        ("a", "b", "date", "kind"),
        {
            "a": ("SMALLINT", "COW number of the first state, of the time of the shock"),
            "b": ("SMALLINT", "COW number of the second state, greater than a"),
            "date": ("DATE", "day of the shock; the first possible one where less is known"),
            "precision": ("VARCHAR", "day, month or year: how far the date is known"),
            "kind": ("VARCHAR", "what kind of shock it is"),
            "direction": ("VARCHAR", "who acted: a_to_b, b_to_a, both or third_party"),
            "third": ("SMALLINT", "COW number of the third state most concerned"),
            "title": ("VARCHAR", f"one line of at most {LONGEST} characters, ours"),
            "expected": ("VARCHAR", "boost, strain or rupture: what was to be expected that day"),
            "citation": ("VARCHAR", "page, or row of a data set"),
            "url": ("VARCHAR", "address of the page; null for a row of a data set without one"),
            "checked": ("VARCHAR", "data_row, page or page_vague: how the row was checked"),
        },
        ("shocks",),
        limits={"a": COW, "b": COW, "third": COW},
        words={
            "precision": PRECISIONS,
            "kind": tuple(KINDS),
            "direction": tuple(DIRECTIONS),
            "expected": EXPECTED,
            "checked": tuple(CHECKED),
        },
        may_lack=("third", "url"),
        presence="day",
    ),
)
