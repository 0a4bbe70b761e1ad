"""The JSON schema of an answer, made from its records."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel, create_model

from daylight.core.answer import Answer
from daylight.core.request import Request
from daylight.core.said import Caveat, SourceNote, Summary

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(
    record: type[Answer], title: str, parts: Mapping[str, type[Answer]] | None = None
) -> dict[str, Any]:
    """Return the JSON schema (draft 2020-12) of a kind of answer.

    Parameters
    ----------
    record : type of Answer
    title : str
        What the schema is called.
    parts : mapping of str to type of Answer, optional
        Answers that stand in it by name, where the record does not say which.
    """
    body = {name: within(part) for name, part in parts.items()} if parts else _body(record)
    model = create_model(
        title,
        schema_version=(str, ...),
        request=(Request, ...),
        answer=(Summary, ...),
        **{name: (kind, ...) for name, kind in body.items()},
        caveats=(tuple[Caveat, ...], ...),
        sources=(tuple[SourceNote, ...], ...),
    )  # type: ignore[call-overload]
    return {"$schema": DIALECT, **model.model_json_schema(mode="serialization")}


def within(record: type[Answer]) -> type[BaseModel]:
    """Return the model of an answer that stands within another (:meth:`Answer.as_plain`)."""
    body = {name: (kind, ...) for name, kind in _body(record).items()}
    model: type[BaseModel] = create_model(
        f"{record.__name__}Part", request=(Request, ...), answer=(Summary, ...), **body
    )  # type: ignore[call-overload]
    return model


def _body(record: type[Answer]) -> dict[str, Any]:
    shared = {f.name for f in fields(Answer)}
    hints = get_type_hints(record)
    return {f.name: _plain(hints[f.name]) for f in fields(record) if f.name not in shared}


def _plain(kind: Any) -> Any:
    """Return a type with every answer in it as it stands within another."""
    if get_origin(kind) is None and inspect.isclass(kind) and issubclass(kind, Answer):
        return within(kind)
    if get_origin(kind) is tuple:
        inner = tuple(_plain(each) for each in get_args(kind))
        return tuple.__class_getitem__(inner)
    return kind
