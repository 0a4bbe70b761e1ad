"""Which states recognised Peking and which Taipei, and how they were bid for.

Islands of the Pacific recognised one of the two long before the state system counts them, which it
does from their seat in the UN: so no row is held against membership.
"""

from __future__ import annotations

from datetime import date

from daylight.core.partial import PRECISIONS
from daylight.store.schemas.table import COW, YEAR, Table

RECOGNISED = ("PRC", "ROC", "both", "none")
SIDES = ("PRC", "ROC")
OUTCOMES = {
    "moved": "the state went from one to the other",
    "left": "it left one, and the other did not take it",
    "stayed": "it was bid for, or offered itself, and stayed",
}
BIDDERS = ("PRC", "ROC", "both", "none", "unknown")
"""Who is known to have offered something; none where it is known that nobody did."""
DRIVERS = {
    "coercion": "pressure of one of the two",
    "cold_war_alignment": "a side taken in the cold war",
    "ideology": "a government of like mind",
    "inducement": "money, trade or aid",
    "norm": "what most states did, or law",
    "recognition_wave": "one of many moves of those years, not traced one by one",
    "regime_change": "a new government",
    "sanctions": "sanctions of others",
    "security": "a common enemy or a need of help",
    "truce": "the truce between the two",
    "truce_end": "the end of the truce",
    "truce_refusal": "the state asked, and Peking declined",
    "unknown": "not known",
    "upheaval": "war, coup or revolt",
}
"""What moved the state, or failed to: one reader's judgement, made knowing the outcome."""
CHECKED = {
    "page": "a page seen gives fact and day",
    "page_vague": "a page seen gives the fact, and at most the month or year",
    "recalled": "recalled; the citation is where to look",
}
"""How a row was checked."""
SEEN = ("page", "recalled")
"""How an offer, or an amount, was checked."""
TRUCE = (date(2008, 5, 20), date(2016, 5, 19))
"""First and last day on which the two did not bid: the years of Ma Ying-jeou in office."""
MOST_MILLION = 1e5
"""The largest amount, in million dollars: what has more zeros was written in dollars."""

_AMOUNTS = ("winner_million", "loser_million", "ask_million")

TABLES: tuple[Table, ...] = (
    Table(
        "recognition_spells",
        "state_spell",
        ("cow", "start"),
        {
            "cow": ("SMALLINT", "COW number of the recogniser"),
            "recognised": ("VARCHAR", "the government recognised as that of China"),
            "start": ("DATE", "first day; 1949-10-01 where it had begun before"),
            "censored": ("BOOLEAN", "whether it had begun before October 1949"),
            "end": ("DATE", "last day; null while it lasts"),
            "confirmed": ("BOOLEAN", "whether the start was seen on a page"),
            "citation": ("VARCHAR", "page; where to look for what is not confirmed"),
        },
        ("recognition",),
        limits={"cow": COW},
        words={"recognised": RECOGNISED},
        may_lack=("end",),
        ordered=(("start", "end"),),
    ),
    Table(
        "recognition_switches",
        "switch",
        ("cow", "date"),
        {
            "cow": ("SMALLINT", "COW number of the state that moved, or was bid for"),
            "date": ("DATE", "day of the move or bid; the first possible one where less is known"),
            "precision": ("VARCHAR", "day, month or year: how far the date is known"),
            "left": ("VARCHAR", "the government that it had recognised"),
            "joined": ("VARCHAR", "the one that it moved to, or was to; none"),
            "outcome": ("VARCHAR", "moved, left or stayed"),
            "bidders": ("VARCHAR", "who is known to have offered something"),
            "driver": ("VARCHAR", "what moved it, or failed to: a judgement"),
            "winner": ("VARCHAR", "the government recognised in the end; none"),
            "winner_offer": ("VARCHAR", "what the winner offered or gave, in our words"),
            "winner_million": ("FLOAT", "its amount in million dollars of the time, as named"),
            "winner_million_checked": ("VARCHAR", "page or recalled: how the amount was checked"),
            "loser_offer": ("VARCHAR", "what the other offered, asked or refused, in our words"),
            "loser_million": ("FLOAT", "its amount, likewise"),
            "loser_million_checked": ("VARCHAR", "page or recalled"),
            "ask_million": ("FLOAT", "what the state is said to have asked, likewise"),
            "ask_million_checked": ("VARCHAR", "page or recalled"),
            "amount_year": ("SMALLINT", "year of the amounts"),
            "truce": ("BOOLEAN", "whether the date lies in the truce of the two"),
            "checked": ("VARCHAR", "page, page_vague or recalled: how the row was checked"),
            "citation": ("VARCHAR", "page; where to look for what was recalled"),
            "offer_checked": ("VARCHAR", "page or recalled: how the offers were checked"),
            "offer_citation": ("VARCHAR", "page of the offers, where it is another"),
        },
        ("recognition",),
        limits={"cow": COW, "amount_year": YEAR, **dict.fromkeys(_AMOUNTS, (0, MOST_MILLION))},
        words={
            "precision": PRECISIONS,
            "left": SIDES,
            "joined": (*SIDES, "none"),
            "outcome": tuple(OUTCOMES),
            "bidders": BIDDERS,
            "driver": tuple(DRIVERS),
            "winner": (*SIDES, "none"),
            "checked": tuple(CHECKED),
            "offer_checked": SEEN,
            **{f"{name}_checked": SEEN for name in _AMOUNTS},
        },
        may_lack=(
            "winner_offer", "loser_offer", "amount_year", "offer_checked", "offer_citation",
            *_AMOUNTS, *(f"{name}_checked" for name in _AMOUNTS),
        ),
    ),
)  # fmt: skip
