"""Read the Stata file of nuclear cooperation agreements with pandas, which few builds need."""

from __future__ import annotations

from io import BytesIO

import polars as pl

from daylight.core.errors import MissingExtra, SourceChanged
from daylight.sources.kit.columns import wrong_column

TYPES = {
    "ccode1": pl.Int16,
    "ccode2": pl.Int16,
    "country1": pl.String,
    "country2": pl.String,
    "year": pl.Int16,
    "nca": pl.Int16,
    "nca_type": pl.Int16,
}


def read_agreements(content: bytes, file: str) -> pl.DataFrame:
    """Return the seven columns of the file, one row for each agreement and direction.

    Raises
    ------
    MissingExtra
        Without pandas: ``pip install 'daylight-ir[frames]'``.
    SourceChanged
        When a column is missing, the file is damaged, or a number is not whole.
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingExtra(
            f"nuclear_cooperation: {file} is a Stata file, which pandas reads ({error}); "
            f"install it with the extra `frames`: pip install '.[frames]' in a clone."
        ) from None
    try:
        found = pd.read_stata(BytesIO(content), convert_categoricals=False)
    except MemoryError:
        raise
    except Exception as error:  # pandas raises whatever a damaged file makes it meet
        first = next(iter(str(error).splitlines()), type(error).__name__)
        raise SourceChanged(
            f"nuclear_cooperation: {file} cannot be read as a Stata file ({first})."
        ) from None
    gone = [name for name in TYPES if name not in found.columns]
    if gone:
        raise SourceChanged(f"nuclear_cooperation: {file} lacks the columns {', '.join(gone)}.")
    table = pl.DataFrame([pl.Series(name, found[name].tolist(), strict=False) for name in TYPES])
    for name, kind in TYPES.items():
        wrong = wrong_column("text" if kind == pl.String else "int16", table[name])
        if wrong:
            row, what = wrong
            raise SourceChanged(
                f"nuclear_cooperation: {file}, row {row:,}, column {name!r}, {what}."
            )
    return table.cast(TYPES)  # type: ignore[arg-type]
