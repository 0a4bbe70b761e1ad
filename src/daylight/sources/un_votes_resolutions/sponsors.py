"""Who sponsored which adopted text: states in their own name, or one for a group."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import polars as pl
import yaml

from daylight.core.errors import SourceChanged
from daylight.sources.kit.issues import IssueLog
from daylight.sources.un_votes_resolutions.symbols import day, session_of
from daylight.sources.un_votes_resolutions.tables import FOLDER, members, plain

SPONSORS = {
    "symbol": pl.String,
    "session": pl.Int16,
    "year": pl.Int16,
    "cow": pl.Int16,
    "group": pl.Boolean,
}
COLUMNS = ("sponsors", "additional_sponsors")
FOR_OTHERS = re.compile(r",? ?\(?(?:ON|OF) BEHALF OF |,? ?\(?IN ITS CAPACITY AS ")
BETWEEN = re.compile(r"(?:[ ,.]|AND |THE )+")


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of `sponsors.yml`; `names` with those of `names.yml`, observers as None."""

    names: Mapping[str, int | None]
    whole: Mapping[str, list[str]]
    bodies: tuple[str, ...]


@lru_cache
def _words() -> _Words:
    text = resources.files(FOLDER).joinpath("sponsors.yml").read_text("utf-8")
    read = yaml.safe_load(text)
    names: dict[str, int | None] = {_capitals(name): cow for name, cow in members().items()}
    names |= read["names"] | dict.fromkeys(read["observers"])
    return _Words(names, read["whole"], tuple(read["bodies"]))


def sponsors(rows: Iterable[Mapping[str, Any]], log: IssueLog) -> pl.DataFrame:
    """Return one row per adopted text and sponsoring member.

    A text that is listed twice has the sponsors of both listings. Main and additional sponsors
    count alike; one that signs in its own name and for a group counts as signing in its own name.

    Parameters
    ----------
    rows : iterable of mapping
        The records of all files.
    log : IssueLog
        Receives how often an observer sponsored; observers have no row.

    Raises
    ------
    SourceChanged
        For a name that is not known.
    """
    found: set[tuple[object, ...]] = set()
    observed = set()
    for row in rows:
        symbol = plain(row["symbol"])
        when = day(row["adoption_date"])
        for column in COLUMNS:
            for entry in row[column]:
                for cow, group in signatures(entry, symbol):
                    if cow is None:
                        observed.add(symbol)
                    else:
                        session = session_of(symbol, when)
                        found.add((symbol, session, when.year, cow, group))
    log.note("texts sponsored by an observer, which has no row", len(observed))
    table = pl.DataFrame(list(found), schema=SPONSORS, orient="row")
    alone = table.group_by("symbol", "session", "year", "cow").agg(pl.col("group").min())
    return alone.sort("symbol", "cow")


def signatures(entry: str, where: str) -> Iterator[tuple[int | None, bool]]:
    """Yield the sponsors in one entry: COW number (None: an observer), and whether for a group.

    Raises
    ------
    SourceChanged
        When a part of the entry is no known name.
    """
    words, text = _words(), _capitals(entry)
    if text in words.names:
        yield words.names[text], False
        return
    if any(body in text for body in words.bodies):
        return
    for part in words.whole.get(text, [text]):
        yield from _names(part, where)


def _names(text: str, where: str) -> Iterator[tuple[int | None, bool]]:
    """Read names one after the other, the longest that fits first: names hold commas and "and"."""
    names = _words().names
    while text := _skip(text):
        fits = [name for name in names if text.startswith(name) and _ends(text, len(name))]
        if not fits:
            raise SourceChanged(
                f"un_votes_resolutions: sponsor {text!r} of {where} is not a known spelling; enter "
                f"it in sources/un_votes_resolutions/sponsors.yml."
            )
        name = max(fits, key=len)
        text = text[len(name) :]
        rest = _after_group(text)
        yield names[name], rest is not None
        text = text if rest is None else rest


def _skip(text: str) -> str:
    match = BETWEEN.match(text)
    return text[match.end() :] if match else text


def _ends(text: str, at: int) -> bool:
    return at == len(text) or not text[at].isalnum()


def _after_group(text: str) -> str | None:
    """Return what follows "(on behalf of ...)", or None when `text` does not begin with it."""
    match = FOR_OTHERS.match(text)
    if match is None:
        return None
    if "(" not in match[0]:
        return ""
    depth = 0
    for at, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if sign == ")" and depth == 0:
            return text[at + 1 :]
    return ""


def _capitals(text: str) -> str:
    return unicodedata.normalize("NFC", plain(text).replace("\u2019", "'").upper())
