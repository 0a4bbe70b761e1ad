"""The plan of a build: every table has its step, and coverage says what is covered."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import polars as pl
import pytest

from daylight.bonds.components import COMPONENTS, DIMENSIONS
from daylight.build import plan
from daylight.build.plan import STEPS, Work
from daylight.build.run import _last
from daylight.build.ties import TIES
from daylight.measures import MEASURES, sources_of
from daylight.sources._kit.declaration import source_ids
from daylight.sources._kit.issues import Issue
from daylight.store.schemas import TABLES


def test_every_table_has_a_step_and_every_step_a_table() -> None:
    assert set(STEPS) == {t.name for t in TABLES}


def test_steps_come_after_what_they_use() -> None:
    order = list(STEPS)
    for name in {m.table for m in MEASURES}:
        assert order.index(name) < order.index("coverage")
        assert order.index(name) < order.index("bonds")
    assert order.index("coverage") < order.index("bonds")
    assert order[-1] == "issues"


def test_tables_name_sources_that_exist() -> None:
    known = set(source_ids())
    for spec in TABLES:
        assert set(spec.sources) <= known, spec.name
    named = {s for t in TABLES for s in t.sources}
    assert named | set(sources_of(m.name for m in MEASURES)) == known


def work(**made: list[int]) -> Work:
    """Return a build that has made tables with these years."""
    frames = {name: pl.DataFrame({"year": years}) for name, years in made.items()}
    spans = {
        "atop": SimpleNamespace(coverage=SimpleNamespace(start=1815, end=2018)),
        "blocs": SimpleNamespace(coverage=SimpleNamespace(start=1945, end=2026)),
        "igo": SimpleNamespace(coverage=SimpleNamespace(start=1816, end=2014)),
    }
    loaded = {name: SimpleNamespace(declaration=spec) for name, spec in spans.items()}
    return Work(cast(Any, loaded), frames, [], 2020, lambda: None)


@pytest.fixture
def covered() -> dict[str, tuple[int, int]]:
    frame = STEPS["coverage"](
        work(
            votes=[2022, 1946],
            trade=[1870, 2016],
            ideal_points=[1946, 2020, 2022],
            regimes=[1816, 2025],
        )
    )
    return {name: (start, end) for name, start, end in frame.iter_rows()}


def test_every_measure_and_dimension_has_its_years(covered: dict[str, tuple[int, int]]) -> None:
    """Ties are covered only where their sources are at hand, which here they are not."""
    yearly = {m.name for m in MEASURES if m.table != "ties"}
    assert set(covered) == yearly | {*DIMENSIONS, "overall"}


def test_a_tie_is_read_from_the_sources_that_its_measure_names() -> None:
    named = {m.name: m.sources for m in MEASURES if m.table == "ties"}
    assert {tie.measure: tie.sources for tie in TIES} == named


def test_rows_or_the_declared_span_give_the_years(covered: dict[str, tuple[int, int]]) -> None:
    assert covered["vote_kappa"] == (1946, 2022)
    assert covered["trade_share"] == (1870, 2016)
    assert covered["ideal_point_gap"] == (1946, 2020), "a year that is not over has no gap yet"
    assert covered["alliance_any"] == (1816, 2018), "the state system begins in 1816"
    assert covered["shared_blocs"] == (1945, 2026)
    assert covered["shared_igos"] == (1816, 2014), "as declared, not as the table's spells"
    assert covered["regime_affinity"] == (1816, 2025)


def test_a_dimension_has_the_years_of_its_required_measure_if_they_are_full(
    covered: dict[str, tuple[int, int]],
) -> None:
    assert covered["military"] == (1816, 2018)
    assert covered["political"] == (1946, 2020), "2021 and 2022 are after the last full year"
    assert covered["economic"] == (1870, 2016)
    assert covered["overall"] == (1870, 2018), "two of the three dimensions"
    for component in COMPONENTS:
        if component.required:
            assert covered[component.dimension][0] == covered[component.measure][0]


def test_an_issue_is_stored_once() -> None:
    busy = work()
    busy.issues += [
        Issue("a", "note", 1, "t"),
        Issue("a", "note", 1, "t"),
        Issue("b", "note", 2, "t"),
    ]
    frame = STEPS["issues"](busy)
    assert frame.rows() == [("a", "note", 1, "t"), ("b", "note", 2, "t")]


def test_ballots_are_joined_once_and_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[object] = []

    def join(old: object, new: object, log: Any) -> dict[str, object]:
        calls.append((old, new))
        log.note("joined", 3)
        return {"rollcalls": old, "ballots": new}

    monkeypatch.setattr(plan, "join", join)
    loaded = {
        name: SimpleNamespace(tables=name) for name in ("un_votes_voeten", "un_votes_resolutions")
    }
    busy = Work(cast(Any, loaded), {}, [], 2020, lambda: None)
    assert busy.un() is busy.un()
    assert calls == [("un_votes_voeten", "un_votes_resolutions")]
    assert [i.text for i in busy.issues] == ["joined"]


def test_a_hole_towards_all_partners_is_written_as_zero() -> None:
    holes = pl.DataFrame(
        {"cow": [2, 2], "partner": [None, 20], "start": [1900] * 2, "end": [1901] * 2}
    )
    loaded = {name: SimpleNamespace(tables={"holes": holes}) for name in ("cow_trade", "igo")}
    frame = STEPS["holes"](Work(cast(Any, loaded), {}, [], 2020, lambda: None))
    assert frame["partner"].to_list() == [0, 20, 0, 20]
    assert frame["table"].to_list() == ["trade", "trade", "igo_members", "igo_members"]


def test_the_atlas_ends_on_the_last_day_that_any_source_covers() -> None:
    """A source that states no day does not count, however late its last year."""
    days = {"early": date(2020, 12, 31), "late": date(2021, 3, 2), "whole years": None}
    specs = {
        name: SimpleNamespace(coverage=SimpleNamespace(end=2030, until=day))
        for name, day in days.items()
    }
    assert _last(cast(Any, specs)) == date(2021, 3, 2)
