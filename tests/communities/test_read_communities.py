"""Communities read from an atlas, and what is said where there is nothing to read."""

from __future__ import annotations

import subprocess
import sys

import polars as pl
import pytest

from daylight.communities.read import community, members
from daylight.core.errors import OutsideCoverage, StateNotThen
from daylight.tables.world import Frames

ROWS = [
    (2, 1985, 2, 4, 100, None, None, None),
    (260, 1985, 2, 4, 96, None, None, None),
    (365, 1985, 365, 1, 98, 2, 4, 2),
    (290, 1985, 365, 1, 98, None, None, None),
    (345, 1985, None, None, None, 365, 1, 44),
]
COLUMNS = ("cow", "year", "community", "line", "chance", "second_community", "second_line",
           "second_chance")  # fmt: skip


@pytest.fixture
def atlas() -> Frames:
    return Frames({"communities": pl.DataFrame(ROWS, COLUMNS, orient="row")})


def test_a_state_has_its_community_with_an_interval(atlas: Frames) -> None:
    found = community(atlas, 365, 1985)
    assert found.community is not None
    assert (found.community.leader.name, found.community.line) == ("Soviet Union", 1)
    assert found.chance.value == 0.98
    assert found.chance.lo is not None
    assert found.chance.lo < 0.98 < (found.chance.hi or 0)
    assert found.second is not None
    assert (found.second.leader.code, found.second_chance.value) == ("USA", 0.02)


def test_members_of_one_community_are_the_same_from_each(atlas: Frames) -> None:
    found = members(atlas, 2, 1985)
    assert [m.state.cow for m in found] == [2, 260]
    assert members(atlas, 255, 1985) == found, "Germany is 260 then"


def test_where_none_can_be_told_there_is_none(atlas: Frames) -> None:
    found = community(atlas, 345, 1985)
    assert found.community is None
    assert found.chance.value is None
    assert found.second is not None
    assert found.second_chance.value == 0.44
    assert members(atlas, 345, 1985) == ()


def test_other_years_and_states_are_refused(atlas: Frames) -> None:
    with pytest.raises(OutsideCoverage, match="1985"):
        community(atlas, 2, 1945)
    with pytest.raises(StateNotThen, match="Ukraine"):
        community(atlas, 369, 1985)


def test_reading_needs_no_library_of_networks() -> None:
    heavy = ("igraph", "leidenalg", "polars")
    code = (
        "import sys, daylight.communities.read; "
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
