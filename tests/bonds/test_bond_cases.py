"""Pairs in a year, many read at once, under the numbers that their states had in it."""

from __future__ import annotations

from datetime import date

from daylight.bonds.cases import cases_of, numbers_of
from daylight.core.refs import ref_of
from ledger_rows import AtlasOf, sums

UK, OLD, NEW = (
    ref_of(cow, date(year, 12, 31)) for cow, year in ((200, 1985), (260, 1985), (255, 1995))
)
ITALY = ref_of(325, date(1985, 12, 31))


def of(points: float) -> dict[str, float]:
    return {"economic_cooperation": points}


def test_each_pair_has_its_own_year_and_what_is_not_there_is_none(atlas_of: AtlasOf) -> None:
    rows = [sums(200, 325, 1980, of(1)), sums(200, 325, 1985, of(2)), sums(200, 260, 1985, of(3))]
    atlas = atlas_of({"ledgers": rows})
    wanted = [(UK, ITALY, 1985), (OLD, UK, 1985), (UK, ITALY, 1990), (ITALY, UK, 1980)]
    found = cases_of(atlas, wanted)
    points = [c and c.ledgers["economic_cooperation"].value for c in found]
    assert points == [2.0, 3.0, None, 1.0]
    assert [c and (c.a.cow, c.b.cow, c.year) for c in found] == [
        (200, 325, 1985), (260, 200, 1985), None, (325, 200, 1980),
    ]  # fmt: skip
    assert cases_of(atlas, []) == ()


def test_a_state_is_followed_to_its_number_of_the_year(atlas_of: AtlasOf) -> None:
    """Germany was 260 to 1990, and 255 from that year on; then both have a row."""
    rows = [sums(200, 260, 1990, of(1)), sums(200, 255, 1990, of(2)), sums(200, 255, 1995, of(3))]
    before, after = cases_of(atlas_of({"ledgers": rows}), [(OLD, UK, 1990), (OLD, UK, 1995)])
    assert before is not None and after is not None
    assert [c.ledgers["economic_cooperation"].value for c in (before, after)] == [2.0, 3.0]
    assert [c.a.cow for c in (before, after)] == [255, 255]


def test_pairs_of_numbers_are_those_of_the_tables() -> None:
    assert numbers_of(NEW, UK, 1995) == numbers_of(UK, NEW, 1995) == [(200, 260), (200, 255)]
