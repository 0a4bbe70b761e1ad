"""Turn results into plain data for JSON: records to objects, dates to text, NaN to null."""

from __future__ import annotations

import dataclasses
import math
from datetime import date
from typing import Any


def plain(result: Any) -> Any:
    """Return `result` as dicts, lists, numbers, texts and None only.

    A record that is not shown field by field says how by a method ``as_plain``.
    """
    if hasattr(result, "as_plain"):
        return plain(result.as_plain())
    if dataclasses.is_dataclass(result) and not isinstance(result, type):
        return {f.name: plain(getattr(result, f.name)) for f in dataclasses.fields(result)}
    if isinstance(result, dict):
        return {str(key): plain(value) for key, value in result.items()}
    if isinstance(result, (list, tuple)):
        return [plain(value) for value in result]
    if isinstance(result, date):
        return result.isoformat()
    if isinstance(result, float):
        return float(f"{result:.6g}") if math.isfinite(result) else None
    return result
