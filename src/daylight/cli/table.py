"""A table of a user's, read as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl


def read_table(file: str) -> pl.DataFrame:
    """Return a file of comma-separated values, all as text.

    Raises
    ------
    BadInput
        When it is no file, or no table.
    BadEncoding
        When it is not UTF-8.
    """
    from io import BytesIO

    import polars as pl

    from daylight.core.errors import BadEncoding, BadInput
    from daylight.store.given import kind, named

    path = named(file, "FILE")
    if kind(path) != "a file":
        raise BadInput(f"{file} is {kind(path) or 'not there'}; name a table with commas (csv).")
    try:
        content = path.read_bytes()
        content.decode("utf-8")
        return pl.read_csv(BytesIO(content), infer_schema=False)
    except OSError as error:
        raise BadInput(f"{file} cannot be read ({error.strerror}); name another.") from None
    except UnicodeDecodeError:
        raise BadEncoding(f"{file} is not UTF-8; save the file as UTF-8.") from None
    except pl.exceptions.PolarsError as error:
        raise BadInput(f"{file} is no table with commas: {str(error).splitlines()[0]}.") from None


def column_of(table: pl.DataFrame, name: str, file: str) -> list[str | None]:
    """Return a column of a user's table.

    Raises
    ------
    BadInput
        When it has no such column; the message lists those that it has.
    """
    from daylight.core.errors import BadInput

    if name not in table.columns:
        raise BadInput(f"{file} has no column {name!r}; it has: {listed(table)}.")
    return table[name].to_list()


def listed(table: pl.DataFrame) -> str:
    """Return the columns of a table as a message lists them."""
    return ", ".join(table.columns[:20]) + (" ..." if len(table.columns) > 20 else "")
