"""Verdicts on "stronger than ever": what supports one, and what must never make one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from daylight.bonds.level import Path
from daylight.bonds.made_of import comparable
from daylight.bonds.peak import Peak, peak
from daylight.bonds.point import Point


@dataclass(frozen=True)
class Part:
    weight: float
    covered: tuple[int, int]


WHOLE = [Part(0.6, (1946, 2025)), Part(0.4, (1946, 2025))]


def history(values: list[float], half: float = 2.0, first: int = 1990) -> tuple[Point, ...]:
    return tuple(Point(first + k, v, v - half, v + half) for k, v in enumerate(values))


def levels(values: list[float], sd: float = 0.1, first: int = 1990) -> Path:
    n = len(values)
    years = np.arange(first, first + n)
    return Path(years, np.array(values), np.full(n, sd), np.full(n, np.nan))


NONE = levels([])
RISE = [40.0 + k + max(0, k - 20) * 8 for k in range(27)]
FALL = RISE[::-1]


def asked(
    points: tuple[Point, ...], path: Path, year: int = 2016, dimension: str = "economic"
) -> Peak:
    return peak(dimension, points, path, 1990, year, WHOLE)  # type: ignore[arg-type]


def test_a_steep_rise_by_both_is_supported() -> None:
    found = asked(history(RISE), levels([x / 20 for x in RISE]))
    assert found.verdict == "supported"
    assert {(t.by, t.window) for t in found.tests} == {
        (by, window) for by in ("index", "level") for window in (1, 3, 5)
    }
    assert all(t.highest >= 0.9 and t.beaten < 0.1 for t in found.tests)


def test_a_fall_is_contradicted() -> None:
    found = asked(history(FALL), levels([x / 20 for x in FALL]))
    assert found.verdict == "contradicted"
    assert all(t.best < 2016 and t.beaten > 0.9 for t in found.tests)


def test_a_rise_by_one_definition_only_is_supported_in_part() -> None:
    assert asked(history(RISE), levels([1.0] * 27, 0.5)).verdict == "supported in part"


def test_a_record_within_the_intervals_is_not_enough() -> None:
    assert asked(history([50.0 + k / 20 for k in range(27)], 15.0), NONE).verdict == (
        "not enough data"
    )


def test_a_thin_last_year_makes_no_record() -> None:
    values = [1.0] * 26 + [1.5]
    path = levels(values)
    path.sd[-1] = 1.5
    assert asked((), path).verdict == "not enough data"
    assert asked((), levels(values)).verdict != "not enough data"


def test_a_series_that_has_ended_makes_no_record() -> None:
    found = asked(history(RISE[:-2]), levels(RISE[:-2]))
    assert found.verdict == "not enough data"
    assert any("end in 2014" in reason for reason in found.reasons)


@pytest.mark.parametrize("year", [2025, 2026])
def test_the_break_of_the_agenda_makes_no_record(year: int) -> None:
    n = year - 1990 + 1
    values = [50.0] * (n - 1) + [99.0]
    found = asked(history(values), levels(values), year, "political")
    assert (found.verdict, found.tests) == ("not enough data", ())
    assert asked(history(values), levels(values), year, "economic").verdict != "not enough data"


def test_years_made_of_other_components_are_not_compared() -> None:
    parts = [Part(0.6, (1946, 2025)), Part(0.4, (1946, 2010))]
    found = peak("military", history(RISE), NONE, 1990, 2016, parts)
    assert found.verdict == "not enough data"
    assert any("21 years is made of other components" in reason for reason in found.reasons)
    assert comparable(parts, 1990, 2010)
    assert not comparable(parts, 2010, 2011)
    assert comparable([Part(0.95, (1946, 2025)), Part(0.05, (1946, 2010))], 2010, 2011)


def test_a_short_past_is_no_ever() -> None:
    found = asked(history(RISE[-8:], first=2009), levels(RISE[-8:], first=2009))
    assert found.verdict == "not enough data"
    assert any("only 8 years" in reason for reason in found.reasons)


def test_windows_do_not_bridge_missing_years() -> None:
    path = levels([float(k) for k in range(27)])
    keep = np.ones(27, bool)
    keep[25] = False
    gappy = Path(path.year[keep], path.mean[keep], path.sd[keep], path.rho[keep])
    assert {t.window for t in asked((), gappy).tests} == {1}
