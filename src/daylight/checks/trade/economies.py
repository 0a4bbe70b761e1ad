"""Claims about GDP, and the goods and GDP of a state in a year."""

from __future__ import annotations

from functools import lru_cache
from math import exp, isnan

from daylight.checks.commands import economy_rows
from daylight.checks.known import Known
from daylight.checks.terms.said_numbers import against
from daylight.checks.terms.two_states import named
from daylight.checks.trade.flow import amount, money
from daylight.checks.verdict import Figure, Verdict, silent, turned
from daylight.claims.records import Claim
from daylight.cohesion.spells import Row
from daylight.core.estimate import Z
from daylight.core.refs import StateRef
from daylight.store.atlas import Atlas
from daylight.store.rows import rows_of
from daylight.store.schemas.trade import ECONOMY_STEP, TRADE_SD_STEP

TABLES = ("economies",)
RULE = "at market exchange rates, in dollars of the year"
Amount = tuple[float, float, float]
"""A value with the ends of its 90 % interval."""


@lru_cache(maxsize=512)
def _rows(atlas: Atlas, cows: tuple[int, ...], year: int) -> tuple[Row, ...]:
    marks = ", ".join("?" for _ in cows)
    where = f"cow IN ({marks}) AND year = ?"
    return tuple(rows_of(atlas.rows("economies", where, (*cows, year))))


def economy(known: Known, state: StateRef, year: int, what: str) -> Amount | None:
    """Return goods traded, or GDP, of a state in a year in dollars; None where not known."""
    if year > known.year:
        return None
    rows = _rows(known.atlas, known.numbers(state), year)
    row = next((r for r in rows if r[what] is not None and not isnan(r[what])), None)
    if row is None:
        return None
    value = exp(float(row[what]) * ECONOMY_STEP) * 1e6
    sd = float(row[f"{what}_sd"] or 0) * TRADE_SD_STEP
    return value, value * exp(-Z * sd), value * exp(Z * sd)


def query_of(known: Known, year: int, *states: StateRef) -> tuple[str, ...]:
    """Return the command that shows the economies of states in a year."""
    return (economy_rows((n for state in states for n in known.numbers(state)), year),)


def figure(state: StateRef, found: Amount, year: int) -> Figure:
    """Return a GDP as a figure."""
    text = f"{money(found[0])} in {year}"
    return Figure(f"GDP of {state.code}", *found, "dollars of the year", text, "economies")


def gdp_said(claim: Claim, known: Known, year: int) -> Verdict:
    """Decide how large an economy was."""
    state = known.state(claim.subject[0].state) if claim.subject else None
    if state is None:
        return silent("The text does not settle whose GDP is meant.")
    found = economy(known, state, year, "gdp")
    query = query_of(known, year, state)
    if found is None:
        return silent(f"The GDP of {named(state)} in {year} is not known.", query, TABLES)
    text = f"The GDP of {named(state)} was {amount(*found)} in {year}."
    word = turned(against(claim, found[1], found[2]), claim.negated)
    return Verdict(word, text, RULE, query, (figure(state, found, year),), TABLES)
