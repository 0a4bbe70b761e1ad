"""The main figures of the exam on the real files, made anew, and cases by name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from threadpoolctl import threadpool_limits

from daylight.ledgers.grid import FIRST, LAST

pytestmark = [pytest.mark.mirror, pytest.mark.slow]

ROOT = Path(__file__).resolve().parents[2]
FIGURES = json.loads((ROOT / "docs" / "methods" / "bond-figures.json").read_text("utf-8"))
SAME_AUC = 0.002
"""A fit on another processor, or an atlas with votes of another month."""
SAME_POINTS, SAME_CHANCE = 1.0, 0.02
Seen = dict[str, Any]


@pytest.fixture(scope="module")
def seen() -> Iterator[Seen]:
    """Return the world of the exam, made from the files, and the relationship fitted on it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "benchmarks"))
        folder = ROOT.parent / "shared" / "mirror"
        if folder.is_dir():
            patch.setenv("DAYLIGHT_MIRROR", str(folder))
        from bond_frames import frames
        from bond_relationship import coded
        from bond_world import world

        from daylight.ledgers.relationship.model import fitted

        with threadpool_limits(1):
            made = world(frames(None))
            model = fitted(coded(made), made.level, made.cube.keys[made.unit])
        yield {"world": made, "model": model}


def test_held_out_pairs_and_periods_are_told_apart_as_the_page_says(seen: Seen) -> None:
    from bond_relationship import SPLIT, coded, contrasts, heldout, inputs, outcome

    from daylight.stats.multinomial import chances, fit

    world = seen["world"]
    found, pair, x = outcome(world.level), world.cube.keys[world.unit], inputs(coded(world))
    early = world.year + FIRST < SPLIT
    then = chances(x, fit(x[early], found[early], pair[early], 3).weights)[~early]
    said = FIGURES["relationship"]
    got = {
        "contrasts": contrasts({"": heldout(x, found, pair)}, found, pair)[""],
        "period": contrasts({"": then}, found[~early], pair[~early])[""],
    }
    for contrast in ("warm / rivalry", "rivalry / negative", "warm / negative"):
        value = got["contrasts"][contrast]["value"]
        assert value == pytest.approx(
            said["contrasts"]["held-out pairs"][contrast]["value"], abs=SAME_AUC
        )
        assert got["period"][contrast]["value"] == pytest.approx(
            said["period"][contrast]["value"], abs=SAME_AUC
        )
    assert got["contrasts"]["rivalry / negative"]["value"] > 0.945
    assert got["period"]["rivalry / negative"]["value"] > 0.95


def test_blinded_as_2025_is_it_still_tells_rivals(seen: Seen) -> None:
    from bond_blinded import TARGETS, scale, years

    got = scale(seen["world"], years(seen["world"], TARGETS[-1:]))["rivalry / negative"]
    assert got["foretold"]["value"] > got["carried"]["value"]
    assert got["foretold"]["value"] > 0.9


def test_conflict_in_the_fitted_weights_never_lowers_the_chance_of_rivalry(seen: Seen) -> None:
    from daylight.ledgers.relationship.form import ENTERS
    from daylight.ledgers.relationship.model import weights, zones

    points = np.arange(0, 101.0)
    none = {name: np.zeros(101) for name in ENTERS}
    for name in ("military_conflict", "political_conflict"):
        chance = zones(none | {name: points}, weights(seen["model"]))[:, :2].sum(axis=1)
        assert (np.diff(chance) > 0).all()


def test_every_ledger_holds_its_band(seen: Seen) -> None:
    for t in (0, 40, 70, LAST - FIRST):
        for name, one in seen["world"].bands[t].items():
            known = ~np.isnan(one.value)
            assert (one.lo <= one.value)[known].all() and (one.value <= one.hi)[known].all(), name
            assert (one.lo[known] >= 0).all() and (one.hi[known] <= 100).all()


@pytest.mark.parametrize("said", FIGURES["cases"], ids=lambda row: row["case"])
def test_case(seen: Seen, said: dict[str, Any]) -> None:
    """A case of the page comes out as the page says, and as it must or for a stated reason."""
    from bond_cases import CASES, one_case

    if "rivalry" not in said:
        pytest.skip(said["cannot"])
    case = next(c for c in CASES if c.name == said["case"])
    got = one_case(seen["world"], seen["model"], case)
    assert bool(got["misses"]) == bool(case.wrong), got["misses"]
    for name in ("military_cooperation", "military_conflict", "political_conflict"):
        assert got[name] == pytest.approx(said[name], abs=SAME_POINTS), name
    assert got["rivalry"] == pytest.approx(said["rivalry"], abs=SAME_CHANCE)
