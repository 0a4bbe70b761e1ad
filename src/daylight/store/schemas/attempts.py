"""Attempts of one state or bloc to part two others, with what came of them."""

from __future__ import annotations

from daylight.store.schemas.table import Table

AIMS = {
    "realign": "the target joins the divider, and its tie with the partner ends",
    "dealign": "the tie of target and partner ends",
    "prealign": "the target stays outside the partner's camp, or neutral",
    "disalign": "the tie stays, and on one matter the target withholds what the partner wants",
}
"""What the divider wanted, and what success means by it."""
INSTRUMENTS = {
    "accommodation": "concessions, recognition, better relations",
    "arms_control": "limits on arms that please the target and not the partner",
    "coercion": "threat, penalty, force",
    "inducement": "money, land, arms, trade",
    "mediation": "help with a dispute of the target",
    "mixed": "inducement with coercion",
    "protection": "troops, guarantees, backing",
}
"""With what it was tried."""
ANSWERS = {
    "accepted": "the target took what was offered",
    "half": "it took a part, or agreed and did not carry it out",
    "refused": "it said no, or the talks ended without anything",
    "unknown": "no clear offer, or the row does not tell",
}
"""What the target said at the time, which is not what became of it."""
OUTCOMES = {
    "success": "the target does what the aim says",
    "partial": "in part, on one issue, undelivered, or undone in part",
    "fail": "no change, or nearer to the partner, or a change that came by another road",
    "unknown": "not yet, or the aim was exhausted, or target or partner is no more",
}
"""What had become of it some years after the last year of the attempt."""
SIDES = {
    "weaker": "target weaker than partner",
    "comparable": "about as strong",
    "stronger": "target stronger than partner",
}
CHECKED = {
    "page": "a page was read that states the attempt",
    "study": "a named work treats it; the work was not opened",
    "recalled": "from memory; a work that treats it is named where one is known",
}
"""How a row was checked. Codes of aim, outcome and side are our reading in any case."""
HORIZONS = (2, 5, 10)
"""Years after the last year of an attempt at which its outcome is coded."""
CODED_TO = 2025
"""The last year whose end was known to the coder."""
YES_NO = ("yes", "no")
VETO = ("yes", "no", "unknown")

TABLES: tuple[Table, ...] = (
    Table(
        "attempts",
        "attempt",
        ("id",),
        {
            "id": ("VARCHAR", "name of the row"),
            "first": ("SMALLINT", "first year"),
            "last": ("SMALLINT", "year of the deal or of the last push: outcomes count from it"),
            "divider": ("VARCHAR", "COW numbers of who tried to part the two, joined by |"),
            "divider_bloc": ("VARCHAR", "bloc that tried it, or for which the dividers acted"),
            "target": ("VARCHAR", "COW numbers of who was courted or pressed, joined by |"),
            "partner": ("VARCHAR", "COW numbers of whom the target was to leave, joined by |"),
            "partner_bloc": ("VARCHAR", "bloc, camp or neutrality that the target was to leave"),
            "outside": (
                "VARCHAR",
                "of these, numbers that the state system did not have then, joined by |",
            ),
            "aim": ("VARCHAR", "realign, dealign, prealign or disalign"),
            "instrument": ("VARCHAR", "with what it was tried"),
            "offer": ("VARCHAR", "what was offered or threatened, in a few words"),
            "amount": ("BIGINT", "dollars of the day named at the time, where a sum was named"),
            "amount_year": ("SMALLINT", "year of the sum"),
            "amount_seen": ("BOOLEAN", "whether a page was read that gives the sum"),
            "deadline": ("VARCHAR", "deadline, in a few words, where one is known"),
            "answer": ("VARCHAR", "accepted, half, refused or unknown: what the target said"),
            "counter": ("VARCHAR", "what the partner did against it, in a few words"),
            "veto": ("VARCHAR", "whether an ally of the divider objected: yes, no, unknown"),
            "veto_by": ("VARCHAR", "which; a domestic objection is told here, with veto no"),
            "after_2": ("VARCHAR", "success, partial, fail or unknown two years after last"),
            "after_5": ("VARCHAR", "likewise after five years"),
            "after_10": ("VARCHAR", "likewise after ten years"),
            "side": ("VARCHAR", "target weaker, comparable or stronger than partner"),
            "upheaval": ("BOOLEAN", "revolution, coup, war at home or change of order in target"),
            "quiet": ("BOOLEAN", "a failure that made no noise, sought on purpose"),
            "recognition": ("BOOLEAN", "a bid for recognition of Peking or Taipei"),
            "cluster": ("VARCHAR", "courtship or war that rows share; the id where none does"),
            "doubtful": ("BOOLEAN", "whether the coding could go another way; the note says why"),
            "citation": ("VARCHAR", "page or work, or none named"),
            "url": ("VARCHAR", "where the page was read; null where none was"),
            "checked": ("VARCHAR", "page, study or recalled: how the row was checked"),
            "note": ("VARCHAR", "what else a reader must know"),
        },
        ("attempts",),
        limits={"first": (1700, 2100), "last": (1700, 2100), "amount": (1, 1e12),
                "amount_year": (1700, 2100)},
        words={
            "aim": tuple(AIMS),
            "instrument": tuple(INSTRUMENTS),
            "answer": tuple(ANSWERS),
            "veto": VETO,
            "after_2": tuple(OUTCOMES),
            "after_5": tuple(OUTCOMES),
            "after_10": tuple(OUTCOMES),
            "side": tuple(SIDES),
            "checked": tuple(CHECKED),
        },
        may_lack=("divider", "divider_bloc", "partner", "partner_bloc", "outside", "amount",
                  "amount_year", "amount_seen", "deadline", "counter", "veto_by", "url", "note"),
        ordered=(("first", "last"),),
    ),
)  # fmt: skip
