"""Rules of one table by itself: keys, blanks, limits, words, order and dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import polars as pl

from daylight.build.rules.check import Check, counted
from daylight.core.errors import BadInput
from daylight.core.partial import PartialDate
from daylight.core.periods import FIRST_YEAR
from daylight.store.schemas import Table

FIRST_DAY = date(FIRST_YEAR, 1, 1)
PARTIAL = ("founded", "ended")
"""Texts that are dates as far as they are known."""


def cells(spec: Table, frame: pl.DataFrame, last: date) -> Iterator[Check]:
    """Return the checks of a table's cells.

    Parameters
    ----------
    spec : Table
    frame : DataFrame
        With the columns and types of `spec`, but for those that are later.
    last : date
        Last day that the atlas covers.
    """
    doubled = len(frame) - frame.select(spec.key).n_unique()
    yield Check(spec.name, doubled == 0, f"{doubled} repeated keys")
    yield _blanks(spec, frame)
    if {"a", "b"} <= set(frame.columns):
        wrong = len(frame.filter(pl.col("a") >= pl.col("b")))
        yield Check(spec.name, wrong == 0, f"{wrong} pairs out of order")
    yield from _limits(spec, frame)
    yield from _words(spec, frame)
    for columns in spec.ordered:
        falls = [pl.col(one) > pl.col(two) for one, two in pairwise(columns)]
        bad = frame.filter(pl.any_horizontal(falls).fill_null(value=False))
        yield counted(spec, bad, f"rows in which {', '.join(columns)} do not rise")
    yield from _dates(spec, frame, last)


def _blanks(spec: Table, frame: pl.DataFrame) -> Check:
    absent = [pl.col(c).is_null() for c in frame.columns if c not in spec.may_lack]
    texts = [c for c in frame.columns if frame.schema[c] == pl.String]
    blank = [(pl.col(c).str.strip_chars() == "").fill_null(value=False) for c in texts]
    return counted(spec, frame.filter(pl.any_horizontal(absent + blank)), "rows with a blank cell")


def _limits(spec: Table, frame: pl.DataFrame) -> Iterator[Check]:
    if not spec.limits:
        return
    outside = [~pl.col(c).is_between(*ends) for c, ends in spec.limits.items()]
    floats = [pl.col(c).is_nan() for c in spec.limits if frame.schema[c].is_float()]
    bad = frame.filter(pl.any_horizontal(outside + floats).fill_null(value=False))
    yield counted(spec, bad, "rows with a value outside its limits")


def _words(spec: Table, frame: pl.DataFrame) -> Iterator[Check]:
    known = {c: words for c, words in spec.words.items() if c in frame.columns}
    if known:
        strange = [~pl.col(c).is_in(words) for c, words in known.items()]
        bad = frame.filter(pl.any_horizontal(strange).fill_null(value=False))
        yield counted(spec, bad, "rows with a word that is not in its list")


def _dates(spec: Table, frame: pl.DataFrame, last: date) -> Iterator[Check]:
    days = [c for c in frame.columns if frame.schema[c] == pl.Date]
    # Spans of coverage are as the sources declare them, whatever day can be asked about.
    years = [c for c in ("year", "start", "end") if c in spec.limits and spec.name != "coverage"]
    # The registry of states is not made of the sources, and may know later days than they do.
    until = date.max if spec.name == "states" else last
    wrong = [~pl.col(c).is_between(FIRST_DAY, until) for c in days]
    wrong += [pl.col(c) > last.year for c in years]
    for column in PARTIAL:
        if column in frame.columns:
            unread = [text for text in frame[column].drop_nulls() if not _is_date(text)]
            wrong.append(pl.col(column).is_in(unread))
    if wrong:
        bad = frame.filter(pl.any_horizontal(wrong).fill_null(value=False))
        yield counted(spec, bad, f"rows with a date before {FIRST_YEAR} or after {last}")


def _is_date(text: str) -> bool:
    try:
        PartialDate.read(text)
    except BadInput:
        return False
    return True
