"""Measures of alliances: what two states promised each other, and how alike their allies are."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from daylight.measures.alliance_matrix import similarity_measure
from daylight.measures.measure import Measure, World
from daylight.measures.obligations import obligation_measure
from daylight.measures.votes import HAEGE, SIGNORINO_RITTER
from daylight.stats import portfolio
from daylight.stats.capability import renormalise
from daylight.stats.portfolio import Floats, corrected, s_score
from daylight.stats.valued import ANY, DEFENSE, TOP, binary, valued

HELP, NEUTRAL = 1 | 2, 4


def support(masks: NDArray[np.int64]) -> Floats:
    """Return 2 for a promise of help in a war, 1 for one to stay neutral, else 0."""
    return np.where(masks & HELP, 2.0, np.where(masks & NEUTRAL, 1.0, 0.0))


def capability(world: World, year: int, states: NDArray[np.int64]) -> Floats | None:
    """Return CINC shares of `states`, renormalised to one; zero where CINC is not known."""
    rows = world.years("capabilities", year, year)
    shares = np.zeros(len(states))
    known = np.isin(rows["cow"], states)
    shares[np.searchsorted(states, rows["cow"][known])] = np.nan_to_num(rows["cinc"][known])
    return renormalise(shares)


ALLIANCES: tuple[Measure, ...] = (
    obligation_measure(
        "alliance_obligation",
        "Alliance obligation",
        "0 none to 3 defence or offence",
        TOP,
        "Highest obligation: 3 defence or offence, 2 neutrality or consultation, "
        "1 non-aggression only.",
        valued,
    ),
    obligation_measure(
        "alliance_obligation_narrow",
        "Alliance obligation, broad pledges left out",
        "0 none to 3 defence or offence",
        TOP,
        "Highest obligation, 0 to 3, leaving out broad pledges such as the Helsinki Final Act.",
        valued,
        suffix="_narrow",
    ),
    obligation_measure(
        "alliance_support",
        "Alliance support in war",
        "0 none, 1 neutrality, 2 defence or offence",
        2.0,
        """
        What a has promised to do for b in a war, broad pledges left out.

        0 nothing, 1 to stay neutral, 2 to defend or attack with it. A promise not to attack or to
        consult counts as nothing here: rivals make it as often as friends (Miller 2026), and it
        would put pairs such as India and Pakistan beside allies. `alliance_obligation_narrow`
        keeps those promises.
        """,
        support,
        suffix="_narrow",
    ),
    obligation_measure(
        "alliance_any",
        "Any alliance obligation",
        "1 yes, 0 no",
        1.0,
        "Whether any alliance obligation is in force: 1 or 0. A pledge not to attack counts.",
        lambda masks: binary(masks, ANY),
    ),
    obligation_measure(
        "alliance_defense",
        "Defence obligation",
        "1 yes, 0 no",
        1.0,
        "Whether a has promised to defend b: 1 or 0. The two directions differ in some treaties.",
        lambda masks: binary(masks, DEFENSE),
    ),
    similarity_measure(
        "alliance_s",
        "Alliance similarity S",
        lambda shares: s_score(shares, "absolute"),
        SIGNORINO_RITTER,
        "S of two alliance portfolios, absolute distances, all states weighed alike.",
    ),
    similarity_measure(
        "alliance_s_squared",
        "Alliance similarity S, squared",
        lambda shares: s_score(shares, "squared"),
        SIGNORINO_RITTER,
        "S of two alliance portfolios, squared distances.",
    ),
    similarity_measure(
        "alliance_s_weighted",
        "Alliance similarity S, weighted",
        lambda shares: s_score(shares, "absolute"),
        SIGNORINO_RITTER,
        "S of two alliance portfolios with each state weighed by its share of capabilities.",
        weigh=capability,
        sources=("atop", "nmc"),
    ),
    similarity_measure(
        "alliance_kappa",
        "Alliance similarity beyond chance (kappa)",
        lambda shares: corrected(portfolio.binary(shares), "nominal", "cohen"),
        HAEGE,
        "Cohen's kappa of two alliance portfolios, any obligation against none.",
    ),
    similarity_measure(
        "alliance_kappa_narrow",
        "Alliance similarity beyond chance, broad pledges left out",
        lambda shares: corrected(portfolio.binary(shares), "nominal", "cohen"),
        HAEGE,
        "Cohen's kappa of two alliance portfolios, any obligation but broad pledges against none.",
        suffix="_narrow",
    ),
    similarity_measure(
        "alliance_kappa_valued",
        "Alliance similarity beyond chance (kappa, valued)",
        lambda shares: corrected(shares, "squared", "cohen"),
        HAEGE,
        "Cohen's kappa of two alliance portfolios, obligations valued 0 to 3, squared distances.",
    ),
    similarity_measure(
        "alliance_pi",
        "Alliance similarity beyond chance (pi)",
        lambda shares: corrected(portfolio.binary(shares), "nominal", "scott"),
        HAEGE,
        "Scott's pi of two alliance portfolios, any obligation against none.",
    ),
)
"""Obligations, then similarity of all obligations of the two."""
