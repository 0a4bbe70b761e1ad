"""What stands behind a value, or behind its absence."""

from __future__ import annotations

from typing import Literal, get_args

Status = Literal["observed", "structural_zero", "missing", "outside_coverage"]
"""``observed``: measured. ``structural_zero``: the source covers the case and there is
nothing to measure (no alliance in force). ``missing``: covered, but not known.
``outside_coverage``: the source does not reach this year; nothing is filled."""

STATUSES: tuple[Status, ...] = get_args(Status)
"""The order is the code that the atlas stores: 0 observed .. 3 outside_coverage."""

OBSERVED, STRUCTURAL_ZERO, MISSING, OUTSIDE_COVERAGE = range(4)
