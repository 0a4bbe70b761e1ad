"""Valued commitments: the two orders of the literature over all 32 masks."""

from __future__ import annotations

import numpy as np
import pytest

from daylight.core.errors import BadInput
from daylight.stats.valued import (
    ANY,
    CONSUL,
    DEFENSE,
    NEUTRAL,
    NONAGG,
    OFFENSE,
    ORDERS,
    binary,
    valued,
)


@pytest.mark.parametrize(
    ("mask", "chiba", "cow"),
    [
        (0, 0, 0),
        (DEFENSE, 3, 3),
        (OFFENSE, 3, 3),
        (NEUTRAL, 2, 2),
        (NONAGG, 1, 2),
        (CONSUL, 2, 1),
        (NONAGG | CONSUL, 2, 2),
        (NEUTRAL | NONAGG | CONSUL, 2, 2),
        (ANY, 3, 3),
    ],
)
def test_orders(mask: int, chiba: int, cow: int) -> None:
    assert valued(np.array([mask]), "chiba") == chiba
    assert valued(np.array([mask]), "cow") == cow


@pytest.mark.parametrize("order", ORDERS)
def test_a_further_obligation_never_lowers_the_value(order: str) -> None:
    masks = np.arange(ANY + 1)
    for bit in (DEFENSE, OFFENSE, NEUTRAL, NONAGG, CONSUL):
        assert (valued(masks | bit, order) >= valued(masks, order)).all()  # type: ignore[arg-type]


def test_binary_counts_only_the_bits_asked_for() -> None:
    masks = np.array([0, NONAGG, DEFENSE | NONAGG, OFFENSE])
    assert binary(masks).tolist() == [0, 0, 1, 1]
    assert binary(masks, ANY).tolist() == [0, 1, 1, 1]


@pytest.mark.parametrize("mask", [-1, ANY + 1])
def test_unknown_masks_are_refused(mask: int) -> None:
    with pytest.raises(BadInput):
        valued(np.array([mask]))


def test_unknown_order_is_refused() -> None:
    with pytest.raises(BadInput, match="chiba"):
        valued(np.array([1]), "atop")  # type: ignore[arg-type]
