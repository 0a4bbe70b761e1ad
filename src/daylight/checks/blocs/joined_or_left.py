"""Claims that a state joined or left a bloc."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from daylight.checks.as_then import at, note_then
from daylight.checks.blocs.moves import Move, joins, leaves, returns
from daylight.checks.blocs.standing import RULE, TABLES, Case, figures, spell, standing
from daylight.checks.commands import bloc as command
from daylight.checks.known import Known
from daylight.checks.terms.times import within
from daylight.checks.verdict import SOME, UNKNOWN, Verdict, Word, silent, turned
from daylight.claims.records import Claim, Window
from daylight.cohesion.spells import outlives
from daylight.core.partial import PartialDate
from daylight.say.dates import day as written
from daylight.say.lines import capital, listed

SIGNED = "the day of signature, not the day on which it came into force"
NOTED = "another date that the list of blocs notes"
NOT_NOTICE = "the day on which it was no longer a member, not that of its notice to leave"
OTHERWISE = re.compile(r"notice|denounc|announc|(?:other|some) lists|lists disagree|signed")
"""Words of a note by which another date is as good."""
BACK = re.compile(
    r"\b(?:re-?joined|returned|re-?admitted|back in|(?:came|come|taken|let) back)", re.IGNORECASE
)
"""Words of a second entry."""
NOTICE = 400
"""Days that may lie between a notice to leave and its effect, in most treaties a year."""


def moved(case: Case, claim: Claim, known: Known) -> Verdict:
    """Decide whether a state joined or left, and when."""
    joined = claim.relation == "join"
    moves = _moves(case, joined, known)
    if joined and BACK.search(claim.text):
        moves = returns(case.inside)
        if not moves:
            text = f"The list has no return of {case.name} to {case.the_bloc}."
            return silent(text, (command(case.bloc, known.on),), TABLES)
    query = (command(case.bloc, known.on),)
    if not moves:
        text = f"{capital(_never(case, joined, known))}."
        return Verdict(turned("contradicted", claim.negated), text, RULE, query,
                       figures(case, case.rows[-1:], known), TABLES)  # fmt: skip
    text = f"{case.name} {listed([_told(move, case, joined) for move in moves])}"
    window = claim.window
    fits = [move for move in moves if window is None or within(move[0], window)]
    word: Word = "supported"
    rule = RULE if window is None else None
    if not fits and window is not None:
        word, rule, more = _otherwise(moves, window, joined, known)
        text += more
    shown = (fits or moves)[-1][1]
    return Verdict(turned(word, claim.negated), f"{capital(text)}.", rule, query,
                   figures(case, [shown], known), TABLES)  # fmt: skip


def _otherwise(
    moves: list[Move], window: Window, joined: bool, known: Known
) -> tuple[Word, str | None, str]:
    """Return the verdict where no move came at the time of a text: what else may be meant."""
    signed = next((s for _, _, s in moves if s is not None and within(s, window)), None)
    if signed is not None:
        return SOME, SIGNED, f"; it had signed {at(signed)}"
    for when, row, _ in moves:
        if not joined and within(_day_before(when), window):
            return "supported", None, f", at the end of the day before ({at(_day_before(when))})"
        noted = next(_dated(note_then(row["note"], known.on), window), None)
        if noted is not None:
            return SOME, NOTED, f"; the list notes: {noted}"
    soon = [when for when, _, _ in moves if 0 < (when.first - window.last).days <= NOTICE]
    if not joined and soon:
        return UNKNOWN, NOT_NOTICE, "; when it had given notice is not in the list"
    return "contradicted", None, ""


def _dated(note: str, window: Window) -> Iterator[str]:
    """Yield the parts of a note that have the year of a time as another date."""
    years = range(window.first.year, window.last.year + 1)
    if window.how != "in" or len(years) > 1:
        return
    yield from (p for p in note.split("; ") if str(years[0]) in p and OTHERWISE.search(p))


def _day_before(when: PartialDate) -> PartialDate:
    day = when.first - timedelta(days=1) if when.precision == "day" else when.first
    return PartialDate(day, when.precision)


def _told(move: Move, case: Case, joined: bool) -> str:
    """Write what a state did, and when."""
    when, row, _ = move
    if joined:
        act = "joined"
    elif row["status"] == "suspended":
        act = "was suspended from"
    elif row["status"] == "withdrawing":
        act = "gave notice to leave"
    else:
        act = "left" if outlives(row) else "ceased to be a state of its own and a member of"
    return f"{act} {case.the_bloc} {at(when)}"


def moves_of(case: Case, joined: bool, known: Known) -> list[PartialDate]:
    """Return when a state joined or left, oldest first."""
    return [when for when, _, _ in _moves(case, joined, known)]


def _moves(case: Case, joined: bool, known: Known) -> list[Move]:
    return joins(case.inside) if joined else leaves(case.inside, known)


def _never(case: Case, joined: bool, known: Known) -> str:
    on = known.on
    if not joined and case.inside:
        return f"{case.name} was still {standing(case.inside[-1], case.bloc)} on {written(on)}"
    act = "joined" if joined else "left"
    text = f"{case.name} had not {act} {case.the_bloc} by {written(on)}"
    if joined and case.rows:
        text += f"; it was {standing(case.rows[-1], case.bloc)} {spell(case.rows[-1], on)}"
    return text
