"""The manifest: what an atlas holds, and what it was built from. Its replacement is the commit."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from daylight.core.errors import AtlasDamaged, AtlasTooOld
from daylight.core.limits import MANIFEST
from daylight.store.given import read as read_file
from daylight.store.schemas import VERSION
from daylight.store.whole import cannot_write

NAME = "atlas.json"
CHECKSUM = "checksum"
"""Key of the checksum of all else that the manifest says."""
SEAL = 1
"""How that checksum is made; another way gets another number."""


@dataclass(frozen=True, slots=True)
class TableFile:
    """One Parquet file of the atlas.

    `sources` are the ids of all sources that it rests on, by way of other tables too; empty in
    manifests of builds that did not record them.
    """

    name: str
    file: str
    rows: int
    bytes: int
    sha256: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceUsed:
    """A source at the version and with the file hashes that the atlas was built from."""

    id: str
    title: str
    version: str
    citation_key: str
    citation: str
    url: str
    licence: str
    redistribution: str
    ships: str
    start: int
    end: int
    accessed: str
    files: dict[str, str]


@dataclass(frozen=True, slots=True)
class Manifest:
    """Contents of ``atlas.json``.

    `id` is a fingerprint of all tables; `last` is the last date that a result may be asked
    for (ISO): the date of the newest source.
    """

    schema: int
    id: str
    daylight: str
    last: str
    tables: tuple[TableFile, ...]
    sources: tuple[SourceUsed, ...]

    def table(self, name: str) -> TableFile:
        """Return the file entry of a table."""
        return next(t for t in self.tables if t.name == name)


def fingerprint(tables: tuple[TableFile, ...]) -> str:
    """Return a short name for the exact contents of all tables."""
    text = "".join(f"{t.name}:{t.sha256}\n" for t in sorted(tables, key=lambda t: t.name))
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def checksum(raw: Mapping[str, Any]) -> str:
    """Return the sha256 of all that a manifest says, however it is laid out."""
    rest = {key: value for key, value in raw.items() if key != CHECKSUM}
    text = json.dumps(rest, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def read(folder: Path) -> Manifest:
    """Read the manifest of the atlas in `folder`.

    Raises
    ------
    AtlasDamaged
        When there is none, it cannot be read, or its checksum is not its own.
    AtlasTooOld
        When it is of another layout version.
    """
    path = folder / NAME
    try:
        raw = _raw(path)
        if raw.get("schema") != VERSION:
            raise AtlasTooOld(
                f"The atlas at {folder} has layout {raw.get('schema')}, this Daylight reads "
                f"{VERSION}: rebuild it with `daylight atlas build`."
            )
        _check(raw)
        raw.pop(CHECKSUM, None)
        raw["tables"] = tuple(_table_file(t) for t in raw["tables"])
        raw["sources"] = tuple(SourceUsed(**s) for s in raw["sources"])
        return Manifest(**raw)
    except (FileNotFoundError, NotADirectoryError):
        raise AtlasDamaged(
            f"There is no atlas at {folder}; build one with `daylight atlas build`, "
            f"or unset DAYLIGHT_ATLAS to use the one that ships."
        ) from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        why = getattr(error, "strerror", None) or error
        raise AtlasDamaged(
            f"{path} cannot be read ({why}); reinstall, or rebuild the atlas."
        ) from None


def sealed(folder: Path) -> bool:
    """Whether the manifest carries a checksum; those of older builds do not."""
    return CHECKSUM in _raw(folder / NAME)


def files(folder: Path) -> dict[str, str]:
    """Return the sha256 of each table by file, as far as there is a manifest of any layout."""
    try:
        raw = _raw(folder / NAME)
        return {str(table["file"]): str(table["sha256"]) for table in raw["tables"]}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _raw(path: Path) -> dict[str, Any]:
    raw: dict[str, Any] = json.loads(read_file(path, MANIFEST))
    return raw


def _check(raw: dict[str, Any]) -> None:
    """Hold a manifest against its checksum; one of an older build has none."""
    date.fromisoformat(raw["last"])
    if CHECKSUM not in raw:
        return
    seal = raw[CHECKSUM]
    if seal["version"] != SEAL:
        raise ValueError(f"its checksum is of version {seal['version']}, not {SEAL}")
    if seal["sha256"] != checksum(raw):
        raise ValueError("it says other things than its checksum")


def _table_file(raw: dict[str, Any]) -> TableFile:
    made = TableFile(**raw | {"sources": tuple(raw.get("sources", ()))})
    if Path(made.file).name != made.file:
        raise ValueError(f"{made.file!r} is no name of a file")
    return made


def text(manifest: Manifest) -> str:
    """Return a manifest as it is written, with its checksum."""
    raw = json.loads(json.dumps(asdict(manifest)))
    raw[CHECKSUM] = {"version": SEAL, "sha256": checksum(raw)}
    return json.dumps(raw, indent=1, ensure_ascii=False) + "\n"


def write(folder: Path, manifest: Manifest) -> None:
    """Put a manifest in place in one step, so that readers see the old atlas or the new one.

    Raises
    ------
    CannotWrite
        When the disk is full or the folder went away; the old one stays.
    """
    # A partial file of a known name, so that the next build removes what a kill left behind.
    path = folder / NAME
    partial = path.with_suffix(".json.partial")
    try:
        partial.unlink(missing_ok=True)  # it might be a pipe, which would be waited for
        with partial.open("w", encoding="utf-8") as handle:
            handle.write(text(manifest))
            handle.flush()
            os.fsync(handle.fileno())
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise cannot_write(path, error) from None
