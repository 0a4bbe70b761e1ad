"""The question whom a state is tied to: its closest and its most lopsided ties."""

from __future__ import annotations

from datetime import date

from daylight.bonds.components import COMPONENTS
from daylight.bonds.dependence import PARTS, dependence
from daylight.bonds.dependence import year as dependences
from daylight.bonds.point import Point, stored
from daylight.core.choices import one_of
from daylight.core.errors import BadInput
from daylight.core.lineages import number_in, numbers_in, one_each
from daylight.core.refs import StateRef, ref_of
from daylight.core.request import Request, Who, dated, request
from daylight.measures import sources_of
from daylight.partnerships.records import Lopsided, Partner, Partners
from daylight.partnerships.view import VIEW
from daylight.partnerships.words import BY, COUNT, caveats, enough, implausible, summary
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
    """List a state's closest ties and those on which one side leans more.

    Parameters
    ----------
    who : str, int or State
        Name, code or COW number.
    as_of : str, int or date, optional
        Date to answer for; the newest by default. Where sources end earlier the last year
        that they reach is shown, and named.
    by : {"overall", "military", "political", "economic"}
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
    tied, leaning = (min(atlas.coverage(n)[1], asked.year) for n in (by, "trade_share"))
    closest = _closest(atlas, asked.a, tied, by, count)
    on, by_it = _lopsided(atlas, asked.a, leaning, count)
    return Partners(
        request=asked,
        answer=summary(asked.a, by, tied, closest, leaning, on, by_it),
        by=by,
        closest_year=tied,
        closest=closest,
        lopsided_year=leaning,
        dependent_on=on,
        depended_on_by=by_it,
        caveats=(
            *caveats(asked.year, by, tied, leaning),
            *implausible(asked.a, on, by_it),
        ),
        sources=source_notes(atlas, _supports(atlas, asked.year), asked.year),
        view=VIEW,
    )


def _supports(atlas: Atlas, year: int) -> dict[str, tuple[str, ...]]:
    begun = {name for name, (start, _) in atlas.spans().items() if start <= year}
    bonds = sources_of(c.measure for c in COMPONENTS if c.measure in begun)
    leaning = sources_of(p.measure for p in PARTS if p.measure in begun)
    lopsided = dict.fromkeys(("/dependent_on", "/depended_on_by"), leaning)
    return {"/closest": bonds} | lopsided


def _closest(atlas: Atlas, state: StateRef, year: int, by: str, count: int) -> tuple[Partner, ...]:
    own = numbers_in(state.cow, year, year)
    mine = ", ".join(map(str, own or (state.cow,)))
    rows = atlas.rows("bonds", f"year = ? AND (a IN ({mine}) OR b IN ({mine}))", (year,))
    ties: dict[int, dict[str, Point]] = {}
    columns = (rows[c].tolist() for c in ("a", "b", "dimension", "value", "below", "above"))
    for a, b, dimension, value, below, above in zip(*columns, strict=True):
        if a in own and b in own:  # the two numbers of one state in its year of change
            continue
        point = stored(year, value, below, above)
        other = b if a in own else a
        now = number_in(other, year)
        # Where both numbers of a state have a value in the year of change, the later counts.
        held = ties.setdefault(now, {})
        if dimension not in held or (other == now and own[-1] in (a, b)):
            held[dimension] = point
    # A position of zero is no tie: nothing that is counted binds the two.
    tied = [cow for cow in ties if by in ties[cow] and ties[cow][by].value > 0]
    ranked = sorted(tied, key=lambda cow: -ties[cow][by].value)
    day = date(year, 12, 31)
    return tuple(Partner(ref_of(cow, day), ties[cow]) for cow in ranked[:count])


def _lopsided(
    atlas: Atlas, state: StateRef, year: int, count: int
) -> tuple[tuple[Lopsided, ...], tuple[Lopsided, ...]]:
    pairs = dependences(atlas, year)
    own = number_in(state.cow, year)
    mine = pairs.rows(own)
    out, back = mine[pairs.a[mine] == own], mine[pairs.b[mine] == own]
    leans = dict(zip(pairs.b[out].tolist(), out.tolist(), strict=True))
    leant = dict(zip(pairs.a[back].tolist(), back.tolist(), strict=True))
    both = one_each(sorted(set(leans) & set(leant)), year)
    day = date(year, 12, 31)
    ties = [
        Lopsided(ref_of(cow, day), *(dependence(pairs, rows[cow]) for rows in (leans, leant)))
        for cow in both
    ]
    on = [t for t in ties if t.leans.lo > t.leant_on.hi and enough(t.leans)]
    by_me = [t for t in ties if t.leant_on.lo > t.leans.hi and enough(t.leant_on)]
    on.sort(key=lambda t: (-t.leans.value, -t.gap))
    by_me.sort(key=lambda t: (-t.leant_on.value, t.gap))
    return tuple(on[:count]), tuple(by_me[:count])
