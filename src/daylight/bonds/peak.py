"""Whether a tie is stronger than ever: the verdict for one dimension, and the reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from daylight.bonds.components import Dimension
from daylight.bonds.level import Path
from daylight.bonds.made_of import Weighted, comparable
from daylight.bonds.point import Point
from daylight.core.estimate import Z
from daylight.measures.votes import AGENDA_BREAK
from daylight.say.lines import counted, listed
from daylight.say.numbers import percent
from daylight.stats.records import record

Verdict = Literal["supported", "supported in part", "contradicted", "not enough data"]
By = Literal["index", "level"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
SURE = 0.9
"""Probability from which a record counts as one, or an earlier year as higher."""
WINDOWS = (1, 3, 5)
"""Years averaged before years are compared: a record should not hang on one year."""
LEAST_YEARS = 10
"""Fewer earlier years are too short a past for "ever"."""
MOST_GAPS = 0.5
"""Share of the years since the start that may be missing."""


@dataclass(frozen=True, slots=True)
class Test:
    """One definition of a record, and how surely it is met.

    Attributes
    ----------
    by : {"index", "level"}
        Position of the index among all pairs, or the latent level.
    window : int
        Years averaged.
    highest : float
        Probability that the last window is the highest of all.
    best : int
        Last year of the earlier window that is most surely above the last one.
    beaten : float
        Probability that it is.
    windows : int
        Windows compared.
    """

    by: By
    window: int
    highest: float
    best: int
    beaten: float
    windows: int


@dataclass(frozen=True, slots=True)
class Peak:
    """Whether a dimension of a tie is stronger than in any year since a stated start.

    Attributes
    ----------
    dimension : Dimension
    since, year : int
        First year compared, and the year asked about.
    verdict : Verdict
        "supported": every definition gives at least 90 %. "supported in part": some do.
        "contradicted": none do, and by at least half of them some earlier window was higher,
        with at least 90 %.
        "not enough data" otherwise.
    tests : tuple of Test
    reasons : tuple of str
        Sentences: what decides, and what is left out.
    """

    dimension: Dimension
    since: int
    year: int
    verdict: Verdict
    tests: tuple[Test, ...]
    reasons: tuple[str, ...]


def peak(
    dimension: Dimension,
    history: tuple[Point, ...],
    levels: Path,
    since: int,
    year: int,
    components: Sequence[Weighted],
) -> Peak:
    """Return the verdict on "stronger than ever" for one dimension.

    Parameters
    ----------
    history : tuple of Point
        Index positions of the pair; their errors are taken as independent from year to year,
        which makes records less sure.
    levels : Path
        Latent levels of the pair; empty where it has none.
    since, year : int
    components : sequence
        Components of the index with weights and covered years. Years made of other parts than
        `year` are not compared by the index.
    """
    if dimension == "political" and year >= AGENDA_BREAK > since:
        return _none(dimension, since, year, f"The agenda of recorded UN votes changed in "
                     f"{AGENDA_BREAK}; years on both sides cannot be compared.")  # fmt: skip
    tests: list[Test] = []
    reasons: list[str] = []
    points = [p for p in history if since <= p.year <= year]
    same = [p for p in points if comparable(components, p.year, year)]
    if len(same) < len(points):
        left = len(points) - len(same)
        reasons.append(
            f"The index of {left} year{'' if left == 1 else 's'} is made of other components and "
            f"left out."
        )
    series: dict[By, Path] = {"index": _from_points(same), "level": levels}
    for by, path in series.items():
        part = path.span(since, year)
        lack = _lack(part, since, year)
        if lack:
            reasons.append(f"By the {by}: {lack}.")
        else:
            tests += _tests(by, part)
    return Peak(dimension, since, year, _verdict(tests), tuple(tests), (*reasons, *_why(tests)))


def _none(dimension: Dimension, since: int, year: int, reason: str) -> Peak:
    return Peak(dimension, since, year, "not enough data", (), (reason,))


def _from_points(points: list[Point]) -> Path:
    mean = np.array([p.value for p in points])
    sd = np.array([max(p.hi - p.value, p.value - p.lo) / Z for p in points])
    years = np.array([p.year for p in points], np.int64)
    return Path(years, mean, sd, np.full(len(points), np.nan))


def _lack(path: Path, since: int, year: int) -> str | None:
    """Say what is missing for a record, or nothing."""
    if not len(path.year):
        return "there are no values"
    if int(path.year[-1]) != year:
        return f"the values end in {int(path.year[-1])}"
    if len(path.year) <= LEAST_YEARS:
        return f"only {counted(len(path.year), 'year')} can be compared"
    if len(path.year) < (1 - MOST_GAPS) * (year - since + 1):
        return f"{len(path.year)} of {year - since + 1} years since {since} have values"
    return None


def _tests(by: By, path: Path) -> Iterator[Test]:
    drawn = path.draws()
    sums = np.cumsum(np.pad(drawn, ((0, 0), (1, 0))), axis=1)
    for window in WINDOWS:
        ends = [k for k in range(len(path.year)) if _whole(path, k, window)]
        if len(ends) <= LEAST_YEARS or ends[-1] != len(path.year) - 1:
            continue
        last = np.array(ends) + 1
        means = (sums[:, last] - sums[:, last - window]) / window
        chances = record(means)
        best = int(path.year[ends[chances.beaten_by]])
        beaten = round(chances.beaten, 3)
        yield Test(by, window, round(chances.highest, 3), best, beaten, len(ends))


def _whole(path: Path, last: int, window: int) -> bool:
    """Whether a window has all its years."""
    first = last - window + 1
    return first >= 0 and int(path.year[last] - path.year[first]) == window - 1


def _verdict(tests: list[Test]) -> Verdict:
    if not tests:
        return "not enough data"
    met = [t.highest >= SURE for t in tests]
    if all(met):
        return "supported"
    if any(met):
        return "supported in part"
    ruled_out = sum(t.beaten >= SURE for t in tests)
    return "contradicted" if 2 * ruled_out >= len(tests) else "not enough data"


def _why(tests: list[Test]) -> Iterator[str]:
    for by in ("index", "level"):
        mine = [t for t in tests if t.by == by]
        if not mine:
            continue
        spans = listed(str(t.window) for t in mine)
        text = f"By the {by}, over {spans} years: {listed(percent(t.highest) for t in mine)} % "
        text += "that the last is the highest"
        if max(t.beaten for t in mine) >= 0.5:
            ends = listed(str(t.best) for t in mine)
            text += (
                f"; {listed(percent(t.beaten) for t in mine)} % that the time to {ends} was higher"
            )
        yield f"{text}."
