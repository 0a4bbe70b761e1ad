"""How well claims are found and decided in the exam sentences and articles of tests/articles.

``python benchmarks/claims_exam.py [--part PART] [--show] [--page]``. The sentences were written
before the rules; what counts as found and as right stands in tests/articles. ``--show`` prints
what was missed or wrong, ``--page`` writes docs/methods/claims-figures.json and the tables of
docs/methods/claims.md and docs/methods/verdicts.md.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "articles"))

from claims_cases import PAGES, PARTS, Result, examined
from claims_page import SHOWN, blocks
from claims_scores import Share, by_type, is_right, shares
from filled import fill

from daylight.claims.records import UNCHECKABLE
from daylight.store.atlas import current

METHODS = Path(__file__).resolve().parents[1] / "docs" / "methods"
FIGURES = METHODS / "claims-figures.json"
FILLED = (METHODS / "claims.md", METHODS / "verdicts.md")


def figures() -> dict[str, Any]:
    """Return all figures of the pages."""
    out: dict[str, Any] = {}
    for part in SHOWN:
        every = examined(part, current())
        wanted = sum(len(result.case["claims"] or []) for result in every)
        out[part] = {
            "texts": len(every),
            "claims": wanted,
            "shares": {name: _told(share) for name, share in shares(every).items()},
            "by type": {
                name: {"found": _told(found), "right": _told(right)}
                for name, (found, right) in by_type(every).items()
            },
        }
    return out


def _told(share: Share) -> dict[str, Any]:
    ends = share.ends
    return {
        "hit": share.hit,
        "of": share.of,
        "lo": None if ends is None else round(ends[0], 3),
        "hi": None if ends is None else round(ends[1], 3),
    }


def show(result: Result) -> None:
    """Print a sentence of which something was missed or wrong."""
    wanted = result.case["claims"] or []
    lines = []
    for k, want in enumerate(wanted):
        j = result.matched.get(k)
        got = None if j is None else result.found[j]
        if got is None:
            lines.append(f"   MISSED {want['type']}: {want['text']} [{want['verdict']}]")
        elif want["type"] != "not_checkable" and not is_right(got[1], want):
            told = f"{got[0].type} {got[1]} for {want['verdict']}: {want['text']}"
            lines.append(f"   VERDICT {told} ({want.get('note', '')})")
    extra = [
        c
        for j, (c, _) in enumerate(result.found)
        if j not in result.matched.values() and c.type not in UNCHECKABLE
    ]
    lines += [f"   EXTRA {c.type}/{c.relation}: {c.text}" for c in extra]
    if lines:
        print(result.case["id"], result.case["as_of"], result.case["text"][:300], *lines, sep="\n")


def write(found: dict[str, Any]) -> None:
    """Write the figures, and into the pages their tables."""
    FIGURES.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    for page in FILLED:
        page.write_text(fill(page.read_text("utf-8"), blocks(found)), "utf-8")


def main() -> None:
    """Print the figures of a part, and with --show what was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=[*PARTS, *PAGES], default="all")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--page", action="store_true", help="write the figures and the pages")
    given = parser.parse_args()
    if given.page:
        write(figures())
        return
    every = examined(given.part, current())
    if given.show:
        for result in every:
            show(result)
    print(f"{'texts':16} {len(every)}")
    for name, share in shares(every).items():
        value = "none" if share.value is None else f"{share.value:.3g}"
        print(f"{name:16} {value:6} {share.hit} of {share.of}")


if __name__ == "__main__":
    main()
