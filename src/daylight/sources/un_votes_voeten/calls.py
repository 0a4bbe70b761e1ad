"""The roll calls of the deposit: dates, symbols, what was voted on, issue codes."""

from __future__ import annotations

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog

CODES = ("me", "nu", "di", "hr", "co", "ec")
FLAGS = ("amend", "para", "importantvote")
EXACT_SESSION = 58
"""First session whose roll calls all carry a day of the month."""
EXACT_ITEM = 5640
"""Roll calls added later under these numbers carry a day of the month from session 52 on."""
ADDED_FROM = 52
COPIED_SESSIONS = (74, 75)
"""Sessions where `co` and `ec` repeat `di` in every row and so say nothing."""
TITLE = 200


def calls(raw: pl.DataFrame, log: IssueLog) -> pl.DataFrame:
    """Return one row per roll call, in the columns that both vote sources share.

    Parameters
    ----------
    raw : polars.DataFrame
        The roll calls as delivered.
    log : IssueLog
        Receives what was set aside.

    Raises
    ------
    SourceChanged
        When dates or issue codes no longer have the fault that is set aside here.
    """
    symbol = _symbol(pl.col("unres"))
    table = raw.with_columns(
        symbol.alias("symbol"),
        _title().alias("title"),
        *[pl.col(c).eq(1).alias(c) for c in CODES],
    )
    table = _dates(table, log)
    table = _copied(table, log)
    blank = table.select(pl.col("symbol").is_null().sum()).item()
    log.note("roll calls without a symbol", blank)
    return (
        _final(table, log)
        .select(
            pl.col("rcid").cast(pl.Int32).alias("item"),
            pl.col("year").cast(pl.Int16),
            pl.col("session").cast(pl.Int16),
            "date",
            "symbol",
            "title",
            "final",
            *CODES,
            pl.col("importantvote").eq(1).alias("important"),
        )
        .sort("item")
    )


def _symbol(column: pl.Expr) -> pl.Expr:
    """Spell lettered parts as the UN does (75/254[A] becomes 75/254 A); blank is unknown."""
    text = column.str.strip_chars().str.replace(r"^(A/RES/.*\d)\[([A-Z])\]$", "$1 $2")
    text = text.str.replace(r"^(A/RES/.*\d)([A-Z]-[A-Z])$", "$1 $2")
    return pl.when(text == "").then(None).otherwise(text)


def _title() -> pl.Expr:
    short = pl.col("short").str.strip_chars()
    text = pl.when(short.is_in(["", "NA"])).then(pl.col("descr")).otherwise(short)
    plain = text.str.replace(r"\s*:\s*resolution\s*/.*$", "").str.strip_chars()
    cut = plain.str.slice(0, TITLE)
    return pl.when(plain.str.len_chars() > TITLE).then(cut + "…").otherwise(plain)


def _dates(table: pl.DataFrame, log: IssueLog) -> pl.DataFrame:
    added = (pl.col("rcid") >= EXACT_ITEM) & (pl.col("session") >= ADDED_FROM)
    exact = (pl.col("session") >= EXACT_SESSION) | added
    vague = table.filter(~exact)
    late = vague.filter(pl.col("date").dt.day() > 7)
    if len(late):
        raise SourceChanged(
            f"{log.source}: roll call {late['rcid'][0]} of session {late['session'][0]} has day "
            f"{late['date'][0].day}; before session {EXACT_SESSION} days ran from 1 to 7 only. "
            f"The dates may have been mended: move EXACT_SESSION in calls.py."
        )
    log.note("dates dropped: their day runs from 1 to 7 and is not a day of the month", len(vague))
    out = table.with_columns(pl.when(exact).then(pl.col("date").dt.date()).alias("date"))
    moved = out.filter(pl.col("date").dt.year() != pl.col("year"))
    if len(moved):
        which = ", ".join(moved["symbol"].fill_null("without symbol").sort().to_list())
        log.note(f"year taken from the date, which says otherwise: {which}", len(moved))
    return out.with_columns(pl.coalesce(pl.col("date").dt.year(), pl.col("year")).alias("year"))


def _copied(table: pl.DataFrame, log: IssueLog) -> pl.DataFrame:
    here = pl.col("session").is_in(COPIED_SESSIONS)
    rows = table.filter(here)
    if rows.is_empty():
        return table
    if not rows.select(
        ((pl.col("co") == pl.col("di")) & (pl.col("ec") == pl.col("di"))).all()
    ).item():
        raise SourceChanged(
            f"{log.source}: in sessions 74-75 co and ec no longer repeat di in every row; the "
            f"codes may have been mended. Check them and drop COPIED_SESSIONS in calls.py."
        )
    log.warn("sessions 74-75: co and ec repeat di in every row; both are set to unknown", len(rows))
    return table.with_columns(
        *[pl.when(here).then(None).otherwise(pl.col(c)).alias(c) for c in ("co", "ec")]
    )


def _final(table: pl.DataFrame, log: IssueLog) -> pl.DataFrame:
    """Mark votes that adopted a text as a whole.

    Where the flags are empty (most of sessions 40-74) a roll call counts as the one on the
    whole only if it is the sole unflagged one under its resolution number.
    """
    part = pl.any_horizontal(pl.col("amend", "para").fill_null(0) == 1)
    whole = ~part
    lost = pl.col("yes") <= pl.col("no").fill_null(0)
    flagged = pl.col("amend").is_not_null() & pl.col("para").is_not_null()
    sole = pl.col("symbol").is_not_null() & (whole.sum().over("symbol") == 1)
    out = table.with_columns(
        pl.when(part | lost)
        .then(False)
        .when((flagged | sole) & lost.is_not_null())
        .then(True)
        .alias("final")
    )
    unknown = out.select(pl.col("final").is_null().sum()).item()
    log.note("roll calls of which it is not known whether they were on the whole text", unknown)
    doubles = out.filter(whole & pl.col("symbol").is_not_null()).filter(pl.len().over("symbol") > 1)
    log.warn(
        "unflagged roll calls that share their symbol with another; both are kept", len(doubles)
    )
    return out
