"""The question where two states part: agreement by issue, now and over time."""

from __future__ import annotations

from datetime import date
from itertools import product

import numpy as np

from daylight.core.dyads import asked
from daylight.core.periods import AsOf
from daylight.core.refs import numbers, ref
from daylight.core.states import State
from daylight.divergences.issues import ALL, ISSUES
from daylight.divergences.pooled import gap, pooled, score
from daylight.divergences.position_gaps import gap_record, position_gaps
from daylight.divergences.records import Divergence, Gap, Outside, YearGap
from daylight.store.atlas import Atlas, current
from daylight.store.schemas import VOTE_COUNTS

WINDOW = 5
"""Years pooled for the gap by issue: single years hold about ten votes on an issue."""
LEAST = 20
"""A year needs this many common roll calls to be named as widest or narrowest."""
MEASURE = "vote_kappa"


def divergence(
    a: str | int | State,
    b: str | int | State,
    when: str | int | None = None,
    divider: str | int | State | None = None,
    atlas: Atlas | None = None,
) -> Divergence:
    """Compare how two states voted in the UN General Assembly, by issue and over time.

    Parameters
    ----------
    a, b : str, int or State
        Names, codes or COW numbers.
    when : str or int, optional
        Date to answer for; only full years before it enter. The newest date by default.
    divider : str, int or State, optional
        An outside power to compare both with.
    atlas : Atlas, optional
        The atlas in use by default.

    Returns
    -------
    Divergence
        With empty results where the votes do not reach the date.

    Raises
    ------
    UnknownState, StateNotThen, SameState, OutsideCoverage
        See :mod:`daylight.core.errors`.
    """
    book = atlas or current()
    ask = asked(a, b, when, book.last, divider)
    return _divergence(book, ask.a, ask.b, ask.power, ask.when)


def _divergence(book: Atlas, a: State, b: State, power: State | None, when: AsOf) -> Divergence:
    covered = book.coverage(MEASURE)
    end = min(when.year, covered[1])
    start = min(max(end - WINDOW + 1, covered[0]), end)
    span = (start, end)
    tables = pooled(book, *span) if covered[0] <= when.year <= covered[1] else {}
    issues = [gap(tables, book, issue, a, b, span) for issue in ISSUES]
    issues.sort(key=lambda g: (g.kappa.value is None, g.kappa.value))
    history = _history(book, a, b, when.year)
    years = [p for p in history if p.issue == ALL and (p.kappa.n or 0) >= LEAST]
    years = [p for p in years if p.kappa.value is not None]
    # By the interval's inner end, so that a year with few votes does not win.
    near = max(years, key=lambda p: (p.kappa.lo or -1.0, p.year), default=None)
    wide = min(years, key=lambda p: (p.kappa.hi or 0.0, p.year), default=None)
    far, close = _decided(issues)
    powers = [(s, power) for s in (a, b)] if power else []
    return Divergence(
        a=ref(a, when.date),
        b=ref(b, when.date),
        as_of=when.date,
        window=span,
        overall=gap(tables, book, ALL, a, b, span),
        issues=tuple(issues),
        history=history,
        closest=close,
        farthest=far,
        narrowest=near.year if near else None,
        widest=wide.year if wide else None,
        least=LEAST,
        outside=tuple(
            Outside(ref(s, when.date), ref(p, when.date), gap(tables, book, ALL, s, p, span))
            for s, p in powers
        ),
        covered=covered,
        positions=position_gaps(book, a, b, when),
        record=gap_record(book, a, b, when),
        atlas=book.manifest.id,
    )


def _decided(issues: list[Gap]) -> tuple[str | None, str | None]:
    """Return the farthest and the closest issue when their intervals do not overlap."""
    known = [g for g in issues if g.kappa.value is not None]
    if len(known) < 2:
        return None, None
    far, close = known[0].kappa, known[-1].kappa
    if far.hi is None or close.lo is None or far.hi >= close.lo:
        return None, None
    return known[0].issue, known[-1].issue


def _history(book: Atlas, a: State, b: State, until: int) -> tuple[YearGap, ...]:
    """Return every year and issue in which both voted, following changes of COW number."""
    points: dict[tuple[str, int], YearGap] = {}
    end = date(until, 12, 31)
    for one, two in product(numbers(a, end), numbers(b, end)):
        for table in ("votes", "issue_votes"):
            rows = book.pair(table, one, two)
            counts = np.stack([rows[c] for c in VOTE_COUNTS], axis=1)
            issues = rows["issue"].tolist() if table == "issue_votes" else [ALL] * len(counts)
            agreement, kappa = score(counts)
            for i, (year, issue) in enumerate(zip(rows["year"].tolist(), issues, strict=True)):
                if year <= until:
                    points[issue, year] = YearGap(year, issue, agreement[i], kappa[i])
    return tuple(points[key] for key in sorted(points))
