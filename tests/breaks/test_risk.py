"""Years at risk: what came after, and what of it may be looked at."""

from __future__ import annotations

import numpy as np
import pytest

from daylight.breaks.risk import NEVER, origins, tie_years


def ties(**changes: object) -> dict[str, np.ndarray]:
    years = np.arange(1950, 2020)
    base = {
        "a": np.full(len(years), 200), "b": np.full(len(years), 220), "year": years,
        "legs": np.ones(len(years)), "warned": np.zeros(len(years)),
        "weaker": np.full(len(years), 220),
    }  # fmt: skip
    return base | {k: np.asarray(v) for k, v in changes.items()}


def broke(*years: int, a: int = 200, b: int = 220) -> dict[str, np.ndarray]:
    return {"a": np.full(len(years), a), "b": np.full(len(years), b), "year": np.array(years)}


def test_the_next_and_the_last_break_of_the_pair() -> None:
    seen = tie_years(ties(), broke(1971, 1990))
    at = dict(zip(seen.year.tolist(), zip(seen.broke, seen.last, strict=True), strict=True))
    assert at[1970] == (1971, -NEVER)
    assert at[1971] == (1990, 1971)
    assert at[1990] == (NEVER, 1990)


def test_other_pairs_have_their_own() -> None:
    seen = tie_years(ties(), broke(1971, a=200, b=255))
    assert (seen.broke == NEVER).all()
    assert (seen.last == -NEVER).all()


def test_numbers_of_one_lineage_are_one_pair() -> None:
    """West Germany is 260, and Germany 255."""
    german = ties(b=np.where(np.arange(1950, 2020) < 1990, 260, 255))
    seen = tie_years(german, broke(1995, b=255))
    assert len(set(seen.pair.tolist())) == 1
    assert seen.broke[0] == 1995


def test_years_after_a_break_are_not_at_risk() -> None:
    seen = tie_years(ties(), broke(1971))
    risk = dict(zip(seen.year.tolist(), seen.at_risk.tolist(), strict=True))
    assert [y for y, free in risk.items() if not free] == list(range(1971, 1979))


@pytest.mark.parametrize("horizon", [1, 2, 4, 8])
def test_no_origin_looks_past_the_year_asked(horizon: int) -> None:
    seen = tie_years(ties(), broke(1971))
    for until in (1980, 2000, 2025):
        kept = seen.year[origins(seen, 1950, 2010, horizon, until)]
        assert kept.max() <= min(2010, until - horizon - 2, 2018 - horizon)
        assert kept.min() == 1950


def test_a_run_bridges_one_year_and_what_is_not_known_after_the_list_of_treaties() -> None:
    years = np.array([1950, 1951, 1953, 1956, 2018, 2023])
    base = {name: column[: len(years)] for name, column in ties().items()}
    seen = tie_years(base | {"year": years}, broke())
    assert seen.since.tolist() == [1950, 1950, 1950, 1956, 2018, 2018]
    assert seen.young.tolist() == [True, True, True, True, True, False]
    old = {name: column[:60] for name, column in ties().items()} | {"year": np.arange(1946, 2006)}
    assert not tie_years(old, broke()).young.any(), "or before 1946"


def test_within_counts_the_years_ahead_only() -> None:
    seen = tie_years(ties(), broke(1971))
    near = seen.year[seen.breaks_within(2)]
    assert near.tolist() == [1969, 1970]


def test_no_break_at_all() -> None:
    seen = tie_years(ties(), broke())
    assert not seen.breaks_within(8).any()
