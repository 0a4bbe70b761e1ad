"""The figures of spheres and blocs, as tables of docs/methods/spheres.md and cohesion.md."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from breaks_page import grid

Figures = Mapping[str, Any]
NAMES = {"USA": "United States", "RUS": "Russia", "CHN": "China"}
SHOWN = 16


def blocks(figures: Figures) -> dict[str, str]:
    """Return the marked blocks of both pages."""
    return {
        "spheres": f"{_spheres(figures['spheres'])}\n\n{_remains(figures['remains'])}",
        "rules": _rules(figures["rules"]),
        "hubs": _hubs(figures["hubs"]),
        "vitality": _verdicts(figures["verdicts"], figures["all"]),
    }


def _spheres(rows: list[Figures]) -> str:
    told = [
        (str(r["year"]), NAMES[r["power"]], str(r["military"]), str(r["political"]),
         str(r["economic"]), f"{r['within']} [{r['lo']:.0f}, {r['hi']:.0f}]", _who(r["who"]))
        for r in rows
    ]  # fmt: skip
    return grid(("year", "power", "leads by arms", "politics", "trade", "within", "who"), told)


def _who(codes: list[str]) -> str:
    more = len(codes) - SHOWN
    return ", ".join([*codes[:SHOWN], *([f"{more} more"] if more > 0 else [])]) or "nobody"


def _remains(rows: list[Figures]) -> str:
    told = []
    for r in rows:
        share = "-" if r["share"] is None else (
            f"{100 * r['share']:.0f} % [{100 * r['lo']:.0f}, {100 * r['hi']:.0f}]"
        )  # fmt: skip
        born = f"{len(r['born_within'])} of {r['born']}" if r["born"] else "-"
        told.append((NAMES[r["power"]], f"{r['since']}, at {r['date']}",
                     f"{r['then']} ({r['gone']})", share, _who(r["kept"]), born))  # fmt: skip
    heads = (
        "power",
        "sphere of",
        "states then (gone)",
        "still within",
        "who",
        "came out of it, within",
    )
    return grid(heads, told)


def _rules(rows: list[Figures]) -> str:
    told = []
    for (year, rule), group in groupby(rows, key=lambda r: (r["year"], r["rule"])):
        cells = [
            f"{r['within']} ({r['usual']}), "
            + ("-" if r["both"] is None else format(r["both"], ".2f"))
            for r in group
        ]
        told.append((str(year), rule, *cells))
    heads = ("year", "rule", *(f"{name}: within (usual), common" for name in NAMES.values()))
    return grid(heads, told)


def _hubs(rows: list[Figures]) -> str:
    years = sorted({r["year"] for r in rows})
    told = []
    for name, group in groupby(rows, key=lambda r: r["bloc"]):
        by_year = {r["year"]: r for r in group}
        cells = [
            f"{r['state']} {100 * r['value']:.0f} [{100 * r['lo']:.0f}, {100 * r['hi']:.0f}]"
            if (r := by_year.get(year)) else ""
            for year in years
        ]  # fmt: skip
        told.append((name, *cells))
    return "The member with the largest share, in 100:\n\n" + grid(("bloc", *map(str, years)), told)


def _verdicts(rows: list[Figures], every: Mapping[str, int]) -> str:
    told = [
        (r["bloc"], r["date"], r["verdict"], ", ".join(r["life"]).replace("_", " "),
         ", ".join(r["decay"]).replace("_", " "))
        for r in rows
    ]  # fmt: skip
    total = sum(every.values())
    counts = ", ".join(f"{n} {verdict}" for verdict, n in sorted(every.items()))
    table = grid(("bloc", "date", "verdict", "signs of life", "signs of decay"), told)
    return f"{table}\n\nOf the {total} blocs of the list on 1 February 2017: {counts}."
