"""Claims that ties are the closest or the worst ever, or that one state is another's closest."""

from __future__ import annotations

import re
from dataclasses import dataclass

from daylight.bonds.records import YearOf
from daylight.bonds.trade import trade as trade_by_year
from daylight.checks import traded
from daylight.checks.amounts import two
from daylight.checks.known import Known
from daylight.checks.pairs import Line, band, lines, middle, years
from daylight.checks.verdict import Figure, Verdict, Word, silent, turned
from daylight.claims.records import Claim
from daylight.core.refs import StateRef, ref_of
from daylight.core.request import Scope, request
from daylight.partnerships.partners import ask as partners
from daylight.say.lines import listed

LEDGERS = ("ledgers",)
TRADE = re.compile(r"\b(?:trade|commerce|turnover|business)\b", re.IGNORECASE)
CLOSE = 0.05
"""Part within which two years of trade cannot be told apart."""
LEAST_YEARS = 5
WORSE = ("worse", "worst", "colder", "weaker", "cooler", "distant", "hostile", "low", "nadir", "weakest",
         "tens", "odds", "further apart")  # fmt: skip
ORDER = {"second": 2, "third": 3}
NEVER = ("never been", "rarely been")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a year stands among the years before it, by one line.

    Attributes
    ----------
    line : Line
    word : Word
    value, best : float or None
    year : int or None
        The earlier year that comes nearest or is beyond.
    last : int
        The year that is compared.
    """

    line: Line
    word: Word
    value: float | None
    best: float | None
    year: int | None
    last: int


def superlative(claim: Claim, known: Known) -> Verdict:
    """Decide a claim that something is the most."""
    return {"record": record, "largest": largest, "closest": closest}[claim.relation](claim, known)


def record(claim: Claim, known: Known) -> Verdict:
    """Decide whether ties are closer, or worse, than in any earlier year."""
    pair = two(claim, known)
    if pair is None:
        return silent("Which two states are meant is not settled by the text.")
    if TRADE.search(claim.text):
        return _of_trade(claim, known, pair)
    apart = any(word in claim.word("word") for word in WORSE)
    past = (
        claim.window is not None
        and claim.window.how == "in"
        and not claim.word("since").startswith("since")
    )
    until = min(claim.window.last.year, known.year) if past and claim.window else known.year
    since = claim.window.first.year if claim.window and claim.window.how == "since" else None
    every = [
        y for y in years(known, *pair) if y.year <= until and (since is None or y.year >= since)
    ]
    query = (f"daylight bond {pair[0].code} {pair[1].code} --as-of {known.on}",)
    if len(every) < LEAST_YEARS:
        return silent(f"{_names(pair)} have too few years to compare.", query, LEDGERS)
    places = [
        p for line in lines(claim.text, apart) if (p := _place(line, every, apart)) is not None
    ]
    if not places:
        return silent(
            f"How {_names(pair)} stood in {until} is not known closely enough.", query, LEDGERS
        )
    yes = [p for p in places if p.word == "supported"]
    no = [p for p in places if p.word == "contradicted"]
    first, last = every[0].year, every[-1].year
    kind = "furthest apart" if apart else "closest"
    shown = "; ".join(_said(p) for p in places)
    text = f"Of {first} to {last}, {last} was {_among(yes, no, places)} by {listed([p.line.name for p in places])}: {shown}."
    word: Word = ("supported" if len(yes) == len(places) else "contradicted" if len(no) == len(places)
                  else "supported under a definition" if yes and not _first_denies(places) else
                  "mixed" if yes or no else "not enough data")  # fmt: skip
    rule = f"{kind} of the years from {first}, by {listed([p.line.name for p in (yes or places)])}"
    return Verdict(
        turned(word, claim.negated and not any(n in claim.text.lower() for n in NEVER)),
        text,
        rule,
        query,
        tuple(_figure(p) for p in places),
        LEDGERS,
    )


def _of_trade(claim: Claim, known: Known, pair: tuple[StateRef, StateRef]) -> Verdict:
    """Decide whether trade is higher, or lower, than in any earlier year, in constant dollars."""
    query = (f"daylight bond {pair[0].code} {pair[1].code} --as-of {known.on}",)
    by_year = {
        year: raw["trade_volume"][0]
        for year, raw in trade_by_year(known.atlas, *pair, known.year).items()
    }
    known_ = {year: value * 1e6 for year, value in by_year.items() if value is not None}
    last = max(known_, default=0)
    if len(known_) < LEAST_YEARS or last < known.year - 1:
        return silent("Trade of the two is not known in enough years.", query, traded.TABLES)
    low = bool(re.search(r"\b(?:low|lowest|less)\b", claim.text))
    past = {year: value for year, value in known_.items() if year < last}
    best = (min if low else max)(past, key=lambda year: past[year])
    beyond = known_[last] < past[best] if low else known_[last] > past[best]
    close = abs(known_[last] / past[best] - 1) < CLOSE if past[best] else False
    text = f"Trade in goods came to {traded.money(known_[last])} of 2015 in {last}; the {'lowest' if low else 'highest'} before was {traded.money(past[best])} in {best}."
    figures = (Figure(str(last), known_[last], None, None, "dollars of 2015", traded.money(known_[last]), "trade"),
               Figure(str(best), past[best], None, None, "dollars of 2015", traded.money(past[best]), "trade"))  # fmt: skip
    negated = claim.negated and not re.search(r"never been|never before|no time", claim.text)
    word: Word = "mixed" if close else "supported" if beyond else "contradicted"
    return Verdict(
        turned(word, negated),
        text,
        "goods, both ways, dollars of 2015",
        query,
        figures,
        traded.TABLES,
    )


def _first_denies(places: list[Place]) -> bool:
    return places[0].word == "contradicted"


def _place(line: Line, every: list[YearOf], apart: bool) -> Place | None:
    """Return how the last year stands among those before; None where its band is not known."""
    sign = -1.0 if apart else 1.0
    ends = {
        y.year: sorted((sign * e[0], sign * e[1]))
        for y in every
        if (e := band(line, y)) is not None
    }
    last = every[-1].year
    if last not in ends or len(ends) < LEAST_YEARS:
        return None
    lo, hi = ends.pop(last)
    beyond = [year for year, (low, _) in ends.items() if low > hi + line.margin]
    near = [year for year, (_, high) in ends.items() if high > lo - line.margin]
    word: Word = "contradicted" if beyond else "not enough data" if near else "supported"
    best = max(ends, key=lambda year: (ends[year][0] + ends[year][1]) / 2)
    by_year = {y.year: y for y in every}
    return Place(line, word, middle(line, by_year[last]), middle(line, by_year[best]), best, last)


def _among(yes: list[Place], no: list[Place], places: list[Place]) -> str:
    if len(yes) == len(places):
        return "the most"
    if len(no) == len(places):
        return "not the most"
    return "not surely the most" if not yes else "the most by one measure and not by another"


def _said(place: Place) -> str:
    if place.value is None or place.best is None:
        return f"{place.line.name} not known"
    scale = 1 if place.line.margin >= 1 else 2
    return f"{place.line.name} {place.value:.{scale}f} in {place.last}, {place.best:.{scale}f} in {place.year}"


def _figure(place: Place) -> Figure:
    return Figure(
        place.line.name,
        place.value,
        None,
        None,
        "points" if place.line.margin >= 1 else "0 to 1",
        _said(place),
        "ledgers",
    )


def _names(pair: tuple[StateRef, StateRef]) -> str:
    return f"{pair[0].name} and {pair[1].name}"


def largest(claim: Claim, known: Known) -> Verdict:
    """Decide whether a state is the largest partner of another in trade."""
    if len(claim.subject) != 1 or not claim.object:
        return silent("Whose partner is meant is not settled by the text.")
    state, other = known.state(str(claim.subject[0].state)), known.state(str(claim.object[0].state))
    if state is None or other is None:
        return silent("Whose partner is meant is not settled by the text.")
    if (
        "suppl" in claim.text.lower()
        or "customer" in claim.text.lower()
        or "buyer" in claim.text.lower()
    ):
        return silent("Of supplies and sales that are not all goods nothing is read here.")
    year = (
        min(claim.window.last.year, known.year)
        if claim.window and claim.window.precision != "span"
        else known.year
    )
    way = "ab" if "export" in claim.text.lower() else "both"
    ranked = traded.partners(known, state, year, way)
    query = (f"daylight partners {state.code} --as-of {known.on}",)
    if not ranked:
        return silent(f"Trade of {state.name} in {year} is not known.", query, traded.TABLES)
    wanted = next((n for word, n in ORDER.items() if word in claim.text.lower()), 1)
    at = next(
        (k for k, p in enumerate(ranked, 1) if ref_of(p.cow, known.on).code == other.code), None
    )
    top = ranked[:3]
    names = listed([f"{ref_of(p.cow, known.on).name} ({traded.money(p.flow.value)})" for p in top])
    text = f"The largest partners of {state.name} in goods in {year} were {names}"
    text += f"; {other.name} was number {at}." if at and at > 3 else "."
    near = at is not None and _overlap(ranked, at, wanted)
    word: Word = "supported" if at == wanted else "mixed" if near else "contradicted"
    figures = tuple(
        Figure(
            ref_of(p.cow, known.on).code,
            p.flow.value,
            p.flow.lo,
            p.flow.hi,
            "dollars of the year",
            traded.money(p.flow.value),
            "trade",
        )
        for p in top
    )
    if len(claim.object[0].ids) == 1 and any(a.kind == "bloc" for a in claim.object):
        return silent("Blocs are not compared with states.", query, traded.TABLES)
    return Verdict(
        turned(word, claim.negated),
        text,
        "goods, states each for itself",
        query,
        figures,
        traded.TABLES,
    )


def _overlap(ranked: list[traded.Partner], at: int, wanted: int) -> bool:
    return ranked[at - 1].flow.hi >= ranked[min(wanted, len(ranked)) - 1].flow.lo


def closest(claim: Claim, known: Known) -> Verdict:
    """Decide whether a state is the closest of another."""
    if len(claim.subject) != 1 or not claim.object:
        return silent("Whose friend is meant is not settled by the text.")
    state, other = known.state(str(claim.subject[0].state)), known.state(str(claim.object[0].state))
    if (
        state is None
        or other is None
        or "only" in claim.word("word")
        or "oldest" in claim.word("word")
    ):
        return silent("Whose friend is meant, or by what, is not settled by the text.")
    query = (f"daylight partners {state.code} --as-of {known.on}",)
    asked = request(
        "partners", (state.code,), known.on, Scope(known.atlas.scope.atlas, known.atlas.last)
    )
    found = known.once(("closest", state.code), lambda: partners(asked, known.atlas).closest)
    rank = next((t.rank for t in found.ties if t.state.code == other.code), None)
    if not found.ties:
        return silent(f"How others stand to {state.name} is not known.", query, LEDGERS)
    top = [t for t in found.ties if t.rank == found.ties[0].rank]
    names = listed([t.state.name for t in found.ties[:4]])
    text = f"By points of cooperation the closest of {state.name} in {known.year} were {names}."
    text += "" if rank else f" {other.name} was not among the first {len(found.ties)}."
    word: Word = (
        "contradicted"
        if rank is None or rank > top[0].rank + 2
        else "supported"
        if rank == top[0].rank and len(top) == 1
        else "mixed"
    )
    figures = tuple(
        Figure(t.state.code, t.by.value, t.by.lo, t.by.hi, "points", f"rank {t.rank}", "ledgers")
        for t in found.ties[:4]
    )
    return Verdict(
        turned(word, claim.negated),
        text,
        "mean of the three ledgers of cooperation",
        query,
        figures,
        LEDGERS,
    )
