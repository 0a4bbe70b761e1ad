"""What a source says about itself: `source.yml`, read and checked at the border."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from importlib import resources
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from daylight.core.choices import known
from daylight.core.errors import BadInput
from daylight.sources.kit.columns import Kind

PACKAGE = "daylight.sources"
Redistribution = Literal["yes", "no", "ask", "refused", "ours"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Coverage(_Strict):
    """First and last year with data, the state system the codes follow, known holes.

    `until` is the last day covered, where the last year is not whole.
    """

    start: int
    end: int
    until: date | None = None
    system: str
    holes: tuple[str, ...] = ()


class Written(_Strict):
    """How a text is written, where it is not a table in UTF-8 under the names of its columns.

    In a `report` other things stand above the table or beside it; the loader reads it cell by
    cell, and says itself on which line it stopped. `encoding` latin-1 is for files that were
    written so and may have been saved anew as UTF-8. `header` names the columns of a file that
    does not. `empty` are words that stand for an empty cell.
    """

    report: bool = False
    encoding: Literal["utf-8", "latin-1"] = "utf-8"
    header: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()


class File(_Strict):
    """One file: where it lies in a mirror folder, its address, and its fingerprint.

    `url` is the address of these very bytes (with `member` for a file inside a zip).
    Where the producer offers no such address, `by_hand` says what to download and do.
    """

    name: str
    mirror: str
    bytes: int = Field(gt=0)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    url: str | None = None
    member: str | None = None
    by_hand: str | None = None
    columns: dict[Kind, tuple[str, ...]] = {}
    """Columns that the loader reads, by what they hold; a file that is not the declared one is
    held against them before the loader sees it."""
    written: Written = Written()


class Expect(_Strict):
    """What a shaped table must look like; a lower bound fails, an upper bound warns."""

    columns: tuple[str, ...]
    key: tuple[str, ...]
    rows_min: int
    rows_max: int
    years: tuple[int, int] | None = None
    ranges: dict[str, tuple[float, float]] = {}
    totals: dict[str, tuple[float, float]] = {}
    """Accepted sum of a column, low to high."""


class Declaration(_Strict):
    """A source at one version. Every key is shown by ``daylight sources show``."""

    id: str
    producer: str
    title: str
    version: str
    citation_key: str
    citation: str
    url: str
    licence: str
    redistribution: Redistribution
    ships: str
    """What of it the embedded atlas holds, in one sentence."""
    coverage: Coverage
    accessed: date
    files: tuple[File, ...] = ()
    packaged: tuple[str, ...] = ()
    """Hand-made tables in the source's own folder: part of the code, one citation a row."""
    supplied: str | None = None
    """For a source whose rows may not be passed on: how users get a file of their own. It is
    read only when a build is given that file, and nothing made from it ships."""
    expect: dict[str, Expect]
    notes: tuple[str, ...] = ()


def source_ids() -> tuple[str, ...]:
    """Names of all sources that have a folder with a `source.yml`, in alphabetical order."""
    root = resources.files(PACKAGE)
    return tuple(sorted(d.name for d in root.iterdir() if d.joinpath("source.yml").is_file()))


@lru_cache
def declaration(source: str) -> Declaration:
    """Read and check the declaration of `source`.

    Raises
    ------
    UnknownName
        When no such source exists.
    BadInput
        When its `source.yml` does not follow the schema.
    """
    known(source, source_ids(), "source", "daylight sources list")
    text = resources.files(PACKAGE).joinpath(source, "source.yml").read_text("utf-8")
    try:
        return Declaration.model_validate(yaml.safe_load(text))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise BadInput(f"source.yml of {source}: {place}: {first['msg']}.") from None
    except yaml.YAMLError as error:
        raise BadInput(f"source.yml of {source} is not YAML: {error}.") from None
