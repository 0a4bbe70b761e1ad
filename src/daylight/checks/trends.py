"""Claims that something rose or fell, and that one thing is more than another."""

from __future__ import annotations

import re

from daylight.checks import traded
from daylight.checks.amounts import gdp, two, year_of, years_of
from daylight.checks.known import Known
from daylight.checks.pairs import PLACE, Line, band, lines, middle, years
from daylight.checks.traded import money
from daylight.checks.verdict import Figure, Verdict, Word, silent, turned
from daylight.checks.voted import VOTES, alike
from daylight.claims.records import Claim, Window
from daylight.claims.said.ties import FELL, HELD
from daylight.core.refs import StateRef
from daylight.say.lines import listed

TIMES = {"double": 2.0, "tripl": 3.0, "quadrupl": 4.0, "halv": 0.5}
APART = ("apart", "away", "diverg", "distanc", "parted")
FALLS = re.compile(FELL, re.IGNORECASE)
STAYS = re.compile(HELD, re.IGNORECASE)
WINDOWS = (5, 10)
"""Years back that are shown where a text names none."""
SLACK = 0.15
"""Part by which trade must change to have risen or fallen, and by which "doubled" is rounded."""
WORTH = 0.20
LEDGERS = ("ledgers",)


def trend(claim: Claim, known: Known) -> Verdict:
    """Decide whether something rose or fell."""
    pair = two(claim, known)
    if pair is None:
        return silent("Which two states are meant is not settled by the text.")
    of_trade = any(word in claim.text.lower() for word in ("trade", "commerce", "turnover"))
    spans = _spans(claim.window, known)
    return (_trade if of_trade else _ties)(claim, known, pair, spans)


def _spans(window: Window | None, known: Known) -> list[tuple[int, int]]:
    """Return the first and last year of the spans to look at."""
    if window is None:
        return [(known.year - back, known.year) for back in WINDOWS]
    if window.how == "since" or (
        window.precision == "span" and window.last >= known.on.replace(month=1, day=1)
    ):
        return [(window.first.year, known.year)]
    if window.how in ("after",):
        return [(window.first.year, min(window.first.year + WINDOWS[0], known.year))]
    if window.last.year > window.first.year:
        return [(window.first.year, min(window.last.year, known.year))]
    return [(window.first.year - 1, min(window.last.year, known.year))]


def _way(claim: Claim) -> str:
    word = claim.word("word")
    if STAYS.search(word):
        return "steady"
    return (
        "falling"
        if FALLS.search(word) or any(a in word for a in (*APART, "declin", "fall", "drop", "halve"))
        else "rising"
    )


def _trade(
    claim: Claim, known: Known, pair: tuple[StateRef, StateRef], spans: list[tuple[int, int]]
) -> Verdict:
    query = (f"daylight bond {pair[0].code} {pair[1].code} --as-of {known.on}",)
    flows = [
        (traded.between(known, *pair, first), traded.between(known, *pair, last))
        for first, last in spans
    ]
    flows = [
        (one, two_) for one, two_ in flows if one is not None and two_ is not None and one.value > 0
    ]
    if not flows:
        return silent(
            f"Trade of {pair[0].name} and {pair[1].name} in those years is not known.",
            query,
            traded.TABLES,
        )
    words, texts = [], []
    for one, other in flows:
        assert one is not None and other is not None
        ratio, lo, hi = other.value / one.value, other.lo / one.hi, other.hi / one.lo
        texts.append(
            f"from {money(one.value)} in {one.year} to {money(other.value)} in {other.year}, {ratio:.2g} times ({lo:.2g} to {hi:.2g})"
        )
        words.append(_ratio(claim, ratio, lo, hi))
    word: Word = words[0] if len(set(words)) == 1 else "mixed"
    figures = tuple(Figure(f"trade {flow.year}", flow.value, flow.lo, flow.hi, "dollars of the year", money(flow.value), "trade")
                    for both in flows for flow in both if flow is not None)  # fmt: skip
    return Verdict(
        turned(word, claim.negated),
        f"Trade in goods went {'; '.join(texts)}.",
        "goods, both ways, dollars of the year",
        query,
        figures,
        traded.TABLES,
    )


def _ratio(claim: Claim, ratio: float, lo: float, hi: float) -> Word:
    word = claim.word("word")
    times = next((n for stem, n in TIMES.items() if stem in word), None)
    if times is None and claim.value is not None and claim.unit == "percent":
        times = 1 + claim.value / 100 * (-1 if _way(claim) == "falling" else 1)
    if times is not None:
        if lo * (1 - WORTH) <= times <= hi * (1 + WORTH):
            return "supported"
        return (
            "mixed"
            if (times > 1) == (ratio > 1) and (times < 1 or ratio > times)
            else "contradicted"
        )
    way = _way(claim)
    if way == "steady":
        return "supported" if 1 - SLACK <= ratio <= 1 + SLACK else "contradicted"
    up, down = lo > 1 + SLACK / 3, hi < 1 - SLACK / 3
    if way == "rising":
        return "supported" if up else "contradicted" if down else "mixed"
    return "supported" if down else "contradicted" if up else "mixed"


def _ties(
    claim: Claim, known: Known, pair: tuple[StateRef, StateRef], spans: list[tuple[int, int]]
) -> Verdict:
    by_year = {year.year: year for year in years(known, *pair)}
    query = (f"daylight bond {pair[0].code} {pair[1].code} --as-of {known.on}",)
    words, texts, figures = [], [], []
    way = _way(claim)
    for line in lines(claim.text, False):
        for first, last in spans:
            one, other = by_year.get(first), by_year.get(last)
            if one is None or other is None:
                continue
            told = _moved(line, band(line, one), band(line, other))
            values = middle(line, one), middle(line, other)
            if told is None or values[0] is None or values[1] is None:
                continue
            digits = 0 if line.margin >= 1 else 2
            texts.append(
                f"{line.name} {values[0]:.{digits}f} in {first}, {values[1]:.{digits}f} in {last}"
            )
            figures.append(
                Figure(line.name, values[1], None, None, f"{last}", texts[-1], "ledgers")
            )
            words.append(_fits(told, way))
    if not words:
        return silent(
            f"How {pair[0].name} and {pair[1].name} stood in those years is not known.",
            query,
            LEDGERS,
        )
    sure = [w for w in words if w != "not enough data"]
    word: Word = "not enough data" if not sure else sure[0] if len(set(sure)) == 1 else "mixed"
    text = f"{'; '.join(texts)}."
    return Verdict(
        turned(word, claim.negated),
        text[:1].upper() + text[1:],
        f"by {listed([*dict.fromkeys(line.name for line in lines(claim.text, False))])}",
        query,
        tuple(figures),
        LEDGERS,
    )


def _moved(
    line: Line, one: tuple[float, float] | None, other: tuple[float, float] | None
) -> str | None:
    if one is None or other is None:
        return None
    if other[0] > one[1] + line.margin / 2:
        return "rising"
    if other[1] < one[0] - line.margin / 2:
        return "falling"
    wide = max(one[1] - one[0], other[1] - other[0]) > 10 * line.margin
    return "unsure" if wide else "steady"


def _fits(told: str, way: str) -> Word:
    if told == "unsure":
        return "not enough data"
    if told == way:
        return "supported"
    return "not enough data" if told == "steady" and way != "steady" else "contradicted"


def comparison(claim: Claim, known: Known) -> Verdict:
    """Decide which of two is more."""
    measure = str(claim.measure)
    less = any(
        w in claim.word("word")
        for w in ("less", "smaller", "lower", "distant", "further", "half", "poorer")
    )
    if claim.negated:
        return silent("The text denies a comparison; what it says in its place is not read.")
    if measure == "gdp":
        return _gdp(claim, known, less)
    if len(claim.subject) != 1 or not claim.object or not claim.other:
        return silent("Which are compared is not settled by the text.")
    codes = [str(a[0].state) for a in (claim.subject, claim.object, claim.other)]
    states = [known.state(code, claim.window.last if claim.window else None) for code in codes]
    if any(s is None for s in states):
        return silent("Which are compared is not settled by the text.")
    state, one, other = (s for s in states if s is not None)
    pair = {"trade": _traded, "votes": _voted, "bond": _stood}[measure](
        claim, known, state, one, other
    )
    query = {"trade": f"daylight partners {state.code} --as-of {known.on}"}.get(
        measure,
        f"daylight compare {state.code}:{one.code} {state.code}:{other.code} --as-of {known.on}",
    )
    if pair is None:
        return silent("The values of the two are not known.", (query,))
    (first, second), text, tables = pair
    word: Word = (
        "supported" if first[0] > second[1] else "contradicted" if first[1] < second[0] else "mixed"
    )
    word = turned(word, less)
    if (
        "twice" in claim.word("word")
        and word == "supported"
        and first[1] < 2 * second[0] * (1 - WORTH)
    ):
        word = "contradicted"
    figures = tuple(
        Figure(s.code, (e[0] + e[1]) / 2, e[0], e[1], "", s.name, tables[0])
        for s, e in ((one, first), (other, second))
    )
    return Verdict(turned(word, claim.negated), text, None, (query,), figures, tables)


Ends = tuple[float, float]
Compared = tuple[tuple[Ends, Ends], str, tuple[str, ...]] | None


def _traded(
    claim: Claim, known: Known, state: StateRef, one: StateRef, other: StateRef
) -> Compared:
    year = year_of(claim, known)
    way = "ab" if re.search(r"\b(?:export|sell|sold)", claim.text) else "both"
    imports = bool(re.search(r"\b(?:buy|bought|import)", claim.text))
    if re.search(r"\bthan [^.;,]{2,40} (?:does|did|do)\b", claim.sentence):
        state, one, other = one, state, other
    flows = [
        traded.between(known, s, state, year, "ab")
        if imports
        else traded.between(known, state, s, year, way)
        for s in (one, other)
    ]
    if flows[0] is None or flows[1] is None:
        return None
    first, second = flows[0], flows[1]
    text = f"Trade in goods of {state.name} in {year} came to {money(first.value)} with {one.name} and {money(second.value)} with {other.name}."
    return ((first.lo, first.hi), (second.lo, second.hi)), text, traded.TABLES


def _voted(claim: Claim, known: Known, state: StateRef, one: StateRef, other: StateRef) -> Compared:
    first, last = years_of(claim, known)
    found = [alike(known, state, s, first, last) for s in (one, other)]
    if found[0] is None or found[1] is None:
        return None
    text = f"{state.name} cast {found[0].all:.0f} in 100 votes like {one.name} and {found[1].all:.0f} in 100 like {other.name} ({first}-{last})."
    return ((found[0].all_lo, found[0].all_hi), (found[1].all_lo, found[1].all_hi)), text, VOTES


def _stood(claim: Claim, known: Known, state: StateRef, one: StateRef, other: StateRef) -> Compared:
    year = year_of(claim, known)
    ends = []
    for s in (one, other):
        found = next((y for y in years(known, state, s) if y.year == year), None)
        if found is None or (end := band(PLACE, found)) is None:
            return None
        ends.append(end)
    text = f"On the scale from rivalry (0) to warm peace (1), {state.name} stood at {ends[0][0]:.2f} to {ends[0][1]:.2f} with {one.name} and {ends[1][0]:.2f} to {ends[1][1]:.2f} with {other.name} in {year}."
    return (ends[0], ends[1]), text, LEDGERS


def _gdp(claim: Claim, known: Known, less: bool) -> Verdict:
    if not claim.subject or not claim.other:
        return silent("Which are compared is not settled by the text.")
    states = [known.state(str(a[0].state)) for a in (claim.subject, claim.other)]
    year = year_of(claim, known)
    found = [gdp(known, s, year) if s else None for s in states]
    if found[0] is None or found[1] is None or states[0] is None or states[1] is None:
        return silent("The values of the two are not known.", (), ("economies",))
    text = f"GDP in {year}: {states[0].name} {money(found[0][0])}, {states[1].name} {money(found[1][0])}."
    word: Word = (
        "supported"
        if found[0][1] > found[1][2]
        else "contradicted"
        if found[0][2] < found[1][1]
        else "mixed"
    )
    figures = tuple(
        Figure(s.code, f[0], f[1], f[2], "dollars of the year", money(f[0]), "economies")
        for s, f in zip(states, found, strict=True)
        if s and f
    )
    return Verdict(
        turned(turned(word, less), claim.negated),
        text,
        "at market rates",
        (f'daylight sql "SELECT * FROM economies WHERE year = {year}"',),
        figures,
        ("economies",),
    )
