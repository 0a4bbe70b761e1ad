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
    FetchFailed,
    LoaderFault,
    MissingExtra,
    SourceChanged,
)
from daylight.sources.kit.corrections import correct, corrections
from daylight.sources.kit.declaration import PACKAGE, Declaration, declaration
from daylight.sources.kit.expectations import check
from daylight.sources.kit.fetch import fetch
from daylight.sources.kit.issues import Issue, IssueLog
from daylight.sources.kit.sound import Sound
from daylight.sources.kit.supplied import Supplied, supplied_paths
from daylight.sources.kit.verify import verify
from daylight.store.given import read

Files = Mapping[str, bytes]
Tables = dict[str, pl.DataFrame]


class Shape(Protocol):
    """The one function of a source module: from bytes by file name to tables by name."""

    def __call__(self, files: Files, log: IssueLog) -> Tables:
        """Return the tables of the source, by name."""


ANY = (Exception, pl.exceptions.PanicException)
"""What a loader raises when it meets what it was not written for: no list of it is whole."""
BUGS = (
    AssertionError, AttributeError, ImportError, NameError, NotImplementedError, RuntimeError,
    TypeError,
)  # fmt: skip
"""What no file should make a loader raise: whatever the file, the loader is to be mended."""
ON_PURPOSE = (BadEncoding, FetchFailed, LoaderFault, MissingExtra, SourceChanged)
"""What a loader raises to say what is wrong with a file, or with this Daylight."""
NAMED = 3
"""Files that a message names as those of which one may be wrong."""
NOT_OURS = (MemoryError,)
"""What says nothing of a loader."""


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
    LoaderFault
        When the loader fails, or what it makes is not as declared, although the files are.
    """
    spec = declaration(source)
    return shape(spec, delivered(spec, folder) | packaged(spec), as_declared=True)


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
    LoaderFault
        When the loader cannot be imported, or a table of the source's own is not there.
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
    return {name: _bytes(spec, path) for name, path in paths.items()}


def _bytes(spec: Declaration, path: Path) -> bytes:
    try:
        return read(path)
    except OSError as error:
        raise FetchFailed(f"{spec.id}: {path} cannot be read ({error.strerror}).") from None


def packaged(spec: Declaration) -> dict[str, bytes]:
    """Return the hand-made tables that lie in the source's own folder.

    Raises
    ------
    LoaderFault
        When one is not there.
    """
    folder = resources.files(PACKAGE).joinpath(spec.id)
    try:
        return {name: folder.joinpath(name).read_bytes() for name in spec.packaged}
    except OSError as error:
        raise _ours(spec, error) from error


def shape(spec: Declaration, files: Files, *, as_declared: bool = False) -> Loaded:
    """Shape, correct and check the bytes of one source: what follows fetching.

    Parameters
    ----------
    as_declared : bool
        Whether the sha256 of every file is the declared one. What then fails is no change of
        the producer's: the loader, the corrections and what is expected were written for these
        very bytes.

    Raises
    ------
    LoaderFault
        When files are as declared and the loader fails, a correction does not fit, or a table
        is not as promised. With any files, when the loader cannot be imported.
        Also when it fails as no file should make it fail, such as by a wrong type.
    SourceChanged, BadEncoding
        The same with other files than the declared ones. Such an error that a loader raises on
        purpose keeps its kind with any files: it says where to map a label, which helps whoever
        mends the loader too.
    """
    log = IssueLog(spec.id)
    try:
        function = cast(Shape, import_module(f"{PACKAGE}.{spec.id}.source").shape)
        fixes = corrections(spec.id)
    except NOT_OURS:
        raise
    except ANY as error:
        raise _ours(spec, error) from error
    blame = _fault if as_declared else _other_layout
    if not as_declared:
        files = Sound(spec, files)
    try:
        made = function(files, log)
    except (*ON_PURPOSE, *NOT_OURS):
        raise
    except ANY as error:
        raise blame(spec, error, files) from error
    try:
        return _checked(spec, correct(made, fixes, log), log)
    except NOT_OURS:
        raise
    except ANY as error:
        if isinstance(error, DaylightError) and not as_declared:
            raise
        raise blame(spec, error, files) from error


def _checked(spec: Declaration, tables: Tables, log: IssueLog) -> Loaded:
    gone = sorted(spec.expect.keys() - tables.keys())
    if gone:
        what = f"{spec.id}: the loader made no table {', '.join(gone)}"
        raise SourceChanged(f"{what}; mend it.", what)
    for name, expect in spec.expect.items():
        check(name, tables[name], expect, log)
    return Loaded(spec, tables, tuple(log.issues))


def _fault(spec: Declaration, error: BaseException, files: Files) -> LoaderFault:
    return LoaderFault(
        f"{spec.id}: the loader failed ({_what(error)}). The files are as declared for version "
        f"{spec.version}, so this is a fault of Daylight; set DAYLIGHT_DEBUG=1 for the trace and "
        f"report it."
    )


def _ours(spec: Declaration, error: BaseException) -> LoaderFault:
    return LoaderFault(
        f"{spec.id}: the loader or a file of its own cannot be used ({_what(error)}). This is a "
        f"fault of Daylight; install it anew. If that does not help, set DAYLIGHT_DEBUG=1 for the "
        f"trace and report it."
    )


def _other_layout(
    spec: Declaration, error: BaseException, files: Files
) -> BadEncoding | SourceChanged | LoaderFault:
    names = files.read() if isinstance(files, Sound) else []
    which = f"{' or '.join(names)}" if 0 < len(names) <= NAMED else "a file"
    if isinstance(error, UnicodeDecodeError):
        return BadEncoding(
            f"{spec.id}: {which} is not {error.encoding}: byte {error.object[error.start]:#x} at "
            f"position {error.start}. Save it as {error.encoding}, unchanged otherwise."
        )
    if isinstance(error, DaylightError):  # such as a code that no state has
        return SourceChanged(f"{spec.id}: {which}: {_what(error)}")
    if isinstance(error, BUGS):
        return LoaderFault(
            f"{spec.id}: the loader failed on {which} ({_what(error)}), as no file should make it "
            f"fail. This is a fault of Daylight; set DAYLIGHT_DEBUG=1 for the trace and report it."
        )
    return SourceChanged(
        f"{spec.id}: {which} no longer has the declared layout ({_what(error)}). "
        f"Use version {spec.version}, or update the loader."
    )


def _what(error: BaseException) -> str:
    if isinstance(error, DaylightError):
        # what is wrong stands last; what to do about it is written for a changed source
        return str(error.args[-1])
    first = next(iter(str(error).splitlines()), "")
    return f"{type(error).__name__}: {first}" if first else type(error).__name__
