"""What stands behind a value, or behind its absence."""

from __future__ import annotations

from typing import Literal, get_args

Status = Literal["observed", "structural_zero", "missing", "outside_coverage", "carried"]
"""``observed``: measured. ``structural_zero``: the source covers the case and there is
nothing to measure (no alliance in force). ``missing``: covered, but not known.
``outside_coverage``: the source does not reach this year; nothing is filled. ``carried``: foretold
past the end of its source, from the last value seen and how such cases went on."""

STATUSES: tuple[Status, ...] = get_args(Status)
"""The order is the code that the atlas stores: 0 observed .. 4 carried."""

OBSERVED, STRUCTURAL_ZERO, MISSING, OUTSIDE_COVERAGE, CARRIED = range(5)

Known = Literal[Status, "not_published"]
"""Also ``not_published``: foretold, and too uncertain for a number."""
