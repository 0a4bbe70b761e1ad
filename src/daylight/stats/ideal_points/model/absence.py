"""Absences that may say something: how likely a state stays away depends on what it would say.

A state-period has a rate r, and a state that would say k (yes, abstain, no) stays away with
probability r a_k. A vote cast then says about the position what it always said; an absence says
``log sum_k a_k p_k(theta)``, which is nothing where the three `a` are alike. They are: at random
(all one), out of indifference (abstainers stay away) or to avoid a no that a friend would mind.
That absence depends on the missing vote itself is what makes it non-ignorable (Rosas, Shomer &
Haptonstahl 2015, American Journal of Political Science 59:511-528, who let it depend on position
and on whom a legislator answers to). This form needs three numbers in all, leaves the model of
votes as it is, and each state-period's own rate keeps the states that are often away from
looking like anything.
"""

from __future__ import annotations

import numpy as np

from ..data import Floats
from .layout import Layout
from .response import Curves

AT_RANDOM = (1.0, 1.0, 1.0)
"""Relative rates of absence of those who would say yes, abstain and no, to start from."""
_ASSUMED = 1.0
"""Absences taken to be at random for each answer: without any, rates are alike."""


def log_absent(at: Curves, odds: Floats) -> Floats:
    """Log likelihood of an absence up to a constant: shape (J, G); `odds` has shape (3,)."""
    return np.asarray(np.log(np.einsum("k,jkg->jg", odds, at.p)))


def would_say(at: Curves, odds: Floats) -> Floats:
    """Probabilities of yes, abstain and no of a state that is absent: shape (J, 3, G)."""
    part = odds[:, None] * at.p
    return np.asarray(part / part.sum(1, keepdims=True))


def next_odds(layout: Layout, posterior: Floats, said: Floats, odds: Floats) -> Floats:
    """Move the relative rates to those that explain the absences expected of each answer.

    Rates follow from equating expected and counted absences, for each answer in all and for each
    state-period in all; the first is set to 1.

    Parameters
    ----------
    layout : Layout
    posterior : ndarray, shape (N, G)
        Weights of each row's position.
    said : ndarray, shape (J, 3, G)
        From :func:`would_say`.
    odds : ndarray, shape (3,)
        The rates so far.

    Returns
    -------
    ndarray, shape (3,)
    """
    away, cast = np.zeros((len(posterior), 3)), np.zeros((len(posterior), 3))
    for block in layout.blocks:
        cast[block.rows] = block.cube.sum(1)
        if block.away is not None:
            for k in range(3):
                each = posterior[block.rows] @ said[block.items, k].T
                away[block.rows, k] = (each * block.away).sum(1)
    rate = away.sum(1) / ((cast + away) @ odds)
    new = (away.sum(0) + _ASSUMED) / (rate @ (cast + away) + _ASSUMED)
    return np.asarray(new / new[0])
