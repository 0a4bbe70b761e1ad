"""Claims that a state joined or left a bloc."""

from __future__ import annotations

from daylight.checks.as_then import at, dated
from daylight.checks.blocs.standing import RULE, TABLES, Case, figures, spell, standing
from daylight.checks.commands import bloc as command
from daylight.checks.known import Known
from daylight.checks.terms.times import within
from daylight.checks.verdict import SOME, Verdict, Word, turned
from daylight.claims.records import Claim
from daylight.cohesion.spells import Row, outlives
from daylight.core.partial import PartialDate
from daylight.say.dates import day as written
from daylight.say.lines import capital, listed

Move = tuple[PartialDate, Row, PartialDate | None]
"""When a state moved, the row, and when it had signed."""
SIGNED = "the day of signature, not the day on which it came into force"


def moved(case: Case, claim: Claim, known: Known) -> Verdict:
    """Decide whether a state joined or left, and when."""
    joined = claim.relation == "join"
    moves = _moves(case, joined, known)
    query = (command(case.bloc, known.on),)
    if not moves:
        text = f"{capital(_never(case, joined, known))}."
        return Verdict(turned("contradicted", claim.negated), text, RULE, query,
                       figures(case, case.rows[-1:], known.on), TABLES)  # fmt: skip
    text = f"{case.name} {listed([_told(move, case, joined) for move in moves])}"
    window = claim.window
    fits = [move for move in moves if window is None or within(move[0], window)]
    signed = [s for _, _, s in moves if s is not None and window is not None and within(s, window)]
    word: Word = "supported"
    rule = RULE if window is None else None
    if not fits and signed:
        text += f"; it had signed {at(signed[0])}"
        word, rule = SOME, SIGNED
    elif not fits:
        word = "contradicted"
    shown = (fits or moves)[-1][1]
    return Verdict(turned(word, claim.negated), f"{capital(text)}.", rule, query,
                   figures(case, [shown], known.on), TABLES)  # fmt: skip


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
    return _joins(case.inside) if joined else _leaves(case.inside, known)


def _never(case: Case, joined: bool, known: Known) -> str:
    on = known.on
    if not joined and case.inside:
        return f"{case.name} was still {standing(case.inside[-1], case.bloc)} on {written(on)}"
    act = "joined" if joined else "left"
    text = f"{case.name} had not {act} {case.the_bloc} by {written(on)}"
    if joined and case.rows:
        text += f"; it was {standing(case.rows[-1], case.bloc)} {spell(case.rows[-1], on)}"
    return text


def _joins(inside: list[Row]) -> list[Move]:
    out: list[Move] = []
    for row in inside:
        if not any(other["end"] == row["start"] for other in inside):
            signed = PartialDate.read(row["signed"]) if row["signed"] else None
            out.append((PartialDate(row["start"], row["start_precision"] or "day"), row, signed))
    return out


def _leaves(inside: list[Row], known: Known) -> list[Move]:
    out: list[Move] = []
    for row in inside:
        end = dated(row["end"], row["end_precision"])
        goes_on = any(other["start"] == row["end"] for other in inside)
        if end is not None and end.first <= known.on and not goes_on:
            out.append((end, row, None))
        elif row["status"] in ("withdrawing", "suspended"):
            out.append((PartialDate(row["start"], row["start_precision"] or "day"), row, None))
    return out
