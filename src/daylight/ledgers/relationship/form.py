"""The form of the relationship: which ledgers enter it, and how."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from daylight.store.schemas.ledgers import Ledger

Floats = NDArray[np.float64]
Zone = Literal[
    "severe_rivalry", "lesser_rivalry", "negative_peace", "warm_peace", "security_community"
]
ZONES: tuple[Zone, ...] = (
    "severe_rivalry", "lesser_rivalry", "negative_peace", "warm_peace", "security_community",
)  # fmt: skip
"""Zones of Goertz, Diehl and Balas (2016), from the worst to the best."""
ENTERS: tuple[Ledger, ...] = (
    "military_cooperation", "military_conflict", "political_cooperation", "political_conflict",
    "economic_cooperation",
)  # fmt: skip
"""Ledgers of the relationship. Economic conflict adds nothing, and a sanction on one firm would
move a friendship."""
INPUTS = ("constant", *ENTERS, "both_conflicts")
"""What the logit is of: military conflict by its root, since old conflict weighs more than a line
says; and the product of both conflicts, since either is enough."""
SEVERE_BY: Ledger = "military_conflict"
COMMUNITY_BY: Ledger = "political_cooperation"
"""The ledger that splits severe from lesser rivalry, and community from warm peace."""


def inputs(ledgers: Mapping[Ledger, Floats]) -> Floats:
    """Return the inputs of the three-way logit; what is not known counts as none.

    Parameters
    ----------
    ledgers : mapping of str to ndarray
        Points, 0 to 100, of any one shape.

    Returns
    -------
    ndarray
        That shape, and one axis more of the length of :data:`INPUTS`.
    """
    x = {name: np.nan_to_num(np.asarray(ledgers[name], float)) / 100 for name in ENTERS}
    both = x["military_conflict"] * x["political_conflict"]
    roots = {**x, "military_conflict": np.sqrt(x["military_conflict"])}
    return np.stack([np.ones_like(both), *(roots[name] for name in ENTERS), both], axis=-1)


def split(ledgers: Mapping[Ledger, Floats], by: Ledger) -> Floats:
    """Return the inputs of a split within rivalry or within warm peace: a constant and a ledger."""
    x = np.nan_to_num(np.asarray(ledgers[by], float)) / 100
    if by == SEVERE_BY:
        x = np.sqrt(x)
    return np.stack([np.ones_like(x), x], axis=-1)
