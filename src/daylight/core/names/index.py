"""Every code and name of the registry, with the states that it may mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from daylight.core.names.fold import normalise
from daylight.core.states import Spell, State, all_states, get, read_spell, read_table

ALWAYS = Spell(date.min, None)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A state that a text may mean, and the days for which it means that."""

    state: State
    when: Spell = ALWAYS

    def ends(self) -> date:
        """Last day of the state, or of the name for it."""
        ends = (self.when.end, self.state.spells[-1].end)
        return min(end or date.max for end in ends)


@lru_cache(maxsize=1)
def names() -> dict[str, tuple[Candidate, ...]]:
    """Every text with its candidates. Earlier layers win: ISO3, aliases, names, COW codes."""
    iso: dict[str, list[Candidate]] = {}
    own: dict[str, list[Candidate]] = {}
    codes: dict[str, list[Candidate]] = {}
    aliases: dict[str, list[Candidate]] = {}
    for state in all_states():
        own.setdefault(normalise(state.name), []).append(Candidate(state))
        codes.setdefault(normalise(state.abbr), []).append(Candidate(state))
        if state.iso3:
            iso.setdefault(normalise(state.iso3), []).append(Candidate(state))
    for row in read_table("aliases"):
        dated = row["start"] or row["end"]
        candidate = Candidate(get(int(row["cow"])), read_spell(row) if dated else ALWAYS)
        aliases.setdefault(normalise(row["alias"]), []).append(candidate)
    for row in read_table("labels"):
        aliases.setdefault(normalise(row["label"]), [Candidate(get(int(row["cow"])))])
    table = {**codes, **own, **aliases}
    for code, candidates in iso.items():
        table[code] = [*candidates, *aliases.get(code, ())]
    return {text: tuple(candidates) for text, candidates in table.items()}


def choose(candidates: tuple[Candidate, ...], on: date | None) -> State | None:
    """Return the state that is meant on a day, or without one the newest; None if none existed."""
    if on is None:
        return max(candidates, key=Candidate.ends).state
    for candidate in candidates:
        if candidate.when.covers(on) and candidate.state.existed(on):
            return candidate.state
    # Outside its own days a name still means its state ("Soviet Union" in 2000 is Russia).
    return next((c.state for c in candidates if c.state.existed(on)), None)
