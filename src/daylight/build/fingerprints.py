"""What each table rests on, as one fingerprint: a finished table with the same one is reused.

It is made of the code that the step of the table imports, the sources that it reads, the
fingerprints of the tables and results that it reads, and what decides how the file is written.
Nothing of it is listed by hand but the libraries.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from importlib import metadata

from daylight.build.code import DATA, Code
from daylight.sources.kit.declaration import PACKAGE, Declaration
from daylight.store.schemas import VERSION, table
from daylight.tables.step import Step

LIBRARIES = ("numpy", "polars", "scipy")
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
    marks, libraries = dict(given), _libraries()
    for step in steps:
        parts = [libraries, *_files(step.modules, code)]
        if step.stored:
            spec = table(step.name)
            layout = (VERSION, spec.name, spec.key, [(c, k) for c, (k, _) in spec.columns.items()])
            parts += [repr(layout), code.digest(code.path(WRITER))]
        parts += [f"{name} {sources[name]}" for name in step.sources]
        parts += [f"{name} {marks[name]}" for name in step.needs]
        marks[step.name] = _digest(parts)
    return {step: mark for step, mark in marks.items() if step not in given}


def source(spec: Declaration, sums: Mapping[str, str], code: Code) -> str:
    """Return the fingerprint of one source: its declaration, files, loader and own tables."""
    parts = [spec.model_dump_json(), *(f"{name} {one}" for name, one in sums.items())]
    parts += _files((f"{PACKAGE}.{spec.id}.source", READER), code)
    # the declaration stands first, as it was read
    folder = code.path(f"{PACKAGE}.{spec.id}.source").parent
    own = sorted(p for p in folder.iterdir() if p.suffix in DATA and p.name != "source.yml")
    return _digest([*parts, *(f"{path.name} {code.digest(path)}" for path in own)])


def _files(modules: Iterable[str], code: Code) -> list[str]:
    """Return the place and the sha256 of each file that modules rest on."""
    return [
        f"{path.relative_to(code.root).as_posix()} {code.digest(path)}"
        for path in code.files(modules)
    ]


def _libraries() -> str:
    return " ".join(f"{name} {metadata.version(name)}" for name in LIBRARIES)


def _digest(parts: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(f"{len(part)} {part}".encode())
    return digest.hexdigest()[:LENGTH]
