"""The three views of one question, on the atlas that ships."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

import daylight as dl
from daylight.core.errors import BadInput, OutsideCoverage, SameState, StateNotThen
from daylight.wedges.chart import views, wedge_views
from daylight.wedges.records import Wedge
from daylight.wedges.wedge import _assumed, wedge
from daylight.wedges.words import likely

EXAMPLE = Path(dl.__file__).parent / "wedges" / "assumed" / "scenarios" / "rus-irn-usa-2017.yml"
CASE = ("RUS", "IRN", "USA")


@cache
def asked(*who: str, as_of: str) -> Wedge:
    """Ask without a scenario, each case once."""
    return wedge(*who, as_of=as_of)


@pytest.fixture(scope="module")
def answer() -> Wedge:
    return wedge(*CASE, as_of="2017-02-01", scenario=EXAMPLE)


def test_the_motivating_case_is_a_quiet_tie_with_the_target_stronger(answer: Wedge) -> None:
    position = answer.measured.position
    assert (position.side, position.partner_rival, position.great_power) == ("stronger", True, True)
    assert position.tie.quiet_or_warned == "quiet"
    assert answer.measured.reason is None
    assert set(answer.measured.horizons) == {"1", "2", "4", "8"}


def test_the_list_stands_where_breaks_are_few(answer: Wedge) -> None:
    """The outside exam names Moscow and Hanoi 1991, and Moscow and Beijing."""
    told = {(p.target.code, p.partner.code) for p in answer.measured.precedents}
    assert {("RUS", "VNM"), ("RUS", "CHN")} <= told
    assert "Vietnam" in answer.finding("precedents").text


def test_a_gain_is_never_oftener_than_a_break(answer: Wedge) -> None:
    for chance in answer.measured.horizons.values():
        assert chance.to_divider.events <= chance.broke.events
        assert chance.to_divider.n <= chance.broke.n


def test_offers_made_to_moscow_are_those_known_by_then(answer: Wedge) -> None:
    years = {one.last for one in answer.tried.offers}
    assert {1995, 2010} <= years, "the understanding of 1995, and the reset"
    assert max(years) < 2017
    assert all(one.citation and one.checked for one in answer.tried.offers)


@pytest.mark.parametrize("as_of", ["1972-01-01", "1996-06-01", "2017-02-01"])
def test_nothing_later_is_looked_at(as_of: str) -> None:
    found, day = asked(*CASE, as_of=as_of), date.fromisoformat(as_of)
    assert all(one.year < day.year for one in found.measured.precedents)
    assert all(one.attempt.last < day.year for one in found.tried.nearest)
    for one in found.tried.offers:
        assert one.after_5 is None or one.last + 5 < day.year
    assert found.tried.contest is None, "they are no part of it"


def test_a_bid_for_recognition_has_its_own_contest_and_no_other_attempts() -> None:
    found = asked("HND", "TWN", "CHN", as_of="2023-03-01").tried
    assert found.contest is not None
    assert max(one.year for one in found.contest.years) == 2022
    first = asked("HND", "TWN", "CHN", as_of="2023-03-01").findings[0]
    assert first.about == "contest"
    assert "2016-2022" in first.text
    everything = asked("RUS", "IRN", "USA", as_of="2023-03-01").tried
    own = {one.attempt.id for one in found.nearest}
    assert own.isdisjoint(one.attempt.id for one in everything.nearest)


def test_without_a_scenario_nothing_is_assumed() -> None:
    found = asked(*CASE, as_of="2017-02-01")
    assert found.assumed is None
    assert found.to_dict()["assumed"] is None
    assert "assumed" not in {finding.about for finding in found.findings}
    assert "--scenario" in str(found)


def test_the_scenario_is_held_to_the_measured_frequency(answer: Wedge) -> None:
    assert answer.assumed is not None
    assert answer.assumed.base is not None
    assert answer.assumed.base.value == answer.measured.by_democracies["4"].value
    assert "no evidence" in answer.finding("assumed").text
    assert "--scenario" in answer.request.command


def test_what_the_scenario_is_held_to_is_said(answer: Wedge) -> None:
    assert answer.anchor == "quiet ties with as many democracies"
    assert answer.anchor in answer.finding("assumed").text


def test_where_none_with_as_many_democracies_broke_it_is_held_to_all(answer: Wedge) -> None:
    """Nothing can be held to a frequency of none."""
    none = replace(answer.measured.by_democracies["4"], value=0.0, lo=0.0, events=0)
    found, of = _assumed(Path(str(answer.request.options["scenario"])),
                         replace(answer.measured, by_democracies={"4": none}))  # fmt: skip
    assert of == "quiet ties as a whole"
    assert found.base is not None
    assert found.base.value == answer.measured.any_tie["4"].value


def test_within_eight_years_of_a_break_there_is_no_rate() -> None:
    found = asked("UZB", "RUS", "USA", as_of="2016-06-01")
    assert found.measured.horizons == {}
    assert found.measured.any_tie == {}
    assert "2012" in str(found.measured.reason)


def test_after_the_lists_have_ended_a_tie_is_taken_as_it_stood() -> None:
    found = asked("RUS", "IRN", "USA", as_of="2026-06-01")
    assert found.measured.position.stood is not None
    assert found.measured.horizons
    assert str(found.measured.position.stood) in found.headline


@pytest.mark.parametrize(
    ("who", "as_of", "error"),
    [(("ROU", "RUS", "NATO"), "1948-06-01", OutsideCoverage),
     (("FRA", "DEU", "EU"), "1962-06-01", BadInput)],
)  # fmt: skip
def test_a_bloc_must_have_members_and_stand_outside(
    who: tuple[str, str, str], as_of: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        wedge(*who, as_of=as_of)


def test_the_views_are_never_averaged(answer: Wedge) -> None:
    alone = asked(*CASE, as_of="2017-02-01")
    assert alone.measured == answer.measured
    assert alone.tried == answer.tried


def test_a_bloc_as_divider_is_looked_up_and_not_measured() -> None:
    found = asked("ARM", "RUS", "eu", as_of="2013-06-01")
    assert found.divider.bloc == "EU"
    assert found.request.divider is None
    assert found.measured.horizons == {}
    assert found.measured.any_tie, "the tie itself has a rate"
    assert all(one.about != "divider" for one in found.measured.conditions)
    assert "--divider EU" in found.request.command


def test_a_power_that_is_not_great_has_the_rate_of_the_tie_alone() -> None:
    found = asked("RUS", "IRN", "ISR", as_of="2017-02-01")
    assert found.measured.horizons == {}
    assert found.measured.reason is not None
    assert found.measured.any_tie


def test_a_pair_without_a_tie_gets_no_rate_and_says_why() -> None:
    found = asked("RUS", "IRN", "USA", as_of="1990-06-01")
    assert found.measured.horizons == {}
    assert found.measured.reason is not None
    assert "tie" in found.measured.reason


def test_before_the_records_begin_it_still_answers() -> None:
    found = asked("FRA", "DEU", "GBR", as_of="1938-01-01")
    assert found.measured.conditions == ()
    assert found.tried.count > 0


@pytest.mark.parametrize(
    ("who", "error"),
    [(("RUS", "IRN", None), BadInput), (("RUS", "IRN", "RUS"), SameState),
     (("RUS", "RUS", "USA"), SameState), (("UKR", "RUS", "USA"), StateNotThen)],
)  # fmt: skip
def test_bad_input_is_one_line(who: tuple[str, str, str | None], error: type[Exception]) -> None:
    with pytest.raises(error) as caught:
        wedge(*who, as_of="1985-01-01")
    assert len(str(caught.value).splitlines()) == 1


def test_a_fault_of_a_scenario_names_line_and_field(tmp_path: Path) -> None:
    path = tmp_path / "mine.yml"
    path.write_text("unit: m\nwithin: 3\n", "utf-8")
    with pytest.raises(BadInput, match=r"line 2.*within"):
        wedge(*CASE, as_of="2017-02-01", scenario=path)


@pytest.mark.parametrize(
    ("chance", "most", "word"),
    [(0.0, 0.05, "very unlikely"), (0.05, 0.2, "very unlikely to unlikely"),
     (0.1, 0.3, "unlikely"), (0.5, 0.6, "about as likely as not"), (0.9, 1.0, "likely")],
)  # fmt: skip
def test_words_of_chance_hold_for_the_upper_end(chance: float, most: float, word: str) -> None:
    assert likely(chance, most) == word


def test_the_chart_sets_two_views_side_by_side_or_is_none(answer: Wedge) -> None:
    told = views(answer)
    assert [label.partition(":")[0] for label, *_ in told] == [
        "measured", "measured", "tried", "assumed"
    ]  # fmt: skip
    assert all(lo <= value <= hi for _, value, lo, hi, _ in told)
    assert wedge_views(answer) is not None
    assert wedge_views(asked("HND", "TWN", "CHN", as_of="2023-03-01")) is None, "one alone"
