"""A state's relations in plain lines."""

from __future__ import annotations

from collections.abc import Callable

from daylight.core.estimate import LEVEL
from daylight.partnerships.absent import in_year, nobody, nothing
from daylight.partnerships.cells import HEADS, LEANS, LEANT_ON, conflict, cooperation, leaning
from daylight.partnerships.ranked import OVERALL
from daylight.partnerships.records import Lopsided, Partners, Ranking, Tie
from daylight.say.lines import row, wrap
from daylight.say.numbers import share

RANK, CELL = 6, 18
WIDE, LEANING = 32, 18
UNIT = ": pairs of 100 that lean less"


def lines(partners: Partners) -> list[str]:
    """Return the lists."""
    name = partners.state.name
    how = "mean of the three" if partners.by == OVERALL else partners.by
    out = wrap(f"CLOSEST, {partners.year}: points of cooperation, of 100, by {how}")
    out += _ranking(partners.closest, "mean", cooperation)
    out += ["", *wrap(f"MOST HOSTILE, {partners.year}: points of conflict, by chance of rivalry")]
    out += _ranking(partners.hostile, "rivalry, in 100", conflict)
    for title, ties, sides in (
        ("LEANS MORE", partners.dependent_on, LEANS),
        ("IS LEANT ON MORE", partners.depended_on_by, LEANT_ON),
    ):
        head = in_year(f"{name} {title}", partners.lopsided_year)
        out += ["", *wrap(f"{head}{UNIT if ties else ''}", 0, 2)]
        out += _leaning(ties, sides) or [nobody(partners.lopsided_year)]
    return [*out, "", *wrap(f"In brackets: {share(LEVEL)} band, or that all of it is seen.")]


def _ranking(
    ranking: Ranking, first: str, cells: Callable[[Tie, str], tuple[str, ...]]
) -> list[str]:
    if not ranking.ties:
        return wrap(nothing(ranking))
    out = row("", (first, *HEADS), RANK, CELL)
    opened = 0
    for tie in ranking.ties:
        rank = f"{tie.rank}" if tie.rank != opened else ""
        opened = tie.rank
        out += wrap(f"{rank:<{RANK - 2}}{tie.state.name}: {tie.word}", 0, RANK)
        out += row("", cells(tie, "-"), RANK, CELL)
    if ranking.more:
        out.append(f"    and {ranking.more} more that cannot be told from the last line")
    return out


def _leaning(ties: tuple[Lopsided, ...], sides: tuple[str, str]) -> list[str]:
    if not ties:
        return []
    out, opened = row("", sides, WIDE, LEANING), 0
    for tie in ties:
        rank = f"{tie.rank}" if tie.rank != opened else ""
        opened = tie.rank
        name = f"{rank:<{RANK - 2}}{tie.state.name}{' *' if tie.trapped else ''}"
        out += row(name, leaning(tie, sides), WIDE, LEANING)
    if any(tie.trapped for tie in ties):
        out.append("    * may be no dependence: see below")
    return out
