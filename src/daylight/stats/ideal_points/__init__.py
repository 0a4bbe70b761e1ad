"""Ideal points of states from their votes: dynamic, ordinal, bridged, with intervals."""

from .bridge import Sample, bridged, reference_sample
from .data import VoteData
from .filter import filtered
from .fit import fit
from .options import FitOptions
from .result import Diagnostics, IdealPoints, Items

__all__ = [
    "Diagnostics",
    "FitOptions",
    "IdealPoints",
    "Items",
    "Sample",
    "VoteData",
    "bridged",
    "filtered",
    "fit",
    "reference_sample",
]
