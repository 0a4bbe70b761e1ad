"""From the list of defence cooperation agreements to one checked row for each agreement."""

from __future__ import annotations

import io
from collections.abc import Mapping

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.core.states import all_states
from daylight.sources.kit.issues import IssueLog

FILE = "DCAD-v1.0-main.csv"
NAMES = "names.csv"
FIRST, LAST = 1980, 2010
KINDS = ("general", "sector")
_NAMES = (
    "DCAid",
    "ccode1",
    "cowName1",
    "ccode2",
    "cowName2",
    "signYear",
    "endYearEstimate",
    "type",
)


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return bilateral defence cooperation agreements with their first and last year.

    Parameters
    ----------
    files : mapping of str to bytes
        ``DCAD-v1.0-main.csv`` and, from this folder, ``names.csv``: pairs of code and name
        in the file that differ from COW's.
    log : IssueLog
        Receives agreements of a state with itself, which are dropped.

    Returns
    -------
    dict of str to DataFrame
        ``agreements``: agreement, a, b, kind (general or sector), start (year of signature),
        end (last year in force, estimated by the producer, 2010 at most).

    Raises
    ------
    SourceChanged
        On a missing column, a code that does not fit its name, an unknown kind, or years
        outside 1980 to 2010 or in the wrong order.
    """
    raw = pl.read_csv(io.BytesIO(files[FILE]), infer_schema=False)
    gone = [name for name in _NAMES if name not in raw.columns]
    if gone:
        raise SourceChanged(f"dcad: {FILE} lacks the columns {', '.join(gone)}.")
    numbers = _numbers(pl.read_csv(io.BytesIO(files[NAMES])))
    table = raw.select(
        pl.col("DCAid").alias("agreement"),
        *(_number(raw, k, numbers).alias(side) for k, side in ((1, "a"), (2, "b"))),
        pl.col("type").alias("kind"),
        pl.col("signYear").cast(pl.Int16).alias("start"),
        pl.col("endYearEstimate").cast(pl.Int16).alias("end"),
    )
    _check(table)
    own = table.filter(pl.col("a") == pl.col("b"))
    log.note(f"agreements of a state with itself, dropped: {', '.join(own['agreement'])}", len(own))
    pair = pl.min_horizontal("a", "b").alias("a"), pl.max_horizontal("a", "b").alias("b")
    kept = table.filter(pl.col("a") != pl.col("b")).with_columns(*pair)
    return {"agreements": kept.sort("agreement")}


def _numbers(exceptions: pl.DataFrame) -> dict[tuple[int, str], int]:
    """Return the COW number for each code and abbreviation that belong together."""
    usual = {(state.cow, state.abbr): state.cow for state in all_states()}
    rows = exceptions.select("code", "name", "cow").iter_rows()
    return usual | {(code, name): cow for code, name, cow in rows}


def _number(raw: pl.DataFrame, k: int, numbers: Mapping[tuple[int, str], int]) -> pl.Series:
    pairs = raw.select(
        pl.col(f"ccode{k}").cast(pl.Int64), pl.col(f"cowName{k}").str.strip_chars()
    ).rows()
    strange = [pair for pair in pairs if pair not in numbers]
    if strange:
        code, name = strange[0]
        raise SourceChanged(
            f"dcad: code {code} does not fit the name {name}; say which state is meant in "
            f"sources/dcad/{NAMES}."
        )
    return pl.Series([numbers[pair] for pair in pairs], dtype=pl.Int16)


def _check(table: pl.DataFrame) -> None:
    ordered = pl.col("start").is_between(FIRST, "end") & (pl.col("end") <= LAST)
    wrong = {
        f"is neither {' nor '.join(KINDS)}": ~pl.col("kind").is_in(KINDS),
        f"does not run forward between {FIRST} and {LAST}": ~ordered,
    }
    for what, rule in wrong.items():
        bad = table.filter(rule.fill_null(True))
        if len(bad):
            raise SourceChanged(
                f"dcad: agreement {bad['agreement'][0]} {what} ({len(bad)} rows); map it in "
                f"sources/dcad/source.py, or check the release."
            )
