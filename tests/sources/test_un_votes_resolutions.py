from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from daylight.core.errors import BadEncoding, SourceChanged
from daylight.sources.kit.declaration import declaration
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import load
from daylight.sources.kit.load import shape as run
from daylight.sources.un_votes_resolutions.patch import PATCH
from daylight.sources.un_votes_resolutions.source import shape
from daylight.sources.un_votes_resolutions.sponsors import signatures
from daylight.sources.un_votes_resolutions.symbols import day, number, session_of
from daylight.sources.un_votes_resolutions.tables import issue_map, members

ROW: dict[str, Any] = {
    "symbol": "A/RES/79/10", "title": "Title\u00a0here", "adoption_date": "4\u00a0December 2024",
    "adoption_type": "By a recorded vote", "agenda_item_name": "Question of Palestine",
    "subjects": [["PALESTINE QUESTION", "UNBIS Thesaurus"]], "MS_in_favour": ["FRANCE", "CHINA"],
    "MS_against": ["ISRAEL"], "MS_abstaining": [], "MS_in_favour_count": "2",
    "MS_against_count": "1", "MS_abstaining_count": "0", "sponsors": [], "additional_sponsors": [],
}  # fmt: skip


def file(*rows: dict[str, Any]) -> bytes:
    return "\n".join(json.dumps(ROW | row) for row in rows).encode()


def shaped(*rows: dict[str, Any], patch: bytes = b"") -> tuple[dict[str, pl.DataFrame], IssueLog]:
    log = IssueLog("un_votes_resolutions")
    extra = {PATCH: patch} if patch else {}
    return shape({"79.json": file(*rows)} | extra, log), log


def votes(tables: dict[str, pl.DataFrame]) -> dict[int, int]:
    return dict(tables["ballots"].filter(pl.col("vote") != 8).select("cow", "vote").iter_rows())


def warnings(log: IssueLog) -> str:
    return " | ".join(i.text for i in log.issues if i.severity == "warning")


def test_votes_and_derived_absences() -> None:
    tables, log = shaped({})
    assert votes(tables) == {220: 1, 710: 1, 666: 3}
    assert tables["ballots"]["vote"].value_counts().filter(pl.col("vote") == 8)["count"][0] == 190
    assert any("absences derived" in i.text and i.rows == 190 for i in log.issues)
    row = tables["rollcalls"].row(0, named=True)
    assert row["title"] == "Title here"
    assert (row["year"], row["session"], row["final"], row["important"]) == (2024, 79, True, None)
    assert row["me"] and not row["nu"]


def test_there_are_193_members() -> None:
    assert len(set(members().values())) == 193


def test_consensus_is_no_roll_call() -> None:
    none = {"MS_in_favour": [], "MS_against": [], "adoption_type": "Without a vote"}
    tables, _ = shaped(none | {"symbol": "A/RES/79/1"}, {})
    assert tables["rollcalls"]["symbol"].to_list() == ["A/RES/79/10"]


def test_recorded_vote_without_names_and_unsaid_ways_are_left_out_and_reported() -> None:
    bare = {"MS_in_favour": [], "MS_against": []}
    tables, log = shaped(
        bare | {"symbol": "A/RES/79/2 A-C"},
        bare | {"symbol": "A/RES/79/3", "adoption_type": ""},
        {},
    )
    assert len(tables["rollcalls"]) == 1
    assert "A/RES/79/2 A-C" in warnings(log)
    assert any("A/RES/79/3" in i.text for i in log.issues)


@pytest.mark.parametrize("how", ["By acclamation", "Without a vote", ""])
def test_unknown_way_of_adoption_or_names_without_a_vote_stop_the_source(how: str) -> None:
    with pytest.raises(SourceChanged, match="A/RES/79/10"):
        shaped({"adoption_type": how})


@pytest.mark.parametrize("name", ["TURKEY", "TURKIYE", "TÜRKIYE", "TÜRKÝYE", "TÜRKİYE"])
def test_spellings_of_one_member(name: str) -> None:
    tables, _ = shaped({"MS_in_favour": [name], "MS_in_favour_count": "1"})
    assert votes(tables)[640] == 1


def test_unknown_spelling_stops_the_source_and_says_where_to_map_it() -> None:
    with pytest.raises(SourceChanged, match=r"'ATLANTIS' in A/RES/79/10.*names\.yml"):
        shaped({"MS_against": ["ATLANTIS"]})


def test_member_twice_in_a_list_counts_once() -> None:
    twice = ["COTE D'IVOIRE", "CÔTE D'IVOIRE", "FRANCE", "FRANCE"]
    tables, log = shaped({"MS_in_favour": twice})
    assert votes(tables) == {437: 1, 220: 1, 666: 3}
    assert any("repeats members" in i.text and i.rows == 2 for i in log.issues)
    assert not warnings(log)


def test_member_in_two_lists_stops_the_source() -> None:
    with pytest.raises(SourceChanged, match="two lists"):
        shaped({"MS_against": ["FRANCE"]})


@pytest.mark.parametrize(("count", "warned"), [("1", False), ("2", True), ("N.A.", True)])
def test_listed_counts(count: str, warned: bool) -> None:
    _, log = shaped({"MS_against_count": count})
    assert bool(warnings(log)) is warned


def test_count_in_another_form_stops_the_source() -> None:
    with pytest.raises(SourceChanged, match="MS_against_count"):
        shaped({"MS_against_count": "one"})


def test_symbol_listed_twice_counts_once_or_stops() -> None:
    tables, log = shaped({}, {"MS_in_favour": ["CHINA", "FRANCE"]})
    assert len(tables["rollcalls"]) == 1
    assert any("listed twice" in i.text and i.rows == 1 for i in log.issues)
    with pytest.raises(SourceChanged, match="different votes"):
        shaped({}, {"MS_against": ["CUBA"]})


@pytest.mark.parametrize(
    "text", ["2024-12-04 00:00:00", "4 December 2024", "4\u00a0December 2024", "04 December 2024"]
)
def test_dates_in_every_form(text: str) -> None:
    assert day(text) == date(2024, 12, 4)


@pytest.mark.parametrize("text", ["December 2024", "4/12/2024", "4 Dezember 2024", ""])
def test_dates_in_another_form_stop_the_source(text: str) -> None:
    with pytest.raises(SourceChanged, match="new form"):
        day(text)


def test_numbers_come_from_the_symbol_alone() -> None:
    symbols = [
        "A/RES/80/1", "A/RES/80/10", "A/RES/80/100", "A/RES/78/183 A", "A/RES/78/183 B",
        "A/RES/80/84 A-B", "A/RES/ES-11/1", "A/RES/ES-10/22", "A/RES/S-32/1", "A/RES/75/254",
    ]  # fmt: skip
    numbers = [number(s) for s in symbols]
    assert len(set(numbers)) == len(numbers)
    assert min(numbers) >= 100_000
    assert number("A/RES/80/131") == 901_310
    with pytest.raises(SourceChanged, match="S/RES/1"):
        number("S/RES/1")


def test_emergency_votes_belong_to_the_open_session() -> None:
    assert session_of("A/RES/ES-11/1", date(2022, 3, 2)) == 76
    assert session_of("A/RES/ES-11/4", date(2022, 10, 12)) == 77
    assert session_of("A/RES/75/1", date(2031, 1, 1)) == 75
    with pytest.raises(SourceChanged, match="OPENED"):
        session_of("A/RES/ES-11/9", date(2031, 1, 1))


def test_patch_leaves_the_others_missing() -> None:
    text = "symbol,date,name,iso3,vote\nA/RES/ES-11/7,2025-02-24,{},X,{}\n"
    tables, _ = shaped({}, patch=text.format("North Korea", "N").encode())
    item = number("A/RES/ES-11/7")
    assert tables["ballots"].filter(pl.col("item") == item).rows() == [(item, 731, 3)]
    for name, vote, message in (("Atlantis", "N", "ATLANTIS"), ("Russia", "A", "Russia votes 'A'")):
        with pytest.raises(SourceChanged, match=message):
            shaped({}, patch=text.format(name, vote).encode())


@pytest.mark.parametrize(
    ("agenda", "subjects", "codes"),
    [
        ("General and complete disarmament: landmines", [], {"di"}),
        ("General and complete disarmament: reducing nuclear danger", [], {"nu"}),
        ("General and complete disarmament", ["Nuclear Disarmament"], {"di", "nu"}),
        ("The risk of nuclear\u00a0proliferation in the Middle East", [], {"nu", "di"}),
        ("Comprehensive Nuclear\u2011Test\u2011Ban Treaty", [], {"nu"}),
        ("Culture of peace", ["TEA"], set()),
        ("A new item", ["PALESTINIANS"], {"me"}),
    ],
)  # fmt: skip
def test_issue_codes(agenda: str, subjects: list[str], codes: set[str]) -> None:
    assert issue_map().codes(agenda, subjects) == codes


def test_agenda_item_without_a_line_is_reported() -> None:
    _, log = shaped({"agenda_item_name": "A new item"})
    assert "'A new item' is not in issues.yml" in warnings(log)


def test_bad_files_stop_the_source() -> None:
    spec = declaration("un_votes_resolutions")
    with pytest.raises(SourceChanged, match="line 1 is not JSON"):
        run(spec, {"79.json": b"{"})
    with pytest.raises(SourceChanged, match="lacks MS_abstaining"):
        run(spec, {"79.json": b'{"symbol": "x"}'})
    with pytest.raises(BadEncoding, match="utf-8"):
        run(spec, {"79.json": "Türkiye".encode("latin-1")})


def sponsored(*rows: dict[str, Any]) -> tuple[list[tuple[Any, ...]], IssueLog]:
    """Return symbol, cow, group of each sponsor."""
    tables, log = shaped(*rows)
    return tables["sponsors"].select("symbol", "cow", "group").rows(), log


def test_every_adopted_text_is_listed_once_put_to_a_vote_or_not() -> None:
    none = {"MS_in_favour": [], "MS_against": [], "adoption_type": "Without a vote"}
    tables, _ = shaped({}, none | {"symbol": "A/RES/79/1"}, {"title": "Another spelling"})
    texts = tables["texts"].select("symbol", "title", "agenda", "subjects")
    agenda, subjects = "Question of Palestine", ["PALESTINE QUESTION"]
    assert texts.rows() == [
        ("A/RES/79/1", "Title here", agenda, subjects),
        ("A/RES/79/10", "Title here", agenda, subjects),
    ]


def test_main_and_additional_sponsors_and_those_of_both_listings() -> None:
    first = {"sponsors": ["CUBA", "FRANCE"], "additional_sponsors": ["CUBA"]}
    found, _ = sponsored(first, {"sponsors": ["CUBA"], "additional_sponsors": ["CHINA"]})
    symbol = "A/RES/79/10"
    assert found == [(symbol, 40, False), (symbol, 220, False), (symbol, 710, False)]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("Iraq (on behalf of the States Members that are members of the Group of 77 and China)",
         [(645, True)]),
        ("GUINEA, ON BEHALF OF THE GROUP OF 77 AND CHINA", [(438, True)]),
        ("MOROCCO (IN ITS CAPACITY AS CHAIR OF THE COMMITTEE)", [(600, True)]),
        ("Austria, Nigeria (on behalf of the Group (of African States)) and Bosnia and Herzegovina",
         [(305, False), (475, True), (346, False)]),
        ("Democratic People\u2019s Republic of Korea", [(731, False)]),
        ("COMOROS CONGO", [(581, False), (484, False)]),
        ("CHILE,DOMINICAN REPUBLIC", [(155, False), (42, False)]),
        ("THE DEMOCRATIC REPUBLIC OF THE CONGO", [(490, False)]),
        ("Trinidad and Tobago", [(52, False)]),
        ("NIGER", [(436, False)]),
        ("submitted by the President of the General Assembly", []),
        ("the representative of Brazil, on behalf of the Bureau", []),
        ("Thailand ( )", [(800, False)]),
        ("UNITED KINGDOMAND URUGUAY", [(200, False), (165, False)]),
        ("STATE OF PALESTINE", [(None, False)]),
        ("", []),
    ],
)  # fmt: skip
def test_an_entry_of_the_list_of_sponsors(
    entry: str, expected: list[tuple[int | None, bool]]
) -> None:
    assert list(signatures(entry, "A/RES/79/10")) == expected


@pytest.mark.parametrize("entry", ["ATLANTIS", "FRANCE and ATLANTIS", "FRANCES", "OF BEHALF"])
def test_unknown_sponsor_stops_the_source_and_says_where_to_map_it(entry: str) -> None:
    with pytest.raises(SourceChanged, match=r"A/RES/79/10.*sponsors\.yml"):
        shaped({"sponsors": [entry]})


def test_a_state_that_signs_for_itself_and_for_a_group_signs_for_itself() -> None:
    found, _ = sponsored({"sponsors": ["CUBA (ON BEHALF OF THE GROUP)", "CUBA"]})
    assert found == [("A/RES/79/10", 40, False)]


def test_observers_have_no_row_and_are_counted() -> None:
    found, log = sponsored({"sponsors": ["STATE OF PALESTINE (ON BEHALF OF THE GROUP)", "CUBA"]})
    assert [row[1] for row in found] == [40]
    assert any("observer" in i.text and i.rows == 1 for i in log.issues)


@pytest.mark.mirror
def test_mirror_sponsors(mirror: Path) -> None:
    tables = load("un_votes_resolutions").tables
    found = tables["sponsors"]
    assert set(found["cow"].unique()) == set(members().values()), "every member sponsored once"
    many = dict(found.group_by("symbol").len().iter_rows())
    assert many["A/RES/ES-11/1"] == 94 + 2, "main and additional ones"
    # listed twice; only the second listing has the 57 additional sponsors
    assert many["A/RES/79/266"] == 13 + 57
    assert not set(found["symbol"]) - set(tables["texts"]["symbol"])


@pytest.mark.mirror
def test_mirror(mirror: Path) -> None:
    loaded = load("un_votes_resolutions")
    calls, ballots = loaded.tables["rollcalls"], loaded.tables["ballots"]
    years = dict(calls.group_by("year").len().iter_rows())
    # Two more recorded votes are known without names (75/254 A-C) or from a list (ES-11/7).
    assert years == {
        2019: 90, 2020: 91 - 1, 2021: 86, 2022: 89, 2023: 88, 2024: 92, 2025: 184 + 1, 2026: 11
    }  # fmt: skip
    item = calls.filter(pl.col("symbol") == "A/RES/ES-11/1")["item"][0]
    against = ballots.filter((pl.col("item") == item) & (pl.col("vote") == 3))["cow"]
    assert against.to_list() == [365, 370, 531, 652, 731]
    patch = ballots.filter(pl.col("item") == number("A/RES/ES-11/7"))
    assert dict(patch.group_by("vote").len().iter_rows()) == {1: 93, 3: 18}
    assert ballots.filter(pl.col("vote") <= 3).shape[0] == 128_399 + 111
    warned = [i.text for i in loaded.issues if i.severity == "warning"]
    assert len(warned) == 2, "75/254 A-C has no names; 77/293 counts 59 and names 58"
