"""The page of states: the registry, how names resolve, lineages and successions."""

from __future__ import annotations

from datetime import date

from daylight.core.lookup import resolve
from daylight.core.seats import Seat, all_seats
from daylight.core.states import all_states, get, lineage, read_table

from .markdown import grid, page

ARRIVALS = ("Persia", "uk", "Burma", "GW:340", "COW:AUS", "AUS", "365", "Côte d'Ivoire")
DATED = (("DEU", 1910), ("DEU", 1970), ("DEU", 2000), ("Russia", 1980), ("Yemen", 1960))
LANGUAGES = 55
"""Of Unicode CLDR, as benchmarks/names_languages.py lists them."""

KINDS = {
    "continues": "the same state under another number or name",
    "splits": "a state falls apart into several",
    "merges": "a state joins another",
    "secedes": "a part leaves a state that goes on, or a colony becomes independent",
    "occupied": "annexed or occupied; the state may return",
    "seat": "only a seat passes on, as China's in the UN",
}


def _seat(seat: Seat) -> tuple[str, ...]:
    end = seat.spell.end
    holder = seat.holder.name_on(seat.spell.start) if seat.holder else ""
    name = get(seat.cow).name
    dates = (seat.spell.start.isoformat(), end.isoformat() if end else "")
    return (f"{name} ({seat.cow})", seat.body, *dates, holder, seat.note)


def states_page() -> str:
    """Describe the registry of states, how names resolve, and successions."""
    states = all_states()
    spells = sum(len(s.spells) for s in states)
    steps = list(read_table("successions"))
    kinds: dict[str, int] = {}
    for row in steps:
        kinds[row["kind"]] = kinds.get(row["kind"], 0) + 1
    aliases = sum(1 for _ in read_table("aliases"))
    named = [(text, None, resolve(text).label()) for text in ARRIVALS]
    dated = []
    for text, year in DATED:
        day = date(year, 12, 31)
        dated.append((text, str(year), resolve(text, day).label(day)))
    lines = {s.lineage: s for s in states}
    joined = [
        (
            token,
            "; ".join(f"{c} ({a.year}-{b.year if b else ''})" for c, a, b in lineage(state)),
        )
        for token, state in sorted(lines.items())
        if len({c for c, _, _ in lineage(state)}) > 1
    ]
    return page(
        "States",
        f"A state is its Correlates of War (COW) number through time. The registry holds "
        f"{len(states)} states with {spells} spells of membership, from COW State System "
        f"Membership v2016. COW ends on 31 December 2016. That every member of that day goes on "
        f"until today is our extension, not COW's. The registry is a few small tables in "
        f"`src/daylight/core/registry`; the build compares them with the files of their sources "
        f"and stops when they differ. In the atlas they are the table "
        f"[`states`](tables.md#states).",
        "## How a text becomes a state",
        f"You may write an ISO 3166 code of three or two letters, a COW abbreviation or number, "
        f"`COW:` or `GW:` with a number (Gleditsch-Ward), or a name. There are {aliases} other "
        f"spellings in the registry, and the names of states in {LANGUAGES} languages: "
        f"[how labels are read, and what is refused](../methods/names.md). Case, "
        f"accents and spaces do not matter. Where an ISO code and a COW abbreviation are the same "
        f"text, ISO wins: `AUS` is Australia, and `COW:AUS` is Austria. A plain number is always "
        f"COW.",
        grid(("text", "date", "state"), [(f"`{t}`", d or "-", s) for t, d, s in named + dated]),
        "A name that means several states that day is an error that lists them (exit code 22). "
        "A text that names no state is an error that says what it is instead, or lists near names "
        "(exit code 4). A state that "
        "did not exist on the date is an error that says when it did, and who stood there then "
        "(exit code 5); see [exit codes](../how-to/exit-codes.md).",
        "## Lineages",
        "Windows, histories, records, blocs, lists and the values of a year follow a state through "
        "a change of number where the registry gives its numbers one lineage, and nowhere else: "
        "Czechia, Bangladesh and Ukraine begin with themselves. On a day after a change the last "
        "full year is still that of the number before: as of November 1990 the values of Germany "
        "are those of 260 in 1989. In the year of change a list holds the state once, under its "
        "number at the end of the year, with what only the older number has beside it.",
        grid(("lineage", "COW numbers and years"), joined),
        "COW 365 is both the Soviet Union and Russia, and COW 345 is both Yugoslavia and Serbia: "
        "one number, two names. A result uses the name of its date.",
        "## Codes",
        "A state is printed by its ISO code, or its COW abbreviation where there is none. Where "
        "two numbers of a year share a code, the one that ended in the year goes by its COW "
        "abbreviation there: `GFR` and `YAR` in 1990, the only two. No year has a blank code or "
        "one code for two; `daylight atlas verify` checks it.",
        "## Seats outside the system",
        "A seat in an organisation is not membership of the state system. Votes, positions and "
        "bloc spells of a state outside its membership stand in this list, or are refused.",
        grid(("state", "body", "from", "to", "under", "why"), [_seat(s) for s in all_seats()]),
        "## Successions",
        f"The table holds {len(steps)} dated steps from one state to another:",
        grid(
            ("kind", "meaning", "steps"),
            [(k, KINDS[k], n) for k, n in sorted(kinds.items(), key=lambda kn: -kn[1])],
        ),
        "It serves the error messages: it finds who held a state's lands while the state was no "
        "member. Days are COW's. Which state followed which is from general history where the "
        "row says so. Successions never move a value from one state to another.",
        "## Pairs in a panel",
        "A panel has a row for each pair of states that were members on any day of the year. In a "
        "year of change both the old and the new state can therefore have rows.",
    )
