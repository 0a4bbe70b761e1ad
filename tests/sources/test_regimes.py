"""Electoral democracy: what is not known stays out, and strange states stop."""

from __future__ import annotations

import io
from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.core.states import members
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.regimes.source import shape

ALL = members(1850)


def files(**columns: list[float | None]) -> dict[str, bytes]:
    buffer = io.BytesIO()
    pl.DataFrame(columns).write_parquet(buffer)
    return {"cw_democracy.parquet": buffer.getvalue()}


def year(index: list[float | None], codes: tuple[int, ...] = ALL) -> dict[str, bytes]:
    return files(
        ccode=[float(c) for c in codes], year=[1850.0] * len(codes), v2x_polyarchy=[*index]
    )


def test_an_unknown_index_is_left_out_and_counted() -> None:
    log = IssueLog("regimes")
    index: list[float | None] = [None, float("nan"), *[0.25] * (len(ALL) - 2)]
    table = shape(year(index), log)["regimes"]
    assert table["cow"].to_list() == list(ALL[2:])
    assert set(table["polyarchy"]) == {0.25}
    assert [i.rows for i in log.issues] == [2]
    assert table.schema == {"cow": pl.Int16, "year": pl.Int16, "polyarchy": pl.Float64}


@pytest.mark.parametrize("codes", [ALL[1:], (*ALL, 347)])
def test_a_state_too_few_or_too_many_stops(codes: tuple[int, ...]) -> None:
    with pytest.raises(SourceChanged, match=r"in[\s]*1850"):
        shape(year([0.5] * len(codes), codes), IssueLog("regimes"))


def test_a_missing_column_stops() -> None:
    with pytest.raises(SourceChanged, match="v2x_polyarchy"):
        shape(files(ccode=[2.0], year=[1850.0]), IssueLog("regimes"))


@pytest.mark.mirror
def test_anchors(mirror: Path) -> None:
    table = load("regimes").tables["regimes"]
    value = {(cow, year): v for cow, year, v in table.iter_rows()}
    assert value[365, 1985] == 0.109, "polity2 has no value here"
    assert value[2, 2024] == 0.843
    assert value[710, 2024] == 0.073
    assert (260, 1970) in value
    assert (265, 1970) in value
