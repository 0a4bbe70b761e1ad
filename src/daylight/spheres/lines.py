"""A sphere in plain lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from daylight.bonds.records import Quantity
from daylight.core.refs import in_text
from daylight.pulls.pulls import DIMENSIONS
from daylight.say.lines import listed, row, wrap
from daylight.say.numbers import fixed
from daylight.spheres.records import Drawn, Sphere
from daylight.spheres.words import BY, PLACES, RULE

NAME, CELL, SHOWN, MOST_TOGETHER = 26, 13, 20, 24


def lines(answer: Sphere) -> list[str]:
    """Return who lies within, who partly, what remains, and the rule."""
    out: list[str] = []
    for place, title in PLACES.items():
        mine = [one for one in answer.states if one.place == place]
        if mine:
            out += [*_table(title, mine), ""]
    out += _left(answer)
    out += _community(answer)
    powers = listed([in_text(one.name) for one in answer.powers]) if answer.powers else "none"
    out += wrap(f"Powers in {answer.year}: {powers}.")
    return [*out, "", *wrap(RULE)]


def _table(title: str, drawn: Sequence[Drawn]) -> Iterator[str]:
    yield from wrap(f"{title} ({len(drawn)})")
    heads = ("arms", "politics", "trade")
    yield from row("  pull of 100", heads, NAME, CELL)
    for one in drawn[:SHOWN]:
        cells = [cell(getattr(one.pull, d)) + ("*" if d in one.leads else "") for d in DIMENSIONS]
        yield from row(f"  {one.state.name}", (*cells, _other(one)), NAME, CELL)
    if len(drawn) > SHOWN:
        more = len(drawn) - SHOWN
        yield from wrap(f"and {more} more (in JSON, and as a table with -o FILE.csv)", 2)


def cell(pull: Quantity) -> str:
    """Write a pull of 100 with its interval."""
    if pull.value is None or pull.lo is None or pull.hi is None:
        return "-"
    value, lo, hi = (fixed(100 * x, 0) for x in (pull.value, pull.lo, pull.hi))
    return value if lo == hi else f"{value} {lo}-{hi}"


def _other(one: Drawn) -> str:
    """Name who else draws the state more than the power does."""
    more = {
        rival.state.code
        for rival in one.rivals
        if rival.value > (getattr(one.pull, rival.dimension).value or 0.0)
    }
    return f"but {', '.join(sorted(more))}" if more else ""


def _left(answer: Sphere) -> list[str]:
    left = answer.remains
    if left is None or not left.then:
        return []
    parts = [("still", left.kept), ("no longer", left.left), ("gone", left.gone)]
    parts += [("out of it since, within", left.born_within)]
    text = "; ".join(f"{what}: {', '.join(s.name for s in who)}" for what, who in parts if who)
    return [*wrap(f"Within it in {left.since}: {text}.", 0, 2), ""]


def _community(answer: Sphere) -> list[str]:
    """Name the community of the power, with the chance of each state to be with it, of 100."""
    others = [one for one in answer.community if one.state.cow != answer.a.cow]
    if not others:
        return []
    told = [f"{one.state.name} {fixed(100 * (one.chance.value or 0.0), 0)}" for one in others]
    more = len(told) - MOST_TOGETHER
    told = [*told[:MOST_TOGETHER], *([f"{more} more"] if more > 0 else [])]
    text = "Its community, by ties beyond size and distance, with the chance of 100 to be with it"
    return [*wrap(f"{text}: {', '.join(told)}.", 0, 2), ""]


def columns(answer: Sphere) -> dict[str, list[Any]]:
    """Return one row for each state."""
    rows = answer.states
    pulls = {
        name if end == "value" else f"{name}_{end}": [
            getattr(getattr(one.pull, name), end) for one in rows
        ]
        for name in DIMENSIONS
        for end in ("value", "lo", "hi", "status")
    }
    rivals = {
        f"{name}_rival": [
            next((r.state.code for r in one.rivals if r.dimension == name), None) for one in rows
        ]
        for name in DIMENSIONS
    }
    return {
        "state": [one.state.code for one in rows],
        "place": [one.place for one in rows],
        "leads": [", ".join(BY[d] for d in one.leads) for one in rows],
        "chance": [one.chance for one in rows],
        **pulls,
        **rivals,
        "trade_of": [one.trade_of for one in rows],
    }
