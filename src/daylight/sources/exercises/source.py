"""From the list of exercises and participants to one row for each exercise, state and year."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.labels import cow_numbers

FILE = "mme-v7-long.csv"
COLUMNS = ("MMEID", "country", "year")
MAPPED = {"st. christopher": 60}
NO_STATE = (
    "-9", "NATO", "Baltic States", "Bermuda", "Hong Kong SAR China", "Netherlands Antilles",
    "New Caledonia",
)  # fmt: skip
"""Participants that are no state: not known (-9), groups that name no member, and territories."""


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return ``participants``: exercise, year, cow (today's number of the state).

    States are read by name. The codes of the file are not used: it has none for small states
    and that of South Vietnam for Vietnam. An exercise counts in every year that the file
    lists it under, and a participant listed twice in a year counts once. Three identifiers
    stand for two exercises each, in different years.

    Raises
    ------
    SourceChanged
        For a participant that is neither a state nor listed in :data:`NO_STATE`.
    """
    raw = pl.read_csv(BytesIO(files[FILE].decode("utf-8").encode()), infer_schema=False)
    gone = [name for name in COLUMNS if name not in raw.columns]
    if gone:
        raise SourceChanged(f"exercises: {FILE} lacks the columns {', '.join(gone)}.")
    numbers = cow_numbers("exercises", raw["country"], mapped=MAPPED, no_state=NO_STATE)
    unknown = raw.filter(pl.col("country") == "-9")
    log.warn("participants that are not known; their ties are not counted", len(unknown))
    others = raw.filter(pl.col("country").is_in(NO_STATE[1:]))
    log.note(f"participants that are no state: {', '.join(NO_STATE[1:])}", len(others))
    states = raw.filter(~pl.col("country").is_in(NO_STATE)).select(
        exercise="MMEID",
        year=pl.col("year").cast(pl.Int16),
        cow=pl.col("country").replace_strict(numbers, return_dtype=pl.Int16),
    )
    single = states.unique(maintain_order=True)
    log.note(
        "participants listed more than once in an exercise and year", len(states) - len(single)
    )
    return {"participants": single.sort("year", "exercise", "cow")}
