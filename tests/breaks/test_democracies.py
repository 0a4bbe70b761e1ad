"""How many sides of a tie were democracies, from the index of the year before and no other."""

from __future__ import annotations

import numpy as np
import pytest

from daylight.breaks.democracies import DEMOCRATIC, UNKNOWN, democracies
from daylight.breaks.risk import NEVER, TieYears

USA, GBR, CHN, KOS = 2, 200, 710, 347


def ties(*sides: tuple[int, int, int]) -> TieYears:
    a, b, year = (np.array(column, np.int64) for column in zip(*sides, strict=True))
    zero = np.zeros(len(a), np.int64)
    return TieYears(zero, year, a, b, zero, zero, a, zero + NEVER, zero - NEVER, zero)


def regimes(*rows: tuple[int, int, float]) -> dict[str, np.ndarray]:
    cow, year, level = (np.array(column) for column in zip(*rows, strict=True))
    return {"cow": cow, "year": year, "polyarchy": level}


def test_each_side_counts_and_what_is_not_known_is_not_none() -> None:
    levels = regimes((USA, 1999, 0.9), (GBR, 1999, 0.8), (CHN, 1999, 0.1))
    seen = ties((USA, GBR, 2000), (USA, CHN, 2000), (CHN, CHN, 2000), (CHN, KOS, 2000),
                (USA, KOS, 2000), (KOS, KOS, 2000))  # fmt: skip
    assert democracies(seen, levels).tolist() == [2, 1, 0, UNKNOWN, UNKNOWN, UNKNOWN]


def test_the_level_itself_is_a_democracy() -> None:
    levels = regimes((USA, 1999, DEMOCRATIC), (GBR, 1999, DEMOCRATIC - 0.001))
    assert democracies(ties((USA, GBR, 2000)), levels).tolist() == [1]


@pytest.mark.parametrize("later", [2000, 2001])
def test_nothing_is_known_before_it_is_published(later: int) -> None:
    before = [(USA, 1999, 0.9), (GBR, 1999, 0.9)]
    seen = ties((USA, GBR, 2000))
    assert democracies(seen, regimes(*before, (GBR, later, 0.1))).tolist() == [2]


def test_a_state_keeps_its_place_under_an_older_number() -> None:
    """The Federal Republic has 260 to 1990 and 255 since."""
    levels = regimes((260, 1989, 0.9), (USA, 1989, 0.9), (255, 1995, 0.9), (USA, 1995, 0.9))
    seen = ties((USA, 260, 1990), (USA, 255, 1996))
    assert democracies(seen, levels).tolist() == [2, 2]
