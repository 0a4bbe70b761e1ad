"""Where a panel begins: all pairs or states by year, or those that are wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from daylight.core.choices import one_of
from daylight.core.request import Who
from daylight.panel.made import Panel
from daylight.panel.rows import SYSTEMS, System
from daylight.panel.wanted import wanted
from daylight.panel.years import asked
from daylight.store.atlas import Atlas, current


def dyads(
    start: int | str | date | None = None,
    end: int | str | date | None = None,
    directed: bool = False,
    atlas: Atlas | None = None,
    *,
    states: str | Iterable[Who] | None = None,
    dyads: str | Iterable[Sequence[Who]] | None = None,
    system: System = "cow",
    all_rows: bool = False,
) -> Panel:
    """Start a panel of pairs of states by year, for people who only want the data.

    Parameters
    ----------
    start, end : int, str or date, optional
        First and last year, both included; by default all years that the atlas covers. Of a date
        its year counts.
    directed : bool
        One row for each pair (default), or one in each direction.
    atlas : Atlas, optional
        The atlas in use by default.
    states : str or iterable of str, int or State, optional
        The states to pair with each other; one alone is paired with every other. A text has
        labels between commas, or names a file with one in each line. Lineage is followed.
    dyads : str or iterable of pairs, optional
        The pairs, each with a year or without; or the name of a CSV file with two columns of
        labels, and one of years or none.
    system : {"cow", "gw"}
        Whose members have rows: Correlates of War, or Gleditsch and Ward as far as COW counts the
        state too.
    all_rows : bool
        Whether years that no measure covers have rows too, which are empty.

    Returns
    -------
    Panel
        Add measures with :meth:`Panel.add`, then :meth:`Panel.to_polars`.

    Raises
    ------
    OutsideCoverage
        For years before 1816 or after the last that the atlas reaches.
    BadInput
        When `start` is after `end` or no year, and for a list that cannot be read.
    UnknownState
        For a label that names no state.

    Examples
    --------
    >>> dyads(2016, 2016).add("vote_kappa").to_polars().columns
    ['a', 'b', 'a_cow', 'b_cow', 'year', 'vote_kappa']
    """
    first, last = asked(start, end, (atlas or current()).last.year)
    chosen = wanted(states, dyads)
    one_of(system, SYSTEMS, "system")
    return Panel(
        first, last, directed, atlas=atlas, wanted=chosen, system=system, all_rows=all_rows
    )


def state_years(
    start: int | str | date | None = None,
    end: int | str | date | None = None,
    atlas: Atlas | None = None,
    *,
    states: str | Iterable[Who] | None = None,
    system: System = "cow",
    all_rows: bool = False,
) -> Panel:
    """Start a panel of states by year; arguments and errors are those of :func:`dyads`.

    Examples
    --------
    >>> state_years(2016, 2016, states="RUS,IRN").add("polyarchy").to_polars().columns
    ['state', 'cow', 'year', 'polyarchy']
    """
    first, last = asked(start, end, (atlas or current()).last.year)
    one_of(system, SYSTEMS, "system")
    return Panel(
        first,
        last,
        False,
        atlas=atlas,
        unit="state-year",
        wanted=wanted(states),
        system=system,
        all_rows=all_rows,
    )
