"""Claims that two states drew closer or drifted apart."""

from __future__ import annotations

from daylight.bonds.records import YearOf
from daylight.checks.known import Known
from daylight.checks.terms.directions import way
from daylight.checks.terms.two_states import Pair, names
from daylight.checks.ties.pair_years import TABLES, Line, band, figure, lines, queries, told, years
from daylight.checks.verdict import UNKNOWN, Figure, Verdict, Word, agreed, silent, turned
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
    used = lines(claim.text, False)
    words: list[Word] = []
    texts: list[str] = []
    figures: list[Figure] = []
    for line in used:
        for first, last in spans:
            one, other = by_year.get(first), by_year.get(last)
            moved = _moved(line, one, other)
            if moved is None or one is None or other is None:
                continue
            words.append(_fits(moved, way(claim)))
            texts.append(f"{line.name} was {told(line, one)} and {told(line, other)}")
            figures += [figure(line, one), figure(line, other)]
    query = queries(known, pair, {year for span in spans for year in span})
    if not words:
        listed_ = listed([str(year) for year in sorted({y for span in spans for y in span})])
        text = f"How {names(pair)} stood in {listed_} is not known closely enough."
        return silent(text, query, TABLES)
    sure = [word for word in words if word != UNKNOWN]
    word = agreed(sure) if sure else UNKNOWN
    text = f"{capital('; '.join(texts))}."
    rule = RULE.format(listed([line.name for line in used]))
    return Verdict(turned(word, claim.negated), text, rule, query,
                   tuple(dict.fromkeys(figures)), TABLES)  # fmt: skip


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
