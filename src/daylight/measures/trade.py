"""Measures of trade: fractions with the uncertainty of GDP and of the splice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.core.estimate import Z
from daylight.measures.measure import Floats, Measure, Values, World, both_ways

Compute = Callable[[World, int, int], Values]
INTERVAL = "rounding, levelling, GDP, totals"


def trade_measure(
    name: str,
    *,
    title: str,
    unit: str,
    about: str,
    citation: str,
    compute: Compute,
    method: str = "trade",
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
        fraction=True,
    )


def directed_fraction(stem: str, log_sd: tuple[str, str]) -> Compute:
    """Return the function for ``stem_ab`` and ``stem_ba`` with log-normal intervals.

    Parameters
    ----------
    stem : str
        Column of the trade table without its direction.
    log_sd : (str, str)
        Columns with the standard deviation of the logarithm, forth and back.
    """

    def compute(world: World, start: int, end: int) -> Values:
        rows = world.years("trade", start, end)
        a, b, year, value = both_ways(rows, f"{stem}_ab", f"{stem}_ba")
        sd = both_ways(rows, *log_sd)[3]
        return with_interval(a, b, year, value, sd)

    return compute


def with_interval(a: Any, b: Any, year: Any, value: NDArray[Any], sd: NDArray[Any]) -> Values:
    """Return values with the interval value * exp(+-z sd)."""
    factor = np.exp(Z * np.where(np.isnan(sd), 0.0, sd))
    known = significant(value)
    return estimated(a, b, year, known, known / factor, known * factor)


def estimated(a: Any, b: Any, year: Any, value: Floats, low: Floats, high: Floats) -> Values:
    """Return values with these intervals; one that is not a number is missing."""
    return Values(
        np.asarray(a, np.int64),
        np.asarray(b, np.int64),
        np.asarray(year, np.int64),
        value,
        low,
        high,
        np.zeros(len(value), np.int64),
        np.where(np.isnan(value), 2, 0).astype(np.int8),
    )


def significant(value: NDArray[Any]) -> Floats:
    """Return numbers rounded to the four digits that single precision surely holds here."""
    size = np.floor(np.log10(np.abs(value), where=value != 0, out=np.zeros(len(value))))
    power = 10.0 ** (3 - np.nan_to_num(size))
    return np.asarray(np.round(value.astype(float) * power) / power)


def asymmetry(world: World, start: int, end: int) -> Values:
    """Return dependence_ab - dependence_ba, and its negative for the other order.

    The interval adds the variances of the two dependences, which share the trade between
    them; leaving that covariance out makes the interval too wide, not too narrow.
    """
    rows = world.years("trade", start, end)
    a, b, year = rows["a"], rows["b"], rows["year"]
    forth, back = significant(rows["dependence_ab"]), significant(rows["dependence_ba"])
    sd = np.hypot(forth * np.nan_to_num(rows["log_sd_ab"]), back * np.nan_to_num(rows["log_sd_ba"]))
    gap = np.concatenate([forth - back, back - forth])
    half = Z * np.concatenate([sd, sd])
    return estimated(
        np.concatenate([a, b]),
        np.concatenate([b, a]),
        np.concatenate([year, year]),
        gap,
        gap - half,
        gap + half,
    )


TRADE: tuple[Measure, ...] = (
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
        compute=directed_fraction("dependence", ("log_sd_ab", "log_sd_ba")),
    ),
    trade_measure(
        "trade_share",
        title="Trade share",
        unit="fraction of total trade",
        about="""
        Trade with b as a fraction of a's total trade; for an undirected pair the lower of the two.
        """,
        citation="Barbieri 1996, Journal of Peace Research 33:29-49",
        compute=directed_fraction("share", ("log_sd_share", "log_sd_share")),
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
        method="trade",
        compute=asymmetry,
        fraction=True,
    ),
)
