"""Put a question for another program: check its arguments, answer, and say errors as data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from daylight.api.arguments import AS_OF, QUESTIONS, SUBJECTS, Schema, options, schema
from daylight.core.answer import Answer
from daylight.core.choices import near
from daylight.core.errors import BadInput, UnknownName
from daylight.core.lazy import load
from daylight.core.question import Question
from daylight.core.request import request
from daylight.core.visible import quoted
from daylight.store.atlas import Atlas, current


def named(name: str) -> Question:
    """Return the question of a name, with hyphens or underscores.

    Raises
    ------
    UnknownName
        With near names.
    """
    found = QUESTIONS.get(name.replace("-", "_"))
    if found is None:
        raise UnknownName(f"No question is called {quoted(name)}. Near: {near(name, QUESTIONS)}.")
    return found


def put(question: Question, arguments: Mapping[str, Any], atlas: Atlas | None = None) -> Answer:
    """Answer a question that another program asks.

    Parameters
    ----------
    question : Question
    arguments : mapping
        By name, as :func:`daylight.api.arguments.schema` describes them.
    atlas : Atlas, optional
        The atlas in use by default.

    Raises
    ------
    BadInput
        For an argument that is missing, unknown, or of another type.
    DaylightError
        As the question does.
    """
    atlas = atlas or current()
    given = {name: value for name, value in arguments.items() if value is not None}
    hold(schema(question), given)
    chosen = {name: given[name] for name in options(question) if name in given}
    when = given.get(AS_OF)
    if question.takes == "text":
        return _of_text(question, str(given["text"]), when, atlas)
    subjects = [given[name] for name in SUBJECTS[question.takes]]
    return question.function()(*subjects, **chosen, as_of=when, atlas=atlas)


def _of_text(question: Question, text: str, when: str | None, atlas: Atlas) -> Answer:
    """Answer about a text that is given itself; it is in no file, and is not kept."""
    from daylight.readings.reading import written
    from daylight.texts.read import of_text

    document = of_text(text)
    day = when if when is not None else written(document, atlas)
    if day is None and question.needs_date:
        raise BadInput("The text gives no date; say when it was written with as_of.")
    asked = request(question.name, (), day, atlas.scope, text="-")
    made: Answer = load(question.of)(asked, document)
    return made


def hold(wanted: Schema, given: Mapping[str, Any]) -> None:
    """Refuse arguments that a schema does not allow.

    Raises
    ------
    BadInput
        With the name, what it is and what was expected.
    """
    properties: Mapping[str, Schema] = wanted["properties"]
    for name in given:
        if name not in properties:
            raise BadInput(
                f"No argument is called {quoted(name)}; near: {near(name, properties)}; all: "
                f"{', '.join(properties)}."
            )
    for name in wanted["required"]:
        if name not in given:
            raise BadInput(f"{name} is missing. {properties[name].get('description', '')}".strip())
    for name, value in given.items():
        _hold(name, value, properties[name])


PYTHON: dict[str, type | tuple[type, ...]] = {
    "string": str, "number": (int, float), "integer": int, "boolean": bool, "array": (list, tuple),
    "object": dict,
}  # fmt: skip
SIZES = {
    "string": ("minLength", "maxLength"), "array": ("minItems", "maxItems"),
    "integer": ("minimum", "maximum"), "number": ("minimum", "maximum"),
}  # fmt: skip
"""What bounds a value of a kind: its size, or itself."""


def _hold(name: str, value: Any, wanted: Schema) -> None:
    kind = wanted["type"]
    if not isinstance(value, PYTHON[kind]) or (isinstance(value, bool) and kind != "boolean"):
        raise BadInput(f"{name} is {quoted(str(value))}; here belongs: {kind}.")
    if kind in SIZES:
        _bounded(name, value, wanted)
    if "enum" in wanted and value not in wanted["enum"]:
        raise BadInput(f"{name} is {quoted(value)}; one of: {', '.join(wanted['enum'])}.")
    for key, one in _parts(value):
        _hold(f"{name}.{key}", one, wanted.get("items") or wanted["additionalProperties"])


def _parts(value: Any) -> Iterable[tuple[object, Any]]:
    """Return the parts of a list, numbered from 1, or those of an object by name."""
    if isinstance(value, dict):
        return value.items()
    return enumerate(value, 1) if isinstance(value, list | tuple) else ()


def _bounded(name: str, value: Any, wanted: Schema) -> None:
    lower, upper = SIZES[wanted["type"]]
    size = value if lower == "minimum" else len(value)
    least, most = wanted.get(lower), wanted.get(upper)
    if (least is not None and size < least) or (most is not None and size > most):
        what = "is" if lower == "minimum" else "has a length of"
        raise BadInput(f"{name} {what} {size}; it may be from {least or 0} to {most}.")
