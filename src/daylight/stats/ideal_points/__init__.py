"""Ideal points of states from their votes: dynamic, ordinal, bridged, with intervals.

What goes in is in `data` and `options`, what comes out in `result`. Between them the parts follow
from each other: `model` (what is believed), `inference` (from votes to positions with intervals),
`filter` (the same from past votes alone), `issues` (positions on some of the votes), `published`
(the estimates others have published, and how they were made).
"""

from .data import VoteData
from .filter.filtered import filtered
from .inference.fit import fit
from .issues.filter import FilteredScale, issue_filtered
from .issues.gaps import Interval, change, difference, distance
from .issues.scales import IssueScale, Scale, issue_scale
from .options import FitOptions
from .published.reference import Sample, bridged, reference_sample
from .published.sampler import sampled
from .result import Diagnostics, IdealPoints, Items

__all__ = [
    "Diagnostics",
    "FilteredScale",
    "FitOptions",
    "IdealPoints",
    "Interval",
    "IssueScale",
    "Items",
    "Sample",
    "Scale",
    "VoteData",
    "bridged",
    "change",
    "difference",
    "distance",
    "filtered",
    "fit",
    "issue_filtered",
    "issue_scale",
    "reference_sample",
    "sampled",
]
