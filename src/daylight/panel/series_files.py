"""The rows of a series, what a file of them says of itself, and what is said beside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from daylight.core.request import Request
from daylight.core.status import STATUSES
from daylight.panel.about import WORDS
from daylight.panel.series_lines import Line, changes_of_number
from daylight.say.lines import listed
from daylight.show.about import About

if TYPE_CHECKING:
    import polars as pl

LABELS = {
    "year": "Calendar year",
    "measure": "Measure; its unit is in the notes",
    "value": "Value, in the unit of the measure",
    "lo": "Lower end of the 90 % interval",
    "hi": "Upper end of the 90 % interval",
    "status": "How the value is known",
}


def frame(lines: tuple[Line, ...]) -> pl.DataFrame:
    """Return a row for each measure and year, in the order of the measures."""
    import polars as pl

    from daylight.show.short import shortest

    parts = [
        pl.DataFrame(
            {
                "year": pl.Series(line.year, dtype=pl.Int16),
                "measure": [line.name] * len(line.year),
                "value": line.value,
                "lo": line.lo,
                "hi": line.hi,
                "status": list(line.status),
            },
            nan_to_null=True,
        )
        for line in lines
    ]
    return shortest(pl.concat(parts))


def about(asked: Request, lines: tuple[Line, ...], cited: tuple[str, ...]) -> About:
    """Return what a file of a series says of itself."""
    own, *sources = cited
    units = (
        f"{line.name}: {line.title} ({line.unit}), {line.span[0]}-{line.span[1]}" for line in lines
    )
    named = (*units, *notes(asked, lines), WORDS, *(f"Source: {text}" for text in sources))
    title = f"Daylight: {asked.a.name} and {asked.b.name}, as of {asked.as_of}"
    return About(title, LABELS, {"status": STATUSES}, (own, *named))


def notes(asked: Request, lines: tuple[Line, ...]) -> Iterator[str]:
    """Say which numbers a state had, what is from later years, and which sources end early."""
    first, last = min(int(line.year[0]) for line in lines), asked.year
    for state in (asked.a, asked.b):
        steps = list(changes_of_number(state.cow, first, last))
        if steps:
            told = listed(f"{new} from {year} (before: {old})" for year, old, new in steps)
            yield f"{state.name} is followed through its changes of COW number: {told}."
    later = [line.name for line in lines if smoothed(line)]
    if later and asked.year < max(line.span[1] for line in lines if smoothed(line)):
        yield f"From votes of all years, later ones too: {listed(later)}. See the `_filtered` ones."
    ended: dict[int, list[str]] = {}
    for line in lines:
        if line.span[1] < last:
            ended.setdefault(line.span[1], []).append(line.name)
    if ended:
        told = "; ".join(f"{listed(names)} {year}" for year, names in sorted(ended.items()))
        yield f"Sources end before {last}, and later years are empty: {told}."


def smoothed(line: Line) -> bool:
    """Whether positions of later years are in a value: those that are not filtered."""
    return line.measure.startswith("ideal_point") and not line.measure.endswith("_filtered")
