"""Examine communities: where states are, how firm that is, and what explains it.

``python benchmarks/communities_exam.py`` (some minutes) reads the atlas in use, writes
docs/methods/communities-figures.json and fills the marked blocks of docs/methods/communities.md.
``--page`` only fills the page. It needs the extra `networks`.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from communities_changes import changes
from communities_ideas import ideas, others, within
from communities_page import blocks
from communities_random import against_random
from communities_stability import repeated, resolutions, spread
from filled import fill

from daylight.communities.layers import Layers, layers
from daylight.communities.read import community
from daylight.core.lineages import number_in
from daylight.core.states import code_in, get
from daylight.store.atlas import Atlas, current

ROOT = Path(__file__).resolve().parents[1]
FIGURES = ROOT / "docs" / "methods" / "communities-figures.json"
PAGE = ROOT / "docs" / "methods" / "communities.md"
YEARS = (1960, 1985, 1995, 2016, 2025)
GRID_YEARS = (1955, 1970, 1985, 1995, 2005, 2016, 2025)
NAMED = (2, 200, 220, 255, 740, 732, 640, 290, 365, 710, 750, 345, 651, 666, 670, 630, 140, 70,
         560, 475)  # fmt: skip
"""States whose place a reader will look for first."""
PACTS = ("NATO", "Warsaw Pact")
SHOWN = 10
FULL = 'bloc = ? AND status = \'full\' AND year("start") <= ? AND coalesce(year("end"), 9999) > ?'


def figures(atlas: Atlas) -> dict[str, Any]:
    """Run the exam."""
    years = {year: layers(atlas, year) for year in sorted({*YEARS, *GRID_YEARS})}
    return {
        "years": {str(year): _year(atlas, year) for year in YEARS},
        "named": {str(year): [_place(atlas, cow, year) for cow in NAMED] for year in YEARS},
        "pacts": {str(year): _pacts(atlas, year) for year in (1960, 1985)},
        "spread": {str(year): spread(years[year]) for year in YEARS},
        "repeated": {str(year): repeated(years[year]) for year in YEARS},
        **_ideas(atlas, {year: years[year] for year in YEARS}),
        "random": {str(year): against_random(years[year]) for year in YEARS},
        "resolutions": {str(year): resolutions(years[year]) for year in GRID_YEARS},
        "told": _told(atlas),
        "changes": changes(atlas),
    }


def _year(atlas: Atlas, year: int) -> dict[str, Any]:
    """Return the communities of a year, largest first, each with its strongest members."""
    rows = atlas.years("communities", year, year)
    then = min(year, int(atlas.rows("capabilities")["year"].max()))
    power = atlas.years("capabilities", then, then)
    cinc = dict(zip(power["cow"].tolist(), power["cinc"].tolist(), strict=True))
    sides: dict[int, list[int]] = {}
    for cow, line in zip(rows["cow"].tolist(), rows["line"].tolist(), strict=True):
        if line == line:
            sides.setdefault(int(line), []).append(cow)
    found = []
    for line, members in sorted(sides.items(), key=lambda side: -len(side[1])):
        strong = sorted(members, key=lambda cow: -cinc.get(cow, 0.0))[:SHOWN]
        names = [code_in(cow, year) for cow in strong]
        found.append({"line": line, "members": len(members), "strongest": names})
    told = sum(one["members"] for one in found)
    return {"communities": found, "none": len(rows["cow"]) - told, "states": len(rows["cow"])}


def _place(atlas: Atlas, cow: int, year: int) -> dict[str, Any]:
    then = number_in(cow, year)
    one = community(atlas, then, year)
    return {
        "state": get(then).name_on(date(year, 12, 31)),
        "community": one.community.leader.code if one.community else None,
        "chance": one.chance.value,
        "second": one.second.leader.code if one.second else None,
        "second_chance": one.second_chance.value,
    }


def _pacts(atlas: Atlas, year: int) -> dict[str, dict[str, int]]:
    """Return in which communities the members of two pacts are, by leader."""
    found = {}
    for pact in PACTS:
        places = [community(atlas, cow, year).community for cow in _members(atlas, pact, year)]
        found[pact] = dict(Counter(p.leader.code if p else "none" for p in places))
    return found


def _members(atlas: Atlas, pact: str, year: int) -> list[int]:
    spells = atlas.rows("bloc_spells", FULL, (pact, year, year))
    return sorted({number_in(int(cow), year) for cow in spells["cow"]})


def _ideas(atlas: Atlas, years: Mapping[int, Layers]) -> dict[str, Any]:
    """Return partitions by other ideas: how alike, and how much of NATO each has together."""
    last_power = int(atlas.rows("capabilities")["year"].max())
    made = {year: ideas(given, atlas, last_power) for year, given in years.items()}
    nato = {
        str(year): within(made[year], given, np.array(_members(atlas, PACTS[0], year)))
        for year, given in years.items()
    }
    return {"others": {str(year): others(one) for year, one in made.items()}, "nato": nato}


def _told(atlas: Atlas) -> dict[str, dict[str, float]]:
    """Return by decade how many communities there are, and the share of states in none."""
    rows = atlas.rows("communities")
    decade = np.asarray(rows["year"]) // 10 * 10
    line, year = np.asarray(rows["line"], float), np.asarray(rows["year"])
    made = {}
    for first in np.unique(decade).tolist():
        mine = decade == first
        counts = [
            len(np.unique(line[(year == y) & ~np.isnan(line)])) for y in np.unique(year[mine])
        ]
        made[str(first)] = {
            "none": float(np.isnan(line[mine]).mean()),
            "communities": float(np.mean(counts)),
            "chance": float(np.nanmean(np.asarray(rows["chance"], float)[mine])),
        }
    return made


def main() -> None:
    """Run what was asked for, and fill the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--page", action="store_true")
    if not parser.parse_args().page:
        FIGURES.write_text(json.dumps(figures(current()), indent=1) + "\n", "utf-8")
    made = json.loads(FIGURES.read_text("utf-8"))
    if PAGE.exists():
        PAGE.write_text(fill(PAGE.read_text("utf-8"), blocks(made)), "utf-8")


if __name__ == "__main__":
    main()
