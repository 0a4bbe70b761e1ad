"""Measures of one pair year by year: in Python, in files, and as a chart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from daylight.core.choices import known
from daylight.core.errors import BadInput, OutsideCoverage
from daylight.core.refs import StateRef
from daylight.core.request import Request, Who, request
from daylight.core.said import SourceNote
from daylight.measures.coverage import spans, state_spans
from daylight.panel.cite import citations, every, rests_on
from daylight.panel.series_lines import Line, lines, together
from daylight.panel.years import asked as years_asked
from daylight.store.atlas import Atlas, current
from daylight.store.notes import source_notes

if TYPE_CHECKING:
    import polars as pl

    from daylight.show.about import About
    from daylight.show.picture import Picture

MEASURES = (
    "relationship", "military_cooperation", "military_conflict", "political_cooperation",
    "political_conflict", "economic_cooperation", "economic_conflict", "vote_kappa",
    "ideal_point_gap_filtered", "alliance_obligation", "trade_volume", "trade_dependence",
    "arms_deliveries", "shared_blocs", "sanctions", "disputes", "rivalry",
)  # fmt: skip
"""What a reader sees first, with positions from no later votes; `all` is all that is held."""
ALL = "all"
COLUMNS = ("year", "measure", "value", "lo", "hi", "status")
PICTURES = ("svg", "png")


@dataclass(frozen=True, repr=False)
class Series:
    """Measures of one pair, year by year.

    Attributes
    ----------
    request : Request
        The pair, the date, and the command that asks for it again.
    lines : tuple of Line
        One for each measure, or direction of it, in the order asked for.
    sources : tuple of SourceNote
    """

    request: Request
    lines: tuple[Line, ...]
    sources: tuple[SourceNote, ...]
    atlas: Atlas

    @property
    def a(self) -> StateRef:
        """The first state asked about."""
        return self.request.a

    @property
    def b(self) -> StateRef:
        """The second state asked about."""
        return self.request.b

    def to_polars(self) -> pl.DataFrame:
        """Return a row for each measure and year: ``year, measure, value, lo, hi, status``.

        A measure begins with its source, or with `since`, and goes on to the last full year of the
        date: years after the end of the source have no value, and the status
        ``outside_coverage``. Years in which one of the two was no member have no row.
        """
        from daylight.panel.series_files import frame

        return frame(self.lines)

    def to_pandas(self) -> Any:
        """Return the same as pandas.

        Raises
        ------
        MissingExtra
            Without pandas and pyarrow.
        """
        from daylight.show.libraries import to_pandas

        return to_pandas(self.to_polars())

    def plot(self) -> Picture:
        """Return one chart of all measures, each with its band, gaps, and where its source ends.

        Raises
        ------
        BadInput
            When no measure has two years with a value.
        """
        from daylight.panel.series_chart import picture

        return picture(self.request, self.lines, self.sources)

    def write(self, path: str) -> None:
        """Write the rows, or the chart, to a file: its ending says the format.

        Raises
        ------
        BadInput
            For another ending than csv, json, parquet, dta, xlsx, sav, svg and png.
        MissingExtra
            Without the library that a format needs.
        CannotWrite
            When the file cannot be written; nothing is left half-written.
        """
        if Path(path).suffix.lower().lstrip(".") in PICTURES:
            self.plot().save(path)
            return
        from daylight.show.frames import write

        write(self.to_polars(), path, None, self.about())

    def about(self) -> About:
        """Return what a file says of itself: labels, words of codes, sources."""
        from daylight.panel.series_files import about

        return about(self.request, self.lines, self.cite())

    def cite(self) -> tuple[str, ...]:
        """Return the papers that define the measures and the sources behind them."""
        names = tuple(dict.fromkeys(line.measure for line in self.lines))
        return citations(self.atlas, names)

    def __repr__(self) -> str:
        count = len(self.lines)
        pair = f"{self.a.code} {self.b.code}"
        return f"<Series: {pair}, {count} measures, as of {self.request.as_of}>"


def series(
    a: Who,
    b: Who,
    measures: str | Iterable[str] | None = None,
    since: int | str | date | None = None,
    as_of: str | int | date | None = None,
    directed: bool = False,
    atlas: Atlas | None = None,
) -> Series:
    """Measures of one pair, year by year.

    The numbers are those of a panel (:func:`daylight.panel.panel.dyads`). The two states are
    followed by lineage: Germany is COW 255 to 1945 and from 1990, and 260 between.

    Parameters
    ----------
    a, b : str, int or State
        Codes, COW numbers, or names.
    measures : str or iterable of str, optional
        Names, in a list or between commas; ``all`` for all that the atlas holds. By default those
        that readers expect first (:data:`MEASURES`).
    since : int, str or date, optional
        First year; by default each measure begins with its source.
    as_of : str, int or date, optional
        The last full year of this date is the last one; the newest by default.
    directed : bool
        Whether a measure that differs by direction is two, ``_ab`` of `a` towards `b` and ``_ba``;
        by default the two directions are one, by the rule of the measure.
    atlas : Atlas, optional
        The atlas in use by default.

    Raises
    ------
    UnknownState, StateNotThen, SameState, OutsideCoverage, BadInput
        See :mod:`daylight.core.errors`.
    UnknownName
        For a name that is no measure; near names follow.

    Examples
    --------
    >>> series("RUS", "IRN", "vote_kappa", since=2014, as_of="2017-02-01").to_polars().columns
    ['year', 'measure', 'value', 'lo', 'hi', 'status']
    """
    atlas = atlas or current()
    names = _names(atlas, measures)
    told = {"measures": None if measures is None else ",".join(_given(measures)), "since": since}
    asked = request("series", [a, b], as_of, atlas.scope, options=told | {"directed": directed})
    first = None if since is None else years_asked(since, asked.year, asked.year)[0]
    both = together(asked.a.cow, asked.b.cow, asked.year)
    found = tuple(lines(atlas, both, names, first, directed))
    if not found:
        raise OutsideCoverage(
            f"No measure covers a year to {asked.year} in which {asked.a.name} and {asked.b.name} "
            f"were both members of the state system; choose other measures or years."
        )
    ids = {source for line in found for source in rests_on(line.measure)}
    return Series(asked, found, source_notes(atlas, {"/lines": sorted(ids)}, asked.year), atlas)


def _given(measures: str | Iterable[str]) -> list[str]:
    words = measures.split(",") if isinstance(measures, str) else list(measures)
    return [word.strip() for word in words if word.strip()]


def _names(atlas: Atlas, measures: str | Iterable[str] | None) -> tuple[str, ...]:
    if measures is None:
        held = _held(atlas)
        return tuple(name for name in MEASURES if name in held)
    names = _given(measures)
    if not names:
        raise BadInput("No measure is named; leave --measures out for the usual ones.")
    if names == [ALL]:
        return _held(atlas)
    for name in names:
        known(name, every(), "measure", "daylight panel --list")
    return tuple(dict.fromkeys(names))


def _held(atlas: Atlas) -> tuple[str, ...]:
    held = spans(atlas) | state_spans(atlas)
    return tuple(name for name in every() if name in held)
