"""Severity of sanctions: the worst of all cases, direction by direction, and no reach invented."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.sources.gsdb.severity import severity
from daylight.sources.gsdb.source import KINDS
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables, load

CASE = {"case": pl.Int32, "sender": pl.String, "target": pl.String, "sender_cow": pl.Int16}
CASE |= {"target_cow": pl.Int16, "sender_group": pl.String, "target_group": pl.String}
CASE |= {"begin": pl.Int16, "end": pl.Int16} | dict.fromkeys(KINDS, pl.Int8)
CASE |= {"exports": pl.Int8, "imports": pl.Int8}
SPELL = {"bloc": pl.String, "cow": pl.Int16, "start": pl.Date, "end": pl.Date, "status": pl.String}
GROUP = {"organisation": pl.String, "cow": pl.Int16, "start": pl.Int16, "end": pl.Int16}
Case = tuple[int, int, int, int]
"""begin, end, exports, imports of the United States against Iran, with travel."""


def found(*cases: Case) -> pl.DataFrame:
    rows = [
        (k, "a", "b", 2, 630, None, None, begin, end, int(x + m > 0), 0, 0, 0, 1, 0, x, m)
        for k, (begin, end, x, m) in enumerate(cases)
    ]
    tables: dict[str, Tables] = {
        "gsdb": {
            "cases": pl.DataFrame(rows, CASE, orient="row"),
            "groups": pl.DataFrame([], GROUP, orient="row"),
        },
        "blocs": {
            "bloc_spells": pl.DataFrame(
                [("EU", 220, date(1958, 1, 1), None, "full")], SPELL, orient="row"
            ),
            "blocs": pl.DataFrame({"bloc": ["EU"], "ties": ["yes"]}),
        },
    }
    return severity(tables, IssueLog("gsdb"))


@pytest.mark.parametrize(
    ("cases", "expected"),
    [
        ([(2000, 2001, 2, 2)], "full"),
        ([(2000, 2001, 2, 1)], "one_way"),
        ([(2000, 2001, 0, 2)], "one_way"),
        ([(2000, 2001, 1, 1)], "partial"),
        ([(2000, 2001, 0, 0)], "none"),
        ([(2000, 2001, 2, 0), (2001, 2003, 0, 2)], "full"),
    ],
)
def test_trade_is_the_worst_of_all_cases_of_the_year(cases: list[Case], expected: str) -> None:
    row = found(*cases).filter(pl.col("year") == 2001).row(0, named=True)
    assert row["trade"] == expected
    assert (row["cow"], row["partner"], row["travel"], row["arms"]) == (2, 630, True, False)
    assert row["cases"] == len(cases)


LEVEL = st.integers(0, 2)
CASES = st.lists(
    st.tuples(st.integers(1990, 2000), st.integers(2000, 2010), LEVEL, LEVEL),
    min_size=1,
    max_size=4,
)


@given(CASES, st.tuples(st.just(1995), st.just(2005), LEVEL, LEVEL))
def test_another_case_never_makes_sanctions_milder(cases: list[Case], more: Case) -> None:
    key = ["cow", "partner", "year"]
    before, after = found(*cases), found(*cases, more)
    both = before.join(after, on=key, suffix="_2")
    assert len(both) == len(before)
    assert (both["trade_2"].to_physical() >= both["trade"].to_physical()).all()
    assert (both["cases_2"] >= both["cases"]).all()


@pytest.mark.mirror
def test_known_pairs(mirror: Path) -> None:
    tables = {name: load(name).tables for name in ("gsdb", "blocs")}
    table = severity(tables, IssueLog("gsdb"))

    def trade(sender: int, target: int, year: int) -> str:
        row = table.filter(
            (pl.col("cow") == sender) & (pl.col("partner") == target) & (pl.col("year") == year)
        )
        return str(row["trade"].item())

    assert trade(2, 40, 1990) == "full", "the embargo on Cuba"
    assert trade(2, 365, 2023) == "partial"
    assert trade(2, 70, 2023) in ("none", "partial"), "one firm is no embargo"
    kinds = table.filter(pl.col("trade") != "none").group_by("trade").len()
    assert dict(kinds.iter_rows())["partial"] > dict(kinds.iter_rows())["full"]
