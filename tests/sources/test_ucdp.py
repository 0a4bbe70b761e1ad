"""Armed conflict: several states in a field, sides, parties and troops, numbers, and Yemen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.core.status import MISSING, OBSERVED, STRUCTURAL_ZERO
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.kit.ties.yearly import Yearly, standing
from daylight.sources.ucdp.source import COLUMNS, PART, WHOLE, shape
from daylight.sources.ucdp.yearly import BESIDE, CONFLICT, JOINED, REBELS

Row = dict[str, Any]
WAR: Row = dict.fromkeys(COLUMNS) | {
    "conflict_id": "1", "year": "2010", "intensity_level": "2", "type_of_conflict": "2",
    "gwno_a": "365", "gwno_b": "369",
}  # fmt: skip
REVOLT: Row = WAR | {"type_of_conflict": "4", "gwno_a": "652", "gwno_b": None}


def files(*rows: Row, late: tuple[Row, ...] = ()) -> dict[str, bytes]:
    kinds = dict.fromkeys(COLUMNS, pl.String)
    return {
        name: pl.DataFrame(list(part), kinds).write_csv().encode()
        for name, part in ((WHOLE, rows), (PART, late))
    }


def tables(*rows: Row, late: tuple[Row, ...] = ()) -> dict[str, Any]:
    return {"ucdp": shape(files(*rows, late=late), IssueLog("t"))}


def found(fact: Yearly, *rows: Row, late: tuple[Row, ...] = ()) -> list[tuple[float, ...]]:
    made = fact.made(tables(*rows, late=late), IssueLog("t")).rows
    return made.filter(pl.col("value").is_not_null()).select(
        "cow", "partner", "year", "value"
    ).rows()  # fmt: skip


def test_two_parties_are_in_conflict() -> None:
    assert found(CONFLICT, WAR) == [(365, 369, 2010, 2)]
    assert found(JOINED, WAR) == found(BESIDE, WAR) == found(REBELS, WAR) == []


def test_troops_join_and_are_no_party() -> None:
    joined = WAR | {"gwno_a_2nd": "731"}
    assert found(CONFLICT, joined) == [(365, 369, 2010, 2)]
    assert found(JOINED, joined) == [(369, 731, 2010, 2)]
    assert found(BESIDE, joined) == [(731, 365, 2010, 2)]
    assert found(REBELS, joined) == []


def test_fields_hold_several_states() -> None:
    coalition = WAR | {"gwno_a": "200,  2", "gwno_a_2nd": "20, 210", "gwno_b": "645"}
    assert found(CONFLICT, coalition) == [(2, 645, 2010, 2), (200, 645, 2010, 2)]
    assert found(JOINED, coalition) == [(20, 645, 2010, 2), (210, 645, 2010, 2)]
    assert len(found(BESIDE, coalition)) == 4


def test_troops_for_a_government_and_for_its_rebels() -> None:
    row = REVOLT | {"gwno_a_2nd": "365", "gwno_b_2nd": "640"}
    assert found(BESIDE, row) == [(365, 652, 2010, 2)]
    assert found(REBELS, row) == [(640, 652, 2010, 2)]
    assert found(CONFLICT, row) == found(JOINED, row) == []


def test_of_two_conflicts_the_higher_intensity_counts() -> None:
    minor = WAR | {"conflict_id": "2", "intensity_level": "1"}
    assert found(CONFLICT, minor, WAR) == [(365, 369, 2010, 2)]


def test_a_war_with_a_group_in_a_colony_is_left_out() -> None:
    assert tables(WAR, WAR | {"conflict_id": "2", "type_of_conflict": "1", "gwno_b": None})[
        "ucdp"]["sides"]["conflict"].unique().to_list() == [1]  # fmt: skip


def test_numbers_are_those_of_cow_in_the_year() -> None:
    germany = WAR | {"gwno_a": "260"}
    assert found(CONFLICT, germany | {"year": "1980", "gwno_b": "365"}) == [(260, 365, 1980, 2)]
    assert found(CONFLICT, germany | {"year": "1999", "gwno_b": "345"}) == [(255, 345, 1999, 2)]


def test_of_the_newer_release_only_2025_is_taken() -> None:
    late = (WAR | {"year": "2024"}, WAR | {"year": "2025"})
    assert [row[2] for row in found(CONFLICT, WAR, late=late)] == [2010, 2025]


def test_yemen_is_not_known_from_2015_and_2025_is_not_whole() -> None:
    yemen = WAR | {"gwno_a": "2", "gwno_b": "678"}
    rows = (yemen | {"year": "2014"}, yemen | {"year": "2024"})
    made = CONFLICT.made(tables(*rows), IssueLog("t"))
    asked = [(2, 679, 2014), (679, 2, 2024), (670, 679, 2020), (2, 20, 2024), (2, 20, 2025)]
    pairs = pl.DataFrame(asked, ["cow", "partner", "year"], orient="row")
    assert standing(CONFLICT, made, pairs).select("value", "status").rows() == [
        (2.0, OBSERVED), (None, MISSING), (None, MISSING), (0.0, STRUCTURAL_ZERO), (None, MISSING),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("odd", "text"),
    [
        ({"type_of_conflict": "5"}, "type_of_conflict '5'"),
        ({"intensity_level": "3"}, "intensity_level '3'"),
        ({"gwno_b": "999"}, "Gleditsch-Ward number 999"),
    ],
)
def test_what_is_not_known_stops(odd: Row, text: str) -> None:
    with pytest.raises(SourceChanged, match=text):
        tables(WAR | odd)


@pytest.mark.mirror
def test_known_conflicts(mirror: Path) -> None:
    both = {"ucdp": load("ucdp").tables}

    def of(fact: Yearly, cow: int, partner: int) -> dict[int, float | None]:
        rows = fact.made(both, IssueLog("t")).rows
        pair = rows.filter((pl.col("cow") == cow) & (pl.col("partner") == partner))
        return dict(pair.sort("year").select("year", "value").rows())

    assert of(CONFLICT, 365, 369) == dict.fromkeys((2022, 2023, 2024, 2025), 2.0)
    assert of(CONFLICT, 630, 666) == dict.fromkeys(range(2018, 2025), 1.0) | {2025: 2.0}
    assert of(CONFLICT, 750, 770)[1999] == 1 and of(CONFLICT, 750, 770)[1971] == 2
    assert of(CONFLICT, 200, 160) == {} and of(CONFLICT, 160, 200) == {1982: 1.0}
    assert of(JOINED, 2, 630)[2025] == 2 and of(JOINED, 2, 645)[1991] == 2
    assert of(BESIDE, 731, 365) == {2024: 2.0, 2025: 2.0}
    assert of(BESIDE, 365, 652)[2016] == 2 and of(REBELS, 365, 369)[2015] == 2
    assert of(REBELS, 640, 652)[2020] >= 1  # type: ignore[operator]
    assert set(of(CONFLICT, 670, 679).values()) == {None}, "the Gulf is not at war with Yemen"
