"""The question where two states part: agreement by issue, now and over time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from daylight.core.lineages import numbers_in, years_of_membership
from daylight.core.periods import AsOf
from daylight.core.request import Request, Who, dated, request
from daylight.divergences.caveats import caveats, seats, without_seat
from daylight.divergences.ends import ends
from daylight.divergences.pooled import gap, pooled
from daylight.divergences.position_gaps import gap_record, position_gaps
from daylight.divergences.records import Divergence, Outside, YearGap
from daylight.divergences.view import VIEW
from daylight.divergences.votes_by_year import votes_by_year
from daylight.divergences.words import summary
from daylight.measures.issues import ALL, ISSUES
from daylight.store.atlas import Atlas, current
from daylight.store.notes import of_tables, source_notes

WINDOW = 5
"""Years pooled for the gap by issue: single years hold about ten votes on an issue."""
LEAST = 20
"""A year needs this many common roll calls to be named as widest or narrowest."""
MEASURE = "vote_kappa"


@dated
def divergence(
    a: Who,
    b: Who,
    as_of: str | int | date | None = None,
    divider: Who | None = None,
    atlas: Atlas | None = None,
) -> Divergence:
    """Compare how two states voted in the UN General Assembly, by issue and over time.

    Parameters
    ----------
    a, b : str, int or State
        Names, codes or COW numbers.
    as_of : str, int or date, optional
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
    atlas = atlas or current()
    return ask(request("divergence", (a, b), as_of, atlas.scope, divider), atlas)


def ask(asked: Request, atlas: Atlas) -> Divergence:
    """Answer a request about two states.

    Parameters
    ----------
    asked : Request
    atlas : Atlas
    """
    a, b, when = asked.a, asked.b, asked.when
    covered = atlas.coverage(MEASURE)
    window = _window(when, covered)
    pools = pooled(atlas, *window) if covered[0] <= when.year <= covered[1] else {}
    held = {s.cow: numbers_in(s.cow, *window) for s in (*asked.states, asked.divider) if s}
    overall = gap(pools, atlas, ALL, held[a.cow], held[b.cow], window)
    issues = [gap(pools, atlas, issue, held[a.cow], held[b.cow], window) for issue in ISSUES]
    issues.sort(key=lambda g: (g.agreement.value is None, g.agreement.value))
    positions = position_gaps(atlas, a.cow, b.cow, when.year)
    farthest, closest = ends(issues, positions)
    history = votes_by_year(atlas, a, b, when.year)
    own = years_of_membership(a.cow, when.year) & years_of_membership(b.cow, when.year)
    narrowest, widest = _extremes([point for point in history if point.year in own])
    powers = [(s, asked.divider) for s in (a, b)] if asked.divider else []
    return Divergence(
        request=asked,
        answer=summary(overall, issues, positions, farthest, closest),
        window=window,
        overall=overall,
        issues=tuple(issues),
        history=history,
        closest=closest,
        farthest=farthest,
        narrowest=narrowest,
        widest=widest,
        least=LEAST,
        outside=tuple(
            Outside(state, power, gap(pools, atlas, ALL, held[state.cow], held[power.cow], window))
            for state, power in powers
        ),
        covered=covered,
        positions=positions,
        record=gap_record(atlas, a.cow, b.cow, when),
        caveats=(
            *caveats(window, overall, issues, positions),
            *seats(a, b, history, own, window),
            *without_seat((a, b), window),
        ),
        sources=source_notes(atlas, _supports(), when.year),
        view=VIEW,
    )


def _supports() -> dict[str, tuple[str, ...]]:
    votes, points = of_tables("votes", "issue_votes", "rollcalls"), of_tables("ideal_points")
    counted = dict.fromkeys(("/overall", "/issues", "/history", "/outside"), votes)
    return counted | dict.fromkeys(("/positions", "/record"), points)


def _window(when: AsOf, covered: tuple[int, int]) -> tuple[int, int]:
    end = min(when.year, covered[1])
    return min(max(end - WINDOW + 1, covered[0]), end), end


def _extremes(history: Sequence[YearGap]) -> tuple[int | None, int | None]:
    """Return the years that are surely closest and farthest apart over all votes.

    By the interval's inner end, so that a year with few votes does not win.
    """
    years = [
        p for p in history
        if p.issue == ALL and p.kappa.value is not None and (p.kappa.n or 0) >= LEAST
    ]  # fmt: skip
    near = max(years, key=lambda p: (p.kappa.lo or -1.0, p.year), default=None)
    wide = min(years, key=lambda p: (p.kappa.hi or 0.0, p.year), default=None)
    return near.year if near else None, wide.year if wide else None
