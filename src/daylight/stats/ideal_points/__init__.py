"""Ideal points of states from their votes: dynamic, ordinal, bridged, with intervals.

What goes in is in `data` and `options`, what comes out in `result`. Between them the parts follow
from each other: `model` (what is believed), `inference` (from votes to positions with intervals),
`filter` (the same from past votes alone), `published` (the estimates others have published, and
how they were made).
"""

from .data import VoteData
from .filter.filtered import filtered
from .inference.fit import fit
from .model.background import Background
from .options import FitOptions
from .published.reference import Sample, bridged, reference_sample
from .published.sampler import sampled
from .result import Diagnostics, IdealPoints, Items

__all__ = [
    "Background",
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
    "sampled",
]
