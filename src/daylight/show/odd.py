"""Values that a file format has no word for: said as text where that loses nothing, or refused."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from daylight.core.errors import BadInput

if TYPE_CHECKING:
    import polars as pl

EXACT = 2**53
"""Beyond it Stata, whose numbers are floats, cannot hold every whole number."""
LONG = 2_147_483_620
"""Largest whole number of Stata's own type for them; the next ones stand for missing values."""
STATA_MOST = 8.98e307
STATA_YEARS = (100, 9999)
STATA_TEXT = 2045
"""Bytes of a text of fixed length; longer ones are stored apart."""


def json_rows(frame: pl.DataFrame) -> bytes:
    """Return rows as JSON, where NaN and the infinities are the texts nan, inf and -inf."""
    import polars as pl

    finite = all(
        not series.dtype.is_nested()
        and (not series.dtype.is_float() or series.is_finite().fill_null(True).all())
        for series in frame.get_columns()
    )
    if finite:
        return frame.write_json().encode()
    moments = [name for name, kind in frame.schema.items() if isinstance(kind, pl.Datetime)]
    rows = frame.with_columns(pl.col(moments).dt.to_string("%Y-%m-%d %H:%M:%S%.6f")).to_dicts()
    return json.dumps(_said(rows), ensure_ascii=False, separators=(",", ":")).encode()


def _said(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, dict):
        return {key: _said(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_said(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def coded(frame: pl.DataFrame, codes: Mapping[str, tuple[str, ...]]) -> pl.DataFrame:
    """Return a frame with numbers for words of closed lists, from 0 in the order of each list."""
    import polars as pl

    return frame.with_columns(
        pl.col(name).replace_strict(
            list(words), list(range(len(words))), default=None, return_dtype=pl.Int8
        )
        for name, words in codes.items()
        if name in frame.columns
    )


def for_stata(frame: pl.DataFrame, program: str = "Stata") -> pl.DataFrame:
    """Return a frame that Stata can hold without loss; what it would change becomes text.

    SPSS, the other `program`, counts in the same numbers.

    Raises
    ------
    BadInput
        For NaN and infinity, which are no missing values and have no place in Stata, for lists,
        and for texts with a zero byte.
    """
    return frame.with_columns([_stata(series, program) for series in frame.get_columns()])


def long_texts(frame: pl.DataFrame) -> list[str]:
    """Return the columns with texts that Stata stores apart."""
    import polars as pl

    texts = [s for s in frame.get_columns() if s.dtype == pl.String]
    return [s.name for s in texts if (s.str.len_bytes() > STATA_TEXT).any()]


def _stata(series: pl.Series, program: str) -> pl.Series:
    import polars as pl

    kind = series.dtype
    if kind.is_float():
        _float(series, program)
    elif kind.is_integer():
        most = max(abs(int(end)) for end in (series.max() or 0, series.min() or 0))  # type: ignore[arg-type]
        if most > EXACT:
            return series.cast(pl.String).fill_null("")
        return series.cast(pl.Float64) if most > LONG else series
    elif kind == pl.Boolean:
        return series.cast(pl.Int8)
    elif kind in (pl.Null, pl.String):
        series = series.cast(pl.String).fill_null("")
        if series.str.contains("\0", literal=True).any():
            raise BadInput(_refused(program, series.name, "texts with a zero byte"))
    elif isinstance(kind, pl.Date | pl.Datetime):
        return _time(series)
    else:
        raise BadInput(_refused(program, series.name, f"values of the type {kind}"))
    return series


def _float(series: pl.Series, program: str) -> None:
    there = series.drop_nulls()
    if not there.is_finite().all():
        raise BadInput(_refused(program, series.name, "NaN or infinity"))
    if len(there) and float(there.abs().max()) > STATA_MOST:  # type: ignore[arg-type]
        raise BadInput(_refused(program, series.name, "numbers above 8.98e307"))


def _time(series: pl.Series) -> pl.Series:
    """Keep what counts in thousandths of a second within the years of Stata; write the others."""
    import polars as pl

    there = series.drop_nulls()
    years = there.dt.year().is_between(*STATA_YEARS).all()
    exact = series.dtype == pl.Date or bool((there.dt.truncate("1ms") == there).all())
    if years and exact:
        return series
    texts = [_text(value) for value in series.to_list()]
    return pl.Series(series.name, texts, dtype=pl.String)


def _text(value: date | None) -> str:
    if value is None:
        return ""
    return value.isoformat(" ") if isinstance(value, datetime) else value.isoformat()


def _refused(program: str, name: str, what: str) -> str:
    return (
        f"The column {name!r} has {what}, which {program} cannot hold; make it text, as in "
        f'"{name}"::VARCHAR, or use csv, json or parquet.'
    )
