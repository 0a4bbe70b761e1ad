"""Read a watch list from a YAML file; how one is written is in docs/how-to/watch.md."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from daylight.core.choices import near
from daylight.core.errors import UnknownState
from daylight.core.lookup import resolve
from daylight.core.pairs import pair
from daylight.store.fields import Field, text_of, top
from daylight.watches.watched import WATCHABLE

TOP = ("title", "divider", "watch", "pairs")
OF_AN_ENTRY = ("pair", "divider", "note")
MOST = 500
"""Pairs of a list."""
NOBODY = "none"
"""Stands for no outside power where the list names one for all."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One pair of a list.

    Attributes
    ----------
    line : int
    a, b : str
        As they were written.
    divider : str or None
    note : str
    """

    line: int
    a: str
    b: str
    divider: str | None
    note: str


@dataclass(frozen=True, slots=True)
class WatchList:
    """A list of pairs, with what to watch of them."""

    title: str
    watched: tuple[str, ...]
    pairs: tuple[Listed, ...]


def read(path: Path) -> WatchList:
    """Read a list from a file.

    Raises
    ------
    BadInput
        When it cannot be read, or is no list; the message names the line and the field.
    """
    return watch_list(text_of(path), str(path))


def watch_list(text: str, name: str = "the list") -> WatchList:
    """Return the list that a YAML text describes.

    Parameters
    ----------
    text : str
    name : str
        What messages call it.

    Raises
    ------
    BadInput
        Where it is no list; the message names the line and the field.
    """
    given = top(text, name, TOP)
    if "pairs" not in given or not given["pairs"].node.parts:
        where = given.get("pairs") or next(iter(given.values()))
        raise where.fault("pairs is missing or empty; write `pairs:`, then `- RUS:IRN` a line")
    divider = _divider(given["divider"]) if "divider" in given else None
    return WatchList(
        title=given["title"].text() if "title" in given else "",
        watched=tuple(_watched(given["watch"])) if "watch" in given else tuple(WATCHABLE),
        pairs=tuple(_entry(field, divider) for field in given["pairs"].parts(MOST)),
    )


def _watched(field: Field) -> Iterable[str]:
    names = [(part, part.text()) for part in field.parts(len(WATCHABLE))]
    for part, name in names:
        if name not in WATCHABLE:
            raise part.fault(
                f"nothing to watch is called {name!r}; near: {near(name, WATCHABLE)}; all: "
                f"{', '.join(WATCHABLE)}"
            )
    chosen = {name for _, name in names}
    return (name for name in WATCHABLE if name in chosen)


def _entry(field: Field, divider: str | None) -> Listed:
    if field.node.kind != "fields":
        return Listed(field.node.line, *_pair(field), divider, "")
    found = field.fields(OF_AN_ENTRY)
    if "pair" not in found:
        raise field.fault("pair is missing; write `pair: RUS:IRN`")
    return Listed(
        field.node.line,
        *_pair(found["pair"]),
        _divider(found["divider"]) if "divider" in found else divider,
        found["note"].text() if "note" in found else "",
    )


def _pair(field: Field) -> tuple[str, str]:
    """Return two states, written as ``RUS:IRN`` or as a list of two."""
    if field.node.kind == "list":
        parts = field.parts(2)
        if len(parts) < 2:
            raise field.fault("a pair has two states; write RUS:IRN or [RUS, IRN]")
        a, b = (part.text() for part in parts)
    else:
        found = pair(field.text())
        if found is None:
            raise field.fault(f"{field.text()!r} is no pair; write RUS:IRN or [RUS, IRN]")
        a, b = found
    _known(field, a)
    _known(field, b)
    return a.strip(), b.strip()


def _divider(field: Field) -> str | None:
    text = field.text()
    if text.casefold() == NOBODY:
        return None
    _known(field, text)
    return text


def _known(field: Field, who: str) -> None:
    """Refuse what names no state of any time, with its line."""
    try:
        resolve(who)
    except UnknownState as error:
        raise field.fault(str(error).rstrip(".")) from None
