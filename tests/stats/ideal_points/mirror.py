"""The reference sample, read from the mirror of real data."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from daylight.positions.estimate import reference_votes
from daylight.stats.ideal_points import VoteData


def reference() -> VoteData:
    """Votes of the reference sample, or skip."""
    if "DAYLIGHT_MIRROR" not in os.environ:
        pytest.skip("DAYLIGHT_MIRROR is not set: no real votes to read")
    return reference_votes(Path(os.environ["DAYLIGHT_MIRROR"])).votes
