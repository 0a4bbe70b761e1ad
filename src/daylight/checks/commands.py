"""The commands that show what a verdict rests on, as they are typed."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from datetime import date

from daylight.core.refs import StateRef
from daylight.store.schemas.ledgers import LEDGERS, POINT_STEP
from daylight.store.schemas.trade import ECONOMY_STEP, FLOW_STEP

SPECIAL = ('"', "\\", "$", "`", "!")
"""What a shell would change within double quotes."""


def asked(question: str, *who: str, on: date, more: str = "") -> str:
    """Return a question about states or a bloc on a day."""
    names = " ".join(shlex.quote(name) for name in who)
    return f"daylight {question} {names}{more} --as-of {on}"


def pair(question: str, one: StateRef, other: StateRef, on: date) -> str:
    """Return a question about two states."""
    return asked(question, one.code, other.code, on=on)


def bloc(name: str, on: date) -> str:
    """Return the question about a bloc on a day."""
    return asked("bloc", name, on=on)


def literal(text: str) -> str:
    """Return a text as SQL writes it."""
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


def sql(query: str) -> str:
    """Return a query over the tables of the atlas as a command."""
    plain = not any(mark in query for mark in SPECIAL)
    return f'daylight sql "{query}"' if plain else f"daylight sql {shlex.quote(query)}"


def either(ones: Iterable[int], others: Iterable[int]) -> str:
    """Return the SQL condition of rows of a pair, whichever of the two stands first."""
    one, other = (", ".join(map(str, sorted(set(part)))) for part in (ones, others))
    return f"(a IN ({one}) AND b IN ({other}) OR a IN ({other}) AND b IN ({one}))"


def trade_rows(ones: Iterable[int], others: Iterable[int], years: Iterable[int]) -> str:
    """Return the query that shows the goods of a pair in some years, in millions of dollars."""
    listed = ", ".join(map(str, sorted(set(years))))
    return sql(
        f"SELECT year, a, b, round(exp(ab * {FLOW_STEP}), 3) AS million_a_to_b, "
        f"round(exp(ba * {FLOW_STEP}), 3) AS million_b_to_a, status_ab, status_ba, log_sd "
        f"FROM trade WHERE {either(ones, others)} AND year IN ({listed}) ORDER BY year"
    )


def economy_rows(cows: Iterable[int], year: int) -> str:
    """Return the query that shows goods traded and GDP of states in a year."""
    listed = ", ".join(map(str, sorted(set(cows))))
    return sql(
        f"SELECT cow, year, round(exp(goods * {ECONOMY_STEP})) AS million_goods, goods_sd, "
        f"round(exp(gdp * {ECONOMY_STEP})) AS million_gdp, gdp_sd "
        f"FROM economies WHERE cow IN ({listed}) AND year = {year}"
    )


def ledger_rows(ones: Iterable[int], others: Iterable[int], years: Iterable[int]) -> str:
    """Return the query that shows the ledgers of a pair in some years, in points of 100."""
    listed = ", ".join(map(str, sorted(set(years))))
    columns = ", ".join(f"{name} * {POINT_STEP} AS {name}" for name in LEDGERS)
    return sql(
        f"SELECT year, {columns}, place_lo, place_hi FROM ledgers "
        f"WHERE {either(ones, others)} AND year IN ({listed}) ORDER BY year"
    )
