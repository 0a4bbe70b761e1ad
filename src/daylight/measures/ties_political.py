"""Coded political ties: visits, co-sponsorship and what the press reports."""

from __future__ import annotations

from daylight.measures.measure import Measure
from daylight.measures.ties import tie_measure

VISITS: tuple[Measure, ...] = (
    tie_measure(
        "leader_visits",
        title="Visits of leaders, to or from the United States",
        unit="visits that begin in the year",
        about="""
        Visits of leaders between the United States and another state that begin in the year.

        A visit is a stay of the president or the secretary of state in the other state, or of its
        head of state or government in the United States. All three count alike, and a visit counts
        once whatever its length and reason: a summit of many states counts like a talk of two, so
        hosts of conferences stand high, and a meeting in a third state counts for that state alone
        (Geneva 1985). From the 1970s on most visits are those of secretaries.

        Only pairs with the United States are covered, 1874 to 2023; for them no visit is zero. All
        other pairs are missing: no list of the visits of other leaders was found that says what it
        covers. Air travel makes years of different eras incomparable; compare within a year.
        """,
        citation="Lebovic & Saunders 2016, International Studies Quarterly 60:107-123",
        method="visits-and-regimes",
        sources=("leader_visits",),
    ),
)
POLITICAL_TIES: tuple[Measure, ...] = (
    tie_measure(
        "cosponsorship",
        title="Co-sponsorship in the UN",
        unit="phi",
        about="""
        Co-sponsorship of resolutions of the UN General Assembly: phi over the texts of the year.

        1 when two states sponsor the same texts, 0 when they overlap as two independent states
        would that sponsor as much as they, below 0 when they overlap less. Voted on or not, every
        adopted text with a sponsor counts; signing for a group of states does not. Missing where a
        state sponsored fewer than five texts. Not directed.
        """,
        citation="Yule 1912, Journal of the Royal Statistical Society 75:579-652 (coefficient)",
        method="cosponsorship",
        sources=("un_votes_resolutions",),
        low=-1.0,
        high=1.0,
    ),
    tie_measure(
        "verbal_cooperation",
        title="Verbal cooperation in the news",
        unit="fraction of the verbal cooperation of the side with less",
        fraction=True,
        about="""
        Talks, visits, promises and acts of diplomacy of a pair that the press reported in a year.

        The value is the pair's share of all verbal cooperation of the side that has less of it with
        the whole world: 0.1 means a tenth of it. Verbal cooperation is CAMEO 03 to 05 (intent to
        cooperate, consult, diplomatic cooperation), and a pair counts once for each day and root
        code, in whichever direction. Comments (01) and appeals (02) are left out: they are made
        about rivals as much as to friends. A share takes out how much the press writes in a year,
        and how much it writes about the state. It does not take out why: enemies who negotiate talk
        most.

        It is only in an atlas that was built with files of the user's own, for years that these
        hold whole. A state with fewer than 50 such events in a year has no value; between two
        others no event is zero. The press is mostly in English, and a fifth of the events come from
        Indian dailies.
        """,
        citation="Boschee et al. 2015, doi:10.7910/DVN/28075",
        method="visits-and-regimes",
        sources=("icews",),
        high=1.0,
        supplied="icews",
    ),
)
