"""The sphere of a power, on the atlas that ships."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from daylight.cli.main import root
from daylight.core.errors import BadInput, DaylightError, OutsideCoverage
from daylight.pulls.leading import DIMENSIONS_WITHIN, LEAST
from daylight.pulls.pulls import DIMENSIONS
from daylight.spheres.chart import sphere_time
from daylight.spheres.on_map import LABELS, step_of
from daylight.spheres.records import Sphere
from daylight.spheres.sphere import sphere


@pytest.fixture(scope="module")
def russia() -> Sphere:
    return sphere("RUS", as_of="2017-02-01")


def test_every_other_state_stands_in_it_once_those_within_first(russia: Sphere) -> None:
    codes = [one.state.code for one in russia.states]
    assert len(codes) == len(set(codes)) > 190
    assert "RUS" not in codes
    places = [one.place for one in russia.states]
    assert places == sorted(places, key=["within", "partly", "outside"].index)


def test_a_place_follows_from_the_leads(russia: Sphere) -> None:
    for one in russia.states:
        assert (one.place == "within") == (len(one.leads) >= DIMENSIONS_WITHIN)
        if one.place == "outside":
            assert set(one.leads) <= {"political"}
        for dimension in one.leads:
            pull = getattr(one.pull, dimension).value
            assert pull is not None
            assert pull >= LEAST[dimension] - 0.001  # values are rounded


def test_no_rival_draws_more_where_the_power_leads(russia: Sphere) -> None:
    for one in russia.states:
        for rival in one.rivals:
            if rival.dimension in one.leads:
                pull = getattr(one.pull, rival.dimension).value
                assert pull is not None
                assert rival.value <= pull + 0.001


def test_every_number_has_its_interval(russia: Sphere) -> None:
    for one in russia.states:
        assert 0 <= one.chance <= 1
        for dimension in DIMENSIONS:
            pull = getattr(one.pull, dimension)
            if pull.value is None:
                assert pull.status == "missing"
            else:
                assert 0 <= pull.lo <= pull.value <= pull.hi <= 1


def test_what_remains_is_counted_among_those_that_still_exist(russia: Sphere) -> None:
    left = russia.remains
    assert left is not None
    assert left.since == 1989
    assert len(left.then) == len(left.kept) + len(left.left) + len(left.gone)
    assert {"DDR", "CSK"} <= {state.code for state in left.gone}
    assert {"BLR", "ARM"} <= {state.code for state in left.born_within}
    assert {state.code for state in left.born_within} < {state.code for state in left.born}


def test_the_reach_ends_before_the_date_and_agrees_with_the_states(russia: Sphere) -> None:
    years = [one.year for one in russia.reach]
    assert years == sorted(set(years))
    assert years[-1] == 2016
    last = russia.reach[-1]
    assert last.within == sum(one.place == "within" for one in russia.states)
    assert last.military == sum("military" in one.leads for one in russia.states)
    chart = sphere_time(russia)
    assert chart is not None
    assert "States within the sphere of Russia" in chart.svg


def test_the_map_shows_every_step_in_its_order() -> None:
    assert len(LABELS) == 5
    seen = {step_of(one) for one in sphere("USA", as_of="1986-01-01").states}
    assert seen == {0, 1, 2, 3, 4} or seen == {0, 1, 2, 3}


def test_a_state_that_is_no_power_is_answered_and_told_so() -> None:
    found = sphere("BEL", as_of="2017-02-01")
    assert not found.is_power
    assert any("no power by the rule" in caveat.text for caveat in found.caveats)
    assert "No state lay within" in found.finding("within").text


@pytest.mark.parametrize(
    ("words", "error", "text"),
    [
        ("sphere RUS USA", BadInput, "takes one state"),
        ("sphere RUS --as-of 1930", OutsideCoverage, "known from 1946"),
        ("sphere RUS --since 2030", BadInput, "--since is 2030"),
        ("sphere UKR --as-of 1980", DaylightError, "Ukraine"),
        ("sphere SSD --as-of 2011-12-01", OutsideCoverage, "no member of the state system in 2010"),
    ],
)
def test_what_cannot_be_asked_says_why(words: str, error: type[Exception], text: str) -> None:
    result = CliRunner().invoke(root, words.split())
    assert isinstance(result.exception, error)
    assert text in str(result.exception)


def test_the_command_gives_what_the_function_gives(russia: Sphere) -> None:
    result = CliRunner().invoke(
        root, ["sphere", "RUS", "--as-of", "2017-02-01", "--format", "json"]
    )
    assert json.loads(result.output) == russia.to_dict()
