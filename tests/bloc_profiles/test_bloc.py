"""A bloc on a date, on the atlas that ships."""

from __future__ import annotations

import json
from datetime import date

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from daylight.bloc_profiles.bloc import bloc
from daylight.bloc_profiles.chart import levels, past_time, series
from daylight.bloc_profiles.records import Bloc
from daylight.cli.main import root
from daylight.cohesion.spells import departures, standings
from daylight.core.errors import OutsideCoverage, UnknownName


@pytest.fixture(scope="module")
def eaeu() -> Bloc:
    return bloc("EAEU", as_of="2017-02-01")


def test_the_members_of_2017_are_those_of_the_record(eaeu: Bloc) -> None:
    assert {one.state.code for one in eaeu.members} == {"RUS", "BLR", "KAZ", "ARM", "KGZ"}
    assert {state.code for state in eaeu.measured} == {"RUS", "BLR", "KAZ", "ARM", "KGZ"}
    assert all(one.citation for one in eaeu.members)
    assert not eaeu.left


def test_the_hub_is_found_and_the_others_lean_on_it(eaeu: Bloc) -> None:
    assert [hub.state.code for hub in eaeu.hubs] == ["RUS"]
    hub = eaeu.hubs[0]
    assert 0.7 < hub.lo <= hub.share <= hub.hi <= 1
    for tether in eaeu.tether:
        assert tether.outsider is not None
        assert tether.outsider.code not in {state.code for state in eaeu.measured}
        for value in (tether.hub, tether.fellows, tether.outside):
            assert value.value is not None
            assert value.lo <= value.value <= value.hi  # type: ignore[operator]
        assert tether.rank is not None
        assert 1 <= tether.rank <= tether.of  # type: ignore[operator]


def test_two_hubs_can_be_found() -> None:
    found = bloc("SCO", as_of="2017-02-01")
    assert [hub.state.code for hub in found.hubs] == ["RUS", "CHN"]


def test_high_agreement_is_set_against_that_of_any_two_states(eaeu: Bloc) -> None:
    every = eaeu.cohesion.votes[0]
    assert every.issue == "all"
    assert every.agreement > 0.7
    excess = every.excess
    assert excess.lo < 0 < excess.hi  # type: ignore[operator]
    assert "cannot be told from chance" in eaeu.finding("votes").text
    assert every.agreement - every.chance == pytest.approx(excess.value, abs=0.002)


def test_nothing_of_later_enters() -> None:
    early = bloc("EU", as_of="1990-06-30")
    assert max(one.year for one in early.history) == 1989
    assert {one.state.code for one in early.members} >= {"DEU", "FRA", "GRC", "ESP"}
    assert "AUT" not in {one.state.code for one in early.members}
    joined = {one.outcome: one.n for one in early.cohesion.joining}
    late = {one.outcome: one.n for one in bloc("EU", as_of="2017-02-01").cohesion.joining}
    assert joined["votes"] < late["votes"]


def test_a_suspended_member_is_one_in_law_and_is_not_measured() -> None:
    found = bloc("CSTO", as_of="2025-06-30")
    statuses = {one.state.code: one.status for one in found.members}
    assert statuses["ARM"] == "suspended"
    assert "ARM" not in {state.code for state in found.measured}


def test_who_left_stands_with_both_ends() -> None:
    found = bloc("CSTO", as_of="2017-02-01")
    left = {one.state.code: one for one in found.left}
    assert {"UZB", "GEO", "AZE"} <= set(left)
    for one in found.left:
        assert one.since.first < one.until.first <= date(2017, 2, 1)


def test_the_answer_goes_by_signs_that_are_listed(eaeu: Bloc) -> None:
    life = [sign for sign in eaeu.vitality.signs if sign.speaks_for == "life"]
    assert any(sign.name == "joined" and sign.count == 2 for sign in life)
    assert eaeu.vitality.verdict == "living"
    late = bloc("Warsaw Pact", as_of="1991-02-01").vitality
    assert late.verdict != "living"
    assert {"votes_trend", "trade_trend"} <= {s.name for s in late.signs if s.speaks_for == "decay"}


@pytest.mark.parametrize(
    ("words", "error", "text"),
    [
        ("bloc EAUE", UnknownName, "near: EAEU"),
        ("bloc xyzzy", UnknownName, "daylight blocs"),
        ("bloc EAEU --as-of 2010", OutsideCoverage, "began on 1 January 2015"),
        ("bloc COMECON --as-of 2010", OutsideCoverage, "ended on"),
    ],
)
def test_what_cannot_be_asked_says_why(words: str, error: type[Exception], text: str) -> None:
    result = CliRunner().invoke(root, words.split())
    assert isinstance(result.exception, error)
    assert text in str(result.exception)


def test_the_command_gives_what_the_function_gives(eaeu: Bloc) -> None:
    result = CliRunner().invoke(root, ["bloc", "EAEU", "--as-of", "2017-02-01", "--format", "json"])
    assert json.loads(result.output) == eaeu.to_dict()


def _row(cow: int, status: str, start: str, end: str | None) -> dict[str, object]:
    return {"cow": cow, "status": status, "start": date.fromisoformat(start),
            "end": date.fromisoformat(end) if end else None, "start_precision": "day",
            "end_precision": "day"}  # fmt: skip


def test_a_standing_goes_on_through_a_change_of_number() -> None:
    rows = [_row(260, "full", "1958-01-01", "1990-10-03"), _row(255, "full", "1990-10-03", None)]
    found = standings(rows, date(2000, 1, 1))
    assert [(one.cow, str(one.since)) for one in found] == [(255, "1958-01-01")]
    assert not departures(rows, date(2000, 1, 1))


def test_a_state_that_was_no_more_has_not_left() -> None:
    yemen = _row(680, "full", "1967-12-12", "1990-05-22")
    rows = [yemen, _row(265, "full", "1955-05-14", "1990-09-24")]
    assert [one.cow for one in departures(rows, date(2000, 1, 1))] == [265]


def test_a_member_that_is_suspended_and_leaves_has_left_once() -> None:
    rows = [
        _row(434, "full", "1975-05-28", "2010-01-01"),
        _row(434, "suspended", "2010-01-01", "2012-01-01"),
        _row(435, "full", "1975-05-28", None),
    ]
    found = departures(rows, date(2013, 1, 1))
    assert [(one.cow, str(one.since), str(one.until)) for one in found] == [
        (434, "1975-05-28", "2012-01-01")
    ]


def test_who_is_next_ends_with_a_whole_rank_and_says_on_what_it_rests(eaeu: Bloc) -> None:
    found = eaeu.next
    assert found is not None
    ranks = [one.rank for one in found.join]
    assert ranks == sorted(ranks)
    assert found.of_join > len(found.join)
    first = {one.state.code for one in found.join if one.rank == 1}
    assert "TJK" in first
    for one in found.join:
        values = [w.chance.value for w in one.within]
        assert values == sorted(values)  # a longer horizon has no smaller chance
    assert {one.kind for one in found.basis} == {"join", "leave"}


def test_who_was_spoken_of_is_named_with_who_said_so_and_nothing_of_later(eaeu: Bloc) -> None:
    told = {one.state.code: one for one in eaeu.contemplated}
    assert {"MNG", "TJK"} <= set(told)
    for one in told.values():
        assert one.note
        assert "; end: " not in one.note
        assert one.citation


def test_charts_show_the_years_that_have_an_interval(eaeu: Bloc) -> None:
    chart = past_time(eaeu, "hub_share")
    assert chart is not None
    assert "EAEU, 2015 to 2016" in chart.svg
    old = bloc("EU", as_of="2017-02-01")
    values = series(old, "excess")
    assert values[0][0] < 1965
    assert all(lo <= value <= hi for _, value, lo, hi in values)
    assert past_time(bloc("EAEU", as_of="2016-01-01"), "hub_share") is None  # one year


@given(st.floats(-100, 0), st.floats(1, 100))
def test_levels_lie_within_and_hold_zero(low: float, high: float) -> None:
    found = levels(low, high)
    assert 0 in found
    assert all(low <= level <= high for level in found)
    assert len(found) <= 7
