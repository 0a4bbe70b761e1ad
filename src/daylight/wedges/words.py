"""What is said of what it would take to pull two states apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from daylight.bonds.records import Quantity
from daylight.core.refs import in_text
from daylight.core.request import Request
from daylight.core.said import Finding, Summary
from daylight.endurance.rate_words import rate_text
from daylight.say.lines import capital, counted, listed
from daylight.say.numbers import fixed
from daylight.wedges.assumed.records import Assumed
from daylight.wedges.measured.rates import FEW
from daylight.wedges.measured.records import Condition, Lean, Measured, Precedent
from daylight.wedges.tried.records import Tried

TOLD = "4"
"""Years ahead of the chance that is told in a sentence."""
LIKELY = ((0.10, "very unlikely"), (0.33, "unlikely"), (0.66, "about as likely as not"))
"""Upper ends of the words for a chance (Mastrandrea et al. 2010, the scale of the IPCC)."""
ANSWERS = {
    "accepted": "accepted", "half": "taken in part", "refused": "refused",
    "unknown": "without a known answer",
}  # fmt: skip
OUTCOMES = {
    "success": "had worked", "partial": "had worked in part", "fail": "had failed",
    "unknown": "cannot be told",
}  # fmt: skip
NAMED = 4
"""Conditions that a sentence names."""
BY_RULE = ("something_gave_way", "treaty")
"""Conditions that raise the ratio by the rule of breaks itself: a warned tie needs one more kind of
evidence, and a treaty can be broken."""


def summary(
    asked: Request, measured: Measured, before: Tried, assumed: Assumed | None, anchor: str | None
) -> Summary:  # fmt: skip
    """Say what was measured, what was tried, and what follows from assumptions, one by one."""
    said = [*_contest(before), *_often(measured), *_tried(asked, before)]
    said += _assumed(asked, assumed, anchor)
    headline = " ".join(f"{capital(finding.text)}." for finding in said)
    said += [*_conditions(measured), *_leans(measured), *_pulls(measured)]
    return Summary(headline, tuple(replace(f, text=capital(f.text)) for f in said))


def likely(chance: float, most: float) -> str:
    """Return the words for a chance, from its value to its upper end."""
    one, other = (next((w for end, w in LIKELY if x < end), "likely") for x in (chance, most))
    return one if one == other else f"{one} to {other}"


def _often(measured: Measured) -> Iterator[Finding]:
    position = measured.position
    if measured.reason is not None:
        text = f"how often a divider had its way cannot be given here: {measured.reason}"
        rate = measured.any_tie.get(TOLD)
        evidence: tuple[str, ...] = ("/measured/reason",)
        if rate is not None:
            text += (
                f"; of {position.tie.quiet_or_warned} ties as a whole {rate_text(rate)} broke "
                f"within {TOLD} years, for whatever reason"
            )
            evidence = (*evidence, f"/measured/any_tie/{TOLD}")
        yield Finding("measured", text, evidence)
        return
    chance = measured.horizons.get(TOLD)
    if chance is not None and chance.broke.value is not None and chance.broke.hi is not None:
        standing = f"{position.tie.quiet_or_warned} " if "standing" in position.compared else ""
        text = (
            f"{likely(chance.broke.value, chance.broke.hi)} by the record: within {TOLD} years "
            f"{rate_text(chance.broke)} of such {standing}ties broke, "
            f"{rate_text(chance.to_divider)} with a gain seen with that power"
        )
        if position.stood is not None:
            text += f" (the tie as it stood in {position.stood}, since the lists have ended)"
        yield Finding("measured", text, ("/measured/position", f"/measured/horizons/{TOLD}"))
    rival = "a rival" if position.partner_rival else "no rival"
    like = f"the target was the {position.side} side and the partner {rival} of a great power"
    text = f"of {counted(measured.alike, 'tie')} since 1950 in which {like}, "
    text += _listed(measured.precedents)
    told = (
        f"/measured/precedents/{k}/{name}"
        for k in range(len(measured.precedents))
        for name in ("year", "to_divider")
    )
    yield Finding("precedents", text, ("/measured/alike", *told))


def stood_text(year: int) -> str:
    """Say that a tie is taken as it last stood."""
    return (
        f"The tie is taken as it stood in {year}, since the lists by which one stands have ended."
    )


def _listed(found: Sequence[Precedent]) -> str:
    """Say how many ties broke; name them where there are few."""
    once = grouped(found)
    if not once:
        return "none is known to have broken"
    if len(once) >= FEW:
        to = sum(bool(one.gained) for one in once)
        return f"{len(once)} broke, {to or 'none'} of them with a gain seen with that power"
    return f"{len(once)} broke: {'; '.join(once_text(one) for one in once)}"


@dataclass(frozen=True, slots=True)
class Once:
    """A break, once: the powers with which the target gained, and those with which it did not.

    A power with which a gain could not be seen is in neither.
    """

    target: str
    partner: str
    year: int
    gained: tuple[str, ...]
    without: tuple[str, ...]


def grouped(found: Sequence[Precedent]) -> tuple[Once, ...]:
    """Return each break once, in the order of the first of its triads."""
    groups: dict[tuple[str, str, int], list[Precedent]] = {}
    for one in found:
        key = in_text(one.target.name), in_text(one.partner.name), one.year
        groups.setdefault(key, []).append(one)
    return tuple(
        Once(*key, *(tuple(in_text(p.divider.name) for p in mine if p.to_divider is gain)
                     for gain in (True, False)))
        for key, mine in groups.items()
    )  # fmt: skip


def once_text(one: Once) -> str:
    """Write a break: ``Russia from Vietnam in 1991, towards China``."""
    parts = [f"towards {listed(one.gained)}"] if one.gained else []
    parts += [f"without a gain seen with {listed(one.without)}"] if one.without else []
    way = ", ".join(parts) or "whether towards the power cannot be seen"
    return f"{one.target} from {one.partner} in {one.year}, {way}"


def _tried(asked: Request, before: Tried) -> Iterator[Finding]:
    """Say what was offered to this target, or which attempts are nearest."""
    target, partner = (in_text(state.name) for state in asked.states)
    if before.offers:
        kinds = Counter(one.answer for one in before.offers)
        answers = listed(f"{kinds[word]} {text}" for word, text in ANSWERS.items() if kinds[word])
        known = [one.after_5 for one in before.offers if one.after_5]
        came = Counter(known)
        are = "is" if len(before.offers) == 1 else "are"
        text = f"{counted(len(before.offers), 'offer')} to draw {target} from {partner} {are} known"
        first, last = (pick(one.last for one in before.offers) for pick in (min, max))
        text += f" ({years_text(first, last)}): {answers}"
        if known:
            parts = [f"{came[word]} {OUTCOMES[word]}" for word in OUTCOMES if came[word]]
            whole = (
                f"all {parts[0].split(' ', 1)[1]}"
                if len(parts) == 1 < len(known)
                else listed(parts)
            )
            text += f"; of the {len(known)} whose five years have passed, {whole}"
        said = ("answer", "after_5")
        count = range(len(before.offers))
        yield Finding("tried", text, tuple(f"/tried/offers/{k}/{n}" for k in count for n in said))
        return
    text = (
        f"no offer to draw {target} from {partner} that was over by then is on our list of "
        f"{before.count} attempts"
    )
    evidence = ["/tried/count"]
    if before.nearest:
        evidence.append("/tried/nearest/0/attempt")
        one = before.nearest[0].attempt
        who = f"{one.target} from {one.partner} ({one.divider}, "
        text += f"; nearest is the attempt to draw {who}{years_text(one.first, one.last)})"
    yield Finding("tried", text, tuple(evidence))


def _contest(before: Tried) -> Iterator[Finding]:
    """Say how often recognition of Taipei was given up of late, where that is what is asked."""
    rates = before.contest.rates if before.contest else ()
    known = [(k, rate) for k, rate in enumerate(rates) if rate.value is not None]
    if not known:
        return
    k, rate = known[-1]
    value, lo, hi = (_hundred(x or 0.0) for x in (rate.value, rate.lo, rate.hi))
    text = (
        f"of the states that recognised Taipei {value} in 100 a year ({lo} to {hi}) gave it up in "
        f"{rate.first}-{rate.last} ({rate.exits} in {rate.state_years:,} state-years)"
    )
    yield Finding("contest", text, (f"/tried/contest/rates/{k}",))


def years_text(first: int, last: int) -> str:
    """Write the years of an attempt: ``1972-79``, ``2017``."""
    return str(first) if first == last else f"{first}-{last}"


def _assumed(asked: Request, assumed: Assumed | None, anchor: str | None) -> Iterator[Finding]:
    """Say what follows from the scenario, as what it is."""
    if assumed is None:
        return
    target = in_text(asked.states[0].name)
    if assumed.p_leave is None:
        text = f"under your assumptions no chance can be given: {assumed.reason}"
        yield Finding("assumed", text, ("/assumed/reason",))
        return
    value, lo, hi = (fixed(100 * x, 1) for x in (
        assumed.p_leave.value, assumed.p_leave.lo, assumed.p_leave.hi))  # fmt: skip
    text = (
        f"under your assumptions, which are no evidence, {target} leaves within "
        f"{counted(assumed.within, 'year')} with a chance of {value} in 100 ({lo} to {hi})"
    )
    if assumed.base is not None and assumed.base.value is not None:
        text += f", against {fixed(100 * assumed.base.value, 1)} with nothing assumed ({anchor})"
    if any(one.who is not None for one in assumed.to):
        to = (f"{one.who or 'the divider'} {_hundred(one.chance.value)}" for one in assumed.to)
        text += f"; in 100, to {listed(to)}"
    yield Finding("assumed", text, ("/assumed/p_leave", "/assumed/base", "/anchor"))


def _hundred(chance: float) -> str:
    return fixed(100 * chance, 1)


def _conditions(measured: Measured) -> Iterator[Finding]:
    """Say which conditions are met here that go with more breaks, or with fewer."""
    every = [
        (k, c) for k, c in enumerate(measured.conditions)
        if c.met and c.name not in BY_RULE and c.effect != "too few"
    ]  # fmt: skip
    if not every:
        return
    parts = []
    for word, head in (("oftener", "with more breaks"), ("rarer", "with fewer")):
        mine = [f"{c.text} ({ratio_text(c)})" for _, c in every if c.effect == word]
        parts += [f"{head}: {listed(mine[:NAMED])}"] if mine else []
    none = sum(c.effect == "none measured" for _, c in every)
    if none and parts:
        parts.append("one more shows no effect" if none == 1 else f"{none} more show no effect")
    text = "; ".join(parts) or f"none shows an effect ({none})"
    yield Finding(
        "conditions", f"of the conditions of theory that are met here and measured, {text}; none "
        "of it is a cause", tuple(f"/measured/conditions/{k}" for k, _ in every[:NAMED]),
    )  # fmt: skip


def ratio_text(one: Condition) -> str:
    """Write a ratio: ``2.1 times [1.4, 2.9]``."""
    if one.ratio is None or one.lo is None or one.hi is None:
        return "too few cases"
    value, lo, hi = (fixed(x, 1) for x in (one.ratio, one.lo, one.hi))
    return f"{value} times [{lo}, {hi}]"


def _leans(measured: Measured) -> Iterator[Finding]:
    known = [(k, one) for k, one in enumerate(measured.leans) if one.word is not None]
    if known:
        text = "; ".join(f"{pair_text(one)} are {one.word}" for _, one in known)
        yield Finding("leans", text, tuple(f"/measured/leans/{k}/word" for k, _ in known))


def _pulls(measured: Measured) -> Iterator[Finding]:
    """Say of each side whether the bloc or the other draws it more, by arms and by trade."""
    for k in range(0, len(measured.pulls), 2):
        other, bloc = measured.pulls[k], measured.pulls[k + 1]
        told = []
        for name, one, two in (("arms", other.military, bloc.military),
                               ("trade", other.economic, bloc.economic)):  # fmt: skip
            if None not in (one.lo, one.hi, two.lo, two.hi):
                told.append(f"by {name} {_more(other.by, bloc.by, one, two)}")
        if told:
            where = tuple(f"/measured/pulls/{n}" for n in (k, k + 1))
            yield Finding("pulls", f"{in_text(other.state.name)} is drawn {listed(told)}", where)


def _more(one: str, two: str, pull: Quantity, against: Quantity) -> str:
    """Return which of two draws more, where their intervals lie apart."""
    if float(pull.lo or 0) > float(against.hi or 0):
        return f"more by {in_text(one)}"
    if float(against.lo or 0) > float(pull.hi or 0):
        return f"more by {two}"
    return f"about as much by {in_text(one)} as by {two}"


def pair_text(one: Lean) -> str:
    """Write the two of a pair: ``Russia and Iran``."""
    return listed((in_text(one.a.name), in_text(one.b.name)))
