"""Distances of ideal points as measures."""

from __future__ import annotations

import numpy as np

from daylight.measures import measure
from daylight.tables.world import Frames


def test_both_kinds_are_there_and_differ(world: Frames) -> None:
    smoothed = measure("ideal_point_gap").compute(world, 1990, 1990)
    filtered = measure("ideal_point_gap_filtered").compute(world, 1990, 1990)
    assert smoothed.a.tolist() == filtered.a.tolist()
    assert (smoothed.a < smoothed.b).all()
    assert not np.allclose(smoothed.value, filtered.value)
