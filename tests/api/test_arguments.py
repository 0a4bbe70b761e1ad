"""What other programs may say, and what they are told when they may not."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from daylight.api.arguments import QUESTIONS, from_query, options, schema
from daylight.api.put import named, put
from daylight.core.errors import BadInput, DaylightError, UnknownName

SAMPLES: dict[str, dict[str, Any]] = {
    "nothing": {},
    "state": {"state": "RUS"},
    "pair": {"a": "RUS", "b": "IRN"},
    "pairs": {"pairs": [["RUS", "IRN"], ["RUS", "BLR"]]},
    "bloc": {"bloc": "EAEU"},
    "text": {"text": "Cuba is a member of the Non-Aligned Movement, and has been since 1961."},
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_schema_allows_the_sample_and_nothing_that_names_a_file(name: str) -> None:
    made = schema(QUESTIONS[name])
    Draft202012Validator.check_schema(made)
    sample = SAMPLES[QUESTIONS[name].takes] | {"as_of": "2017-02-01"}
    if QUESTIONS[name].needs_divider:
        sample["divider"] = "USA"
    Draft202012Validator(made).validate(sample)
    assert not any(one.kind == "file" for one in options(QUESTIONS[name]).values())
    assert {"scenario", "compare", "from_"}.isdisjoint(made["properties"])


def test_questions_about_files_are_not_asked_by_programs() -> None:
    assert "watch" not in QUESTIONS
    with pytest.raises(UnknownName, match="Near"):
        named("watch")


BAD: list[tuple[str, dict[str, Any], str]] = [
    ("bond", {"a": "RUS"}, "b is missing"),
    ("bond", {"a": "RUS", "b": ""}, "length of 0"),
    ("bond", {"a": "RUS", "b": "x" * 201}, "length of 201"),
    ("bond", {"a": 365, "b": "IRN"}, "a is '365'; here belongs: string"),
    ("bond", {"a": "RUS", "b": "IRN", "since": 1.5}, "integer"),
    ("bond", {"a": "RUS", "b": "IRN", "since": True}, "integer"),
    ("bond", {"a": "RUS", "b": "IRN", "since": 3}, "from 1816"),
    ("bond", {"a": "RUS", "b": "IRN", "points": {"promise": "many"}}, "points.promise"),
    ("bond", {"a": "RUS", "b": "IRN", "as_off": "2017"}, "near: as_of"),
    ("bond", {"a": "RUS", "b": "IRN", "as_of": "soon"}, "is not a date"),
    ("compare", {"pairs": []}, "length of 0"),
    ("compare", {"pairs": [["RUS"]]}, "pairs.1 has a length of 1"),
    ("compare", {"pairs": ["RUS:IRN"]}, "pairs.1"),
    ("compare", {"pairs": [["RUS", "IRN"]] * 21}, "length of 21"),
    ("exposure", {"state": "RUS", "divider": "USA", "role": "friend"}, "one of: target, partner"),
    ("wedge", {"a": "RUS", "b": "IRN"}, "divider is missing"),
    ("wedge", {"a": "RUS", "b": "IRN", "divider": "USA", "scenario": "/etc/passwd"}, "scenario"),
    ("check", {"text": "Cuba is no member of NATO, whatever they say."}, "gives no date"),
    ("check", {"text": "x" * 1_000_001}, "length of"),
    ("read", {"text": ""}, "length of 0"),
]


@pytest.mark.parametrize(("name", "given", "says"), BAD)
def test_a_bad_argument_is_named(name: str, given: dict[str, Any], says: str) -> None:
    with pytest.raises(DaylightError) as caught:
        put(named(name), given)
    assert isinstance(caught.value, BadInput)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_text_is_never_opened_as_a_file() -> None:
    """A path is the text of an article that has no sentence."""
    answer = put(
        named("read"), {"text": "/etc/passwd\n\nA line of prose about Cuba and its ties.\n"}
    )
    assert answer.request.text == "-"
    assert "root:" not in answer.to_json()


def test_a_query_string_says_the_same_as_json() -> None:
    bond, compare, blocs = named("bond"), named("compare"), named("blocs")
    assert from_query(bond, [("a", "RUS"), ("b", "IRN"), ("since", "1992")]) == {
        "a": "RUS", "b": "IRN", "since": 1992,
    }  # fmt: skip
    assert from_query(bond, [("points", "promise=5"), ("points", "arms=1.5")]) == {
        "points": {"promise": 5, "arms": 1.5}
    }
    assert from_query(compare, [("pairs", "RUS:IRN"), ("pairs", "RUS:BLR")]) == {
        "pairs": [["RUS", "IRN"], ["RUS", "BLR"]]
    }
    assert from_query(blocs, [("ended", "true")]) == {"ended": True}


@pytest.mark.parametrize(
    ("query", "says"),
    [([("a", "RUS"), ("a", "IRN")], "twice"), ([("since", "x")], "no number"),
     ([("since", "inf")], "finite"), ([("points", "promise")], "no number")],
)  # fmt: skip
def test_a_bad_query_string(query: list[tuple[str, str]], says: str) -> None:
    with pytest.raises(BadInput, match=says):
        from_query(named("bond"), query)
