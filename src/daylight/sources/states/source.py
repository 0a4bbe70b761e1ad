"""From the membership lists of COW and Gleditsch and Ward to spells and a concordance."""

from __future__ import annotations

import io
from collections.abc import Mapping

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog

VERSION = "2016"
LAST_DAY = pl.date(2016, 12, 31)
"""End of COW's version 2016: a state that was a member then has no end."""

_SPELL_COLUMNS = (
    "stateabb", "ccode", "statenme", "styear", "stmonth", "stday",
    "endyear", "endmonth", "endday", "version",
)  # fmt: skip


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return COW membership spells, Gleditsch-Ward spells, and a yearly concordance.

    Parameters
    ----------
    files : mapping of str to bytes
        ``states2016.csv``, ``system2016.csv``, ``cw_gw_panel.parquet``,
        ``gw_system.parquet``.
    log : IssueLog
        Receives what was dropped.

    Returns
    -------
    dict of str to DataFrame
        ``spells``: cow, abbr, name, start, end; ``gw_spells``: gw, abbr, name, microstate,
        start, end; ``concordance``: cow, year, gw, with null where there is none. An end of
        null means still a member when the list ends.

    Raises
    ------
    SourceChanged
        When columns are missing, the release is another one, or the spells and the yearly
        list of COW disagree.
    """
    spells = _spells(_csv(files["states2016.csv"], "states2016.csv", _SPELL_COLUMNS))
    yearly = _csv(files["system2016.csv"], "system2016.csv", ("ccode", "year", "version"))
    _check_years(spells, yearly.select(cow=pl.col("ccode"), year=pl.col("year")))
    return {
        "spells": spells,
        "gw_spells": _gw_spells(files["gw_system.parquet"]),
        "concordance": _concordance(files["cw_gw_panel.parquet"], log),
    }


def _csv(content: bytes, file: str, columns: tuple[str, ...]) -> pl.DataFrame:
    raw = pl.read_csv(io.StringIO(content.decode("utf-8")), infer_schema=False)
    _present(raw, file, columns)
    other = raw.filter(pl.col("version") != VERSION)
    if len(other):
        raise SourceChanged(f"states: {file} is of version {other['version'][0]}, not {VERSION}.")
    texts = ("stateabb", "statenme", "version")
    return raw.select(
        pl.col(name) if name in texts else pl.col(name).cast(pl.Int16) for name in columns
    )


def _spells(raw: pl.DataFrame) -> pl.DataFrame:
    end = pl.date("endyear", "endmonth", "endday")
    return raw.select(
        pl.col("ccode").alias("cow"),
        pl.col("stateabb").alias("abbr"),
        pl.col("statenme").alias("name"),
        pl.date("styear", "stmonth", "stday").alias("start"),
        pl.when(end < LAST_DAY).then(end).alias("end"),
    ).sort("cow", "start")


def _check_years(spells: pl.DataFrame, yearly: pl.DataFrame) -> None:
    last = pl.col("end").dt.year().fill_null(int(VERSION)).cast(pl.Int16)
    first = pl.col("start").dt.year().cast(pl.Int16)
    years = pl.int_ranges(first, last + 1, dtype=pl.Int16).alias("year")
    ours = spells.select("cow", years).explode("year").unique()
    for left, right, file in (
        (ours, yearly, "system2016.csv"),
        (yearly, ours, "states2016.csv"),
    ):
        lost = left.join(right, on=["cow", "year"], how="anti").sort("cow", "year")
        if len(lost):
            raise SourceChanged(
                f"states: state {lost['cow'][0]} in {lost['year'][0]} is missing in {file} "
                f"({len(lost)} state-years); the two lists of COW must agree."
            )


def _gw_spells(content: bytes) -> pl.DataFrame:
    raw = pl.read_parquet(io.BytesIO(content))
    _present(raw, "gw_system.parquet", ("gwcode", "gw_abb", "gw_name", "microstate"))
    last = raw["end"].max()
    return raw.select(
        pl.col("gwcode").cast(pl.Int16).alias("gw"),
        pl.col("gw_abb").alias("abbr"),
        pl.col("gw_name").alias("name"),
        (pl.col("microstate") == 1).alias("microstate"),
        pl.col("start").cast(pl.Date),
        pl.when(pl.col("end") < last).then(pl.col("end")).cast(pl.Date).alias("end"),
    ).sort("gw", "start")


def _concordance(content: bytes, log: IssueLog) -> pl.DataFrame:
    raw = pl.read_parquet(io.BytesIO(content))
    _present(raw, "cw_gw_panel.parquet", ("ccode", "gwcode", "year"))
    outside = raw.filter(pl.col("ccode").is_null())
    log.note("state-years of Gleditsch and Ward without a COW number, dropped", len(outside))
    return (
        raw.filter(pl.col("ccode").is_not_null())
        .select(
            pl.col("ccode").cast(pl.Int16).alias("cow"),
            pl.col("year").cast(pl.Int16),
            pl.col("gwcode").cast(pl.Int16).alias("gw"),
        )
        .sort("cow", "year")
    )


def _present(table: pl.DataFrame, file: str, columns: tuple[str, ...]) -> None:
    gone = [name for name in columns if name not in table.columns]
    if gone:
        raise SourceChanged(f"states: {file} lacks the columns {', '.join(gone)}.")
