"""What is said of how often ties like one broke, and how well that tells which will."""

from __future__ import annotations

from collections.abc import Iterator

from daylight.breaks.democracies import TEXTS
from daylight.core.said import Finding
from daylight.endurance.foretold import FORETOLD
from daylight.endurance.rates import at, at_finer
from daylight.endurance.records import Hazard, Rate, State
from daylight.say.numbers import fixed

TOLD = 4
"""Years ahead of the rate that is told in a sentence."""


def often(now: State, hazard: Hazard) -> Iterator[Finding]:
    """Say the base rate and that of as many democracies, with their limits in the same sentence."""
    rate, later = at(hazard, TOLD)
    if rate is None or rate.value is None:
        return
    evidence = [f"/hazard/{TOLD}"]
    text = f"of such {now.quiet_or_warned} ties {rate_text(rate)} broke within {rate.years} years"
    if later is not None and later.value is not None:
        text += f", since 1992 {rate_text(later)}"
        evidence.append(f"/hazard/since_1992/{TOLD}")
    rate, later = at_finer(hazard, TOLD)
    if rate is not None:
        text += f"; {of_democracies(hazard)}, like this one, {rate_text(rate)}"
        evidence.append(f"/hazard/by_democracies/{TOLD}")
        if later is not None:
            text += f", since 1992 {rate_text(later)}"
            evidence.append(f"/hazard/by_democracies_since_1992/{TOLD}")
    yield Finding("hazard", f"{text}; {_limits()}", tuple(evidence))


def of_democracies(hazard: Hazard) -> str:
    """Say what ties are counted: ``of those without a democracy``."""
    number = hazard["democracies"]
    assert isinstance(number, int), "rates by it are given only where it is known"
    return f"of those {TEXTS[number]}"


def _limits() -> str:
    """Say how well such rates told which ties broke."""
    value, lo, hi = (fixed(100 * x, 0) for x in FORETOLD)
    return (
        f"such rates tell kinds of ties apart, not ties of one kind: in past forecasts they were "
        f"higher for a tie that broke than for one that did not in {value} of 100 pairs "
        f"({lo} to {hi}; 50 is chance)"
    )


def rate_text(rate: Rate, unit: str = " in 100") -> str:
    """Write a rate: ``2.1 in 100 (1.6 to 2.5)``."""
    if rate.value is None or rate.lo is None or rate.hi is None:
        return "no number"
    value, lo, hi = (fixed(100 * x, 1) for x in (rate.value, rate.lo, rate.hi))
    return f"{value}{unit} ({lo} to {hi})"
