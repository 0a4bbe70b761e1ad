"""The page of states: the registry, how names resolve, lineages and successions."""

from __future__ import annotations

from datetime import date

from daylight.core.lookup import resolve
from daylight.core.states import all_states, lineage, read_table

from .markdown import grid, page

ARRIVALS = ("Persia", "uk", "Burma", "GW:340", "COW:AUS", "AUS", "365", "Côte d'Ivoire")
DATED = (("DEU", 1910), ("DEU", 1970), ("DEU", 2000), ("Russia", 1980), ("Yemen", 1985))


KINDS = {
    "continues": "the same state under another number or name",
    "splits": "a state falls apart into several",
    "merges": "a state joins another",
    "secedes": "a part leaves a state that goes on, or a colony becomes independent",
    "occupied": "annexed or occupied; the state may return",
    "seat": "only a seat passes on, as China's in the UN",
}


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
        f"until today is our extension, not COW's. The registry is four small tables in "
        f"`src/daylight/core/registry`; the build compares them with the files of their sources "
        f"and stops when they differ. In the atlas they are the table "
        f"[`states`](tables.md#states).",
        "## How a text becomes a state",
        f"You may write an ISO 3166 code of three or two letters, a COW abbreviation or number, "
        f"`COW:` or `GW:` with a number (Gleditsch-Ward), or a name. There are {aliases} other "
        f"spellings in the registry; after that the package `countrynames` is asked. Case, "
        f"accents and spaces do not matter. Where an ISO code and a COW abbreviation are the same "
        f"text, ISO wins: `AUS` is Australia, and `COW:AUS` is Austria. A plain number is always "
        f"COW.",
        grid(("text", "date", "state"), [(f"`{t}`", d or "-", s) for t, d, s in named + dated]),
        "A text that names nothing is an error that lists near names (exit code 4). A state that "
        "did not exist on the date is an error that says when it did, and who stood there then "
        "(exit code 5); see [exit codes](../how-to/exit-codes.md).",
        "## Lineages",
        "Histories follow a state through a change of number. The result says so when it does.",
        grid(("lineage", "COW numbers and years"), joined),
        "COW 365 is both the Soviet Union and Russia, and COW 345 is both Yugoslavia and Serbia: "
        "one number, two names. A result uses the name of its date.",
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
