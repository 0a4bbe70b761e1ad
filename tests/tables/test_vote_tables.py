"""The vote tables against a plain count of random ballots."""

from __future__ import annotations

from collections import Counter

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.store.schemas import VOTE_COUNTS
from daylight.tables.votes.ballots import CODES
from daylight.tables.votes.counts import held, issue_votes, votes

STATES = (2, 20, 200, 365)
WORD = {1: "y", 2: "a", 3: "n"}
Ballot = tuple[int, int, int]

calls = st.lists(
    st.tuples(
        st.integers(1990, 1992),
        st.sampled_from(["voeten", "un"]),
        st.sets(st.sampled_from(CODES), max_size=3),
        st.lists(st.sampled_from([1, 1, 2, 3, 8, 9]), min_size=4, max_size=4),
    ),
    min_size=1,
    max_size=8,
)
Calls = list[tuple[int, str, set[str], list[int]]]


def tables(drawn: Calls) -> tuple[pl.DataFrame, pl.DataFrame]:
    rollcalls = pl.DataFrame(
        [
            {"item": k, "year": year, "universe": universe} | {c: c in codes for c in CODES}
            for k, (year, universe, codes, _) in enumerate(drawn)
        ]
    )
    ballots = pl.DataFrame(
        [
            {"item": k, "cow": cow, "vote": vote}
            for k, (*_, cast) in enumerate(drawn)
            for cow, vote in zip(STATES, cast, strict=True)
        ]
    )
    return rollcalls, ballots


def counted(drawn: Calls, issue: str | None = None) -> dict[tuple[int, int, int], Counter[str]]:
    found: dict[tuple[int, int, int], Counter[str]] = {}
    for year, _, codes, cast in drawn:
        if issue is not None and issue not in codes:
            continue
        for i, a in enumerate(STATES):
            for k in range(i + 1, len(STATES)):
                if cast[i] in WORD and cast[k] in WORD:
                    key = (a, STATES[k], year)
                    found.setdefault(key, Counter())[WORD[cast[i]] + WORD[cast[k]]] += 1
    return found


def as_counts(frame: pl.DataFrame) -> dict[tuple[int, int, int], Counter[str]]:
    return {
        (row["a"], row["b"], row["year"]): Counter({c: row[c] for c in VOTE_COUNTS if row[c]})
        for row in frame.iter_rows(named=True)
    }


def some(drawn: Calls, issue: str | None = None) -> bool:
    """Whether anyone cast a vote at all."""
    return any(
        vote in WORD for _, _, codes, cast in drawn for vote in cast if not issue or issue in codes
    )


@settings(max_examples=25, deadline=None)
@given(calls)
def test_joint_counts_by_year_are_those_of_a_loop(drawn: Calls) -> None:
    if some(drawn):
        frame = votes(*tables(drawn))
        assert len(frame) == len(counted(drawn))
        assert as_counts(frame) == counted(drawn)


@settings(max_examples=25, deadline=None)
@given(calls)
def test_a_roll_call_counts_on_each_of_its_issues(drawn: Calls) -> None:
    drawn = [*drawn, (1993, "un", set(CODES), [1, 2, 3, 8])]
    frame = issue_votes(*tables(drawn))
    for issue in CODES:
        assert as_counts(frame.filter(pl.col("issue") == issue)) == counted(drawn, issue)


@settings(max_examples=25, deadline=None)
@given(calls)
def test_held_and_divided_are_those_of_a_loop(drawn: Calls) -> None:
    frame = held(*tables(drawn))
    found = {
        (row["year"], row["issue"], row["universe"]): (row["held"], row["divided"])
        for row in frame.iter_rows(named=True)
    }
    expected: dict[tuple[int, str, str], tuple[int, int]] = {}
    for year, universe, codes, cast in drawn:
        choices = {vote for vote in cast if vote in WORD}
        for issue in ("all", *codes) if choices else ():
            one, split = expected.get((year, issue, universe), (0, 0))
            expected[year, issue, universe] = (one + 1, split + (len(choices) > 1))
    assert found == expected


def test_absence_and_non_membership_are_no_choice() -> None:
    frame = votes(*tables([(1990, "un", set(), [1, 8, 9, 3])]))
    assert as_counts(frame) == {(2, 365, 1990): Counter({"yn": 1})}
