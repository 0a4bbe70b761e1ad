"""Whether a ledger or a raw quantity is higher than in any earlier year.

Each is taken by itself, with its unit and a stated margin. What is carried past its source counts
by the unfavourable end of its band, so that the end of a list is neither a fall nor a record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from daylight.bonds.records import Record, YearOf
from daylight.bonds.trade import Raw
from daylight.bonds.written import named
from daylight.core.estimate import Estimate
from daylight.ledgers.items import BY_NAME
from daylight.say.lines import capital
from daylight.store.schemas.ledgers import LEDGERS

POINTS = 5.0
"""Points by which a ledger must be higher."""
PART = 0.1
"""Part of the value by which a raw quantity must be higher: about what two reports differ by."""
QUANTITIES = (("trade_volume", 0, ""), ("trade_share", 0, "_ab"), ("trade_share", 1, "_ba"))
LEAST_YEARS = 5
"""Earlier years that must be known before a verdict is given."""
HIGHEST, NOT, NEW, CANNOT = "highest", "not the highest", "new", "cannot tell"
VERDICTS = (HIGHEST, NEW, NOT, CANNOT)


@dataclass(frozen=True, slots=True)
class Series:
    """Ends of a quantity by year: the lowest and the highest that it can be."""

    what: str
    title: str
    unit: str
    lo: Mapping[int, float]
    hi: Mapping[int, float]
    value: Mapping[int, float]
    relative: bool


def records(
    years: tuple[YearOf, ...], traded: Mapping[int, Raw], year: int, since: int
) -> Iterator[Record]:
    """Return the record of each ledger and raw quantity that is known in the year."""
    for series in (*_ledgers(years), *_quantities(traded)):
        if series.value.get(year, 0.0) > 0:
            yield record(series, year, since)


def record(series: Series, year: int, since: int) -> Record:
    """Compare the year with those before it, from `since` on."""
    now, low = series.value[year], series.lo[year]
    margin = PART * now if series.relative else POINTS
    past = {y: hi for y, hi in series.hi.items() if since <= y < year}
    if not past:
        return _made(series, now, None, since, (None, None), margin, CANNOT)
    top = max(past, key=lambda y: (past[y], y))
    as_high = [y for y, hi in past.items() if hi > low - margin]
    surely = [y for y in past if series.lo[y] > series.hi[year] + margin]
    first = max(as_high) + 1 if as_high else min(past)
    enough = len(past) >= LEAST_YEARS
    if past[top] <= 0:
        verdict = NEW if enough else CANNOT
    elif not as_high:
        verdict = HIGHEST if enough else CANNOT
    else:
        verdict = NOT if surely else CANNOT
    return _made(series, now, first, since, (past[top], top), margin, verdict)


def _made(
    series: Series, now: float, first: int | None, since: int,
    before: tuple[float | None, int | None], margin: float, verdict: str,
) -> Record:  # fmt: skip
    value, when = before
    return Record(
        series.what, series.title, series.unit, _four(now), first, since,
        Estimate(None if value is None else _four(value), n=when), _four(margin), verdict,
    )  # fmt: skip


def _four(value: float) -> float:
    return float(f"{value:.4g}")


def _ledgers(years: tuple[YearOf, ...]) -> Iterator[Series]:
    for name in LEDGERS:
        known = {y.year: y.ledgers[name] for y in years if y.ledgers[name].hi is not None}
        yield Series(
            name,
            capital(named(name)),
            "points",
            {y: q.lo or 0.0 for y, q in known.items()},
            {y: q.hi or 0.0 for y, q in known.items()},
            {y: q.value for y, q in known.items() if q.value is not None},
            relative=False,
        )


def _quantities(traded: Mapping[int, Raw]) -> Iterator[Series]:
    for name, k, end in QUANTITIES:
        raw = {y: values[name][k] for y, values in traded.items()}
        known = {y: x for y, x in raw.items() if x is not None}
        item = BY_NAME[name]
        yield Series(f"{name}{end}", item.title, item.unit, known, known, known, relative=True)
