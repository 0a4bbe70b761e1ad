"""What is foretold: planted rates are found, the future is not looked at, wars end promises."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_cubes import chain, plain, with_points

from daylight.ledgers.items import BY_NAME
from daylight.ledgers.nowcast.cube import Cube
from daylight.ledgers.nowcast.foretell import NEVER, OLDEST, Foretold, foretell
from daylight.ledgers.nowcast.specs import SPECS

LAST = 79


def later(told: Foretold, least: float) -> np.ndarray:
    return (told.chances * (told.values > least)).sum(axis=1)


def test_planted_rates_are_found() -> None:
    """Treaties that begin with 1 % and end with 5 % a year, after four years."""
    start, stop = 0.01, 0.05
    cube = with_points(plain(3000), investment_treaty=chain(3000, start, 10, stop, 1))
    told = foretell(cube.blind("investment_treaty", 70), "investment_treaty", range(74, 75))
    had = cube.points["investment_treaty"][:, 70] > 0
    stays, begins = 1.0, 0.0
    for _ in range(4):
        stays, begins = (
            stays * (1 - stop) + (1 - stays) * start,
            begins * (1 - stop) + (1 - begins) * start,
        )
    assert later(told, 5)[had].mean() == pytest.approx(stays, abs=0.03)
    assert later(told, 5)[~had].mean() == pytest.approx(begins, abs=0.01)
    assert (told.carried[had] == 10).all() and (told.carried[~had] == 0).all()
    assert (told.age == 4).all()


def test_conditions_split_what_differs() -> None:
    """Promises within a living bloc never end; others do."""
    n = 2000
    bloc = np.zeros((n, 80), np.float32)
    bloc[: n // 2] = 25
    promise = chain(n, 0.01, 50, 0.08, 2)
    promise[: n // 2] = 50
    cube = with_points(plain(n), promise=promise, blocs=bloc).blind("promise", 70)
    told = foretell(cube, "promise", range(78, 79))
    had = promise[:, 70] > 0
    assert later(told, 30)[: n // 2].min() > 0.9
    assert later(told, 30)[n // 2 :][had[n // 2 :]].max() < 0.75


@pytest.mark.parametrize("name", ["rivalry", "sanctions", "vote_kappa", "disputes"])
def test_nothing_after_until_is_looked_at(name: str) -> None:
    rng = np.random.default_rng(3)
    top = BY_NAME[name].maximum
    values = chain(400, 0.05, top * 0.8, 0.1, 4) * rng.random((400, 80))
    cube = with_points(plain(400), **{name: values}).blind(name, 60)
    twisted = values.copy()
    twisted[:, 61:] = top - twisted[:, 61:]
    other = with_points(plain(400), **{name: twisted})
    seen_later = Cube(**{f: getattr(cube, f) for f in Cube.__dataclass_fields__})
    told = foretell(seen_later, name, range(64, 65), until=60)
    again = foretell(other.blind(name, 60), name, range(64, 65), until=60)
    assert (told.chances == again.chances).all() and (told.values == again.values).all()


def test_until_holds_even_where_later_values_are_seen() -> None:
    """Half of the pairs stay seen to the end, and change after the year."""
    values = chain(400, 0.02, 60, 0.05, 5)
    changed = values.copy()
    changed[200:, 61:] = 60 - changed[200:, 61:]
    told = []
    for each in (values, changed):
        cube = with_points(plain(400), rivalry=each)
        cube.seen["rivalry"][:200, 61:] = False
        told.append(foretell(cube, "rivalry", range(64, 65), until=60))
    assert (told[0].chances == told[1].chances).all()


def test_a_war_since_ends_what_is_carried_unless_a_bloc_holds_both() -> None:
    n = 300
    war, bloc = np.zeros((n, 80)), np.zeros((n, 80))
    war[:2, 75] = 80
    bloc[1] = 25
    cube = with_points(
        plain(n), promise=np.full((n, 80), 50), fatal_conflict=war, blocs=bloc
    ).blind("promise", 72)
    told = foretell(cube, "promise", range(78, 79))
    assert told.carried[0] == 0 and later(told, 1)[0] == 0
    assert told.carried[1] == 50
    assert told.carried[2:].min() == 50


def test_a_war_before_the_last_seen_value_ends_nothing() -> None:
    n = 300
    war = np.zeros((n, 80))
    war[0, 70] = 80
    cube = with_points(plain(n), promise=np.full((n, 80), 50), fatal_conflict=war)
    told = foretell(cube.blind("promise", 72), "promise", range(78, 79))
    assert told.carried[0] == 50


def test_what_was_never_seen_has_the_spread_of_others() -> None:
    n = 1000
    values = np.full((n, 80), 12.0)
    values[: n // 2] = 4.0
    cube = with_points(plain(n), trade_volume=values)
    cube.seen["trade_volume"][:10] = False
    cube.points["trade_volume"][:10] = np.nan
    told = foretell(cube, "trade_volume", range(70, 71))
    assert (told.unit == np.arange(10)).all() and (told.age == NEVER).all()
    assert told.values.min() == pytest.approx(4, abs=1)
    assert told.values.max() == pytest.approx(12, abs=1)


def test_a_value_too_old_counts_as_never_seen() -> None:
    cube = with_points(plain(200), rivalry=np.full((200, 80), 60))
    cube.seen["rivalry"][0, 79 - OLDEST - 2 :] = False
    told = foretell(cube, "rivalry", range(70, 80))
    ages = dict(zip(told.year.tolist(), told.age.tolist(), strict=True))
    assert ages[79] == NEVER and ages[70] == 70 - (79 - OLDEST - 3)


def test_what_fades_goes_on_fading_but_not_in_held_years() -> None:
    values = np.zeros((300, 80))
    values[:, 70] = 80
    cube = with_points(plain(300), disputes=values).blind("disputes", 70)
    cube.free[0, 71:] = cube.free[0, 70]
    told = foretell(cube, "disputes", range(74, 75))
    assert told.carried[0] == 80
    assert told.carried[1] == pytest.approx(80 * 0.9**4, rel=1e-5)


def test_a_floor_holds_down_nothing_and_lifts_all() -> None:
    cube = with_points(plain(300), promise=chain(300, 0.01, 50, 0.02, 6)).blind("promise", 70)
    cube.points["promise"][:, 74] = 5
    told = foretell(cube, "promise", range(74, 75))
    assert told.values.min() >= 5 and told.carried.min() >= 5


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(sorted(SPECS)), st.integers(0, 10_000), st.integers(1, 9))
def test_chances_are_chances_and_points_within_the_maximum(name: str, seed: int, age: int) -> None:
    rng = np.random.default_rng(seed)
    top = BY_NAME[name].maximum
    values = chain(60, 0.1, 1, 0.1, seed) * rng.uniform(0, top, (60, 80))
    cube = with_points(plain(60), **{name: values}).blind(name, LAST - age)
    told = foretell(cube, name, range(LAST - age + 1, LAST + 1))
    assert len(told.unit) == 60 * age
    assert told.chances.sum(axis=1) == pytest.approx(1)
    assert told.chances.min() >= 0
    assert told.values.min() >= 0 and told.values.max() <= top + 1e-4
    assert told.carried.min() >= 0 and told.carried.max() <= top + 1e-4


def test_the_order_of_pairs_does_not_matter() -> None:
    values = chain(200, 0.05, 60, 0.1, 8)
    order = np.random.default_rng(0).permutation(200)
    told = [
        foretell(with_points(plain(200), rivalry=v).blind("rivalry", 70), "rivalry", range(75, 76))
        for v in (values, values[order])
    ]
    assert told[1].chances == pytest.approx(told[0].chances[order])
