"""From SIPRI's register to a class of deliveries; no volume leaves this module."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.labels import cow_numbers
from daylight.sources.kit.ties.windows import in_system, newest, trailing
from daylight.sources.sipri_arms.preamble import FIRST, covered
from daylight.sources.sipri_arms.read import Register, read_register
from daylight.sources.sipri_arms.source import MAPPED, NOBODY, not_states
from daylight.sources.sipri_classes.rule import LENGTH, classed

FILE = "trade-register_2026-05-18.csv"
PAIR = ["recipient", "supplier", "year"]


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return ``classes``: recipient, supplier, year, level (1 minor, 2 major).

    States have today's numbers, and both were in the state system when something was
    delivered. The class is of the five years up to and including the year; a pair without a
    row had no recorded delivery in them. The volume of an order is split evenly over its
    years of delivery, because the register does not say how much came in which.

    Parameters
    ----------
    files : mapping of str to bytes
        The export of the whole register, from and to all countries, for all years.
    log : IssueLog
        Receives the vintage, and what has no state on one side.

    Raises
    ------
    SourceChanged
        As :mod:`daylight.sources.sipri_arms` does.
    """
    register = read_register(files[FILE], FILE)
    volumes = _volumes(register, log)
    first, last = covered(register.preamble, int(volumes["year"].max() or 0))  # type: ignore[arg-type]
    log.note(f"SIPRI register generated {register.preamble.generated}", len(register.entries))
    inside = volumes.filter(pl.col("year").is_between(first, last))
    received = in_system(newest(inside, "recipient", "supplier"), "recipient")
    sums = trailing(in_system(received, "supplier"), LENGTH, last, PAIR)
    totals = trailing(received, LENGTH, last, ["recipient", "year"]).rename({"value": "received"})
    both = sums.join(totals, on=["recipient", "year"])
    whole = both.filter(
        (pl.col("year") >= FIRST + LENGTH - 1) & (pl.col("recipient") != pl.col("supplier"))
    )
    level = classed(pl.col("value"), pl.col("received"))
    return {"classes": whole.select(*PAIR, level=level).sort(PAIR)}


def _volumes(register: Register, log: IssueLog) -> pl.DataFrame:
    """Return recipient, supplier (0: no state), year, value of deliveries to states."""
    rows = [
        (entry.recipient, entry.supplier, year, entry.tiv / len(entry.years))
        for entry in register.entries
        for year in entry.years
    ]
    columns = {"recipient": pl.String, "supplier": pl.String, "year": pl.Int16, "value": pl.Float64}
    table = pl.DataFrame(rows, columns, orient="row")
    labels = [*table["recipient"], *table["supplier"]]
    numbers = cow_numbers("sipri_classes", labels, mapped=MAPPED, no_state=not_states(labels))
    numbered = table.with_columns(
        pl.col("recipient", "supplier").replace_strict(
            numbers, default=NOBODY, return_dtype=pl.Int16
        )
    )
    nobody = numbered.filter(pl.col("recipient") == NOBODY)
    log.note("deliveries to groups, organisations and unknown recipients left out", len(nobody))
    return numbered.filter(pl.col("recipient") != NOBODY)
