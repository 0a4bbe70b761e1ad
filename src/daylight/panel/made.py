"""A panel: its plan, and the frames and files that are made from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from daylight.panel.about import about
from daylight.panel.frame import frame
from daylight.panel.plan import Plan

if TYPE_CHECKING:
    import polars as pl

    from daylight.show.about import About


@dataclass(frozen=True)
class Panel(Plan):
    """A plan for a frame of dyad-years or state-years, with the frame when it is asked for."""

    def to_polars(self) -> pl.DataFrame:
        """Return the frame: keys of each row, then one column a measure.

        Keys of pairs are ``a, b, a_cow, b_cow, year``, those of states ``state, cow, year``; with
        the Gleditsch-Ward system their numbers too. Codes are ISO3, or COW abbreviations where
        there is none, or where two numbers share a code in the year
        (:func:`daylight.core.states.former_codes`), so that a pair has one row a year. Undirected
        rows have the lower number of the system first. Rows are of members of the state system:
        votes of a seat in the UN held before that, as Ukraine's to 1991
        (:mod:`daylight.core.seats`), are in none. A structural zero is 0; a value that is
        missing or outside coverage is null, and ``_status`` says which.
        """
        return frame(self)

    def to_pandas(self) -> Any:
        """Return the frame as pandas.

        Raises
        ------
        MissingExtra
            Without pandas and pyarrow: ``pip install 'daylight-ir[frames]'``.
        """
        from daylight.show.libraries import to_pandas

        return to_pandas(self.to_polars())

    def to_arrow(self) -> Any:
        """Return the frame as a pyarrow table.

        Raises
        ------
        MissingExtra
            Without pyarrow: ``pip install 'daylight-ir[frames]'``.
        """
        from daylight.show.libraries import to_arrow

        return to_arrow(self.to_polars())

    def write(self, path: str) -> None:
        """Write the frame to a file: csv, json, parquet, dta, xlsx or sav, by its ending.

        Raises
        ------
        BadInput
            For another ending.
        MissingExtra
            For ``dta`` without the extra `frames`, for ``xlsx`` and ``sav`` without `tables`.
        CannotWrite
            When the file cannot be written; nothing is left half-written.
        """
        from daylight.show.frames import write

        made = self.to_polars()
        write(made, path, None, self.about(made))

    def about(self, made: pl.DataFrame) -> About:
        """Return what a file of the frame says of itself: labels, words of codes, sources."""
        return about(made.columns, f"Daylight: {self.unit.replace('-', ' ')}s", self.cite())
