"""The manifest: what an atlas holds, and what it was built from. Its replacement is the commit."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from daylight.core.errors import AtlasDamaged, AtlasTooOld
from daylight.store.schemas import VERSION
from daylight.store.whole import whole

NAME = "atlas.json"


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


def read(folder: Path) -> Manifest:
    """Read the manifest of the atlas in `folder`.

    Raises
    ------
    AtlasDamaged
        When there is none, or it cannot be read.
    AtlasTooOld
        When it is of another layout version.
    """
    path = folder / NAME
    try:
        raw: dict[str, Any] = json.loads(path.read_text("utf-8"))
        if raw.get("schema") != VERSION:
            raise AtlasTooOld(
                f"The atlas at {folder} has layout {raw.get('schema')}, this Daylight reads "
                f"{VERSION}: rebuild it with `daylight atlas build`."
            )
        raw["tables"] = tuple(_table_file(t) for t in raw["tables"])
        raw["sources"] = tuple(SourceUsed(**s) for s in raw["sources"])
        return Manifest(**raw)
    except (FileNotFoundError, NotADirectoryError):
        raise AtlasDamaged(
            f"There is no atlas at {folder}; build one with `daylight atlas build`, "
            f"or unset DAYLIGHT_ATLAS to use the one that ships."
        ) from None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise AtlasDamaged(f"{path} cannot be read ({error}); rebuild the atlas.") from None


def _table_file(raw: dict[str, Any]) -> TableFile:
    return TableFile(**raw | {"sources": tuple(raw.get("sources", ()))})


def write(folder: Path, manifest: Manifest) -> None:
    """Put a manifest in place in one step, so that readers see the old atlas or the new one.

    Raises
    ------
    CannotWrite
        When the disk is full or the folder went away; the old one stays.
    """
    text = json.dumps(asdict(manifest), indent=1, ensure_ascii=False)
    with whole(folder / NAME) as handle:
        handle.write(f"{text}\n".encode())
        handle.flush()
        os.fsync(handle.fileno())
