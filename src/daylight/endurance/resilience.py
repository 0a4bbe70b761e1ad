"""The question how a tie held under past shocks, and how often such ties break."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from daylight.bonds.history import history
from daylight.bonds.read import rows as ledger_rows
from daylight.core.request import Request, Who, dated, request
from daylight.endurance.caveats import caveats, missing
from daylight.endurance.hazard import hazard_of
from daylight.endurance.placebo import PLACEBO
from daylight.endurance.read import acts, breaks_of, tie_rows, traded
from daylight.endurance.records import VERDICTS, Resilience, Shock, YearPlace
from daylight.endurance.shocks.listed import events, untold
from daylight.endurance.state import state
from daylight.endurance.tested import tested
from daylight.endurance.view import VIEW
from daylight.endurance.words import summary
from daylight.ledgers.years import FIRST
from daylight.measures import measure
from daylight.store.atlas import Atlas, current
from daylight.store.notes import of_tables, source_notes

TOLD = ("shocks", "dated_facts", "treaty_ends", "successions")
"""Tables that events are from."""
ARMS = measure("arms_dependence").sources


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
    found = tuple(e for e in events(atlas, a, b, asked.as_of) if e.day.year >= FIRST)
    shocks = tested(atlas, asked, found, known_trade)
    broken = breaks_of(atlas, a, b, year)
    ledgers = ledger_rows(atlas, "ledgers", a, b, year)
    hazard = hazard_of(atlas, asked, now, broken, ledgers)
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
        caveats=(*caveats(now, tests, hazard, year), *missing(untold(atlas))),
        sources=source_notes(atlas, _supports(), year),
        view=VIEW,
    )


def _counts(shocks: Sequence[Shock]) -> dict[str, int]:
    counts = Counter(shock.verdict for shock in shocks)
    return {name: counts[name] for name in VERDICTS}


def _supports() -> dict[str, tuple[str, ...]]:
    ties = of_tables("tie_years", "onsets", "acts", "breaks")
    shocks = dict.fromkeys((*of_tables(*TOLD), *measure("rivalry").sources, *ARMS, *ties))
    parts: dict[str, tuple[str, ...]] = dict.fromkeys(
        ("/state", "/breaks", "/hazard", "/placebo"), ties
    )
    told = dict.fromkeys(("/shocks", "/counts", "/counts_of_acts"), tuple(shocks))
    parts["/hazard"] = tuple(dict.fromkeys((*ties, *of_tables("ledgers", "regimes"))))
    return {**parts, **told, "/history": of_tables("ledgers")}
