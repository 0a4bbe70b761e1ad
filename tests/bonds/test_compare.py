"""Ties side by side, and ties like one."""

from __future__ import annotations

import pytest

from daylight.analogies.analogues import analogues
from daylight.comparisons.compare import compare
from daylight.core.errors import BadInput, OutsideCoverage, SameState
from daylight.store.atlas import Atlas

WHEN = "2017-02-01"


def test_allies_are_surely_stronger_than_foes(book: Atlas) -> None:
    found = compare([("USA", "GBR"), ("USA", "PRK"), ("GBR", "FRA")], WHEN, atlas=book)
    assert found.stronger["military"][0] is not None
    assert found.stronger["military"][0] > 0.95
    assert len(found.bonds) == 3
    assert {len(v) for v in found.stronger.values()} == {2}


def test_turned_round_the_chances_add_to_one(book: Atlas) -> None:
    one = compare([("RUS", "IRN"), ("RUS", "BLR")], WHEN, atlas=book)
    two = compare([("RUS", "BLR"), ("RUS", "IRN")], WHEN, atlas=book)
    for d in ("military", "political", "economic"):
        forth, back = one.stronger[d][0], two.stronger[d][0]
        assert forth is not None
        assert back is not None
        assert forth + back == pytest.approx(1, abs=0.04)


def test_after_the_sources_end_nothing_is_compared(book: Atlas) -> None:
    found = compare([("RUS", "IRN"), ("RUS", "BLR")], "2024-02-01", atlas=book)
    assert found.stronger["economic"] == (None,)
    assert "no data after 2016" in str(found)


def test_the_text_fits_a_terminal(book: Atlas) -> None:
    found = compare([("RUS", "IRN"), ("RUS", "BLR"), ("USA", "CAN")], WHEN, atlas=book)
    assert max(len(line) for line in str(found).splitlines()) <= 80
    assert "RUS-BLR" in str(found)


@pytest.mark.parametrize("count", [1, 7])
def test_how_many_can_be_compared(book: Atlas, count: int) -> None:
    with pytest.raises(BadInput, match="two to 6"):
        compare([("RUS", "IRN")] * count, WHEN, atlas=book)


def test_analogues_are_near_first_and_from_the_past(book: Atlas) -> None:
    found = analogues("RUS", "IRN", WHEN, count=8, atlas=book)
    distances = [one.distance for one in found.nearest]
    assert len(distances) == 8
    assert distances == sorted(distances)
    assert all(one.year <= 2016 for one in found.nearest)
    pairs = [frozenset((one.a.cow, one.b.cow)) for one in found.nearest]
    assert len(set(pairs)) == len(pairs)
    assert frozenset((365, 630)) not in pairs
    assert max(len(line) for line in str(found).splitlines()) <= 80


def test_an_analogue_has_the_profile_that_it_says(book: Atlas) -> None:
    found = analogues("RUS", "IRN", WHEN, count=3, atlas=book)
    for one in found.nearest:
        gap = sum((one.levels[d] - found.levels[d]) ** 2 for d in found.dimensions)
        assert (gap / len(found.dimensions)) ** 0.5 == pytest.approx(one.distance, abs=0.01)


def test_a_state_has_no_analogue_of_a_tie_with_itself(book: Atlas) -> None:
    with pytest.raises(SameState):
        analogues("RUS", 365, WHEN, atlas=book)


def test_a_pair_without_levels_has_no_profile(book: Atlas) -> None:
    with pytest.raises(OutsideCoverage, match="profile"):
        analogues("GBR", "FRA", "1900", atlas=book)


def test_dimensions_whose_years_never_meet_are_not_all_used(book: Atlas) -> None:
    """West German trade is not observed in 1960-89, when the other two dimensions are."""
    found = analogues("DEU", "FRA", "1990-11-01", atlas=book)
    assert (found.profile_year, set(found.dimensions)) == (1989, {"military", "political"})
    before = analogues("DEU", "FRA", "1990-10-01", atlas=book)
    assert (found.levels, found.nearest) == (before.levels, before.nearest)
