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

from daylight.core.plain import plain
from daylight.endurance.rates import seen_by
from daylight.store.atlas import Atlas, current
from daylight.wedges.measured.conditions import conditions
from daylight.wedges.measured.marks import marks
from daylight.wedges.measured.rates import chances, count, of_position, precedents, usable
from daylight.wedges.measured.triads import GREAT, triads
from daylight.wedges.measured.world import world

ROOT = Path(__file__).resolve().parents[1]
FIGURES = ROOT / "docs" / "methods" / "wedge-figures.json"
PAGE = ROOT / "docs" / "methods" / "wedge.md"
NAMES = {"T": "the target", "P": "the partner", "D": "the divider"}


def figures(atlas: Atlas) -> dict[str, Any]:
    """Run the exam."""
    last = atlas.last.year - 1
    ties = seen_by(atlas, last)
    known = world(atlas, ties, GREAT)
    seen = triads(ties, known.rivals, atlas.rows("gains"), GREAT, last)
    marked = marks(seen, ties, known)
    found: dict[str, Any] = {"positions": {}, "conditions": {}, "precedents": {}}
    for side in ("weaker", "stronger"):
        for rival in (True, False):
            name = f"{side}, {'a rival' if rival else 'no rival'}"
            kept = usable(ties, seen, None) & of_position(seen, side, rival)
            found["positions"][name] = {
                "triads": count(seen, kept), "horizons": plain(chances(seen, kept, last)),
            }  # fmt: skip
            if rival:
                told = precedents(seen, kept, last)
                found["precedents"][side] = [
                    [p.target.name, p.partner.name, p.divider.name, p.year, p.to_divider]
                    for p in told
                ]
        found["conditions"][side] = plain(
            [
                {name: getattr(one, name) for name in
                 ("name", "about", "text", "theory", "ratio", "lo", "hi", "n", "events")}
                | {"effect": one.effect}
                for one in conditions(ties, seen, marked, side, None, NAMES, last)
            ]
        )  # fmt: skip
    found["years"] = int(np.sum(usable(ties, seen, None)))
    return found


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
