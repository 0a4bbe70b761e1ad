"""The page of the model: every figure of its examples is what the code gives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from test_bidding import BIDS, PROFILES

from daylight.wedges.assumed.assume import assume
from daylight.wedges.assumed.records import Assumed, Band
from daylight.wedges.assumed.scenario import OF_A_BIDDER, TOP, example, scenario
from daylight.wedges.wedge import wedge as measured

ROOT = Path(__file__).resolve().parents[3]
TEXT = (ROOT / "docs" / "methods" / "wedge-model.md").read_text("utf-8")


def test_contests_tried_are_as_many_as_it_says() -> None:
    assert f"some {round(BIDS, -2)} others in each of {PROFILES:,} random contests" in TEXT


def base() -> tuple[float, float, float]:
    said = re.search(r"measured frequency of ([\d.]+) \(([\d.]+) to ([\d.]+)\) in 100", TEXT)
    assert said is not None
    value, lo, hi = (float(x) / 100 for x in said.groups())
    return value, lo, hi


@pytest.fixture(scope="module")
def shown() -> Assumed:
    blocks = re.findall(r"^```yaml\n(.*?)^```$", TEXT, re.S | re.M)
    assert len(blocks) == 1
    return assume(scenario(blocks[0]), base())


def row(name: str, band: Band | None, scale: float = 1.0) -> str:
    assert band is not None
    value, lo, hi = (f"{x * scale:.1f}" for x in (band.value, band.lo, band.hi))  # type: ignore[operator]
    return f"| {name} | {value} | {lo} to {hi} |"


def test_the_table_is_what_the_example_gives(shown: Assumed) -> None:
    chance, reply, price = shown.p_leave, shown.reply, shown.price
    assert chance is not None and reply is not None
    by = {one.path: one.half for one in shown.break_even}
    aid, kept, stay = (
        by[f"{p}"] for p in ("divider.offers.1.value", "divider.offers.1.kept", "stay")
    )
    assert aid is not None and kept is not None and stay is not None
    assert kept.value is None
    rows = [
        row("net gain from leaving", shown.net),
        row("chance, in 100", Band(chance.value, chance.lo, chance.hi), 100),
        f"| aid would have to be worth, for one half | {aid.value:.1f} | |",
        "| aid would have to be kept, for one half | none | |",
        f"| stay would have to be at most, for one half | {stay.value:.1f} | |",
        row("reply, in value to the target", reply.value),
        row("reply, in cost to the partner", reply.cost),
        row("what is left to the partner for it", reply.left),
        row("price, to match the partner", price.match),
        row("price, for one half", price.half),
    ]
    table = re.search(r"^\| result .*?\n\n", TEXT, re.S | re.M)
    assert table is not None
    assert table[0].strip().splitlines()[2:] == rows


def test_what_is_said_below_it_is_so(shown: Assumed) -> None:
    assert shown.reply is not None
    assert (shown.reply.undone, shown.price.pays) == (False, False)
    first, second = shown.sensitivity
    assert (first.path, second.path) == ("stay", "base")
    assert first.total.lo is not None and first.total.lo > 0.9


def test_the_shipped_example_is_as_it_is_said() -> None:
    rate = measured("RUS", "IRN", "USA", as_of="2017-02-01").measured.by_democracies["4"]
    assert rate.value is not None
    assert rate.lo is not None
    assert rate.hi is not None
    found = assume(scenario(example()), (rate.value, rate.lo, rate.hi))
    chance = found.p_leave
    assert chance is not None
    held, said = (f"{100 * x.value:.1f} ({100 * x.lo:.1f} to {100 * x.hi:.1f}) in 100"  # type: ignore[operator]
                  for x in (rate, chance))  # fmt: skip
    assert f"without a democracy, {held} as known then, and has a chance of {said}, below" in TEXT
    enough = [one.path for one in found.break_even if one.half and one.half.value is not None]
    assert enough == ["stay"]


def test_every_field_is_described() -> None:
    described = set(re.findall(r"`(\w+)`", TEXT.split("## The chance")[0]))
    assert {*TOP, *OF_A_BIDDER, "who", "wants", "name", "value", "kept", "cost", "carried_out",
            "chance"} <= described  # fmt: skip
