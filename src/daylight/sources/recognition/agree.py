"""Whether the spells of recognition hang together, and agree with the list of switches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.curated import last_day
from daylight.store.schemas.recognition import SIDES

SOURCE = "recognition"
WRITTEN = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}
"""How a date of each precision is written."""
Row = Mapping[str, Any]


def check_runs(spells: pl.DataFrame) -> None:
    """Raise where spells of a state run backwards, overlap or leave a gap.

    Raises
    ------
    SourceChanged
        With the first such spell.
    """
    ordered = spells.sort("cow", "start")
    following = pl.col("start").shift(-1).over("cow")
    until = pl.col("end").fill_null(date.max)
    wrong = ordered.filter((until < pl.col("start")) | (following <= until))
    if len(wrong):
        raise SourceChanged(f"{SOURCE}: {wrong.row(0)[:4]} runs backwards or overlaps the next.")
    gap = ordered.filter(following > until + pl.duration(days=1))
    if len(gap):
        raise SourceChanged(f"{SOURCE}: there is a gap after {gap.row(0)[:5]}; say what it was.")


def check_agreement(spells: pl.DataFrame, switches: pl.DataFrame) -> None:
    """Raise unless switches and spells say the same.

    A state that moved or left begins a spell that day, and had last recognised the other. One
    that stayed recognised then what it stayed with. And each spell that follows one of the
    other side without any between has its switch.

    Raises
    ------
    SourceChanged
        With the first row that differs.
    """
    by_state: defaultdict[int, list[Row]] = defaultdict(list)
    for spell in spells.sort("cow", "start").iter_rows(named=True):
        by_state[spell["cow"]].append(spell)
    moves = set()
    for switch in switches.iter_rows(named=True):
        what = f"{SOURCE}: the switch of {switch['cow']} on {switch['date']}"
        own = by_state[switch["cow"]]
        if switch["outcome"] == "stayed":
            held = _within(own, switch)
            if not {switch["left"], "both"} & set(held):
                said = " and ".join(held) or "nothing"
                raise SourceChanged(f"{what} stayed with {switch['left']}; the spells say {said}.")
            continue
        moves.add((switch["cow"], switch["date"]))
        begun = [s["recognised"] for s in own if s["start"] == switch["date"]]
        if begun != [switch["joined"]]:
            raise SourceChanged(f"{what} begins no spell of {switch['joined']}; mend one of them.")
        before = _last_side(own, switch["date"])
        if before not in (switch["left"], "both"):
            raise SourceChanged(f"{what} left {switch['left']}; the spells say {before}.")
    for cow, own in by_state.items():
        for one, other in pairwise(own):
            sides = {one["recognised"], other["recognised"]}
            if sides == set(SIDES) and (cow, other["start"]) not in moves:
                raise SourceChanged(f"{SOURCE}: no switch for the spell {cow}, {other['start']}.")


def _within(spells: Sequence[Row], switch: Row) -> list[str]:
    """Return what a state recognised on the days that the date of a switch can mean."""
    first = switch["date"]
    last = last_day(first.strftime(WRITTEN[switch["precision"]]), SOURCE)
    held = [s for s in spells if s["start"] <= last and first <= (s["end"] or date.max)]
    return [s["recognised"] for s in held]


def _last_side(spells: Sequence[Row], day: date) -> str | None:
    """Return the last that a state recognised before a day, which may lie some time before it."""
    earlier = [s for s in spells if s["start"] <= day - timedelta(days=1)]
    sides = [s["recognised"] for s in earlier if s["recognised"] != "none"]
    return sides[-1] if sides else None
