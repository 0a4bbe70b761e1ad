"""A bond in plain lines: all that there is, within the width, in reading order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from daylight.bonds.lines import lines, short
from daylight.bonds.records import Bond, Relationship
from daylight.say.lines import NARROWEST, columns
from small_answers import FACT, small_bond

SHORTEST = 22
"""Lines that a bond may take in a brief."""


@pytest.fixture
def bond() -> Bond:
    return small_bond()


@pytest.mark.parametrize("width", [NARROWEST, 80, 110])
def test_lines_fit(bond: Bond, width: int) -> None:
    with columns(width):
        for line in (*lines(bond), *short(bond)):
            assert len(line) <= width, line


def test_parts_stand_in_reading_order(bond: Bond) -> None:
    text = "\n".join(lines(bond))
    order = ["RELATIONSHIP, 2016", "KNOWN", "LEDGERS, 2016", "MILITARY COOPERATION 10 (7-17)",
             "MILITARY CONFLICT 0-80, no point", "RECORDS SINCE 1992", "STANDING"]  # fmt: skip
    places = [text.index(part) for part in order]
    assert places == sorted(places)


def test_the_likeliest_zone_stands_out_and_all_five_are_there(bond: Bond) -> None:
    text = " ".join(lines(bond))
    for part in ("severe rivalry 1,", "lesser rivalry 4,", "NEGATIVE PEACE 78,", "warm peace 15,"):
        assert part in text
    assert "rivalry 5 (2 to 9), in part carried" in text


def test_both_sides_of_each_dimension_are_in_one_row(bond: Bond) -> None:
    text = lines(bond)
    rows = [line.split() for line in text if "|" in line]
    assert rows == [
        ["military", "0-80", "..========|#=........", "10", "(7-17)"],
        ["political", "0", "(seen)", "..........|####......", "43", "(seen)"],
        ["economic", "14", "(seen)", ".........#|##........", "20", "(seen)"],
    ]
    assert "3 carried, no point of conflict" in " ".join(text)


def test_items_say_points_maximum_year_and_raw_value(bond: Bond) -> None:
    text = lines(bond)
    at = next(k for k, line in enumerate(text) if line.startswith("Exercises"))
    assert text[at].split() == ["Exercises", "3", "(0-10)", "10", "2012", "-0.10", "+0.20"]
    assert text[at + 1] == "  0.3 a year, in 2012; holds with 70 in 100"


def test_in_a_brief_it_is_short_however_much_is_known(bond: Bond) -> None:
    long = "a treaty of friendship and of mutual assistance between two states ab"
    many = [replace(FACT, text=f"{long}{k}", day=FACT.day.replace(year=1990 + k), weight=90)
            for k in range(20)]  # fmt: skip
    full = replace(bond, known=tuple(reversed(many)))
    text = short(full)
    assert len(text) <= SHORTEST
    assert any("of 20)" in line for line in text)
    assert [line for line in text if line.startswith("RELATIONSHIP")]
    assert sum("|" in line for line in text) == 3


def test_two_states_with_no_relation_have_no_chances(bond: Bond) -> None:
    stands = bond.relationship
    none = Relationship("no relation to speak of", None, None, *[stands.place] * 3, "observed")
    text = " ".join(lines(replace(bond, relationship=none)))
    assert "severe rivalry" not in text.split("KNOWN")[0]


def test_without_ledgers_there_are_facts_alone(bond: Bond) -> None:
    bare = replace(bond, history=(), records=(), standing=())
    text = short(bare)
    assert not [line for line in text if "LEDGERS" in line or "RELATIONSHIP" in line]
    assert [line for line in text if "KNOWN" in line]
