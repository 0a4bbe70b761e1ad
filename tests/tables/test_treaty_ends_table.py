"""The atlas table of ended treaties: of few members, and of states."""

from __future__ import annotations

from datetime import date

import polars as pl

from daylight.sources.atop.ends import ENDS
from daylight.tables.facts.promises import MOST
from daylight.tables.treaty_ends import treaty_ends

END = (1, 0, 365, 651, date(1976, 3, 15), "day", 16, 16, True, 3, None, False)


def test_ends_of_treaties_of_many_and_of_what_was_no_state_are_left_out() -> None:
    rows = [END, (2, *END[1:]), (1, 0, 365, 651, date(1900, 3, 15), *END[5:])]
    treaties = pl.DataFrame({"atopid": [1, 2], "members": [MOST, MOST + 1]}, {"atopid": pl.Int16,
                            "members": pl.Int16})  # fmt: skip
    table = treaty_ends(pl.DataFrame(rows, ENDS, orient="row"), treaties)
    assert table.rows() == [END]
    assert tuple(table.columns) == tuple(ENDS)
