"""Examine the event coder on the examples of the CAMEO manual, and fill its page.

``python benchmarks/coder_exam.py`` prints the figures; ``--page`` also writes
docs/methods/event-coder-figures.json and the blocks of docs/methods/event-coder.md.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from coder_examples import Example, actors, examples
from coder_page import blocks
from filled import fill

from daylight.coding.code import code
from daylight.coding.records import Event

ROOT = Path(__file__).resolve().parents[1]
FIGURES = ROOT / "docs" / "methods" / "event-coder-figures.json"
PAGE = ROOT / "docs" / "methods" / "event-coder.md"
Coded = list[tuple[Example, tuple[Event, ...]]]


def macro_f1(pairs: Sequence[tuple[str | None, str | None]]) -> dict[str, float]:
    """F1 of each true root, from pairs of true and found."""
    hit = Counter(a for a, b in pairs if a == b)
    true, found = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    return {r: 2 * hit[r] / (true[r] + found[r]) for r in sorted(filter(None, true))}


def figures(coded: Coded, crosswalk: bool = False) -> dict[str, Any]:
    """Figures of a part of the examples, by the first event of each."""
    pairs, same, sides = [], [], []
    for one, events in coded:
        root = one.crosswalk if crosswalk else one.root
        if root is None:
            continue
        first = events[0] if events else None
        pairs.append((root, first.root if first else None))
        same.append(bool(first) and first.code[:2] == one.code[:2])
        if one.key in actors():
            source, target = actors()[one.key]
            sides.append(
                first is not None
                and (first.source or "-") in source
                and (first.target or "-") in target
            )
    by_root = macro_f1(pairs)
    none = [not events for one, events in coded if one.root is None]
    return {
        "examples": len(pairs),
        "root_macro_f1": round(sum(by_root.values()) / len(by_root), 3),
        "root_accuracy": round(sum(a == b for a, b in pairs) / len(pairs), 3),
        "two_digits": round(sum(same) / len(same), 3),
        "actors": round(sum(sides) / len(sides), 3) if sides else None,
        "actors_of": len(sides),
        "statements": len(none),
        "statements_left_alone": round(sum(none) / len(none), 3),
        "f1": {root: round(value, 2) for root, value in by_root.items()},
    }


def speed(texts: Sequence[str], times: int = 5) -> int:
    """Sentences a second of processor time, the best of some rounds."""
    best = 0.0
    for _ in range(times):
        start = time.process_time()
        for text in texts:
            code(text)
        best = max(best, len(texts) / (time.process_time() - start))
    return int(best // 100 * 100)


def run(mirror: Path) -> dict[str, Any]:
    """All figures of the exam but the speed."""
    coded: Coded = [(one, code(one.text)) for one in examples(mirror)]
    fitted = [pair for pair in coded if not pair[0].held_out]
    held = [pair for pair in coded if pair[0].held_out]
    return {
        "fitted": figures(fitted),
        "held_out": figures(held),
        "held_out_by_the_crosswalk": figures(held, crosswalk=True),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--page", action="store_true", help="write the figures and the page")
    asked = parser.parse_args()
    mirror = Path(os.environ["DAYLIGHT_MIRROR"])
    found = run(mirror)
    found["sentences_a_second"] = speed([one.text for one in examples(mirror)])
    print(json.dumps(found, indent=1))
    if asked.page:
        FIGURES.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
        PAGE.write_text(fill(PAGE.read_text("utf-8"), blocks(found)), "utf-8")


if __name__ == "__main__":
    main()
