"""Two bidders: no bid pays better than that of the equilibrium, and what follows from it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from daylight.wedges.assumed.bidding import (
    given_to_leave,
    given_to_stay,
    leaves,
    rate,
    reach,
    spent,
)

Floats = NDArray[np.float64]
PROFILES, BIDS = 3_000, 401
AMOUNTS = st.floats(0, 100)


def profiles() -> dict[str, Floats]:
    rng = np.random.default_rng(2026)
    drawn = {name: rng.gamma(1.0, 5.0, PROFILES) for name in ("worth_p", "worth_d")}
    drawn |= {name: rng.exponential(1.0, PROFILES) for name in ("fixed_p", "fixed_d")}
    drawn |= {name: rng.uniform(0.3, 3.0, PROFILES) for name in ("cost_p", "cost_d")}
    drawn |= {name: rng.uniform(0.1, 1.0, PROFILES) for name in ("kept_p", "kept_d")}
    return {**drawn, "stay": rng.normal(0.0, 6.0, PROFILES)}


def gains(x: dict[str, Floats], p: Floats, d: Floats, ties_leave: Floats) -> tuple[Floats, Floats]:
    """What the two gain by promises of `p` and `d`: the target counts the part that is kept."""
    value_p, value_d = x["kept_p"] * p, x["kept_d"] * d
    gap = value_d - x["stay"] - value_p
    leave = np.where(np.abs(gap) < 1e-9, ties_leave, gap > 0)
    gain_p = (1 - leave) * (x["worth_p"] - x["fixed_p"] - x["cost_p"] * p)
    return gain_p, leave * (x["worth_d"] - x["fixed_d"] - x["cost_d"] * d)


def equilibrium(x: dict[str, Floats]) -> tuple[Floats, Floats, Floats]:
    """Promises of both, and whether the target leaves."""
    rates = {s: rate(x[f"cost_{s}"], x[f"kept_{s}"]) for s in "pd"}
    reach_p, reach_d = (reach(x[f"worth_{s}"], x[f"fixed_{s}"], rates[s]) for s in "pd")
    leave = leaves(x["stay"], reach_p, reach_d)
    value_p = np.where(leave, reach_p, given_to_stay(x["stay"], reach_d))
    value_d = np.where(leave, given_to_leave(x["stay"], reach_p), reach_d)
    return value_p / x["kept_p"], value_d / x["kept_d"], leave


def test_no_other_promise_pays_better() -> None:
    """By brute force; a bidder whose fixed cost passes its gain would rather not win at all."""
    x = profiles()
    p, d, leave = equilibrium(x)
    willing = {s: x[f"worth_{s}"] >= x[f"fixed_{s}"] for s in "pd"}
    at_p, at_d = gains(x, p, d, leave)
    assert leave.any() and not leave.all()
    assert (p[leave] > 0).any() and (d[~leave] > 0).any()
    most = 3 * max(p.max(), d.max())
    for bid in np.concatenate([[0.0], np.geomspace(1e-3, most, BIDS)]):
        other = np.full(PROFILES, bid)
        assert (gains(x, other, d, leave)[0] <= at_p + 1e-9)[willing["p"]].all()
        assert (gains(x, p, other, leave)[1] <= at_d + 1e-9)[willing["d"]].all()
    for step in (-0.01, 0.01):  # and just beside the promises themselves
        assert (gains(x, np.maximum(p + step, 0), d, leave)[0] <= at_p + 1e-9)[willing["p"]].all()
        assert (gains(x, p, np.maximum(d + step, 0), leave)[1] <= at_d + 1e-9)[willing["d"]].all()


def test_the_published_price_would_be_beaten() -> None:
    """Paid s + p where that is below zero, the divider could not be paid by the target."""
    x = profiles()
    reach_p = reach(x["worth_p"], x["fixed_p"], rate(x["cost_p"], x["kept_p"]))
    reach_d = reach(x["worth_d"], x["fixed_d"], rate(x["cost_d"], x["kept_d"]))
    unpaid = leaves(x["stay"], reach_p, reach_d) & (x["stay"] + reach_p < 0)
    assert unpaid.sum() > PROFILES / 20
    assert (given_to_leave(x["stay"], reach_p)[unpaid] == 0).all()


@given(st.floats(-50, 50), AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS)
def test_names_may_be_exchanged_where_stay_changes_its_sign(
    stay: float, p: float, d: float, fixed_p: float, fixed_d: float
) -> None:
    def winner_gives(s: float, p: float, d: float, fp: float, fd: float) -> tuple[bool, float]:
        rp, rd = reach(p, fp, 1.0), reach(d, fd, 1.0)
        gone = bool(leaves(s, rp, rd))
        return gone, float(given_to_leave(s, rp) if gone else given_to_stay(s, rd))

    one = winner_gives(stay, p, d, fixed_p, fixed_d)
    if reach(d, fixed_d, 1.0) == stay + reach(p, fixed_p, 1.0):
        return  # the tie goes to whoever it was with
    gone, gives = winner_gives(-stay, d, p, fixed_d, fixed_p)
    assert gone != one[0]
    assert gives == pytest.approx(one[1], abs=1e-9)


def test_they_may_not_where_stay_keeps_its_sign_or_fixed_costs_stay_behind() -> None:
    assert leaves(2.0, 5.0, 6.0) == leaves(2.0, 6.0, 5.0) == np.False_
    assert not leaves(0.0, reach(5.0, 0.0, 1.0), reach(5.5, 1.0, 1.0))
    assert not leaves(0.0, reach(5.5, 0.0, 1.0), reach(5.0, 1.0, 1.0)), "both stay"


@given(AMOUNTS, st.floats(0.1, 5), st.floats(0.05, 1), st.floats(0.1, 1))
def test_cost_and_kept_count_only_as_their_ratio(
    worth: float, cost: float, kept: float, k: float
) -> None:
    one = reach(worth, 0.0, rate(cost, kept))
    assert reach(worth, 0.0, rate(cost * k, kept * k)) == pytest.approx(float(one))


def test_what_is_never_kept_has_no_price_and_no_reach() -> None:
    never = rate(1.0, 0.0)
    assert np.isinf(never)
    assert reach(10.0, 1.0, never) == 0
    assert np.isinf(spent(1.0, never, 2.0))
    assert spent(0.0, never, 2.0) == 2, "nothing to give costs nothing but the fixed cost"
    assert np.isinf(reach(10.0, 1.0, 0.0))
    assert reach(1.0, 2.0, 0.0) == 0


@given(st.floats(-50, 50), AMOUNTS, AMOUNTS, st.floats(0, 10))
def test_more_for_one_side_never_helps_the_other(
    stay: float, p: float, d: float, more: float
) -> None:
    assert leaves(stay, p, d + more) >= leaves(stay, p, d)
    assert leaves(stay, p + more, d) <= leaves(stay, p, d)
    assert leaves(stay + more, p, d) <= leaves(stay, p, d)
    assert given_to_leave(stay + more, p) >= given_to_leave(stay, p)
    assert given_to_stay(stay + more, d) <= given_to_stay(stay, d)


def test_the_target_gains_by_a_contest_that_changes_nothing() -> None:
    assert not leaves(1.0, 8.0, 6.0)
    assert given_to_stay(1.0, 6.0) == 5
