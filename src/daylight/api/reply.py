"""Answers and errors as data: what is left out of a short reply, and which status an error has."""

from __future__ import annotations

import json
from typing import Any

from daylight.core.answer import SCHEMA_VERSION, Answer
from daylight.core.errors import (
    AtlasDamaged,
    AtlasTooOld,
    BadInput,
    DaylightError,
    LoaderFault,
    MissingExtra,
    OutsideCoverage,
    OverLimit,
    StateNotThen,
    UnknownName,
    UnknownState,
)

SHORT = 12_000
"""Characters of JSON of a part that a short reply keeps."""
STATUSES: tuple[tuple[type[DaylightError], int], ...] = (
    (UnknownState, 404), (UnknownName, 404), (StateNotThen, 404), (OutsideCoverage, 404),
    (BadInput, 400), (OverLimit, 503), (MissingExtra, 501), (AtlasDamaged, 500),
    (AtlasTooOld, 500), (LoaderFault, 500),
)  # fmt: skip


def data(answer: Answer) -> dict[str, Any]:
    """Return an answer as its versioned JSON."""
    return answer.to_dict()


def short(answer: Answer) -> dict[str, Any]:
    """Return an answer without its long parts, which are named in ``left_out``.

    Request, findings, caveats and sources always stay.
    """
    document = answer.to_dict()
    left_out = {}
    for name in answer.body():
        size = len(json.dumps(document[name], ensure_ascii=False))
        if size > SHORT:
            left_out[name] = size
            del document[name]
    return {**document, "left_out": left_out}


def error(fault: DaylightError) -> dict[str, Any]:
    """Return an error as data."""
    return {
        "schema_version": SCHEMA_VERSION,
        "error": {
            "kind": type(fault).__name__,
            "message": str(fault),
            "exit_code": fault.exit_code,
        },
    }


def status(fault: DaylightError) -> int:
    """Return the HTTP status of an error: 404 for what is not there, 400 for a bad question."""
    return next((code for kind, code in STATUSES if isinstance(fault, kind)), 400)
