"""The plan of a panel: what rows and columns are wanted, before anything is read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal, TypeVar

from daylight.core.choices import known, one_of
from daylight.core.errors import OutsideCoverage
from daylight.measures.of_states import state_measure
from daylight.panel.cite import citations, every
from daylight.panel.columns import EXTRAS, Extra, span_of
from daylight.panel.rows import System
from daylight.panel.wanted import Wanted
from daylight.panel.years import within
from daylight.store.atlas import Atlas, current

Unit = Literal["dyad-year", "state-year"]
UNITS: tuple[Unit, ...] = ("dyad-year", "state-year")
Of = TypeVar("Of", bound="Plan")


@dataclass(frozen=True)
class Plan:
    """A plan for a frame of dyad-years or state-years; nothing is read until one is asked for.

    Attributes
    ----------
    start, end : int
        First and last year, both included.
    directed : bool
        Whether each pair has two rows, one in each direction.
    measures : tuple of str
        Names of :data:`daylight.measures.MEASURES` and
        :data:`daylight.measures.of_states.STATE_MEASURES`.
    extras : tuple of str
        Columns beside each measure: ``lo``, ``hi``, ``n``, ``status``.
    unit : {"dyad-year", "state-year"}
    wanted : Wanted
        The states or pairs to which rows are confined.
    system : {"cow", "gw"}
        Whose members have rows.
    all_rows : bool
        Whether years that no measure covers have rows too.
    """

    start: int
    end: int
    directed: bool
    measures: tuple[str, ...] = ()
    extras: tuple[Extra, ...] = ()
    atlas: Atlas | None = None
    unit: Unit = "dyad-year"
    wanted: Wanted = field(default_factory=Wanted)
    system: System = "cow"
    all_rows: bool = False

    def add(self: Of, *names: str) -> Of:
        """Return the panel with more measures, each a column in the order given.

        In a frame of pairs a measure of states is two columns, ``_a`` and ``_b``.

        Raises
        ------
        UnknownName
            For a name that is no measure, or in a frame of states none of states; near names
            follow.
        """
        for name in names:
            if self.unit == "state-year":
                state_measure(name)
            known(name, every(), "measure", "daylight panel --list")
        return replace(self, measures=tuple(dict.fromkeys((*self.measures, *names))))

    def having(self: Of, *extras: str) -> Of:
        """Return the panel with ``_lo``, ``_hi``, ``_n`` or ``_status`` beside each measure.

        A measure of states has no ``_n``.

        Raises
        ------
        BadInput
            For another word.
        """
        words = [one_of(extra, EXTRAS, "extra column") for extra in extras]
        return replace(self, extras=tuple(dict.fromkeys((*self.extras, *words))))

    def years(self) -> list[int]:
        """Return the years that have rows: those asked for that at least one measure covers.

        Raises
        ------
        OutsideCoverage
            When no measure covers any of them.
        """
        asked_for = list(range(self.start, self.end + 1))
        if self.all_rows or not self.measures:
            return asked_for
        spans = {name: span_of(self.atlas or current(), name) for name in self.measures}
        found = within((self.start, self.end), spans.values())
        if not found:
            told = ", ".join(f"{name} {first}-{last}" for name, (first, last) in spans.items())
            raise OutsideCoverage(
                f"No measure covers {self.start} to {self.end}: {told}. Choose other years, or ask "
                f"for empty rows with --all-rows (all_rows=True)."
            )
        return found

    def cite(self) -> tuple[str, ...]:
        """Return the papers that define the measures and the sources behind them."""
        return citations(self.atlas or current(), self.measures)
