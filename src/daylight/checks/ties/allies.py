"""Claims that two states are, or were, allies."""

from __future__ import annotations

import re
from datetime import date

from daylight.bonds.records import YearOf
from daylight.checks.kept import facts_of_pair
from daylight.checks.known import Known
from daylight.checks.terms.times import day_of
from daylight.checks.terms.two_states import UNSETTLED, Pair, pair_of
from daylight.checks.ties.pair_years import PLACE, band, told, years
from daylight.checks.ties.pair_years import TABLES as LEDGERS
from daylight.checks.ties.pair_years import figure as place_figure
from daylight.checks.ties.treaties import TABLES, figure, query_of
from daylight.checks.verdict import Verdict, silent, turned
from daylight.claims.records import Claim
from daylight.facts.records import Fact
from daylight.say.dates import day as written

RULE = "a promise of defence in force on the day, by a pact of the two or by a bloc"
STRICT = re.compile(r"treaty|formal|sworn|bound|pledged|mutual", re.IGNORECASE)
"""Words by which only a promise makes two states allies."""
HOSTILE = 0.4
"""Place below which two states are nearer to rivalry than to peace."""
SCALE = "0 for rivalry, 1 for warm peace"
PROMISES_TO = 2018
"""Last year of the list of alliances; it sets out to hold all, so that absence tells until then."""


def ally(claim: Claim, known: Known) -> Verdict:
    """Decide whether two states had promised each other defence, by pact or bloc, at a time."""
    both = pair_of(claim, known)
    if both is None:
        return silent(UNSETTLED)
    day = day_of(claim, known)
    promises = [
        found
        for found in facts_of_pair(known.atlas, both[0].cow, both[1].cow, known.on)
        if found.kind == "promise" and found.day <= day <= found.held
    ]
    query = (query_of(known, both, ("promise",)),)
    held = [found for found in promises if "defence" in found.text]
    if held:
        what = held[-1].text.removeprefix("treaty: ")
        text = f"A promise of defence was in force on {written(day)}: {what}."
        word = turned("supported", claim.negated)
        return Verdict(word, text, RULE, query, (figure(held[-1]),), TABLES)
    return _without(claim, known, both, day, promises, query)


def _without(
    claim: Claim, known: Known, both: Pair, day: date, looser: list[Fact], query: tuple[str, ...]
) -> Verdict:
    """Return the verdict where no promise of defence was in force."""
    text = f"No promise of defence between the two is on record for {written(day)}"
    text += f", only a looser one: {looser[-1].text}." if looser else "."
    if day.year > PROMISES_TO:
        text += f" The list of promises is complete only to {PROMISES_TO}."
        return silent(text, query, TABLES)
    shown = tuple(figure(one) for one in looser[-1:])
    rivals = _rivals(known, both, day.year)
    if rivals is not None:
        shown += (place_figure(PLACE, rivals),)
        text += f" Their place was {told(PLACE, rivals)} ({SCALE})."
    if rivals is not None or STRICT.search(claim.text):
        word = turned("contradicted", claim.negated)
        return Verdict(word, text, RULE, query, shown, (*TABLES, *LEDGERS))
    text += " Allies in a looser sense are not in the list."
    return Verdict("mixed", text, RULE, query, shown, TABLES)


def _rivals(known: Known, both: Pair, year: int) -> YearOf | None:
    """Return the year, if in it the two surely stood nearer to rivalry than to peace."""
    before = [one for one in years(known, both) if one.year <= year]
    ends = band(PLACE, before[-1]) if before else None
    return before[-1] if ends is not None and ends[1] < HOSTILE else None
