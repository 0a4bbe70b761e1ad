"""The series up to a year are the same whether they are read to it or cut from longer ones."""

from __future__ import annotations

import numpy as np
import pytest

from daylight.endurance import indicators
from daylight.store.atlas import current


@pytest.mark.parametrize("last", [1955, 2003])
def test_cut_series_are_those_read_to_the_year(last: int) -> None:
    cut, read = indicators.panel(current(), last), indicators._whole(current(), last)
    assert cut.distance.shape == (len(read.pairs), last - indicators.FIRST + 1)
    for name in ("pairs", "tie", "distance", "kappa", "trade"):
        np.testing.assert_array_equal(getattr(cut, name), getattr(read, name))
    assert not np.isnan(cut.trade).all()
