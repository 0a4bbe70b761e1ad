"""The atlas table of states: the packaged registry, once the sources confirm it."""

from __future__ import annotations

from datetime import date

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.core.states import State, all_states, read_table
from daylight.tables.step import Inputs, Step


def states(
    spells: pl.DataFrame, concordance: pl.DataFrame, gw_spells: pl.DataFrame
) -> pl.DataFrame:
    """Return the registry as a table, or stop where it departs from its sources.

    Parameters
    ----------
    spells, concordance, gw_spells : DataFrame
        Tables of source ``states``.

    Returns
    -------
    DataFrame
        cow, abbr, iso3 (null where there is none), name, start, end (null while it goes
        on), gw, lineage: one row for each spell of membership under one Gleditsch-Ward number.

    Raises
    ------
    SourceChanged
        When abbreviations, spells or Gleditsch-Ward numbers differ.

    Notes
    -----
    Names, ISO codes and lineages are the registry's own and have no counterpart here.
    """
    _check_spells(spells)
    _check_gw(concordance, set(gw_spells["gw"]))
    columns = ("cow", "abbr", "iso3", "name", "start", "end", "gw", "lineage")
    rows = [[row[name] or None for name in columns] for row in read_table("states")]
    text = pl.DataFrame(rows, dict.fromkeys(columns, pl.String), orient="row")
    return text.with_columns(
        pl.col("cow", "gw").cast(pl.Int16), pl.col("start", "end").str.to_date("%Y-%m-%d")
    ).sort("cow", "start")


def _check_spells(spells: pl.DataFrame) -> None:
    theirs = set(spells.select("cow", "abbr", "start", "end").iter_rows())
    ours = {
        (state.cow, state.abbr, spell.start, spell.end)
        for state in all_states()
        for spell in state.spells
    }
    for only, where in ((theirs - ours, "the COW list"), (ours - theirs, "the registry")):
        if only:
            cow, abbr, start, end = min(only, key=str)
            raise SourceChanged(
                f"states: {abbr} ({cow}), {start} to {end or 'today'}, is only in {where} "
                f"({len(only)} such spells); mend core/registry/states.csv."
            )


def _check_gw(concordance: pl.DataFrame, known: set[int]) -> None:
    registry = {state.cow: state for state in all_states()}
    for cow, year, gw in concordance.iter_rows():
        if cow not in registry:
            raise SourceChanged(f"states: COW number {cow} of the concordance is not registered.")
        held = _numbers(registry[cow], year)
        if gw not in held:
            raise SourceChanged(
                f"states: Gleditsch-Ward number {gw} of {cow} in {year} is not that of the "
                f"registry ({', '.join(map(str, sorted(held, key=str)))})."
            )
    strange = {number for state in registry.values() for number, _ in state.gw} - known
    if strange:
        raise SourceChanged(
            f"states: the registry has Gleditsch-Ward number {min(strange)}, which is not in "
            f"their list."
        )


def _numbers(state: State, year: int) -> set[int | None]:
    """Gleditsch-Ward numbers of a state in a year; None where on some day it has none."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    held: set[int | None] = set()
    for spell in state.spells:
        start, end = max(spell.start, first), min(spell.end or last, last)
        if start > end:
            continue
        parts = [
            (number, max(part.start, start), min(part.end or end, end))
            for number, part in state.gw
            if part.start <= end and (part.end is None or part.end >= start)
        ]
        held.update(number for number, _, _ in parts)
        if sum((to - since).days + 1 for _, since, to in parts) < (end - start).days + 1:
            held.add(None)
    return held


def _make(inputs: Inputs) -> pl.DataFrame:
    tables = inputs.source("states")
    return states(tables["spells"], tables["concordance"], tables["gw_spells"])


STEPS = (Step("states", _make, sources=("states",)),)
