"""Results of free SQL as frames: every value as it is, or as the text that the engine gives it.

Numbers, truth values, texts, dates and times of day-and-date are what they are as long as they
fit: whole numbers into 64 bits, decimals into a float that gives the same digits back, dates into
the years 1 to 9999. A column with one value that does not fit is text, and so is every column of
a type without a counterpart (intervals, blobs, bits, UUIDs, times with a zone, maps, ...).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import duckdb
    import polars as pl

SAME = {
    "boolean": "Boolean", "tinyint": "Int8", "smallint": "Int16", "integer": "Int32",
    "bigint": "Int64", "utinyint": "UInt8", "usmallint": "UInt16", "uinteger": "UInt32",
    "ubigint": "UInt64", "float": "Float32", "double": "Float64", "varchar": "String",
}  # fmt: skip
"""Types of the engine that a frame has too, by the name of the frame's."""
LARGE = {"hugeint", "uhugeint", "bignum", "varint"}
MOMENTS = {"timestamp", "timestamp_s", "timestamp_ms"}
SURE_DIGITS = 15
"""Decimal digits that every float gives back."""
_YEARS = "BETWEEN DATE '0001-01-01' AND DATE '9999-12-31'"
_TIMES = "BETWEEN TIMESTAMP '0001-01-01' AND TIMESTAMP '9999-12-31 23:59:59.999999'"


@dataclass(frozen=True)
class Column:
    """How one column is read.

    Attributes
    ----------
    name : str
    dtype : object
        What it is in the frame while all values fit.
    value : str
        SQL of the value where it fits, ``NULL`` where it does not.
    rest : str
        SQL of the text of what does not fit; empty where everything does.
    text : callable
        Text of a value that fits, as the engine would write it.
    """

    name: str
    dtype: Any
    value: str
    rest: str = ""
    text: Callable[[Any], str] = str


def columns(relation: duckdb.DuckDBPyRelation, flat: bool) -> tuple[Column, ...]:
    """Return how the columns of a query are read; names that come twice are told apart."""
    made: list[Column] = []
    taken: set[str] = set()
    for i, (name, kind) in enumerate(zip(relation.columns, relation.types, strict=True), 1):
        free, n = name, 0
        while free in taken or (n and free in relation.columns):
            n += 1
            free = f"{name}_{n}"
        taken.add(free)
        made.append(_column(free, f"#{i}", kind, flat))
    return tuple(made)


def _column(name: str, place: str, kind: Any, flat: bool) -> Column:
    import polars as pl

    word, as_text = kind.id, f"{place}::VARCHAR"
    if word in SAME and str(kind) != "JSON":
        return Column(name, getattr(pl, SAME[word]), place)
    if word in LARGE:
        value = f"TRY_CAST({place} AS BIGINT)"
        return Column(name, pl.Int64, value, f"CASE WHEN {value} IS NULL THEN {as_text} END")
    if word == "date":
        rest = f"CASE WHEN {place} NOT {_YEARS} THEN {as_text} END"
        return Column(name, pl.Date, f"CASE WHEN {place} {_YEARS} THEN {place} END", rest, _day)
    if word in MOMENTS:
        rest = f"CASE WHEN {place} NOT {_TIMES} THEN {as_text} END"
        value = f"CASE WHEN {place} {_TIMES} THEN {place}::TIMESTAMP END"
        return Column(name, pl.Datetime("us"), value, rest, _moment)
    if word == "decimal":
        return _decimal(name, place, dict(kind.children))
    nested = None if flat else _nested(kind)
    if nested is not None:
        return Column(name, nested, place)
    return Column(name, pl.String, as_text)


def _decimal(name: str, place: str, of: Mapping[str, int]) -> Column:
    import polars as pl

    digits, scale = of["precision"], of["scale"]
    value = f"{place}::DOUBLE"
    if digits <= SURE_DIGITS:
        return Column(name, pl.Float64, value)
    same = f"TRY_CAST({value} AS DECIMAL({digits}, {scale})) IS NOT DISTINCT FROM {place}"
    return Column(
        name,
        pl.Float64,
        f"CASE WHEN {same} THEN {value} END",
        f"CASE WHEN NOT ({same}) THEN {place}::VARCHAR END",
        lambda number: f"{number:.{scale}f}",
    )


def _nested(kind: Any) -> Any:
    """Return the type in a frame of a list or struct of plain values; None for any other."""
    import polars as pl

    if kind.id in SAME and str(kind) != "JSON":
        return getattr(pl, SAME[kind.id])
    if kind.id in ("list", "array"):
        inner = _nested(dict(kind.children)["child"])
        return None if inner is None else pl.List(inner)
    if kind.id == "struct":
        fields = {name: _nested(child) for name, child in kind.children}
        return None if None in fields.values() or not fields else pl.Struct(fields)
    return None


def _day(day: date) -> str:
    return day.isoformat()


def _moment(moment: datetime) -> str:
    text = moment.isoformat(" ")
    return text.rstrip("0") if "." in text else text


def read(relation: duckdb.DuckDBPyRelation, wanted: Sequence[Column]) -> dict[str, Any]:
    """Run a query: arrays ``v0, v1, ...`` of values, and ``r0, ...`` of what does not fit."""
    parts = [f'{c.value} AS "v{i}"' for i, c in enumerate(wanted)]
    parts += [f'{c.rest} AS "r{i}"' for i, c in enumerate(wanted) if c.rest]
    found: dict[str, Any] = relation.project(", ".join(parts)).fetchnumpy()
    return found


def frame(found: Mapping[str, Any], wanted: Sequence[Column]) -> pl.DataFrame:
    """Put arrays of a query into a frame. DuckDB's own way there needs pyarrow."""
    import polars as pl

    made = []
    for i, column in enumerate(wanted):
        series = _series(column.name, np.ma.asanyarray(found[f"v{i}"]), column.dtype)
        rest = found.get(f"r{i}")
        if rest is not None and not np.ma.getmaskarray(rest).all():
            values, texts = series.to_list(), _objects(np.ma.asanyarray(rest))
            mixed = [
                column.text(value) if text is None and value is not None else text
                for value, text in zip(values, texts, strict=True)
            ]
            series = pl.Series(column.name, mixed, dtype=pl.String)
        made.append(series)
    return pl.DataFrame(made)


def _series(name: str, array: np.ma.MaskedArray[Any, Any], dtype: Any) -> pl.Series:
    import polars as pl

    if array.dtype == object:
        return pl.Series(name, _objects(array, dtype != pl.String), dtype=dtype)
    values, masked = np.ma.getdata(array), np.ma.getmaskarray(array)
    series = pl.Series(name, values)
    if masked.any():
        there = pl.Series(~masked)
        series = pl.select(pl.when(there).then(series).alias(name)).to_series()
    return series.cast(dtype)


def _objects(array: np.ma.MaskedArray[Any, Any], nested: bool = False) -> list[Any]:
    values, masked = np.ma.getdata(array), np.ma.getmaskarray(array)
    if masked.any():
        values = values.copy()
        values[masked] = None
    return [_python(value) for value in values] if nested else values.tolist()


def _python(value: Any) -> Any:
    """Return a value without arrays within; a list holds them."""
    if isinstance(value, np.ndarray):
        return [_python(one) for one in value.tolist()]
    if isinstance(value, (list, tuple)):
        return [_python(one) for one in value]
    if isinstance(value, dict):
        return {key: _python(one) for key, one in value.items()}
    return value
