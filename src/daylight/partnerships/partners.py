"""The question whom a state is tied to: its closest, most hostile and most lopsided relations."""

from __future__ import annotations

from datetime import date

from daylight.bonds.many import relationships
from daylight.bonds.sources import of_ties
from daylight.core.choices import one_of
from daylight.core.errors import BadInput
from daylight.core.lineages import number_in
from daylight.core.request import Request, Who, dated, request
from daylight.dependence.all_pairs import PARTS
from daylight.dependence.newest import newest_of_state
from daylight.measures import sources_of
from daylight.partnerships.caveats import caveats, implausible, misleading
from daylight.partnerships.lopsided import lopsided
from daylight.partnerships.ranked import closest, hostile
from daylight.partnerships.read import cases
from daylight.partnerships.records import Partners
from daylight.partnerships.view import VIEW
from daylight.partnerships.words import BY, COUNT, summary
from daylight.store.atlas import Atlas, current
from daylight.store.notes import source_notes


@dated
def partners(
    who: Who,
    as_of: str | int | date | None = None,
    by: str = BY[0],
    count: int = COUNT,
    atlas: Atlas | None = None,
) -> Partners:
    """List a state's closest, most hostile and most lopsided relations.

    Each list ends where there is no tie to speak of. Ties that cannot be told apart share a line,
    and those whose band is too wide for a number are named apart.

    Parameters
    ----------
    who : str, int or State
        Name, code or COW number.
    as_of : str, int or date, optional
        Date to answer for; the newest by default. The lists are of the last full year; who leans
        on whom, of the last year with trade by partner, which may not be known.
    by : {"overall", "military", "political", "economic"}
        What the closest are ordered by: the mean of the three ledgers of cooperation, or one.
    count : int
        Ties in each list.

    Raises
    ------
    UnknownState, StateNotThen, OutsideCoverage
        See :mod:`daylight.core.errors`.
    BadInput
        For an unknown `by`, or a count below one.
    """
    atlas = atlas or current()
    one_of(by, BY, "by")
    if count < 1:
        raise BadInput(f"count must be at least 1; got {count}.")
    options = {"by": None if by == BY[0] else by, "count": None if count == COUNT else count}
    return ask(request("partners", (who,), as_of, atlas.scope, options=options), atlas)


def ask(asked: Request, atlas: Atlas) -> Partners:
    """Answer a request about one state.

    Parameters
    ----------
    asked : Request
        With the options `by` and `count`, or without.
    atlas : Atlas
    """
    by, count = asked.options.get("by", BY[0]), asked.options.get("count", COUNT)
    pairs = cases(atlas, asked.a, asked.year)
    stands = relationships(atlas, pairs, asked.as_of)
    close, foes = closest(pairs, stands, by, count), hostile(pairs, stands, count)
    leaning = newest_of_state(atlas, number_in(asked.a.cow, asked.year), asked.year)
    on, by_it = ((), ()) if leaning is None else lopsided(atlas, asked.a, leaning, count)
    return Partners(
        request=asked,
        answer=summary(asked.a, asked.year, by, (close, foes), leaning, (on, by_it)),
        by=by,
        closest=close,
        hostile=foes,
        lopsided_year=leaning,
        dependent_on=on,
        depended_on_by=by_it,
        caveats=(
            *caveats(pairs, asked.year, (close, foes), leaning),
            *implausible(asked.a, on, by_it),
            *misleading(asked.a, on, by_it),
        ),
        sources=source_notes(atlas, _supports(atlas, leaning), asked.year),
        view=VIEW,
    )


def _supports(atlas: Atlas, leaning: int | None) -> dict[str, tuple[str, ...]]:
    lists = of_ties(("/closest", "/hostile"))
    if leaning is None:
        return lists
    begun = {name for name, (start, _) in atlas.spans().items() if start <= leaning}
    parts = sources_of(p.measure for p in PARTS if p.measure in begun)
    return lists | dict.fromkeys(("/dependent_on", "/depended_on_by"), parts)
