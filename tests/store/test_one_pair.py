"""Rows of a pair out of a whole table are those that are read by themselves."""

from __future__ import annotations

import numpy as np
import pytest

from daylight.store.atlas import current
from daylight.store.one_pair import FEW, of_pair

PAIRS = [(2, 365), (365, 2), (260, 220), (20, 990), (2, 2), (990, 991)]


@pytest.mark.parametrize("name", ["trade", "votes"])
def test_they_are_the_same(name: str) -> None:
    atlas = current()
    for _ in range(FEW):
        of_pair(atlas, name, *PAIRS[0])
    assert len(atlas.pair(name, *PAIRS[0])["year"])
    for a, b in PAIRS:
        found, wanted = of_pair(atlas, name, a, b), atlas.pair(name, a, b)
        assert list(found) == list(wanted)
        for column, values in wanted.items():
            np.testing.assert_array_equal(found[column], values)
