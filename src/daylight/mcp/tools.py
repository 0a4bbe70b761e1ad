"""The tools that an assistant sees, and what a call of one returns; without the protocol."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from daylight.api.arguments import QUESTIONS, WHOLE, Schema, schema
from daylight.api.put import named, put
from daylight.api.reply import data, error, short
from daylight.core.errors import BadInput, DaylightError
from daylight.core.question import Question

ABOUT = (
    "Daylight says what binds two states and what sets them against each other, as of a date, from "
    "sources that it names. Cite the sources of a reply, with the atlas id, and keep its intervals "
    "and caveats: a value with the status carried is an estimate past the end of its source, and "
    "absence of a value is not zero. Do not add numbers of your own."
)
WHOLE_OR_SHORT: Schema = {
    "type": "boolean",
    "description": "All parts. By default long ones, such as all years of a history, are left out "
    "and named in left_out.",
}


@dataclass(frozen=True, slots=True)
class Tool:
    """One tool.

    Attributes
    ----------
    name, description : str
    takes : dict
        JSON Schema of its arguments.
    """

    name: str
    description: str
    takes: Schema


@dataclass(frozen=True, slots=True)
class Result:
    """What a call returns.

    Attributes
    ----------
    text : str
        For people: the answer as on a terminal, or the error in one line.
    data : dict
        The versioned JSON, or the error as data.
    failed : bool
    """

    text: str
    data: dict[str, Any]
    failed: bool


def tools() -> tuple[Tool, ...]:
    """Return one tool a question, in reading order."""
    return tuple(Tool(q.name, _description(q), takes(q.name)) for q in QUESTIONS.values())


def _description(question: Question) -> str:
    return f"{question.summary} On the command line: {question.example}"


def takes(name: str) -> Schema:
    """Return the JSON Schema of the arguments of a tool.

    Raises
    ------
    UnknownName
        When there is no such tool.
    """
    made = schema(named(name))
    return {**made, "properties": {**made["properties"], WHOLE: WHOLE_OR_SHORT}}


def call(name: str, arguments: Mapping[str, Any]) -> Result:
    """Put a question; an error is returned, not raised."""
    given = dict(arguments)
    whole = given.pop(WHOLE, False)
    try:
        if not isinstance(whole, bool):
            raise BadInput(f"{WHOLE} is {whole!r}; write true or false.")
        answer = put(named(name), given)
        return Result(answer.text(80), data(answer) if whole else short(answer), failed=False)
    except DaylightError as fault:
        return Result(str(fault), error(fault), failed=True)
