"""How numbers are written: with their interval, to the digits that it supports."""

from __future__ import annotations

import math
from collections.abc import Callable

from daylight.core.errors import NoInterval
from daylight.core.estimate import Estimate
from daylight.say.absence import UNSAID

MOST_DECIMALS = 8


def estimate_text(estimate: Estimate, fraction: bool = False) -> str:
    """Write an estimate with its interval; coded facts as such.

    Parameters
    ----------
    estimate : Estimate
    fraction : bool
        Whether the value is a fraction, which readers know as a percentage.

    Returns
    -------
    str
        ``0.23 % (0.11 to 0.48)``, ``0.42 (0.26 to 0.57)``, ``2 (coded)``, or words where
        there is no value.

    Raises
    ------
    NoInterval
        When there is a value without an interval.
    """
    if estimate.value is None:
        return UNSAID[estimate.status]
    if estimate.lo is None or estimate.hi is None:
        raise NoInterval(f"The value {estimate.value} has no interval; give lo and hi.")
    scale = 100.0 if fraction else 1.0
    value, lo, hi = (x * scale for x in (estimate.value, estimate.lo, estimate.hi))
    unit = " %" if fraction else ""
    if lo == hi:
        return f"{coded(value)}{unit} (coded)"
    # Small shares are skewed: the width alone would round the lower end to nothing.
    least = leading if fraction else (lambda _: 0)
    first, low, high = (fixed(x, max(decimals(lo, hi), least(x))) for x in (value, lo, hi))
    return f"{first}{unit} ({low} to {high})"


def with_interval(value: float | None, lo: float | None, hi: float | None, digits: int) -> str:
    """Write a value with its interval to so many decimals: ``1.9 (1.1 to 2.7)``.

    Raises
    ------
    NoInterval
        When there is a value without an interval.
    """
    return _spanned(value, lo, hi, lambda x: fixed(x, digits))


def printed(estimate: Estimate) -> float:
    """Return the value as :func:`estimate_text` rounds it, so that words agree with the number.

    Raises
    ------
    NoInterval
        Without a value or an interval.
    """
    value, lo, hi = estimate.value, estimate.lo, estimate.hi
    if value is None or lo is None or hi is None:
        raise NoInterval(f"There is no number to print: {estimate}.")
    return value if lo == hi else float(fixed(value, decimals(lo, hi)))


def position_text(value: float | None, lo: float | None, hi: float | None) -> str:
    """Write a position among all pairs with its interval: ``96 (88 to 98)``.

    Raises
    ------
    NoInterval
        When there is a value without an interval.
    """
    return _spanned(value, lo, hi, place)


def _spanned(
    value: float | None, lo: float | None, hi: float | None, write: Callable[[float], str]
) -> str:
    if value is None:
        return "no value"
    if lo is None or hi is None:
        raise NoInterval(f"The value {value} has no interval; give lo and hi.")
    return f"{write(value)} ({write(lo)} to {write(hi)})"


def place(value: float) -> str:
    """Write a bare position, 0 to 100, that never rounds up to a hundred or down to nothing."""
    if 99.5 <= value < 100:
        return ">99"
    if 0 < value < 0.5:
        return "<1"
    return fixed(value, 0)


def percent(probability: float) -> str:
    """Write a probability as a percentage that never says never or always: ``<1``."""
    if probability < 0.01:
        return "<1"
    return ">99" if probability > 0.99 else fixed(100 * probability, 0)


def share(fraction: float) -> str:
    """Write a fraction that is no measurement, such as a weight: ``35 %``."""
    return f"{fixed(100 * fraction, 0)} %"


def decimals(lo: float, hi: float) -> int:
    """Return the decimals that show two digits of the width of an interval."""
    return min(max(1 - math.floor(math.log10(hi - lo)), 0), MOST_DECIMALS) if hi > lo else 2


def leading(value: float) -> int:
    """Return the decimals at which the first digit of a number shows."""
    return min(max(-math.floor(math.log10(abs(value))), 0), MOST_DECIMALS) if value else 0


def fixed(value: float, digits: int) -> str:
    """Write a number to so many decimals, without a negative zero."""
    text = f"{value:.{digits}f}"
    return text.lstrip("-") if float(text) == 0 else text


def significant(value: float, digits: int) -> str:
    """Write a number to so many significant digits, with all zeros: ``1,820``, ``0.38``."""
    return f"{float(f'{value:.{digits}g}'):,.{MOST_DECIMALS}f}".rstrip("0").rstrip(".")


def coded(value: float) -> str:
    """Write a fact without an interval: whole numbers whole, others to two decimals."""
    return f"{value:.0f}" if value == round(value) else fixed(value, max(2, leading(value)))
