"""The question where two states part: against plain counts, in both orders, at any date."""

from __future__ import annotations

import random
from functools import cache

import numpy as np
import pytest

from daylight.core.errors import SameState, StateNotThen
from daylight.core.estimate import Estimate
from daylight.divergences.divergence import LEAST, WINDOW, divergence
from daylight.divergences.records import Divergence, Gap
from daylight.measures.issues import ALL, ISSUES, title
from daylight.stats.agreement import agreement
from daylight.store.atlas import Atlas
from daylight.store.schemas import VOTE_COUNTS

VOTERS = ("USA", "GBR", "FRA", "RUS", "IRN", "IND", "EGY", "SWE", "BRA", "ISR", "POL", "ETH")
DATES = ("1948-12-31", "1965-06-30", "1992", "2017-02-01", "2026-06-04")
RNG = random.Random(1)
CASES = [(*RNG.sample(VOTERS, 2), when) for when in DATES]


@cache
def asked(book: Atlas, a: str, b: str, when: str) -> Divergence:
    return divergence(a, b, when, atlas=book)


@pytest.fixture(params=CASES, ids=lambda case: "-".join(case))
def result(request: pytest.FixtureRequest, book: Atlas) -> Divergence:
    return asked(book, *request.param)


def gaps(result: Divergence) -> tuple[Gap, ...]:
    return (result.overall, *result.issues)


def test_every_estimate_lies_in_its_interval_and_bounds(result: Divergence) -> None:
    for one in (*gaps(result), *result.history):
        for part, low in ((one.agreement, 0), (one.kappa, -1)):
            if part.value is not None:
                assert part.lo is not None
                assert part.hi is not None
                assert low <= part.lo <= part.value <= part.hi <= 1 + 1e-9


def test_all_issues_are_there_farthest_apart_first(result: Divergence) -> None:
    assert {gap.issue for gap in result.issues} == set(ISSUES)
    assert [gap.title for gap in result.issues] == [title(gap.issue) for gap in result.issues]
    known = [gap.agreement.value for gap in result.issues if gap.agreement.value is not None]
    assert known == sorted(known)
    assert [gap.agreement.value for gap in result.issues[: len(known)]] == known


def test_a_gap_counts_no_more_votes_than_were_held(result: Divergence) -> None:
    for gap in gaps(result):
        assert 0 <= gap.n <= gap.held
        assert gap.position is None or 0 <= gap.position <= 100
        assert (gap.agreement.value is None) == (gap.n == 0)


def test_nothing_is_from_after_the_date(result: Divergence) -> None:
    full = (
        result.as_of.year
        if (result.as_of.month, result.as_of.day) == (12, 31)
        else result.as_of.year - 1
    )
    assert result.window[1] == full
    assert result.window[0] == max(full - WINDOW + 1, result.covered[0])
    assert all(point.year <= full for point in result.history)
    for year in (result.narrowest, result.widest):
        assert year is None or year <= full


def test_no_year_is_surely_closer_or_farther_than_those_named(result: Divergence) -> None:
    found = {
        p.year: p.kappa
        for p in result.history
        if p.issue == ALL and p.kappa.value is not None and (p.kappa.n or 0) >= LEAST
    }
    if found:
        assert found[result.widest].hi == min(k.hi for k in found.values())  # type: ignore
        assert found[result.narrowest].lo == max(k.lo for k in found.values())  # type: ignore


def test_the_closest_and_the_farthest_issue_are_named_only_where_votes_decide(
    result: Divergence,
) -> None:
    by_code = {gap.issue: gap for gap in result.issues}
    if not result.farthest or not result.closest:
        assert result.farthest == result.closest == ()
        return
    distance = {p.issue: p.gap for p in result.positions}
    for far in result.farthest:
        assert by_code[far].n >= 10
        assert not any(surely_below(g.agreement, by_code[far].agreement) for g in result.issues)
    for near in result.closest:
        assert not any(surely_below(by_code[near].agreement, g.agreement) for g in result.issues)
    far, near = result.farthest[0], result.closest[0]
    assert surely_below(by_code[far].agreement, by_code[near].agreement)
    assert distance[far].value > distance[near].value  # type: ignore[operator]
    assert not set(result.farthest) & set(result.closest)


def surely_below(one: Estimate, other: Estimate) -> bool:
    return one.hi is not None and other.lo is not None and one.hi < other.lo


def test_the_other_order_gives_the_same_gaps(result: Divergence, book: Atlas) -> None:
    turned = divergence(result.b.cow, result.a.cow, result.as_of.isoformat(), atlas=book)
    assert turned.a == result.b
    for one, two in zip(gaps(result), gaps(turned), strict=True):
        assert (one.issue, one.n, one.position) == (two.issue, two.n, two.position)
        assert (one.kappa, one.agreement) == (two.kappa, two.agreement)
    assert turned.history == result.history
    assert (turned.widest, turned.closest) == (result.widest, result.closest)


def test_a_window_is_the_sum_of_its_years(book: Atlas) -> None:
    result = asked(book, "RUS", "IRN", "2017-02-01")
    rows = book.pair("votes", 365, 630)
    inside = (rows["year"] >= 2012) & (rows["year"] <= 2016)
    counts = np.stack([rows[c][inside] for c in VOTE_COUNTS], axis=1).astype(int).sum(axis=0)
    assert result.window == (2012, 2016)
    assert result.overall.n == counts.sum()
    same = counts[[0, 4, 8]].sum() / counts.sum()
    assert result.overall.agreement.value == pytest.approx(same)
    kappa = agreement(counts[None], "squared", "cohen").value[0]
    assert result.overall.kappa.value == pytest.approx(kappa)


def test_a_position_is_the_share_of_pairs_below(book: Atlas) -> None:
    result = asked(book, "RUS", "IRN", "2017-02-01")
    sums = book.vote_sums(2012, 2016)["me"]
    kappa = agreement(np.stack([sums[c] for c in VOTE_COUNTS], axis=1), "squared", "cohen").value
    mine = next(gap for gap in result.issues if gap.issue == "me")
    known = kappa[~np.isnan(kappa)]
    assert mine.position == pytest.approx(100 * (known < mine.kappa.value).mean())


def test_a_divider_is_compared_with_both(book: Atlas) -> None:
    result = divergence("RUS", "IRN", "2017-02-01", divider="USA", atlas=book)
    assert [(o.state.code, o.power.code) for o in result.outside] == [
        ("RUS", "USA"),
        ("IRN", "USA"),
    ]
    for outside in result.outside:
        pair = divergence(outside.state.cow, "USA", "2017-02-01", atlas=book)
        assert outside.gap == pair.overall
    with pytest.raises(SameState):
        divergence("RUS", "IRN", "2017-02-01", divider="RUS", atlas=book)


def test_before_the_united_nations_nothing_is_said(book: Atlas) -> None:
    result = divergence("GBR", "FRA", 1930, atlas=book)
    assert result.overall.kappa.status == "outside_coverage"
    assert {gap.agreement.value for gap in gaps(result)} == {None}
    assert {gap.n for gap in gaps(result)} == {0}
    assert result.history == ()
    assert (result.closest, result.widest) == ((), None)


def test_a_state_that_never_voted_is_missing_not_zero(book: Atlas) -> None:
    result = divergence("CHE", "FRA", 1990, atlas=book)
    assert result.overall.kappa.value is None
    assert result.overall.kappa.status == "missing"
    assert result.overall.held > 300


def test_germany_is_followed_through_its_numbers(book: Atlas) -> None:
    years = {p.year for p in asked(book, "DEU", "FRA", "2017-02-01").history if p.issue == ALL}
    assert {1975, 1989, 1991, 2016} <= years


def test_known_stories(book: Atlas) -> None:
    """The Soviet and Byelorussian delegations voted as one; Washington and Moscow did not."""
    cold = divergence("RUS", "USA", 1986, atlas=book).overall
    assert cold.agreement.value < 0.25  # type: ignore[operator]
    assert cold.kappa.value < 0  # type: ignore[operator]
    close = divergence("GBR", "FRA", 1986, atlas=book).overall
    assert close.position > 90  # type: ignore[operator]


@pytest.mark.parametrize(
    ("a", "b", "when", "error"),
    [("RUS", "Soviet Union", "2016", SameState), ("RUS", "UKR", "1980", StateNotThen)],
)
def test_what_cannot_be_asked(
    book: Atlas, a: str, b: str, when: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        divergence(a, b, when, atlas=book)


@pytest.mark.parametrize(
    ("a", "b", "as_of", "numbers"),
    [
        ("DEU", "FRA", "1991-06-01", ((260, 255), 220)),
        ("FRA", "DEU", "1993-06-01", ((260, 255), 220)),
        ("YEM", "EGY", "1991-06-01", ((678, 679), 651)),
    ],
)
def test_the_window_follows_a_state_through_its_numbers(
    book: Atlas, a: str, b: str, as_of: str, numbers: tuple[tuple[int, int], int]
) -> None:
    result = divergence(a, b, as_of, atlas=book)
    rows = [book.pair("votes", one, numbers[1]) for one in numbers[0]]
    votes = 0
    for columns in rows:
        inside = (columns["year"] >= result.window[0]) & (columns["year"] <= result.window[1])
        votes += sum(int(columns[c][inside].sum()) for c in VOTE_COUNTS)
    assert result.overall.n == votes > 200
    assert sum(p.agreement.n or 0 for p in result.history if p.issue == ALL) >= votes


def test_a_seat_in_the_un_is_no_state(book: Atlas) -> None:
    """Ukraine voted from 1946, as a part of the Soviet Union."""
    result = asked(book, "UKR", "RUS", "2017-02-01")
    years = {p.year for p in result.history if p.issue == ALL}
    assert {1946, 1979, 1990, 1992} <= years
    assert result.narrowest is not None
    assert result.narrowest >= 1991
    assert result.record is not None
    assert result.record.first >= 1991
    said = [c.text for c in result.caveats if "/narrowest" in c.touches]
    assert len(said) == 1
    assert "In 1946 to 1990 Ukraine and Russia" in said[0]
    assert "a seat of lands then under the Soviet Union" in said[0]
    assert "pooled by issue" not in said[0]
    pooled = [c for c in asked(book, "UKR", "RUS", "1992-06").caveats if "/issues" in c.touches]
    assert any("Those from 1987 on are also pooled by issue" in c.text for c in pooled)
    quiet = asked(book, "RUS", "IRN", "2017-02-01")
    assert not [c for c in quiet.caveats if "/narrowest" in c.touches]


def test_where_another_held_the_seat_it_is_said(book: Atlas) -> None:
    """Until October 1971 China's seat was held by the government in Taipei."""
    for when in ("1960", "1973"):
        said = [c.text for c in asked(book, "CHN", "JPN", when).caveats if "Taiwan" in c.text]
        assert len(said) == 1
        assert "Until 24 October 1971 the seat of China" in said[0]
    later = asked(book, "CHN", "JPN", "1980")
    assert not [c for c in later.caveats if "Taiwan" in c.text]
    without = [c.text for c in asked(book, "TWN", "JPN", "1980").caveats if "no seat" in c.text]
    assert without == [
        "Taiwan has had no seat in the UN since 25 October 1971, when it passed to China."
    ]


def test_distances_of_the_year_of_change_are_those_of_its_votes(book: Atlas) -> None:
    for when, year in (("1990-11-01", 1989), ("1991-06-01", 1990)):
        result = asked(book, "DEU", "FRA", when)
        assert {p.year for p in result.positions} == {year}
        assert "all" in {p.issue for p in result.positions}
        assert result.record is not None
