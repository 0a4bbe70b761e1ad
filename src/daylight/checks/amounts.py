"""Claims about amounts: trade, shares of trade, votes cast alike, troops, GDP."""

from __future__ import annotations

from dataclasses import replace
from math import exp, isnan

import numpy as np

from daylight.checks import traded
from daylight.checks.known import Known
from daylight.checks.traded import money
from daylight.checks.verdict import Figure, Verdict, Word, silent, turned
from daylight.checks.voted import VOTES, Alike, alike
from daylight.claims.records import Claim
from daylight.core.estimate import Z
from daylight.core.lineages import numbers
from daylight.core.refs import StateRef
from daylight.store.rows import rows_of
from daylight.store.schemas.trade import ECONOMY_STEP, TRADE_SD_STEP

ROUNDING = 0.06
"""Part by which a number in news is rounded."""
FAR = 1.5
"""A number this many times beyond the interval is contradicted; nearer ones are mixed."""
POINTS = 3.0
"""Points of a hundred by which a share may differ, for rounding and for other roll calls."""
OVER = (
    "exceed",
    "topped",
    "surpass",
    "passed",
    "more than",
    "over ",
    "past",
    "above",
    "beyond",
    "at least",
)
UNDER = ("less than", "fewer than", "under", "below", "barely", "not even", "at most")
LOG_TROOPS = "troops_"


def two(claim: Claim, known: Known) -> tuple[StateRef, StateRef] | None:
    """Return the two states of a claim, None where they are not settled."""
    codes = claim.states
    if len(codes) < 2:
        return None
    day = claim.window.last if claim.window else None
    states = [known.state(code, day) for code in codes[:2]]
    return None if states[0] is None or states[1] is None else (states[0], states[1])


def year_of(claim: Claim, known: Known) -> int:
    """Return the year that an amount is of: that of the text, else the last full one."""
    if claim.window is None or claim.window.precision == "span":
        return known.year
    return min(claim.window.last.year, known.year)


def quantity(claim: Claim, known: Known) -> Verdict:
    """Decide an amount."""
    if claim.value is None:
        return silent("The text names no number that can be compared.")
    kind = {"trade": _trade, "exports": _trade, "trade_share": _share, "votes": _votes,
            "troops": _troops, "gdp": _gdp}[str(claim.measure)]  # fmt: skip
    return kind(claim, known)


def _trade(claim: Claim, known: Known) -> Verdict:
    pair = two(claim, known)
    if pair is None or claim.unit == "percent":
        return silent("Which two states, or which amount, is meant is not settled by the text.")
    a, b = pair
    year = year_of(claim, known)
    way = "ab" if claim.measure == "exports" else "both"
    if way == "ab" and (claim.word("way") == "from" or "import" in claim.text.lower()):
        a, b = b, a
    flow = traded.between(known, a, b, year, way)
    query = (f"daylight bond {pair[0].code} {pair[1].code} --as-of {known.on}",)
    if flow is None:
        return silent(
            f"Trade of {a.name} and {b.name} in {year} is not known.", query, traded.TABLES
        )
    what = (
        f"Goods from {a.name} to {b.name}"
        if way == "ab"
        else f"Trade in goods of {a.name} and {b.name}"
    )
    text = f"{what} came to {money(flow.value)} in {year} ({money(flow.lo)} to {money(flow.hi)})."
    figure = Figure(
        "trade", flow.value, flow.lo, flow.hi, "dollars of the year", money(flow.value), "trade"
    )
    word = _against(claim, flow.lo, flow.hi)
    return Verdict(turned(word, claim.negated), text, "goods, both ways" if way == "both" else "goods, one way",
                   query, (figure,), traded.TABLES)  # fmt: skip


def _against(claim: Claim, lo: float, hi: float, slack: float = ROUNDING) -> Word:
    """Return the verdict on a number against an interval."""
    value = float(claim.value or 0.0)
    about = f"{claim.word('about')} {claim.word('word')}"
    if any(word in about for word in UNDER):
        return (
            "supported" if hi * (1 - slack) <= value else "contradicted" if lo > value else "mixed"
        )
    if any(word in about for word in OVER):
        return (
            "supported" if lo * (1 + slack) >= value else "contradicted" if hi < value else "mixed"
        )
    if lo * (1 - slack) <= value <= hi * (1 + slack):
        return "supported"
    return "contradicted" if value > hi * FAR or value < lo / FAR else "mixed"


def _share(claim: Claim, known: Known) -> Verdict:
    if len(claim.subject) != 1 or len(claim.object) != 1 or claim.unit != "percent":
        return silent("Whose trade is meant is not settled by the text.")
    year = year_of(claim, known)
    partner, state = (known.state(str(actor[0].state)) for actor in (claim.subject, claim.object))
    if partner is None or state is None:
        return silent("Whose trade is meant is not settled by the text.")
    flow = traded.between(known, state, partner, year)
    total = _economy(known, state, year, "goods")
    query = (f"daylight bond {state.code} {partner.code} --as-of {known.on}",)
    if flow is None or total is None:
        return silent(f"Trade of {state.name} in {year} is not known.", query, traded.TABLES)
    value, lo, hi = (100 * part / total[0] for part in (flow.value, flow.lo, flow.hi))
    text = f"{value:.1f} of 100 dollars of goods that {state.name} traded in {year} were traded with {partner.name} ({lo:.1f} to {hi:.1f})."
    figure = Figure("share", value, lo, hi, "percent", f"{value:.1f} %", "trade")
    return Verdict(
        turned(_points(claim, value, lo, hi), claim.negated),
        text,
        "goods, both ways",
        query,
        (figure,),
        traded.TABLES,
    )


def _points(claim: Claim, value: float, lo: float, hi: float) -> Word:
    said = float(claim.value or 0.0)
    if lo - POINTS <= said <= hi + POINTS:
        return "supported"
    return "mixed" if lo - 2 * POINTS <= said <= hi + 2 * POINTS else "contradicted"


def _economy(
    known: Known, state: StateRef, year: int, what: str
) -> tuple[float, float, float] | None:
    """Return goods traded or GDP of a state in a year, in dollars, with its 90 % interval."""
    marks = ", ".join("?" for _ in numbers(state.cow, known.on))
    rows = rows_of(
        known.atlas.rows(
            "economies", f"cow IN ({marks}) AND year = ?", (*numbers(state.cow, known.on), year)
        )
    )
    row = next((r for r in rows if r[what] is not None and not isnan(r[what])), None)
    if row is None or year > known.year:
        return None
    value = exp(float(row[what]) * ECONOMY_STEP) * 1e6
    sd = float(row[f"{what}_sd"] or 0) * TRADE_SD_STEP
    return value, value * exp(-Z * sd), value * exp(Z * sd)


def _votes(claim: Claim, known: Known) -> Verdict:
    pair = two(claim, known)
    if pair is None or claim.unit != "percent":
        return silent("Whose votes are meant is not settled by the text.")
    first, last = years_of(claim, known)
    found = alike(known, *pair, first, last)
    query = (f"daylight divergence {pair[0].code} {pair[1].code} --as-of {known.on}",)
    if found is None:
        return silent(f"The two cast too few votes together in {first}-{last}.", query, VOTES)
    against = "against" in claim.text.lower()
    said = 100 - float(claim.value or 0) if against else float(claim.value or 0)
    text = f"Of {found.calls} recorded votes of the General Assembly in {_years(first, last)} the two cast {found.all:.0f} in 100 alike, and {found.yes_no:.0f} in 100 of those in which both said yes or no."
    figures = _figures(found)
    if abs(found.all - said) <= POINTS:
        word: Word = (
            "supported" if abs(found.yes_no - said) <= POINTS else "supported under a definition"
        )
        return Verdict(
            turned(word, claim.negated),
            text,
            "all recorded votes, abstention a third choice",
            query,
            figures,
            VOTES,
        )
    if abs(found.yes_no - said) <= POINTS:
        return Verdict(
            "supported under a definition",
            text,
            "only votes in which both said yes or no",
            query,
            figures,
            VOTES,
        )
    between = min(found.all, found.yes_no) < said < max(found.all, found.yes_no)
    word = "mixed" if between else "contradicted"
    return Verdict(turned(word, claim.negated), text, None, query, figures, VOTES)


def _years(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"


def years_of(claim: Claim, known: Known) -> tuple[int, int]:
    """Return the first and last year of votes that a claim is about."""
    if claim.window is None:
        return known.year, known.year
    first = claim.window.first.year
    return (
        (first, known.year)
        if claim.window.how == "since"
        else (first, min(claim.window.last.year, known.year))
    )


def _figures(found: Alike) -> tuple[Figure, ...]:
    return (
        Figure(
            "alike", found.all, found.all_lo, found.all_hi, "percent", f"{found.all:.0f} %", "votes"
        ),
        Figure(
            "alike, yes or no",
            found.yes_no,
            None,
            None,
            "percent",
            f"{found.yes_no:.0f} %",
            "votes",
        ),
    )


def _troops(claim: Claim, known: Known) -> Verdict:
    if len(claim.subject) != 1 or len(claim.object) != 1:
        return silent("Whose troops are meant is not settled by the text.")
    owner, host = (
        known.state(str(actor[0].state), claim.window.last if claim.window else None)
        for actor in (claim.subject, claim.object)
    )
    if owner is None or host is None:
        return silent("Whose troops are meant is not settled by the text.")
    year = year_of(claim, known)
    row = troops(known, owner, host, year)
    query = (f"daylight bond {owner.code} {host.code} --as-of {known.on}",)
    if row is None:
        return silent(
            f"Troops of {owner.name} in {host.name} in {year} are not known.",
            query,
            ("ledger_items",),
        )
    value = row
    text = (
        f"About {float(f'{value:.2g}'):,.0f} troops of {owner.name} were in {host.name} in {year}."
        if value
        else f"No troops of {owner.name} in {host.name} are on record for {year}."
    )
    figure = Figure(
        "troops", value, value / 1.3, value * 1.3, "troops", f"{value:,.0f}", "ledger_items"
    )
    return Verdict(
        turned(_against(claim, value / 1.3, value * 1.3), claim.negated),
        text,
        "by the yearly count nearest to the end of the year",
        query,
        (figure,),
        ("ledger_items",),
    )


def troops(known: Known, owner: StateRef, host: StateRef, year: int) -> float | None:
    """Return how many troops of a state were in another in a year, None where not known."""
    for one in numbers(owner.cow, known.on):
        for other in numbers(host.cow, known.on):
            a, b = sorted((one, other))
            rows = rows_of(
                known.atlas.rows("ledger_items", "a = ? AND b = ? AND year = ?", (a, b, year))
            )
            if rows and rows[0]["troops_status"] <= 1:
                raw = rows[0][f"troops_{'ab' if one < other else 'ba'}"]
                if raw is not None:
                    level = float(raw) * 0.02
                    return (
                        10**level
                        if level > 0 and abs(level - 10 / 3) > 0.011
                        else 0.0
                        if level <= 0
                        else None
                    )
    return None


def _gdp(claim: Claim, known: Known) -> Verdict:
    state = known.state(str(claim.subject[0].state)) if claim.subject else None
    year = year_of(claim, known)
    found = _economy(known, state, year, "gdp") if state else None
    if state is None or found is None:
        return silent(f"GDP in {year} is not known.", (), ("economies",))
    value, lo, hi = found
    text = f"The GDP of {state.name} was {money(value)} in {year} ({money(lo)} to {money(hi)})."
    figure = Figure("gdp", value, lo, hi, "dollars of the year", money(value), "economies")
    query = (f'daylight sql "SELECT * FROM economies WHERE cow = {state.cow} AND year = {year}"',)
    return Verdict(
        turned(_against(claim, lo, hi), claim.negated),
        text,
        "at market rates",
        query,
        (figure,),
        ("economies",),
    )


def gdp(known: Known, state: StateRef, year: int) -> tuple[float, float, float] | None:
    """Return the GDP of a state in a year with its 90 % interval."""
    return _economy(known, state, year, "gdp")


def surely(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether an interval lies wholly above another."""
    return bool(np.asarray(one[0]) > np.asarray(other[1]))
