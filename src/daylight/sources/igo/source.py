"""From the state-year file of COW IGO 3.0 to the status of each state in each organisation."""

from __future__ import annotations

import io
from collections.abc import Mapping

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.core.states import members
from daylight.sources.kit.issues import IssueLog

YEARS, LIST = "igo_state_year_long.parquet", "igo_list.parquet"
UNKNOWN, NONE, FULL, ASSOCIATE, OBSERVER = -9, 0, 1, 2, 3
UNCODED = ((260, 1990), (265, 1990), (678, 1990), (680, 1990))
"""The state-years of the system, 1816 to 2014, that the producer's file does not have."""
UNCODED_REASON = "the source codes this year under the state that followed"


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return the status of states in organisations, and the state-years that are not coded.

    Parameters
    ----------
    files : mapping of str to bytes
        ``igo_state_year_long.parquet`` and ``igo_list.parquet``.
    log : IssueLog
        Receives how many member lists are not known.

    Returns
    -------
    dict of str to DataFrame
        ``members``: igo (the producer's short name), cow, year, status (1 full, 2 associate,
        3 observer, 0 none, -9 not known), for every state that is ever a full member of the
        organisation and every year with a list of its members; ``holes``: cow, partner
        (null: every partner), start, end, reason.

    Raises
    ------
    SourceChanged
        For an unknown status or organisation, a state outside the system, two rows for one
        state, organisation and year, or a row where the source is known to have none.
    """
    names = _names(pl.read_parquet(io.BytesIO(files[LIST])), log)
    raw = pl.read_parquet(io.BytesIO(files[YEARS])).select(
        pl.col("ioname").alias("key"),
        pl.col("ccode").cast(pl.Int16).alias("cow"),
        pl.col("year").cast(pl.Int16),
        pl.col("status").cast(pl.Int8),
    )
    _check_status(raw, log)
    lost = sorted(set(raw["key"]) - set(names["key"]))
    if lost:
        raise SourceChanged(f"{log.source}: organisation {lost[0]!r} is not in {LIST}; add it.")
    rows = raw.join(names, on="key").drop("key")
    last = rows.select(pl.col("year").max()).item() or 1816
    system = pl.DataFrame(
        [(cow, year) for year in range(1816, last + 1) for cow in members(year)],
        {"cow": pl.Int16, "year": pl.Int16},
        orient="row",
    )
    _check_states(rows, system, log)
    return {"members": _grid(rows, system, log), "holes": _holes()}


def _names(table: pl.DataFrame, log: IssueLog) -> pl.DataFrame:
    """Return key (the column name in the yearly file) and igo (as the producer writes it)."""
    names = table.select(pl.col("ioname").str.to_lowercase().alias("key"), igo="ioname")
    double = names.filter(pl.col("key").is_duplicated())
    if len(double):
        raise SourceChanged(f"{log.source}: {double['key'][0]!r} is in {LIST} twice.")
    return names


def _check_status(raw: pl.DataFrame, log: IssueLog) -> None:
    known = (UNKNOWN, FULL, ASSOCIATE, OBSERVER)
    for value in sorted(set(raw["status"]) - set(known), key=str):
        raise SourceChanged(
            f"{log.source}: status {value} is not one of {known}; map it in source.py."
        )


def _check_states(rows: pl.DataFrame, system: pl.DataFrame, log: IssueLog) -> None:
    double = rows.filter(pl.struct("igo", "cow", "year").is_duplicated())
    if len(double):
        igo, cow, year = double.select("igo", "cow", "year").row(0)
        raise SourceChanged(f"{log.source}: {igo} has two rows for state {cow} in {year}.")
    strange = rows.join(system, on=["cow", "year"], how="anti")
    if len(strange):
        raise SourceChanged(
            f"{log.source}: state {strange['cow'][0]} has a row in {strange['year'][0]}, when it "
            f"was not in the COW system; check the code, or the registry."
        )
    coded = set(rows.select("cow", "year").unique().iter_rows()) & set(UNCODED)
    if coded:
        raise SourceChanged(
            f"{log.source}: state {min(coded)[0]} has rows in {min(coded)[1]} now; take it out of "
            f"UNCODED in source.py."
        )


def _grid(rows: pl.DataFrame, system: pl.DataFrame, log: IssueLog) -> pl.DataFrame:
    """Fill in no membership, which the file leaves out, for states that are members at times.

    An organisation's year counts as listed when it has a full member. In all other years that
    the file has, every state's status is unknown.
    """
    full = rows.filter(pl.col("status") == FULL)
    listed = full.select("igo", "year").unique()
    blank = rows.join(listed, on=["igo", "year"], how="anti").select("igo", "year").unique()
    log.warn("organisation-years without a known list of members, which count for none", len(blank))
    grid = full.select("igo", "cow").unique().join(listed, on="igo")
    coded = grid.join(system, on=["cow", "year"]).join(
        pl.DataFrame(UNCODED, {"cow": pl.Int16, "year": pl.Int16}, orient="row"),
        on=["cow", "year"],
        how="anti",
    )
    filled = coded.join(rows, on=["igo", "cow", "year"], how="left")
    return filled.select("igo", "cow", "year", pl.col("status").fill_null(NONE)).sort(
        "igo", "cow", "year"
    )


def _holes() -> pl.DataFrame:
    kinds = {"cow": pl.Int16, "start": pl.Int16}
    return pl.DataFrame(UNCODED, kinds, orient="row").select(
        "cow",
        pl.lit(None, pl.Int16).alias("partner"),
        "start",
        pl.col("start").alias("end"),
        pl.lit(UNCODED_REASON).alias("reason"),
    )
