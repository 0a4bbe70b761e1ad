"""Corrections of known errors, and the guard that fails once a source is mended."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest
from pydantic import ValidationError

from daylight.core.errors import SourceChanged
from daylight.sources.kit.corrections import Correction, correct
from daylight.sources.kit.issues import IssueLog

TABLE = pl.DataFrame({"cow": [2, 200, 220], "vote": [8, 8, 1]}, schema_overrides={"vote": pl.Int8})


def fix(**other: Any) -> Correction:
    keys = {
        "table": "ballots",
        "where": {"cow": 2},
        "column": "vote",
        "expect": 8,
        "set": 9,
        "rows": 1,
        "reason": "not yet seated",
        "evidence": "A/RES/1",
    }
    return Correction.model_validate(keys | other)


def run(*fixes: Correction, table: pl.DataFrame = TABLE) -> tuple[pl.DataFrame, IssueLog]:
    log = IssueLog("toy")
    return correct({"ballots": table}, list(fixes), log)["ballots"], log


def test_only_the_named_rows_change_and_it_is_logged() -> None:
    table, log = run(fix())
    assert table["vote"].to_list() == [9, 8, 1]
    assert table.schema == TABLE.schema
    assert [(i.severity, i.rows, i.text) for i in log.issues] == [
        ("note", 1, "not yet seated (A/RES/1)")
    ]
    assert TABLE["vote"].to_list() == [8, 8, 1]


def test_a_list_names_several_rows() -> None:
    assert run(fix(where={"cow": [2, 200]}, rows=2))[0]["vote"].to_list() == [9, 9, 1]


def test_a_value_can_be_unknown_before_and_after() -> None:
    assert run(fix(set=None))[0]["vote"].to_list() == [None, 8, 1]
    gap = TABLE.with_columns(vote=pl.Series([None, 8, 1], dtype=pl.Int8))
    assert run(fix(expect=None), table=gap)[0]["vote"].to_list() == [9, 8, 1]


@pytest.mark.parametrize("vote", [9, None])
def test_a_mended_source_stops(vote: int | None) -> None:
    mended = TABLE.with_columns(vote=pl.Series([vote, 8, 1], dtype=pl.Int8))
    with pytest.raises(SourceChanged, match=r"expects 1 rows with 8 and found 0.*mended"):
        run(fix(), table=mended)


def test_more_rows_than_declared_stop() -> None:
    with pytest.raises(SourceChanged, match="found 2"):
        run(fix(where={"cow": [2, 200]}, rows=1))


def test_a_correction_without_a_reason_is_refused() -> None:
    with pytest.raises(ValidationError, match="reason"):
        Correction.model_validate(fix().model_dump(exclude={"reason"}))
