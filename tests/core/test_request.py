"""What all questions start from: resolved once, with the command that asks again."""

from __future__ import annotations

import json
import shlex
from datetime import date
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from daylight.cli.main import root
from daylight.core import lookup
from daylight.core.errors import DaylightError, OutsideCoverage, SameState, StateNotThen
from daylight.core.request import Request, Scope, dated, request
from daylight.core.states import State, all_states

SCOPE = Scope("abc123", date(2026, 6, 4))
TODAY = st.sampled_from([s for s in all_states() if s.existed(date(2016, 12, 31))])


def asked(
    a: str | State,
    b: str | State,
    when: str | None = None,
    power: str | None = None,
    **options: Any,
) -> Request:
    return request("bond", (a, b), when, SCOPE, power, options)


def numbers(result: Request) -> tuple[int, int]:
    return result.a.cow, result.b.cow


@given(TODAY, TODAY)
def test_a_pair_is_of_two_states_in_the_order_asked_for(a: State, b: State) -> None:
    if a == b:
        with pytest.raises(SameState):
            asked(a, b, "2016-12-31")
    else:
        result = asked(a, b, "2016-12-31")
        assert (*numbers(result), result.divider) == (a.cow, b.cow, None)


def test_names_are_resolved_at_the_date() -> None:
    assert numbers(asked("Iran", "RUS", None)) == (630, 365)
    assert numbers(asked("DEU", "USA", "1970-01-01")) == (260, 2)
    with pytest.raises(StateNotThen):
        asked("UKR", "RUS", "1985-01-01")
    with pytest.raises(OutsideCoverage):
        asked("IRN", "RUS", "2030")


@pytest.mark.parametrize(
    ("a", "b", "when"),
    [("RUS", "Russia", None), ("RUS", "Soviet Union", "1980"), ("DEU", "260", "1980")],
)
def test_one_state_through_time_is_no_pair(a: str, b: str, when: str | None) -> None:
    with pytest.raises(SameState, match="one state") as caught:
        asked(a, b, when)
    assert isinstance(caught.value, DaylightError)
    assert isinstance(caught.value, ValueError)


def test_the_two_germanies_and_the_two_koreas_are_pairs() -> None:
    assert numbers(asked("FRG", "GDR", "1980")) == (260, 265)
    assert numbers(asked("PRK", "KOR", None)) == (731, 732)


def test_an_outside_power_differs_from_both() -> None:
    result = asked("RUS", "IRN", None, "USA")
    assert result.divider is not None
    assert (*numbers(result), result.divider.cow) == (365, 630, 2)
    for power in ("RUS", "IRN"):
        with pytest.raises(SameState):
            asked("RUS", "IRN", None, power)


def test_names_are_those_of_the_date() -> None:
    assert asked("RUS", "IRN", "1980").a.name == "Soviet Union"
    assert asked("RUS", "IRN", "2017").a.name == "Russia"


def test_what_is_left_at_its_default_is_no_option() -> None:
    assert asked("RUS", "IRN", since=None, filtered=False, points={}).options == {}
    assert asked("RUS", "IRN", since=0).options == {"since": 0}, "a zero was given"


def test_another_question_of_the_same_request_has_no_options() -> None:
    first = asked("RUS", "IRN", "2017-02-01", "USA", since=1992)
    second = first.to("divergence")
    assert (second.states, second.divider, second.as_of) == (
        first.states,
        first.divider,
        first.as_of,
    )
    assert second.options == {}
    assert second.command == "daylight divergence RUS IRN --divider USA --as-of 2017-02-01"


def test_several_pairs_may_share_a_state_but_no_pair_may_be_one() -> None:
    result = request("compare", ("RUS", "IRN", "RUS", "BLR"), None, SCOPE, several=True)
    assert [(a.code, b.code) for a, b in result.pairs] == [("RUS", "IRN"), ("RUS", "BLR")]
    assert "RUS:IRN RUS:BLR" in result.command
    with pytest.raises(SameState):
        request("compare", ("RUS", "IRN", "RUS", "365"), None, SCOPE, several=True)


@pytest.mark.parametrize(
    "words",
    [
        "bond RUS IRN --as-of 1960 --point rivalry=0.5 --point vote_kappa=12 --since 1950",
        "bond IRN --as-of 2017 --by economic --count 2",
        "ideal-points --start 2016 --end 2016 --filtered --issue nu",
    ],
)
def test_the_command_of_an_answer_gives_the_answer_again(words: str) -> None:
    def ask(text: str) -> Any:
        result = CliRunner().invoke(root, [*shlex.split(text), "--format", "json"])
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    first = ask(words)
    again = ask(first["request"]["command"].removeprefix("daylight "))
    assert again == first


def test_the_date_may_be_given_by_its_older_name() -> None:
    @dated
    def question(a: str, as_of: str | None = None) -> tuple[str, str | None]:
        return a, as_of

    with pytest.warns(DeprecationWarning, match="as_of"):
        assert question("x", when="2017") == ("x", "2017")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        question("x", then="2017")  # type: ignore[call-arg]


def test_each_state_is_looked_up_once_from_the_command_line_to_the_printed_brief(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked_for: list[object] = []
    look_up = lookup.reading

    def counted(who: Any, on: Any = None) -> Any:
        asked_for.append(who)
        return look_up(who, on)

    monkeypatch.setattr(lookup, "reading", counted)
    words = ["brief", "RUS", "Iran", "--divider", "USA", "--as-of", "2017-02-01"]
    result = CliRunner().invoke(root, words)
    assert result.exit_code == 0
    assert asked_for == ["RUS", "Iran", "USA"]
