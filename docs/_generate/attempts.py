"""Parts of the page of attempts: what the words mean, and how many rows there are of each."""

from __future__ import annotations

import polars as pl

from daylight.sources.kit.load import load
from daylight.store.schemas.attempts import AIMS, ANSWERS, CHECKED, INSTRUMENTS, OUTCOMES
from daylight.wedges.tried.attempt import ERAS, attempts_of
from daylight.wedges.tried.catalogue import rates

from .markdown import grid

AT = 5
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
    era = {f"ended {name}": pl.col("last").is_between(*span) for name, span in ERAS.items()}
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


def share_list() -> str:
    """List shares of success after five years by aim, bids for recognition apart."""
    rows = attempts_of(_rows().iter_rows(named=True))
    found = [rate for by in (None, "aim") for rate in rates(rows, by) if rate.years == AT]
    ends = ("own", "shrunk", "lo", "hi", "low", "high")
    lines = [
        (rate.population, rate.group or "all", rate.rows - rate.unknown, rate.full.clusters,
         *(_percent(getattr(rate.full, name)) for name in ends))
        for rate in sorted(found, key=lambda rate: rate.population)
    ]  # fmt: skip
    return grid(("population", "aim", "known", "clusters", *ends), lines)


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.0f} %"
