"""Parts of the page of attempts: what the words mean, and how many rows there are of each."""

from __future__ import annotations

import polars as pl

from daylight.sources.kit.load import load
from daylight.store.schemas.attempts import AIMS, ANSWERS, CHECKED, INSTRUMENTS, OUTCOMES

from .markdown import grid

ERAS = ((1700, 1913), (1914, 1945), (1946, 1990), (1991, 2100))
NAMES = ("ended before 1914", "1914-45", "1946-90", "1991 on")
TRUTH = {True: "yes", False: "no"}


def _rows() -> pl.DataFrame:
    return load("attempts").tables["attempts"]


def word_list() -> str:
    """List the words of aim, instrument, answer, outcome and mark, with how many rows have them."""
    table = _rows()
    lists = (("aim", AIMS), ("instrument", INSTRUMENTS), ("answer", ANSWERS),
             ("checked", CHECKED))  # fmt: skip
    lines = [
        (column, f"`{word}`", text, len(table.filter(pl.col(column) == word)))
        for column, words in lists
        for word, text in words.items()
    ]
    return grid(("column", "word", "what it means", "rows"), lines)


def outcome_list() -> str:
    """Count outcomes after five years by group, without bids for recognition."""
    table = _rows().filter(~pl.col("recognition"))
    era = {n: pl.col("last").is_between(*span) for n, span in zip(NAMES, ERAS, strict=True)}
    groups = {"all": pl.lit(value=True)} | era
    for column, words in (("aim", tuple(AIMS)), ("veto", ("yes", "no", "unknown")),
                          ("side", ("weaker", "comparable", "stronger"))):  # fmt: skip
        groups |= {f"{column} {word}": pl.col(column) == word for word in words}
    for column in ("upheaval", "doubtful"):
        groups |= {f"{column} {TRUTH[is_]}": pl.col(column) == is_ for is_ in (True, False)}
    groups |= {f"checked {word}": pl.col("checked") == word for word in CHECKED}
    lines = []
    for name, where in groups.items():
        part = table.filter(where)
        counts = [len(part.filter(pl.col("after_5") == word)) for word in OUTCOMES]
        lines.append((name, len(part), part["cluster"].n_unique(), *counts))
    return grid(("group", "rows", "clusters", *OUTCOMES), lines)
