"""Measures of agreement in UN votes: joint counts of a year to one score for each pair."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from daylight.measures.measure import Measure, Values, World
from daylight.stats.agreement import Chance, Distance, agreement
from daylight.store.schemas import VOTE_COUNTS

HAEGE = "Haege 2011, Political Analysis 19:287-305"
SIGNORINO_RITTER = "Signorino & Ritter 1999, ISQ 43:115-144"
AGENDA_BREAK = 2025
"""From this year texts that used to pass by consensus are put to a recorded vote."""


def score(distance: Distance, chance: Chance) -> Callable[[World, int, int], Values]:
    """Return the function that scores all pairs and years by this distance and correction."""

    def compute(world: World, start: int, end: int) -> Values:
        rows = world.years("votes", start, end)
        counts = np.stack([rows[c] for c in VOTE_COUNTS], axis=1)
        found = agreement(counts, distance, chance)
        status = np.where(np.isnan(found.value), 2, 0).astype(np.int8)
        a, b, year = (rows[c].astype(np.int64) for c in ("a", "b", "year"))
        return Values(a, b, year, found.value, found.lo, found.hi, found.n, status)

    return compute


def vote_measure(
    name: str, title: str, distance: Distance, chance: Chance, citation: str, about: str
) -> Measure:
    """Return the measure of agreement in UN votes with this distance and correction."""
    share = chance == "none"
    return Measure(
        name=name,
        title=title,
        unit="share of common roll calls" if share else "score, 1 is full agreement",
        about=about,
        low=0.0 if share else -1.0,
        high=1.0,
        directed=False,
        undirected="same",
        table="votes",
        absence="missing",
        interval="sampling of roll calls",
        citation=citation,
        method="similarity",
        compute=score(distance, chance),
        fraction=share,
    )


VOTES: tuple[Measure, ...] = (
    vote_measure(
        "vote_agreement",
        "Same vote",
        "nominal",
        "none",
        SIGNORINO_RITTER,
        "Share of common roll calls with the same vote, abstention being one; absences left out.",
    ),
    vote_measure(
        "vote_agreement_half",
        "Same vote, half credit",
        "absolute",
        "none",
        SIGNORINO_RITTER,
        "Agreement with half credit between abstention and yes or no: the `agree` of the "
        "Voeten dyads.",
    ),
    vote_measure(
        "vote_kappa",
        "Agreement beyond chance (kappa)",
        "squared",
        "cohen",
        HAEGE,
        "Cohen's kappa with squared distances: agreement beyond what each state's own habits give.",
    ),
    vote_measure(
        "vote_kappa_absolute",
        "Agreement beyond chance (kappa, absolute)",
        "absolute",
        "cohen",
        HAEGE,
        "Cohen's kappa with absolute distances.",
    ),
    vote_measure(
        "vote_kappa_nominal",
        "Agreement beyond chance (kappa, nominal)",
        "nominal",
        "cohen",
        HAEGE,
        "Cohen's kappa that counts any two different votes alike.",
    ),
    vote_measure(
        "vote_pi",
        "Agreement beyond chance (pi)",
        "squared",
        "scott",
        HAEGE,
        "Scott's pi with squared distances: chance from the pooled habits of the pair.",
    ),
    vote_measure(
        "vote_pi_absolute",
        "Agreement beyond chance (pi, absolute)",
        "absolute",
        "scott",
        HAEGE,
        "Scott's pi with absolute distances.",
    ),
    vote_measure(
        "vote_s",
        "Similarity S",
        "absolute",
        "s",
        SIGNORINO_RITTER,
        "Signorino and Ritter's S: 1 minus twice the mean distance; not corrected for chance.",
    ),
    vote_measure(
        "vote_s_squared",
        "Similarity S, squared",
        "squared",
        "s",
        SIGNORINO_RITTER,
        "Signorino and Ritter's S with squared distances.",
    ),
)
