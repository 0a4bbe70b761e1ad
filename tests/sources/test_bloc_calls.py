"""Calls for help within blocs: words, dates, callers, and what cannot be said of a call."""

from __future__ import annotations

import csv
import re
from collections import Counter
from datetime import date
from io import StringIO
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.core.errors import BadEncoding, SourceChanged
from daylight.sources.bloc_calls.source import COLUMNS, FILE, shape
from daylight.sources.kit.declaration import declaration
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import packaged
from daylight.sources.kit.load import shape as checked
from daylight.store.schemas.blocs import ANSWERS, SOUGHT

METHOD = Path(__file__).parents[2] / "docs/methods/bloc-calls.md"
BLANK = dict.fromkeys(COLUMNS, "")
ALMATY = BLANK | {
    "bloc": "CSTO", "iso3": "KAZ", "day": "2022-01-05", "asked": "Asked for peacekeepers.",
    "sought": "help", "answer": "answered", "answer_day": "2022-01-06", "confirmed": "page",
    "citation": "https://example.org/a; https://example.org/b",
}  # fmt: skip
PRAGUE = BLANK | {
    "bloc": "Warsaw Pact", "iso3": "CSK", "day": "1968-08", "asked": "Did not call.",
    "sought": "none", "answer": "imposed", "confirmed": "named", "citation": "A work",
}  # fmt: skip


def files(*rows: dict[str, str]) -> dict[str, bytes]:
    out = StringIO()
    table = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    return {FILE: out.getvalue().encode()}


def shaped(*rows: dict[str, str]) -> pl.DataFrame:
    return shape(files(*rows), IssueLog("bloc_calls"))["bloc_calls"]


def real() -> pl.DataFrame:
    spec = declaration("bloc_calls")
    return checked(spec, packaged(spec)).tables["bloc_calls"]


def test_days_stand_at_their_first_with_their_precision() -> None:
    table = shaped(PRAGUE, ALMATY)
    columns = ("cow", "day", "day_precision", "answer_day", "answer_precision")
    assert table.select(columns).rows() == [
        (705, date(2022, 1, 5), "day", date(2022, 1, 6), "day"),
        (315, date(1968, 8, 1), "month", None, None),
    ]


def test_the_opponent_is_the_state_of_that_day() -> None:
    call = ALMATY | {"iso3": "TUR", "day": "1964-06", "answer_day": "1964", "against": "EGY"}
    assert shaped(call)["against"].to_list() == [651]
    assert shaped(ALMATY)["against"].to_list() == [None]
    with pytest.raises(SourceChanged, match="Syria"):
        shaped(call | {"day": "1960-01-01", "against": "SYR"})


@pytest.mark.parametrize(
    ("wrong", "text"),
    [
        ({"answer": "perhaps"}, "answer 'perhaps' is not known; expected one of answered"),
        ({"sought": "money"}, "sought 'money'"),
        ({"confirmed": "cross"}, "confirmed 'cross'"),
        ({"bloc": " "}, "has no bloc"),
        ({"asked": ""}, "has no asked"),
        ({"citation": ""}, "has no citation"),
        ({"citation": "A work"}, "marked page; give the address"),
        ({"day": "spring"}, "'spring' is not a date"),
        ({"day": ""}, "is not a date"),
        ({"answer_day": "2022-02-30"}, "is not a date"),
        ({"answer_day": "2022-01-04"}, "answered in 2022-01-04, before it was made"),
        ({"answer_day": "2021"}, "before it was made"),
        ({"iso3": "XQZ"}, "XQZ"),
        ({"iso3": ""}, "^bloc_calls: "),
        ({"day": "1980"}, "KAZ"),
        ({"against": "KAZ"}, "a call against itself"),
        ({"answer": "imposed"}, "is imposed and sought help"),
        ({"sought": "none"}, "is answered and sought none"),
    ],
)
def test_an_unusable_row_stops_with_what_is_wrong(wrong: dict[str, str], text: str) -> None:
    with pytest.raises(SourceChanged, match=text):
        shaped(ALMATY | wrong)


def test_an_answer_in_the_same_month_or_year_may_have_come_after() -> None:
    for known in ("2022-01", "2022"):
        assert len(shaped(ALMATY | {"answer_day": known})) == 1


def test_a_call_stands_once_and_two_callers_may_share_a_day() -> None:
    with pytest.raises(SourceChanged, match=r"CSTO, 705 on 2022-01-05 stands twice"):
        shaped(ALMATY, ALMATY | {"asked": "Asked again."})
    assert len(shaped(ALMATY, ALMATY | {"iso3": "ARM"})) == 2


def test_other_columns_stop() -> None:
    odd = {FILE: files(ALMATY)[FILE].replace(b"legal_basis", b"law")}
    with pytest.raises(SourceChanged, match=r"calls\.csv should have the columns bloc, iso3"):
        shape(odd, IssueLog("bloc_calls"))


@given(st.permutations([ALMATY, PRAGUE, ALMATY | {"iso3": "ARM"}, ALMATY | {"day": "2021"}]))
def test_the_order_of_rows_does_not_matter(rows: list[dict[str, str]]) -> None:
    assert shaped(*rows).equals(shaped(*sorted(rows, key=lambda row: row["iso3"] + row["day"])))


def test_rows_of_which_no_page_was_seen_are_counted() -> None:
    log = IssueLog("bloc_calls")
    shape(files(ALMATY, PRAGUE), log)
    assert [issue.rows for issue in log.issues] == [1]


def test_the_real_table_loads_and_latin_1_in_it_stops() -> None:
    table = real().select("bloc", "cow", "day", "answer")
    assert ("CSTO", 371, date(2022, 9, 13), "refused") in table.rows()
    spec = declaration("bloc_calls")
    with pytest.raises(BadEncoding, match=r"calls\.csv"):
        checked(spec, {FILE: packaged(spec)[FILE].replace(b"Osh", b"\xd6sh")})


def test_the_blocs_of_the_real_table_are_listed_and_lived_on_that_day() -> None:
    """The rule across tables holds the names; this holds the days too."""
    spec = declaration("blocs")
    blocs = checked(spec, packaged(spec)).tables["blocs"].select("bloc", "founded", "ended")
    table = real().join(blocs, "bloc", "left")
    for bloc, day, founded, ended in table.select("bloc", "day", "founded", "ended").rows():
        assert founded is not None, bloc
        assert founded <= day.isoformat() < (ended or "9999"), (bloc, day)


def test_callers_were_members_but_for_those_that_the_readme_names() -> None:
    spec = declaration("blocs")
    spells = checked(spec, packaged(spec)).tables["bloc_spells"]
    held = spells.select("bloc", "cow", "start", "end")
    joined = real().join(held, ["bloc", "cow"])
    last = pl.col("end").fill_null(date.max)
    # Kuwait joined within the month of its call, which is known to the month.
    by_then = pl.col("day").dt.offset_by("1mo")
    inside = joined.filter((pl.col("start") < by_then) & (pl.col("day") < last))
    strangers = real().join(inside, ["bloc", "cow", "day"], "anti")
    assert strangers.select("bloc", "cow").rows() == [("EAC", 490), ("GCC", 679), ("SEATO", 817)]


def test_the_method_counts_what_is_there() -> None:
    said = {
        (sought, answer): int(count)
        for sought in SOUGHT
        for row in re.findall(rf"^\| {sought} \|(.+)\|$", METHOD.read_text("utf-8"), re.M)
        for answer, count in zip(ANSWERS, row.split("|"), strict=True)
    }
    assert len(said) == len(SOUGHT) * len(ANSWERS)
    found = Counter(real().select("sought", "answer").rows())
    assert said == {pair: found[pair] for pair in said}
