"""Read the Stata file of nuclear cooperation agreements with pandas, which few builds need."""

from __future__ import annotations

from io import BytesIO

import polars as pl

from daylight.core.errors import MissingExtra, SourceChanged

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
        When a column is missing, or a number is not whole.
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingExtra(
            f"nuclear_cooperation: {file} is a Stata file, which pandas reads ({error}); "
            f"install it with the extra `frames`: pip install '.[frames]' in a clone."
        ) from None
    found = pd.read_stata(BytesIO(content), convert_categoricals=False)
    gone = [name for name in TYPES if name not in found.columns]
    if gone:
        raise SourceChanged(f"nuclear_cooperation: {file} lacks the columns {', '.join(gone)}.")
    columns = {name: found[name].tolist() for name in TYPES}
    for name, kind in TYPES.items():
        if kind != pl.String and any(number != int(number) for number in columns[name]):
            raise SourceChanged(f"nuclear_cooperation: {name} of {file} has fractions.")
    return pl.DataFrame(
        {
            name: pl.Series([v if kind == pl.String else int(v) for v in columns[name]], dtype=kind)
            for name, kind in TYPES.items()
        }
    )
