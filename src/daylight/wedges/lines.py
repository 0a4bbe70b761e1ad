"""What it would take to pull two states apart, in plain lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from daylight.bonds.records import Quantity
from daylight.core.refs import in_text
from daylight.endurance.rate_words import rate_text
from daylight.endurance.rates import HORIZONS
from daylight.endurance.records import Rate
from daylight.say.lines import counted, listed, row, wrap
from daylight.say.numbers import with_interval
from daylight.wedges.assumed_lines import assumed_lines
from daylight.wedges.measured.records import Condition
from daylight.wedges.records import Wedge
from daylight.wedges.tried_lines import tried_lines
from daylight.wedges.words import grouped, once_text, pair_text, ratio_text, stood_text

NAME, CELL, HANG = 10, 30, 2
SHOWN = 8
"""Precedents that a text shows; JSON has all."""
NOTHING = ("none", "not known")
ALIKE = {
    "side": "the side of the target", "rival": "the partner's rivalry with the divider",
    "standing": "how the tie stands",
}  # fmt: skip
MARKS = {True: "met", False: "not met", None: "not known"}


def lines(answer: Wedge) -> list[str]:
    """Return the three views, one after another."""
    out = [*_measured(answer), "", *_conditions(answer), "", *_leans(answer)]
    return [*out, "", *tried_lines(answer), "", *assumed_lines(answer)]


def short(answer: Wedge) -> list[str]:
    """Return the lines of a brief."""
    out = [f"COULD {answer.divider.name.upper()} PULL THEM APART?"]
    for finding in answer.findings:
        if finding.about != "leans":
            out += wrap(f"{finding.text}.", 2)
    return out


def _measured(answer: Wedge) -> Iterator[str]:
    measured = answer.measured
    yield "1. HOW OFTEN (measured)"
    if measured.position.stood is not None:
        yield from wrap(stood_text(measured.position.stood), 2)
    if measured.reason is not None:
        yield from wrap(f"No rate by position: {measured.reason}.", 2)
        for rate in measured.any_tie.values():
            text = f"within {counted(rate.years, 'year')} {rate_text(rate)}; {rate.basis}"
            yield from wrap(text, 2, HANG)
        return
    yield from row("within", ("broke, in 100", "and a gain with the divider seen"), NAME, CELL)
    for horizon in HORIZONS:
        if (chance := measured.horizons.get(str(horizon))) is not None:
            cells = (_cell(chance.broke), _cell(chance.to_divider))
            yield from row(counted(horizon, "year"), cells, NAME, CELL)
    last = next(reversed(measured.horizons.values()), None)
    if last is not None:
        alike = listed(ALIKE[name] for name in measured.position.compared)
        text = (
            f"Behind the brackets: years after which a break came, of all years of ties alike in "
            f"{alike}. One break counts in several years. The last line is {last.broke.basis}."
        )
        yield from wrap(text, 2)
    once = grouped(measured.precedents)
    if once:
        yield from wrap(
            f"What broke by the rule, of {counted(measured.alike, 'tie')} in this position:", 2
        )
        for one in once[:SHOWN]:
            yield from wrap(once_text(one), 4, HANG)
        if len(once) > SHOWN:
            yield from wrap(f"and {len(once) - SHOWN} more (in JSON)", 4)


def _cell(rate: Rate) -> str:
    return f"{rate_text(rate, '')} {rate.events}/{rate.n:,}"


def _conditions(answer: Wedge) -> Iterator[str]:
    every = answer.measured.conditions
    if not every:
        return
    yield "CONDITIONS OF THEORY"
    yield from wrap("Met here, and how much oftener ties with it broke:", 2)
    for one in every:
        if one.met:
            yield from wrap(condition_text(one), 4, HANG)
    if not any(one.met for one in every):
        yield from wrap("none", 4)
    for met, head in ((False, "Not met"), (None, "Not known")):
        rest = [f"{one.text} ({ratio_text(one)})" for one in every if one.met is met]
        if rest:
            yield from wrap(f"{head}: {'; '.join(rest)}.", 2, HANG)


def condition_text(one: Condition) -> str:
    """Write a condition with what was measured of it."""
    if one.effect == "too few":
        return f"{one.text}: too few cases"
    effect = "" if one.effect != "none measured" else ", no effect measured"
    return f"{one.text}: {ratio_text(one)}{effect}"


def _leans(answer: Wedge) -> Iterator[str]:
    yield "WHO LEANS ON WHOM"
    for one in answer.measured.leans:
        yield from wrap(f"{pair_text(one)}: {one.word or 'not in the ledgers'}", 2, HANG)
        told = [item_text(item, answer.year) for item in one.items if item[1] not in NOTHING]
        yield from wrap("; ".join(told), 4, HANG)
    if answer.measured.pulls:
        yield from wrap("Drawn, of 100 (politics: place among all states):", 2, HANG)
    for who, told_of in pulls_of(answer):
        yield from wrap(f"{who}: {told_of}", 4, HANG)


def pulls_of(answer: Wedge) -> Iterator[tuple[str, str]]:
    """Yield who is drawn by whom, and how much of a hundred in each dimension."""
    for one in answer.measured.pulls:
        parts = (("arms", one.military), ("politics", one.political), ("trade", one.economic))
        told = "; ".join(f"by {name} {_of_hundred(pull)}" for name, pull in parts)
        yield f"{in_text(one.state.name)} by {one.by}", told


def _of_hundred(pull: Quantity) -> str:
    if pull.value is None or pull.lo is None or pull.hi is None:
        return "not known"
    return with_interval(100 * pull.value, 100 * pull.lo, 100 * pull.hi, 0)


def item_text(item: tuple[str, str, int | None], year: int) -> str:
    """Write what an item says, with the year of which it is seen where that is an older one."""
    title, says, known = item
    older = known is not None and known < year
    return f"{title}: {says} ({known})" if older else f"{title}: {says}"


def columns(answer: Wedge) -> dict[str, list[Any]]:
    """Return one row a condition."""
    rows = answer.measured.conditions
    names = ("name", "about", "text", "theory", "met", "ratio", "lo", "hi", "n", "events")
    return {name: [getattr(one, name) for one in rows] for name in names}
