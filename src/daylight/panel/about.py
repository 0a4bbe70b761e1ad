"""What a file of a panel says of itself: labels with units, words for codes, sources."""

from __future__ import annotations

from collections.abc import Iterator

from daylight.core.status import STATUSES
from daylight.measures import measure
from daylight.measures.of_states import state_measure
from daylight.panel.cite import every
from daylight.panel.columns import OF_STATES
from daylight.show.about import About

KEYS = {
    "a": "First state: ISO3 code, or COW abbreviation where there is none",
    "b": "Second state: ISO3 code, or COW abbreviation where there is none",
    "state": "State: ISO3 code, or COW abbreviation where there is none",
    "a_cow": "First state: COW number",
    "b_cow": "Second state: COW number",
    "cow": "COW number",
    "a_gw": "First state: Gleditsch-Ward number",
    "b_gw": "Second state: Gleditsch-Ward number",
    "gw": "Gleditsch-Ward number",
    "year": "Calendar year",
}
BESIDE = {
    "": "",
    "_lo": ", lower end of the 90 % interval",
    "_hi": ", upper end of the 90 % interval",
    "_n": ", observations",
    "_status": ", how it is known",
}
SIDES = {"": "", "_a": ", first state", "_b": ", second state"}
WORDS = (
    "Status: observed, measured; structural_zero, the source lists every case and this is none; "
    "missing, covered but not known; outside_coverage, the source does not reach the year; "
    "carried, foretold past the end of a source. An empty value is never zero."
)


def label(column: str) -> str:
    """Return what a column holds, with its unit; empty where it is none of a panel."""
    return KEYS.get(column) or next(_of_measure(column), "")


def _of_measure(column: str) -> Iterator[str]:
    for end, words in BESIDE.items():
        for side, whose in SIDES.items():
            name = column.removesuffix(end).removesuffix(side)
            if name + side + end == column:
                spec = _spec(name)
                if spec is not None:
                    unit = "" if end in ("_n", "_status") else f" ({spec[1]})"
                    yield f"{spec[0]}{whose}{words}{unit}"


def _spec(name: str) -> tuple[str, str] | None:
    """Return title and unit of a measure."""
    if name in OF_STATES:
        own = state_measure(name)
        return own.title, own.unit
    if name in every():
        of_pairs = measure(name)
        return of_pairs.title, of_pairs.unit
    return None


def about(columns: list[str], title: str, cited: tuple[str, ...]) -> About:
    """Return what a file with these columns says of itself; the last notes are what to cite."""
    labels = {column: text for column in columns if (text := label(column))}
    codes = {name: STATUSES for name in columns if name == "status" or name.endswith("_status")}
    own, *sources = cited
    notes = (own, *([WORDS] if codes else []), *(f"Source: {text}" for text in sources))
    return About(title, labels, codes, notes)
