"""Recorded votes of the UN General Assembly: of pairs of states, and how many were held."""

from __future__ import annotations

from daylight.store.schemas.table import DYAD, PAIR, YEAR, Table

VOTE_COUNTS = ("yy", "ya", "yn", "ay", "aa", "an", "ny", "na", "nn")
"""Columns of joint votes: the vote of a, then that of b."""
_WORD = {"y": "yes", "a": "abstain", "n": "no"}
_COUNTS = {
    p: ("USMALLINT", f"roll calls in which a voted {_WORD[p[0]]} and b {_WORD[p[1]]}")
    for p in VOTE_COUNTS
}
MOST_VOTES = 500
"""More recorded votes than any year has had: 185 in 2025."""
_LIMITS = PAIR | dict.fromkeys(VOTE_COUNTS, (0, MOST_VOTES))
SOURCES = ("un_votes_voeten", "un_votes_resolutions")

TABLES: tuple[Table, ...] = (
    Table(
        "votes",
        "dyad_year",
        ("year", "a", "b"),
        {**DYAD, **_COUNTS},
        SOURCES,
        limits=_LIMITS,
        presence="un",
    ),
    Table(
        "issue_votes",
        "dyad_year_issue",
        ("issue", "year", "a", "b"),
        {"issue": ("VARCHAR", "me, nu, di, hr, co, ec: see docs/methods"), **DYAD, **_COUNTS},
        SOURCES,
        limits=_LIMITS,
        presence="un",
    ),
    Table(
        "rollcalls",
        "year_issue",
        ("year", "issue", "universe"),
        {
            "year": ("SMALLINT", "calendar year"),
            "issue": ("VARCHAR", "issue code, or all"),
            "universe": ("VARCHAR", "voeten: all roll calls; un: adopted whole resolutions"),
            "held": ("USMALLINT", "recorded votes"),
            "divided": ("USMALLINT", "of these, not unanimous among yes, abstain and no"),
        },
        SOURCES,
        limits={"year": YEAR, "held": (1, MOST_VOTES), "divided": (0, MOST_VOTES)},
        words={"universe": ("voeten", "un")},
        ordered=(("divided", "held"),),
    ),
)
