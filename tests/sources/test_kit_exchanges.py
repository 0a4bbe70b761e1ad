"""Two owners that hold each other's rows."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest
from pydantic import ValidationError

from daylight.core.errors import SourceChanged
from daylight.sources.kit.corrections import correct
from daylight.sources.kit.exchanges import Exchange
from daylight.sources.kit.issues import IssueLog

TABLE = pl.DataFrame(
    {"item": [1, 1, 1, 2, 2], "cow": [2, 20, 40, 2, 20], "vote": [1, 3, 2, 1, 1]},
    schema_overrides={"cow": pl.Int16},
)


def fix(**other: Any) -> Exchange:
    keys = {
        "table": "ballots", "where": {"item": [1]}, "key": "cow", "between": [2, 20],
        "column": "vote", "expect": [{1: 1}, {3: 1}], "reason": "exchanged", "evidence": "A/RES/1",
    }  # fmt: skip
    return Exchange.model_validate(keys | other)


def run(*fixes: Exchange, table: pl.DataFrame = TABLE) -> tuple[pl.DataFrame, IssueLog]:
    log = IssueLog("toy")
    return correct({"ballots": table}, list(fixes), log)["ballots"], log


def votes(table: pl.DataFrame) -> dict[tuple[int, int], int]:
    return {(item, cow): vote for item, cow, vote in table.iter_rows()}


def test_only_the_named_rows_change_owner_and_it_is_logged() -> None:
    table, log = run(fix())
    assert votes(table) == {(1, 2): 3, (1, 20): 1, (1, 40): 2, (2, 2): 1, (2, 20): 1}
    assert table.schema == TABLE.schema
    assert [(i.rows, i.text) for i in log.issues] == [(2, "exchanged (A/RES/1)")]


def test_a_row_of_one_alone_goes_to_the_other() -> None:
    table, _ = run(fix(expect=[{1: 1}, {}]), table=TABLE.filter(pl.col("vote") != 3))
    assert votes(table)[1, 20] == 1
    assert (1, 2) not in votes(table)


def test_a_mended_source_stops() -> None:
    mended, _ = run(fix())
    with pytest.raises(SourceChanged, match=r"toy: the exchange of cow 2 and 20.*mended"):
        run(fix(), table=mended)


def test_both_sides_must_be_said() -> None:
    with pytest.raises(ValidationError):
        fix(expect=[{1: 1}])
