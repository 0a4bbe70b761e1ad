"""Joint counts of two voters' choices, for all pairs at once by matrix products."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from daylight.core.errors import BadInput

CHOICES = 3
"""Yes, abstain, no, stored as 1, 2, 3; 0 stands for no choice (absent, not a member)."""

MOST = int(np.iinfo(np.uint16).max)
"""Items that can be counted; products of float32 are exact far beyond."""


@dataclass(frozen=True, slots=True)
class JointCounts:
    """Counts of joint choices for pairs of voters.

    Attributes
    ----------
    first, second : ndarray of int, shape (m,)
        Row numbers of the two voters, first < second.
    counts : ndarray of uint16, shape (m, 9)
        How often the pair chose (yes, yes), (yes, abstain), ... (no, no), row-major with
        the first voter's choice first. Only pairs with at least one joint choice are kept.
    """

    first: NDArray[np.intp]
    second: NDArray[np.intp]
    counts: NDArray[np.uint16]


def joint_counts(choices: NDArray[np.integer]) -> JointCounts:
    """Count joint choices of every pair of voters over the same items.

    Parameters
    ----------
    choices : ndarray of int, shape (n_voters, n_items)
        1 yes, 2 abstain, 3 no, 0 none.

    Returns
    -------
    JointCounts

    Raises
    ------
    BadInput
        When a choice is not 0, 1, 2 or 3, or there are more items than a count can hold.

    Notes
    -----
    Six products of one-hot matrices give all nine counts: the table of (j, i) is the
    transpose of that of (i, j). Cost grows with n_voters squared times n_items.
    """
    if choices.size and not ((choices >= 0) & (choices <= CHOICES)).all():
        raise BadInput("A vote must be 1 (yes), 2 (abstain), 3 (no) or 0 (none).")
    if choices.shape[1] > MOST:
        raise BadInput(f"Counts hold {MOST} items at most; got {choices.shape[1]}.")
    chose = [(choices == c + 1).astype(np.float32) for c in range(CHOICES)]
    first, second = np.triu_indices(len(choices), 1)
    columns = np.empty((len(first), CHOICES * CHOICES), np.uint16)
    for i in range(CHOICES):
        for j in range(i, CHOICES):
            product = chose[i] @ chose[j].T
            columns[:, CHOICES * i + j] = product[first, second]
            columns[:, CHOICES * j + i] = product[second, first]
    keep = columns.any(axis=1)
    return JointCounts(first[keep], second[keep], columns[keep])
