"""The JSON schema of the answer to a question, made from its records. It allows nothing else."""

from __future__ import annotations

import inspect
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any, Literal, get_args, get_origin, get_type_hints

from pydantic import BaseModel, create_model

from daylight.core.answer import SCHEMA_VERSION, Answer
from daylight.core.question import Option, Question
from daylight.core.request import Request
from daylight.core.said import Caveat, SourceNote, Summary

DIALECT = "https://json-schema.org/draft/2020-12/schema"
KINDS: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "file": {"type": "string"},
    "state": {"type": "string"},
    "number": {"type": "number"},
    "year": {"type": "integer"},
    "count": {"type": "integer", "minimum": 1},
    "flag": {"const": True},
    "weights": {"type": "object", "additionalProperties": {"type": "number"}},
}
"""What an option holds, by its kind."""


def schema(question: Question, questions: Sequence[Question]) -> dict[str, Any]:
    """Return the JSON schema (draft 2020-12) of the answer to a question.

    Parameters
    ----------
    question : Question
    questions : sequence of Question
        All of them: answers to some stand in answers to others.
    """
    by_record = {q.record(): q for q in questions}
    record = question.record()
    body = _body(record, by_record)
    if "parts" in body:  # they stand in the JSON under their names
        body = {q.name: _within(q, by_record) for q in questions if q.section}
    sometimes = {q.name for q in questions if q.takes == "text" or q.needs_divider}
    parts = {name: (kind, None if name in sometimes else ...) for name, kind in body.items()}
    model = create_model(
        record.__name__,
        schema_version=(Literal[SCHEMA_VERSION], ...),
        request=(_request(question), ...),
        answer=(Summary, ...),
        **parts,
        caveats=(tuple[Caveat, ...], ...),
        sources=(tuple[SourceNote, ...], ...),
        citation=(str, ...),
    )  # type: ignore[call-overload]
    made = {"$schema": DIALECT, **model.model_json_schema(mode="serialization")}
    for q in questions:
        asked = made["$defs"].get(f"{q.record().__name__}Request")
        if asked:
            asked["properties"]["options"] = _options(q.options)
    _close(made)
    return made


def _within(question: Question, by_record: Mapping[type[Answer], Question]) -> type[BaseModel]:
    """Return the model of an answer that stands within another (:meth:`Answer.within`)."""
    record = question.record()
    body = {name: (kind, ...) for name, kind in _body(record, by_record).items()}
    model: type[BaseModel] = create_model(
        f"{record.__name__}Part",
        request=(_request(question), ...),
        answer=(Summary, ...),
        **body,
    )  # type: ignore[call-overload]
    return model


def _request(question: Question) -> type[BaseModel]:
    hints = get_type_hints(Request) | {"question": Literal[question.name]}
    parts: dict[str, Any] = {f.name: (hints[f.name], ...) for f in fields(Request)}
    model: type[BaseModel] = create_model(f"{question.record().__name__}Request", **parts)
    return model


def _body(record: type[Answer], by_record: Mapping[type[Answer], Question]) -> dict[str, Any]:
    shared = {f.name for f in fields(Answer)}
    hints = get_type_hints(record)
    own = [f.name for f in fields(record) if f.name not in shared]
    return {name: _plain(hints[name], by_record) for name in own}


def _plain(kind: Any, by_record: Mapping[type[Answer], Question]) -> Any:
    """Return a type with every answer in it as it stands within another."""
    if get_origin(kind) is None and inspect.isclass(kind) and issubclass(kind, Answer):
        return _within(by_record[kind], by_record)
    if get_origin(kind) is tuple:
        inner = tuple(_plain(each, by_record) for each in get_args(kind))
        return tuple.__class_getitem__(inner)
    return kind


def _options(options: Sequence[Option]) -> dict[str, Any]:
    """Return the schema of the options of a request: any may be left out, no other may stand."""
    kinds = {o.name: {"enum": list(o.choices)} if o.choices else KINDS[o.kind] for o in options}
    return {"type": "object", "properties": kinds}


def _close(node: Any) -> None:
    """Forbid every object of a schema what it does not name."""
    if isinstance(node, dict):
        if "properties" in node and node.get("type") == "object":
            node.setdefault("additionalProperties", False)
        for inner in node.values():
            _close(inner)
    elif isinstance(node, list):
        for inner in node:
            _close(inner)
