"""Run the exam of spheres and of what holds blocs together, and fill their pages.

``python benchmarks/spheres_exam.py`` (two minutes) writes docs/methods/spheres-figures.json and
fills the blocks of docs/methods/spheres.md and docs/methods/cohesion.md.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from filled import fill
from spheres_page import blocks

from daylight.bloc_profiles.bloc import bloc
from daylight.cohesion.named import named
from daylight.core.errors import OutsideCoverage
from daylight.core.states import code_in
from daylight.pulls import leading
from daylight.pulls.leading import leads
from daylight.pulls.pulls import Pulls, pulls
from daylight.spheres.sphere import sphere
from daylight.store.atlas import Atlas, current
from daylight.store.rows import rows_of

ROOT = Path(__file__).resolve().parents[1]
METHODS = ROOT / "docs" / "methods"
FIGURES = METHODS / "spheres-figures.json"
PAGES = (METHODS / "spheres.md", METHODS / "cohesion.md")
POWERS = {"USA": 2, "RUS": 365, "CHN": 710}
ALONE = "strength alone, without arms supplied"
YEARS = (1960, 1985, 2000, 2016, 2025)
RULES: dict[str, dict[str, float]] = {
    "a fifth by arms": {"military": 0.2},
    "a third by arms": {"military": 1 / 3},
    "8 % of trade": {"economic": 0.08},
    "15 % of trade": {"economic": 0.15},
    "top fifth in politics": {"political": 0.8},
    "top third in politics": {"political": 0.67},
}
LEFT = (
    ("RUS", 1989, "2017-02-01"), ("RUS", 1989, "2026-01-01"), ("USA", 1989, "2026-01-01"),
    ("CHN", 2000, "2026-01-01"),
)  # fmt: skip
"""Power, year of the earlier sphere, and date of the later one."""
VERDICTS = (
    ("NATO", 2017), ("EU", 2017), ("GCC", 2017), ("GCC", 2018), ("ASEAN", 2017), ("EAEU", 2017),
    ("CSTO", 2017), ("CSTO", 2025), ("SCO", 2017), ("BRICS", 2025), ("CIS", 2017), ("CIS", 2025),
    ("GUAM", 2017), ("Mercosur", 2017), ("OTS", 2025), ("Warsaw Pact", 1985),
    ("Warsaw Pact", 1990), ("COMECON", 1990), ("SEATO", 1974), ("CENTO", 1978), ("UNASUR", 2019),
    ("AMU", 2017), ("ECOWAS", 2025), ("AES", 2025),
)  # fmt: skip
"""Blocs at dates on which most accounts agree whether they lived, chosen before the signs ran."""


def figures(atlas: Atlas) -> dict[str, Any]:
    """Run the exam."""
    return {
        "spheres": list(_spheres(atlas)),
        "remains": list(_remains()),
        "rules": list(_rules(atlas)),
        "hubs": list(_hubs(atlas)),
        "verdicts": list(_verdicts(atlas)),
        "all": _all(atlas),
    }


def _spheres(atlas: Atlas) -> Iterator[dict[str, Any]]:
    for year in YEARS:
        seen = pulls(atlas, year)
        found = leads(seen)
        for name, cow in POWERS.items():
            row = seen.roll.at(cow)
            assert row is not None
            within, might = found.within(row)
            led = {d: int(on.sum()) for d, on in found.of(row).items()}
            lo, hi = np.quantile(might.sum(axis=1), [0.05, 0.95])
            yield {"year": year, "power": name, **led, "within": int(within.sum()),
                   "lo": float(lo), "hi": float(hi), "who": _codes(seen, within)}  # fmt: skip


def _codes(seen: Pulls, within: np.ndarray) -> list[str]:
    return [code_in(int(cow), seen.roll.year) for cow in seen.roll.cows[within]]


def _remains() -> Iterator[dict[str, Any]]:
    for power, since, when in LEFT:
        left = sphere(power, as_of=when, since=since).remains
        assert left is not None
        yield {"power": power, "since": since, "date": when, "then": len(left.then),
               "gone": len(left.gone), "kept": [s.code for s in left.kept],
               "left": [s.code for s in left.left], "share": left.share, "lo": left.lo,
               "hi": left.hi, "born": len(left.born),
               "born_within": [s.code for s in left.born_within]}  # fmt: skip


def _rules(atlas: Atlas) -> Iterator[dict[str, Any]]:
    usual = dict(leading.LEAST)
    for year in (1985, 2016):
        seen = pulls(atlas, year)
        base = {name: _within(seen, cow) for name, cow in POWERS.items()}
        for rule, change in RULES.items():
            leading.LEAST.update(change)  # type: ignore[typeddict-item]
            for name, cow in POWERS.items():
                other = _within(seen, cow)
                yield _row(year, rule, name, base[name], other)
            leading.LEAST.update(usual)
        arms = replace(seen, military=_backing_alone(atlas, year))
        for name, cow in POWERS.items():
            yield _row(
                year, "strength alone, without arms supplied", name, base[name], _within(arms, cow)
            )


def _backing_alone(atlas: Atlas, year: int) -> np.ndarray:
    from daylight.pulls import military  # its weight is changed for a while

    kept, military.BACKING = military.BACKING, 1 - 1e-9
    try:
        return pulls.__wrapped__(atlas, year).military
    finally:
        military.BACKING = kept


def _within(seen: Pulls, cow: int) -> np.ndarray:
    row = seen.roll.at(cow)
    assert row is not None
    return leads(seen).within(row)[0]


def _row(year: int, rule: str, name: str, base: np.ndarray, other: np.ndarray) -> dict[str, Any]:
    either = int((base | other).sum())
    return {"year": year, "rule": rule, "power": name, "usual": int(base.sum()),
            "within": int(other.sum()),
            "both": None if not either else float((base & other).sum() / either)}  # fmt: skip


def _hubs(atlas: Atlas) -> Iterator[dict[str, Any]]:
    where = "what = 'hub_share' AND year IN (1960, 1985, 2000, 2016, 2025)"
    for row in rows_of(atlas.rows("bloc_years", f"{where} ORDER BY bloc, year")):
        yield {"bloc": row["bloc"], "year": row["year"], "value": row["value"], "lo": row["lo"],
               "hi": row["hi"], "state": code_in(int(row["cow"]), row["year"])}  # fmt: skip


def _verdicts(atlas: Atlas) -> Iterator[dict[str, Any]]:
    for name, year in VERDICTS:
        try:
            found = bloc(named(atlas, name)["bloc"], as_of=f"{year}-06-30").vitality
        except OutsideCoverage:
            continue
        yield {"bloc": name, "date": f"{year}-06-30", "verdict": found.verdict,
               "life": [s.name for s in found.signs if s.speaks_for == "life"],
               "decay": [s.name for s in found.signs if s.speaks_for == "decay"]}  # fmt: skip


def _all(atlas: Atlas) -> dict[str, int]:
    """Count the verdicts of all blocs of the list on one day."""
    counts: dict[str, int] = {}
    for row in rows_of(atlas.rows("blocs")):
        try:
            verdict = bloc(row["bloc"], as_of=date(2017, 2, 1)).vitality.verdict
        except OutsideCoverage:
            continue
        counts[verdict] = counts.get(verdict, 0) + 1
    return counts


def main() -> None:
    """Run the exam, or only fill the pages from its last figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--page", action="store_true", help="only fill the pages")
    if not parser.parse_args().page:
        FIGURES.write_text(json.dumps(figures(current()), indent=1) + "\n", "utf-8")
    made = blocks(json.loads(FIGURES.read_text("utf-8")))
    for page in PAGES:
        page.write_text(fill(page.read_text("utf-8"), made), "utf-8")


if __name__ == "__main__":
    main()
