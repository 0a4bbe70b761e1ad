"""Ties side by side in plain lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from daylight.bonds.records import Bond, Quantity
from daylight.bonds.written import place_text, spanned
from daylight.comparisons.apart import MEASURES, PLACE, quantity
from daylight.comparisons.records import Comparison
from daylight.comparisons.unknown import unknown_text
from daylight.comparisons.words import measure_name
from daylight.say.lines import bar, listed, wrap

NAME = 10
ABOUT = "Points of 100, and the place from 0, severe rivalry, to 1, security community."


def lines(comparison: Comparison) -> list[str]:
    """Return the ties under each ledger, and under their place on the scale."""
    out = [f"RELATIONSHIP, {comparison.year}"]
    for one in comparison.bonds:
        out += wrap(f"{pair_code(one):<{NAME}}{one.relationship.word}", 0, NAME)
    for what in MEASURES:
        out += ["", measure_name(what).upper()]
        write, top = (place_text, 1.0) if what == PLACE else (spanned, 100.0)
        for one in comparison.bonds:
            out.append(_row(one, quantity(one, what), write, top))
        out += wrap(apart(comparison, what), NAME)
    return [*out, "", *wrap(ABOUT)]


def pair_code(one: Bond) -> str:
    """Return the short name of a pair."""
    return f"{one.a.code}-{one.b.code}"


def apart(comparison: Comparison, what: str) -> str:
    """Say which ties clearly differ in a measure, and of which it is not known.

    As ``RUS-BLR above RUS-IRN; not known for CHN-PRK``.
    """
    names = [pair_code(one) for one in comparison.bonds]
    above: dict[str, list[str]] = {}
    verdicts = set()
    for d in comparison.differences:
        if d.what != what:
            continue
        first, second = names[d.first], names[d.second]
        if d.verdict == "higher":
            above.setdefault(first, []).append(second)
        elif d.verdict == "lower":
            above.setdefault(second, []).append(first)
        verdicts.add(d.verdict)
    told = [f"{top} above {listed(rest)}" for top, rest in above.items()]
    if not told:
        alike = "not_apart" in verdicts
        told = ["cannot be told apart" if alike else "cannot be compared"]
    if "not_known" in verdicts:
        told.append(unknown_text(comparison.bonds, what, names))
    return "; ".join(told)


def _row(one: Bond, q: Quantity, write: Callable[[Quantity], str], top: float) -> str:
    name = f"{pair_code(one):<{NAME}}"
    if q.value is None or q.lo is None or q.hi is None:
        return f"{name}{write(q)}"
    return f"{name}{bar(q.value, q.lo, q.hi, 0, top)}  {write(q)}"


def columns(comparison: Comparison) -> dict[str, list[Any]]:
    """Return one row for each tie and measure."""
    rows = [(one, what, quantity(one, what)) for one in comparison.bonds for what in MEASURES]
    return {
        "pair": [pair_code(one) for one, _, _ in rows],
        "word": [one.relationship.word for one, _, _ in rows],
        "year": [one.year for one, _, _ in rows],
        "measure": [what for _, what, _ in rows],
        "value": [q.value for _, _, q in rows],
        "lo": [q.lo for _, _, q in rows],
        "hi": [q.hi for _, _, q in rows],
        "status": [q.status for _, _, q in rows],
    }
