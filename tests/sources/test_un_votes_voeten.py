from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from daylight.core.errors import BadEncoding, SourceChanged
from daylight.sources.kit.declaration import declaration
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.kit.load import shape as run
from daylight.sources.un_votes_voeten.source import shape

CALL: dict[str, Any] = {
    "rcid": 1, "year": 2010, "session": 65, "abstain": 0, "yes": 2, "no": 0, "importantvote": 0,
    "date": datetime(2010, 12, 20), "unres": "R/65/1", "amend": 0, "para": 0, "short": "TITLE",
    "descr": "LONG", "me": 0, "nu": 0, "di": 0, "hr": 0, "co": 0, "ec": 0, "ident": "0", "resid": 1,
}  # fmt: skip
INTS = (
    "rcid",
    "year",
    "session",
    "abstain",
    "yes",
    "no",
    "importantvote",
    "amend",
    "para",
    "resid",
)
COUNTRIES = """ccode,Country,Countryname
2,USA,United States
345,YUG,Yugoslavia
678,YAR,North
680,YAR,South
679,YEM,Yemen
"""
Votes = list[tuple[int, int, int]]


def files(
    calls: list[dict[str, Any]], votes: Votes, countries: str = COUNTRIES
) -> dict[str, bytes]:
    schema = dict.fromkeys((*INTS, "me", "nu", "di", "hr", "co", "ec"), pl.Int32)
    table = pl.DataFrame([CALL | c for c in calls], schema_overrides=schema)
    cast = pl.DataFrame(
        votes, schema={"rcid": pl.Int32, "ccode": pl.Int16, "vote": pl.Int8}, orient="row"
    )
    out: dict[str, bytes] = {"countries.csv": countries.encode()}
    for name, frame in (("rollcalls_1946_2020", table), ("votes_1946_2020", cast)):
        buffer = io.BytesIO()
        frame.write_parquet(buffer)
        out[f"{name}.parquet"] = buffer.getvalue()
    return out


def shaped(
    calls: list[dict[str, Any]], votes: Votes | None = None
) -> tuple[pl.DataFrame, IssueLog]:
    log = IssueLog("un_votes_voeten")
    return shape(files(calls, votes or [(1, 2, 1), (1, 679, 1)]), log)["rollcalls"], log


def texts(log: IssueLog) -> str:
    return " | ".join(i.text for i in log.issues)


def test_votes_keep_absent_and_not_a_member_apart() -> None:
    log = IssueLog("un_votes_voeten")
    votes = [(1, 2, 8), (1, 679, 9), (1, 678, 3)]
    ballots = shape(files([{"no": 1, "yes": 0}], votes), log)["ballots"]
    assert ballots.rows() == [(1, 2, 8), (1, 678, 3), (1, 679, 9)]
    assert ballots.schema == {"item": pl.Int32, "cow": pl.Int16, "vote": pl.Int8}


def test_day_before_session_58_is_dropped_and_year_kept() -> None:
    early = {"session": 40, "year": 1985, "date": datetime(1985, 12, 4)}
    table, log = shaped([early])
    assert table["date"][0] is None
    assert table["year"][0] == 1985
    assert "not a day of the month" in texts(log)


def test_day_of_a_later_addition_is_kept() -> None:
    added = {"rcid": 6011, "session": 52, "year": 1997, "date": datetime(1997, 11, 12)}
    table, _ = shaped([added], [(6011, 2, 1)])
    assert str(table["date"][0]) == "1997-11-12"


def test_a_real_day_before_session_58_means_the_source_was_mended() -> None:
    with pytest.raises(SourceChanged, match="EXACT_SESSION"):
        shaped([{"session": 40, "year": 1985, "date": datetime(1985, 12, 14)}])


def test_year_follows_the_date() -> None:
    table, log = shaped([{"unres": "A/RES/65/267", "date": datetime(2011, 1, 14)}])
    assert table["year"][0] == 2011
    assert "A/RES/65/267" in texts(log)


@pytest.mark.parametrize(
    ("unres", "symbol"),
    [
        ("A/RES/75/254[A]", "A/RES/75/254 A"),
        ("A/RES/75/254A-C", "A/RES/75/254 A-C"),
        ("R/26/2758G", "R/26/2758G"),
        ("", None),
    ],
)
def test_symbols(unres: str, symbol: str | None) -> None:
    table, _ = shaped([{"unres": unres}])
    assert table["symbol"][0] == symbol


@pytest.mark.parametrize(
    ("call", "final"),
    [
        ({}, True),
        ({"amend": 1}, False),
        ({"para": 1, "amend": None}, False),
        ({"yes": 1, "no": 1}, False),
        ({"amend": None, "para": None}, True),
        ({"amend": None, "para": None, "unres": ""}, None),
    ],
)
def test_final(call: dict[str, Any], final: bool | None) -> None:
    votes = [(1, 2, 1), (1, 679, 3)] if call.get("no") else None
    table, _ = shaped([call], votes)
    assert table["final"][0] is final


def test_two_unflagged_votes_on_one_symbol_leave_final_unknown() -> None:
    unflagged = {"amend": None, "para": None}
    table, log = shaped([unflagged, unflagged | {"rcid": 2}], [(1, 2, 1), (2, 2, 2)])
    assert table["final"].to_list() == [None, None]
    assert any(i.severity == "warning" and i.rows == 2 for i in log.issues)


def test_codes_copied_from_arms_control_are_unknown() -> None:
    late = {"session": 75, "year": 2020, "date": datetime(2020, 12, 7)}
    copied = late | {"di": 1, "co": 1, "ec": 1}
    table, _ = shaped([copied, late | {"rcid": 2, "unres": "R/65/2"}], [(1, 2, 1), (2, 2, 1)])
    assert table["di"].to_list() == [True, False]
    assert table["co"].to_list() == table["ec"].to_list() == [None, None]
    with pytest.raises(SourceChanged, match="COPIED_SESSIONS"):
        shaped([late | {"di": 1, "co": 0, "ec": 0}])


def test_missing_importance_is_not_no() -> None:
    table, _ = shaped([{"importantvote": None}])
    assert table["important"][0] is None


def test_title_falls_back_to_the_description() -> None:
    table, _ = shaped([{"short": "NA", "descr": "Oceans: resolution / adopted by the Assembly"}])
    assert table["title"][0] == "Oceans"


def test_tallies_that_disagree_are_reported() -> None:
    _, log = shaped([{"yes": 9}])
    assert "headers that differ from the listed votes" in texts(log)


def test_two_states_with_one_label_are_told_apart_by_number() -> None:
    _, log = shaped([{}])
    assert "YAR" in texts(log)


def test_lost_votes_of_serbia_stop_the_source() -> None:
    calls = [{"rcid": n, "unres": f"R/65/{n}"} for n in range(1, 11)]
    good = [(n, 345, 1) for n in range(1, 11)]
    shaped(calls, good)
    with pytest.raises(SourceChanged, match="two rows"):
        shaped(calls, good[:5] + [(n, 345, 8) for n in range(6, 11)])


def test_predecessor_and_successor_in_one_roll_call_stop_the_source() -> None:
    with pytest.raises(SourceChanged, match="678 and 679"):
        shaped([{}], [(1, 678, 8), (1, 679, 1)])


@pytest.mark.parametrize("vote", [0, 4, 7])
def test_unknown_vote_code_stops_the_source(vote: int) -> None:
    with pytest.raises(SourceChanged, match=f"vote code {vote}"):
        shaped([{}], [(1, 2, vote)])


def test_unknown_country_and_flag_and_orphan_votes_stop_the_source() -> None:
    with pytest.raises(SourceChanged, match="999"):
        shaped([{}], [(1, 999, 1)])
    with pytest.raises(SourceChanged, match="hr = 2"):
        shaped([{"hr": 2}])
    with pytest.raises(SourceChanged, match="roll call 5"):
        shaped([{}], [(5, 2, 1)])


def test_changed_column_and_encoding_stop_the_source() -> None:
    spec = declaration("un_votes_voeten")
    good = files([{}], [(1, 2, 1)])
    with pytest.raises(SourceChanged, match=r"countries\.csv lacks the columns ccode"):
        run(spec, good | {"countries.csv": b"code,Country,Countryname\n2,USA,x\n"})
    with pytest.raises(BadEncoding, match="utf-8"):
        run(spec, good | {"countries.csv": "ccode,Country,n\n2,USA,Côte".encode("latin-1")})


def ballots_of(calls: list[dict[str, Any]], votes: Votes) -> tuple[list[tuple[int, ...]], IssueLog]:
    log = IssueLog("un_votes_voeten")
    return shape(files(calls, votes), log)["ballots"].rows(), log


def test_a_vote_that_only_the_header_counts_is_added() -> None:
    calls = [{"yes": 2, "no": 1}, {"rcid": 2, "yes": 3}]
    votes = [(1, 2, 1), (1, 678, 1), (2, 2, 1), (2, 678, 1), (2, 345, 1)]
    rows, log = ballots_of(calls, votes)
    assert (1, 345, 3) in rows
    assert len(rows) == 6
    assert "votes of 345" in texts(log)


@pytest.mark.parametrize(
    ("header", "votes"),
    [
        ({"yes": 3}, [(2, 345, 1), (2, 680, 1)]),  # two members without a row
        ({"yes": 2}, [(2, 345, 1)]),  # nothing is missing
        ({"yes": 3, "no": 1}, [(2, 345, 1)]),  # two votes are missing
        ({"yes": 1}, [(2, 345, 1)]),  # the list has one too many
    ],
)
def test_nothing_is_added_where_it_does_not_follow(header: dict[str, int], votes: Votes) -> None:
    every = [(1, 2, 1), (1, 678, 1), (2, 2, 1), (2, 678, 1), *votes]
    rows, _ = ballots_of([header, {"rcid": 2, "yes": len(every) - 2}], every)
    assert len(rows) == len(every)


def test_a_roll_call_listed_twice_counts_once() -> None:
    votes = [(n, cow, vote) for n in (1, 2, 3, 4) for cow, vote in ((2, 1), (679, 1))]
    other = [(5, 2, 1), (5, 679, 3)]
    calls = [{}, {"rcid": 2}, {"rcid": 3, "para": 1}, {"rcid": 4, "unres": "R/65/2"}]
    log = IssueLog("un_votes_voeten")
    made = shape(files([*calls, {"rcid": 5, "yes": 1, "no": 1}], votes + other), log)
    assert made["rollcalls"]["item"].to_list() == [1, 3, 4, 5], "paragraphs may truly be alike"
    assert set(made["ballots"]["item"]) == {1, 3, 4, 5}
    assert any("listed twice" in i.text and i.rows == 1 for i in log.issues)


@pytest.mark.mirror
def test_mirror(mirror: Path) -> None:
    loaded = load("un_votes_voeten")
    calls, ballots = loaded.tables["rollcalls"], loaded.tables["ballots"]
    assert 1964 not in calls["year"]
    assert ballots.filter(pl.col("vote") <= 3).shape[0] == 886_184
    china = ballots.filter(pl.col("cow").is_in([710, 713]) & (pl.col("vote") != 9))
    assert china["item"].n_unique() == len(china), "one seat, one holder"
    serbia = ballots.join(calls.filter(pl.col("year").is_between(2003, 2017)), on="item")
    serbia = serbia.filter((pl.col("cow") == 345) & (pl.col("vote") <= 3))
    assert len(serbia) == 1375
    russia = ballots.filter((pl.col("cow") == 365) & (pl.col("vote") <= 3))
    assert len(russia) == 6235
    for early in (369, 370):
        first = ballots.filter((pl.col("cow") == early) & (pl.col("vote") <= 3))["item"].min()
        assert calls.filter(pl.col("item") == first)["year"][0] == 1946
    assert calls["final"].value_counts().sort("final", nulls_last=True)["count"].to_list() == [
        1245, 5022, 27
    ]  # fmt: skip
    warned = {i.rows for i in loaded.issues if i.severity == "warning"}
    assert 21 in warned, "headers that differ and by which no vote can be added"
    one = dict(ballots.filter(pl.col("cow") == 552).select("item", "vote").iter_rows())
    symbols = dict(calls.select("symbol", "item").iter_rows())
    against = ("A/RES/71/45", "A/RES/71/205", "A/RES/71/204")
    assert [one[symbols[s]] for s in against] == [3, 3, 3], "Zimbabwe, from the headers"


@pytest.mark.mirror
def test_mirror_owners(mirror: Path) -> None:
    tables = load("un_votes_voeten").tables
    cast = tables["ballots"].filter(pl.col("vote") <= 3).join(tables["rollcalls"], on="item")

    def votes(cow: int, session: int, vote: int | None = None) -> int:
        rows = cast.filter((pl.col("cow") == cow) & (pl.col("session") == session))
        return len(rows if vote is None else rows.filter(pl.col("vote") == vote))

    assert [votes(cow, 45) for cow in (255, 260, 678, 679)] == [84, 0, 0, 84]
    assert [votes(710, s) for s in (1, 2, 3, 4)] == [43, 38, 104, 50]
    assert [votes(713, s) for s in (1, 2, 3, 4)] == [0, 0, 0, 14]
    assert votes(712, 48) == 61, "Mongolia; Monaco, a member since May 1993, voted less"
    assert votes(221, 48) == 37
    restored = cast.filter(pl.col("item") == 3093)
    tally = dict(restored["vote"].value_counts().iter_rows())
    assert tally == {1: 132, 2: 3, 3: 10}, "as the voting record of 41/209 III counts"
    assert votes(350, 65, 3) > 10, "Greece votes against with the European Union"
