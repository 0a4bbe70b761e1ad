"""The description of the HTTP interface (OpenAPI 3.1), made from the list of questions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from daylight.api.arguments import QUESTIONS, Schema, schema
from daylight.api.put import named
from daylight.catalogue import CATALOGUE
from daylight.core.answer import SCHEMA_VERSION
from daylight.core.question import Question
from daylight.core.version import __version__
from daylight.show.schema import schema as schema_of

ERROR: Schema = {
    "type": "object",
    "required": ["schema_version", "error"],
    "properties": {
        "schema_version": {"type": "string"},
        "error": {
            "type": "object",
            "required": ["kind", "message", "exit_code"],
            "properties": {
                "kind": {"type": "string"},
                "message": {"type": "string", "description": "One line: what, why, what to do."},
                "exit_code": {"type": "integer", "description": "As on the command line."},
            },
        },
    },
}
FAULTS = {
    "400": "A question that cannot be put.",
    "404": "A state, bloc, name or date that is not there.",
    "503": "It took more time or memory than it may.",
}


def openapi() -> dict[str, Any]:
    """Return the whole document."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Daylight",
            "version": __version__,
            "summary": "What binds two states and what divides them, with the evidence.",
            "description": f"Answers are versioned JSON, layout {SCHEMA_VERSION}.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": {f"/api/{q.command}": _path(q) for q in QUESTIONS.values()},
        "components": {"schemas": {"Error": ERROR}},
    }


def _path(question: Question) -> dict[str, Any]:
    wanted = schema(question)
    asked: dict[str, Any] = {
        "operationId": question.name,
        "summary": question.summary,
        "responses": _responses(question),
    }
    if question.takes == "text":
        body = {"required": True, "content": {"application/json": {"schema": wanted}}}
        return {"post": {**asked, "requestBody": body}}
    parameters = [
        _parameter(name, one, name in wanted["required"])
        for name, one in wanted["properties"].items()
    ]
    return {"get": {**asked, "parameters": parameters}}


def _parameter(name: str, one: Mapping[str, Any], required: bool) -> dict[str, Any]:
    """Describe an argument in the query; pairs and weights are texts that may be repeated."""
    forms = {"array": "STATE:STATE", "object": "ITEM=NUMBER"}
    shown: Schema = dict(one)
    if one["type"] in forms:
        item = {"type": "string", "description": forms[one["type"]]}
        shown = {"type": "array", "items": item, "description": one["description"]}
    return {
        "name": name,
        "in": "query",
        "required": required,
        "description": shown.pop("description", ""),
        "schema": shown,
        **({"explode": True} if one["type"] in forms else {}),
    }


def _responses(question: Question) -> dict[str, Any]:
    answer = {"$ref": f"/api/schemas/{question.name}.json"}
    fault = {"$ref": "#/components/schemas/Error"}
    found = {"200": {"description": "The answer.", "content": _json(answer)}}
    return found | {
        code: {"description": text, "content": _json(fault)} for code, text in FAULTS.items()
    }


def _json(wanted: Schema) -> dict[str, Any]:
    return {"application/json": {"schema": wanted}}


def answer_schema(name: str) -> Schema:
    """Return the JSON Schema of the answer to a question.

    Raises
    ------
    UnknownName
        When there is no such question.
    """
    return schema_of(named(name), CATALOGUE)
