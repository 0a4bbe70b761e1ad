"""Claims that ties of two states are closer, or worse, than in any earlier year."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.bonds.records import YearOf
from daylight.checks.known import Known
from daylight.checks.terms.two_states import Pair, names
from daylight.checks.ties.pair_years import (
    TABLES,
    Line,
    band,
    carried,
    figure,
    lines,
    queries,
    value,
    years,
)  # fmt: skip
from daylight.checks.verdict import SOME, UNKNOWN, Verdict, Word, silent, turned
from daylight.claims.records import Claim
from daylight.say.lines import listed

LEAST_YEARS = 5
"""Years with a value below which nothing is the most ever."""
WORSE = ("worse", "worst", "colder", "weaker", "cooler", "distant", "hostile", "low", "nadir",
         "weakest", "tens", "odds", "further apart")  # fmt: skip
SEEN = "observed"
"""Status of a year that alone may deny a claim; one that is carried on from others may not."""
SEVERAL = 3
"""Years that together deny a claim, also where they are in part carried on."""
NEVER = ("never been", "rarely been")
"""Denials that make the claim: "have never been closer"."""
RULE = (
    "the year must lie above all earlier ones from {}, by more than the intervals and a margin, "
    "on {}; one earlier year that was seen, or {} years in all, surely above it deny the claim"
)


@dataclass(frozen=True, slots=True)
class Rank:
    """Where the last year stands among the years before it, by one measure."""

    line: Line
    word: Word
    last: YearOf
    rival: YearOf


def most_ever(claim: Claim, known: Known, pair: Pair) -> Verdict:
    """Decide whether ties are closer, or worse, than in any earlier year."""
    every = _every(claim, known, years(known, pair))
    apart = any(word in claim.word("word") for word in WORSE)
    if len(every) < LEAST_YEARS:
        query = queries(known, pair, [year.year for year in every] or [known.year])
        return silent(f"Too few years of {names(pair)} are known.", query, TABLES)
    ranks = [
        rank for line in lines(claim.text, apart) if (rank := _rank(line, every, apart)) is not None
    ]
    first, last = every[0].year, every[-1].year
    query = queries(known, pair, {last, *(rank.rival.year for rank in ranks)})
    if not ranks:
        text = f"How {names(pair)} stood in {last} is not known closely enough."
        return silent(text, query, TABLES)
    text = _text(ranks, apart, first, last)
    yes = [rank.line.name for rank in ranks if rank.word == "supported"]
    word = _word(ranks)
    rule = RULE.format(
        first, listed(yes if word == SOME else [rank.line.name for rank in ranks]), SEVERAL
    )
    figures = tuple(figure(rank.line, y) for rank in ranks for y in (rank.last, rank.rival))
    denied = claim.negated and not any(words in claim.text.lower() for words in NEVER)
    return Verdict(turned(word, denied), text, rule, query, figures, TABLES)


def _every(claim: Claim, known: Known, found: tuple[YearOf, ...]) -> list[YearOf]:
    """Return the years to compare, the last of them the one that the text is about."""
    window = claim.window
    past = window is not None and window.how == "in" and not claim.word("since").startswith("since")
    until = window.last.year if past and window else known.year
    since = window.first.year if window and window.how == "since" else 0
    return [y for y in found if since <= y.year <= until] if until <= known.year else []


def _rank(line: Line, every: list[YearOf], apart: bool) -> Rank | None:
    """Return how the last year stands among those before; None where it is not known."""
    sign = -1.0 if apart else 1.0
    by_year = {year.year: year for year in every}
    ends = {
        year.year: sorted((sign * found[0], sign * found[1]))
        for year in every
        if (found := band(line, year)) is not None
    }
    last = every[-1].year
    if last not in ends or len(ends) < LEAST_YEARS:
        return None
    lo, hi = ends.pop(last)
    beyond = [year for year, (low, _) in ends.items() if low > hi + line.margin]
    if len(beyond) < SEVERAL:
        beyond = [year for year in beyond if line.of(by_year[year]).status == SEEN]
    near = any(high > lo - line.margin for _, high in ends.values())
    word: Word = "contradicted" if beyond else UNKNOWN if near else "supported"
    rival = max(beyond or ends, key=lambda year: (ends[year][0 if beyond else 1], year))
    return Rank(line, word, by_year[last], by_year[rival])


def _word(ranks: list[Rank]) -> Word:
    """Return the verdict of several measures, the first of them the place on the scale."""
    found = [rank.word for rank in ranks]
    if len(set(found)) == 1:
        return found[0]
    if "supported" in found:
        return SOME if "contradicted" not in found else "mixed"
    return "contradicted" if found[0] == "contradicted" else "mixed"


def _text(ranks: list[Rank], apart: bool, first: int, last: int) -> str:
    """Write how the last year compares, the measures of one verdict together."""
    most = "worst" if apart else "best"
    heads: dict[Word, str] = {
        "supported": f"The {most} year since {first} was {last} by",
        "contradicted": f"The {most} year since {first} was not {last} by",
        UNKNOWN: f"It cannot be told whether {last} was the {most} year since {first} by",
    }
    out = [
        f"{head} {listed(told)}."
        for word, head in heads.items()
        if (told := [_against(rank) for rank in ranks if rank.word == word])
    ]
    used = [(rank.line, year) for rank in ranks for year in (rank.last, rank.rival)]
    return " ".join(out) + carried(used)


def _against(rank: Rank) -> str:
    last, rival = value(rank.line, rank.last), value(rank.line, rank.rival)
    return f"{rank.line.name} ({last} in {rank.last.year}, {rival} in {rank.rival.year})"
