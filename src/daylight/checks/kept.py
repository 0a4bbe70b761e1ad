"""What is read of an atlas for many texts, kept within bounds.

Rows are shared by all who ask and are never changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from daylight.bonds.history import history
from daylight.bonds.read import rows as ledger_rows
from daylight.bonds.records import YearOf
from daylight.cohesion.spells import Row, spells
from daylight.core.errors import DaylightError
from daylight.core.lookup import resolve
from daylight.core.refs import StateRef, ref
from daylight.core.request import Scope, request
from daylight.endurance.read import acts, breaks_of, tie_rows, traded
from daylight.endurance.records import Break, Shock, State
from daylight.endurance.shocks.listed import events
from daylight.endurance.state import state
from daylight.endurance.tested import tested
from daylight.facts.read import condition, of_pair
from daylight.facts.records import Fact
from daylight.ledgers.years import FIRST
from daylight.partnerships.partners import ask as asked_of_partners
from daylight.partnerships.records import Ranking
from daylight.store.atlas import Atlas
from daylight.store.older import holds
from daylight.store.rows import rows_of

ATLASES = 4


@lru_cache(maxsize=128 * ATLASES)
def spells_of(atlas: Atlas, bloc: str) -> tuple[Row, ...]:
    """Return all spells of a bloc, oldest first."""
    return tuple(spells(atlas, bloc))


@lru_cache(maxsize=ATLASES)
def blocs_of(atlas: Atlas) -> dict[str, Row]:
    """Return the rows of all blocs by short name."""
    return {row["bloc"]: row for row in rows_of(atlas.rows("blocs"))}


@lru_cache(maxsize=4 * ATLASES)
def table_of(atlas: Atlas, name: str) -> tuple[Row, ...]:
    """Return all rows of a small table; none where the atlas is older than it."""
    return tuple(rows_of(atlas.rows(name))) if holds(atlas.manifest, name) else ()


@lru_cache(maxsize=256)
def bloc_year(atlas: Atlas, bloc: str, year: int) -> dict[str, Row]:
    """Return what was measured of a bloc in a year, by what it is."""
    rows = rows_of(atlas.rows("bloc_years", "bloc = ? AND year = ?", (bloc, year)))
    return {row["what"]: row for row in rows}


@lru_cache(maxsize=4096)
def state_on(code: str, when: date) -> StateRef | None:
    """Return the state of a code on a day, None where it was none then."""
    try:
        return ref(resolve(code, when), when)
    except DaylightError:
        return None


@lru_cache(maxsize=256)
def years_of_pair(atlas: Atlas, a: StateRef, b: StateRef, until: int) -> tuple[YearOf, ...]:
    """Return how two states stood year by year, to a year."""
    return tuple(history(ledger_rows(atlas, "ledgers", a, b, until)))


@lru_cache(maxsize=256)
def facts_of_pair(atlas: Atlas, a: int, b: int, on: date) -> tuple[Fact, ...]:
    """Return every dated fact of two states up to a day."""
    where, values = condition(a, b, on)
    return tuple(fact for _, fact in of_pair(atlas.rows("dated_facts", where, values), a, b, on))


@dataclass(frozen=True, slots=True)
class Endured:
    """How the tie of two states stands, the shocks that it met, and its breaks."""

    state: State
    shocks: tuple[Shock, ...]
    breaks: tuple[Break, ...]


@lru_cache(maxsize=256)
def shocks_of_pair(atlas: Atlas, one: str, other: str, on: date) -> Endured | None:
    """Return how the tie of two states held, as of a day; None where one was no state."""
    try:
        asked = request("resilience", (one, other), on, _scope(atlas))
    except DaylightError:
        return None
    a, b, year = asked.a, asked.b, asked.year
    known = traded(atlas, a, b, year)
    now = state(tie_rows(atlas, a, b, year), acts(atlas, a, b, year), known, year)
    met = tuple(event for event in events(atlas, a, b, on) if event.day.year >= FIRST)
    return Endured(now, tested(atlas, asked, met, known), breaks_of(atlas, a, b, year))


@lru_cache(maxsize=128)
def partners_of(atlas: Atlas, code: str, on: date) -> Ranking | None:
    """Return who was closest to a state, as of a day; None where it was no state."""
    try:
        return asked_of_partners(request("partners", (code,), on, _scope(atlas)), atlas).closest
    except DaylightError:
        return None


def _scope(atlas: Atlas) -> Scope:
    return Scope(atlas.scope.atlas, atlas.last)
