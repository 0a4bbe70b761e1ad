"""The figures of how often ties broke by position, as tables of docs/methods/wedge.md."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from breaks_page import grid

Figures = Mapping[str, Any]
THERE = {
    "weaker, a rival": ("8,124", "54 (14)", ".7 / 1.6 / 3.4 / 7.0", ".2 / .3 / .6 / 1.1"),
    "stronger, a rival": ("307", "6 (4)", "2.0 / 3.9 / 5.9 / 10", "1.3 / 2.6 / 3.9 / 6.5"),
}
"""Triad-years, breaks (towards the divider) and rates of an outside exam, arms counted."""
LISTED = 12


def blocks(figures: Figures) -> dict[str, str]:
    """Return the marked blocks of the page."""
    return {
        "positions": _positions(figures["positions"]),
        "precedents": _precedents(figures["precedents"]),
        "conditions": _conditions(figures["conditions"]),
        "outside": _outside(figures),
    }


def _hundred(one: Figures) -> str:
    return f"{100 * one['value']:.1f} [{100 * one['lo']:.1f}, {100 * one['hi']:.1f}]"


def _positions(positions: Figures) -> str:
    rows = [
        (name, f"{one['triads']:,}", f"{years} year{'' if years == '1' else 's'}",
         f"{_hundred(rate['broke'])} ({rate['broke']['events']} of {rate['broke']['n']:,})",
         f"{_hundred(rate['to_divider'])} ({rate['to_divider']['events']})")
        for name, one in positions.items()
        for years, rate in one["horizons"].items()
    ]  # fmt: skip
    head = ("target is the, partner has the divider as", "triads", "within", "broke, in 100",
            "towards the divider")  # fmt: skip
    return grid(head, rows)


def _precedents(precedents: Figures) -> str:
    parts = []
    for side, found in precedents.items():
        to = [one for one in found if one[4]]
        shown = found if len(found) <= LISTED else to
        which = "" if shown is found else " Those towards the divider:"
        lines = [
            f"- {year}: {target} from {partner}, {'towards' if gained else 'without a gain with'} "
            f"{divider}"
            for target, partner, divider, year, gained in shown
        ]
        head = (
            f"Target the {side} side: {len(found)} breaks as triads, {len(to)} towards the "
            f"divider.{which}"
        )
        parts.append("\n".join([head, "", *lines]))
    return "\n\n".join(parts)


def _conditions(conditions: Figures) -> str:
    by_name = {side: {one["name"]: one for one in found} for side, found in conditions.items()}
    rows = [
        (one["about"], one["text"], one["theory"], _ratio(one), _ratio(by_name["stronger"][name]))
        for name, one in by_name["weaker"].items()
    ]
    head = ("of", "condition", "theory says leaving is", "target weaker", "target stronger")
    return grid(head, rows)


def _ratio(one: Figures) -> str:
    if one["ratio"] is None:
        return f"too few ({one['n']})"
    mark = {"oftener": " **oftener**", "rarer": " **rarer**"}.get(one["effect"], "")
    return f"{one['ratio']:.1f} [{one['lo']:.1f}, {one['hi']:.1f}]{mark}"


def _outside(figures: Figures) -> str:
    rows = []
    for name, (years, breaks, broke, to) in THERE.items():
        one = figures["positions"][name]["horizons"]
        mine = figures["precedents"][name.partition(",")[0]]
        gained = sum(p[4] for p in mine)
        rows.append((
            name, years, f"{one['1']['broke']['n']:,}", breaks, f"{len(mine)} ({gained})", broke,
            " / ".join(f"{100 * rate['broke']['value']:.1f}" for rate in one.values()), to,
            " / ".join(f"{100 * rate['to_divider']['value']:.1f}" for rate in one.values()),
        ))  # fmt: skip
    head = (
        "position", "triad-years there", "here", "breaks (towards) there", "here",
        "broke in 100, 1 / 2 / 4 / 8 years, there", "here", "towards, there", "here",
    )  # fmt: skip
    return grid(head, rows)
