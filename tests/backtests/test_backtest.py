"""The back-test as it is asked for: by date, in lines, and refused where there is nothing."""

from __future__ import annotations

import pytest

from daylight.backtests.backtest import backtest
from daylight.breaks.risk import LATE
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
