"""Frames for other libraries, and files of them, whole or not at all."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from daylight.core.choices import one_of
from daylight.core.errors import BadInput, MissingExtra
from daylight.show.odd import for_stata, json_rows, long_texts
from daylight.store.whole import whole

if TYPE_CHECKING:
    import polars as pl

FORMATS = ("csv", "parquet", "dta", "json")
INSTALL = "install it with the extra `frames`: pip install '.[frames]' in a clone of Daylight"


def to_pandas(frame: pl.DataFrame) -> Any:
    """Return a frame as pandas, or say what to install."""
    try:
        return frame.to_pandas()
    except ImportError as error:
        raise MissingExtra(f"pandas needs the extra `frames` ({error}); {INSTALL}.") from None


def to_arrow(frame: pl.DataFrame) -> Any:
    """Return a frame as a pyarrow table, or say what to install."""
    try:
        return frame.to_arrow()
    except ImportError as error:
        raise MissingExtra(f"Arrow needs the extra `frames` ({error}); {INSTALL}.") from None


def dump(frame: pl.DataFrame, handle: IO[bytes], kind: str) -> None:
    """Write a frame to an open binary file as csv, parquet, dta (Stata 14) or json rows.

    Raises
    ------
    BadInput
        For another format.
    MissingExtra
        For ``dta`` without pandas.
    """
    one_of(kind, FORMATS, "format")
    if kind == "csv":
        handle.write(_csv(frame))
    elif kind == "parquet":
        buffer = BytesIO()  # into a pipe it would hide its errors
        frame.write_parquet(buffer)
        handle.write(buffer.getvalue())
    elif kind == "json":
        handle.write(json_rows(frame))
    else:
        with warnings.catch_warnings():
            # Stata cuts names at 32 characters; pandas says so in five lines.
            warnings.simplefilter("ignore")
            table, long = to_pandas(for_stata(frame)), long_texts(frame)
            try:
                buffer = BytesIO()
                table.to_stata(buffer, write_index=False, version=118, convert_strl=long)
            except (ValueError, TypeError, IndexError, OverflowError, NotImplementedError) as error:
                raise BadInput(
                    f"This result cannot be written as dta ({error}); use csv, json or parquet."
                ) from None
            handle.write(buffer.getvalue())


def _csv(frame: pl.DataFrame) -> bytes:
    import polars as pl

    try:
        # An empty line would be no row for most readers.
        return frame.write_csv(null_value='""' if frame.width == 1 else None).encode()
    except pl.exceptions.PolarsError as error:
        raise BadInput(
            f"This result cannot be written as csv ({error}); use json or parquet."
        ) from None


def file_kind(path: str, kind: str | None = None) -> str:
    """Return the format of a file: as asked, or by its ending.

    Raises
    ------
    BadInput
        When the ending names no format.
    """
    return kind or one_of(Path(path).suffix.lstrip(".").lower(), FORMATS, "file ending")


def write(frame: pl.DataFrame, path: str, kind: str | None = None) -> None:
    """Write a frame to `path` by way of a temporary file beside it.

    Raises
    ------
    BadInput
        When the ending names no format.
    CannotWrite
        When the folder is missing or not writable.
    """
    chosen = file_kind(path, kind)
    with whole(Path(path)) as handle:
        dump(frame, handle, chosen)


def frame(columns: Mapping[str, Sequence[Any]]) -> pl.DataFrame:
    """Return columns of equal length as a Polars frame; None is null."""
    import polars as pl

    return pl.DataFrame({name: list(values) for name, values in columns.items()}, strict=False)
