"""Positions of states in UN votes: estimated ideal points."""

from __future__ import annotations

from typing import Literal

from daylight.store.schemas.table import COW, YEAR, Table
from daylight.store.schemas.votes import MOST_VOTES, SOURCES

VoteSet = Literal["all", "final-passage"]
PointKind = Literal["smoothed", "filtered"]
VOTE_SETS: tuple[VoteSet, ...] = ("all", "final-passage")
"""Which roll calls ideal points are estimated from."""

TABLES: tuple[Table, ...] = (
    Table(
        "ideal_points",
        "state_year_estimate",
        ("votes", "kind", "issue", "year", "cow"),
        {
            "votes": ("VARCHAR", "all: every roll call; final-passage: whole texts adopted"),
            "kind": ("VARCHAR", "smoothed: from all years; filtered: from no later year"),
            "issue": ("VARCHAR", "all, or the votes of the scale: see docs/methods/ideal-points"),
            "cow": ("SMALLINT", "COW number"),
            "year": ("SMALLINT", "calendar year; the last one may be incomplete, see n_votes"),
            "theta": (
                "FLOAT",
                "posterior mean; smoothed, of all votes: pooled sd 1; higher is nearer the US",
            ),
            "sd": ("FLOAT", "posterior standard deviation"),
            "lo": ("FLOAT", "lower end of the 90 % interval"),
            "hi": ("FLOAT", "upper end of the 90 % interval"),
            "rho": (
                "FLOAT",
                "posterior correlation with the state's row before; null for the first row "
                "and for filtered estimates",
            ),
            "n_votes": ("USMALLINT", "the state's votes on items that divided the Assembly"),
        },
        (*SOURCES, "un_votes_matches"),
        limits={
            "cow": COW,
            "year": YEAR,
            "theta": (-10, 10),
            "sd": (0.001, 5),
            "lo": (-15, 15),
            "hi": (-15, 15),
            "rho": (-1, 1),
            "n_votes": (1, MOST_VOTES),
        },
        words={"votes": VOTE_SETS, "kind": ("smoothed", "filtered")},
        may_lack=("rho",),
        ordered=(("lo", "theta", "hi"),),
        presence="un",
    ),
)
