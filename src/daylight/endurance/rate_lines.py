"""How often ties like one broke, in plain lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from daylight.endurance.rate_words import of_democracies, rate_text
from daylight.endurance.rates import HORIZONS, at, at_finer
from daylight.endurance.records import Rate, Resilience
from daylight.endurance.words import BY_ARITHMETIC
from daylight.say.lines import capital, counted, row, wrap

NAME, CELL, RATE = 10, 34, 20
"""Columns of the years ahead, of a rate with its count, and of the rate alone."""


def rate_lines(answer: Resilience) -> Iterator[str]:
    """Return the rates of ties that stand so, and of those with as many democracies."""
    reason = answer.hazard.get("reason")
    yield ""
    if isinstance(reason, str):
        yield from wrap(f"HOW OFTEN SUCH TIES BROKE: no rate, since {reason}")
        return
    said = answer.state.quiet_or_warned
    yield f"HOW OFTEN {said.upper()} TIES BROKE, in 100"
    yield from _rates([at(answer.hazard, horizon) for horizon in HORIZONS])
    if answer.hazard["by_democracies"]:
        yield f"{capital(of_democracies(answer.hazard))}, like this one:"
        yield from _rates([at_finer(answer.hazard, horizon) for horizon in HORIZONS])
    if said == "warned":
        yield from wrap(BY_ARITHMETIC)


def _rates(pairs: Sequence[tuple[Rate | None, Rate | None]]) -> Iterator[str]:
    yield from row("within", ("since 1950", "since 1992"), NAME, CELL)
    for horizon, pair in zip(HORIZONS, pairs, strict=True):
        yield from row(counted(horizon, "year"), map(_rate_cell, pair), NAME, CELL)


def _rate_cell(rate: Rate | None) -> str:
    return "-" if rate is None else f"{rate_text(rate, ''):{RATE}}{rate.events} of {rate.n:,}"
