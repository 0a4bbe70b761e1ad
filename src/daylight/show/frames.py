"""Frames for other libraries, and files of them, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from daylight.core.choices import one_of
from daylight.core.errors import BadInput
from daylight.show.about import NOTHING, About
from daylight.show.odd import json_rows
from daylight.show.short import shortest
from daylight.show.spss import sav
from daylight.show.stata import dta
from daylight.show.workbook import xlsx
from daylight.store.whole import whole

if TYPE_CHECKING:
    import polars as pl


def dump(frame: pl.DataFrame, handle: IO[bytes], kind: str, about: About = NOTHING) -> None:
    """Write a frame to an open binary file in one of :data:`FORMATS`.

    Parameters
    ----------
    frame : DataFrame
    handle : file
    kind : str
        ``dta`` is of Stata 14 or later, ``sav`` of SPSS, ``json`` is a list of rows.
    about : About
        What the file says of itself, in the formats that can: not in csv and json.

    Raises
    ------
    BadInput
        For another format, and for what a format cannot hold.
    MissingExtra
        For ``dta`` without pandas, ``sav`` without pyreadstat, ``xlsx`` without xlsxwriter.
    """
    one_of(kind, FORMATS, "format")
    handle.write(_WRITERS[kind](frame, about))


def _parquet(frame: pl.DataFrame, about: About) -> bytes:
    buffer = BytesIO()  # into a pipe it would hide its errors
    frame.write_parquet(buffer, metadata=about.as_metadata() or None)
    return buffer.getvalue()


def _csv(frame: pl.DataFrame, about: About) -> bytes:
    import polars as pl

    try:
        # An empty line would be no row for most readers.
        empty = '""' if frame.width == 1 else None
        return shortest(frame).write_csv(null_value=empty).encode()
    except pl.exceptions.PolarsError as error:
        raise BadInput(
            f"This result cannot be written as csv ({error}); use json or parquet."
        ) from None


_WRITERS: Mapping[str, Callable[[pl.DataFrame, About], bytes]] = {
    "csv": _csv,
    "parquet": _parquet,
    "dta": dta,
    "json": lambda frame, about: json_rows(shortest(frame)),
    "xlsx": xlsx,
    "sav": sav,
}
FORMATS = tuple(_WRITERS)


def file_kind(path: str, kind: str | None = None) -> str:
    """Return the format of a file: as asked, or by its ending.

    Raises
    ------
    BadInput
        When the ending names no format.
    """
    return kind or one_of(Path(path).suffix.lstrip(".").lower(), FORMATS, "file ending")


def write(frame: pl.DataFrame, path: str, kind: str | None = None, about: About = NOTHING) -> None:
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
        dump(frame, handle, chosen, about)


def frame(columns: Mapping[str, Sequence[Any]]) -> pl.DataFrame:
    """Return columns of equal length as a Polars frame; None is null."""
    import polars as pl

    return pl.DataFrame({name: list(values) for name, values in columns.items()}, strict=False)
