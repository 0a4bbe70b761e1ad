"""Ties side by side in plain lines."""

from __future__ import annotations

from typing import Any

from daylight.bonds.records import Bond, DimensionResult
from daylight.comparisons.records import Comparison
from daylight.say.absence import absence
from daylight.say.lines import bar, wrap
from daylight.say.numbers import fixed, percent, position_text

NAME = 16
ABOUT = (
    "Latent level: what the components of a dimension have in common, in standard deviations of "
    "all pairs since 1946. Intervals are 90 %."
)


def lines(comparison: Comparison) -> list[str]:
    """Return the ties under each dimension."""
    out = [f"Positions among all pairs in {comparison.year}"]
    for d in ("overall", "military", "political", "economic"):
        out += ["", d.upper()]
        for k, one in enumerate(comparison.bonds):
            out += _row(one, getattr(one, d))
            if k and d in comparison.stronger:
                out += _stronger(comparison, d, k)
    return [*out, "", *wrap(ABOUT)]


def pair_code(one: Bond) -> str:
    """Return the short name of a pair."""
    return f"{one.a.code}-{one.b.code}"


def _row(one: Bond, d: DimensionResult) -> list[str]:
    name = f"{pair_code(one):{NAME}}"
    if d.value is None or d.lo is None or d.hi is None:
        last = d.last
        text = absence(d.status, d.covered, d.year)
        text += f"; {last.year}: {position_text(last.value, last.lo, last.hi)}" if last else ""
        return [f"{name}{text}"]
    return [f"{name}{bar(d.value, d.lo, d.hi, 0, 100)}  {position_text(d.value, d.lo, d.hi)}"]


def _stronger(comparison: Comparison, d: str, k: int) -> list[str]:
    probability = comparison.stronger[d][k - 1]
    if probability is None:
        return []
    levels = [getattr(comparison.bonds[i], d).level for i in (0, k)]
    shown = " and ".join(fixed(x.value, 1) for x in levels if x)
    first = pair_code(comparison.bonds[0])
    text = (
        f"{percent(probability)} % that {first} is the stronger of the two by latent level "
        f"({shown} sd)"
    )
    return wrap(text, NAME)


def columns(comparison: Comparison) -> dict[str, list[Any]]:
    """Return one row for each tie and dimension."""
    rows = [(one, d) for one in comparison.bonds for d in one.dimensions]
    return {
        "pair": [pair_code(one) for one, _ in rows],
        "dimension": [d.dimension for _, d in rows],
        "year": [d.year for _, d in rows],
        "position": [d.value for _, d in rows],
        "lo": [d.lo for _, d in rows],
        "hi": [d.hi for _, d in rows],
        "status": [d.status for _, d in rows],
    }
