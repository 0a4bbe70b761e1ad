"""What a question takes from another program, as JSON Schema; and how texts become values.

No argument names a file or an address: nothing that another program says is opened or fetched.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from daylight.catalogue import CATALOGUE
from daylight.core.errors import BadInput
from daylight.core.question import Kind, Option, Question, Takes

Schema = dict[str, Any]
AS_OF = "as_of"
WHOLE = "whole"
NO_FILES: tuple[Kind, ...] = ("file",)
"""Kinds of option that name a file, and are not taken."""
STATE: Schema = {
    "type": "string",
    "minLength": 1,
    "maxLength": 200,
    "description": "A state: ISO3 code, COW number, GW:number, or name.",
}
SUBJECTS: dict[Takes, dict[str, Schema]] = {
    "nothing": {},
    "state": {"state": STATE},
    "pair": {"a": STATE, "b": STATE},
    "pairs": {
        "pairs": {
            "type": "array",
            "minItems": 1,
            "maxItems": 20,
            "items": {"type": "array", "items": STATE, "minItems": 2, "maxItems": 2},
            "description": "Pairs of states, each a list of two.",
        }
    },
    "bloc": {
        "bloc": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200,
            "description": "A bloc: short name or name, such as EAEU.",
        }
    },
    "text": {
        "text": {
            "type": "string",
            "minLength": 1,
            "maxLength": 1_000_000,
            "description": "The text of an article, plain or HTML. It is not kept.",
        }
    },
}
"""What names the subject, by what a question is about; the rest is not asked by programs."""
TYPES: dict[Kind, Schema] = {
    "text": {"type": "string", "maxLength": 200},
    "number": {"type": "number"},
    "year": {"type": "integer", "minimum": 1816, "maximum": 9999},
    "count": {"type": "integer", "minimum": 1, "maximum": 10_000},
    "flag": {"type": "boolean"},
    "weights": {"type": "object", "additionalProperties": {"type": "number"}},
    "state": STATE,
}
DATE: Schema = {
    "type": "string",
    "pattern": r"^\d{4}(-\d{1,2}){0,2}$",
    "description": "Answer as of this date (2017-02-01, 2017-02 or 2017); the newest by default.",
}
QUESTIONS: dict[str, Question] = {q.name: q for q in CATALOGUE if q.takes in SUBJECTS}
"""The questions that other programs can ask."""


def options(question: Question) -> dict[str, Option]:
    """Return the options of a question that another program can give, by name."""
    return {one.name: one for one in question.takes_options if one.kind not in NO_FILES}


def schema(question: Question) -> Schema:
    """Return what a question takes, as the JSON Schema of an object."""
    named = {name: dict(one) for name, one in SUBJECTS[question.takes].items()}
    required = [*named]
    for name, option in options(question).items():
        named[name] = _option(option)
        if name == "divider" and question.needs_divider:
            required.append(name)
    named[AS_OF] = dict(DATE)
    return {
        "type": "object",
        "properties": named,
        "required": required,
        "additionalProperties": False,
    }


def _option(option: Option) -> Schema:
    made = {**TYPES[option.kind], "description": option.help}
    return {**made, "enum": list(option.choices)} if option.choices else made


def from_query(question: Question, given: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Return the arguments that a query string gives, as JSON would.

    A pair of `pairs` is ``RUS:IRN``, a weight ``ITEM=NUMBER``; both may be repeated, all else
    stands once.

    Parameters
    ----------
    question : Question
    given : sequence of (str, str)
        Names and values, in order.

    Raises
    ------
    BadInput
        For a name that stands twice, or a text that is no such value.
    """
    properties: Mapping[str, Schema] = schema(question)["properties"]
    found: dict[str, Any] = {}
    for name, text in given:
        kind = properties.get(name, {}).get("type")
        if kind == "array":
            found.setdefault(name, []).append(text.split(":"))
        elif kind == "object":
            key, _, number = text.partition("=")
            found.setdefault(name, {})[key] = _number(name, number)
        elif name in found:
            raise BadInput(f"{name} is given twice; give it once.")
        else:
            found[name] = _value(name, text, kind)
    return found


def _value(name: str, text: str, kind: str | None) -> Any:
    if kind in ("number", "integer"):
        number = _number(name, text)
        return int(number) if number == int(number) else number
    if kind == "boolean":
        words = {"true": True, "1": True, "": True, "false": False, "0": False}
        if text.lower() not in words:
            raise BadInput(f"{name} is {text!r}; write true or false.")
        return words[text.lower()]
    return text


def _number(name: str, text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        raise BadInput(f"{name} is {text!r}, which is no number.") from None
    if number - number != 0:
        raise BadInput(f"{name} is {text!r}; a finite number is needed.")
    return number
