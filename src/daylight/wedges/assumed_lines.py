"""What follows from assumptions, in plain lines."""

from __future__ import annotations

from collections.abc import Iterator

from daylight.say.lines import counted, wrap
from daylight.say.numbers import fixed, significant
from daylight.wedges.assumed.records import Assumed, Band, BreakEven
from daylight.wedges.records import Wedge
from daylight.wedges.tried.records import Bound
from daylight.wedges.tried_lines import amount_text

HANG = 2
SHOWN = 8
"""Break-evens, and influences, that a text shows; JSON has all."""
WITHOUT = (
    "No scenario is given. Write one (`daylight scenario FILE` asks for it), and give it with "
    "--scenario FILE: then this part says what follows from it, what would tip it, and what the "
    "partner could answer."
)


def assumed_lines(answer: Wedge) -> Iterator[str]:
    """Return the chance, the break-evens, the reply, the price and what decides."""
    yield "3. WHAT WOULD HAVE TO BE TRUE (your assumptions, no evidence)"
    for bound in answer.tried.bounds:
        yield from wrap(bound_text(bound), 2, HANG)
    found = answer.assumed
    if found is None:
        yield from wrap(WITHOUT, 2)
        return
    yield from wrap(chance_text(found, answer.anchor), 2)
    yield from wrap(f"Amounts in {found.unit}. Net gain from leaving: {band_text(found.net)}.", 2)
    yield from wrap("What one input would have to be, with all others at their middle:", 2)
    for one in found.break_even[:SHOWN]:
        yield from wrap(break_even_text(one), 4, HANG)
    yield from wrap(reply_text(found), 2)
    yield from wrap(price_text(found), 2)
    named = [
        f"{one.label} ({significant(100 * one.total.value, 2)} %)"
        for one in found.sensitivity[:3]
        if one.total.value is not None
    ]
    if named:
        yield from wrap(
            f"What the spread of the chance comes from most (parts that work together count "
            f"for each, so that they add to more than all): {', '.join(named)}.",
            2,
        )


def bound_text(bound: Bound) -> str:
    """Write what a refused offer says of how much staying was worth."""
    recalled = "" if bound.seen else ", a sum that was recalled,"
    return (
        f"An offer of ${amount_text(bound.amount)}{recalled} was refused in {bound.year}: if it "
        f"was believed, staying was worth more to the target than that, times how likely it was "
        f"kept, over what a unit of value costs to give."
    )


def chance_text(found: Assumed, anchor: str | None) -> str:
    """Write the chance, or why there is none."""
    if found.p_leave is None:
        return f"No chance: {found.reason}."
    value, lo, hi, mean = (
        fixed(100 * x, 1)
        for x in (found.p_leave.value, found.p_leave.lo, found.p_leave.hi, found.p_leave.mean)
    )
    base = "" if found.base is None or found.base.value is None else (
        f"; with nothing assumed {fixed(100 * found.base.value, 1)} ({anchor})"
    )  # fmt: skip
    years = counted(found.within, "year")
    return (
        f"Chance that the target leaves within {years}, in 100: {value} ({lo} to {hi}), on "
        f"average {mean}{base}."
    )


def band_text(band: Band | None) -> str:
    """Write a value with its range."""
    if band is None or band.value is None:
        return "without bound"
    ends = "" if band.lo is None or band.hi is None else (
        f" ({significant(band.lo, 2)} to {significant(band.hi, 2)})"
    )  # fmt: skip
    return f"{significant(band.value, 2)}{ends}"


def break_even_text(one: BreakEven) -> str:
    """Write a break-even: what it is now, and where it tips the choice."""
    now = f"now {significant(one.now, 2)}"
    if one.needs is None:
        return f"{one.label}: {now}; changes nothing"
    named = (
        (one.outweighs, "for a net gain"), (one.ten, "for ten in 100"),
        (one.half, "to be as likely as not"),
    )  # fmt: skip
    needs = [(crossing, name) for crossing, name in named if crossing is not None]
    if all(crossing.value is None for crossing, _ in needs):
        return f"{one.label}: {now}; {one.outweighs.reason}"
    parts = [
        f"{one.needs} {significant(crossing.value, 2)} {name}"
        if crossing.value is not None
        else f"{crossing.reason} {name}"
        for crossing, name in needs
    ]
    return f"{one.label}: {now}; {', '.join(parts)}"


def reply_text(found: Assumed) -> str:
    """Write the partner's best reply."""
    reply = found.reply
    if reply is None:
        return "The partner's reply: not known without a chance."
    if not reply.value.value:
        return "The partner need not reply: there is no net gain for it to undo."
    text = f"The partner undoes it with a further promise worth {band_text(reply.value)}"
    if reply.cost is None:
        return f"{text}; what that costs it is not known: {reply.reason}."
    can = "within" if reply.undone else "beyond"
    return f"{text} to the target, at a cost of {band_text(reply.cost)}, {can} what it gains."


def price_text(found: Assumed) -> str:
    """Write what the divider would have to spend, or why it is not known."""
    price = found.price
    if price.match is None:
        return f"No price: {price.reason}."
    text = f"To match the partner's best the divider spends {band_text(price.match)}"
    if price.half is not None:
        text += f"; to make leaving as likely as not {band_text(price.half)}"
    if price.worth is not None:
        pays = "pays" if price.pays else "does not pay"
        text += f"; it is worth {band_text(price.worth)} to it, so that it {pays}"
    return f"{text}."
