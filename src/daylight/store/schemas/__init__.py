"""The tables of the atlas, one module a family: what one row is, its key, and its columns."""

from __future__ import annotations

from daylight.core.choices import known
from daylight.store.schemas import (
    alliances,
    attempts,
    blocs,
    breaks,
    capabilities,
    cohesion,
    communities,
    facts,
    geography,
    ledgers,
    meta,
    nearness,
    positions,
    recognition,
    regimes,
    shocks,
    spheres,
    statements,
    states,
    ties,
    trade,
    votes,
)
from daylight.store.schemas.positions import VOTE_SETS, PointKind, VoteSet
from daylight.store.schemas.table import VERSION, Table, Unit
from daylight.store.schemas.votes import VOTE_COUNTS

__all__ = [
    "TABLES",
    "VERSION",
    "VOTE_COUNTS",
    "VOTE_SETS",
    "PointKind",
    "Table",
    "Unit",
    "VoteSet",
    "table",
]

TABLES: tuple[Table, ...] = (
    *states.TABLES,
    *votes.TABLES,
    *positions.TABLES,
    *alliances.TABLES,
    *capabilities.TABLES,
    *trade.TABLES,
    *nearness.TABLES,
    *blocs.TABLES,
    *cohesion.TABLES,
    *spheres.TABLES,
    *regimes.TABLES,
    *ties.TABLES,
    *ledgers.TABLES,
    *breaks.TABLES,
    *communities.TABLES,
    *facts.TABLES,
    *shocks.TABLES,
    *recognition.TABLES,
    *attempts.TABLES,
    *geography.TABLES,
    *statements.TABLES,
    *meta.TABLES,
)


def table(name: str) -> Table:
    """Return the definition of a table.

    Raises
    ------
    UnknownName
        With near names.
    """
    known(name, [t.name for t in TABLES], "table", "daylight atlas info")
    return next(t for t in TABLES if t.name == name)
