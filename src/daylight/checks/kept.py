"""What is read of an atlas for many texts, kept within bounds.

Rows are shared by all who ask and are never changed.
"""

from __future__ import annotations

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
from daylight.endurance.records import Resilience
from daylight.endurance.resilience import ask as asked_of_shocks
from daylight.facts.read import condition, of_pair
from daylight.facts.records import Fact
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


@lru_cache(maxsize=128)
def shocks_of_pair(atlas: Atlas, a: str, b: str, on: date) -> Resilience | None:
    """Return how the tie of two states held, as of a day; None where one was no state."""
    try:
        return asked_of_shocks(request("resilience", (a, b), on, _scope(atlas)), atlas)
    except DaylightError:
        return None


@lru_cache(maxsize=128)
def partners_of(atlas: Atlas, code: str, on: date) -> Ranking | None:
    """Return who was closest to a state, as of a day; None where it was no state."""
    try:
        return asked_of_partners(request("partners", (code,), on, _scope(atlas)), atlas).closest
    except DaylightError:
        return None


def _scope(atlas: Atlas) -> Scope:
    return Scope(atlas.scope.atlas, atlas.last)
