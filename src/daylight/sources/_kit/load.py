"""Run one source from files to checked tables: fetch, verify, shape, correct, check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module, resources
from pathlib import Path
from typing import Protocol, cast

import polars as pl

from daylight.core.errors import (
    BadEncoding,
    BadInput,
    DaylightError,
    SourceChanged,
)
from daylight.sources._kit.corrections import correct, corrections
from daylight.sources._kit.declaration import PACKAGE, Declaration, declaration
from daylight.sources._kit.expectations import check
from daylight.sources._kit.fetch import fetch
from daylight.sources._kit.issues import Issue, IssueLog
from daylight.sources._kit.supplied import Supplied, supplied_paths
from daylight.sources._kit.verify import verify

Files = Mapping[str, bytes]
Tables = dict[str, pl.DataFrame]


class Shape(Protocol):
    """The one function of a source module: from bytes by file name to tables by name."""

    def __call__(self, files: Files, log: IssueLog) -> Tables: ...


@dataclass(frozen=True, slots=True)
class Loaded:
    """A source after all checks."""

    declaration: Declaration
    tables: Tables
    issues: tuple[Issue, ...]


def load(source: str, folder: Path | None = None) -> Loaded:
    """Return the checked tables of `source`, from the files in `folder` where one is given.

    Raises
    ------
    FetchFailed, SourceChanged, BadEncoding
        See the steps in this package; nothing is returned from a source in doubt.
    """
    spec = declaration(source)
    return shape(spec, delivered(spec, folder) | packaged(spec))


def load_supplied(source: str, path: Path) -> Loaded:
    """Return the checked tables of a source from a file or folder that the user has.

    Raises
    ------
    BadInput
        When the source is not one that users supply.
    FetchFailed
        When there is no file, or one cannot be read.
    SourceChanged, BadEncoding
        When its content is not what it should be.
    """
    spec = declaration(source)
    how = how_supplied(spec)
    paths = supplied_paths(source, path, how)
    return shape(spec, Supplied(source, paths, packaged(spec), how))


def how_supplied(spec: Declaration) -> str:
    """Return how users get a file of their own for a source.

    Raises
    ------
    BadInput
        When the source is not one that users supply.
    """
    if spec.supplied is None:
        raise BadInput(f"{spec.id} is not read from a file of your own; leave it out.")
    return spec.supplied


def delivered(spec: Declaration, folder: Path | None = None) -> dict[str, bytes]:
    """Return the declared files as delivered, after their bytes were checked."""
    paths: dict[str, Path] = {file.name: fetch(spec, file, folder=folder) for file in spec.files}
    for file in spec.files:
        verify(spec, file, paths[file.name])
    return {name: path.read_bytes() for name, path in paths.items()}


def packaged(spec: Declaration) -> dict[str, bytes]:
    """Return the hand-made tables that lie in the source's own folder."""
    folder = resources.files(PACKAGE).joinpath(spec.id)
    return {name: folder.joinpath(name).read_bytes() for name in spec.packaged}


def shape(spec: Declaration, files: Files) -> Loaded:
    """Shape, correct and check the bytes of one source: what follows fetching."""
    log = IssueLog(spec.id)
    function = cast(Shape, import_module(f"{PACKAGE}.{spec.id}.source").shape)
    try:
        tables = correct(function(files, log), corrections(spec.id), log)
    except DaylightError:
        raise
    except UnicodeDecodeError as error:
        raise BadEncoding(
            f"{spec.id}: a file is not {error.encoding}: byte {error.object[error.start]:#x} at "
            f"position {error.start}. Save it as {error.encoding}, unchanged otherwise."
        ) from None
    except (pl.exceptions.PolarsError, KeyError, ValueError) as error:
        what = (str(error).splitlines() or [type(error).__name__])[0]
        raise SourceChanged(
            f"{spec.id}: a file no longer has the declared layout ({what}). "
            f"Use version {spec.version}, or update the loader."
        ) from None
    gone = sorted(spec.expect.keys() - tables.keys())
    if gone:
        raise SourceChanged(f"{spec.id}: the loader made no table {', '.join(gone)}; mend it.")
    for name, expect in spec.expect.items():
        check(name, tables[name], expect, log)
    return Loaded(spec, tables, tuple(log.issues))
