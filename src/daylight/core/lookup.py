"""From what people write to a state: codes, numbers and names, with or without a day."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from daylight.core.errors import StateNotThen, UnknownState
from daylight.core.seats import UN, seat_of
from daylight.core.states import Spell, State, all_states, get, read_spell, read_table
from daylight.core.successions import holders

_ALWAYS = Spell(date.min, None)
_PUNCTUATION = re.compile(r"[.'’`]")
_GAPS = re.compile(r"[\W_]+")
_SAINT = re.compile(r"\bst\b")
# Codes that countrynames has used and ISO 3166-1 does not.
_FALLBACK_CODES = {"EL": "GR", "UK": "GB", "SUHH": "SU", "YUCS": "YU", "CSHH": "CSK", "CSXX": "SCG"}


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A state that a text may mean, and the days for which it means that."""

    state: State
    when: Spell = _ALWAYS

    def ends(self) -> date:
        ends = (self.when.end, self.state.spells[-1].end)
        return min(end or date.max for end in ends)


def normalise(text: str) -> str:
    """Fold case, accents, punctuation and spacing; ``&`` is and, ``St.`` is saint."""
    plain = text.casefold().replace("&", " and ")
    if not plain.isascii():
        folded = unicodedata.normalize("NFKD", plain.replace("ı", "i"))
        plain = "".join(c for c in folded if not unicodedata.combining(c)).casefold()
    words = _GAPS.sub(" ", _PUNCTUATION.sub("", plain)).strip()
    return _SAINT.sub("saint", words.removeprefix("the "))


@lru_cache(maxsize=1)
def _names() -> dict[str, tuple[_Candidate, ...]]:
    """Every text with its candidates. Earlier layers win: ISO3, aliases, names, COW codes."""
    iso: dict[str, list[_Candidate]] = {}
    names: dict[str, list[_Candidate]] = {}
    codes: dict[str, list[_Candidate]] = {}
    aliases: dict[str, list[_Candidate]] = {}
    for state in all_states():
        names.setdefault(normalise(state.name), []).append(_Candidate(state))
        codes.setdefault(normalise(state.abbr), []).append(_Candidate(state))
        if state.iso3:
            iso.setdefault(normalise(state.iso3), []).append(_Candidate(state))
    for row in read_table("aliases"):
        dated = row["start"] or row["end"]
        candidate = _Candidate(get(int(row["cow"])), read_spell(row) if dated else _ALWAYS)
        aliases.setdefault(normalise(row["alias"]), []).append(candidate)
    table = {**codes, **names, **aliases}
    for code, candidates in iso.items():
        table[code] = [*candidates, *aliases.get(code, ())]
    return {text: tuple(candidates) for text, candidates in table.items()}


def resolve(who: str | int | State, on: date | None = None) -> State:
    """Find the state that a code, number or name means.

    Accepted are ISO3 and ISO2 codes, COW abbreviations and numbers, Gleditsch-Ward
    numbers written ``GW:340``, and names in many spellings; case, accents and spacing do
    not matter. Where an ISO3 code and a COW abbreviation are the same text, ISO3 wins
    (AUS is Australia, CZE Czechia, MNG Mongolia, SLV El Salvador, SWZ Eswatini); write
    ``COW:AUS`` for the other. A plain number is always COW: 970 is Nauru, ``GW:970``
    Kiribati.

    Parameters
    ----------
    who
        Code, number, name, or a ``State``, which is only checked against ``on``.
    on
        Choose among the states that the text means the one that existed that day: DEU is
        255 in 1910, 260 in 1970 and 255 in 2000. Without it the most recent one.

    Raises
    ------
    UnknownState
        Nothing in the registry matches; the message lists near names.
    StateNotThen
        The state was no member that day; the message says when it was and who stood there.
    """
    candidates, by_gw = _candidates(who)
    if on is None:
        return max(candidates, key=_Candidate.ends).state
    for candidate in candidates:
        if candidate.when.covers(on) and candidate.state.existed(on):
            return candidate.state
    # Outside its own days a name still means its state ("Soviet Union" in 2000 is Russia).
    for candidate in () if by_gw else candidates:
        if candidate.state.existed(on):
            return candidate.state
    raise StateNotThen(_no_gw(who, candidates, on) if by_gw else _absent(who, candidates, on))


def _candidates(who: str | int | State) -> tuple[tuple[_Candidate, ...], bool]:
    """Return what a text may mean, and whether it is a Gleditsch-Ward number."""
    if isinstance(who, State):
        return (_Candidate(who),), False
    text = str(who).strip()
    prefix, _, rest = text.partition(":")
    system = prefix.strip().casefold()
    if not text:
        raise UnknownState("An empty text names no state; give a name, a code or a number.")
    if system == "gw" and rest.strip().isdecimal():
        return _by_gw(int(rest)), True
    if system == "cow":
        return _by_cow(rest.strip()), False
    if text.isdecimal() or isinstance(who, int):
        return _by_cow(text), False
    candidates = _names().get(normalise(text)) or _by_countrynames(text)
    if not candidates:
        raise UnknownState(_unknown(text))
    return candidates, False


def _by_cow(text: str) -> tuple[_Candidate, ...]:
    for state in all_states():
        if text.casefold() == state.abbr.casefold() or text.lstrip("0") == str(state.cow):
            return (_Candidate(state),)
    same = [s.label() for s in all_states() if text in {str(number) for number, _ in s.gw}]
    hint = f" Gleditsch-Ward {text} is {same[0]}: write GW:{text}." if same else ""
    raise UnknownState(
        f"No state has COW code {text!r}; expected a number or abbreviation of COW State"
        f" System Membership v2016, such as 365 or RUS.{hint}"
    )


def _by_gw(number: int) -> tuple[_Candidate, ...]:
    candidates = tuple(
        _Candidate(state, spell) for state in all_states() for n, spell in state.gw if n == number
    )
    if not candidates:
        raise UnknownState(
            f"No COW state has Gleditsch-Ward number {number}; expected one that COW counts too."
            " Give a name or a COW number."
        )
    return candidates


def _by_countrynames(text: str) -> tuple[_Candidate, ...]:
    """Ask the countrynames package, which knows names in many languages."""
    if len(text) < 4:
        return ()
    import countrynames  # here because its tables take a quarter of a second to load

    code = countrynames.to_code(text)
    return _names().get(normalise(_FALLBACK_CODES.get(code, code)), ()) if code else ()


def near(text: str, limit: int = 5) -> tuple[str, ...]:
    """Labels of the states whose names come nearest to a text, best first."""
    from rapidfuzz import fuzz, process  # here because only errors need it

    hits = process.extract(normalise(text), list(_names()), scorer=fuzz.ratio, limit=limit * 4)
    labels = [max(_names()[name], key=_Candidate.ends).state.label() for name, _, _ in hits]
    return tuple(dict.fromkeys(labels))[:limit]


def _unknown(text: str) -> str:
    shown = text if len(text) <= 60 else text[:57] + "..."
    return (
        f"No state is called {shown!r}; expected an ISO3 or COW code, a COW number, GW:number,"
        f" or a name. Near: {'; '.join(near(text[:100]))}."
    )


def _no_gw(who: object, candidates: tuple[_Candidate, ...], on: date) -> str:
    meant = ", ".join(f"{c.state.label()} from {c.when}" for c in candidates)
    there = next((c.state for c in candidates if c.state.existed(on)), None)
    hint = f" That day {there.label(on)} had GW:{there.gw_on(on)}." if there else ""
    return f"{who!r} names no member of the state system on {on}; it names {meant}.{hint}"


def _absent(who: object, candidates: tuple[_Candidate, ...], on: date) -> str:
    subject = max(candidates, key=_Candidate.ends).state
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
