"""Read files of ICEWS events: tab-separated text, alone or packed, in any of the yearly layouts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NoReturn

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.core.limits import COLUMNS
from daylight.core.visible import quoted
from daylight.sources.kit.packed import CannotUnpack, gunzip, members
from daylight.sources.kit.text import text_only

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
        parts = [_table(part, text) for part, text in _texts(name, content)]
    except CannotUnpack as error:
        _stop(name, f"is damaged ({error}); download it again")
    if not parts:
        _stop(name, "holds no table of events; leave it out")
    return pl.concat(parts)


def _texts(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the tables in a file, with the name by which errors call them."""
    lower = name.lower()
    if lower.endswith(".gz"):
        yield name, gunzip(content)
    elif lower.endswith(".zip"):
        for member, text in members(content, _is_table):
            yield f"{name}/{member}", text
    else:
        yield name, content


def _is_table(member: str) -> bool:
    return member.lower().endswith(TEXT) and not member.startswith("__MACOSX")


def _table(name: str, text: bytes) -> pl.DataFrame:
    text_only("icews", name, text)
    head = text.split(b"\n", 1)[0].decode("utf-8-sig", "replace").rstrip("\r").split("\t")
    given = {column.strip(' "').lower().replace("_", " "): column for column in head}
    gone = [column for column in HEADS if column not in given]
    if gone:
        _stop(name, f"has no column {gone[0]!r}; give files of ICEWS events as they come")
    if len(head) > COLUMNS:
        _stop(name, f"has {len(head):,} columns, at most {COLUMNS:,} are read")
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
        line = _line(days.is_null())
        _stop(name, f"{line} has {quoted(bad[0])} for a day ({len(bad)} rows)")
    return days


def _root(name: str, codes: pl.Series) -> pl.Series:
    """Return the root of codes, which are text: 010 and 10 differ."""
    roots = codes.str.extract(r"^(\d\d)\d\d?$").cast(pl.Int8)
    odd = ~roots.is_between(ROOTS[0], ROOTS[-1]).fill_null(False)
    bad = codes.filter(odd)
    if len(bad):
        _stop(
            name,
            f"{_line(odd)} has {quoted(bad[0])} for a CAMEO code ({len(bad)} rows); were zeros at "
            f"the left cut",
        )
    return roots.alias("root")


def _line(rows: pl.Series) -> str:
    """Return where the first of some rows stands; the header is the first line."""
    return f"in line {int(rows.arg_max() or 0) + 2}"


def _country(column: str) -> pl.Expr:
    return pl.when(~pl.col(column).is_in(NOWHERE)).then(pl.col(column)).alias(column)


def _stop(name: str, what: str) -> NoReturn:
    raise SourceChanged(
        f"icews: {name} {what}. Keep files as they come, or mend sources/icews/read.py for a new "
        f"layout."
    )
