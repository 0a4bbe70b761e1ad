"""Claims that two states drew closer or drifted apart."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.bonds.records import YearOf
from daylight.checks.known import Known
from daylight.checks.terms.directions import way
from daylight.checks.terms.same_body import LOOSER, other_body
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
from daylight.checks.verdict import SOME, UNKNOWN, Verdict, Word, agreed, silent, turned
from daylight.claims.records import Claim
from daylight.say.lines import capital, listed

WIDE = 10
"""Margins from which an interval is too wide to say that nothing moved."""
RULE = (
    "the values of the first and the last year must lie apart by more than their intervals, by {}"
)


def of_ties(claim: Claim, known: Known, pair: Pair, spans: list[tuple[int, int]]) -> Verdict:
    """Decide whether two states drew closer or drifted apart over some spans of years."""
    by_year = {year.year: year for year in years(known, pair)}
    found = [
        Move(line, moved, one, other)
        for line in lines(claim.text, False)
        for first, last in spans
        if (one := by_year.get(first)) is not None
        and (other := by_year.get(last)) is not None
        and (moved := _moved(line, one, other)) is not None
    ]
    query = queries(known, pair, {year for span in spans for year in span})
    if not found:
        listed_ = listed([str(year) for year in sorted({y for span in spans for y in span})])
        text = f"How {names(pair)} stood in {listed_} is not known closely enough."
        return silent(text, query, TABLES)
    word, rule = _word(found, way(claim))
    body = other_body(pair, found[0].one.year, found[0].other.year)
    if body is not None:
        word, rule = LOOSER.get(word, word), f"{rule}; {body}"
    ends = [(move.line, year) for move in found for year in (move.one, move.other)]
    figures = tuple(dict.fromkeys(figure(line, year) for line, year in ends))
    return Verdict(turned(word, claim.negated), f"{_text(found)}{carried(ends)}", rule, query,
                   figures, TABLES)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Move:
    """How a measure moved from one year to another."""

    line: Line
    moved: str
    one: YearOf
    other: YearOf


def _word(found: list[Move], said: str) -> tuple[Word, str]:
    """Return the verdict of several measures and spans, and by which rule."""
    every = listed([*dict.fromkeys(move.line.name for move in found)])
    words = [_fits(move.moved, said) for move in found]
    sure = {word for word in words if word != UNKNOWN}
    if sure == {"supported"} and UNKNOWN in words:
        yes = [m.line.name for m, word in zip(found, words, strict=True) if word == "supported"]
        return SOME, f"{RULE.format(listed([*dict.fromkeys(yes)]))}; the others did not move so far"
    return (agreed(sure) if sure else UNKNOWN), RULE.format(every)


HEADS = {
    "rising": "rose", "falling": "fell", "steady": "did not move beyond the intervals",
    "unsure": "is not known closely enough to tell",
}  # fmt: skip


def _text(found: list[Move]) -> str:
    """Write how measures moved, those that moved alike together."""
    out = []
    for moved, head in HEADS.items():
        told = [
            f"{m.line.name} ({value(m.line, m.one)} in {m.one.year}, "
            f"{value(m.line, m.other)} in {m.other.year})"
            for m in found
            if m.moved == moved
        ]
        if told:
            out.append(f"{capital(listed(told))} {head}.")
    return " ".join(out)


def _moved(line: Line, one: YearOf | None, other: YearOf | None) -> str | None:
    """Return how a measure moved from a year to another; None where one is not known."""
    if one is None or other is None:
        return None
    first, last = band(line, one), band(line, other)
    if first is None or last is None:
        return None
    if last[0] > first[1] + line.margin:
        return "rising"
    if last[1] < first[0] - line.margin:
        return "falling"
    wide = max(first[1] - first[0], last[1] - last[0]) > WIDE * line.margin
    return "unsure" if wide else "steady"


def _fits(moved: str, said: str) -> Word:
    if moved == "unsure" or (moved == "steady" and said != "steady"):
        return UNKNOWN
    return "supported" if moved == said else "contradicted"
