"""What a shaped table must look like: every breach stops, too many rows warn."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.sources.kit.declaration import Expect
from daylight.sources.kit.expectations import check
from daylight.sources.kit.issues import IssueLog

TABLE = pl.DataFrame({"cow": [2, 200], "year": [1990, 1991], "share": [0.25, 0.75]})


def expected(**other: Any) -> Expect:
    keys = {
        "columns": ("cow", "year"),
        "key": ("cow", "year"),
        "rows_min": 2,
        "rows_max": 2,
        "years": (1990, 1991),
        "ranges": {"share": (0, 1)},
        "totals": {"share": (0.99, 1.01)},
    }
    return Expect.model_validate(keys | other)


def run(table: pl.DataFrame = TABLE, **other: Any) -> IssueLog:
    log = IssueLog("toy")
    check("t", table, expected(**other), log)
    return log


def test_what_is_promised_passes() -> None:
    assert run().issues == []


def test_too_many_rows_warn_only() -> None:
    (issue,) = run(rows_min=1, rows_max=1).issues
    assert issue.severity == "warning"
    assert "2 rows, at most 1" in issue.text


@pytest.mark.parametrize(
    ("table", "text"),
    [
        (TABLE.drop("cow"), "columns missing: cow; there are year, share"),
        (TABLE.head(1), "1 rows, at least 2"),
        (TABLE.with_columns(cow=2, year=1990), "1 rows repeat the key cow, year"),
        (TABLE.with_columns(year=pl.Series([1990, 1992])), "year = 1992 is outside 1990 to 1991"),
        (TABLE.with_columns(year=pl.Series([1889, 1990])), "year = 1889"),
        (TABLE.with_columns(share=pl.Series([-0.25, 1.25])), "share = -0.25 is outside 0 to 1"),
        (TABLE.with_columns(share=pl.Series([0.1, 0.2])), "share sums to 0.3"),
    ],
)
def test_a_breach_stops_and_names_the_table(table: pl.DataFrame, text: str) -> None:
    with pytest.raises(SourceChanged, match=f"^toy, table t: .*{text}"):
        run(table)
