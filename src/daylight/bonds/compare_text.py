"""Ties side by side in plain text."""

from __future__ import annotations

from daylight.bonds.compare import Comparison
from daylight.bonds.records import Bond, DimensionResult
from daylight.core.text import bar, wrap
from daylight.measures.numbers import fixed, percent, position_text

NAME = 16


def render(found: Comparison) -> str:
    """Return a comparison as text for a terminal."""
    lines = [f"Ties as of {found.as_of}, positions among all pairs in {found.year}"]
    for d in ("overall", "military", "political", "economic"):
        lines += ["", d.upper()]
        for k, one in enumerate(found.bonds):
            lines += _row(one, getattr(one, d))
            if k and d in found.stronger:
                lines += _stronger(found, d, k)
    lines += ["", *wrap(
        "Latent level: what the components of a dimension have in common, in standard "
        "deviations of all pairs since 1946. Intervals are 90 %."
    )]  # fmt: skip
    return "\n".join(lines)


def pair_code(one: Bond) -> str:
    """Return the short name of a pair."""
    return f"{one.a.code}-{one.b.code}"


def _row(one: Bond, d: DimensionResult) -> list[str]:
    name = f"{pair_code(one):{NAME}}"
    if d.value is None or d.lo is None or d.hi is None:
        last = d.last
        text = f"no value for {d.year}"
        text += f"; {last.year}: {position_text(last.value, last.lo, last.hi)}" if last else ""
        return [f"{name}{text}"]
    return [f"{name}{bar(d.value, d.lo, d.hi, 0, 100)}  {position_text(d.value, d.lo, d.hi)}"]


def _stronger(found: Comparison, d: str, k: int) -> list[str]:
    probability = found.stronger[d][k - 1]
    if probability is None:
        return []
    levels = [getattr(found.bonds[i], d).level for i in (0, k)]
    shown = " and ".join(fixed(x.value, 1) for x in levels if x)
    text = (
        f"{percent(probability)} % that {pair_code(found.bonds[0])} is the stronger of the two by "
        f"latent level ({shown} sd)"
    )
    return wrap(text, NAME)
