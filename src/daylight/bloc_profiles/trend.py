"""Whether members went together more or less than five years before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import hypot

from daylight.bloc_profiles.records import Effect, Past, Sign
from daylight.say.numbers import fixed

BACK = 5
"""Years between the two that are compared."""
RISE = 1.5
"""Trade among members has risen, or fallen, where its share is so many times what it was."""


def trends(past: Sequence[Past]) -> Iterator[Sign]:
    """Yield a sign where votes alike or trade rose or fell by more than they err.

    Members are those of each year, so that who joined or left moves it too.

    Parameters
    ----------
    past : sequence of Past
        All that was measured, in the order of the years.
    """
    if not past:
        return
    last = past[-1].year
    found = {(one.what, one.year): one for one in past}
    now, before = (found.get(("excess", year)) for year in (last, last - BACK))
    if now is not None and before is not None:
        yield from _votes(now, before)
    now, before = (found.get(("inside_share", year)) for year in (last, last - BACK))
    if now is not None and before is not None and before.value > 0:
        yield from _trade(now, before)


def _votes(now: Past, before: Past) -> Iterator[Sign]:
    if None in (now.lo, now.hi, before.lo, before.hi):
        return
    error = hypot(*((one.hi - one.lo) / 2 for one in (now, before)))  # type: ignore[operator]
    change = now.value - before.value
    if abs(change) > error:
        effect: Effect = "life" if change > 0 else "decay"
        text = (
            f"votes alike above any two states went from {fixed(100 * before.value, 0)} to "
            f"{fixed(100 * now.value, 0)} of 100 in {BACK} years"
        )
        yield Sign("votes_trend", effect, BACK, text)


def _trade(now: Past, before: Past) -> Iterator[Sign]:
    times = now.value / before.value
    if times >= RISE or times <= 1 / RISE:
        effect: Effect = "life" if times > 1 else "decay"
        text = (
            f"trade with each other went from {fixed(100 * before.value, 0)} to "
            f"{fixed(100 * now.value, 0)} % of all in {BACK} years"
        )
        yield Sign("trade_trend", effect, BACK, text)
