"""From the curated attempts to COW numbers, yes and no, and clusters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from typing import Any

import polars as pl

from daylight.core.errors import SourceChanged, UnknownState
from daylight.core.states import get
from daylight.sources.kit.curated import check_words, state_on
from daylight.sources.kit.issues import IssueLog
from daylight.store.schemas.attempts import (
    AIMS,
    ANSWERS,
    CHECKED,
    CODED_TO,
    HORIZONS,
    INSTRUMENTS,
    OUTCOMES,
    SIDES,
    VETO,
    YES_NO,
)

FILE = "attempts.csv"
SOURCE = "attempts"
COLUMNS = (
    "id", "first", "last", "divider", "divider_bloc", "target", "partner", "partner_bloc", "aim",
    "instrument", "offer", "amount", "amount_year", "amount_seen", "deadline", "answer", "counter",
    "veto", "veto_by", "after_2", "after_5", "after_10", "side", "upheaval", "quiet",
    "recognition", "cluster", "doubtful", "citation", "url", "checked", "note",
)  # fmt: skip
CHINAS = {710, 713}
NONE_NAMED = "none named"
DOUBT = "Doubtful: "
"""How the reason begins for which a row is doubtful."""
YEAR = re.compile(r"1[789]\d\d|20\d\d")
URL = re.compile(r"https?://\S+")
NUMBER = re.compile(r"\((\d+)\)")
"""How a state is written that the state system did not have in the years of the attempt."""
WORDS = {
    "aim": AIMS, "instrument": INSTRUMENTS, "answer": ANSWERS, "veto": VETO, "side": SIDES,
    "checked": CHECKED, **{f"after_{years}": OUTCOMES for years in HORIZONS},
}  # fmt: skip
FLAGS = ("upheaval", "quiet", "recognition", "doubtful")
STATES = ("divider", "target", "partner")
ATTEMPTS = {
    **dict.fromkeys(COLUMNS[:8], pl.String), "outside": pl.String,
    **dict.fromkeys(COLUMNS[8:], pl.String),
    **dict.fromkeys(("first", "last", "amount_year"), pl.Int16), "amount": pl.Int64,
    **dict.fromkeys((*FLAGS, "amount_seen"), pl.Boolean),
}  # fmt: skip


def shape(files: Mapping[str, bytes], log: IssueLog) -> dict[str, pl.DataFrame]:
    """Return ``attempts``, one row for each; columns as in :data:`ATTEMPTS`.

    States are COW numbers joined by ``|``. A row without a cluster is its own.

    Raises
    ------
    SourceChanged
        For a word, year or state that is not known, a row without divider, target or partner, an
        outcome of years to come, a sum without its year, a mark that the citation does not bear
        out, a doubt without a reason, an identifier used twice, or a cluster of one row.
    """
    rows = pl.read_csv(BytesIO(files[FILE].decode("utf-8").encode()), infer_schema=False)
    if tuple(rows.columns) != COLUMNS:
        raise SourceChanged(f"{SOURCE}: {FILE} should have the columns {', '.join(COLUMNS)}.")
    for column, words in WORDS.items():
        check_words(rows, SOURCE, column, tuple(words))
    for column in FLAGS:
        check_words(rows, SOURCE, column, YES_NO)
    check_words(rows, SOURCE, "amount_seen", (*YES_NO, None))
    found = [_attempt(row) for row in rows.iter_rows(named=True)]
    table = pl.DataFrame(found, ATTEMPTS, orient="row").sort("first", "last", "id")
    double = table.filter(pl.col("id").is_duplicated())
    if len(double):
        raise SourceChanged(f"{SOURCE}: {double['id'][0]} stands twice; mend {FILE}.")
    lone = rows.filter(pl.col("cluster").is_not_null() & ~pl.col("cluster").is_duplicated())
    if len(lone):
        raise SourceChanged(f"{SOURCE}: {lone['id'][0]} is alone in its cluster; leave it empty.")
    recalled = len(table.filter(pl.col("checked") == "recalled"))
    log.note("attempts from memory, no page of which was found", recalled)
    return {"attempts": table}


def _attempt(row: Mapping[str, Any]) -> dict[str, object]:
    what = f"{SOURCE}: {row['id']}"
    if not row["id"] or not all((row[name] or "").strip() for name in ("target", "offer")):
        raise SourceChanged(f"{what} needs an id, a target, and in a few words the offer.")
    first, last = (_year(row[name], what) for name in ("first", "last"))
    if first > last:
        raise SourceChanged(f"{what} ends in {last}, before it begins in {first}.")
    states = {side: _states(row[side], first, last, what) for side in STATES}
    _check_sides(row, {side: set(found) for side, found in states.items()}, what)
    _check_sum(row, what)
    _check_mark(row, what)
    early = [h for h in HORIZONS if last + h > CODED_TO and row[f"after_{h}"] != "unknown"]
    if early:
        raise SourceChanged(f"{what} has an outcome of {last + early[0]}, after {CODED_TO}.")
    outside = [n for found in states.values() for n, then in found.items() if not then]
    return dict(row) | {
        **{side: _joined(found) for side, found in states.items()},
        "outside": _joined(sorted(set(outside))),
        "first": first, "last": last, "cluster": row["cluster"] or row["id"],
        "amount": int(row["amount"]) if row["amount"] else None,
        "amount_year": int(row["amount_year"]) if row["amount"] else None,
        "amount_seen": row["amount_seen"] == "yes" if row["amount"] else None,
        **{flag: row[flag] == "yes" for flag in FLAGS},
    }  # fmt: skip


def _check_sides(row: Mapping[str, Any], states: Mapping[str, set[int]], what: str) -> None:
    """Raise unless there are three sides, apart, and a bid for recognition is one."""
    for side in ("divider", "partner"):
        if not states[side] and not (row[f"{side}_bloc"] or "").strip():
            raise SourceChanged(f"{what} names no {side}; give its code, or its bloc by name.")
    if states["target"] & (states["divider"] | states["partner"]):
        raise SourceChanged(f"{what} has its target among the dividers or the partners.")
    if states["divider"] & states["partner"]:
        raise SourceChanged(f"{what} has a divider among the partners.")
    between = states["divider"] | states["partner"]
    if row["recognition"] == "yes" and not between >= CHINAS:
        raise SourceChanged(f"{what} is marked recognition, and is not between {CHINAS}.")


def _check_sum(row: Mapping[str, Any], what: str) -> None:
    """Raise unless a sum, its year and whether it was seen stand together."""
    amount, year, seen = row["amount"], row["amount_year"], row["amount_seen"]
    if not amount and not year and not seen:
        return
    if not (amount and amount.isdecimal() and int(amount) and seen):
        raise SourceChanged(f"{what}: a sum is whole dollars, with its year and whether seen.")
    _year(year, what)
    if seen == "yes" and row["checked"] != "page":
        raise SourceChanged(f"{what} has a sum that was seen, and no page.")


def _check_mark(row: Mapping[str, Any], what: str) -> None:
    """Raise unless citation and address bear out how the row is said to be checked."""
    citation, url, mark = (row[name] or "" for name in ("citation", "url", "checked"))
    if not citation.strip() or (url and not URL.fullmatch(url)):
        raise SourceChanged(f"{what} has no citation, or an address that is none.")
    if mark == "page" and not url:
        raise SourceChanged(f"{what} is marked page; give the address where it was read.")
    if (mark == "recalled" and url) or (mark != "recalled" and citation == NONE_NAMED):
        raise SourceChanged(f"{what} is marked {mark}, and its citation is {citation!r} {url}.")
    if (row["doubtful"] == "yes") != (DOUBT in (row["note"] or "")):
        raise SourceChanged(f"{what}: a doubtful row says {DOUBT!r} and why in its note.")


def _year(text: str | None, what: str) -> int:
    if text is None or not YEAR.fullmatch(text):
        raise SourceChanged(f"{what} has the year {text!r}; write four digits.")
    return int(text)


def _states(text: str | None, first: int, last: int, what: str) -> dict[int, bool]:
    """Return COW numbers, and whether the state system had them in the years."""
    found: dict[int, bool] = {}
    for code in (text or "").split("|") if text else ():
        bare = NUMBER.fullmatch(code)
        number = _outside(int(bare[1]), first, last, what) if bare else _then(code, first, last)
        if number in found:
            raise SourceChanged(f"{what} names {code} twice on one side.")
        found[number] = bare is None
    return found


def _then(code: str, first: int, last: int) -> int:
    """Return a state's number on the first day, or else on the last."""
    try:
        return state_on(code, date(first, 1, 1), SOURCE)
    except SourceChanged:
        return state_on(code, date(last, 12, 31), SOURCE)


def _outside(number: int, first: int, last: int, what: str) -> int:
    """Return a number of the registry that was no member on the first day, nor on the last."""
    try:
        state = get(number)
    except UnknownState as error:
        raise SourceChanged(f"{what}: {error}") from None
    if state.existed(date(first, 1, 1)) or state.existed(date(last, 12, 31)):
        raise SourceChanged(f"{what}: {state.name} was a member then; write its code.")
    return number


def _joined(numbers: Mapping[int, bool] | list[int]) -> str | None:
    return "|".join(map(str, numbers)) or None
