"""What a watch list is set against: a day, an older atlas, or a watch that was kept as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from daylight.bonds.records import Quantity
from daylight.core.errors import BadInput, OutsideCoverage
from daylight.core.periods import FIRST_YEAR, parse_date
from daylight.core.request import Request
from daylight.store.atlas import Atlas
from daylight.store.given import kind, named, read
from daylight.watches.records import Reading, Since

DATE = re.compile(r"\d{4}(-\d{1,2}){0,2}")
MANIFEST = "atlas.json"
SAVED = 2**24
"""Bytes of a watch kept as JSON: 16 MiB."""
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Earlier:
    """The earlier day, and who tells of it.

    Attributes
    ----------
    told : Since
    atlas : Atlas or None
        The atlas that tells of it; None where it was kept as JSON.
    kept : mapping of (str, str) to Reading
        The readings that were kept, by the codes of the two.
    """

    told: Since
    atlas: Atlas | None
    kept: Mapping[Pair, Reading]


def earlier(text: str, asked: Request, atlas: Atlas) -> Earlier:
    """Read what a list is set against.

    Parameters
    ----------
    text : str
        A date, the folder of an atlas, or a JSON file that `watch` wrote.
    asked : Request
        The request of the list.
    atlas : Atlas
        The atlas in use.

    Raises
    ------
    BadInput
        When it is none of these, or not earlier than the date asked for.
    AtlasDamaged
        When it is the folder of an atlas that cannot be read.
    """
    found = _found(text, asked, atlas)
    if found.told.as_of > asked.as_of or (found.atlas is atlas and found.told.as_of == asked.as_of):
        raise BadInput(
            f"--since is {found.told.as_of}, and the list is of {asked.as_of}; give an earlier day."
        )
    return found


def _found(text: str, asked: Request, atlas: Atlas) -> Earlier:
    if DATE.fullmatch(text.strip()):
        day = parse_date(text)
        if day.year <= FIRST_YEAR:
            raise OutsideCoverage(
                f"--since {day} is before the atlas begins; give a day after {FIRST_YEAR}."
            )
        return Earlier(Since("date", day, atlas.manifest.id), atlas, {})
    path = named(text, "--since")
    if kind(path / MANIFEST) == "a file":
        older = Atlas(path)
        day = min(older.last, asked.as_of)
        return Earlier(Since("atlas", day, older.manifest.id), older, {})
    if kind(path) == "a file":
        return _kept(path)
    raise BadInput(
        f"--since is {text!r}, which is no date, no folder of an atlas and no file; write a date "
        f"such as 2024-01-01, the folder that holds {MANIFEST}, or a watch kept with -o FILE.json."
    )


def _kept(path: Path) -> Earlier:
    """Return the readings of a watch that was kept as JSON."""
    try:
        document = json.loads(read(path, SAVED))
        asked = document["request"]
        told = Since("saved", date.fromisoformat(asked["as_of"]), str(asked["atlas"]))
        legs = [leg for entry in document["entries"] for leg in entry["legs"]]
        kept = {_pair(leg): _reading(leg["now"]) for leg in legs}
    except OSError as error:
        raise BadInput(f"{path} cannot be read ({error.strerror}); give another file.") from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BadInput(
            f"{path} is no watch that was kept as JSON; write one with "
            f"`daylight watch FILE -o {path.stem}.json`."
        ) from None
    return Earlier(told, None, kept)


def _pair(leg: Mapping[str, Any]) -> Pair:
    return str(leg["a"]["code"]), str(leg["b"]["code"])


def _reading(now: Mapping[str, Any]) -> Reading:
    names = {field.name for field in fields(Quantity)}
    values = {
        str(name): Quantity(**{k: v for k, v in one.items() if k in names})
        for name, one in now["values"].items()
    }
    words = {str(name): str(word) for name, word in now["words"].items()}
    day = date.fromisoformat(now["as_of"])
    return Reading(str(now["atlas"]), day, int(now["year"]), words, values)
