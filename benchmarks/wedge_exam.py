"""Measure how often ties broke by the position of an outside power, from the atlas in use.

``python benchmarks/wedge_exam.py`` (some seconds) writes docs/methods/wedge-figures.json and fills
the marked blocks of docs/methods/wedge.md. ``--page`` only fills the page.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
from filled import fill
from wedge_page import blocks

from daylight.breaks.risk import TieYears
from daylight.core.plain import plain
from daylight.endurance.rates import seen_by
from daylight.store.atlas import Atlas, current
from daylight.wedges.measured.conditions import conditions
from daylight.wedges.measured.rates import (
    chances,
    count,
    last_origin,
    of_position,
    precedents,
    usable,
)
from daylight.wedges.measured.records import Condition
from daylight.wedges.measured.triads import GREAT, Triads, triads
from daylight.wedges.measured.world import World, world

ROOT = Path(__file__).resolve().parents[1]
FIGURES = ROOT / "docs" / "methods" / "wedge-figures.json"
PAGE = ROOT / "docs" / "methods" / "wedge.md"
COLUMNS = ("name", "about", "text", "theory", "ratio", "lo", "hi", "n", "events")
NAMES = {"T": "the target", "P": "the partner", "D": "the divider"}


def figures(atlas: Atlas) -> dict[str, Any]:
    """Run the exam."""
    last = atlas.last.year - 1
    ties = seen_by(atlas, last)
    known = world(atlas, ties, GREAT)
    seen = triads(ties, known, atlas.rows("gains"), GREAT, last)
    every = usable(ties, seen, None)
    found: dict[str, Any] = {"positions": {}, "conditions": {}, "precedents": {}}
    for side in ("weaker", "stronger"):
        for rival in (True, False):
            name = f"{side}, {'a rival' if rival else 'no rival'}"
            kept = every & of_position(seen, side, rival)
            found["positions"][name] = {
                "ties": count(seen, kept & (seen.year <= last_origin(last, 1))),
                "horizons": plain(chances(seen, kept, last)),
            }
            if rival:
                found["precedents"][side] = [
                    [p.target.name, p.partner.name, p.divider.name, p.year, p.to_divider]
                    for p in precedents(seen, kept, last)
                ]
        found["conditions"][side] = {
            str(power): [
                {name: getattr(one, name) for name in COLUMNS} | {"effect": one.effect}
                for one in _conditions(ties, seen, known, side, power, last)
            ]
            for power in GREAT
        }
    return dict(plain(found))


def _conditions(
    ties: TieYears, seen: Triads, known: World, side: str, power: int, last: int
) -> tuple[Condition, ...]:
    """Return the conditions of any triad with the target on this side and the power outside."""
    like = np.flatnonzero((seen.weaker == (side == "weaker")) & (seen.divider == power))
    own = seen.where(np.arange(len(seen.year)) == like[0])
    return conditions(ties, seen, known, own, NAMES, last)


def main() -> None:
    """Run the exam, or only fill the page from its last figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--page", action="store_true", help="only fill the page")
    if not parser.parse_args().page:
        FIGURES.write_text(json.dumps(figures(current()), indent=1) + "\n", "utf-8")
    made = blocks(json.loads(FIGURES.read_text("utf-8")))
    PAGE.write_text(fill(PAGE.read_text("utf-8"), made), "utf-8")


if __name__ == "__main__":
    main()
