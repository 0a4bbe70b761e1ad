"""Nuclear cooperation agreements: both orders, one order, names against codes."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.nuclear_cooperation.source import FILE, shape

Row = tuple[int, int, str, str, int, int]
US_UK: Row = (2, 200, "USA", "UK", 1955, 6)
UK_US: Row = (200, 2, "UK", "USA", 1955, 6)


def content(*rows: Row, nca: float = 1.0) -> bytes:
    names = ["ccode1", "ccode2", "country1", "country2", "year", "nca_type"]
    frame = pd.DataFrame(rows, columns=names).assign(nca=nca)
    target = BytesIO()
    frame.to_stata(target, write_index=False)
    return target.getvalue()


def agreements(*rows: Row, log: IssueLog | None = None) -> list[tuple[int, int, int, int]]:
    return shape({FILE: content(*rows)}, log or IssueLog("n"))["agreements"].rows()


def test_the_two_directions_of_an_agreement_are_one() -> None:
    log = IssueLog("n")
    assert agreements(US_UK, UK_US, log=log) == [(2, 200, 1955, 1)]
    assert next(i.rows for i in log.issues if "other direction" in i.text) == 1


def test_the_higher_count_of_the_two_directions_holds() -> None:
    assert agreements(US_UK, UK_US, UK_US) == [(2, 200, 1955, 2)]
    assert agreements(US_UK, US_UK, US_UK, UK_US) == [(2, 200, 1955, 3)]


def test_another_kind_in_the_other_direction_is_no_second_agreement() -> None:
    assert agreements(US_UK, (*UK_US[:5], 2)) == [(2, 200, 1955, 1)]


@settings(max_examples=15)
@given(st.lists(st.booleans(), min_size=1, max_size=8))
def test_order_and_direction_of_rows_do_not_matter(turned: list[bool]) -> None:
    rows = [UK_US if turn else US_UK for turn in turned]
    count = max(turned.count(True), turned.count(False))
    assert agreements(*rows) == [(2, 200, 1955, count)]
    assert agreements(*rows[::-1]) == [(2, 200, 1955, count)]


def test_the_name_holds_where_the_code_is_another_state() -> None:
    log = IssueLog("n")
    assert agreements((200, 225, "UK", "Romania", 1990, 2), log=log) == [(200, 360, 1990, 1)]
    assert next(i.rows for i in log.issues if "name and code" in i.text) == 1


def test_the_code_holds_where_both_names_are_the_same() -> None:
    assert agreements((200, 20, "UK", "UK", 1991, 1)) == [(20, 200, 1991, 1)]
    with pytest.raises(SourceChanged, match="no pair by name or code"):
        agreements((200, 200, "UK", "UK", 1991, 1))


def test_both_german_codes_are_germany() -> None:
    log = IssueLog("n")
    assert agreements((220, 260, "France", "Germany", 1967, 4), log=log) == [(220, 255, 1967, 1)]
    assert next(i.rows for i in log.issues if "name and code" in i.text) == 0


@pytest.mark.parametrize(
    ("row", "match"),
    [
        ((2, 200, "USA", "Atlantis", 1955, 6), "Atlantis"),
        ((2, 3, "USA", "UK", 1955, 6), "no state has the code 3"),
        ((2, 200, "USA", "UK", 1955, 8), "kind 1 to 7"),
    ],
)
def test_what_is_not_known_stops(row: Row, match: str) -> None:
    with pytest.raises(SourceChanged, match=match):
        agreements(row)


def test_a_row_that_is_no_agreement_stops() -> None:
    with pytest.raises(SourceChanged, match="no agreement"):
        shape({FILE: content(US_UK, nca=0.0)}, IssueLog("n"))
    with pytest.raises(SourceChanged, match=r"column 'nca', holds 0\.5, which is no whole"):
        shape({FILE: content(US_UK, nca=0.5)}, IssueLog("n"))


@pytest.mark.mirror
def test_the_real_file(mirror: Path) -> None:
    table = load("nuclear_cooperation").tables["agreements"]
    pairs: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for a, b, year, count in table.iter_rows():
        pairs.setdefault((a, b), []).append((year, count))
    assert pairs[365, 630] == [(1989, 1), (1990, 1), (1995, 1)]
    assert pairs[2, 20] == [(1955, 1), (1969, 1), (1987, 2), (1988, 1)]
    assert (1995, 5) in pairs[2, 200]
