"""What follows from a scenario: the measured frequency where nothing is assumed."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import ndtr, ndtri
from wedge_scenarios import BASE, scenarios

from daylight.core.errors import BadInput
from daylight.core.plain import plain
from daylight.wedges.assumed.anchor import cases, largest, nets, p_leave, p_to, stakes
from daylight.wedges.assumed.assume import assume
from daylight.wedges.assumed.break_even import break_even, range_of
from daylight.wedges.assumed.given import Bidder, Offer, Scenario, Threat, Veto
from daylight.wedges.assumed.inputs import base_at, middles, of_the_chance, of_the_price
from daylight.wedges.assumed.labels import labels
from daylight.wedges.assumed.prior import Prior, one
from daylight.wedges.assumed.reply import extra, price
from daylight.wedges.assumed.scenario import scenario

DRAWS = 200
BASES = st.floats(0.001, 0.4).map(lambda b: (b, b * 0.8, b * 1.2))
SIMPLE = Scenario(
    even=one(10.0),
    stay=one(2.0),
    divider=Bidder(
        "divider", None, "leave", one(30.0), one(1.0),
        (Offer("aid", one(10.0), one(0.8), one(1.5)),), (Threat("war", one(4.0), one(0.5)),),
    ),
    partner=Bidder(
        "partner", None, "stay", one(12.0), None, (Offer("oil", one(2.0), one(0.5), one(1.0)),)
    ),
)  # fmt: skip
"""Net gain 8 + 2 - 2 - 1 = 7."""


def x_of(found: Scenario, base: float = BASE[0]) -> dict[str, float]:
    priors = {**of_the_chance(found), **of_the_price(found)}
    return middles(priors, (base, base, base))


def gain(found: Scenario, x: dict[str, float]) -> float:
    return float(largest(nets(stakes(found, x), x)))


# ---- the anchor ------------------------------------------------------------------------------


@settings(max_examples=20)
@given(BASES, st.floats(0.1, 100))
def test_nothing_assumed_gives_the_measured_frequency(
    base: tuple[float, float, float], even: float
) -> None:
    found = assume(Scenario(even=one(even)), base, DRAWS)
    assert found.p_leave is not None
    assert (found.base.value, found.base.lo, found.base.hi) == base  # type: ignore[union-attr]
    assert found.p_leave.value == pytest.approx(base[0], rel=1e-12)
    assert (found.p_leave.lo, found.p_leave.hi) == pytest.approx(base[1:], rel=1e-3)
    assert found.net.value == 0


def test_it_is_the_formula() -> None:
    found = assume(SIMPLE, BASE, DRAWS)
    assert found.net.value == 7
    assert found.p_leave is not None
    assert found.p_leave.value == pytest.approx(ndtr(ndtri(0.023) * (1 - 7 / 10)))
    assert found.p_leave.lo < found.p_leave.value < found.p_leave.hi
    assert [to.chance for to in found.to] == [found.p_leave]


def test_at_even_leaving_is_as_likely_as_not() -> None:
    assert assume(replace(SIMPLE, even=one(7.0)), BASE, DRAWS).p_leave.value == 0.5  # type: ignore[union-attr]


@given(BASES, st.floats(0, 1))
def test_what_a_frequency_leaves_open_is_its_interval(
    base: tuple[float, float, float], part: float
) -> None:
    ends = base_at(base, np.array([0.05, 0.5, 0.95]))
    assert ends == pytest.approx([base[1], base[0], base[2]], rel=1e-6)
    assert 0 < base_at(base, np.array([part]))[0] < 0.5


@settings(max_examples=12)
@given(scenarios(), BASES)
def test_a_chance_is_a_chance(found: Scenario, base: tuple[float, float, float]) -> None:
    result = assume(found, base, DRAWS)
    said = result.p_leave
    assert said is not None
    assert 0 <= said.lo <= said.value <= said.hi <= 1
    assert 0 <= said.mean <= 1
    assert sum(to.chance.value for to in result.to) == pytest.approx(said.value)
    assert sum(to.chance.mean for to in result.to) == pytest.approx(said.mean)
    json.dumps(plain(result), allow_nan=False)


@settings(max_examples=12)
@given(scenarios())
def test_ways_of_stopping_offers_are_all(found: Scenario) -> None:
    x = x_of(found)
    ways = cases(stakes(found, x), x)
    assert ways.weight.sum() == pytest.approx(1)
    assert (ways.weight >= 0).all()


@given(st.floats(-10, 10), st.floats(0, 10), st.floats(0, 10), st.floats(0.001, 0.999))
def test_quantiles_are_those_of_a_triangle(low: float, left: float, right: float, u: float) -> None:
    prior = Prior(low, low + left, low + left + right)
    x = float(prior.quantile(u))
    span = prior.high - prior.low
    if span < 1e-6:
        return
    below = (
        (x - prior.low) ** 2 / (span * left)
        if x < prior.likely
        # type: ignore[operator]
        else (1 - (prior.high - x) ** 2 / (span * right) if right > 0 else 1.0)
    )
    assert below == pytest.approx(u, abs=1e-6)
    assert float(Prior(low, None, low + left).quantile(u)) == pytest.approx(low + u * left)


# ---- more and less ---------------------------------------------------------------------------


def helps(path: str, found: Scenario) -> bool:
    """Whether more of an input makes leaving likelier."""
    wants = {bidder.path: bidder.wants for bidder in found.bidders}
    if path == "stay":
        return False
    who = next(name for name in wants if path.startswith(f"{name}."))
    return (wants[who] == "leave") != ("vetoes" in path)


@settings(max_examples=30)
@given(scenarios(), st.data(), st.floats(0, 1))
def test_the_chance_goes_one_way_with_each_input(
    found: Scenario, data: st.DataObject, more: float
) -> None:
    x = x_of(found)
    path = data.draw(st.sampled_from([p for p in of_the_chance(found) if p != "even"]))
    part = path.rpartition(".")[2] in ("kept", "carried_out", "chance")
    up = {**x, path: x[path] + more * ((1 - x[path]) if part else 10)}
    change = float(p_leave(found, up) - p_leave(found, x))
    assert change * (1 if helps(path, found) else -1) >= -1e-12


@settings(max_examples=20)
@given(scenarios(), st.floats(0.1, 30))
def test_a_larger_even_draws_the_chance_to_the_frequency(found: Scenario, more: float) -> None:
    found = replace(
        found,
        divider=replace(found.divider, vetoes=()),
        partner=replace(found.partner, vetoes=()),
        others=tuple(replace(other, vetoes=()) for other in found.others),
    )
    x = x_of(found)
    far = {**x, "even": x["even"] + more}
    assert abs(p_leave(found, far) - BASE[0]) <= abs(p_leave(found, x) - BASE[0]) + 1e-12


@settings(max_examples=15)
@given(scenarios())
def test_a_bidder_who_does_nothing_changes_nothing(found: Scenario) -> None:
    k = len(found.others) + 1
    more = replace(found, others=(*found.others, Bidder(f"others.{k}", "nobody", "leave")))
    assert p_leave(more, x_of(more)) == pytest.approx(float(p_leave(found, x_of(found))))


def test_the_target_goes_to_the_best_offer_and_threats_of_all_count() -> None:
    rich = Bidder("others.1", "China", "leave", offers=(Offer("oil", one(20.0), one(1.0), None),))
    both = replace(SIMPLE, others=(rich,))
    to = {to.path: to.chance.value for to in assume(both, BASE, DRAWS).to}
    assert to["divider"] == 0
    assert to["others.1"] == pytest.approx(ndtr(ndtri(0.023) * (1 - (20 + 2 - 2 - 1) / 10)))
    same = replace(rich, offers=(Offer("oil", one(8.0), one(1.0), None),))
    equal = p_to(replace(SIMPLE, others=(same,)), x_of(replace(SIMPLE, others=(same,))))
    assert equal["divider"] == equal["others.1"]


def test_a_veto_is_a_mean_of_two_chances() -> None:
    vetoes = (Veto("a", one(0.5)), Veto("b", one(0.2)))
    stopped = replace(SIMPLE, divider=replace(SIMPLE.divider, vetoes=vetoes))
    with_, without = (float(ndtr(ndtri(0.023) * (1 - net / 10))) for net in (7, -1))
    expected = 0.4 * with_ + 0.6 * without
    assert assume(stopped, BASE, DRAWS).p_leave.value == pytest.approx(expected)  # type: ignore[union-attr]


# ---- break-even ------------------------------------------------------------------------------


@settings(max_examples=20)
@given(scenarios(), BASES)
def test_break_evens_are_where_the_chance_is_what_they_say(
    found: Scenario, base: tuple[float, float, float]
) -> None:
    x = x_of(found, base[0])
    priors = of_the_chance(found)
    for one_ in break_even(found, priors, x, dict.fromkeys(priors, "")):
        for level, crossing in ((0.1, one_.ten), (0.5, one_.half)):
            assert crossing is not None
            at = lambda v, p=one_.path: float(p_leave(found, {**x, p: v}))  # noqa: E731
            if crossing.value is None:
                assert crossing.reason
                ends = [at(end) for end in range_of(one_.path)]
                sure = "whatever" in crossing.reason
                assert min(ends) >= level if sure else max(ends) < level
                continue
            assert at(crossing.value) >= level - 1e-9
            step = 1e-6 * max(1.0, abs(crossing.value))
            beside = crossing.value + (-step if one_.needs == "at least" else step)
            assert at(beside) < level + 1e-9, "and no nearer value would do"
            assert at(crossing.value) == pytest.approx(level, abs=1e-6) or _jumps(
                at, crossing.value
            )


def _jumps(at: object, value: float) -> bool:
    """Whether the nearest numbers to both sides are already far apart, as at a value of 0."""
    below, above = (at(np.nextafter(value, side)) for side in (-np.inf, np.inf))  # type: ignore[operator]
    return abs(above - below) > 1e-7


def test_a_promise_that_is_certain_may_not_be_enough() -> None:
    small = replace(SIMPLE, divider=replace(SIMPLE.divider, threats=()))
    by = {b.path: b for b in assume(small, BASE, DRAWS).break_even}
    kept, value = by["divider.offers.1.kept"], by["divider.offers.1.value"]
    assert (kept.half.value, kept.half.reason) == (  # type: ignore[union-attr]
        None, "no value of this alone is enough",
    )  # fmt: skip
    assert value.half.value == pytest.approx(13 / 0.8)  # type: ignore[union-attr]
    assert value.outweighs.value == pytest.approx(3 / 0.8)
    assert by["stay"].half.value == pytest.approx(8 - 1 - 10)  # type: ignore[union-attr]
    assert (value.needs, by["stay"].needs) == ("at least", "at most")
    assert "even" not in by


def test_what_is_never_kept_tips_nothing() -> None:
    never = replace(SIMPLE.divider, offers=(Offer("aid", one(10.0), one(0.0), None),))
    by = {b.path: b for b in assume(replace(SIMPLE, divider=never), BASE, DRAWS).break_even}
    assert by["divider.offers.1.value"].needs is None


# ---- reply and price -------------------------------------------------------------------------


@settings(max_examples=20)
@given(scenarios(), BASES)
def test_the_reply_brings_the_chance_back_and_no_less_would(
    found: Scenario, base: tuple[float, float, float]
) -> None:
    x = x_of(found, base[0])
    value = float(extra(found, x))

    def after(given_: float) -> float:
        return float(p_leave(found, {**x, "stay": x["stay"] + given_}))

    assert after(value) <= base[0] * (1 + 1e-6)
    if value > 1e-6:
        assert after(value * (1 - 1e-6)) > base[0] * (1 - 1e-6)
    elif value == 0:
        assert after(0.0) <= base[0] * (1 + 1e-9)


def test_a_reply_has_its_cost_and_what_is_left_for_it() -> None:
    reply = assume(SIMPLE, BASE, DRAWS).reply
    assert reply is not None
    assert reply.value.value == 7
    assert reply.cost is not None and reply.left is not None
    assert (reply.cost.value, reply.left.value) == (14, 10), "half is kept; 2 of 12 are promised"
    assert (reply.undone, reply.part) == (False, 0.0)
    rich = replace(SIMPLE, partner=replace(SIMPLE.partner, worth=Prior(15.0, None, 21.0)))
    can = assume(rich, BASE, 10_000).reply
    assert can is not None
    assert can.undone is True
    assert can.part == pytest.approx(5 / 6, abs=1e-3)


def test_what_is_not_given_is_named() -> None:
    bare = Scenario(even=one(5.0), divider=replace(SIMPLE.divider, worth=None))
    found = assume(bare, BASE, DRAWS)
    assert found.reply is not None
    assert found.reply.value.value == 10
    assert found.reply.reason == "not given: partner.offers with a cost, partner.worth"
    assert found.price.reason == "not given: partner.offers with a cost, partner.worth"
    assert (found.price.match, found.price.pays) == (None, None)
    no_gain = assume(replace(SIMPLE, divider=replace(SIMPLE.divider, worth=None)), BASE, DRAWS)
    assert no_gain.price.reason == "not given: divider.worth"
    assert no_gain.price.half is not None
    quiet = assume(Scenario(even=one(5.0)), BASE, DRAWS)
    assert quiet.reply is not None
    assert quiet.reply.reason == "the chance is no higher than the measured frequency"


def test_the_price_is_that_of_two_bidders_with_what_is_usual() -> None:
    """The partner can give 12 of its own at 2 a unit kept: 6. Then 2 + 6 - 2 at 1.5 / 0.8, + 1."""
    found = assume(SIMPLE, BASE, DRAWS).price
    assert found.match is not None and found.half is not None
    assert found.match.value == pytest.approx(6 * 1.5 / 0.8 + 1)
    assert found.half.value == pytest.approx(16 * 1.5 / 0.8 + 1)
    assert (found.pays, found.part) == (False, 0.0)
    assert assume(replace(SIMPLE, even=None), BASE, DRAWS).price.pays is True, (
        "to match costs 12.25"
    )
    free = replace(SIMPLE, stay=one(-40.0))
    assert assume(free, BASE, DRAWS).price.match.value == 1, "who would leave anyhow is not paid"  # type: ignore[union-attr]


@given(st.floats(0, 30), st.floats(0.5, 20), st.floats(0, 10))
def test_paid_its_price_the_target_leaves_as_likely_as_not(
    stay: float, even: float, worth: float
) -> None:
    threats = (Threat("cut", one(2.0), one(0.5)),)
    partner = replace(SIMPLE.partner, worth=one(worth), threats=threats)
    poor = Bidder("others.1", "b", "leave", threats=(Threat("raid", one(1.0), one(0.5)),))
    kind = Bidder("others.2", "c", "stay", offers=(Offer("loan", one(1.0), one(0.7), None),))
    found = replace(SIMPLE, stay=one(stay), even=one(even), partner=partner, others=(poor, kind))
    x = x_of(found)
    spent = float(price(found, x, even))
    paid = {
        **x,
        "divider.offers.1.value": (spent - 1) / 1.5,
        "partner.offers.1.value": max(worth, x["partner.offers.1.value"]),
    }
    expected = 0.5 if spent > 1 else float(p_leave(found, {**paid, "divider.offers.1.value": 0.0}))
    assert p_leave(found, paid) == pytest.approx(expected)


def test_a_promise_that_may_never_be_kept_has_no_upper_price() -> None:
    offer = Offer("aid", one(1.0), Prior(0.0, None, 1.0), one(1.0))
    found = assume(replace(SIMPLE, divider=replace(SIMPLE.divider, offers=(offer,))), BASE, 10_000)
    assert found.price.half is not None
    assert found.price.half.hi is not None and found.price.half.hi > 100
    never = replace(offer, kept=one(0.0))
    none = assume(replace(SIMPLE, divider=replace(SIMPLE.divider, offers=(never,))), BASE, DRAWS)
    assert none.price.half is not None
    assert (none.price.half.value, none.price.pays) == (None, False)
    assert none.price.reason == "no price is known: a promise that is never kept buys nothing"


# ---- where there is no chance ----------------------------------------------------------------


@settings(max_examples=15)
@given(scenarios(even=False))
def test_without_even_there_is_no_chance_but_what_tips_the_net_gain(found: Scenario) -> None:
    result = assume(found, BASE, DRAWS)
    assert (result.p_leave, result.to, result.reply, result.sensitivity) == (None, (), None, ())
    assert result.reason is not None and "`even`" in result.reason
    assert result.price.half is None
    x = x_of(found)
    for one_ in result.break_even:
        assert (one_.ten, one_.half) == (None, None)
        if one_.outweighs.value is not None and abs(one_.outweighs.value) > 1e-9:
            at = gain(found, {**x, one_.path: one_.outweighs.value})
            assert at == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(("base", "said"), [
    (None, "no frequency"), ((0.0, 0.0, 0.1), "no anchor"), ((0.6, 0.5, 0.7), "no anchor"),
])  # fmt: skip
def test_without_a_frequency_there_is_no_chance(
    base: tuple[float, float, float] | None, said: str
) -> None:
    found = assume(SIMPLE, base, DRAWS)
    assert found.p_leave is None
    assert found.reason is not None and said in found.reason
    assert found.break_even and found.price.match


def test_a_frequency_of_which_the_lower_end_is_none_can_be_an_anchor() -> None:
    found = assume(Scenario(even=one(1.0)), (0.01, 0.0, 0.6), DRAWS).p_leave
    assert found is not None
    assert found.lo < 1e-5 < found.value < found.hi < 0.5


@pytest.mark.parametrize("base", [(0.1, 0.2, 0.3), (0.4, 0.2, 0.3), (-0.1, -0.2, 0.3), (0.5, 0, 2),
                                  (float("nan"), 0.0, 1.0)])  # fmt: skip
def test_a_frequency_outside_its_interval_is_refused(base: tuple[float, float, float]) -> None:
    with pytest.raises(BadInput, match="within its interval"):
        assume(SIMPLE, base)


def test_draws_and_seed_are_bounded() -> None:
    with pytest.raises(BadInput, match="99 draws"):
        assume(SIMPLE, BASE, 99)
    with pytest.raises(BadInput, match="draws"):
        assume(SIMPLE, BASE, 10**9)
    with pytest.raises(BadInput, match="seed"):
        assume(SIMPLE, BASE, seed=-1)


# ---- influence, sameness, size ---------------------------------------------------------------


def test_influence_is_of_what_is_open_and_adds_up() -> None:
    open_ = replace(SIMPLE, stay=Prior(-3.0, 0.0, 6.0), even=Prior(9.0, None, 11.0))
    found = assume(open_, BASE, DRAWS).sensitivity
    assert [one_.path for one_ in found] == ["stay", "even", "base"]
    assert sum(one_.first.value or 0 for one_ in found) == pytest.approx(1, abs=0.1)
    for one_ in found:
        assert one_.total.lo <= one_.total.value <= one_.total.hi  # type: ignore[operator]
    certain = assume(SIMPLE, (0.02, 0.02, 0.02), DRAWS)
    assert certain.sensitivity == ()
    assert certain.p_leave is not None
    assert certain.p_leave.lo == certain.p_leave.value == certain.p_leave.hi


@settings(max_examples=4)
@given(scenarios(), st.integers(0, 5))
def test_the_same_seed_gives_the_same_answer(found: Scenario, seed: int) -> None:
    assert assume(found, BASE, DRAWS, seed) == assume(found, BASE, DRAWS, seed)


def test_what_was_given_is_echoed() -> None:
    found = assume(SIMPLE, BASE, DRAWS)
    assert (found.unit, found.within, found.draws, found.seed) == ("units", 4, DRAWS, 0)
    given_ = {one_.path: (one_.label, one_.low, one_.high) for one_ in found.given}
    assert given_["divider.offers.1.kept"] == ("divider, aid: kept", 0.8, 0.8)
    assert given_["partner.worth"] == ("partner: worth", 12, 12)
    assert set(given_) == {*of_the_chance(SIMPLE), *of_the_price(SIMPLE)}


@settings(max_examples=12)
@given(scenarios())
def test_every_input_has_words(found: Scenario) -> None:
    assert {*of_the_chance(found), *of_the_price(found)} <= set(labels(found))


def test_the_largest_numbers_do_no_harm() -> None:
    big = "[0, 1e12]"
    offers = f"[{{name: a, value: {big}, kept: [0, 1], cost: [1e-300, 1e12]}}]"
    text = (
        f"even: [1e-300, 1e12]\nstay: [-1e12, 1e12]\n"
        f"divider: {{worth: {big}, fixed_cost: {big}, offers: {offers}}}\n"
        f"partner: {{worth: {big}, offers: {offers}}}"
    )
    json.dumps(plain(assume(scenario(text), BASE, 1000)), allow_nan=False)
