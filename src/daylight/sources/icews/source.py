"""From a user's files of ICEWS events to days on which two states met, talked or agreed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO

import polars as pl

from daylight.core.errors import SourceChanged, UnknownState
from daylight.core.lookup import resolve
from daylight.core.visible import quoted
from daylight.sources.icews.read import event_files, read_events
from daylight.sources.icews.years import (
    LEAST_DAYS,
    days_held,
    missing_days,
    short_months,
    whole_years,
)
from daylight.sources.kit.issues import IssueLog

NAMES = "names.csv"
COOPERATION = (3, 4, 5)
"""Root codes: intent to cooperate, consult, diplomatic cooperation. See docs/methods."""
NOBODY = 0
"""Stands for every country that is no state: what is done with it is cooperation all the same."""
MEETING = {"day": pl.Date, "root": pl.Int8, "one": pl.String, "other": pl.String}


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return the tables ``cooperation`` and ``years``.

    Parameters
    ----------
    files : mapping of str to bytes
        ``names.csv``, and any number of files of events. They may overlap: a pair counts once
        for each day and root code, in whichever direction and however often it was reported.
    log : IssueLog
        Receives what was left out, and which years are not whole.

    Returns
    -------
    dict of str to DataFrame
        ``cooperation``: cow, partner, year, events (days and root codes with verbal
        cooperation). Each pair stands once, the lower number first; partner 0 stands for
        countries that are no state. ``years``: year; those that the files hold whole, and no
        other year is in the first table.

    Raises
    ------
    SourceChanged
        When a file cannot be read, a country is unknown, or no year is whole.
    """
    names = event_files(files)
    log.note("files that are none of events, left out", len(set(files) - {*names, NAMES}))
    days, meetings, rows = _all(files, names, log)
    held = days_held(days)
    whole = whole_years(held)
    _report(held, whole, log)
    if not whole:
        raise SourceChanged(
            f"icews: no year is whole in the {len(names)} files of events: each month needs events "
            f"on {LEAST_DAYS} days. Add the files of whole years."
        )
    log.note(f"events read from {len(names)} files", rows)
    numbers = _numbers(meetings, files[NAMES])
    kept = meetings.filter(pl.col("day").dt.year().is_in(whole))
    years = pl.DataFrame({"year": whole}, {"year": pl.Int16})
    return {"cooperation": _counts(kept, numbers, log), "years": years}


def _all(
    files: Mapping[str, bytes], names: Sequence[str], log: IssueLog
) -> tuple[dict[date, int], pl.DataFrame, int]:
    """Return events by day, meetings of two countries, and how many events were read."""
    days, meetings = [], [pl.DataFrame(schema=MEETING)]
    rows = nowhere = inside = 0
    for name in names:  # one at a time: all together can be larger than memory
        events = read_events(name, files[name])
        days.append(events.group_by("day").len())
        both = events.filter(pl.all_horizontal(pl.col("source", "target").is_not_null()))
        abroad = both.filter(pl.col("source") != pl.col("target"))
        rows, nowhere = rows + len(events), nowhere + len(events) - len(both)
        inside += len(both) - len(abroad)
        meetings.append(met(abroad))
    log.note("events with an actor of no country, such as an organisation, left out", nowhere)
    log.note("events within one country, left out", inside)
    counts = pl.concat(days).group_by("day").agg(pl.col("len").sum()) if days else pl.DataFrame()
    return dict(counts.iter_rows()), pl.concat(meetings).unique(maintain_order=True), rows


def met(events: pl.DataFrame) -> pl.DataFrame:
    """Return day, root, one, other: each pair of countries once for a day and root code.

    Most reports of a talk are coded once for each side, and several papers print one report.
    """
    kept = events.filter(pl.col("root").is_in(COOPERATION))
    return kept.select(
        "day",
        "root",
        one=pl.min_horizontal("source", "target"),
        other=pl.max_horizontal("source", "target"),
    ).unique(maintain_order=True)


def _numbers(meetings: pl.DataFrame, content: bytes) -> dict[str, int]:
    """Return the COW number of every country; below zero for those that are no state."""
    table = pl.read_csv(BytesIO(content), infer_schema=False)
    mapped = dict(table.select("label", "cow").iter_rows())
    out = {}
    for k, label in enumerate(sorted({*meetings["one"], *meetings["other"]})):
        if label in mapped:
            out[label] = int(mapped[label] or -1 - k)
            continue
        try:
            out[label] = resolve(label).cow
        except UnknownState:
            raise SourceChanged(
                f"icews: {quoted(label)} is no known state; map it in sources/icews/{NAMES}, or "
                f"list it there without a number when it is none."
            ) from None
    return out


def _counts(meetings: pl.DataFrame, numbers: Mapping[str, int], log: IssueLog) -> pl.DataFrame:
    """Return cow, partner, year, events."""
    sides = meetings.with_columns(pl.col("one", "other").replace_strict(numbers).cast(pl.Int16))
    states = pl.max_horizontal("one", "other") > NOBODY
    # by number once more: two names can be those of one state
    pairs = sides.filter(states & (pl.col("one") != pl.col("other"))).select(
        "day", "root", low=pl.min_horizontal("one", "other"), high=pl.max_horizontal("one", "other")
    ).unique()  # fmt: skip
    outside = pl.col("low") < NOBODY
    log.note("meetings with a country that is no state: of no pair, in the sum of the other",
             len(pairs.filter(outside)))  # fmt: skip
    return (
        pairs.select(
            cow=pl.when(outside).then("high").otherwise("low"),
            partner=pl.when(outside).then(pl.lit(NOBODY, pl.Int16)).otherwise("high"),
            year=pl.col("day").dt.year().cast(pl.Int16),
        )
        .group_by("cow", "partner", "year")
        .agg(events=pl.len())
        .sort("year", "cow", "partner")
    )


def _report(held: Mapping[tuple[int, int], int], whole: Sequence[int], log: IssueLog) -> None:
    for year in sorted({year for year, _ in held} - set(whole)):
        short = ", ".join(map(str, short_months(held, year)))
        log.warn(f"{year} is not whole and left out: too few days in the months {short}")
    gone = {year: days for year in whole if (days := missing_days(held, [year]))}
    for year, days in gone.items():
        log.warn(f"{year}: days without events in a year that counts as whole", days)
