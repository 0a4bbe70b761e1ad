"""Conditions look only at what is known at their lag."""

from __future__ import annotations

import numpy as np
import pytest
from small_cubes import plain, with_points

from daylight.ledgers.items import BY_NAME
from daylight.ledgers.nowcast.conditions import CONDITIONS
from daylight.ledgers.nowcast.specs import ONLY_FACTS, SPECS


@pytest.mark.parametrize(
    ("name", "item", "lag"),
    [
        ("fought", "fatal_conflict", 1), ("sanctioned", "sanctions", 2), ("pact", "promise", 7),
        ("rivals", "rivalry", 5), ("arms", "arms", 0),
        ("union", "blocs", 0),
    ],
)  # fmt: skip
def test_a_condition_looks_back_by_its_lag(name: str, item: str, lag: int) -> None:
    values = np.zeros((1, 80))
    values[0, 60] = 60
    cube = with_points(plain(1), **{item: values})
    assert np.nonzero(CONDITIONS[name](cube)[0])[0].tolist() == [60 + lag]


def test_a_command_counts_as_a_living_bloc_only_where_it_is_seen() -> None:
    cube = with_points(plain(2), organisation=np.full((2, 80), 20))
    cube.seen["organisation"][1] = False
    assert CONDITIONS["bloc"](cube).all(axis=1).tolist() == [True, False]
    assert not CONDITIONS["union"](cube).any()


def test_near_is_of_the_pair() -> None:
    assert CONDITIONS["near"](plain(3, near=True)).all()
    assert not CONDITIONS["near"](plain(3)).any()


def test_every_item_but_lists_of_facts_says_how_it_goes_on() -> None:
    assert not set(SPECS) & set(ONLY_FACTS)
    assert {*SPECS, *ONLY_FACTS} == set(BY_NAME)
    for name, spec in SPECS.items():
        assert set(spec.conditions) <= set(CONDITIONS), name
        assert list(spec.edges) == sorted(spec.edges), name
    for name in ("promise", "organisation"):
        assert "bloc" not in SPECS[name].conditions, "a command tells of the promise itself"
