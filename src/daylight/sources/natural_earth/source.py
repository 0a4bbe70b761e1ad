"""From the country shapes of Natural Earth to paths on a map, and to whose each is."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Any

import polars as pl

from daylight.core.errors import DaylightError, SourceChanged, UnknownState
from daylight.core.lookup import resolve
from daylight.core.visible import quoted
from daylight.sources.kit.issues import IssueLog
from daylight.sources.natural_earth.paths import path, rings_of, thin
from daylight.sources.natural_earth.topology import Topology, joined, read
from daylight.stats.rings import inside

FILE, HOLDERS, PARTS = "countries-50m.json", "holders.csv", "parts.csv"
LEFT_OUT = ("Antarctica",)
FIRST = date(1816, 1, 1)
"""First day of the state system: where a spell of a holder begins of which no start is given."""
Spell = tuple[int | None, date, date | None]
"""COW number, or none for land that no member of the state system holds; first and last day."""


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return `shapes`: unit, ring, path; and `holders`: unit, cow, start, end.

    Returns
    -------
    dict of str to DataFrame
        A unit is a shape of Natural Earth, or a part of one that is told apart. `path` is an SVG
        path of one ring in tenths of the unit of a map 1000 wide (:mod:`daylight.stats.
        equal_earth`); holes are rings that turn the other way. `holders` says who has held a
        unit since when, as far as today's borders can say it; before a state was, ask
        :func:`daylight.core.successions.holders`.

    Raises
    ------
    SourceChanged
        When the file is no TopoJSON of countries, a shape means no state and is not declared, a
        declared one is not there or its spells do not follow each other, or a part is not one
        ring.
    """
    topology = _parted(read(files[FILE]), _rows(files, PARTS))
    holders = dict(_holders(topology, _rows(files, HOLDERS)))
    drawn = list(rings_of(topology, sorted(set(topology.rings) - set(LEFT_OUT))))
    lines = thin(topology, [ring for _, ring in drawn])
    counted: dict[str, int] = {}
    rows = []
    for unit, ring in drawn:
        counted[unit] = counted.get(unit, 0) + 1
        rows.append((unit, counted[unit], path(ring, lines)))
    every = sum(len(rings) for rings in topology.rings.values())
    log.note("rings too small for the map, or outside it", every - len(rows))
    shapes = pl.DataFrame(
        rows, {"unit": pl.String, "ring": pl.Int16, "path": pl.String}, orient="row"
    )
    spells = [(unit, *spell) for unit in sorted(holders) for spell in holders[unit]]
    kinds: dict[str, Any] = {"unit": pl.String, "cow": pl.Int16, "start": pl.Date, "end": pl.Date}
    return {"shapes": shapes, "holders": pl.DataFrame(spells, kinds, orient="row")}


def _rows(files: Mapping[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(files[name].decode("utf-8-sig").splitlines()))


def _parted(topology: Topology, parts: list[dict[str, str]]) -> Topology:
    """Tell apart the rings that hold a declared place."""
    rings = dict(topology.rings)
    for row in parts:
        name, unit, place = row["part"], row["unit"], (float(row["lon"]), float(row["lat"]))
        own = [r for r in rings.get(unit, ()) if inside(joined(r, topology.lines), place)]
        if len(own) != 1:
            raise SourceChanged(
                f"natural_earth: {name} is to be one ring of {unit!r}, around {place}; there are "
                f"{len(own)}; mend sources/natural_earth/{PARTS}."
            )
        rings[name] = tuple(own)
        rings[unit] = tuple(r for r in rings[unit] if r != own[0])
    return Topology(topology.lines, {name: found for name, found in rings.items() if found})


def _holders(topology: Topology, rows: list[dict[str, str]]) -> Iterator[tuple[str, list[Spell]]]:
    declared: dict[str, list[Spell]] = {}
    for row in rows:
        declared.setdefault(row["unit"], []).append(
            (_state(row["state"]), _day(row["start"]) or FIRST, _day(row["end"]))
        )
    if gone := sorted(set(declared) - set(topology.rings)):
        raise SourceChanged(
            f"natural_earth: {gone[0]!r} is declared in sources/natural_earth/{HOLDERS} and is "
            f"no shape of the file; mend one of them."
        )
    own: dict[int, str] = {}
    for unit in topology.rings:
        if unit in LEFT_OUT:
            continue
        if unit in declared:
            _follow(unit, declared[unit])
            yield unit, declared[unit]
            continue
        cow = _named(unit)
        if cow in own:
            raise SourceChanged(
                f"natural_earth: {quoted(own[cow])} and {quoted(unit)} are one state."
            )
        own[cow] = unit
        yield unit, [(cow, FIRST, None)]


def _follow(unit: str, spells: list[Spell]) -> None:
    for (_, _, end), (_, start, _) in pairwise(spells):
        if end is None or (start - end).days != 1:
            raise SourceChanged(
                f"natural_earth: the spells of {unit!r} do not follow each other day by day; mend "
                f"sources/natural_earth/{HOLDERS}."
            )


def _named(unit: str) -> int:
    try:
        return resolve(unit).cow
    except UnknownState:
        raise SourceChanged(
            f"natural_earth: the shape {quoted(unit)} means no state; declare who holds it in "
            f"sources/natural_earth/{HOLDERS}."
        ) from None


def _state(code: str) -> int | None:
    try:
        return resolve(code).cow if code else None
    except DaylightError as error:
        raise SourceChanged(f"natural_earth: {HOLDERS}: {error}") from None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise SourceChanged(f"natural_earth: {HOLDERS}: {text!r} is not a day.") from None
