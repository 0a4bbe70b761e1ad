"""Run a build: load and check all sources, make the tables, then commit the new atlas."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

import polars as pl
from threadpoolctl import threadpool_limits

from daylight.build.plan import STEPS, Work
from daylight.core.version import __version__
from daylight.sources._kit.declaration import Declaration, declaration, source_ids
from daylight.sources._kit.fetch import fetch
from daylight.sources._kit.issues import Issue
from daylight.sources._kit.load import Loaded, how_supplied, load, load_supplied
from daylight.sources._kit.supplied import supplied_paths
from daylight.store import writer
from daylight.store.manifest import Manifest, SourceUsed, TableFile, fingerprint
from daylight.store.schemas import TABLES, VERSION, table
from daylight.store.sha import sha256

CODE = ("core", "stats", "store", "sources", "measures", "bonds", "build")
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
    """
    with writer.target(folder), threadpool_limits(1):  # matrices are small: threads fight
        own = dict(supplied or {})
        every = {name: declaration(name) for name in (*source_ids(), *own)}
        specs = {n: spec for n, spec in every.items() if spec.supplied is None or n in own}
        sums = {name: _sums(specs[name], path) for name, path in own.items()}
        inputs = _inputs(specs, sums)
        work = Work(
            loaded=_load_all(specs, own, progress),
            made={},
            issues=[],
            last_full_year=_last(specs).year - 1,
            tick=lambda: None,
        )
        for loaded in work.loaded.values():
            work.issues += loaded.issues
        files = _write_all(folder, work, inputs, progress)
        manifest = Manifest(
            schema=VERSION,
            id=fingerprint(files),
            daylight=__version__,
            last=_last(specs).isoformat(),
            tables=files,
            sources=tuple(_used(spec, sums.get(spec.id, {})) for spec in specs.values()),
        )
        writer.commit(folder, manifest)
        return manifest


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


def _write_all(folder: Path, work: Work, inputs: str, progress: Progress) -> tuple[TableFile, ...]:
    files = []
    years = work.last_full_year
    with progress("Making tables", len(STEPS) + years - 1815) as tick:
        work.tick = tick
        for name, step in STEPS.items():
            noticed = folder / f"{name}-{inputs}.parquet.issues"

            def make(
                step: Callable[[Work], pl.DataFrame] = step, noticed: Path = noticed
            ) -> pl.DataFrame:
                before = len(work.issues)
                frame = step(work)
                noticed.write_text(json.dumps([asdict(i) for i in work.issues[before:]]), "utf-8")
                return frame

            file = writer.write_table(folder, table(name), inputs, make)
            if noticed.is_file():  # of this run, or of the stopped one that it goes on from
                work.issues += [Issue(**row) for row in json.loads(noticed.read_text("utf-8"))]
            files.append(file)
            work.made[name] = pl.read_parquet(folder / file.file)
            tick()
    assert {f.name for f in files} == {t.name for t in TABLES}
    return tuple(files)


def _last(specs: dict[str, Declaration]) -> date:
    """Return the last day that any source states to cover to the day."""
    return max(s.coverage.until for s in specs.values() if s.coverage.until)


def _sums(spec: Declaration, path: Path) -> dict[str, str]:
    """Return the sha256 of each file that the user gives for a source, by name."""
    paths = supplied_paths(spec.id, path, how_supplied(spec))
    return {name: sha256(file) for name, file in paths.items()}


def _inputs(specs: dict[str, Declaration], sums: Mapping[str, Mapping[str, str]]) -> str:
    """Return a fingerprint of everything that the tables depend on: data, code, versions."""
    digest = hashlib.sha256(f"{VERSION} {__version__} {pl.__version__}".encode())
    for spec in specs.values():
        digest.update(spec.model_dump_json().encode())
        if spec.id in sums:
            digest.update("".join(sums[spec.id].values()).encode())
    root = Path(str(resources.files("daylight")))
    for package in CODE:
        for path in sorted((root / package).rglob("*")):
            if path.suffix in {".py", ".yml", ".csv"} and "embedded" not in path.parts:
                digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


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
