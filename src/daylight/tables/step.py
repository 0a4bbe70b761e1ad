"""A step of a build: how one table is made, from which sources and results, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from daylight.core.errors import BadInput
from daylight.sources.kit.declaration import Coverage
from daylight.sources.kit.issues import Issue, IssueLog
from daylight.sources.kit.load import Loaded, Tables
from daylight.tables.world import Frames

LAST_FULL_YEAR = "last_full_year"
NOTICED = "noticed"
GIVEN = (LAST_FULL_YEAR, NOTICED)
"""What the build itself gives to steps that need it: an int, and the issues so far."""


@dataclass(frozen=True, slots=True)
class Step:
    """How one table of the atlas is made, or a result that several tables share.

    Attributes
    ----------
    name : str
        The table, or the name of the shared result.
    make : callable
        From :class:`Inputs` to the frame, or to the result.
    sources : tuple of str
        Sources that it reads.
    needs : tuple of str
        Tables and results of steps before it, and things of :data:`GIVEN`, that it reads.
    stored : bool
        Whether it is a table. What is not is made once, when the first step asks for it.
    optional : bool
        Whether it is left out where one of its sources is not at hand.
    code : tuple of str
        Modules that it runs and that the module of `make` does not import.
    """

    name: str
    make: Callable[[Inputs], Any]
    sources: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    stored: bool = True
    optional: bool = False
    code: tuple[str, ...] = ()

    @property
    def modules(self) -> tuple[str, ...]:
        """Where its code begins; what these import belongs to it too."""
        return (self.make.__module__, *self.code)


class Inputs:
    """What a step is given: the sources and results that it declares, and a log.

    Parameters
    ----------
    step : Step
        Its declaration decides what can be read.
    sources : mapping of str to Loaded
        All sources at hand.
    result : callable
        Returns the table or result of a name.
    issues : list of Issue
        Takes what the step notices.
    tick : callable
        Called once a year by steps that take long.
    """

    def __init__(
        self,
        step: Step,
        sources: Mapping[str, Loaded],
        result: Callable[[str], Any],
        issues: list[Issue],
        tick: Callable[[], None] = lambda: None,
    ) -> None:
        self._step, self._sources, self._result = step, sources, result
        self._issues = issues
        self.tick = tick
        self.needs = step.needs

    def source(self, name: str) -> Tables:
        """Return the tables of a declared source."""
        return self._loaded(name).tables

    def coverage(self, name: str) -> Coverage:
        """Return what a declared source says that it covers."""
        return self._loaded(name).declaration.coverage

    def table(self, name: str) -> pl.DataFrame:
        """Return a declared table."""
        frame: pl.DataFrame = self.result(name)
        return frame

    def result(self, name: str) -> Any:
        """Return a declared table or result."""
        if name not in self._step.needs:
            raise BadInput(f"Step {self._step.name} does not declare that it needs {name}.")
        return self._result(name)

    def world(self, *names: str) -> Frames:
        """Return declared tables as measures read them."""
        return Frames({name: self.table(name) for name in names})

    def log(self, source: str) -> IssueLog:
        """Return a log of which the build keeps every entry."""
        return IssueLog(source, self._issues)

    def _loaded(self, name: str) -> Loaded:
        if name not in self._step.sources:
            raise BadInput(f"Step {self._step.name} does not declare that it reads {name}.")
        return self._sources[name]
