"""The description of the HTTP interface, and how errors and short replies look as data."""

from __future__ import annotations

import re

import pytest
from jsonschema import Draft202012Validator

from asking import asked
from daylight.api.arguments import QUESTIONS
from daylight.api.openapi import ERROR, answer_schema, openapi
from daylight.api.reply import error, short, status
from daylight.core import errors
from daylight.core.errors import BadInput, DaylightError, UnknownState


def test_it_has_a_path_a_question_with_its_arguments() -> None:
    document = openapi()
    assert set(document["paths"]) == {f"/api/{q.command}" for q in QUESTIONS.values()}
    bond = document["paths"]["/api/bond"]["get"]
    assert [p["name"] for p in bond["parameters"] if p["required"]] == ["a", "b"]
    assert "requestBody" in document["paths"]["/api/check"]["post"]
    for path in document["paths"].values():
        for method in path.values():
            place = method["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
            name = re.fullmatch(r"/api/schemas/(\w+)\.json", place)
            assert name is not None and name[1] in QUESTIONS


@pytest.mark.parametrize("name", ["bond", "bloc"])
def test_answers_fit_the_schema_that_is_named(name: str) -> None:
    document = asked(name, "RUS-IRN").to_dict()
    Draft202012Validator(answer_schema(name)).validate(document)


def test_a_short_reply_keeps_what_is_said_and_by_whom() -> None:
    answer = asked("bond", "RUS-IRN")
    found = short(answer)
    whole = answer.to_dict()
    assert found["left_out"].keys() == {"history"}
    assert {*found} - {"left_out"} == {*whole} - {"history"}
    for name in ("request", "answer", "caveats", "sources"):
        assert found[name] == whole[name]


@pytest.mark.parametrize(
    "kind",
    [
        one
        for one in vars(errors).values()
        if isinstance(one, type) and issubclass(one, DaylightError)
    ],
)
def test_every_error_is_data_with_a_status(kind: type[DaylightError]) -> None:
    fault = kind("It is wrong; do this.")
    Draft202012Validator(ERROR).validate(error(fault))
    assert error(fault)["error"]["kind"] == kind.__name__
    assert 400 <= status(fault) < 600


def test_what_is_not_there_is_told_from_a_bad_question() -> None:
    assert status(UnknownState("x")) == 404
    assert status(BadInput("x")) == 400
