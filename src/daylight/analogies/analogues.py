"""The question which pairs of states, at any time before, were tied in the same way."""

from __future__ import annotations

from datetime import date

import numpy as np

from daylight.analogies.distance import compared, error, expressions, of_like_status
from daylight.analogies.later import later
from daylight.analogies.records import Analogue, Analogues, Profile
from daylight.analogies.view import VIEW
from daylight.analogies.words import caveats, summary
from daylight.bonds.cases import Case, case_of
from daylight.bonds.many import relationships
from daylight.bonds.read import rows
from daylight.bonds.records import Relationship
from daylight.bonds.sources import of_ties
from daylight.bonds.stands import STRANGERS
from daylight.bonds.written import NO_LEDGERS
from daylight.core.errors import BadInput, OutsideCoverage
from daylight.core.lineages import lineage_of, number_in
from daylight.core.refs import ref_of
from daylight.core.request import Request, Who, dated, request
from daylight.facts.read import of_both
from daylight.store.atlas import Atlas, current
from daylight.store.notes import source_notes

COUNT = 5
MOST = 10.0
"""Points beyond which no pair is called alike: as far as if every ledger were off by ten."""
OWN_YEARS = 10
"""Years within which a pair's own past is no analogue of it."""
MOST_COUNT = 200
"""Analogues that can be asked for; none is farther than the words allow, and few are so near."""
SUPPORTED = ("/profile", "/error", "/nearest")
"""Places in the answer that rest on the sources of ties."""
SPARE = 40
"""Pairs looked at beyond those wanted, since one state may have two numbers."""


@dated
def analogues(
    a: Who,
    b: Who,
    as_of: str | int | date | None = None,
    count: int = COUNT,
    atlas: Atlas | None = None,
) -> Analogues:
    """Return pairs and years, none later than the date, whose profile was nearest.

    The profile is the six ledgers and the place on the peace scale. A likeness of profile is no
    forecast: what came of those pairs may have other causes.

    Parameters
    ----------
    a, b : str, int or State
        Names, codes or COW numbers.
    as_of : str, int or date, optional
        Date to answer for; the newest by default.
    count : int
        Pairs, at most.

    Raises
    ------
    UnknownState, StateNotThen, SameState, OutsideCoverage
        See :mod:`daylight.core.errors`.
    BadInput
        For a count below one, or above :data:`MOST_COUNT`.
    """
    if not 1 <= count <= MOST_COUNT:
        raise BadInput(f"count must be from 1 to {MOST_COUNT}; got {count}.")
    atlas = atlas or current()
    options = {"count": None if count == COUNT else count}
    return ask(request("analogues", (a, b), as_of, atlas.scope, options=options), atlas)


def ask(asked: Request, atlas: Atlas) -> Analogues:
    """Answer a request about two states.

    Parameters
    ----------
    asked : Request
        With the option `count`, or without.
    atlas : Atlas
    """
    own = _own(asked, atlas)
    stands = relationships(atlas, (own,), asked.as_of)[0]
    profile = compared(own, stands)
    strangers = stands.word == STRANGERS
    found: tuple[Analogue, ...] = ()
    if not strangers:
        where = of_like_status(profile)
        at = expressions(tuple(profile))
        target = {at[name]: q.value or 0.0 for name, q in profile.items()}
        found = _nearest(asked, atlas, target, where)
    return Analogues(
        request=asked,
        answer=summary((own.a, own.b), own.year, found, MOST, strangers),
        profile_year=own.year,
        profile=_profile(own, stands),
        compared=tuple(profile),
        error=round(error(profile), 1),
        most=MOST,
        nearest=found,
        caveats=tuple(caveats(asked.year, tuple(profile), round(error(profile), 1))),
        sources=source_notes(atlas, of_ties(SUPPORTED), asked.year),
        view=VIEW,
    )


def _own(asked: Request, atlas: Atlas) -> Case:
    """Return the pair in the last full year.

    Raises
    ------
    OutsideCoverage
        When the ledgers do not hold it.
    """
    year = asked.year
    a, b = (ref_of(number_in(s.cow, year), asked.as_of) for s in asked.states)
    found = rows(atlas, "ledgers", a, b, year)
    if year not in found:
        raise OutsideCoverage(
            f"{a.name} and {b.name} have no ledgers in {year}; there is no profile to compare. "
            f"{NO_LEDGERS}."
        )
    return case_of(a, b, year, found[year])


def _nearest(
    asked: Request, atlas: Atlas, target: dict[str, float], where: str
) -> tuple[Analogue, ...]:
    """Return the nearest pairs, each once, whatever the numbers of its states."""
    count = asked.options.get("count", COUNT)
    end = date(asked.year, 12, 31)
    itself, values = of_both(asked.a.cow, asked.b.cow, end)
    # Its own past counts once it is past.
    where += f" AND year <= ? AND (year <= ? OR NOT {itself})"
    params = (asked.year, asked.year - OWN_YEARS, *values)
    table = atlas.nearest("ledgers", target, MOST, count + SPARE, where, params)
    columns = {name: np.asarray(x, float).tolist() for name, x in table.items()}
    cases: dict[frozenset[str], tuple[Case, float]] = {}
    for cells in zip(*columns.values(), strict=True):
        row = dict(zip(columns, cells, strict=True))
        year, distance = int(row["year"]), row["distance"]
        day = date(year, 12, 31)
        a, b = (ref_of(int(row[side]), day) for side in ("a", "b"))
        pair = frozenset((lineage_of(a.cow), lineage_of(b.cow)))
        if len(cases) < count:
            cases.setdefault(pair, (case_of(a, b, year, row), distance))
    return _made(asked, atlas, tuple(cases.values()))


def _made(
    asked: Request, atlas: Atlas, found: tuple[tuple[Case, float], ...]
) -> tuple[Analogue, ...]:
    cases = tuple(case for case, _ in found)
    stands = relationships(atlas, cases, asked.as_of)
    became = later(asked, atlas, cases)
    return tuple(
        Analogue(case.a, case.b, case.year, _profile(case, how), round(distance, 1), on)
        for (case, distance), how, on in zip(found, stands, became, strict=True)
    )


def _profile(case: Case, stands: Relationship) -> Profile:
    ledgers = {str(name): q for name, q in case.ledgers.items()}
    return Profile(stands.word, stands.zone, ledgers, stands.place, stands.status)
