"""Break K, and what is known of it when."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
from small_series import calm, marked, pairs, years_of

from daylight.breaks.families import families, where_tied
from daylight.breaks.pairs import FIRST
from daylight.breaks.rule import Breaks, breaks
from daylight.breaks.series import Series
from daylight.breaks.ties import legs, ties
from daylight.store.schemas.breaks import FAMILIES

ONE = pairs()


def of(series: object) -> Breaks:
    tie = ties(legs(series, ONE), ONE)  # type: ignore[arg-type]
    return breaks(where_tied(families(series, ONE), tie), tie)  # type: ignore[arg-type]


def allied(**more: object) -> object:
    return marked(calm(), obliged=range(1946, 2026), **more)


def blinded(series: Series, until: int) -> Series:
    """Return the series as they were known at a year: no mark after it, and no value."""
    cut = {}
    for field in fields(series):
        value = getattr(series, field.name)
        hidden = []
        for part in value if isinstance(value, tuple) else (value,):
            copy = part.copy()
            copy[:, until:] = False if copy.dtype == bool else np.nan
            hidden.append(copy)
        cut[field.name] = tuple(hidden) if isinstance(value, tuple) else hidden[0]
    return Series(**{**cut, "blocs": series.blocs})


def warned(found: Breaks, year: int) -> tuple[str, ...]:
    bits = int(found.warned[0, year - FIRST])
    return tuple(name for k, name in enumerate(FAMILIES) if bits >> k & 1)


def test_one_family_warns_and_two_break() -> None:
    assert years_of(of(allied(force=1970)).broke) == []
    two = of(allied(force=1970, left=1973))
    assert years_of(two.broke) == [1973]
    assert two.known[0, 1973 - FIRST] == 1973 - FIRST
    assert warned(two, 1969) == ()
    assert warned(two, 1970) == ("hostility",)
    assert warned(two, 1974) == ("treaty", "hostility")
    assert warned(two, 1975) == ("treaty",)


def test_six_years_apart_are_no_break() -> None:
    assert years_of(of(allied(force=1970, left=1975)).broke) == []


def test_drift_alone_is_no_break() -> None:
    drift = allied(gap=(range(1970, 2026), 2.0), kappa=(range(1970, 2026), -0.5))
    assert years_of(of(drift).broke) == []


def test_votes_are_known_two_years_later() -> None:
    found = of(allied(force=1972, gap=(range(1972, 2026), 2.0)))
    assert years_of(found.broke) == [1972]
    assert found.known[0, 1972 - FIRST] == 1974 - FIRST
    assert warned(found, 1973) == ("hostility",)
    assert warned(found, 1974) == ("hostility", "votes")
    assert warned(found, 1977) == ()


def test_where_no_tie_stood_nothing_breaks() -> None:
    assert years_of(of(marked(calm(), force=1970, left=1971)).broke) == []
    tied = marked(calm(), obliged=1966, force=1970, left=1971)
    assert years_of(of(tied).broke) == [1971], "a tie stood in 1967, four years before"
    before = marked(calm(), obliged=range(1970, 1975), force=1968, left=1971)
    assert years_of(of(before).broke) == [], "the force came before there was a tie"


def test_a_break_is_followed_by_eight_years_without_one() -> None:
    many = allied(force=[1970, 1976, 1982], left=[1971, 1977, 1983])
    assert years_of(of(many).broke) == [1971, 1983], "1982 has one family within five years"


def test_a_later_year_never_changes_what_was_known() -> None:
    rng = np.random.default_rng(1)
    for _ in range(20):
        some = rng.choice(np.arange(1950, 2020), 6, replace=False).tolist()
        full = allied(force=some[1:3], left=some[3:], gap=(range(some[0], 2026), 2.0))
        whole = of(full)
        for cut in (1980, 1990, 2000):
            until = cut - FIRST + 1
            seen = of(blinded(full, until))  # type: ignore[arg-type]
            assert (whole.warned[:, :until] == seen.warned[:, :until]).all()
            known = whole.broke & (whole.known < until)
            assert (known[:, :until] <= seen.broke[:, :until]).all()
            assert (known == (seen.broke & (seen.known < until))).all()
