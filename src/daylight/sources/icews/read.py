"""Read files of ICEWS events: tab-separated text, alone or packed, in any of the yearly layouts."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import NoReturn

import polars as pl

from daylight.core.errors import SourceChanged

TEXT = (".tab", ".tsv", ".txt")
PACKED = (".gz", ".zip")
HEADS = {
    "event date": "day",
    "source country": "source",
    "target country": "target",
    "cameo code": "code",
}
"""What is read of the 20 columns. An event ID is no key: 145,312 stand for two events each."""
ROOTS = range(1, 21)
"""Root codes of CAMEO, the first two digits of a code."""
NOWHERE = ("", "NA")
"""No country: actors such as the United Nations. NA is how R writes it."""
DAYS = ("%Y-%m-%d", "%m/%d/%Y")
"""One of the yearly files of 2017 writes 12/1/2017, month first."""


def event_files(names: Iterable[str]) -> list[str]:
    """Return which names are those of files of events, in alphabetical order."""
    return sorted(name for name in names if name.lower().endswith((*TEXT, *PACKED)))


def read_events(name: str, content: bytes) -> pl.DataFrame:
    """Return every event of one file.

    Returns
    -------
    DataFrame
        day, root (of the CAMEO code), source and target (names of countries; null for an
        actor of no country).

    Raises
    ------
    SourceChanged
        When the file is damaged, lacks a column, or has a day or code that cannot be read.
    """
    try:
        parts = [_table(name, text) for text in _texts(name, content)]
    except (zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, EOFError) as error:
        _stop(name, f"is damaged ({error}); download it again")
    if not parts:
        _stop(name, "holds no table of events; leave it out")
    return pl.concat(parts)


def _texts(name: str, content: bytes) -> Iterator[bytes]:
    lower = name.lower()
    if lower.endswith(".gz"):
        yield gzip.decompress(content)
    elif lower.endswith(".zip"):
        with zipfile.ZipFile(BytesIO(content)) as packed:
            for member in packed.namelist():
                if member.lower().endswith(TEXT) and not member.startswith("__MACOSX"):
                    yield packed.read(member)
    else:
        yield content


def _table(name: str, text: bytes) -> pl.DataFrame:
    head = text.split(b"\n", 1)[0].decode("utf-8-sig", "replace").rstrip("\r").split("\t")
    given = {column.strip(' "').lower().replace("_", " "): column for column in head}
    gone = [column for column in HEADS if column not in given]
    if gone:
        _stop(name, f"has no column {gone[0]!r}; give files of ICEWS events as they come")
    raw = pl.read_csv(
        text,
        separator="\t",
        quote_char=None,
        infer_schema=False,
        columns=[given[column] for column in HEADS],
        encoding="utf8-lossy",
    ).rename({given[column]: new for column, new in HEADS.items()})
    rows = raw.with_columns(pl.all().str.strip_chars(' "\r'))
    return rows.select(
        _day(name, rows["day"]), _root(name, rows["code"]), *map(_country, ("source", "target"))
    )


def _day(name: str, texts: pl.Series) -> pl.Series:
    days = pl.select(
        day=pl.coalesce(texts.str.to_date(form, strict=False) for form in DAYS)
    ).to_series()
    bad = texts.filter(days.is_null())
    if len(bad):
        _stop(name, f"has {bad[0]!r} for a day ({len(bad)} rows)")
    return days


def _root(name: str, codes: pl.Series) -> pl.Series:
    """Return the root of codes, which are text: 010 and 10 differ."""
    roots = codes.str.extract(r"^(\d\d)\d\d?$").cast(pl.Int8)
    bad = codes.filter(~roots.is_between(ROOTS[0], ROOTS[-1]).fill_null(False))
    if len(bad):
        _stop(
            name, f"has {bad[0]!r} for a CAMEO code ({len(bad)} rows); were zeros at the left cut"
        )
    return roots.alias("root")


def _country(column: str) -> pl.Expr:
    return pl.when(~pl.col(column).is_in(NOWHERE)).then(pl.col(column)).alias(column)


def _stop(name: str, what: str) -> NoReturn:
    raise SourceChanged(
        f"icews: {name} {what}. Keep files as they come, or mend sources/icews/read.py for a new "
        f"layout."
    )
