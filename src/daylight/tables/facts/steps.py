"""The step of the dated facts of all pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

import polars as pl

from daylight.core.states import members
from daylight.sources.blocs.tied import tied
from daylight.sources.kit.issues import IssueLog
from daylight.store.schemas.facts import LONGEST, TABLES
from daylight.store.writer import types
from daylight.tables.facts import (
    agreements,
    aid,
    council,
    force,
    memberships,
    promises,
    relations,
    sanctions,
)
from daylight.tables.facts.row import FactRow
from daylight.tables.step import Inputs, Step

TABLE = TABLES[0]
EARLIER = "; begun earlier"


def _make(inputs: Inputs) -> pl.DataFrame:
    return frame(_facts(inputs), inputs.log("dated_facts"))


def _facts(inputs: Inputs) -> Iterator[FactRow]:
    source, log = inputs.source, inputs.log("dated_facts")
    blocs, defence = tied(source("blocs")), source("defence_facts")
    until = inputs.coverage("ukraine_support").until
    yield from promises.treaties(source("atop"), blocs)
    yield from promises.curated(defence)
    yield from relations.events(source("relations"))
    yield from relations.recognition(source("recognition"))
    yield from force.disputes(source("mid"), source("mie"), log)
    yield from force.fatal(source("ucdp"), log)
    yield from force.helpers(source("ucdp"), log)
    yield from force.crises(source("icb"), source("icb_v16"))
    yield from force.curated(defence)
    yield from sanctions.sanctions({"gsdb": source("gsdb"), "blocs": blocs}, log)
    yield from council.vetoes(source("council_vetoes"))
    yield from council.votes(source("council_votes"))
    yield from agreements.defence(defence)
    yield from agreements.earlier_defence(source("dcad"))
    yield from agreements.trade(source("desta"), source("desta_2_3"))
    yield from agreements.investment(source("iia"))
    yield from memberships.memberships(blocs)
    yield from aid.aid(source("ukraine_support"), until or date.max)


def frame(facts: Iterable[FactRow], log: IssueLog) -> pl.DataFrame:
    """Return the rows as a table, each once, in order of the pair and newest first.

    What began before one of the two was in the state system, and lasted until it was, stands in
    the first year of both, and says that it began earlier. Other facts of a state outside the
    system are left out and counted: of signatories in exile, and of colonies.
    """
    every = list(facts)
    placed = [row for fact in every if (row := _placed(fact))]
    log.note("facts of states outside the system, left out", len(every) - len(placed))
    table = pl.DataFrame(placed, types(TABLE), orient="row")
    once = table.unique(TABLE.key, keep="first", maintain_order=True)
    log.note("facts that stand twice", len(table) - len(once))
    return once.sort("a", "b", "day", "kind", "text", descending=[False, False, True, False, False])


def _placed(fact: FactRow) -> FactRow | None:
    """Return a fact in a year in which both states were in the system; None if there is none."""
    year = fact.day.year
    if fact.a in _members(year) and fact.b in _members(year):
        return fact
    end = fact.until or fact.open_to
    text = f"{fact.text}{EARLIER}"
    if end is None or len(text) > LONGEST:
        return None
    both = (y for y in range(year, end.year + 1) if {fact.a, fact.b} <= _members(y))
    first = next(both, None)
    if first is None:
        return None
    return fact._replace(day=date(first, 1, 1), precision="year", text=text)


@cache
def _members(year: int) -> frozenset[int]:
    return frozenset(members(year))


STEPS = (Step("dated_facts", _make, sources=TABLE.sources),)
