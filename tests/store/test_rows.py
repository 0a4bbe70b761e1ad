"""Rows of a table as plain Python."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from daylight.store.rows import rows_of


@pytest.mark.parametrize("unit", ["D", "us"])
def test_what_is_not_there_is_none_and_a_day_is_a_date(unit: str) -> None:
    days = np.array(["2014-03-18", "NaT"], f"datetime64[{unit}]")
    found = rows_of({"day": days, "share": np.array([np.nan, 0.0]), "name": np.array(["a", "b"])})
    assert found == [
        {"day": date(2014, 3, 18), "share": None, "name": "a"},
        {"day": None, "share": 0.0, "name": "b"},
    ]


def test_no_row_is_no_row() -> None:
    assert rows_of({"day": np.zeros(0, "datetime64[D]")}) == []
