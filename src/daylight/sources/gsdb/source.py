"""Shape GSDB: one row for each case, sender and target, with the kinds of sanction."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import polars as pl

from daylight.core.errors import SourceChanged
from daylight.core.lookup import resolve
from daylight.sources.gsdb.labels import (
    MAPPED,
    NO_STATE,
    ORGANISATIONS,
    UNITED_NATIONS,
    UNKNOWN_MEMBERS,
    WITH_COMMA,
)
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.labels import cow_numbers

FILE, GROUPS = "GSDB_V4.csv", "groups.csv"
LEVELS = {"part": 1, "compl": 2}
"""How much of the trade of one direction a case bans; 0 is none of it."""
DIRECTIONS = {"exports": "exp", "imports": "imp"}
KINDS = ("trade", "arms", "military", "financial", "travel", "other")
SIDES = {"sanctioning_state": "sender", "sanctioned_state": "target"}
SOUTH_VIETNAM, UNITED = "South Vietnam", 1976
"""GSDB writes so, as late as 2022, where it means the united state."""
LEFT_OUT = (*NO_STATE, *UNKNOWN_MEMBERS, UNITED_NATIONS)


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return the tables `cases` and `groups`.

    Returns
    -------
    dict of str to DataFrame
        ``cases``: case, sender, target (labels), sender_cow, target_cow (COW number of the
        newest state that is meant, null for an organisation), sender_group, target_group
        (organisation, null for a state), begin, end, 0 or 1 for each kind, and exports,
        imports: how much of what the sender sells to the target and buys from it is banned (0
        none, 1 a part, 2 all). ``groups``: organisation, cow, start, end (years) of those that
        are not in `blocs`.

    Raises
    ------
    SourceChanged
        For a name that is not known, a kind that is not 0 or 1, a description of trade that
        does not fit, a case that sanctions nothing, or one that ends before it begins.
    """
    raw = pl.read_csv(BytesIO(files[FILE].decode("utf-8").encode()), infer_schema=False)
    _check(raw)
    rows = raw.select(
        case=pl.col("case_id").cast(pl.Int32),
        **{new: names(pl.col(old)) for old, new in SIDES.items()},
        **{name: pl.col(name).cast(pl.Int16) for name in ("begin", "end")},
        **{kind: pl.col(kind).cast(pl.Int8) for kind in KINDS},
        **{name: _banned(word) for name, word in DIRECTIONS.items()},
    )
    for side in SIDES.values():
        rows = rows.explode(side).with_columns(_united(side))
    _note(rows, log)
    rows = rows.filter(~pl.any_horizontal(pl.col(*SIDES.values()).is_in(LEFT_OUT)))
    for side in SIDES.values():
        states = set(rows[side]) - set(ORGANISATIONS)
        numbers = cow_numbers("gsdb", states, mapped=MAPPED)
        rows = rows.with_columns(
            pl.col(side).replace_strict(numbers, default=None).cast(pl.Int16).alias(f"{side}_cow"),
            pl.col(side).replace_strict(ORGANISATIONS, default=None).alias(f"{side}_group"),
        )
    return {"cases": rows.sort("case", "sender", "target"), "groups": _groups(files[GROUPS])}


def names(column: pl.Expr) -> pl.Expr:
    """Split a cell at its commas, but not within a name that holds one."""
    for name in WITH_COMMA:
        column = column.str.replace_all(name, name.replace(",", ";"), literal=True)
    return (
        column.str.split(",")
        .list.eval(pl.element().str.replace_all(";", ",", literal=True).str.strip_chars())
        .list.unique(maintain_order=True)
    )


def _banned(word: str) -> pl.Expr:
    """Return how much of one direction of trade is banned: 0, 1 or 2."""
    said = pl.col("descr_trade").fill_null("").str.split(",")
    found = [
        pl.when(said.list.contains(f"{word}_{how}")).then(pl.lit(level, pl.Int8))
        for how, level in LEVELS.items()
    ]
    return pl.max_horizontal(*found).fill_null(0)


def _united(side: str) -> pl.Expr:
    """Read the name of South Vietnam, in cases after it had gone, as Vietnam."""
    gone = (pl.col(side) == SOUTH_VIETNAM) & (pl.col("begin") >= UNITED)
    return pl.when(gone).then(pl.lit("Vietnam")).otherwise(pl.col(side)).alias(side)


def _check(raw: pl.DataFrame) -> None:
    for kind in KINDS:
        bad = raw.filter(~pl.col(kind).is_in(["0", "1"]).fill_null(False))
        if len(bad):
            raise SourceChanged(
                f"gsdb: case {bad['case_id'][0]}: {kind} is {bad[kind][0]!r}, not 0 or 1."
            )
    words = [f"{word}_{how}" for word in DIRECTIONS.values() for how in LEVELS]
    said = pl.col("descr_trade").fill_null("").str.split(",")
    fits = said.list.eval(pl.element().is_in([*words, ""])).list.all()
    bare = pl.col("descr_trade").fill_null("") == ""
    odd = raw.filter(~fits | ((pl.col("trade") == "1") == bare))
    if len(odd):
        raise SourceChanged(
            f"gsdb: case {odd['case_id'][0]}: trade is {odd['trade'][0]} and described as "
            f"{odd['descr_trade'][0]!r}; expected {', '.join(words)}, or nothing with 0."
        )
    empty = raw.filter(pl.all_horizontal(pl.col(*KINDS) == "0"))
    if len(empty):
        raise SourceChanged(f"gsdb: case {empty['case_id'][0]} has no kind of sanction.")
    back = raw.filter(~(pl.col("end").cast(pl.Int16) >= pl.col("begin").cast(pl.Int16)))
    if len(back):
        raise SourceChanged(f"gsdb: case {back['case_id'][0]} ends before it begins.")


def _note(rows: pl.DataFrame, log: IssueLog) -> None:
    """Count what is left out, by reason; each organisation is named."""
    both = pl.any_horizontal
    un = rows.filter(pl.col("sender") == UNITED_NATIONS)["case"].n_unique()
    log.note("cases of the United Nations, binding on all, left out", un)
    for name in UNKNOWN_MEMBERS:
        part = rows.filter(both(pl.col(*SIDES.values()) == name))["case"].n_unique()
        if part:
            log.warn(f"cases of an organisation without membership data left out: {name}", part)
    part = rows.filter(both(pl.col(*SIDES.values()).is_in(NO_STATE)))["case"].n_unique()
    log.note(f"cases with a party that is no state left out there: {', '.join(NO_STATE)}", part)


def _groups(content: bytes) -> pl.DataFrame:
    table = pl.read_csv(BytesIO(content), infer_schema=False)
    if table["citation"].null_count():
        raise SourceChanged(f"gsdb: a row of {GROUPS} has no citation.")
    cows = [resolve(code).cow for code in table["iso3"]]
    return table.select(
        "organisation",
        cow=pl.Series(cows, dtype=pl.Int16),
        start=pl.col("start").cast(pl.Int16),
        end=pl.col("end").cast(pl.Int16),
    )
