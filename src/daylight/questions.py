"""The questions that Daylight answers, in the order in which people read the answers.

An entry is all that a question needs to be on the command line, in Python, in JSON, in
notebooks and in the documentation; with ``section=True`` it is a part of every brief too.
"""

from __future__ import annotations

from daylight.analogies.question import QUESTION as ANALOGUES
from daylight.backtests.question import QUESTION as BACKTEST
from daylight.bloc_list.question import QUESTION as BLOCS
from daylight.bloc_profiles.question import QUESTION as BLOC
from daylight.bonds.question import QUESTION as BOND
from daylight.checks.question import QUESTION as CHECK
from daylight.comparisons.question import QUESTION as COMPARE
from daylight.core.question import Question
from daylight.divergences.question import QUESTION as DIVERGENCE
from daylight.endurance.question import QUESTION as RESILIENCE
from daylight.exposures.question import QUESTION as EXPOSURE
from daylight.partnerships.question import QUESTION as PARTNERS
from daylight.positions.question import QUESTION as IDEAL_POINTS
from daylight.readings.question import QUESTION as READ
from daylight.shared_blocs.question import QUESTION as BLOC_TIES
from daylight.spheres.question import QUESTION as SPHERE
from daylight.wedges.question import QUESTION as WEDGE

QUESTIONS: tuple[Question, ...] = (
    BOND,
    PARTNERS,
    COMPARE,
    ANALOGUES,
    RESILIENCE,
    BACKTEST,
    DIVERGENCE,
    WEDGE,
    EXPOSURE,
    SPHERE,
    BLOC,
    BLOCS,
    BLOC_TIES,
    IDEAL_POINTS,
    READ,
    CHECK,
)
