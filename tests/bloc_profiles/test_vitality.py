"""Signs of life and of decay of blocs made by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

from daylight.bloc_profiles.records import Past, Vitality
from daylight.bloc_profiles.trend import trends
from daylight.bloc_profiles.vitality import vitality

DAY = date(2020, 6, 30)
FOUNDERS = (2, 20, 200, 210, 220)


def row(cow: int, start: str, end: str | None = None, status: str = "full") -> dict[str, Any]:
    return {"cow": cow, "status": status, "start": date.fromisoformat(start),
            "end": date.fromisoformat(end) if end else None}  # fmt: skip


def of(*rows: dict[str, Any], **given: Any) -> Vitality:
    founders = [row(cow, "1980-01-01") for cow in FOUNDERS]
    asked = {"found": None, "past": (), "quarrels": (), "calls": None, "conflicts_to": 2014} | given
    return vitality([*founders, *rows], DAY, **asked)


def names(found: Vitality, effect: str) -> set[str]:
    return {sign.name for sign in found.signs if sign.speaks_for == effect}


def test_founders_did_not_join_and_nothing_said_is_no_verdict() -> None:
    found = of()
    assert found.signs == ()
    assert found.verdict == "cannot be told"
    assert any("calls for help" in text for text in found.unknown)


def test_who_joined_within_ten_years_counts_and_who_came_before_does_not() -> None:
    assert names(of(row(230, "2015-01-01")), "life") == {"joined"}
    assert names(of(row(230, "2005-01-01")), "life") == set()


def test_one_that_waits_is_a_sign_of_life_and_two_signs_are_living() -> None:
    found = of(row(230, "2015-01-01"), row(235, "2018-01-01", status="candidate"))
    assert names(found, "life") == {"joined", "waiting"}
    assert found.verdict == "living"


def test_a_fifth_that_left_is_dying_whatever_else() -> None:
    found = of(row(230, "1985-01-01", "2018-01-01"), row(235, "1985-01-01", status="withdrawing"),
               row(305, "2015-01-01"), row(310, "2018-01-01", status="applicant"))  # fmt: skip
    assert names(found, "decay") == {"left", "withdrawing"}
    assert found.verdict == "dying"


def test_a_suspended_member_has_not_left() -> None:
    found = of(row(230, "1985-01-01", "2018-01-01"), row(230, "2018-01-01", status="suspended"))
    assert names(found, "decay") == {"suspended"}
    assert found.verdict == "idle"


def test_calls_that_were_answered_and_refused_are_told_apart() -> None:
    call = {"cow": 2, "day": date(2015, 1, 1), "sought": "help", "answer": "answered"}
    meeting = call | {"sought": "consultation"}
    assert names(of(calls=[call, meeting]), "life") == {"calls_answered"}
    refused = of(calls=[call | {"answer": "refused"}])
    assert names(refused, "decay") == {"calls_refused"}
    assert "calls for help" not in " ".join(refused.unknown)


def test_what_fell_in_five_years_by_more_than_its_error_is_decay() -> None:
    def past(what: str, year: int, value: float, half: float = 0.02) -> Past:
        return Past(year, what, value, value - half, value + half, None)

    fell = [past("excess", 2014, 0.20), past("inside_share", 2014, 0.40),
            past("excess", 2019, 0.10), past("inside_share", 2019, 0.20)]  # fmt: skip
    found = list(trends(fell))
    assert {(sign.name, sign.speaks_for) for sign in found} == {
        ("votes_trend", "decay"), ("trade_trend", "decay"),
    }  # fmt: skip
    unsure = [past("excess", 2014, 0.20, 0.1), past("excess", 2019, 0.10, 0.1)]
    assert list(trends(unsure)) == []
    assert list(trends([])) == []
