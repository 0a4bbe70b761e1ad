"""The page of breaks: its tables are those of the figures, and the code holds the same shares."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from daylight.endurance.foretold import FORETOLD
from daylight.endurance.placebo import PLACEBO
from daylight.endurance.rate_words import TOLD
from daylight.store.atlas import current

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "methods" / "breaks.md"
FIGURES = ROOT / "docs" / "methods" / "breaks-figures.json"
BLOCK = re.compile(r"<!-- validity: ([\w-]+) -->\n(.*?)<!-- end -->", re.S)
FLOORS = {1: 0.041, 2: 0.040, 4: 0.016, 8: 0.001}
"""Log skill of tiers against the base rate, below which no change may fall; they only rise."""


GAINS = {1: 0.060, 2: 0.079, 4: 0.077, 8: 0.087}
"""Log skill over the tiers by the number of democracies; they only rise, too."""


def figures() -> dict[str, Any]:
    return json.loads(FIGURES.read_text("utf-8"))


def leaves(value: Any, place: str = "") -> dict[str, Any]:
    """Return every number and text of a document by its place."""
    if isinstance(value, dict):
        parts = [(f"{place}/{key}", one) for key, one in value.items()]
    elif isinstance(value, list):
        parts = [(f"{place}/{k}", one) for k, one in enumerate(value)]
    else:
        return {place: value}
    return {at: leaf for where, one in parts for at, leaf in leaves(one, where).items()}


@pytest.mark.slow
def test_the_atlas_that_ships_gives_the_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    """The exam run anew, not its copy."""
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    import breaks_exam

    anew, kept = leaves(json.loads(json.dumps(breaks_exam.figures(current())))), leaves(figures())
    assert set(anew) == set(kept)
    for place, value in kept.items():
        number = isinstance(value, int | float)
        near = pytest.approx(value, abs=1e-3, rel=1e-3) if number else value
        assert anew[place] == near, place


def test_the_page_holds_the_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    import breaks_page

    shown = {name: text.strip() for name, text in BLOCK.findall(PAGE.read_text("utf-8"))}
    made = {name: text.strip() for name, text in breaks_page.blocks(figures()).items()}
    assert shown == made, "run `python benchmarks/breaks_exam.py --page`"


def test_the_code_holds_the_shares_of_dates_at_random() -> None:
    verdicts = figures()["placebo"]["verdicts"]
    assert dict(PLACEBO) == {k: pytest.approx(v, abs=0.0006) for k, v in verdicts.items() if v}


def test_the_code_holds_how_well_rates_told_breaks() -> None:
    kept = {o["horizon"]: o for o in figures()["backtest"] if o["name"] == "break"}
    auc = kept[TOLD]["by_democracies"]["auc_within_year"]
    assert pytest.approx([auc[end] for end in ("value", "lo", "hi")], abs=0.0006) == FORETOLD


def test_what_the_exam_must_show() -> None:
    """The bars of the outcome: what is said of dates at random, and of breaks to come."""
    made = figures()
    assert made["placebo"]["verdicts"]["broke"] <= 0.04
    assert max(made["placebo"]["fell"].values()) <= 0.06
    early = made["early"]["verdicts"]
    assert early["broke"] >= 0.60
    assert early["held"] + early["held in one dimension"] <= 0.10


def test_the_backtest_that_ships_keeps_its_floors() -> None:
    from daylight.backtests.backtest import backtest

    found = {o.horizon: o for o in backtest().outcomes if o.name == "break"}
    for horizon, floor in FLOORS.items():
        assert found[horizon].log_skill.value >= floor
        for one in found[horizon].reliability:
            assert one.n >= 300
            assert abs(one.forecast - one.observed) <= one.forecast / 2
    kept = {o["horizon"]: o for o in figures()["backtest"] if o["name"] == "break"}
    for horizon, one in found.items():
        assert kept[horizon]["log_skill"]["value"] == pytest.approx(one.log_skill.value, abs=1e-4)


def test_democracies_gain_at_every_horizon_and_where_the_bar_is_missed() -> None:
    """Shares off by more than half are those of the page; where fewer are, it fails too."""
    from daylight.backtests.backtest import backtest

    off = set()
    for one in backtest().outcomes:
        finer = one.by_democracies
        assert finer.gain.lo > 0
        assert finer.gain_by_stronger.lo > 0
        if one.name == "break":
            assert finer.gain.value >= GAINS[one.horizon]
        off |= {
            (one.name, one.horizon, b.democracies)
            for b in finer.reliability
            if b.n >= 300 and abs(b.forecast - b.observed) > b.forecast / 2
        }
    assert off == {("break", 1, 2), ("break", 2, 2), ("act", 8, 2)}
