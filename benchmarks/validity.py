"""Test the bonds: figures of the validity page, from the atlas in use alone.

``python benchmarks/validity.py`` computes them (a few minutes on one thread; set
``OMP_NUM_THREADS=1``), writes docs/methods/validity-figures.json, and fills the marked blocks of
docs/methods/validity.md. ``--page`` only fills the page from the figures and the atlas.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from validity_converge import convergent, sensitivity
from validity_data import load
from validity_differ import differences
from validity_heldout import heldout
from validity_next import leak, predictions
from validity_page import blocks, fill

from daylight.bonds.components import COMPONENTS, DIMENSIONS, FIRST_LEVELS
from daylight.cli.progress import progress
from daylight.store.atlas import Atlas, current

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "reference"))
from known_groups import markdown, rows  # noqa: E402

PAGE = ROOT / "docs" / "methods" / "validity.md"
FIGURES = PAGE.with_name("validity-figures.json")
STEPS_OF_OUTCOMES = 5


def figures(book: Atlas, tick: Callable[[], None]) -> dict[str, Any]:
    """Run all tests on an atlas."""
    data = load(book, tick)
    return {
        "atlas": book.manifest.id,
        "last": book.last.year - 1,
        "indicators": _indicators(book),
        "model": _model(book),
        "heldout": {d: heldout(part, tick) for d, part in data.items()},
        "next": predictions(data, tick),
        "leak": leak(data, tick),
        "differences": differences(book, data, tick),
        "convergent": convergent(book, data),
        "sensitivity": sensitivity(data, tick),
    }


def _steps(book: Atlas) -> int:
    years = max(book.spans()[d][1] for d in DIMENSIONS) + 1 - FIRST_LEVELS
    outcomes = STEPS_OF_OUTCOMES * (len(DIMENSIONS) + 1)
    return years + len(book.rows("loadings")["measure"]) + outcomes + 3 * len(DIMENSIONS)


def _indicators(book: Atlas) -> list[dict[str, Any]]:
    """Return weights, loadings and shares of the information of all components."""
    table = book.rows("loadings")
    loading = dict(zip(table["measure"].tolist(), table["loading"].tolist(), strict=True))
    spans = book.spans()
    total = {
        d: sum(loading.get(c.measure, 0.0) ** 2 for c in COMPONENTS if c.dimension == d)
        for d in DIMENSIONS
    }
    out = []
    for c in COMPONENTS:
        mine = loading.get(c.measure)
        start, end = spans.get(c.measure, (None, None))  # one that users supply is not there
        out.append({
            "dimension": c.dimension, "measure": c.measure, "weight": c.weight,
            "loading": None if mine is None else round(mine, 2),
            "share": None if mine is None else round(mine**2 / total[c.dimension], 3),
            "start": start, "end": end,
        })  # fmt: skip
    return out


def _model(book: Atlas) -> dict[str, dict[str, float]]:
    out: dict[str, dict[str, float]] = {}
    for d in DIMENSIONS:
        rows = book.rows("loadings", "dimension = ?", (d,))
        names = ("steadiness", "strain")
        out[d] = {name: round(float(rows[name][0]), 3) for name in names}
    return out


def write(book: Atlas, found: dict[str, Any]) -> None:
    """Fill the page from figures, and the table of known groups from the atlas."""
    text = PAGE.read_text("utf-8")
    made = {**blocks(found), "known-groups": markdown(rows(book))}
    PAGE.write_text(fill(text, made), "utf-8")


def main(page_only: bool) -> None:
    """Run, or only write the page again."""
    book = current()
    if not page_only:
        with progress("validity", _steps(book)) as tick:
            found = figures(book, tick)
        FIGURES.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    write(book, json.loads(FIGURES.read_text("utf-8")))


if __name__ == "__main__":
    main("--page" in sys.argv[1:])
