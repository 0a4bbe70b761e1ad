"""Numbers published or computed by others, against the atlas that ships.

Oracle 1 (Signorino & Ritter's Table 6) is in tests/stats/test_portfolio.py, oracle 5 (ATOP
counts) in tests/sources/test_atop.py, oracle 6 (CINC) in tests/sources/test_nmc.py.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from daylight.measures import measure
from daylight.stats.agreement import Chance, Distance, agreement
from daylight.store.atlas import Atlas
from daylight.store.schemas import VOTE_COUNTS

FOUR_DIGITS = 5e-5
"""Half a unit of the fourth decimal, to which the table of stevedata is compared."""
THREE_DIGITS = 6e-4
"""Half a unit of the third decimal, and a little for what rounds the other way."""
OTHER_ROLL_CALLS = 0.012
"""2020 and 2025: the sanity table counts one of the two universes of roll calls, we both."""

ROK, USA, RUS, IRN, GBR, ISR, BLR, UKR = 732, 2, 365, 630, 200, 666, 370, 369


def pooled(
    book: Atlas, a: int, b: int, start: int, end: int, kind: tuple[Distance, Chance]
) -> float:
    """Score one pair over all roll calls of a span of years."""
    rows = book.pair("votes", a, b)
    inside = (rows["year"] >= start) & (rows["year"] <= end)
    counts = np.stack([rows[c][inside] for c in VOTE_COUNTS], axis=1).sum(axis=0)
    return float(agreement(counts[None], *kind).value[0])


@pytest.mark.parametrize(
    ("year", "other", "agree", "kappa"),
    [
        (1991, RUS, 0.6056, 0.2389),
        (2015, USA, 0.4416, 0.3049),
        (2019, RUS, 0.5814, 0.3280),
    ],
)
def test_oracle_2_south_korea_in_the_general_assembly(
    book: Atlas, year: int, other: int, agree: float, kappa: float
) -> None:
    low, high = sorted((ROK, other))
    for name, value in (("vote_agreement", agree), ("vote_kappa", kappa)):
        found = of_year(book, name, year)
        assert found[low, high] == pytest.approx(value, abs=FOUR_DIGITS)


@cache
def of_year(book: Atlas, name: str, year: int) -> dict[tuple[int, int], float]:
    found = measure(name).compute(book, year, year)
    keys = zip(found.a.tolist(), found.b.tolist(), strict=True)
    return dict(zip(keys, found.value.tolist(), strict=True))


# From the notes to the mirror: same vote, all roll calls, years pooled.
SAME_VOTE = [
    (RUS, IRN, 1955, 1959, 0.468),
    (RUS, IRN, 1985, 1986, 0.862),
    (RUS, IRN, 1992, 1993, 0.409),
    (RUS, IRN, 2016, 2016, 0.635),
    (RUS, IRN, 2022, 2022, 0.667),
    (USA, RUS, 1985, 1986, 0.120),
    (USA, RUS, 2005, 2006, 0.184),
    (USA, RUS, 2024, 2024, 0.187),
    (RUS, BLR, 1975, 1977, 1.000),
    (RUS, BLR, 1992, 1993, 0.649),
    (USA, ISR, 1955, 1959, 0.647),
    (USA, ISR, 2016, 2016, 0.844),
    (USA, ISR, 2023, 2023, 0.886),
    (UKR, RUS, 2023, 2023, 0.322),
    (USA, GBR, 2022, 2022, 0.719),
]


@pytest.mark.parametrize(("a", "b", "start", "end", "share"), SAME_VOTE)
def test_same_votes_as_counted_by_hand(
    book: Atlas, a: int, b: int, start: int, end: int, share: float
) -> None:
    found = pooled(book, a, b, start, end, ("nominal", "none"))
    assert found == pytest.approx(share, abs=THREE_DIGITS)


@pytest.mark.parametrize(
    ("a", "b", "year", "share"),
    [
        (RUS, IRN, 2020, 0.711),
        (RUS, IRN, 2025, 0.787),
        (USA, RUS, 2025, 0.130),
        (USA, GBR, 2025, 0.217),
        (UKR, RUS, 2025, 0.606),
    ],
)
def test_same_votes_where_the_universes_of_roll_calls_differ(
    book: Atlas, a: int, b: int, year: int, share: float
) -> None:
    found = pooled(book, a, b, year, year, ("nominal", "none"))
    assert found == pytest.approx(share, abs=OTHER_ROLL_CALLS)


def test_raw_agreement_and_kappa_tell_different_stories(book: Atlas) -> None:
    """South Korea and China in 1995: alike in most votes, yet no more than by chance."""
    assert of_year(book, "vote_agreement_half", 1995)[710, ROK] > 0.75
    assert abs(of_year(book, "vote_kappa", 1995)[710, ROK]) < 0.1


def test_the_agenda_break_of_2025_is_there(book: Atlas) -> None:
    held = {year: book.held("all", year, year) for year in (2024, 2025)}
    assert held[2025] > 1.8 * held[2024]
    assert of_year(book, "vote_agreement", 2025)[USA, GBR] < 0.3


def test_no_votes_were_held_in_1964(book: Atlas) -> None:
    assert book.held("all", 1964, 1964) == 0
    assert len(book.years("votes", 1964, 1964)["year"]) == 0


def test_russia_and_iran_have_promised_no_defence(book: Atlas) -> None:
    """ATOP 4968, 2001: neutrality, non-aggression and consultation."""
    masks = book.pair("alliances", RUS, IRN)
    assert masks["ab"][masks["year"] == 2016].tolist() == [4 + 8 + 16]


@pytest.mark.parametrize(
    ("cow", "year", "cinc"), [(RUS, 2022, 0.0382), (IRN, 2022, 0.0164), (USA, 1945, 0.3839)]
)
def test_capabilities(book: Atlas, cow: int, year: int, cinc: float) -> None:
    rows = book.rows("capabilities", "cow = ? AND year = ?", (cow, year))
    assert rows["cinc"].tolist() == [pytest.approx(cinc, abs=FOUR_DIGITS)]
