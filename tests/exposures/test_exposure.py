"""Which ties of a state stand exposed, on the atlas that ships."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from daylight.cli.main import root
from daylight.core.errors import BadInput, DaylightError
from daylight.endurance.resilience import resilience
from daylight.exposures.exposure import exposure
from daylight.exposures.records import Exposure


@pytest.fixture(scope="module")
def russia() -> Exposure:
    return exposure("RUS", "USA", as_of="2017-02-01")


def test_groups_come_first_and_ties_within_one_by_distance(russia: Exposure) -> None:
    groups = [one.group for one in russia.scan]
    assert groups == sorted(groups)
    assert next(g.standing for g in russia.groups) == "warned"
    for group in russia.groups:
        far = [one.to_partner.value or 0.0 for one in russia.scan if one.group == group.group]
        assert far == sorted(far, reverse=True)
        assert group.count == len(far)


def test_every_number_has_its_interval(russia: Exposure) -> None:
    for one in russia.scan:
        for found in (one.to_partner, one.to_divider, one.trade):
            if found.status == "observed":
                assert found.lo <= found.value <= found.hi  # type: ignore[operator]
            else:
                assert (found.value, found.lo, found.hi) == (None, None, None)
    assert any(one.to_partner.width > 0 for one in russia.scan)


def test_every_tie_is_of_the_state_and_none_with_the_power(russia: Exposure) -> None:
    assert {one.target.code for one in russia.scan} == {"RUS"}
    partners = [one.partner.code for one in russia.scan]
    assert "USA" not in partners
    assert "IRN" in partners
    assert len(partners) == len(set(partners))


def test_warned_ties_broke_oftener_than_quiet_ones(russia: Exposure) -> None:
    rate = {g.standing: g.broke["4"].value for g in russia.groups if g.broke}
    assert rate["warned"] > rate["quiet"]  # type: ignore[operator]
    assert set(rate) == {"warned", "quiet"}, "of no other standing is there a rate"


def test_rates_are_those_of_resilience(russia: Exposure) -> None:
    quiet = next(g for g in russia.groups if g.standing == "quiet")
    hazard = resilience("RUS", "IRN", as_of="2017-02-01").hazard
    assert quiet.broke["4"] == hazard["4"]


def test_the_friends_of_a_partner_are_targets() -> None:
    found = exposure(partner="IRN", divider="USA", as_of="2017-02-01")
    assert {one.partner.code for one in found.scan} == {"IRN"}
    assert "RUS" in {one.target.code for one in found.scan}
    again = exposure("IRN", "USA", as_of="2017-02-01", role="partner")
    assert again.scan == found.scan
    assert "--role partner" in found.request.command


def test_today_ties_cannot_be_called_quiet() -> None:
    found = exposure("RUS", "USA", as_of="2025-06-01")
    assert "quiet" not in {g.standing for g in found.groups}
    assert any("Treaties are known to" in caveat.text for caveat in found.caveats)


def test_a_state_without_ties_says_so() -> None:
    found = exposure("NRU", "USA", as_of="2016-06-01")
    assert found.scan == ()
    assert found.headline.startswith("No tie of Nauru")


@pytest.mark.parametrize(
    "options",
    [{"state": "RUS"}, {"divider": "USA"}, {"state": "RUS", "partner": "IRN", "divider": "USA"},
     {"state": "RUS", "divider": "RUS"}, {"state": "RUS", "divider": "USA", "role": "friend"},
     {"partner": "IRN", "divider": "USA", "role": "target"}],
)  # fmt: skip
def test_bad_input_is_one_line(options: dict[str, str]) -> None:
    with pytest.raises(DaylightError) as caught:
        exposure(**options)  # type: ignore[arg-type]
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "shows"),
    [(["wedge", "RUS", "--divider", "USA", "--as-of", "2017"], "ties of Russia"),
     (["wedge", "--partner", "IRN", "--divider", "USA", "--as-of", "2017"], "Iran"),
     (["exposure", "RUS", "--divider", "USA", "--as-of", "2017"], "ties of Russia")],
)  # fmt: skip
def test_it_is_asked_as_a_wedge_with_one_state(words: list[str], shows: str) -> None:
    result = CliRunner().invoke(root, words, catch_exceptions=False)
    assert result.exit_code == 0
    assert shows in result.output


def test_neither_state_nor_partner_is_refused_on_the_command_line() -> None:
    result = CliRunner().invoke(root, ["wedge", "--divider", "USA"])
    assert isinstance(result.exception, BadInput)
    assert "two states or one state" in str(result.exception)
