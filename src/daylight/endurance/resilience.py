"""The question how a tie held under past shocks, and how often such ties break."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from daylight.bonds.cases import case_of
from daylight.bonds.history import history
from daylight.bonds.read import Row
from daylight.bonds.read import rows as ledger_rows
from daylight.breaks.kinds import REST, YOUNG
from daylight.core.lineages import newest, number_in
from daylight.core.refs import StateRef, ref_of
from daylight.core.request import Request, Who, dated, request
from daylight.endurance.caveats import caveats
from daylight.endurance.indicators import FIRST as PANEL_FIRST
from daylight.endurance.indicators import Panel, panel
from daylight.endurance.judged import ACTED, APART, indicator, verdict
from daylight.endurance.placebo import PLACEBO
from daylight.endurance.precedents import precedents
from daylight.endurance.rates import LATER, rates, seen_by
from daylight.endurance.read import acts, breaks_of, done, tie_rows, traded
from daylight.endurance.records import (
    VERDICTS,
    Act,
    Break,
    Hazard,
    Indicator,
    Precedent,
    Resilience,
    Shock,
    State,
    Verdict,
    YearPlace,
)
from daylight.endurance.shocks import OWN, Event, events
from daylight.endurance.state import may_stand, state
from daylight.endurance.view import VIEW
from daylight.endurance.words import summary
from daylight.measures.align import NUMBERS
from daylight.store.atlas import Atlas, current
from daylight.store.notes import of_tables, source_notes

NO_RATE = {
    "no tie": "there is no tie",
    "young": f"a tie younger than {YOUNG} years is no case of the rates",
    "cannot be called quiet": "whether it is quiet is not known",
    "cannot be told": "whether there is a tie is not known",
}
FIRST_SHOCK = 1946
"""Nothing before can be judged: there are no votes."""


@dated
def resilience(
    a: Who, b: Who, as_of: str | int | date | None = None, atlas: Atlas | None = None
) -> Resilience:
    """Return how a tie held under past shocks, and how often ties like it broke.

    Parameters
    ----------
    a, b : str, int or State
        Names, codes or COW numbers.
    as_of : str, int or date, optional
        Date to answer for; the newest by default. Nothing of later is looked at.

    Raises
    ------
    UnknownState, StateNotThen, SameState, OutsideCoverage
        See :mod:`daylight.core.errors`.
    """
    atlas = atlas or current()
    return ask(request("resilience", (a, b), as_of, atlas.scope), atlas)


def ask(asked: Request, atlas: Atlas) -> Resilience:
    """Answer a request about two states."""
    a, b, year = asked.a, asked.b, asked.year
    known_trade = traded(atlas, a, b, year)
    now = state(tie_rows(atlas, a, b, year), acts(atlas, a, b, year), known_trade, year)
    tested = tuple(e for e in events(atlas, a, b, asked.as_of) if e.day.year >= FIRST_SHOCK)
    shocks = _judged(atlas, asked, tested, known_trade) if tested else ()
    broken = breaks_of(atlas, a, b, year)
    ledgers = ledger_rows(atlas, "ledgers", a, b, year)
    hazard = _hazard(atlas, asked, now, broken, ledgers)
    tests = [shock for shock in shocks if shock.expected != "boost"]
    return Resilience(
        request=asked,
        answer=summary(asked, now, tests, broken, hazard),
        state=now,
        shocks=shocks,
        counts=_counts(tests),
        counts_of_acts=_counts([shock for shock in tests if shock.act]),
        placebo={str(word): part for word, part in PLACEBO.items()},
        breaks=broken,
        hazard=hazard,
        history=tuple(YearPlace(one.year, one.place) for one in history(ledgers)),
        caveats=tuple(caveats(now, tests, year)),
        sources=source_notes(atlas, _supports(), year),
        view=VIEW,
    )


def _counts(shocks: Sequence[Shock]) -> dict[str, int]:
    counts = Counter(shock.verdict for shock in shocks)
    return {name: counts[name] for name in VERDICTS}


def _judged(
    atlas: Atlas, asked: Request, tested: Sequence[Event], known_trade: Collection[int]
) -> tuple[Shock, ...]:
    series = panel(atlas, asked.year)
    low, high = sorted(newest(state.cow) for state in asked.states)
    row = np.flatnonzero(series.pairs == low * NUMBERS + high)
    followed = done(atlas, asked.a, asked.b, asked.year)
    judged = []
    for event in tested:
        year, own = event.day.year, OWN.get(event.kind)
        after = tuple(act for act in followed if year <= act.year < year + ACTED)
        found: tuple[Indicator, ...] = ()
        stood = _stood(series, row, min(year, asked.year))
        if stood and year < asked.year:
            found = tuple(indicator(series, name, int(row[0]), year) for name in APART)
        word, reason = _word(found, after, own, event, asked.year, stood, known_trade)
        judged.append(
            Shock(
                event.day,
                event.precision,
                event.title,
                event.kind,
                event.expected,
                own is not None,
                word,
                reason,
                found,
                after,
                event.citation,
                event.url,
                event.source,
            )
        )
    return tuple(judged)


def _stood(series: Panel, row: NDArray[np.int64], year: int) -> bool:
    """Return whether a tie of the two stood in a year."""
    return bool(len(row) and series.tie[row[0], year - PANEL_FIRST])


def _word(
    found: tuple[Indicator, ...], after: tuple[Act, ...], own: str | None, event: Event,
    known: int, stood: bool, known_trade: Collection[int],
) -> tuple[Verdict, str]:  # fmt: skip
    year = min(event.day.year, known)
    if not stood:
        if may_stand(year, known_trade):
            return "no tie known", "whether a tie stood that year is not known"
        return "no tie known", "no tie by the rule stood that year"
    if not found:
        return "cannot tell", "too recent"
    return verdict(found, after, own, event.day.year, known)


def _hazard(
    atlas: Atlas,
    asked: Request,
    now: State,
    broken: Sequence[Break],
    found: Mapping[int, Row],
) -> Hazard:
    if broken and asked.year - broken[-1].year < REST:
        return _without(f"within {REST} years of a break no other is dated")
    if now.quiet_or_warned not in ("quiet", "warned"):
        return _without(NO_RATE[now.quiet_or_warned])
    seen = seen_by(atlas, asked.year)
    every = rates(seen, now.quiet_or_warned, asked.year)
    later = rates(seen, now.quiet_or_warned, asked.year, LATER)
    alike: tuple[Precedent, ...] = ()
    if asked.year in found:
        a, b = (_then(s, asked.year, asked.as_of) for s in asked.states)
        own = case_of(a, b, asked.year, found[asked.year])
        alike = precedents(atlas, own, asked.as_of, seen, now.quiet_or_warned)
    reason = None if every else "too few years are known of"
    return {**every, "since_1992": later, "precedents": alike, "reason": reason}


def _without(reason: str) -> Hazard:
    return {"since_1992": {}, "precedents": (), "reason": reason}


def _then(state_: StateRef, year: int, on: date) -> StateRef:
    return ref_of(number_in(state_.cow, year), on)


def _supports() -> dict[str, tuple[str, ...]]:
    ties = of_tables("tie_years", "onsets", "acts", "breaks")
    shocks = dict.fromkeys((*of_tables("shocks", "dated_facts", "treaty_ends"), *ties))
    parts: dict[str, tuple[str, ...]] = dict.fromkeys(
        ("/state", "/breaks", "/hazard", "/placebo"), ties
    )
    told = dict.fromkeys(("/shocks", "/counts", "/counts_of_acts"), tuple(shocks))
    parts["/hazard"] = tuple(dict.fromkeys((*ties, *of_tables("ledgers"))))
    return {**parts, **told, "/history": of_tables("ledgers")}
