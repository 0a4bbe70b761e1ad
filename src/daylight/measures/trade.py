"""Measures of trade: volume, and fractions with the errors of flows, totals and GDP."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from daylight.core.estimate import Z
from daylight.core.status import CARRIED, MISSING, OBSERVED
from daylight.measures.goods import Side, goods
from daylight.measures.measure import Floats, Measure, Values, World
from daylight.store.schemas.trade import FLOWS, SIZES

Compute = Callable[[World, int, int], Values]
Ints = NDArray[np.int64]
INTERVAL = "differences of reports, levels, GDP, totals"
SOURCES = (*FLOWS, *SIZES)
"""Of the flows, and of what they are set against."""


def trade_measure(
    name: str,
    *,
    title: str,
    unit: str,
    about: str,
    citation: str,
    compute: Compute,
    method: str = "trade-flows",
    high: float = float("inf"),
) -> Measure:
    """Return the measure of what ties a to b by trade, at least zero; undirected, the lower."""
    return Measure(
        name=name,
        title=title,
        unit=unit,
        about=about,
        low=0.0,
        high=high,
        directed=True,
        undirected="lower",
        table="trade",
        absence="missing",
        interval=INTERVAL,
        citation=citation,
        method=method,
        compute=compute,
        sources=SOURCES,
        fraction=True,
    )


def directed_fraction(stem: Literal["share", "dependence"]) -> Compute:
    """Return the function for a fraction of each side, with log-normal intervals.

    That of a share ends at one.
    """

    def compute(world: World, start: int, end: int) -> Values:
        read = goods(world, start, end)
        sides = read.of_a, read.of_b
        value, sd = (np.concatenate([getattr(s, n) for s in sides]) for n in (stem, f"{stem}_sd"))
        found = with_interval(
            *both_orders(read.a, read.b, read.year), value, sd, np.tile(read.worked_out, 2)
        )
        return replace(found, hi=np.minimum(found.hi, 1.0)) if stem == "share" else found

    return compute


def both_orders(a: Ints, b: Ints, year: Ints) -> tuple[Ints, Ints, Ints]:
    """Return the pairs a, b, then the pairs b, a."""
    return np.concatenate([a, b]), np.concatenate([b, a]), np.concatenate([year, year])


def volume(world: World, start: int, end: int) -> Values:
    """Return trade both ways in millions of US dollars of 2015, with log-normal intervals."""
    read = goods(world, start, end)
    return with_interval(read.a, read.b, read.year, read.constant, read.log_sd, read.worked_out)


def with_interval(
    a: Any, b: Any, year: Any, value: NDArray[Any], sd: NDArray[Any], guessed: Any = False
) -> Values:
    """Return values with the interval value * exp(+-z sd)."""
    factor = np.exp(Z * np.where(np.isnan(sd), 0.0, sd))
    known = significant(value)
    return estimated(a, b, year, known, known / factor, known * factor, guessed)


def estimated(
    a: Any, b: Any, year: Any, value: Floats, low: Floats, high: Floats, guessed: Any = False
) -> Values:
    """Return values with these intervals; one that is not a number is missing.

    What was `guessed`, past what is reported, has the status of what is carried.
    """
    return Values(
        np.asarray(a, np.int64),
        np.asarray(b, np.int64),
        np.asarray(year, np.int64),
        value,
        low,
        high,
        np.zeros(len(value), np.int64),
        np.where(np.isnan(value), MISSING, np.where(guessed, CARRIED, OBSERVED)).astype(np.int8),
    )


def significant(value: NDArray[Any]) -> Floats:
    """Return numbers rounded to four digits; flows are stored in steps of half a percent."""
    size = np.floor(np.log10(np.abs(value), where=value != 0, out=np.zeros(len(value))))
    power = 10.0 ** (3 - np.nan_to_num(size))
    return np.asarray(np.round(value.astype(float) * power) / power)


def asymmetry(world: World, start: int, end: int) -> Values:
    """Return dependence_ab - dependence_ba, and its negative for the other order.

    The interval adds the variances of the two dependences, which share the trade between
    them; leaving that covariance out makes the interval too wide, not too narrow.
    """
    read = goods(world, start, end)
    forth, back = significant(read.of_a.dependence), significant(read.of_b.dependence)
    sd = np.hypot(_absolute(forth, read.of_a), _absolute(back, read.of_b))
    gap = np.concatenate([forth - back, back - forth])
    half = Z * np.concatenate([sd, sd])
    orders = both_orders(read.a, read.b, read.year)
    return estimated(*orders, gap, gap - half, gap + half, np.tile(read.worked_out, 2))


def _absolute(dependence: Floats, side: Side) -> Floats:
    return np.asarray(dependence * np.nan_to_num(side.dependence_sd))


TRADE: tuple[Measure, ...] = (
    Measure(
        name="trade_volume",
        title="Trade volume",
        unit="millions of US dollars of 2015",
        about="""
        Goods that a and b trade, both ways, at US consumer prices of 2015.

        A pair of which one direction is not known has no value. Zero means that a side which
        reports by partner lists nothing.
        """,
        low=0.0,
        high=float("inf"),
        directed=False,
        undirected="same",
        table="trade",
        absence="missing",
        interval=INTERVAL,
        citation="Barbieri & Keshk 2016, Correlates of War Trade",
        method="trade-flows",
        compute=volume,
        sources=(*FLOWS, "us_prices"),
    ),
    trade_measure(
        "trade_dependence",
        title="Trade dependence",
        unit="trade as a fraction of GDP",
        about="""
        Trade with b as a fraction of a's GDP; for an undirected pair the lower of the two.

        The lower one is the weak link of Oneal & Russett: the state that depends less can afford a
        break more easily. Fractions above one occur for entrepots and
        for ships under a flag of convenience: they are no dependence, and answers flag them.
        """,
        citation="Oneal & Russett 1997, ISQ 41:267-294",
        compute=directed_fraction("dependence"),
    ),
    trade_measure(
        "trade_share",
        title="Trade share",
        unit="fraction of total trade",
        about="""
        Trade with b as a fraction of a's total trade; for an undirected pair the lower of the two.
        """,
        citation="Barbieri 1996, Journal of Peace Research 33:29-49",
        compute=directed_fraction("share"),
        high=1.0,
    ),
    Measure(
        name="trade_asymmetry",
        title="Asymmetry of trade dependence",
        unit="difference of fractions of GDP",
        about="""
        How much more a depends on b than b on a: the difference of the two dependences.

        Positive where a depends more. For an undirected pair, its size.
        """,
        low=float("-inf"),
        high=float("inf"),
        directed=True,
        undirected="absolute",
        table="trade",
        absence="missing",
        interval=INTERVAL,
        citation="Hirschman 1945, National Power and the Structure of Foreign Trade",
        method="trade-flows",
        compute=asymmetry,
        sources=SOURCES,
        fraction=True,
    ),
)
