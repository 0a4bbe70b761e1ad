"""Inputs of the relationship: roots and products by hand, and what is not known."""

from __future__ import annotations

import numpy as np
import pytest

from daylight.ledgers.relationship.form import ENTERS, INPUTS, ZONES, inputs, split
from daylight.measures.ledgers import PLACES
from daylight.store.schemas.ledgers import LEDGERS


def test_inputs_by_hand() -> None:
    ledgers = {name: np.array([50.0]) for name in LEDGERS} | {
        "military_conflict": np.array([64.0]),
        "political_conflict": np.array([60.0]),
    }
    got = dict(zip(INPUTS, inputs(ledgers)[0].tolist(), strict=True))
    assert got["constant"] == 1
    assert got["military_conflict"] == pytest.approx(0.8)
    assert got["both_conflicts"] == pytest.approx(0.64 * 0.6)
    assert got["political_cooperation"] == 0.5


def test_what_is_not_known_counts_as_none_and_economic_conflict_not_at_all() -> None:
    blank = {name: np.full(3, np.nan) for name in LEDGERS}
    none = {name: np.zeros(3) for name in LEDGERS} | {"economic_conflict": np.full(3, 90.0)}
    assert (inputs(blank) == inputs(none)).all()
    assert "economic_conflict" not in ENTERS


def test_any_shape_goes_through() -> None:
    ledgers = {name: np.zeros((4, 5, 6)) for name in LEDGERS}
    assert inputs(ledgers).shape == (4, 5, 6, len(INPUTS))
    assert split(ledgers, "military_conflict").shape == (4, 5, 6, 2)
    assert split({"military_conflict": np.array([25.0])}, "military_conflict")[0, 1] == 0.5
    assert split({"political_cooperation": np.array([25.0])}, "political_cooperation")[0, 1] == 0.25


def test_zones_have_places_from_worst_to_best() -> None:
    assert len(ZONES) == len(PLACES) and (np.diff(PLACES) > 0).all()
