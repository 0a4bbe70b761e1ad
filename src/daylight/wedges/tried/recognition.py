"""How often states that recognised Taipei left it, while both bid and while neither did."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from daylight.stats.exact import proportion, two_proportions
from daylight.wedges.tried.bids import amounts, bids
from daylight.wedges.tried.contest import Comparison, Contest, Rate, Year

Row = Mapping[str, Any]
"""A row of the table ``recognition_spells`` or ``recognition_switches``."""
TAIPEI = ("ROC", "both")
FIRST = 1950
BEFORE, TRUCE, AFTER = "1990-2007", "truce 2008-15", "2016-"
PERIODS: dict[str, tuple[int, int]] = {
    "1950-70": (FIRST, 1970),
    "1971-78": (1971, 1978),
    "1979-89": (1979, 1989),
    BEFORE: (1990, 2007),
    TRUCE: (2008, 2015),
    AFTER: (2016, date.max.year),
}
"""First and last year of each period. The truce held from May 2008 to May 2016."""


def contest(spells: Sequence[Row], switches: Sequence[Row], as_of: date) -> Contest:
    """Return rates, comparisons and bids as they stood on a day; nothing later is looked at."""
    every = years(spells, as_of)
    sure = years(spells, as_of, confirmed=True)
    return Contest(
        as_of, every, rates(every), rates(sure), comparisons(every), comparisons(sure),
        bids(switches, as_of), amounts(switches, as_of),
    )  # fmt: skip


def years(spells: Iterable[Row], as_of: date, confirmed: bool = False) -> tuple[Year, ...]:
    """Return each whole year to a day: states at risk of leaving Taipei, exits and entries.

    A state that left and came back within a year does not show, and one that ended while it
    recognised Taipei did not leave it.

    Parameters
    ----------
    spells : iterable of mapping
    as_of : date
    confirmed : bool
        Whether only what a page confirms counts: the start of the spell at both ends of the year.
    """
    known = [row for row in spells if row["start"] <= as_of]
    last = as_of.year if (as_of.month, as_of.day) == (12, 31) else as_of.year - 1
    found = []
    before = _held(known, FIRST - 1)
    for year in range(FIRST, last + 1):
        after = _held(known, year)
        at_risk = exits = 0
        for cow, row in before.items():
            later = after.get(cow)
            if later is None or row["recognised"] not in TAIPEI:
                continue
            if confirmed and not (row["confirmed"] and later["confirmed"]):
                continue
            at_risk += 1
            exits += later["recognised"] not in TAIPEI
        entries = sum(
            row["recognised"] in TAIPEI
            and (cow not in before or before[cow]["recognised"] not in TAIPEI)
            and (row["confirmed"] or not confirmed)
            for cow, row in after.items()
        )
        found.append(Year(year, at_risk, exits, entries))
        before = after
    return tuple(found)


def rates(counted: Iterable[Year]) -> tuple[Rate, ...]:
    """Return the yearly rate of exit of each period that has begun."""
    counted = tuple(counted)
    found = (
        rate(name, [y for y in counted if first <= y.year <= last])
        for name, (first, last) in PERIODS.items()
        if any(first <= y.year <= last for y in counted)
    )
    return tuple(found)


def rate(name: str, counted: Sequence[Year]) -> Rate:
    """Return the rate of exit of some years, with its exact interval.

    Notes
    -----
    A state leaves at most once between one end of a year and the next, so that each state-year is
    one trial and exits are binomial: the interval is that of Clopper and Pearson (1934), which
    never covers less than it says. It takes state-years as independent; exits come in runs, so
    that it is narrow rather than wide.
    """
    n, exits = sum(y.at_risk for y in counted), sum(y.exits for y in counted)
    entries = sum(y.entries for y in counted)
    span = (counted[0].year, counted[-1].year)
    if n == 0:
        return Rate(name, *span, n, exits, entries, None, None, None)
    return Rate(name, *span, n, exits, entries, exits / n, *proportion(exits, n))


def comparisons(counted: Iterable[Year]) -> tuple[Comparison, ...]:
    """Return the truce beside the bidding before it, after it, and both; none before the truce.

    `p` is Fisher's exact test that a state-year of the truce was as likely to end in an exit.
    """
    by_name: dict[str, list[Year]] = {name: [] for name in (BEFORE, TRUCE, AFTER)}
    for year in counted:
        for name, of_it in by_name.items():
            if PERIODS[name][0] <= year.year <= PERIODS[name][1]:
                of_it.append(year)
    if not by_name[TRUCE]:
        return ()
    truce = rate(TRUCE, by_name[TRUCE])
    beside = {BEFORE: by_name[BEFORE], AFTER: by_name[AFTER]}
    if by_name[AFTER]:
        beside["1990-2007 and 2016-"] = by_name[BEFORE] + by_name[AFTER]
    return tuple(
        Comparison(truce, other, _p(truce, other))
        for other in (rate(name, of_it) for name, of_it in beside.items() if of_it)
    )


def _p(one: Rate, other: Rate) -> float | None:
    if one.value is None or other.value is None:
        return None
    return two_proportions(one.exits, one.state_years, other.exits, other.state_years)


def _held(spells: Iterable[Row], year: int) -> dict[int, Row]:
    """Return the spell of each state at the end of a year."""
    close = date(year, 12, 31)
    return {r["cow"]: r for r in spells if r["start"] <= close <= (r["end"] or date.max)}
