"""Run a build: load and check all sources, make the tables, then commit the new atlas."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from threadpoolctl import threadpool_limits

from daylight.build.code import Code
from daylight.build.fingerprints import fingerprints
from daylight.build.plan import STEPS, at_hand, rests_on
from daylight.build.verify import hold
from daylight.build.work import Work
from daylight.core.errors import FetchFailed
from daylight.core.periods import FIRST_YEAR
from daylight.core.version import __version__
from daylight.sources.kit.declaration import Declaration, declaration, source_ids
from daylight.sources.kit.fetch import fetch
from daylight.sources.kit.load import Loaded, how_supplied, load, load_supplied
from daylight.sources.kit.supplied import supplied_paths
from daylight.store import writer
from daylight.store.manifest import Manifest, SourceUsed, TableFile, fingerprint
from daylight.store.schemas import TABLES, VERSION
from daylight.store.sha import sha256
from daylight.tables.step import LAST_FULL_YEAR, NOTICED, Step

Progress = Callable[[str, int], Any]
"""Called with a label and a number of steps; returns a context whose value ticks once."""


@contextmanager
def silent(label: str, steps: int) -> Iterator[Callable[[], None]]:
    """Show no progress."""
    yield lambda: None


def build(
    folder: Path, progress: Progress = silent, supplied: Mapping[str, Path] | None = None
) -> Manifest:
    """Build an atlas into `folder` and return its manifest.

    The atlas that is there stays in use until every table of the new one is written. A
    build that was stopped goes on where it was.

    Parameters
    ----------
    folder : Path
        Where the atlas goes.
    progress : callable
        Shows progress; see :data:`Progress`.
    supplied : mapping of str to Path, optional
        Files of the user's own, or folders of them, for sources that may not be passed on, by
        source. Without its file such a source and what is made from it are left out.

    Raises
    ------
    CannotWrite, BuildLocked
        When the folder cannot be used.
    BadInput
        When a file is given for a source that is not read from one of the user's own.
    FetchFailed, SourceChanged, BadEncoding
        When a source is not what it is declared to be; nothing has changed then.
    LoaderFault
        When a loader fails on files that are as declared, or a new table breaks a rule
        (:mod:`daylight.build.rules`); nothing has changed then.
    """
    with writer.target(folder), threadpool_limits(1):  # matrices are small: threads fight
        own = dict(supplied or {})
        specs = sources_read(own)
        sums = {name: _sums(specs[name], path) for name, path in own.items()}
        last = _last(specs)
        steps = at_hand(STEPS, specs)
        given = {LAST_FULL_YEAR: str(last.year - 1), NOTICED: NOTICED}
        marks = fingerprints(steps, specs, sums, given, Code())
        loaded = _load_all(specs, own, progress)
        files = _write_all(folder, steps, loaded, marks, last.year - 1, progress)
        hold(folder, files, last)
        manifest = Manifest(
            schema=VERSION,
            id=fingerprint(files),
            daylight=__version__,
            last=last.isoformat(),
            tables=files,
            sources=tuple(_used(spec, sums.get(spec.id, {})) for spec in specs.values()),
        )
        writer.commit(folder, manifest)
        return manifest


def sources_read(own: Collection[str]) -> dict[str, Declaration]:
    """Return the sources that the steps of the plan read, by name: but those without a file.

    Parameters
    ----------
    own : collection of str
        Sources whose file the user has given.
    """
    used = {name for step in STEPS for name in step.sources}
    declared = {name: declaration(name) for name in (*(n for n in source_ids() if n in used), *own)}
    return {name: spec for name, spec in declared.items() if spec.supplied is None or name in own}


def _load_all(
    specs: dict[str, Declaration], own: dict[str, Path], progress: Progress
) -> dict[str, Loaded]:
    loaded = {}
    for spec in specs.values():
        for file in spec.files:
            fetch(spec, file, progress=True)
    with progress("Reading sources", len(specs)) as tick:
        for name in specs:
            loaded[name] = load_supplied(name, own[name]) if name in own else load(name)
            tick()
    return loaded


def _write_all(
    folder: Path,
    steps: tuple[Step, ...],
    loaded: Mapping[str, Loaded],
    marks: Mapping[str, str],
    last_full_year: int,
    progress: Progress,
) -> tuple[TableFile, ...]:
    files = []
    names = [step.name for step in steps if step.stored]
    sources = rests_on(steps)
    with progress("Making tables", len(names) + last_full_year - FIRST_YEAR + 1) as tick:
        work = Work(folder, steps, loaded, last_full_year, tick)
        for name in names:
            file = work.write(name, marks[name])
            files.append(replace(file, sources=sources[name]))
            tick()
    assert {f.name for f in files} == {t.name for t in TABLES}
    return tuple(files)


def _last(specs: dict[str, Declaration]) -> date:
    """Return the last day that any source states to cover to the day."""
    return max(s.coverage.until for s in specs.values() if s.coverage.until)


def _sums(spec: Declaration, path: Path) -> dict[str, str]:
    """Return the sha256 of each file that the user gives for a source, by name."""
    paths = supplied_paths(spec.id, path, how_supplied(spec))
    try:
        return {name: sha256(file) for name, file in paths.items()}
    except OSError as error:
        what = f"{error.filename} cannot be read ({error.strerror})"
        raise FetchFailed(f"{spec.id}: {what}.") from None


def _used(spec: Declaration, sums: Mapping[str, str]) -> SourceUsed:
    files = {file.name: file.sha256 for file in spec.files}
    return SourceUsed(
        **{
            key: getattr(spec, key)
            for key in (
                "id", "title", "version", "citation_key", "citation", "url", "licence",
                "redistribution", "ships",
            )
        },
        accessed=spec.accessed.isoformat(),
        start=spec.coverage.start,
        end=spec.coverage.end,
        files=files | dict(sums),
    )  # fmt: skip
