"""What builds wrote into a folder, by name and sha256: nothing else there is touched or trusted.

The record lies beside the tables. It names a file before the file is there, so that whatever a
build that died has left behind is known. A file counts as written by a build when the record or
a manifest names it and its bytes are still those; of any other it is not known whose it is.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from daylight.core.limits import MANIFEST
from daylight.store import manifest as manifests
from daylight.store.given import read as read_file
from daylight.store.sha import sha256

NAME = ".written.json"
PARTIAL = ".partial"
_OURS = re.compile(r"(?:\.noticed/)?[a-z_]+-\w+\.(?:parquet|json)")
"""Names that a build gives. No other is ever removed, whatever a record says."""


class Written:
    """The record of one folder, which a build holds.

    Parameters
    ----------
    folder : Path
        Where the atlas goes.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        raw = _read(folder / NAME)
        recorded = raw is not None
        self._files: dict[str, list[str]] = raw["files"] if raw else {}
        self._begun: list[str] = raw["begun"] if raw else []
        self._before: list[str] = raw["before"] if raw else []
        for name, mark in manifests.files(folder).items():
            self._add(name, mark)
            notes = folder / notes_of(name)
            if not recorded and notes.is_file():  # by a build from before there were records
                self._add(notes_of(name), sha256(notes))

    def sound(self, name: str) -> bool:
        """Whether a file is there with the bytes that a build gave it."""
        path, marks = self._folder / name, self._files.get(name)
        return bool(marks) and path.is_file() and sha256(path) in (marks or ())

    def names(self, name: str) -> bool:
        """Whether a build wrote a file of this name."""
        return name in self._files

    def put(self, name: str, write: Callable[[Path], Any]) -> str:
        """Write a file by way of a partial one, in one step and safely on disk; return its sha256.

        What stands at its place and is not by a build gets another name.
        """
        path = self._folder / name
        partial = path.with_name(path.name + PARTIAL)
        path.parent.mkdir(exist_ok=True)
        if _read(self._folder / NAME) is None:
            set_aside(self._folder / NAME)
        if not self.sound(name):
            set_aside(path)
        if name not in self._begun:
            set_aside(partial)
            self._begun.append(name)
            self._save()
        try:
            write(partial)
            sync(partial)
            mark = sha256(partial)
            self._add(name, mark)
            self._save()
            partial.replace(path)
        except OSError:
            partial.unlink(missing_ok=True)
            self._begun.remove(name)
            with suppress(OSError):  # then it stands there for the next build
                self._save()
            raise
        return mark

    def turn(self, new: Iterable[str]) -> None:
        """Say that files are about to take the place of others, which stay for one more build.

        Whoever has the atlas before open reads its files by name.
        """
        old = set(manifests.files(self._folder))
        if old != set(new):
            self._before = sorted(old)
        sync(self._folder)
        self._save()

    def clear(self, keep: Iterable[str]) -> None:
        """Remove what builds wrote, but for `keep` and the files of the atlas before."""
        kept = {*keep, *self._before}
        kept |= {notes_of(name) for name in kept}
        for name in self._begun:
            if _OURS.fullmatch(name):
                (self._folder / (name + PARTIAL)).unlink(missing_ok=True)
        self._begun = []
        for name in [name for name in self._files if name not in kept]:
            if _OURS.fullmatch(name) and self.sound(name):
                (self._folder / name).unlink()
            del self._files[name]
        self._save()

    def _add(self, name: str, mark: str) -> None:
        marks = self._files.setdefault(name, [])
        if mark not in marks:
            marks.append(mark)

    def _save(self) -> None:
        path = self._folder / NAME
        raw = {"files": self._files, "begun": self._begun, "before": self._before}
        if not any(raw.values()):
            path.unlink(missing_ok=True)
            return
        partial = path.with_name(NAME + PARTIAL)
        try:
            partial.unlink(missing_ok=True)  # it might be a pipe, which would be waited for
            partial.write_text(json.dumps(raw, indent=1), "utf-8")
            sync(partial)
            partial.replace(path)
        except OSError:
            partial.unlink(missing_ok=True)
            raise


def strangers(folder: Path) -> tuple[str, ...]:
    """Return what lies between the tables of an atlas and is by no build."""
    record = Written(folder)
    found = [*folder.glob("*.parquet*"), *folder.glob("*.set-aside-*")]
    return tuple(sorted({p.name for p in found if not record.names(p.name)}))


def notes_of(name: str) -> str:
    """Return the name of what was noticed while a table was made."""
    return f".noticed/{Path(name).stem}.json"


def set_aside(path: Path) -> None:
    """Give what stands at `path` another name: it is not known whose it is."""
    number = 1
    while os.path.lexists(to := path.with_name(f"{path.name}.set-aside-{number}")):
        number += 1
    if os.path.lexists(path):
        path.rename(to)


def sync(path: Path) -> None:
    """Have a file or folder safely on disk, where the system can."""
    if os.name != "posix" and path.is_dir():
        return
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _read(path: Path) -> dict[str, Any] | None:
    """Return a record, or None: without one nothing is known, so that nothing is removed."""
    try:
        raw = json.loads(read_file(path, MANIFEST))
        files = raw["files"]
        lists = (raw["begun"], raw["before"], *files.values())
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    whole = all(isinstance(one, list) and all(isinstance(t, str) for t in one) for one in lists)
    return raw if whole else None
