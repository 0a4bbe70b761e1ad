"""Frames for other libraries, and files of them, whole or not at all."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from daylight.core.choices import one_of
from daylight.core.errors import BadInput, MissingExtra
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
        frame.write_parquet(handle)
    elif kind == "json":
        handle.write(frame.write_json().encode())
    else:
        with warnings.catch_warnings():
            # Stata cuts names at 32 characters; pandas says so in five lines.
            warnings.simplefilter("ignore")
            to_pandas(frame).to_stata(handle, write_index=False, version=118)


def _csv(frame: pl.DataFrame) -> bytes:
    import polars as pl

    try:
        return frame.write_csv().encode()
    except pl.exceptions.PolarsError as error:
        raise BadInput(
            f"This result cannot be written as csv ({error}); use json or parquet."
        ) from None


def write(frame: pl.DataFrame, path: str, kind: str | None = None) -> None:
    """Write a frame to `path` by way of a temporary file beside it.

    Raises
    ------
    BadInput
        When the ending names no format.
    CannotWrite
        When the folder is missing or not writable.
    """
    target = Path(path)
    chosen = kind or one_of(target.suffix.lstrip(".").lower(), FORMATS, "file ending")
    with whole(target) as handle:
        dump(frame, handle, chosen)


def frame(columns: Mapping[str, Sequence[Any]]) -> pl.DataFrame:
    """Return columns of equal length as a Polars frame; None is null."""
    import polars as pl

    return pl.DataFrame({name: list(values) for name, values in columns.items()}, strict=False)
