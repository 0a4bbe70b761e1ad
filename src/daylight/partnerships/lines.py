"""A state's relations in plain lines."""

from __future__ import annotations

from typing import Any

from daylight.bonds.written import chance_text, spanned
from daylight.core.estimate import LEVEL
from daylight.partnerships.ranked import CONFLICT, COOPERATION, OVERALL
from daylight.partnerships.records import Lopsided, Partners, Ranking, Tie
from daylight.say.lines import row, wrap
from daylight.say.numbers import place, position_text, share

RANK, CELL = 6, 18
WIDE, LEANS = 34, 24
HEADS = ("military", "political", "economic")


def lines(partners: Partners) -> list[str]:
    """Return the lists."""
    name, year = partners.state.name, partners.lopsided_year
    how = "mean of the three" if partners.by == OVERALL else partners.by
    out = wrap(f"CLOSEST, {partners.year}: points of cooperation, of 100, by {how}")
    out += _ranking(partners.closest, "mean", _cooperation)
    out += ["", *wrap(f"MOST HOSTILE, {partners.year}: points of conflict, by chance of rivalry")]
    out += _ranking(partners.hostile, "rivalry, in 100", _conflict)
    out += ["", f"{name} LEANS MORE, {year}", *_rows(partners.dependent_on)]
    out += ["", f"{name} IS LEANT ON MORE, {year}", *_rows(partners.depended_on_by)]
    return [*out, "", *wrap(f"In brackets: {share(LEVEL)} band, or that all of it is seen.")]


def _ranking(ranking: Ranking, first: str, cells: Any) -> list[str]:
    if not ranking.ties:
        return ["not covered" if ranking.of is None else "none to speak of"]
    out = row("", (first, *HEADS), RANK, CELL)
    opened = 0
    for tie in ranking.ties:
        rank = f"{tie.rank}" if tie.rank != opened else ""
        opened = tie.rank
        out += wrap(f"{rank:<{RANK - 2}}{tie.state.name}: {tie.word}", 0, RANK)
        out += row("", cells(tie), RANK, CELL)
    if ranking.more:
        out.append(f"    and {ranking.more} more that cannot be told from the last line")
    return out


def _cooperation(tie: Tie) -> tuple[str, ...]:
    return spanned(tie.cooperation, "-"), *(spanned(tie.ledgers[name], "-") for name in COOPERATION)


def _conflict(tie: Tie) -> tuple[str, ...]:
    return chance_text(tie.p_rivalry, "-"), *(spanned(tie.ledgers[name], "-") for name in CONFLICT)


def _rows(ties: tuple[Lopsided, ...]) -> list[str]:
    if not ties:
        return ["none clearly"]
    out, opened = [], 0
    for t in ties:
        rank = f"{t.rank}" if t.rank != opened else ""
        opened = t.rank
        leans = f"leans {position_text(t.leans.value, t.leans.lo, t.leans.hi)}"
        mark = " *" if t.trapped else ""
        name = f"{rank:<{RANK - 2}}{t.state.name}{mark}"
        out += row(name, (leans, f"leant on {place(t.leant_on.value)}"), WIDE, LEANS)
    if any(t.trapped for t in ties):
        out.append("    * may be no dependence: see below")
    return out


def columns(partners: Partners) -> dict[str, list[Any]]:
    """Return one row for each tie that is close or hostile."""
    lists = (("closest", partners.closest), ("hostile", partners.hostile))
    rows = [(name, tie) for name, ranking in lists for tie in ranking.ties]
    ledgers = (*COOPERATION, *CONFLICT)
    return {
        "list": [name for name, _ in rows],
        "rank": [tie.rank for _, tie in rows],
        "state": [tie.state.code for _, tie in rows],
        "name": [tie.state.name for _, tie in rows],
        "word": [tie.word for _, tie in rows],
        "cooperation": [tie.cooperation.value for _, tie in rows],
        "p_rivalry": [tie.p_rivalry.value for _, tie in rows],
        **{
            f"{name}{end}": [getattr(tie.ledgers[name], part) for _, tie in rows]
            for name in ledgers
            for end, part in (("", "value"), ("_lo", "lo"), ("_hi", "hi"))
        },
        "status": [tie.status for _, tie in rows],
    }
