"""From the list of places of GeoDist to capitals, official languages and colonial ties."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.labels import cow_numbers

FILE = "geo_cepii.parquet"
ADDED = "added.csv"
"""Capitals of states that the file lacks, to a tenth of a degree."""
CAPITAL = 1
NOTHING = "."
OLD_CODES = {"ROM": 360, "TMP": 860, "YUG": 345, "ZAR": 490}
"""Codes that ISO 3166 no longer has, or gives to another place."""
NO_STATE = (
    "ABW", "AIA", "ANT", "ATF", "BMU", "CCK", "COK", "CXR", "CYM", "ESH", "FLK", "FRO", "GIB",
    "GLP", "GRL", "GUF", "HKG", "MAC", "MNP", "MSR", "MTQ", "NCL", "NFK", "NIU", "PAL", "PCN",
    "PRI", "PYF", "REU", "SHN", "SPM", "TCA", "TKL", "VGB", "WLF",
)  # fmt: skip
LANGUAGES = tuple(f"langoff_{k}" for k in (1, 2, 3))
COLONISERS = tuple(f"colonizer{k}" for k in (1, 2, 3, 4))


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return the tables `capitals`, `languages` and `colonies`.

    Returns
    -------
    dict of str to DataFrame
        `capitals`: cow, city, lat, lon in degrees. `languages`: cow, language, the official ones.
        `colonies`: cow, coloniser (COW numbers).

    Raises
    ------
    SourceChanged
        For an unknown code, a place off the globe, or two capitals of one state.
    """
    raw = pl.read_parquet(BytesIO(files[FILE])).filter(pl.col("cap") == CAPITAL)
    codes = raw["iso3"].to_list()
    numbers = cow_numbers("geodist", codes, mapped=OLD_CODES, no_state=NO_STATE, iso3=True)
    cows = pl.col("iso3").replace_strict(numbers, default=None, return_dtype=pl.Int16)
    named = raw.with_columns(cow=cows)
    rows = named.drop_nulls("cow")
    log.note("Places that are no member of the state system left out", len(raw) - len(rows))
    powers = _long(rows, COLONISERS, "code")
    whose = cow_numbers("geodist", powers["code"].to_list(), mapped=OLD_CODES, iso3=True)
    number = pl.col("code").replace_strict(whose, return_dtype=pl.Int16)
    more = _added(files[ADDED])
    capitals = pl.concat(
        [rows.select("cow", "lat", "lon", city="city_en"), more.select("cow", "lat", "lon", "city")]
    )
    _check(capitals)
    return {
        "capitals": capitals.select("cow", "city", "lat", "lon").sort("cow"),
        "languages": _joined(_long(rows, LANGUAGES, "language"), more, "languages"),
        "colonies": _joined(powers.select("cow", coloniser=number), more, "colonisers"),
    }


def _long(rows: pl.DataFrame, columns: tuple[str, ...], name: str) -> pl.DataFrame:
    """Return cow and every value that the columns hold, one a row."""
    long = rows.select("cow", pl.concat_list(columns).alias(name)).explode(name)
    return long.filter(pl.col(name) != NOTHING).unique()


def _added(content: bytes) -> pl.DataFrame:
    return pl.read_csv(
        BytesIO(content),
        schema_overrides={"cow": pl.Int16, "lat": pl.Float64, "lon": pl.Float64,
                          "languages": pl.String, "colonisers": pl.String},
    )  # fmt: skip


def _joined(rows: pl.DataFrame, more: pl.DataFrame, column: str) -> pl.DataFrame:
    """Add what our own table lists in a column, between semicolons."""
    name, dtype = rows.columns[1], rows.dtypes[1]
    lists = more.select("cow", pl.col(column).str.split(";").alias(name)).drop_nulls()
    ours = lists.explode(name).with_columns(pl.col(name).cast(dtype))
    return pl.concat([rows, ours]).sort("cow", name)


def _check(capitals: pl.DataFrame) -> None:
    off = capitals.filter(~(pl.col("lat").abs() <= 90) | ~(pl.col("lon").abs() <= 180))
    twice = capitals.filter(pl.col("cow").is_duplicated())
    for bad, what in ((off, "does not lie on the globe"), (twice, "is one of two capitals")):
        if len(bad):
            cow, lat, lon, city = bad.row(0)
            raise SourceChanged(
                f"geodist: {city} ({cow}), at {lat}, {lon}, {what}; correct it in "
                f"sources/geodist/{ADDED}, or check the release."
            )
