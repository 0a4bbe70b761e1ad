"""A build under way: makes what is asked for, once, and keeps what was noticed on the way.

A table that is reused is noticed no more, so what was noticed while it was made is kept in a
hidden folder beside it, for as long as the table.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import polars as pl

from daylight.sources.kit.issues import Issue
from daylight.sources.kit.load import Loaded
from daylight.store import writer
from daylight.store.manifest import TableFile
from daylight.store.schemas import table
from daylight.store.written import Written, notes_of
from daylight.tables.step import LAST_FULL_YEAR, NOTICED, Inputs, Step


class Work:
    """The sources, tables and shared results of one build.

    Parameters
    ----------
    folder : Path
        Where the tables go.
    steps : iterable of Step
        Those that the sources at hand allow.
    loaded : mapping of str to Loaded
        Sources.
    last_full_year : int
        Years after it are incomplete.
    tick : callable
        Called once a year by steps that take long.
    """

    def __init__(
        self,
        folder: Path,
        steps: Iterable[Step],
        loaded: Mapping[str, Loaded],
        last_full_year: int,
        tick: Callable[[], None] = lambda: None,
    ) -> None:
        self._folder, self._loaded, self._tick = folder, loaded, tick
        self._steps = {step.name: step for step in steps}
        self._results: dict[str, Any] = {LAST_FULL_YEAR: last_full_year}
        self._noticed: dict[str, list[Issue]] = {}
        self.issues = [issue for source in loaded.values() for issue in source.issues]

    def write(self, name: str, mark: str) -> TableFile:
        """Write a table, or take the finished one with this fingerprint."""
        notes = notes_of(f"{name}-{mark}")

        def make() -> pl.DataFrame:
            frame: pl.DataFrame = self.result(name)
            rows = [asdict(issue) for step in self._needed(name) for issue in self._of(step)]
            text = json.dumps(rows)
            with writer.writing(self._folder, f"What was noticed for {name}"):
                Written(self._folder).put(notes, lambda to: to.write_text(text, "utf-8"))
            return frame

        anew = not Written(self._folder).sound(notes)
        file = writer.write_table(self._folder, table(name), mark, make, anew=anew)
        kept = (self._folder / notes).read_text("utf-8")
        self.issues += [Issue(**row) for row in json.loads(kept)]
        path = self._folder / file.file
        # as it was stored, not as it was made
        self._results.pop(name, None)
        self._steps[name] = Step(name, lambda inputs: pl.read_parquet(path))
        return file

    def result(self, name: str) -> Any:
        """Return a table or a shared result, made or read when it is first asked for."""
        if name == NOTICED:
            return self.issues
        if name not in self._results:
            step, noticed = self._steps[name], self._noticed.setdefault(name, [])
            inputs = Inputs(step, self._loaded, self.result, noticed, self._tick)
            self._results[name] = step.make(inputs)
        return self._results[name]

    def _of(self, name: str) -> list[Issue]:
        return self._noticed.get(name, [])

    def _needed(self, name: str) -> list[str]:
        """Return a table and the shared results behind it; tables have notes of their own."""
        needed = [name]
        for one in needed:
            for need in self._steps[one].needs:
                step = self._steps.get(need)
                if step is not None and not step.stored and need not in needed:
                    needed.append(need)
        return needed
