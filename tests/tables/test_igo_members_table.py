"""The atlas table of memberships: one row for each unbroken run of full membership."""

from __future__ import annotations

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from daylight.tables.memberships import igo_members

KINDS = {"igo": pl.String, "cow": pl.Int16, "year": pl.Int16, "status": pl.Int8}
Row = tuple[str, int, int, int]


def spells(rows: list[Row]) -> list[Row]:
    """Return igo, cow, start and end."""
    made = igo_members(pl.DataFrame(rows, KINDS, orient="row"))
    return [(igo, cow, start, end) for igo, cow, start, end in made.iter_rows()]


def test_a_gap_or_another_status_ends_a_spell() -> None:
    rows = [("A", 2, 1950, 1), ("A", 2, 1951, 1), ("A", 2, 1952, 2), ("A", 2, 1953, 1)]
    rows += [("A", 2, 1955, 1), ("A", 20, 1954, 1), ("B", 2, 1956, 1), ("B", 20, 1957, -9)]
    assert spells(rows) == [
        ("A", 2, 1950, 1951), ("A", 2, 1953, 1953), ("A", 2, 1955, 1955),
        ("A", 20, 1954, 1954), ("B", 2, 1956, 1956),
    ]  # fmt: skip


@given(
    st.sets(
        st.tuples(st.sampled_from("AB"), st.sampled_from([2, 20]), st.integers(1900, 1912)),
        min_size=1,
    )
)
def test_spells_hold_just_the_years_they_were_made_from(keys: set[tuple[str, int, int]]) -> None:
    made = spells([(*key, 1) for key in sorted(keys, reverse=True)])
    back = [(i, c, y) for i, c, s, e in made for y in range(s, e + 1)]
    assert sorted(back) == sorted(keys)
    ends = {(i, c, e) for i, c, _, e in made}
    assert not [row for row in made if (row[0], row[1], row[2] - 1) in ends]
