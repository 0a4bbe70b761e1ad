"""The figures of the exam of communities as tables of docs/methods/communities.md."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from breaks_page import grid

Figures = Mapping[str, Any]


def blocks(figures: Figures) -> dict[str, str]:
    """Return the marked blocks of the page."""
    return {
        "years": _years(figures["years"]),
        "named": _named(figures["named"]),
        "pacts": _pacts(figures["pacts"]),
        "spread": _spread(figures["spread"], figures["repeated"]),
        "resolutions": _resolutions(figures["resolutions"]),
        "others": _others(figures["others"]),
        "nato": _others(figures["nato"]),
        "random": _random(figures["random"]),
        "told": _told(figures["told"]),
        "changes": _changes(figures["changes"]),
    }


def _years(years: Mapping[str, Figures]) -> str:
    rows = []
    for year, one in years.items():
        rows += [
            (year, side["line"], side["members"], ", ".join(side["strongest"]))
            for side in one["communities"]
        ]
        rows.append((year, "", one["none"], f"no community can be told, of {one['states']}"))
    return grid(("end of", "number", "states", "the strongest of them"), rows)


def _named(years: Mapping[str, Any]) -> str:
    rows = [
        (one["state"], *(_where(years[year][k]) for year in years))
        for k, one in enumerate(next(reversed(years.values())))
    ]
    return grid(("state", *years), rows)


def _where(one: Figures) -> str:
    own = f"{one['community']} {one['chance']:.2f}" if one["community"] else "none"
    if one["second"] is None:
        return own
    return f"{own} ({one['second']} {one['second_chance']:.2f})"


def _pacts(years: Mapping[str, Mapping[str, Mapping[str, int]]]) -> str:
    rows = [
        (year, pact, ", ".join(f"{name} {n}" for name, n in sorted(c.items(), key=lambda x: -x[1])))
        for year, pacts in years.items()
        for pact, c in pacts.items()
    ]
    return grid(("end of", "members of", "are in the community of"), rows)


def _spread(spread: Mapping[str, Any], repeated: Mapping[str, Figures]) -> str:
    rows = [
        (what, *(f"{spread[y][what]['adjusted_rand']:.2f}, {spread[y][what]['vi']:.2f}"
                 for y in spread))
        for what in next(iter(spread.values()))
    ]  # fmt: skip
    rows.append(("shares of all runs, drawn anew: mean and 99 % of the differences",
                 *(f"{r['mean']:.3f}, {r['most']:.2f}" for r in repeated.values())))  # fmt: skip
    return grid(("what differs between runs", *spread), rows)


def _resolutions(years: Mapping[str, Any]) -> str:
    rows = []
    for k, first in enumerate(next(iter(years.values()))):
        cells = [years[year][k] for year in years]
        after = [c["next"] for c in cells]
        rows.append((
            first["at"],
            f"{np.mean([c['seeds'] for c in cells]):.2f}",
            "" if after[0] is None else f"{np.mean(after):.2f}",
            f"{np.mean([c['communities'] for c in cells]):.1f}",
            f"{np.mean([c['largest'] for c in cells]):.0f}",
        ))  # fmt: skip
    head = ("resolution", "seeds alike", "like the next", "communities of three or more", "largest")
    return grid(head, rows)


def _others(years: Mapping[str, Mapping[str, float | None]]) -> str:
    names = next(iter(years.values()))
    rows = [
        (name, *("not known" if one[name] is None else f"{one[name]:.2f}"
                 for one in years.values()))
        for name in names
    ]  # fmt: skip
    return grid(("what is expected, or what is changed", *years), rows)


def _random(years: Mapping[str, Figures]) -> str:
    rows = [
        (year, f"{one['found']:.3f}", f"{one['random']:.3f}", f"{one['most']:.3f}",
         f"{one['strengths']:.3f}")
        for year, one in years.items()
    ]  # fmt: skip
    head = ("year", "found", "random, mean", "random, highest of 10", "strengths kept (r)")
    return grid(head, rows)


def _told(decades: Mapping[str, Figures]) -> str:
    rows = [
        (f"{first}s", f"{one['communities']:.1f}", f"{100 * one['none']:.0f}",
         f"{one['chance'] / 100:.2f}")
        for first, one in decades.items()
    ]  # fmt: skip
    return grid(("years", "communities", "states in none, %", "mean chance of the others"), rows)


def _changes(changes: Figures) -> str:
    held = {f"consensus, held by {float(h):g}, 1976-1999": one for h, one in changes["held"].items()
            if float(h) > 0}  # fmt: skip
    every = {"table, 1946-2025": changes["table"]} | held
    rows = [
        (name, f"{100 * one['moved']:.1f}", f"{100 * one['none']:.1f}", f"{100 * one['back']:.1f}")
        for name, one in every.items()
    ]
    head = ("", "move, %", "enter or leave none, %", "move and are back within three years, %")
    again = changes["again"]
    text = (
        f"Two searches for the consensus of 1976-1999 are alike to {again['years']:.2f} within a "
        f"year, and to {again['whole']:.2f} over all states and years at once (adjusted Rand "
        "index): which community of one year goes on as which of the next is less firm than who is "
        "together."
    )
    return f"{grid(head, rows)}\n\n{text}"
