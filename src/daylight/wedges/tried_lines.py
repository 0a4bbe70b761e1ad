"""What was tried, in plain lines."""

from __future__ import annotations

from collections.abc import Iterator

from daylight.say.lines import counted, listed, wrap
from daylight.say.numbers import fixed
from daylight.wedges.records import Wedge
from daylight.wedges.tried.contest import Rate
from daylight.wedges.tried.records import Attempted, Came
from daylight.wedges.words import ANSWERS, OUTCOMES, years_text

HANG = 2
CONTEST = (
    "Recognition of Taipei given up, the one contest in which both bidders are known; the attempts "
    "below are bids of that contest alone:"
)
LATER = 5
"""Years after the last push of which a text tells; JSON and the page have 2 and 10 too."""
SHOWN = 5
"""Offers that a text shows; JSON has all."""
MARK = {"page": "", "study": " [from a named work]", "recalled": " [recalled, on no page seen]"}


def tried_lines(answer: Wedge) -> Iterator[str]:
    """Return offers, the nearest attempts, what came of them, and the contest apart."""
    before = answer.tried
    yield f"2. WHAT WAS TRIED (a list of {before.count} attempts, no sample)"
    if before.contest is not None:
        yield from wrap(CONTEST, 2)
        for rate in before.contest.rates:
            if rate.value is not None:
                yield from wrap(contest_text(rate), 4, HANG)
    names = [state.name for state in answer.request.states]
    if before.offers:
        yield from wrap(f"Offers to draw {names[0]} from {names[1]}, newest first:", 2)
        for one in before.offers[:SHOWN]:
            yield from wrap(attempt_text(one), 4, HANG)
        if len(before.offers) > SHOWN:
            yield from wrap(f"and {len(before.offers) - SHOWN} more (in JSON)", 4)
    told = {one.id for one in before.offers[:SHOWN]}
    near = [one for one in before.nearest if one.attempt.id not in told]
    if near:
        yield from wrap("Nearest of the others:" if before.offers else "Nearest:", 2)
        for found in near[:SHOWN]:
            differs = f"; differs in {listed(found.differs)}" if found.differs else ""
            yield from wrap(f"{attempt_text(found.attempt)}{differs}", 4, HANG)
    for came in before.rate:
        if came.years == LATER:
            yield from wrap(f"{came_text(came)}", 2, HANG)


def contest_text(rate: Rate) -> str:
    """Write how often recognition of Taipei was given up in a period."""
    value, lo, hi = (fixed(100 * (x or 0.0), 1) for x in (rate.value, rate.lo, rate.hi))
    return (
        f"{rate.period}: {rate.exits} of {rate.state_years:,} state-years, {value} in 100 a year "
        f"({lo} to {hi})"
    )


def attempt_text(one: Attempted) -> str:
    """Write an attempt in one line: when, who, what was offered, and what came of it."""
    sum_ = f" (${amount_text(one.amount)}{'' if one.amount_seen else ', sum recalled'})"
    offer = one.offer + (sum_ if one.amount else "")
    veto = f"; {one.veto_by} objected" if one.veto == "yes" and one.veto_by else ""
    after = f"; five years on {OUTCOMES[one.after_5]}" if one.after_5 else ""
    years = years_text(one.first, one.last)
    return (
        f"{years}, {one.divider}: {one.target} from {one.partner}: {offer}: "
        f"{ANSWERS[one.answer]}{veto}{after}{' (doubtful)' if one.doubtful else ''}"
        f"{MARK[one.checked]}"
    )


def amount_text(amount: int | None) -> str:
    """Write a sum of dollars: ``15 bn``, ``20 m``."""
    if not amount:
        return ""
    return f"{amount / 1e9:g} bn" if amount >= 1e9 else f"{amount / 1e6:g} m"


def came_text(came: Came) -> str:
    """Write what came of attempts, with both ends of their doubts."""
    whom = "All" if came.group == "all" else f"Those with the target {came.group}"
    counts = f"{came.success} worked, {came.partial} in part, {came.fail} failed"
    if came.unknown:
        counts += f", {came.unknown} cannot be told"
    text = f"{whom}, {counted(came.years, 'year')} on: of {came.n}, {counts}"
    if came.value is not None and came.lo is not None and came.hi is not None:
        low, high = (fixed(100 * x, 0) for x in (came.low or 0.0, came.high or 0.0))
        value, lo, hi = (fixed(100 * x, 0) for x in (came.value, came.lo, came.hi))
        text += (
            f"; share {value} % ({lo} to {hi}) with each courtship counted once, {low} to {high} % "
            "had every doubtful one failed, or worked"
        )
    return text
