"""What is said of how a tie held, and of how often such ties broke."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from daylight.breaks.kinds import TREATIES_TO, WINDOW
from daylight.core.refs import StateRef, in_text
from daylight.core.request import Request
from daylight.core.said import Finding, Summary
from daylight.endurance.rate_words import often
from daylight.endurance.records import Act, Break, Hazard, Shock, State, Verdict
from daylight.ledgers.years import FIRST
from daylight.say.lines import capital, counted, listed

LEGS = {
    "treaty": "a treaty of the two",
    "pact": "a pact of several",
    "troops": "US troops",
    "trade": "much trade",
}
FAMILIES = {
    "treaty": "a treaty of theirs ended before its term",
    "hostility": "hostility",
    "bloc": "a shared bloc ended or was left",
    "votes": "votes drew apart",
    "trade": "trade fell by half",
}
SIGNS = {
    "force": "use of force",
    "crisis": "a crisis",
    "rivalry": "rivalry",
    "sanctions": "three kinds of sanction",
}
TEXTS: Mapping[Verdict, str] = {
    "broke": "{} fell in years in which it broke",
    "strained": "{} strained it",
    "fell": "after {} votes or trade fell",
    "dipped and recovered": "after {} votes fell and came back by half",
    "held": "under {} it held",
    "held in one dimension": "under {} it held in one dimension",
    "cannot tell": "for {} the data cannot tell",
}
BY_ARITHMETIC = (
    "A warned tie is riskier mostly by arithmetic: it needs one more kind of evidence, a quiet one "
    "two."
)
LITTLE_POWER = (
    "Votes and trade have little power: at real breaks votes fall clearly in about one of five "
    "cases. A tie that did not fall has not been shown to hold; what cannot be told stands in the "
    "count."
)


def summary(
    asked: Request, now: State, tests: Sequence[Shock], broken: Sequence[Break], hazard: Hazard
) -> Summary:
    """Say how the tie stands, how it held, and how often such ties broke.

    The headline is of how it stands and how often such ties broke; the count of events stands over
    their list.
    """
    names = listed(in_text(state.name) for state in asked.states)
    said = [_stands(names, now), *_held(tests), *_broke(broken), *often(now, hazard)]
    told = tuple(replace(finding, text=capital(finding.text)) for finding in said)
    first = " ".join(f"{finding.text}." for finding in told if finding.about != "shocks")
    return Summary(first, told)


def _stands(names: str, now: State) -> Finding:
    evidence = ("/state/quiet_or_warned", "/state/by")
    if now.year < FIRST:
        return Finding("state", f"ties that could break are known from {FIRST} on", evidence)
    if now.tie is None:
        why = (
            f"the list of treaties ends in {TREATIES_TO}"
            if now.year > TREATIES_TO
            else f"their trade is not known for {now.year}"
        )
        last = f"; the last one known stood in {now.until}" if now.until else ""
        text = (
            f"whether {names} had a tie that could break in {now.year} cannot be told, since {why}"
        )
        return Finding("state", text + last, evidence)
    if not now.tie:
        return Finding("state", _without(names, now), (*evidence, "/state/unknown"))
    texts = {
        "quiet": f"nothing is known to have given way in it in {now.year - WINDOW + 1}-{now.year}",
        "warned": f"it was warned: {listed(map(act_text, now.by)) if now.by else ''}",
        "young": f"it began in {now.since}, too young to be called quiet",
        "cannot be called quiet": (
            f"nothing is known to have given way in it, but it cannot be called quiet, since "
            f"treaties are known to {TREATIES_TO} and disputes end before"
        ),
    }
    base = f"{names} had a tie in {now.year}, {_held_by(now)}"
    return Finding("state", f"{base}; {texts[now.quiet_or_warned]}", evidence)


def _without(names: str, now: State) -> str:
    """Say that there is no tie, and for how many years none could have been seen."""
    last = f"the last one stood in {now.until}" if now.until else f"none is known since {FIRST}"
    text = f"between {names} there was no tie that could break in {now.year}, by our rule; {last}"
    if now.unknown:
        years = counted(now.unknown, "year")
        text += f" (their trade, by which there can be one, is not known for {years})"
    return text


def _held_by(now: State) -> str:
    legs = list(now.legs)
    if "treaty_and_trade" in legs:
        legs = [leg for leg in legs if leg not in ("treaty_and_trade", "trade")]
        legs += ["treaty"] * ("treaty" not in legs) + ["trade"]
    if not legs:
        return "held by what stood the year before"
    held = f"held by {listed(LEGS[leg] for leg in legs)}"
    return held if now.year <= TREATIES_TO else f"{held} (treaties after {TREATIES_TO} not counted)"


def _held(tests: Sequence[Shock]) -> Iterator[Finding]:
    """Count the verdicts, with what cannot be told in the denominator."""
    counts = Counter(shock.verdict for shock in tests)
    while_it_stood = len(tests) - counts["no tie known"]
    if not while_it_stood:
        text = "no event on our lists tested it while it stood"
        yield Finding("shocks", text, ("/counts",))
        return
    parts = [text.format(counts[word]) for word, text in TEXTS.items() if counts[word]]
    of = "one event" if while_it_stood == 1 else f"{while_it_stood} events"
    acts = sum(shock.act for shock in tests if shock.verdict != "no tie known")
    text = f"of {of} that tested it while it stood, {listed(parts)}"
    if acts:
        are = "is an act itself, and strains" if acts == 1 else "are acts themselves, and strain"
        text += f" ({acts} of them {are} it at least)"
    yield Finding("shocks", text, ("/counts", "/counts_of_acts", "/placebo"))


def _broke(broken: Sequence[Break]) -> Iterator[Finding]:
    if broken:
        years = listed(str(one.year) for one in broken)
        yield Finding("breaks", f"by the rule of two kinds of evidence it broke in {years}",
                      ("/breaks",))  # fmt: skip


def act_text(act: Act) -> str:
    """Write what began: ``hostility in 1979 (a crisis)``."""
    signs = [SIGNS[sign] for sign in act.signs if sign in SIGNS]
    seen = f" ({listed(signs)})" if signs else ""
    return f"{FAMILIES[act.family]} in {act.year}{seen}"


def names_of(a: StateRef, b: StateRef) -> str:
    """Return two names as one: ``Russia-Iran``."""
    return f"{a.name}-{b.name}"
