"""The Leiden algorithm of a library that only a build needs."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from daylight.core.errors import MissingExtra

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def libraries() -> tuple[Any, Any]:
    """Return igraph and leidenalg.

    Raises
    ------
    MissingExtra
        Without them: they are the extra `networks`.
    """
    try:
        import igraph
        import leidenalg
    except ImportError as error:
        raise MissingExtra(
            f"Communities are found with igraph and leidenalg ({error}); install them with the "
            "extra `networks`: pip install '.[networks]' in a clone."
        ) from None
    return igraph, leidenalg


def graph(n: int, i: Ints, j: Ints) -> Any:
    """Return the graph of `n` states with an edge for each pair."""
    igraph, _ = libraries()
    return igraph.Graph(n=n, edges=np.column_stack([i, j]))


def leiden(of: Any, weights: Floats, seed: int, rounds: int = 2) -> Ints:
    """Return the community of each node, numbered from zero, that a run of the algorithm finds.

    Parameters
    ----------
    of : igraph.Graph
    weights : ndarray, shape (edges,)
        What it is worth to have both ends in one community; negative where apart is better. Whole
        numbers add up alike in every order, so that the same seed finds the same everywhere.
    seed : int
    rounds : int
        Rounds of the algorithm; below zero until nothing improves.

    Returns
    -------
    ndarray of int
        The quality is the sum of the weights within communities: the constant Potts model at a
        resolution of zero, since what is expected is in the weights already.

    References
    ----------
    Traag, V. A., Waltman, L., & van Eck, N. J. (2019). From Louvain to Leiden: guaranteeing
    well-connected communities. Scientific Reports, 9, 5233.
    """
    _, leidenalg = libraries()
    found = leidenalg.find_partition(
        of,
        leidenalg.CPMVertexPartition,
        weights=np.asarray(weights, float).tolist(),
        resolution_parameter=0.0,
        n_iterations=rounds,
        seed=seed,
    )
    return np.asarray(found.membership, np.int64)
