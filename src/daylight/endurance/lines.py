"""How a tie held, in plain lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from daylight.core.partial import PartialDate
from daylight.endurance.placebo import DATES
from daylight.endurance.rate_lines import rate_lines
from daylight.endurance.rates import precedents_of
from daylight.endurance.records import Precedent, Resilience, Shock
from daylight.endurance.words import LITTLE_POWER, act_text, names_of
from daylight.say.lines import counted, wrap
from daylight.say.numbers import share

DATE = 12
SHOWN = 3
"""Newest events of a brief of which something can be told."""
UNTIED = "no tie known"
MOST = 40
"""Events that a text shows."""


def lines(answer: Resilience) -> list[str]:
    """Return the state, the shocks with what the tie did, the rates and the precedents."""
    out = ["THE TIE", *_state(answer), "", "WHAT TESTED IT, AND WHAT IT DID"]
    out += wrap(f"{answer.finding('shocks').text}.")
    told = weightiest(answer.shocks)
    for shock in told:
        if shock.verdict != UNTIED:
            out += _shock(shock)
    untied = [shock for shock in told if shock.verdict == UNTIED]
    if untied:
        out += ["", *wrap("While no tie is known to have stood, so that none was tested:", 2)]
        for shock in untied:
            out += wrap(f"{when(shock):{DATE}}{shock.title}", 2, DATE)
    if len(told) < len(answer.shocks):
        more = counted(len(answer.shocks) - len(told), "more event")
        out += wrap(f"{more} of less weight; JSON has all of them (--format json, to_dict()).", 2)
    if answer.shocks:
        out += _counts(answer)
    return [*out, *rate_lines(answer), *_precedents(answer)]


def weightiest(shocks: Sequence[Shock], most: int = MOST) -> list[Shock]:
    """Return at most so many events, oldest first: those that a reader needs most.

    Of a tie that stood before others; then of our own list, which a reader chose, before those
    that tables date; then acts; then the newest.
    """
    ranked = sorted(
        shocks,
        key=lambda s: (s.verdict == UNTIED, s.source != "shocks", not s.act, -s.date.year),
    )
    kept = {id(shock) for shock in ranked[:most]}
    return [shock for shock in shocks if id(shock) in kept]


def short(answer: Resilience) -> list[str]:
    """Return the lines of a brief: the count of events, and the newest of them."""
    out = ["RESILIENCE"]
    out += wrap(f"{answer.finding('shocks').text}.", 2)
    told = [
        shock
        for shock in answer.shocks
        if shock.verdict not in ("cannot tell", UNTIED) and shock.expected != "boost"
    ]
    for shock in told[-SHOWN:]:
        out += _head(shock)
    return out


def _state(answer: Resilience) -> Iterator[str]:
    now = answer.state
    yield from wrap(
        f"{now.year}: {now.quiet_or_warned}" + (f", since {now.since}" if now.tie else ""), 2
    )
    for act in now.by:
        yield from wrap(act_text(act), 4)
    for one in answer.breaks:
        yield from wrap(f"broke in {one.year}: {', '.join(one.by)}", 2)


def when(shock: Shock) -> str:
    """Write the date of a shock as far as it is known."""
    return str(PartialDate(shock.date, shock.precision))


def _head(shock: Shock) -> list[str]:
    boost = " (no test: a boost)" if shock.expected == "boost" else ""
    return wrap(f"{when(shock):{DATE}}{shock.title}{boost}: {shock.verdict}", 2, DATE)


def _shock(shock: Shock) -> Iterator[str]:
    yield from _head(shock)
    yield from wrap(shock.reason, 2 + DATE)


def _counts(answer: Resilience) -> Iterator[str]:
    """Write the counts: events that are no acts beside dates at random, and those that are."""
    yield ""
    others = {word: n - answer.counts_of_acts[word] for word, n in answer.counts.items()}
    parts = [
        f"{word} {n} ({share(answer.placebo[word])})"
        for word, n in others.items()
        if n and word in answer.placebo
    ]
    if parts:
        text = f"Events that are no acts themselves (in brackets, of {DATES:,} dates at random): "
        yield from wrap(f"{text}{'; '.join(parts)}.")
    acts = [f"{word} {n}" for word, n in answer.counts_of_acts.items() if n and word != UNTIED]
    if acts:
        yield from wrap(f"Events that are acts, which strain a tie at least: {'; '.join(acts)}.")
    yield from wrap(LITTLE_POWER)


def _precedents(answer: Resilience) -> Iterator[str]:
    found = precedents_of(answer.hazard)
    if not found:
        return
    yield from ("", "MOST ALIKE OF THE PAST, AND WHAT CAME OF THEM IN EIGHT YEARS")
    for one in found:
        yield from wrap(f"{names_of(one.a, one.b)} {one.year}: {came(one)}", 2, 2)


def came(one: Precedent) -> str:
    """Say what came of a precedent."""
    return f"broke in {one.broke}" if one.broke else "no break"


def columns(answer: Resilience) -> dict[str, list[Any]]:
    """Return one row a shock."""
    rows = answer.shocks
    found: dict[str, list[Any]] = {
        "date": [shock.date.isoformat() for shock in rows],
        "precision": [shock.precision for shock in rows],
        "title": [shock.title for shock in rows],
        "kind": [shock.kind for shock in rows],
        "expected": [shock.expected for shock in rows],
        "act": [shock.act for shock in rows],
        "verdict": [shock.verdict for shock in rows],
        "reason": [shock.reason for shock in rows],
    }
    for name in ("distance", "kappa", "trade"):
        for part in ("loss", "worst", "p", "verdict"):
            found[f"{name}_{part}"] = [
                next((getattr(i, part) for i in shock.evidence if i.name == name), None)
                for shock in rows
            ]
    found["source"] = [shock.source for shock in rows]
    found["citation"] = [shock.citation for shock in rows]
    return found
