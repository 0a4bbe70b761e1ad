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
POWERS = {"2": "USA", "365": "Russia", "710": "China"}
WAY = {True: "towards", False: "without a gain seen with", None: "a gain cannot be seen with"}


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
        (name, f"{one['ties']:,}", f"{years} year{'' if years == '1' else 's'}",
         f"{_hundred(rate['broke'])} ({rate['broke']['events']:,} of {rate['broke']['n']:,})",
         f"{_hundred(rate['to_divider'])} ({rate['to_divider']['events']} of "
         f"{rate['to_divider']['n']:,})")
        for name, one in positions.items()
        for years, rate in one["horizons"].items()
    ]  # fmt: skip
    head = ("target is the, partner has the divider as", "ties", "within", "broke, in 100",
            "and a gain with the divider seen")  # fmt: skip
    return grid(head, rows)


def _precedents(precedents: Figures) -> str:
    parts = []
    for side, found in precedents.items():
        once = sorted({(year, target, partner) for target, partner, _, year, _ in found})
        to = [one for one in found if one[4]]
        unseen = sum(one[4] is None for one in found)
        shown = found if len(found) <= LISTED else to
        which = "" if shown is found else " Those with a gain:"
        lines = [f"- {year}: {target} from {partner}, {WAY[gain]} {divider}"
                 for target, partner, divider, year, gain in shown]  # fmt: skip
        head = (
            f"Target the {side} side: {len(once)} breaks, {len(found)} with each divider; a gain "
            f"is seen in {len(to)}, and could not be seen in {unseen}.{which}"
        )
        parts.append("\n".join([head, "", *lines]))
    return "\n\n".join(parts)


def _conditions(conditions: Figures) -> str:
    weaker, stronger = ({power: {one["name"]: one for one in found} for power, found in
                         conditions[side].items()} for side in ("weaker", "stronger"))  # fmt: skip
    every = {name: one for found in weaker.values() for name, one in found.items()}
    own = [
        (one["about"], one["text"], one["theory"], _ratio(one), _ratio(stronger["2"][name]))
        for name, one in every.items()
        if one["about"] != "divider"
    ]
    of_power = [
        (one["text"], one["theory"], *(_ratio(weaker[p].get(name)) for p in POWERS),
         *(_ratio(stronger[p].get(name)) for p in POWERS))
        for name, one in every.items()
        if one["about"] == "divider"
    ]  # fmt: skip
    first = grid(
        ("of", "condition", "theory says leaving is", "target weaker", "target stronger"), own
    )
    powers = [
        f"{name}, target {side}" for side in ("weaker", "stronger") for name in POWERS.values()
    ]
    second = grid(("condition of the divider", "theory says leaving is", *powers), of_power)
    return f"{first}\n\n{second}"


def _ratio(one: Figures | None) -> str:
    if one is None:
        return "-"
    if one["ratio"] is None:
        return f"too few ({one['events']} of {one['n']:,})"
    mark = {"oftener": " **oftener**", "rarer": " **rarer**"}.get(one["effect"], "")
    return f"{one['ratio']:.1f} [{one['lo']:.1f}, {one['hi']:.1f}]{mark}"


def _outside(figures: Figures) -> str:
    rows = []
    for name, (years, breaks, broke, to) in THERE.items():
        one = figures["positions"][name]["horizons"]
        mine = figures["precedents"][name.partition(",")[0]]
        gained = sum(bool(p[4]) for p in mine)
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
