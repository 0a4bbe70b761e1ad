"""Rows of a table as plain Python: None where there is nothing, days as dates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from numpy.typing import NDArray


def rows_of(columns: Mapping[str, NDArray[Any]]) -> list[dict[str, Any]]:
    """Return the rows of columns, as :meth:`daylight.store.atlas.Atlas.rows` gives them."""
    lists = [[_plain(cell) for cell in column.tolist()] for column in columns.values()]
    return [dict(zip(columns, cells, strict=True)) for cells in zip(*lists, strict=True)]


def _plain(cell: Any) -> Any:
    if cell != cell:
        return None
    return cell.date() if isinstance(cell, datetime) else cell
