"""The question which blocs two states share on a date, and which they do not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from daylight.core.refs import StateRef
from daylight.core.request import Request, Who, dated, request
from daylight.ledgers.years import FIRST
from daylight.measures.memberships import MEMBER
from daylight.pulls.pulls import TABLES as PULLS
from daylight.shared_blocs.caveats import caveats, ended
from daylight.shared_blocs.records import (
    REACHES,
    RELATIONS,
    WISHES,
    BlocTie,
    BlocTies,
    Membership,
    Reach,
    Relation,
)
from daylight.shared_blocs.standings import (
    Row,
    begun_spells,
    doubtful_ends,
    listed_blocs,
    membership,
)
from daylight.shared_blocs.view import VIEW
from daylight.shared_blocs.words import summary
from daylight.spheres.between import between
from daylight.store.atlas import Atlas, current
from daylight.store.notes import of_tables, source_notes

LISTED_FROM = "shared_blocs"
PARTS = ("/shared", "/first", "/second", "/looser", "/hoped", "/outside", "/listed")


@dated
def bloc_ties(
    a: Who,
    b: Who,
    as_of: str | int | date | None = None,
    divider: Who | None = None,
    atlas: Atlas | None = None,
) -> BlocTies:
    """Return the blocs of two states on a date, day exact.

    Parameters
    ----------
    a, b : str, int or State
        Names, codes or COW numbers.
    as_of : str, int or date, optional
        The date; the newest date covered by default.
    divider : str, int or State, optional
        An outside power: blocs that it shares with either are listed.
    atlas : Atlas, optional
        The atlas in use by default.

    Raises
    ------
    UnknownState, StateNotThen, SameState, OutsideCoverage
        See :mod:`daylight.core.errors`.
    """
    atlas = atlas or current()
    return ask(request("bloc_ties", (a, b), as_of, atlas.scope, divider), atlas)


def ask(asked: Request, atlas: Atlas) -> BlocTies:
    """Answer a request about two states.

    Parameters
    ----------
    asked : Request
    atlas : Atlas
    """
    a, b, day = asked.a, asked.b, asked.as_of
    spells, blocs = begun_spells(atlas, day), listed_blocs(atlas)
    ties = [tie for bloc in blocs for tie in _ties(bloc, spells, a, b, day)]
    groups = {relation: _of(ties, relation) for relation in RELATIONS}
    listed = tuple(bloc["bloc"] for bloc in blocs)
    covered = atlas.coverage(LISTED_FROM)
    return BlocTies(
        request=asked,
        answer=summary(groups, listed, covered, day),
        shared=groups["shared"],
        first=groups["first"],
        second=groups["second"],
        looser=groups["looser"],
        hoped=groups["hoped"],
        outside=_outside(blocs, spells, (a, b), asked.divider, day),
        listed=listed,
        covered=covered,
        spheres=between(atlas, asked.year, _drawn(asked)),
        caveats=(*caveats(groups, listed, day), *ended(doubtful_ends(spells, (a, b), day), day)),
        sources=source_notes(atlas, _supports(asked, atlas), day.year),
        view=VIEW,
    )


def _drawn(asked: Request) -> tuple[tuple[StateRef, StateRef], ...]:
    """Return who is set in whose sphere: the two in each other's, then in the outside power's."""
    a, b = asked.a, asked.b
    outside = () if asked.divider is None else ((a, asked.divider), (b, asked.divider))
    return ((b, a), (a, b), *outside)


def _supports(asked: Request, atlas: Atlas) -> dict[str, tuple[str, ...]]:
    """Return what each part rests on; spheres are those of the last full year."""
    lists = dict.fromkeys(PARTS, of_tables("bloc_spells"))
    begun = {s.id for s in atlas.manifest.sources if s.start <= asked.year}
    behind = tuple(one for one in of_tables(*PULLS) if one in begun)
    return lists | ({"/spheres": behind} if asked.year >= FIRST else {})


def _ties(bloc: Row, spells: list[Row], a: StateRef, b: StateRef, day: date) -> Iterator[BlocTie]:
    """Yield the tie in a bloc, and apart from it a wish of one to join the other there."""
    both = [m for state in (a, b) if (m := membership(spells, bloc["bloc"], state, day))]
    within = tuple(m for m in both if m.standing not in WISHES)
    outside = tuple(m for m in both if m.standing in WISHES)
    if within:
        yield _tie(bloc, _relation(within, a), within)
        if outside:
            yield _tie(bloc, "hoped", outside)


def _relation(within: tuple[Membership, ...], a: StateRef) -> Relation:
    if len(within) == 1:
        return "first" if within[0].state == a else "second"
    return "shared" if all(m.standing in MEMBER for m in within) else "looser"


def _tie(bloc: Row, relation: Relation, memberships: tuple[Membership, ...]) -> BlocTie:
    reach: Reach = bloc["reach"] or "exclusive"  # an atlas built before reaches has none
    return BlocTie(bloc["bloc"], bloc["name"], bloc["kind"], reach, relation, memberships)


def _outside(
    blocs: list[Row],
    spells: list[Row],
    pair: tuple[StateRef, StateRef],
    power: StateRef | None,
    day: date,
) -> tuple[BlocTie, ...]:
    """Return blocs that the outside power shares, as a full member, with one of the pair."""
    if power is None:
        return ()
    ties = [t for state in pair for bloc in blocs for t in _ties(bloc, spells, state, power, day)]
    return tuple(tie for tie in ties if tie.relation == "shared")


def _of(ties: list[BlocTie], relation: Relation) -> tuple[BlocTie, ...]:
    """Return the ties of a relation, those of exclusive blocs first."""
    found = [tie for tie in ties if tie.relation == relation]
    return tuple(sorted(found, key=lambda tie: REACHES.index(tie.reach)))
