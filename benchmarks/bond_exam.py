"""Examine the ledgers, what is foretold of them, and the relationship made of them.

``DAYLIGHT_MIRROR=FOLDER python benchmarks/bond_exam.py`` makes the ledgers from the files, and from
the tables of votes and trade of the atlas in use, runs the exam (about six minutes on one core),
writes docs/methods/bond-figures.json and fills the marked blocks of docs/methods/relationship.md.
``--cache FOLDER`` keeps what the exam is made of, so that a second run is faster; empty it after a
change of items, points or sources. ``--only PART`` (several times) runs these parts anew and keeps
the figures of the others; ``--page`` only fills the page.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bond_blinded import blinded_figures
from bond_cases import cases
from bond_criteria import criteria
from bond_frames import frames
from bond_masked import masked
from bond_page import blocks
from bond_relationship import coded, relationship
from bond_states import disputes, strangers, unpublished
from bond_withheld import withheld
from bond_world import World, world
from filled import fill
from threadpoolctl import threadpool_limits

from daylight.ledgers.relationship.model import Relationship, fitted

ROOT = Path(__file__).resolve().parents[1]
FIGURES = ROOT / "docs" / "methods" / "bond-figures.json"
PAGE = ROOT / "docs" / "methods" / "relationship.md"
Part = Callable[[World, Relationship], Any]
PARTS: dict[str, Part] = {
    "relationship": lambda seen, model: relationship(seen),
    "masked": lambda seen, model: masked(seen),
    "blinded": lambda seen, model: blinded_figures(seen),
    "criteria": lambda seen, model: criteria(seen),
    "withheld": lambda seen, model: withheld(seen),
    "strangers": lambda seen, model: strangers(seen),
    "unpublished": unpublished,
    "disputes": lambda seen, model: disputes(seen),
    "cases": cases,
}


def figures(folder: Path | None, parts: list[str]) -> dict[str, Any]:
    """Run parts of the exam."""
    start = time.monotonic()
    seen = world(frames(folder))
    model = fitted(coded(seen), seen.level, seen.cube.keys[seen.unit])
    print(f"ledgers {time.monotonic() - start:.0f} s", flush=True)
    out: dict[str, Any] = {}
    for name in parts:
        start = time.monotonic()
        out[name] = PARTS[name](seen, model)
        print(f"{name} {time.monotonic() - start:.0f} s", flush=True)
    return out


def main() -> None:
    """Write the figures and fill the page."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--page", action="store_true")
    given.add_argument("--only", action="append", choices=list(PARTS))
    given.add_argument("--cache", type=Path)
    chosen = given.parse_args()
    made: dict[str, Any] = {}
    if not chosen.page:
        with threadpool_limits(1):
            made = figures(chosen.cache, chosen.only or list(PARTS))
    known = json.loads(FIGURES.read_text("utf-8")) if FIGURES.exists() else {}
    known = {name: (known | made)[name] for name in PARTS if name in known | made}
    FIGURES.write_text(json.dumps(known, indent=1) + "\n", "utf-8")
    if len(known) == len(PARTS):
        PAGE.write_text(fill(PAGE.read_text("utf-8"), blocks(known)), "utf-8")


if __name__ == "__main__":
    main()
