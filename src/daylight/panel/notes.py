"""What to know of a panel before it is used: values that are flagged, and votes in no row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from daylight.core.refs import in_text
from daylight.core.seats import UN, seat_years
from daylight.core.states import get
from daylight.measures import measure
from daylight.measures.plausible import WHOLE, WHY
from daylight.say.lines import counted, listed

if TYPE_CHECKING:
    import polars as pl

VOTES = ("votes", "ideal_points")
"""Tables made of votes, in which seats before statehood have rows."""


def notes(frame: pl.DataFrame, measures: tuple[str, ...]) -> Iterator[str]:
    """Return sentences about a panel with these measures.

    Parameters
    ----------
    frame : DataFrame
        What :meth:`daylight.panel.panel.Panel.to_polars` returned.
    measures : tuple of str
    """
    for name in measures:
        spec = measure(name)
        if spec.fraction and spec.high > WHOLE:
            beyond = int((frame[name].abs() > WHOLE).sum())
            if beyond:
                yield f"{name}: {counted(beyond, 'value')} above the whole. {WHY}"
    if any(measure(name).table in VOTES for name in measures) and len(frame):
        years = set(frame["year"].unique().to_list())
        seats = [cow for cow, held in seat_years(UN).items() if years & set(held[:-1])]
        if seats:
            names = listed([in_text(get(cow).name) for cow in seats])
            yield (
                f"Rows are pairs of members of the COW state system. Votes of seats in the UN "
                f"held before that ({names}) are in none; see `daylight ideal-points`."
            )
