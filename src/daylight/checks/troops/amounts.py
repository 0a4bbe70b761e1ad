"""Claims about how many troops of a state were in another."""

from __future__ import annotations

from functools import lru_cache

from daylight.checks.commands import either, pair, sql
from daylight.checks.known import Known
from daylight.checks.terms.said_numbers import against
from daylight.checks.terms.two_states import named, one_of_each
from daylight.checks.verdict import Figure, Verdict, silent, turned
from daylight.claims.records import Claim
from daylight.cohesion.spells import Row
from daylight.core.refs import StateRef
from daylight.say.lines import capital
from daylight.say.numbers import significant
from daylight.store.atlas import Atlas
from daylight.store.rows import rows_of

TABLES = ("ledger_items",)
STEP = 0.02
"""Step of the common logarithm in which troops are stored."""
NO_COUNT = 10 / 3
"""Logarithm that stands for troops or a base without a count."""
COUNTED = 2
"""The United States, of whose troops alone there is a full count: of others none is not known."""
SLACK = 1.15
"""Times by which counts of troops differ over a year and between lists."""
RULE = f"the count of the year, which may be {SLACK} times too low or too high"
OBSERVED = 1
"""Last status that means that the year itself is seen."""


@lru_cache(maxsize=512)
def _rows(atlas: Atlas, a: int, b: int, year: int) -> tuple[Row, ...]:
    columns = ("a", "troops_ab", "troops_ba", "troops_status")
    where = "a = ? AND b = ? AND year = ?"
    return tuple(rows_of(atlas.rows("ledger_items", where, (a, b, year), columns)))


def troops(known: Known, owner: StateRef, host: StateRef, year: int) -> float | None:
    """Return how many troops of a state were in another in a year, None where not known."""
    for one in known.numbers(owner):
        for other in known.numbers(host):
            rows = _rows(known.atlas, min(one, other), max(one, other), year)
            raw = rows[0][f"troops_{'ab' if one < other else 'ba'}"] if rows else None
            if raw is None or rows[0]["troops_status"] > OBSERVED or year > known.year:
                continue
            level = float(raw) * STEP
            if abs(level - NO_COUNT) <= STEP / 2 + 1e-3:
                return None
            if level > 0:
                return float(10**level)
            return 0.0 if one == COUNTED else None
    return None


def query_of(known: Known, owner: StateRef, host: StateRef, year: int) -> tuple[str, ...]:
    """Return the commands that show the troops of a state in another."""
    where = either(known.numbers(owner), known.numbers(host))
    counts = ", ".join(
        f"CASE WHEN troops_{way} > 0 THEN round(pow(10, troops_{way} * {STEP})) ELSE troops_{way} "
        f"END AS troops_of_{way[0]}_in_{way[1]}"
        for way in ("ab", "ba")
    )
    rows = f"SELECT year, a, b, {counts}, troops_status FROM ledger_items WHERE {where}"
    return sql(f"{rows} AND year = {year}"), pair("bond", owner, host, known.on)


def told(count: float, owner: StateRef, host: StateRef, year: int) -> str:
    """Write how many there were."""
    if not count:
        return f"No troops of {named(owner)} in {named(host)} are on record for {year}."
    many, lo, hi = (significant(x, 2) for x in (count, count / SLACK, count * SLACK))
    return f"About {many} ({lo} to {hi}) troops of {named(owner)} were in {named(host)} in {year}."


def figure(count: float, year: int) -> Figure:
    """Return a count as a figure."""
    lo, hi = count / SLACK, count * SLACK
    text = f"{significant(count, 2)} in {year}"
    return Figure("troops", count, lo, hi, "troops", text, "ledger_items")


def troops_said(claim: Claim, known: Known, year: int) -> Verdict:
    """Decide how many troops of a state were in another."""
    both = one_of_each(claim, known)
    if both is None:
        return silent("The text does not settle whose troops are meant, or where.")
    query = query_of(known, *both, year)
    count = troops(known, *both, year)
    if count is None:
        text = (
            f"how many troops of {named(both[0])} were in {named(both[1])} in {year} is not known."
        )
        return silent(capital(text), query, TABLES)
    word = turned(against(claim, count / SLACK, count * SLACK), claim.negated)
    return Verdict(word, told(count, *both, year), RULE, query, (figure(count, year),), TABLES)
