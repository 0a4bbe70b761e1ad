"""The plan of a build: every table has its step, ties have measures, coverage says what is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import polars as pl
import pytest

from daylight.build.plan import STEPS, at_hand, rests_on
from daylight.build.run import _last, sources_read
from daylight.build.work import Work
from daylight.core.errors import BadInput
from daylight.measures import MEASURES
from daylight.sources.cow_trade.holes import HOLES, JOINT_REASON
from daylight.sources.kit.declaration import declaration, source_ids
from daylight.sources.kit.issues import Issue
from daylight.sources.kit.load import Loaded
from daylight.sources.kit.ties.registry import coded_ties
from daylight.sources.kit.ties.spells import cover
from daylight.sources.kit.ties.yearly_facts import yearly_facts
from daylight.store.schemas import TABLES
from daylight.tables.step import GIVEN, Inputs, Step
from daylight.tables.ties.steps import tie_steps
from daylight.tables.votes import steps as votes

BY_NAME = {step.name: step for step in STEPS}
READ = {name for step in STEPS for name in step.sources}


def test_every_table_has_a_step_and_every_stored_step_a_table() -> None:
    assert {step.name for step in STEPS if step.stored} == {t.name for t in TABLES}
    assert len(BY_NAME) == len(STEPS), "names are used once"


def test_steps_come_after_what_they_need() -> None:
    made = set(GIVEN)
    for step in STEPS:
        assert set(step.needs) <= made, step.name
        made.add(step.name)
    assert STEPS[-1].name == "issues"


def test_every_source_is_read_by_a_step_and_every_step_reads_known_ones() -> None:
    """In a step, or in a fact that no measure reads yet."""
    facts = {name for fact in yearly_facts() for name in fact.sources}
    assert READ | facts == set(source_ids())


def test_a_build_reads_the_sources_of_its_steps_and_of_the_files_given() -> None:
    supplied = {name for name in READ if declaration(name).supplied}
    assert set(sources_read(())) == READ - supplied
    assert set(sources_read(supplied)) == READ


def test_tables_rest_on_the_sources_of_all_that_they_read() -> None:
    sources = rests_on(STEPS)
    assert sources["votes"] == ("un_votes_resolutions", "un_votes_voeten")
    assert sources["alliances"] == ("atop",)
    assert {"gsdb", "sipri_arms", "aid"} <= set(sources["ties"])
    assert set(sources["ties"]) == {s for m in MEASURES if m.table == "ties" for s in m.sources}
    assert set(sources["ledgers"]) == set(sources["ledger_items"])
    assert {"peace_scale", "ucdp", "imf_dots", "geodist"} <= set(sources["ledgers"])
    assert set(sources["issues"]) == READ


def test_a_step_is_given_what_it_declares_and_nothing_else() -> None:
    step = Step("holes", lambda inputs: None, sources=("igo",), needs=("trade",))
    inputs = Inputs(step, cast(Any, {"igo": SimpleNamespace(tables="t")}), str.upper, [])
    assert inputs.source("igo") == cast(Any, "t")
    assert inputs.result("trade") == "TRADE"
    with pytest.raises(BadInput, match="holes does not declare that it reads atop"):
        inputs.source("atop")
    with pytest.raises(BadInput, match="does not declare that it reads atop"):
        inputs.coverage("atop")
    with pytest.raises(BadInput, match="holes does not declare that it needs votes"):
        inputs.world("votes")


def test_without_the_file_of_a_user_a_tie_is_left_out_and_nothing_else() -> None:
    ours = READ - {"icews", "sipri_arms"}
    kept = {step.name: step for step in at_hand(STEPS, ours)}
    gone = {"tie verbal_cooperation", "tie arms_transfers", "tie arms_dependence"}
    assert set(BY_NAME) - set(kept) == gone
    assert set(BY_NAME["ties"].needs) - set(kept["ties"].needs) == gone
    assert "icews" not in rests_on(kept.values())["ties"]


def test_a_tie_without_a_measure_or_a_measure_without_a_tie_is_an_error() -> None:
    ties = coded_ties()
    assert len(tie_steps(ties, MEASURES)) == len(ties) > 20
    with pytest.raises(BadInput, match="not both: sanctions"):
        tie_steps([(t, home) for t, home in ties if t.measure != "sanctions"], MEASURES)
    with pytest.raises(BadInput, match="not both: weddings"):
        tie_steps([*ties, (replace(ties[0][0], measure="weddings"), "weddings")], MEASURES)
    with pytest.raises(BadInput, match="sanctions is coded twice"):
        tie_steps([*ties, next(t for t in ties if t[0].measure == "sanctions")], MEASURES)


def test_a_tie_lies_in_the_folder_of_a_source_that_its_measure_names() -> None:
    named = {m.name: m.sources for m in MEASURES}
    for tie, module in coded_ties():
        assert module.split(".")[-2] in named[tie.measure], tie.measure


def test_a_tie_made_by_a_factory_elsewhere_rests_on_the_module_that_lists_it() -> None:
    ties = [(replace(tie, make=cast(Any, cover)), home) for tie, home in coded_ties()]
    steps = {step.name: step.modules for step in tie_steps(ties, MEASURES)}
    assert "daylight.sources.gsdb.ties" in steps["tie sanctions"]


def working(tmp_path: Path, loaded: Mapping[str, Any] | None = None, **made: pl.DataFrame) -> Work:
    """Return a build that has made some tables; those of ties are left out."""
    tables = [Step(name, lambda inputs, frame=frame: frame) for name, frame in made.items()]
    steps = [step for step in at_hand(STEPS, loaded or ()) if step.name not in made]
    return Work(tmp_path, [*tables, *steps], cast(Mapping[str, Loaded], loaded or {}), 2020)


@pytest.fixture
def covered(tmp_path: Path) -> dict[str, tuple[int, int]]:
    years = {
        "ledgers": [1946, 2025],
        "votes": [2022, 1946],
        "trade": [1870, 2024],
        "ideal_points": [1946, 2020, 2022],
        "regimes": [1816, 2025],
    }
    spans = {"atop": (1815, 2018), "blocs": (1945, 2026), "igo": (1816, 2014)}
    loaded = {
        name: SimpleNamespace(
            issues=(),
            declaration=SimpleNamespace(coverage=SimpleNamespace(start=start, end=end)),
        )
        for name, (start, end) in spans.items()
    }
    frames = {name: pl.DataFrame({"year": of}) for name, of in years.items()}
    frame = working(tmp_path, loaded, **frames).result("coverage")
    return {name: (start, end) for name, start, end in frame.iter_rows()}


def test_every_measure_has_its_years(covered: dict[str, tuple[int, int]]) -> None:
    """Ties are covered only where their sources are at hand, which here they are not."""
    yearly = {m.name for m in MEASURES if m.table != "ties" and m.span is None}
    assert set(covered) == yearly


def test_rows_or_the_declared_span_give_the_years(covered: dict[str, tuple[int, int]]) -> None:
    assert covered["vote_kappa"] == (1946, 2022)
    assert covered["trade_share"] == (1870, 2024)
    assert covered["ideal_point_gap"] == (1946, 2020), "a year that is not over has no gap yet"
    assert covered["alliance_any"] == (1816, 2018), "the state system begins in 1816"
    assert covered["shared_blocs"] == (1945, 2026)
    assert covered["shared_igos"] == (1816, 2014), "as declared, not as the table's spells"
    assert covered["regime_affinity"] == (1816, 2025)


def test_an_issue_is_stored_once(tmp_path: Path) -> None:
    busy = working(tmp_path)
    busy.issues += [
        Issue("a", "note", 1, "t"),
        Issue("a", "note", 1, "t"),
        Issue("b", "note", 2, "t"),
    ]
    assert busy.result("issues").rows() == [("a", "note", 1, "t"), ("b", "note", 2, "t")]


def test_ballots_are_joined_once_and_noted_with_every_table_that_rests_on_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[object] = []

    def join(old: object, new: object, log: Any) -> pl.DataFrame:
        calls.append((old, new))
        log.note("joined", 3)
        return pl.DataFrame({"cow": [2], "year": [2000], "cinc": [0.1]})

    monkeypatch.setattr(votes, "join", join)
    loaded = {name: SimpleNamespace(tables=name, issues=()) for name in votes.SOURCES}
    ballots = next(s for s in votes.STEPS if not s.stored)
    both = [
        Step(name, lambda inputs: inputs.result(votes.BALLOTS), needs=(votes.BALLOTS,))
        for name in ("capabilities", "regimes")
    ]
    both[1] = replace(
        both[1], make=lambda inputs: inputs.result(votes.BALLOTS).rename({"cinc": "polyarchy"})
    )
    busy = Work(tmp_path, [ballots, *both], cast(Any, loaded), 2020)
    for step in both:
        busy.write(step.name, "mark")
    assert calls == [("un_votes_voeten", "un_votes_resolutions")]
    assert [i.text for i in busy.issues] == ["joined", "joined"], "the table drops the second"
    again = Work(tmp_path, [ballots, *both], cast(Any, loaded), 2020)
    again.write("regimes", "mark")
    assert [i.text for i in again.issues] == ["joined"], "kept beside the finished table"
    assert len(calls) == 1


def test_a_finished_table_whose_notes_are_gone_is_made_again(tmp_path: Path) -> None:
    ran: list[int] = []

    def make(inputs: Inputs) -> pl.DataFrame:
        ran.append(1)
        return pl.DataFrame({"cow": [2], "year": [2000], "cinc": [0.1]})

    for _ in range(2):
        Work(tmp_path, [Step("capabilities", make)], {}, 2020).write("capabilities", "mark")
    assert ran == [1]
    (tmp_path / ".noticed" / "capabilities-mark.json").unlink()
    Work(tmp_path, [Step("capabilities", make)], {}, 2020).write("capabilities", "mark")
    assert ran == [1, 1]


@pytest.mark.parametrize("text", ["", '[{"source": "a", "sev', "{}x", '[{"other": 1}]', "[1]"])
def test_a_finished_table_whose_notes_cannot_be_read_is_made_again(
    tmp_path: Path, text: str
) -> None:
    ran: list[int] = []

    def make(inputs: Inputs) -> pl.DataFrame:
        ran.append(1)
        inputs.log("nmc").note("seen")
        return pl.DataFrame({"cow": [2], "year": [2000], "cinc": [0.1]})

    Work(tmp_path, [Step("capabilities", make)], {}, 2020).write("capabilities", "mark")
    (tmp_path / ".noticed" / "capabilities-mark.json").write_text(text, "utf-8")
    again = Work(tmp_path, [Step("capabilities", make)], {}, 2020)
    again.write("capabilities", "mark")
    assert ran == [1, 1]
    assert [issue.text for issue in again.issues] == ["seen"]


def test_a_hole_towards_all_partners_is_written_as_zero(tmp_path: Path) -> None:
    reason = [JOINT_REASON] * 2
    rows = {"cow": [2, 2], "partner": [None, 20], "start": [1900] * 2, "end": [1901] * 2}
    holes = pl.DataFrame(rows | {"reason": reason}, HOLES)
    loaded = {n: SimpleNamespace(tables={"holes": holes}, issues=()) for n in ("cow_trade", "igo")}
    frame = working(tmp_path, loaded).result("holes")
    igos = frame.filter(pl.col("table") == "igo_members")
    assert igos["partner"].to_list() == [0, 20]
    trade = frame.filter(pl.col("table") == "trade")
    assert trade["partner"].to_list()[0] == 0
    assert trade["partner"].null_count() == 0


def test_the_atlas_ends_on_the_last_day_that_any_source_covers() -> None:
    """A source that states no day does not count, however late its last year."""
    days = {"early": date(2020, 12, 31), "late": date(2021, 3, 2), "whole years": None}
    specs = {
        name: SimpleNamespace(coverage=SimpleNamespace(end=2030, until=day))
        for name, day in days.items()
    }
    assert _last(cast(Any, specs)) == date(2021, 3, 2)
