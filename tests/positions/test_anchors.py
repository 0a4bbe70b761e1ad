"""Published values beside estimates."""

import polars as pl

from daylight.positions.anchors import anchors


def frame(theta: float) -> pl.DataFrame:
    return pl.DataFrame({"cow": [2, 2, 365, 20], "session": [5, 6, 72, 72], "theta": [theta] * 4})


def test_only_states_and_sessions_of_the_table_are_compared() -> None:
    found = anchors(frame(0.2))
    assert [(a.state, a.session) for a in found] == [("USA", 5), ("RUS", 72)]
    assert [a.inside for a in found] == [False, True]


def test_a_value_outside_is_marked() -> None:
    american, russian = map(str, anchors(frame(0.2)))
    assert american.endswith("outside")
    assert "0.11 (-0.04 to 0.25)" in russian
    assert "outside" not in russian
