"""Two powers bid for the choice of a third: what each gives, and who gets its way.

A target T stays with a partner P or leaves for a divider D (Bernheim and Whinston 1986, Menu
auctions, resource allocation, and economic influence, Quarterly Journal of Economics 101: 1-31;
here two bidders and two choices). Each bidder says what it gives for the choice that it wants, T
takes what is better for it, and who got its choice gives what it said.

Amounts are of three kinds. *Worth* is what a bidder gains by its choice. *Reach* is the most that
it can give, in value to T: it spends all of its gain, less its fixed cost, at `cost` for each unit
promised, and T counts a promise by the part that is `kept`. So a unit of value to T costs
``cost / kept``, and the two enter only as that ratio: no choice of T can tell a costly promise from
one that is not believed.

That a promise has no price as `kept` goes to 0 needs that its cost is sunk: whoever promises pays
``cost`` in full whether or not T gets it (troops moved, money spent, a quarrel at home). Were a
broken promise free, its giver would promise ``value / kept`` and `kept` would cancel. The cost is
taken as sunk here. A chance that the deal lapses discounts the same promise again: use it within
`kept`, never beside it.

Let s be what staying is worth to T by itself, p the reach of P, d that of D. In the truthful
equilibrium the loser bids its reach, and the winner just enough:

- T leaves if d > s + p. D gives max(0, s + p): T is as well off as with the best that P can do.
  Where s < -p, T leaves unpaid (the published form, s + p, has D paid by T).
- Otherwise T stays. P gives max(0, d - s), and so T may gain from the contest though nothing
  changes.

No one gains by another bid. The winner who gives less loses a choice worth more to it; the loser
who gives more than its reach to win spends more than it gains.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


def rate(cost: ArrayLike, kept: ArrayLike) -> Floats:
    """Return what a unit of value to the target costs who promises; infinite where none is kept."""
    c, k = np.broadcast_arrays(np.asarray(cost, float), np.asarray(kept, float))
    with np.errstate(over="ignore"):
        return np.asarray(np.divide(c, k, out=np.full(c.shape, np.inf), where=k > 0))


def reach(worth: ArrayLike, fixed_cost: ArrayLike, rate: ArrayLike) -> Floats:
    """Return the most that a bidder can give, in value to the target.

    Parameters
    ----------
    worth, fixed_cost : array_like
        What it gains by its choice, and what that costs it besides what it gives.
    rate : array_like
        See :func:`rate`; at 0 whoever has something left can give any amount.
    """
    left, each = np.broadcast_arrays(
        np.maximum(np.asarray(worth, float) - np.asarray(fixed_cost, float), 0.0),
        np.asarray(rate, float),
    )
    most = np.where(left > 0, np.inf, 0.0)
    with np.errstate(over="ignore"):
        return np.asarray(np.divide(left, each, out=most, where=each > 0))


def leaves(stay: ArrayLike, partner: ArrayLike, divider: ArrayLike) -> Bools:
    """Return whether the target leaves.

    Parameters
    ----------
    stay : array_like
        What staying is worth to it by itself.
    partner, divider : array_like
        Their reach.
    """
    return np.asarray(np.asarray(divider, float) > np.add(stay, partner))


def given_to_leave(stay: ArrayLike, partner: ArrayLike) -> Floats:
    """Return what the divider gives where the target leaves, in value to the target."""
    return np.maximum(np.add(stay, partner, dtype=float), 0.0)


def given_to_stay(stay: ArrayLike, divider: ArrayLike) -> Floats:
    """Return what the partner gives where the target stays, in value to the target."""
    return np.maximum(np.subtract(divider, stay, dtype=float), 0.0)


def spent(value: ArrayLike, rate: ArrayLike, fixed_cost: ArrayLike) -> Floats:
    """Return what it costs a bidder to give so much value to the target, fixed cost included."""
    v, each = np.broadcast_arrays(np.asarray(value, float), np.asarray(rate, float))
    with np.errstate(over="ignore"):
        gift = np.multiply(v, each, out=np.zeros(v.shape), where=v > 0)
    return np.asarray(gift + fixed_cost)
