"""What the chances rest on, and what is not known, in words."""

from __future__ import annotations

from daylight.accession.counts import Kind
from daylight.accession.tested import START, Skill, Way
from daylight.say.numbers import with_interval

DID = {"join": "joined", "leave": "left"}
WHO = {"join": "states outside a bloc", "leave": "members of a bloc"}
MADE: dict[Way, str] = {
    "signs": "the rate of states with as many points, times how open the bloc has been",
    "bloc": "the bloc's own rate, drawn towards that of all",
    "all": "the share of all",
}
OF: dict[Way, str] = {
    "all": "the share of all",
    "standing": "the share of those with the same standing",
    "bloc": "the bloc's own rate",
    "signs": "points",
}


def basis_text(
    kind: Kind, years: int, way: Way, counts: tuple[int, int, int],
    span: tuple[int, int] | None, skills: tuple[Skill, ...],
) -> str:  # fmt: skip
    """Return what chances of one kind and horizon rest on, in two or three sentences."""
    if span is None:
        return f"No outcome within {_years(years)} was known on the day: there is no chance."
    n, events, blocs = counts
    seen = (
        f"{events:,} of {n:,} years of {WHO[kind]}, {span[0]} to {span[1]}, in {blocs} blocs:"
        f" {DID[kind]} within {_years(years)}. The chance is {MADE[way]}."
    )
    if not skills:
        return f"{seen} No forecast from {START} on could be judged by then."
    if way != "signs":
        seen += " No sign of a state surely beats it in forecasts made each year"
        least = min((s for s in skills if s.way == "signs"), key=lambda s: s.lo)
        return f"{seen}: points against {OF[least.other]}, log skill {_skill(least)}."
    told = ", ".join(f"{OF[s.other]} {_skill(s)}" for s in skills if s.way == "signs")
    return f"{seen} In forecasts made each year from {START} its log skill is, against {told}."


def _skill(one: Skill) -> str:
    return with_interval(one.value, one.lo, one.hi, 2)


def _years(years: int) -> str:
    return "a year" if years == 1 else f"{years} years"


def unknown_texts(
    year: int, votes_to: int, borders_to: int, without: int, asked: str
) -> tuple[str, ...]:
    """Return what is not known.

    Parameters
    ----------
    year : int
        Last full year on the day.
    votes_to, borders_to : int
        Last years with positions, and borders.
    without : int
        States outside whose place in votes is not known.
    asked : str
        The day.
    """
    told = [
        f"Standings are those of the list of blocs on {asked}. It may miss a change of the last"
        " months, and wishes to join that nobody put on record."
    ]
    if votes_to < year:
        told.append(f"Votes are known to {votes_to}, not {year}: later ones are left out.")
    if borders_to < year:
        told.append(f"Borders are those of {borders_to}.")
    if without:
        word = "state" if without == 1 else "states"
        told.append(
            f"Of {without} {word} outside no place in votes is known; they count as in the middle."
        )
    return tuple(told)
