"""Vetoes and votes in the Security Council: names, misprints, and who voted apart."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from daylight.core.errors import SourceChanged
from daylight.core.status import MISSING, OBSERVED, STRUCTURAL_ZERO
from daylight.sources.council_vetoes import source as vetoes
from daylight.sources.council_vetoes.yearly import VETOES
from daylight.sources.council_votes import source as votes
from daylight.sources.council_votes.yearly import APART, SHARED
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.kit.ties.yearly import standing

Row = dict[str, Any]
DRAFT: Row = {
    "date": "2/25/2012", "draft": "S/2012/1", "member_veto1": "Russia", "member_veto2": "China",
    "member_veto3": None,
}  # fmt: skip
TEXT: Row = {
    "symbol": "S/RES/2722 (2024)", "adoption_type": "Adopted 3-0-1",
    "MS_in_favour": ["FRANCE", "CHILEs"], "MS_against": [], "MS_abstaining": ["CHINA"],
}  # fmt: skip


def drafts(*rows: Row) -> dict[str, bytes]:
    return {vetoes.FILE: pl.DataFrame(list(rows), infer_schema_length=None).write_csv().encode()}


def texts(*rows: Row) -> dict[str, bytes]:
    return {"2024.json": "\n".join(json.dumps(row) for row in rows).encode()}


def cast(*rows: Row) -> pl.DataFrame:
    return vetoes.shape(drafts(*rows), IssueLog("t"))["vetoes"]


def voted(*rows: Row, log: IssueLog | None = None) -> pl.DataFrame:
    return votes.shape(texts(*rows), log or IssueLog("t"))["votes"]


def test_each_name_is_a_veto() -> None:
    assert cast(DRAFT)["cow"].to_list() == [365, 710]
    assert cast(DRAFT | {"member_veto1": "USSR", "member_veto2": None})["cow"].to_list() == [365]


@pytest.mark.parametrize(
    ("odd", "text"),
    [({"member_veto2": "India"}, "'India' is no permanent"), ({"date": "2012"}, "has no date"),
     ({"member_veto1": None, "member_veto2": None}, "has no veto")],
)  # fmt: skip
def test_what_is_no_veto_stops(odd: Row, text: str) -> None:
    with pytest.raises(SourceChanged, match=text):
        cast(DRAFT, DRAFT | odd)


def test_a_veto_is_against_those_who_did_not_cast_one() -> None:
    made = VETOES.made({"council_vetoes": {"vetoes": cast(DRAFT)}}, IssueLog("t"))
    asked = [(365, 2, 2012), (365, 710, 2012), (2, 365, 2012), (365, 750, 2012), (365, 2, 2022),
             (710, 2, 1960)]  # fmt: skip
    found = standing(VETOES, made, pl.DataFrame(asked, ["cow", "partner", "year"], orient="row"))
    assert found.select("value", "status").rows() == [
        (1.0, OBSERVED), (0.0, STRUCTURAL_ZERO), (0.0, STRUCTURAL_ZERO), (None, MISSING),
        (None, MISSING), (None, MISSING),
    ]  # fmt: skip


def test_votes_with_misprints_and_names_that_stand_as_two() -> None:
    row = TEXT | {"MS_in_favour": ["CHILEs", "CÔTE.", "D'IVOIRE", "REPUBLIC OF KOREA"]}
    assert sorted(voted(row).select("cow", "vote").rows()) == [
        (155, 1), (437, 1), (710, 2), (732, 1),
    ]  # fmt: skip


def test_texts_without_a_vote_are_left_out_and_a_text_twice_counts_once() -> None:
    log = IssueLog("t")
    silent = TEXT | {"symbol": "S/RES/2723(2024)", "adoption_type": "Adopted without vote, 1st"}
    empty = TEXT | {"MS_in_favour": [], "MS_abstaining": []}
    assert len(voted(TEXT, TEXT, silent, empty, log=log)) == 3
    assert [issue.rows for issue in log.issues][:2] == [1, 2]


@pytest.mark.parametrize(
    ("odd", "text"),
    [
        ({"symbol": "A/RES/1"}, "is not the symbol"),
        ({"MS_against": ["CHINA"]}, "CHINA in two lists"),
        ({"symbol": "S/RES/2723 (2024)", "MS_against": ["ATLANTIS"]}, "ATLANTIS"),
        ({"MS_in_favour": ["FRANCE"]}, "other votes"),
    ],
)
def test_what_cannot_be_read_stops(odd: Row, text: str) -> None:
    with pytest.raises(SourceChanged, match=text):
        voted(TEXT, TEXT | odd)


def test_shared_votes_and_votes_apart() -> None:
    other = TEXT | {
        "symbol": "S/RES/2723 (2024)",
        "MS_in_favour": ["FRANCE", "CHINA"],
        "MS_abstaining": [],
    }
    tables = {"council_votes": {"votes": voted(TEXT, other)}}
    shared, apart = (f.made(tables, IssueLog("t")).rows for f in (SHARED, APART))
    pair = (pl.col("cow") == 220) & (pl.col("partner") == 710)
    assert (shared.filter(pair)["value"].item(), apart.filter(pair)["value"].item()) == (2, 1)
    same = (pl.col("cow") == 155) & (pl.col("partner") == 220)
    assert apart.filter(same)["value"].to_list() == [0], "agreement is a value"


@pytest.mark.mirror
def test_known_vetoes_and_votes(mirror: Path) -> None:
    tables = {name: load(name).tables for name in ("council_vetoes", "council_votes")}
    counts = dict(tables["council_vetoes"]["vetoes"]["cow"].value_counts().rows())
    assert counts == {365: 121, 2: 82, 200: 29, 710: 17, 220: 16}
    rows = APART.made(tables, IssueLog("t")).rows
    both = rows.filter((pl.col("cow") == 2) & (pl.col("partner") == 365)).sort("year")
    by_year = dict(both.select("year", "value").rows())
    assert by_year[2024] == 16 > by_year[2014] == 3
    assert len(rows.filter(pl.col("year") == 2024)) == 15 * 14 / 2
