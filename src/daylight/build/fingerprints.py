"""What each table rests on, as one fingerprint: a finished table with the same one is reused.

It is made of the code that the step of the table imports, libraries included, the sources that
it reads, the fingerprints of the tables and results that it reads, and what decides how the file
is written. Nothing of it is listed by hand.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from daylight.build.code import OF_A_SOURCE, Code
from daylight.sources.kit.declaration import PACKAGE, Declaration
from daylight.store.schemas import VERSION, table
from daylight.tables.step import Step

READER, WRITER = f"{PACKAGE}.kit.load", "daylight.store.writer"
LENGTH = 12


def fingerprints(
    steps: Iterable[Step],
    specs: Mapping[str, Declaration],
    sums: Mapping[str, Mapping[str, str]],
    given: Mapping[str, str],
    code: Code,
) -> dict[str, str]:
    """Return the fingerprint of each step by name.

    Parameters
    ----------
    steps : iterable of Step
        Each after those that it needs.
    specs : mapping of str to Declaration
        Sources at hand.
    sums : mapping
        sha256 of files of the user's own, by source and name.
    given : mapping of str to str
        What stands for the things that the build itself gives.
    code : Code
        The package as it runs.
    """
    sources = {name: source(spec, sums.get(name, {}), code) for name, spec in specs.items()}
    marks = dict(given)
    for step in steps:
        parts = _code(step.modules, code)
        if step.stored:
            spec = table(step.name)
            layout = (VERSION, spec.name, spec.key, [(c, k) for c, (k, _) in spec.columns.items()])
            parts += [repr(layout), code.digest(code.path(WRITER)), *code.libraries([WRITER])]
        parts += [f"{name} {sources[name]}" for name in step.sources]
        parts += [f"{name} {marks[name]}" for name in step.needs]
        marks[step.name] = _digest(parts)
    return {step: mark for step, mark in marks.items() if step not in given}


def source(spec: Declaration, sums: Mapping[str, str], code: Code) -> str:
    """Return the fingerprint of one source: its declaration, files, loader and own tables."""
    parts = [spec.model_dump_json(), *(f"{name} {one}" for name, one in sums.items())]
    parts += _code((f"{PACKAGE}.{spec.id}.source", READER), code)
    folder = code.path(f"{PACKAGE}.{spec.id}.source").parent
    # the declaration stands first, as it was read
    named = {folder / name for name in (*spec.packaged, *OF_A_SOURCE) if name != "source.yml"}
    own = {*code.beside(folder), *(path for path in named if path.is_file())}
    return _digest([*parts, *_files(sorted(own), code)])


def _code(modules: Iterable[str], code: Code) -> list[str]:
    """Return what stands for the code that modules rest on: its files, and its libraries."""
    starts = tuple(modules)
    return [*_files(code.files(starts), code), *code.libraries(code.closure(starts))]


def _files(paths: Iterable[Path], code: Code) -> list[str]:
    """Return the place and the sha256 of each file."""
    return [f"{path.relative_to(code.root).as_posix()} {code.digest(path)}" for path in paths]


def _digest(parts: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(f"{len(part)} {part}".encode())
    return digest.hexdigest()[:LENGTH]
