"""The Composite Index of National Capability, and shares that sum to one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

COMPONENTS: tuple[str, ...] = ("milex", "milper", "irst", "pec", "tpop", "upop")
"""Military expenditure and personnel, iron and steel, energy, total and urban population."""


def cinc(components: Floats) -> Floats:
    """Return each state's mean share of the world's capabilities in one year.

    Parameters
    ----------
    components : ndarray of float, shape (n, 6)
        One row for each member of the state system in the year, columns in the order of
        :data:`COMPONENTS`; NaN where a value is not known.

    Returns
    -------
    ndarray of float, shape (n,)
        NaN for a state without any known component.

    Notes
    -----
    A missing value adds nothing to the world total of its component, and the state's mean
    runs over the components it does have: only this reproduces the published index (to
    2.5e-8 in every year of NMC 7.0). The values therefore sum to more than one
    where states lack components: 1.0535 in 1816; see :func:`renormalise`.

    References
    ----------
    Singer, Bremer & Stuckey 1972, in Russett (ed.), Peace, War, and Numbers, 19-48.
    """
    values = np.asarray(components, float)
    totals = np.nansum(values, axis=0)
    shares = np.divide(values, totals, out=np.full_like(values, np.nan), where=totals > 0)
    known = np.isfinite(shares)
    count = known.sum(axis=1)
    total = np.where(known, shares, 0.0).sum(axis=1)
    return np.divide(total, count, out=np.full(len(values), np.nan), where=count > 0)


def renormalise(index: Floats) -> Floats:
    """Return an index of capability divided by its sum, so that known shares sum to one.

    Parameters
    ----------
    index : ndarray of float, shape (n,)
        :func:`cinc` of all members of the system in one year; NaN where not known.

    Returns
    -------
    ndarray of float, shape (n,)
        NaN where `index` is NaN, and everywhere when nothing is known or all is zero.
    """
    values = np.asarray(index, float)
    total = np.nansum(values)
    return values / total if total > 0 else np.full_like(values, np.nan)
