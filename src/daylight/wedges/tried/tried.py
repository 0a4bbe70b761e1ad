"""What was tried before in cases like the one at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from daylight.core.errors import DaylightError
from daylight.core.lazy import load
from daylight.core.lookup import resolve
from daylight.core.refs import StateRef
from daylight.core.states import get
from daylight.store.atlas import Atlas
from daylight.store.rows import rows_of
from daylight.store.schemas.attempts import HORIZONS
from daylight.wedges.measured.records import Condition, Side
from daylight.wedges.tried.attempt import Attempt, as_known, attempts_of
from daylight.wedges.tried.catalogue import nearest, offers
from daylight.wedges.tried.contest import Contest
from daylight.wedges.tried.distance import Case
from daylight.wedges.tried.outcomes import Population, Rate, rate_of
from daylight.wedges.tried.records import Attempted, Bound, Came, Nearest, Tried

COUNT = 6
CHINAS = (710, 713)
"""Peking and Taipei."""
CODE = re.compile(r"\b[A-Z]{3}\b")
BEGAN = 1950
"""First year of their contest that is counted."""
ALL = "all"


def tried(
    atlas: Atlas,
    sides: tuple[StateRef, StateRef],
    divider: StateRef | None,
    bloc: str | None,
    side: str | None,
    as_of: date,
) -> Tried:
    """Return the nearest attempts, what came of attempts, offers, and the contest apart.

    Parameters
    ----------
    atlas : Atlas
    sides : tuple of StateRef
        Target and partner.
    divider : StateRef or None
    bloc : str or None
        A bloc as divider.
    side : {"weaker", "comparable", "stronger"} or None
    as_of : date
        Nothing of later counts.
    """
    target, partner = sides
    rows = attempts_of(rows_of(atlas.rows("attempts")))
    bid = {partner.cow, divider.cow if divider else 0} == set(CHINAS)
    case = Case(
        divider=(divider.cow,) if divider else (),
        divider_bloc=bloc,
        target=(target.cow,),
        partner=(partner.cow,),
        side=side,
        year=as_of.year,
        recognition=bid,
    )
    near = nearest(rows, case, as_of, COUNT)
    made = tuple(_attempted(row) for row in offers(rows, target.cow, partner.cow, as_of))
    return Tried(
        count=len(as_known(rows, as_of)),
        nearest=tuple(
            Nearest(n.rank, n.tied, n.distance, n.differs, _attempted(n.attempt)) for n in near
        ),
        rate=tuple(_came(rows, as_of, side, bid=bid)),
        offers=made,
        bounds=tuple(
            Bound(one.id, one.last, one.amount, one.amount_seen)
            for one in made
            if one.answer == "refused" and one.amount
        ),
        contest=_contest(atlas, as_of) if bid and as_of.year > BEGAN else None,
    )


def side_of(side: Side | None, conditions: Sequence[Condition]) -> str | None:
    """Return the side of the target as attempts are coded."""
    alike = any(one.name == "comparable" and one.met for one in conditions)
    return "comparable" if alike else side


def _came(rows: Sequence[Attempt], as_of: date, side: str | None, *, bid: bool) -> Iterator[Came]:
    """Yield what came of all, and of those with the target on this side, at each horizon."""
    part = [row for row in as_known(rows, as_of) if row.recognition == bid]
    population: Population = "recognition" if bid else "attempts"
    groups = ((None, None, ALL), *((("side", side, side),) if side else ()))
    for by, group, name in groups:
        for at in range(len(HORIZONS)):
            one = rate_of(population, part, by, group, at)
            if one.rows:
                yield _made(one, name)


def _made(one: Rate, group: str) -> Came:
    full = one.full
    return Came(
        group, one.years, one.rows, one.success, one.partial, one.fail, one.unknown,
        full.shrunk, full.lo, full.hi, full.low, full.high,
    )  # fmt: skip


def _attempted(row: Attempt) -> Attempted:
    day = date(max(row.last, 1816), 12, 31)
    return Attempted(
        id=row.id,
        first=row.first,
        last=row.last,
        divider=_names(row.divider, row.divider_bloc, day),
        target=_names(row.target, None, day),
        partner=_names(row.partner, row.partner_bloc, day),
        aim=row.aim,
        instrument=row.instrument,
        side=row.side,
        offer=row.offer,
        amount=row.amount,
        amount_seen=row.amount_seen,
        deadline=row.deadline,
        answer=row.answer,
        veto=row.veto,
        veto_by=_spelled(row.veto_by, day),
        after_2=row.after[0],
        after_5=row.after[1],
        after_10=row.after[2],
        doubtful=row.doubtful,
        checked=row.checked,
        citation=row.citation,
        url=row.url,
    )


def _names(cows: Sequence[int], bloc: str | None, day: date) -> str:
    """Return states, or the bloc for which they stood, as one text."""
    names = [get(cow).name_on(day) for cow in cows]
    if bloc is None:
        return ", ".join(names)
    return f"{', '.join(names)} ({bloc})" if names else bloc


def _spelled(text: str | None, day: date) -> str | None:
    """Return a text with the names of states in place of their codes."""
    if text is None:
        return None
    words = CODE.sub(lambda found: _name_of(found[0], day), text)
    return words.replace("|", " and ")


def _name_of(code: str, day: date) -> str:
    try:
        return resolve(code, day).name_on(day)
    except DaylightError:
        return code


def _contest(atlas: Atlas, as_of: date) -> Contest:
    spells, switches = (
        rows_of(atlas.rows(f"recognition_{name}")) for name in ("spells", "switches")
    )
    found: Contest = load("daylight.wedges.tried.recognition:contest")(spells, switches, as_of)
    return found
