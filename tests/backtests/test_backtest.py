"""The back-test as it is asked for: by date, in lines, and refused where there is nothing."""

from __future__ import annotations

import numpy as np
import pytest

from daylight.backtests.backtest import backtest
from daylight.backtests.periods import periods
from daylight.breaks.risk import LATE
from daylight.breaks.rolling import Forecasts
from daylight.core.errors import OutsideCoverage
from daylight.say.lines import NARROWEST
from daylight.store.atlas import Atlas


def test_an_earlier_date_looks_at_nothing_later(book: Atlas) -> None:
    now, then = (backtest(as_of=when, atlas=book) for when in (None, "1995"))
    for one in then.outcomes:
        assert one.last <= 1995 - one.horizon - LATE
    later = {(o.name, o.horizon): o.n for o in now.outcomes}
    assert all(o.n < later[o.name, o.horizon] for o in then.outcomes)


def test_a_date_without_an_outcome_is_refused_and_says_what_to_ask(book: Atlas) -> None:
    with pytest.raises(OutsideCoverage, match="ask for 1973 or later"):
        backtest(as_of="1972", atlas=book)
    assert backtest(as_of="1973", atlas=book).outcomes


def test_every_outcome_has_its_numbers(book: Atlas) -> None:
    for one in backtest(atlas=book).outcomes:
        assert 0 < one.events < one.n
        assert one.log_skill.lo <= one.log_skill.value <= one.log_skill.hi
        assert sum(b.n for b in one.reliability) == one.n
        came = sum(b.observed * b.n for b in one.reliability)
        assert came == pytest.approx(one.events)


def test_the_text_fits_a_narrow_terminal(book: Atlas) -> None:
    answer = backtest(atlas=book)
    text = answer.text(NARROWEST)
    assert max(map(len, text.splitlines())) <= NARROWEST
    for one in answer.outcomes:
        for tier in one.reliability:
            assert f"of {tier.n:,}" in text


def test_spans_of_forecasts_are_parts_of_all(book: Atlas) -> None:
    for one in backtest(atlas=book).outcomes:
        cold, after, without = one.periods
        assert (cold.name, after.name, without.name) == (
            "1970-1989",
            "1990-2010",
            "without 1989-91",
        )
        assert cold.n + after.n == one.n
        assert cold.events + after.events == one.events
        assert without.n < one.n
        for part in one.periods:
            assert part.log_skill.lo <= part.log_skill.value <= part.log_skill.hi


def forecasts(years: list[int], event: list[bool]) -> Forecasts:
    n = len(years)
    base, tier, no = np.full(n, 0.1), np.full(n, 0.2), np.zeros(n, bool)
    rows = np.arange(n)
    return Forecasts(base, tier, tier, np.array(event), rows, rows, np.array(years), no, rows)


def by_years(made: Forecasts, horizon: int) -> dict[str, int]:
    return {part.name: part.n for part in periods(made, made.tier, made.base, horizon)}


def test_a_forecast_looks_at_the_turn_by_its_years_ahead() -> None:
    made = forecasts([1984, 1985, 1990, 1991], [True] * 4)
    assert by_years(made, 4) == {
        "1970-1989": 2, "1990-2010": 2, "without 1989-91": 2,
    }  # fmt: skip
    assert by_years(made, 5)["without 1989-91"] == 1


def test_a_span_in_which_nothing_came_has_no_skill() -> None:
    made = forecasts([1984, 1995], [True, False])
    assert list(by_years(made, 1)) == ["1970-1989", "without 1989-91"]


def test_where_it_fails_is_said_in_words(book: Atlas) -> None:
    answer = backtest(atlas=book)
    text = answer.finding("periods").text
    for one in answer.outcomes:
        for part in one.periods:
            if one.name == "break" and part.log_skill.hi < 0:
                assert "worse than that share in" in text
                assert part.name in text


def test_the_finer_forecast_is_of_the_same_ties(book: Atlas) -> None:
    for one in backtest(atlas=book).outcomes:
        finer = one.by_democracies
        known = sum(b.n for b in finer.reliability)
        assert 0.9 * one.n < known <= one.n
        warned = [b.n for b in one.reliability if b.tier == "warned"]
        assert [b.n for b in finer.reliability if b.tier == "warned"] == warned
        assert {b.democracies for b in finer.reliability} == {0, 1, 2, None}
        assert [part.n for part in finer.periods] == [part.n for part in one.periods]
        both = (1 - one.log_skill.value) * (1 - finer.gain.value)
        assert finer.log_skill.value == pytest.approx(1 - both)
        assert finer.gain_by_stronger.value == finer.gain.value
