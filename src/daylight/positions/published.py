"""Read a file of published ideal points that the reader has downloaded.

The files are those of Bailey, Strezhnev and Voeten (doi:10.7910/DVN/LEJUQZ), such as
IdealpointestimatesAll_Apr2020.csv or, for one issue, IdealpointestimatesMiddleEast_Apr2020.csv,
separated by commas or tabs and in Latin-1.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from statistics import NormalDist

import polars as pl

from daylight.core.errors import BadEncoding, BadInput, SourceChanged
from daylight.core.limits import TABLE
from daylight.core.visible import quoted
from daylight.measures.issues import ALL
from daylight.sources.kit.columns import finite
from daylight.sources.kit.text import rows, text_only
from daylight.store.given import read
from daylight.store.schemas import VoteSet

SUFFIX: Mapping[VoteSet, str] = {"all": "all", "final-passage": "fp"}
SPELLINGS = {
    "cow": ("ccode", "cow"),
    "session": ("session",),
    "theta": ("idealpoint{}", "idealpoint"),
    "low": ("q5{}", "q05{}", "q5percent{}", "q5"),
    "high": ("q95{}", "q95percent{}", "q95"),
}
"""Accepted column names in lower case without signs: "Q5%All", "Q5.All" and "q5_all" are one.
`{}` stands for "all", or "fp" for final-passage votes. Files of the authors' repository hold one
set of votes each and have no such ending; those of an issue may have one of their own."""
WHOLE = ("cow", "session")
MOST = 10_000
"""Above every number of a state or session."""
_EITHER_END = 2 * NormalDist().inv_cdf(0.95)


def published(path: Path, votes: VoteSet = "all", issue: str = ALL) -> pl.DataFrame:
    """Read a published file: cow, session, theta, and sd where it has quantiles.

    A file does not say in one way on which issue it is: that is for who gives it to know.

    Raises
    ------
    BadInput
        When it cannot be read or lacks a column; the message lists what is there.
    """
    try:
        table = _numbers(path, votes, issue)
    except (BadEncoding, SourceChanged) as error:
        raise BadInput(str(error)) from None
    if table.n_unique(["cow", "session"]) < len(table):
        raise BadInput(f"{path} holds a state twice in one session; give one set of estimates.")
    if "low" in table.columns and "high" in table.columns:
        return table.with_columns(sd=(pl.col("high") - pl.col("low")) / _EITHER_END)
    return table.with_columns(sd=pl.lit(None, pl.Float64))


def _numbers(path: Path, votes: VoteSet, issue: str) -> pl.DataFrame:
    """Return the rows whose state, session and estimate are known."""
    text = _text(path)
    tab = "\t" if "\t" in text.split("\n", 1)[0] else ","
    found = rows("", str(path), text, tab)
    _, head = next(found, (0, []))
    names = _names(head, votes, issue, path)
    doubled = [column for column in names.values() if head.count(column) > 1]
    if doubled:
        raise BadInput(f"{path} has the column {quoted(doubled[0])} twice; leave one out.")
    at = {name: head.index(column) for name, column in names.items()}
    kept = []
    for line, row in found:
        if not row:
            continue
        if len(row) != len(head):
            raise BadInput(
                f"{path}, line {line}: {len(row)} cells where the header has {len(head)}."
            )
        cells = {name: _number(path, line, head[k], row[k], name) for name, k in at.items()}
        if None not in (cells["cow"], cells["session"], cells["theta"]):
            kept.append(cells)
    whole = dict.fromkeys(WHOLE, pl.Int64)
    return pl.DataFrame(kept, {name: whole.get(name, pl.Float64) for name in at})


def _text(path: Path) -> str:
    try:
        content = read(path)
    except OSError as error:
        raise BadInput(f"{path} cannot be read ({error.strerror}); give a file.") from None
    text_only("", str(path), content, TABLE)
    return content.decode("latin-1").removeprefix("\xef\xbb\xbf")


def _number(path: Path, line: int, column: str, cell: str, name: str) -> float | int | None:
    if cell in ("NA", ""):
        return None
    number = finite(cell.strip())
    if number is not None and name not in WHOLE:
        return number
    if number is not None and number % 1 == 0 and abs(number) < MOST:
        return int(number)
    kind = "whole number of a usual size" if name in WHOLE else "number"
    raise BadInput(
        f"{path}, line {line}, column {quoted(column)}: {quoted(cell)} is no {kind}; write NA "
        f"where a number is not known."
    )


def _names(columns: list[str], votes: VoteSet, issue: str, path: Path) -> dict[str, str]:
    plain = {re.sub(r"[^a-z0-9]", "", c.lower()): c for c in columns}
    names = {}
    for name, spellings in SPELLINGS.items():
        wanted = [s.format(SUFFIX[votes]) for s in spellings]
        hit = next((plain[w] for w in wanted if w in plain), None)
        if hit is None and issue != ALL:
            hit = _only([column for key, column in plain.items() if key.startswith(spellings[-1])])
        if hit is not None:
            names[name] = hit
        elif name in ("cow", "session", "theta"):
            raise BadInput(
                f"{path} has no column {wanted[0]}; a file of published ideal points has ccode, "
                f"session and IdealPointAll. There are: {', '.join(map(quoted, columns[:12]))}."
            )
    return names


def _only(columns: list[str]) -> str | None:
    return columns[0] if len(columns) == 1 else None
