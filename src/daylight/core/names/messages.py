"""Why a text is no state: the messages, each in one line that says what to do."""

from __future__ import annotations

from datetime import date

from daylight.core.names.index import Candidate
from daylight.core.names.near import near
from daylight.core.seats import UN, seat_of
from daylight.core.states import State
from daylight.core.successions import holders


def unknown(text: str) -> str:
    """Say that a text names no state, with near names."""
    shown = text if len(text) <= 60 else text[:57] + "..."
    close = near(text[:100])
    hint = f" Near: {'; '.join(close)}." if close else " No known name is near it."
    return (
        f"No state is called {shown!r}; expected an ISO3 or COW code, a COW number, GW:number,"
        f" or a name.{hint}"
    )


def no_gw(who: object, candidates: tuple[Candidate, ...], on: date) -> str:
    """Say what a Gleditsch-Ward number names on other days."""
    meant = ", ".join(f"{c.state.label()} from {c.when}" for c in candidates)
    there = next((c.state for c in candidates if c.state.existed(on)), None)
    hint = f" That day {there.label(on)} had GW:{there.gw_on(on)}." if there else ""
    return f"{who!r} names no member of the state system on {on}; it names {meant}.{hint}"


def absent(who: object, candidates: tuple[Candidate, ...], on: date) -> str:
    """Say that a state was no member that day, when it was, and who stood there."""
    subject = max(candidates, key=Candidate.ends).state
    states = tuple(dict.fromkeys(candidate.state for candidate in candidates))
    spells = sorted((spell for s in states for spell in s.spells), key=lambda spell: spell.start)
    there = " and ".join(s.label(on) for s in holders(subject.cow, on))
    stood = f"{there} stood there then" if there else "No other member is recorded there"
    return (
        f"{who!r} on {on}: {subject.label(on)} was no member of the state system; it was from"
        f" {', '.join(map(str, spells))}. {stood}; give another state or day.{_voted(subject, on)}"
    )


def _voted(state: State, on: date) -> str:
    """Say that a state which was no member voted in the UN, and where its votes are."""
    seat = seat_of(state.cow, UN, on)
    if seat is None:
        return ""
    return (
        f" It had a seat in the UN from {seat.spell}: its positions are in"
        f" `daylight ideal-points`, and its votes in the history of `daylight divergence` as of a"
        f" later day."
    )
