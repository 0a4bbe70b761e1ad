"""Attempts: states of their years, what a mark must bear out, and the list against its README."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import polars as pl
import pytest

import daylight.sources.attempts as package
from daylight.core.errors import SourceChanged
from daylight.sources.attempts.source import COLUMNS, DOUBT, FILE, shape
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.store.schemas.attempts import (
    AIMS,
    ANSWERS,
    CHECKED,
    HORIZONS,
    INSTRUMENTS,
    OUTCOMES,
    SIDES,
    TABLES,
)

CUBA = dict.fromkeys(COLUMNS, "") | {
    "id": "A1", "first": "1974", "last": "1975", "divider": "USA", "target": "CUB",
    "partner": "RUS", "aim": "disalign", "instrument": "accommodation", "offer": "secret talks",
    "answer": "refused", "veto": "no", "after_2": "fail", "after_5": "fail", "after_10": "fail",
    "side": "weaker", "upheaval": "no", "quiet": "no", "recognition": "no", "cluster": "cuba",
    "doubtful": "no", "citation": "A page", "url": "https://example.org", "checked": "page",
}  # fmt: skip
AGAIN = CUBA | {"id": "A2", "first": "1977", "last": "1978", "partner": "", "partner_bloc": "East"}
TILSIT = CUBA | {
    "id": "A3", "first": "1807", "last": "1807", "divider": "(220)", "target": "(365)",
    "partner": "(200)", "cluster": "", "citation": "A work", "url": "", "checked": "study",
}  # fmt: skip
BID = CUBA | {
    "id": "A4", "first": "2024", "last": "2024", "divider": "CHN", "target": "NRU",
    "partner": "TWN", "cluster": "", "recognition": "yes", "amount": "100000000",
    "amount_year": "2024", "amount_seen": "yes", "after_2": "unknown", "after_5": "unknown",
    "after_10": "unknown",
}  # fmt: skip


def files(*rows: dict[str, str]) -> dict[str, bytes]:
    text = io.StringIO()
    written = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    written.writeheader()
    written.writerows(rows)
    return {FILE: text.getvalue().encode()}


def attempts(*rows: dict[str, str]) -> pl.DataFrame:
    return shape(files(*rows), IssueLog("t"))["attempts"]


def test_states_have_the_numbers_of_their_years_and_others_stand_apart() -> None:
    table = attempts(CUBA, AGAIN, TILSIT, BID)
    assert table.select("id", "divider", "target", "partner", "outside").rows() == [
        ("A3", "220", "365", "200", "200|220|365"), ("A1", "2", "40", "365", None),
        ("A2", "2", "40", None, None), ("A4", "710", "970", "713", None),
    ]  # fmt: skip
    assert table["cluster"].to_list() == ["A3", "cuba", "cuba", "A4"]
    assert table["amount"].to_list() == [None, None, None, 100_000_000]
    assert table["amount_seen"].to_list() == [None, None, None, True]


def test_several_states_stand_on_one_side_and_a_state_may_begin_within_the_years() -> None:
    row = TILSIT | {"id": "A5", "first": "1955", "last": "1955", "divider": "RUS",
                    "target": "AUT", "partner": "USA|GBR"}  # fmt: skip
    found = attempts(row).select("target", "partner", "outside").row(0)
    assert found == ("305", "2|200", None)


@pytest.mark.parametrize(
    ("odd", "text"),
    [
        ({"aim": "split"}, "aim 'split'"),
        ({"instrument": "bribe"}, "instrument 'bribe'"),
        ({"answer": "yes"}, "answer 'yes'"),
        ({"after_5": "failure"}, "after_5 'failure'"),
        ({"side": "equal"}, "side 'equal'"),
        ({"checked": "page_seen"}, "checked 'page_seen'"),
        ({"upheaval": "1"}, "upheaval '1'"),
        ({"veto": ""}, "veto 'None'"),
        ({"id": ""}, "needs an id"),
        ({"offer": " "}, "the offer"),
        ({"target": ""}, "needs an id, a target"),
        ({"first": "74"}, "write four digits"),
        ({"first": "1976"}, "before it begins"),
        ({"divider": ""}, "names no divider"),
        ({"partner": ""}, "names no partner"),
        ({"divider": "CUB"}, "target among the dividers"),
        ({"divider": "RUS"}, "a divider among the partners"),
        ({"target": "XYZ"}, "XYZ"),
        ({"target": "(40)"}, "was a member then; write its code"),
        ({"target": "(999)"}, "999"),
        ({"target": "CUB|CUB"}, "twice on one side"),
        ({"first": "1807", "last": "1807"}, "USA"),
        ({"last": "2024"}, "an outcome of 2026"),
        ({"amount": "5000000"}, "whole dollars"),
        ({"amount_year": "1975"}, "whole dollars"),
        ({"amount": "0", "amount_year": "1975", "amount_seen": "no"}, "whole dollars"),
        ({"amount": "5", "amount_seen": "no"}, "write four digits"),
        (
            {"amount": "5", "amount_year": "1975", "amount_seen": "yes", "checked": "study"},
            "a sum that was seen, and no page",
        ),
        ({"citation": " "}, "no citation"),
        ({"url": "example.org"}, "an address that is none"),
        ({"url": ""}, "give the address where it was read"),
        ({"checked": "recalled"}, "is marked recalled"),
        ({"citation": "none named"}, "is marked page, and its citation"),
        ({"doubtful": "yes"}, "says 'Doubtful: ' and why"),
        ({"note": "Doubtful: the date"}, "says 'Doubtful: ' and why"),
        ({"recognition": "yes"}, "is marked recognition"),
        ({"cluster": "lone"}, "alone in its cluster"),
        ({"id": "A1"}, "stands twice"),
    ],
)
def test_what_is_not_borne_out_stops(odd: dict[str, str], text: str) -> None:
    with pytest.raises(SourceChanged, match=text):
        attempts(CUBA, AGAIN, CUBA | {"id": "A9"} | odd)


def test_another_layout_stops() -> None:
    with pytest.raises(SourceChanged, match="should have the columns"):
        shape({FILE: b"id,first\nA1,1974"}, IssueLog("t"))


def listed() -> pl.DataFrame:
    return load("attempts").tables["attempts"]


def readme() -> str:
    return (Path(package.__file__).parent / "README.md").read_text("utf-8")


def test_the_list_uses_every_word() -> None:
    table = listed()
    named = {"aim": AIMS, "instrument": INSTRUMENTS, "answer": ANSWERS, "side": SIDES,
             "checked": CHECKED, "after_5": OUTCOMES}  # fmt: skip
    for column, words in named.items():
        assert set(table[column]) == set(words)
    assert set(table.columns) == set(TABLES[0].columns)


def test_the_readme_counts_the_rows_by_mark() -> None:
    table, text = listed(), readme()
    for mark in CHECKED:
        count = len(table.filter(pl.col("checked") == mark))
        assert f"- `{mark}` ({count})" in text
    for column in ("recognition", "doubtful", "quiet"):
        assert f"`{column}`: yes for {int(table[column].sum())} rows" in text
    sums = table["amount_seen"].drop_nulls()
    assert f"{len(sums)} rows have a sum; for {int(sums.sum())} of them" in text
    assert f"{len(table)} rows, {int(table['first'].min())} to {int(table['last'].max())}" in text
    assert f"{table['cluster'].n_unique()} clusters" in text


def test_rows_left_out_are_named_with_a_reason_and_are_not_there() -> None:
    gone = re.findall(r"^- (W\d{3}) .*: ", readme(), re.M)
    assert gone and set(gone).isdisjoint(listed()["id"])


def test_a_doubt_has_a_reason_and_a_recalled_row_no_address() -> None:
    table = listed()
    reasons = [note.partition(DOUBT)[2] for note in table.filter("doubtful")["note"]]
    assert all(len(reason) > 5 for reason in reasons)
    assert table.filter(pl.col("checked") == "recalled")["url"].drop_nulls().is_empty()


def test_outcomes_do_not_look_past_the_coded_years() -> None:
    for years in HORIZONS:
        late = listed().filter(pl.col("last") + years > 2025)
        assert set(late[f"after_{years}"]) == {"unknown"}


@pytest.mark.parametrize(
    ("ident", "divider", "target", "partner", "after"),
    [
        ("W016", "200|220|365", "325", "255|300", "success"),
        ("W050", "2", "710", "365", "success"),
        ("W057", "2", "365", "630", "fail"),
        ("W122", "740", "365", "2|200", "fail"),
        ("W212", "2", "750", "365", "unknown"),
    ],
)
def test_well_known_attempts_are_in_it(
    ident: str, divider: str, target: str, partner: str, after: str
) -> None:
    row = listed().filter(pl.col("id") == ident)
    found = row.select("divider", "target", "partner", "after_5").row(0)
    assert found == (divider, target, partner, after)
