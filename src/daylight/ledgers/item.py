"""One item of a ledger: what is measured, how it becomes points, and why."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.ledgers.curves import Join, Shape, higher
from daylight.store.schemas.ledgers import Ledger

HIGHEST: frozenset[Ledger] = frozenset({"military_conflict"})
"""Ledgers that are the highest of their items; the others are sums of them, at most 100."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a ledger.

    Attributes
    ----------
    name, title : str
        Its column, and what people read.
    ledger : str
        One of :data:`daylight.store.schemas.ledgers.LEDGERS`.
    maximum : float
        Most points that it can give.
    shape : Shape
        From the raw value of one direction to points.
    unit : str
        What the raw value is. Of a directed item `_ab` is of a towards b.
    sources : tuple of (str, int)
        Each source with the last year that it covers; a list that goes on counts here with the
        last year checked.
    reason : str
        Why it counts, and for so much.
    directed : bool
        Whether the two directions differ and both are kept.
    join : callable
        How the points of two directions become one.
    fade : float
        Part of a past value that is lost each year; 0 for what counts in its year only.
    """

    name: str
    title: str
    ledger: Ledger
    maximum: float
    shape: Shape
    unit: str
    sources: tuple[tuple[str, int], ...]
    reason: str
    directed: bool = False
    join: Join = higher
    fade: float = 0.0

    @property
    def columns(self) -> tuple[str, ...]:
        """Columns of its raw values."""
        return (f"{self.name}_ab", f"{self.name}_ba") if self.directed else (self.name,)

    @property
    def status(self) -> str:
        """Column of the code of its status (:data:`daylight.core.status.STATUSES`)."""
        return f"{self.name}_status"
