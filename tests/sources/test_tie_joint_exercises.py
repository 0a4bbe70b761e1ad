"""Joint exercises as a tie: pairs of participants, mean of the covered years."""

from __future__ import annotations

import polars as pl

from daylight.sources.exercises.ties import TIE
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.ties.spells import cover, spells

COLUMNS = {"exercise": pl.String, "year": pl.Int16, "cow": pl.Int16}


def made(*rows: tuple[str, int, int]) -> dict[tuple[int, int, int], float]:
    table = pl.DataFrame(rows, COLUMNS, orient="row")
    got = TIE.make({"exercises": {"participants": table}}, IssueLog("t"))
    spells(TIE, got, IssueLog("t"))
    assert cover(TIE, got).rows() == [("joint_exercises", 0, 0, 1980, 2010)]
    return {
        (a, b, y): v for a, b, y, v in got.rows.select("cow", "partner", "year", "value").rows()
    }


def exercise(name: str, year: int, *states: int) -> list[tuple[str, int, int]]:
    return [(name, year, state) for state in states]


def test_every_pair_of_an_exercise_has_one() -> None:
    got = made(*exercise("a", 2010, 2, 20, 200))
    assert got == {(2, 20, 2010): 0.33, (2, 200, 2010): 0.33, (20, 200, 2010): 0.33}


def test_the_mean_is_of_this_year_and_the_two_before() -> None:
    rows = [*exercise("a", 2000, 2, 20), *exercise("b", 2000, 2, 20), *exercise("c", 2002, 2, 20)]
    got = made(*rows)
    assert {y: v for (_, _, y), v in got.items()} == {
        2000: 0.67, 2001: 0.67, 2002: 1.0, 2003: 0.33, 2004: 0.33,
    }  # fmt: skip


def test_years_before_coverage_are_no_zeros() -> None:
    got = made(*exercise("a", 1980, 2, 20))
    assert {y: v for (_, _, y), v in got.items()} == {1980: 1.0, 1981: 0.5, 1982: 0.33}


def test_one_name_in_two_years_is_two_exercises() -> None:
    got = made(*exercise("a", 1995, 2, 369), *exercise("a", 2005, 710, 740))
    assert not {(2, 710), (2, 740), (369, 710)} & {(a, b) for a, b, _ in got}


def test_germany_takes_what_west_germany_did() -> None:
    got = made(*exercise("a", 1990, 220, 255), *exercise("b", 1989, 220, 260))
    assert got[220, 255, 1991] == 0.67
    assert got[220, 260, 1990] == got[220, 255, 1990] == 0.67
    assert (220, 260, 1991) not in got


def test_before_a_state_was_one_it_has_no_tie() -> None:
    got = made(*exercise("a", 1991, 2, 986), *exercise("b", 1995, 2, 986))
    assert min(y for _, _, y in got) == 1995, "Palau is in the system from December 1994"
    assert got[2, 986, 1995] == 0.5
