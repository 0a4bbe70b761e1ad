"""Ideal points of states from their votes: dynamic, ordinal, bridged, with intervals."""

from .bridge import Sample, bridged, reference_sample
from .data import VoteData
from .filter import filtered
from .fit import fit
from .issue_filter import FilteredScale, issue_filtered
from .issue_gaps import Interval, change, difference, distance
from .issue_scales import IssueScale, Scale, issue_scale
from .options import FitOptions
from .result import Diagnostics, IdealPoints, Items
from .sampler import sampled

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
