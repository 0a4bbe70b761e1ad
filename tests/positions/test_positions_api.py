"""Ideal points as a user asks for them."""

from __future__ import annotations

import pytest

import daylight as dl
from daylight.core.errors import BadInput, OutsideCoverage
from daylight.core.states import members
from daylight.positions.ideal_points import ideal_points
from daylight.store.atlas import Atlas

COLUMNS = ["iso3", "cow", "year", "issue", "theta", "sd", "lo", "hi", "n_votes", "status"]


def value(table: object, cow: int, year: int) -> float:
    frame = table.to_polars()  # type: ignore[attr-defined]
    row = frame.filter((frame["cow"] == cow) & (frame["year"] == year))
    return float(row["theta"].item())


def test_it_is_exported() -> None:
    assert dl.ideal_points is ideal_points


def test_the_frame_has_the_promised_columns_and_unique_rows(small: Atlas) -> None:
    frame = ideal_points(atlas=small).to_polars()
    assert frame.columns == COLUMNS
    assert frame.n_unique(["cow", "year"]) == len(frame)
    assert frame.sort("year", "cow").equals(frame)
    assert frame.filter(frame["cow"] == 365)["iso3"].unique().to_list() == ["RUS"]


def test_a_member_without_an_estimate_is_missing_and_not_zero(small: Atlas) -> None:
    frame = ideal_points(2016, 2016, atlas=small).to_polars()
    assert set(frame["cow"].to_list()) == set(members(2016))
    iran = frame.filter(frame["cow"] == 630)
    assert iran["status"].item() == "missing"
    assert iran["theta"].item() is None
    assert iran["n_votes"].item() == 0
    assert (frame["status"] == "observed").sum() == 3


def test_every_observed_interval_holds_its_position(small: Atlas) -> None:
    seen = [p for p in ideal_points(atlas=small).positions if p.theta is not None]
    assert len(seen) == 11
    assert all(p.lo <= p.theta <= p.hi for p in seen)  # type: ignore[operator]


def test_choices_change_the_numbers(small: Atlas) -> None:
    assert value(ideal_points(atlas=small), 2, 2015) == pytest.approx(2.0)
    assert value(ideal_points(filtered=True, atlas=small), 2, 2015) == pytest.approx(2.5)
    final = ideal_points(votes="final-passage", atlas=small)
    assert value(final, 2, 2015) == pytest.approx(2.25)


def test_a_date_gives_filtered_estimates_to_the_last_full_year(small: Atlas) -> None:
    table = ideal_points(as_of="2017-02-01", atlas=small)
    assert (table.kind, table.end) == ("filtered", 2016)
    assert max(p.year for p in table.positions) == 2016
    with pytest.raises(OutsideCoverage, match="as of 1 February 2017"):
        ideal_points(end=2017, as_of="2017-02-01", atlas=small)


def test_the_year_that_is_not_over_is_there_and_said(small: Atlas) -> None:
    table = ideal_points(atlas=small)
    assert table.end == 2017
    text = str(table)
    assert "2016, highest and lowest" in text
    assert "2017 is not over: no state has more than 7 votes there." in text
    assert "2017, highest" in str(ideal_points(2017, atlas=small))


def test_text_shows_each_estimate_with_its_interval(small: Atlas) -> None:
    assert "2.00  (1.70 to 2.40)" in str(ideal_points(2015, 2015, atlas=small))
    assert "uses the votes of all years" in str(ideal_points(atlas=small))
    assert "as of 1 February 2017" in str(ideal_points(as_of="2017-02-01", atlas=small))


def test_misuse_is_told_in_one_line(small: Atlas) -> None:
    with pytest.raises(BadInput, match="all, me, nu, di, hr, co, ec, all-but-nu, important"):
        ideal_points(issue="trade", atlas=small)
    with pytest.raises(BadInput, match="final-passage"):
        ideal_points(votes="some", atlas=small)  # type: ignore[arg-type]
    with pytest.raises(BadInput, match="earlier year first"):
        ideal_points(2016, 2015, atlas=small)
    with pytest.raises(OutsideCoverage, match="2015 to 2017"):
        ideal_points(1945, atlas=small)
    with pytest.raises(OutsideCoverage, match="no full year"):
        ideal_points(as_of="1930", atlas=small)


def test_rows_of_a_seat_outside_the_state_system_are_named(book: Atlas) -> None:
    said = [c.text for c in ideal_points(1979, 1979, atlas=book).caveats if "seat" in c.text]
    assert len(said) == 1
    assert "Ukraine (1979) and Belarus (1979)" in said[0]
    assert not [c for c in ideal_points(2016, 2016, atlas=book).caveats if "seat" in c.text]
