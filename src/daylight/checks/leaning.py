"""Claims that a tie held under shocks, that a bloc leans on one state, or that a state lies in the
sphere of another.
"""

from __future__ import annotations

import re
from collections import Counter

from daylight.checks.amounts import two
from daylight.checks.belonging import query_of
from daylight.checks.known import Known
from daylight.checks.verdict import Figure, Verdict, Word, fact, silent, turned
from daylight.claims.records import Claim
from daylight.cohesion.spells import Row
from daylight.core.errors import DaylightError
from daylight.core.refs import ref_of
from daylight.core.request import request
from daylight.endurance.records import Resilience
from daylight.endurance.resilience import ask
from daylight.ledgers.years import FIRST
from daylight.say.lines import counted, listed
from daylight.say.numbers import with_interval
from daylight.spheres.between import between
from daylight.store.rows import rows_of

WEAK = ("fragile", "brittle")
BROKE = re.compile(
    r"\b(?:br[eo]k\w*|snapp\w*|collaps\w*|f[ea]ll apart|ruptur\w*|crack\w*)\b", re.IGNORECASE
)
STOOD = ("held", "held in one dimension", "dipped and recovered")
FELL = ("fell", "strained", "broke")
LEAST_TESTS = 2
MOST = 2 / 3
"""Part of all leaning from which one member is the hub alone."""
HALF = 0.5
SURE = 0.9
"""Chance from which a state lies within a sphere, or below 1 less it outside."""
BLOC_YEARS = ("bloc_years",)
SPHERE = ("ledger_items", "trade", "economies", "ideal_points", "capabilities")
RESILIENCE = ("shocks", "tie_years", "breaks", "acts", "ledgers")


def resilience(claim: Claim, known: Known) -> Verdict:
    """Decide whether a tie held under the shocks that it met."""
    pair = two(claim, known)
    if pair is None:
        return silent("Which two states are meant is not settled by the text.")
    query = (f"daylight resilience {pair[0].code} {pair[1].code} --as-of {known.on}",)
    found = known.once(
        ("resilience", *sorted(s.code for s in pair)),
        lambda: _asked(known, pair[0].code, pair[1].code),
    )
    if found is None:
        return silent("The two were not both states then.", query)
    window = claim.window
    tests = [
        s
        for s in found.shocks
        if s.expected != "boost"
        and (
            window is None
            or (window.how == "in" and window.precision == "year")
            or s.date >= window.first
        )
    ]
    counts = Counter(s.verdict for s in tests)
    stood, fell = sum(counts[w] for w in STOOD), sum(counts[w] for w in FELL)
    figures = [Figure("held", float(stood), None, None, "shocks", f"{stood} of {stood + fell} that can be told", "shocks"),
               Figure("fell", float(fell), None, None, "shocks", f"{fell}", "shocks")]  # fmt: skip
    rate = (
        next((r for r in found.hazard.rates if r.years == 8), None)
        if hasattr(found.hazard, "rates")
        else None
    )
    if rate is not None and rate.value is not None and rate.lo is not None and rate.hi is not None:
        figures.append(
            Figure(
                "break within 8 years",
                rate.value,
                rate.lo,
                rate.hi,
                "chance",
                with_interval(100 * rate.value, 100 * rate.lo, 100 * rate.hi, 0),
                "breaks",
            )
        )
    rule = "of the shocks that can be told: held, or fell back and recovered, against fell, strained or broke"
    broken = [b for b in found.breaks if window is None or b.year >= window.first.year]
    text = f"Of {counted(len(tests), 'shock')} on record for the two, the tie stood {stood} and fell {fell}; {len(tests) - stood - fell} cannot be told."
    if broken:
        text += f" It broke in {listed([str(b.year) for b in broken])}."
    if found.state.tie is False and not tests:
        word: Word = "contradicted"
        text += f" No tie is known at the end of {found.state.year}."
    elif stood + fell < LEAST_TESTS:
        word = "not enough data"
    elif found.state.tie is not False and stood >= 2 * fell and not broken:
        word = "supported"
    elif fell > stood or found.state.tie is False:
        word = "contradicted"
    else:
        word = "mixed"
    broke = bool(BROKE.search(claim.word("word")))
    weak = broke or any(w in claim.word("word") for w in WEAK)
    negated = claim.negated
    return Verdict(turned(word, negated != weak), text, rule, query, tuple(figures), RESILIENCE)


def _asked(known: Known, a: str, b: str) -> Resilience | None:
    try:
        return ask(request("resilience", (a, b), known.on, known.atlas.scope), known.atlas)
    except DaylightError:
        return None


def tether(claim: Claim, known: Known) -> Verdict:
    """Decide whether the members of each bloc lean on the one state."""
    named = [known.state(str(a.state)) for a in claim.subject if a.state]
    states = [s for s in named if s is not None]
    if not states or not claim.blocs:
        return silent("Which bloc or which state is meant is not settled by the text.")
    words, texts, figures, queries = [], [], [], []
    year = (
        min(claim.window.last.year, known.year)
        if claim.window and claim.window.precision == "year"
        else known.year
    )
    for bloc in claim.blocs:
        rows = {
            r["what"]: r
            for r in rows_of(known.atlas.rows("bloc_years", "bloc = ? AND year = ?", (bloc, year)))
        }
        queries.append(query_of(bloc, known.on))
        hub = rows.get("hub_share")
        if hub is None:
            words.append("not enough data")
            texts.append(f"Whom the members of the {bloc} leaned on in {year} is not measured.")
            continue
        word, text, figure = _hub(bloc, year, hub, rows, [s.cow for s in states], known)
        words.append(word)
        texts.append(text)
        figures.append(figure)
    word = words[0] if len(set(words)) == 1 else "mixed"
    rule = "part of all military and economic leaning among the members that is on one of them; two thirds make it the hub alone"
    return Verdict(
        turned(word, claim.negated),
        " ".join(texts),
        rule,
        tuple(queries),
        tuple(figures),
        BLOC_YEARS,
    )


def _hub(
    bloc: str, year: int, hub: Row, rows: dict[str, Row], cows: list[int], known: Known
) -> tuple[Word, str, Figure]:
    share, lo, hi = (float(hub[name]) for name in ("value", "lo", "hi"))
    who = ref_of(int(hub["cow"]), known.on)
    said = with_interval(100 * share, 100 * lo, 100 * hi, 0)
    text = f"In {year} {said} of 100 parts of the leaning among members of the {bloc} were on {who.name}"
    outside = rows.get("economic_outside")
    inside = rows.get("economic_hub")
    if outside and inside and outside["cow"] and outside["value"] > inside["value"]:
        text += f"; in trade they leaned more on {ref_of(int(outside['cow']), known.on).name}, which is "
        text += "outside" if not _member(known, bloc, int(outside["cow"])) else "a member too"
    figure = Figure(
        f"hub of {bloc}", share, lo, hi, "part of one", f"{who.name} {said} of 100", "bloc_years"
    )
    if int(hub["cow"]) not in cows:
        return "contradicted", f"{text}.", figure
    word: Word = (
        "supported" if lo >= MOST else "mixed" if lo >= HALF or hi >= MOST else "contradicted"
    )
    return word, f"{text}.", figure


def _member(known: Known, bloc: str, cow: int) -> bool:
    return any(
        int(r["cow"]) == cow
        and r["status"] == "full"
        and r["start"] <= known.on
        and (r["end"] is None or r["end"] > known.on)
        for r in known.spells(bloc)
    )


def sphere(claim: Claim, known: Known) -> Verdict:
    """Decide whether states lie in the sphere of a power."""
    power = known.state(str(claim.object[0].state)) if claim.object else None
    year = (
        min(claim.window.last.year, known.year)
        if claim.window and claim.window.precision == "year"
        else known.year
    )
    states = [known.state(str(a.state)) for a in claim.subject if a.state]
    if power is None or not states or None in states or year < FIRST:
        return silent("Which state or which power is meant is not settled by the text.")
    pairs = tuple((s, power) for s in states if s is not None and s.code != power.code)
    found = known.once(
        ("sphere", year, tuple((a.code, b.code) for a, b in pairs)),
        lambda: between(known.atlas, year, pairs),
    )
    query = (f"daylight sphere {power.code} --as-of {known.on}",)
    if not found:
        return silent(f"What drew them in {year} is not known.", query, SPHERE)
    out = any(
        w in claim.text.lower()
        for w in ("out of", "outside", "left", "escaped", "broke out", " from ")
    )
    words: list[Word] = []
    texts = []
    for one in found:
        chance, led = one.drawn.chance, one.drawn.leads
        words.append(
            "supported" if chance >= SURE else "contradicted" if chance <= 1 - SURE else "mixed"
        )
        texts.append(f"{one.drawn.state.name} lay within the sphere of {power.name} in {year} with a chance of {chance:.2f}"
                     + (f" (it led in {listed(list(led))})." if led else "."))  # fmt: skip
    word = words[0] if len(set(words)) == 1 else "mixed"
    figures = tuple(
        Figure(
            f"{one.drawn.state.code} in the sphere of {power.code}",
            one.drawn.chance,
            None,
            None,
            "chance",
            one.drawn.place,
            "spheres",
        )
        for one in found
    )
    return Verdict(
        turned(word, claim.negated != out),
        " ".join(texts),
        "the lead in two of arms, politics and trade",
        query,
        figures or (fact("sphere", "", "spheres"),),
        SPHERE,
    )
