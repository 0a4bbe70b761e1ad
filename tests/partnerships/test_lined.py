"""Lines of ties that cannot be told apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from daylight.partnerships.lined import ranks

spans = st.lists(
    st.tuples(st.floats(0, 100), st.floats(0, 20), st.floats(0, 20)).map(
        lambda x: (x[0], x[0] - x[1], x[0] + x[2])
    ),
    max_size=12,
).map(lambda found: sorted(found, reverse=True))


def test_equal_points_without_bands_share_a_line() -> None:
    assert ranks([(9.0, 9.0), (7.0, 7.0), (7.0, 7.0), (3.0, 3.0)]) == (1, 2, 2, 4)
    assert ranks([]) == ()


@given(spans)
def test_a_line_holds_those_whose_bands_meet_that_of_its_first(
    found: list[tuple[float, float, float]],
) -> None:
    lines = ranks([(lo, hi) for _, lo, hi in found])
    for k, line in enumerate(lines):
        first = found[line - 1]
        assert lines[line - 1] == line
        assert (found[k][2] >= first[1]) == (line != k + 1) or line == k + 1
        if line == k + 1 and k:
            assert found[k][2] < found[lines[k - 1] - 1][1]
