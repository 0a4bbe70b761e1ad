"""What the ledgers are made of: tables of sources, and tables made before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from daylight.sources.blocs.tied import tied
from daylight.sources.kit.issues import IssueLog
from daylight.sources.kit.load import Tables
from daylight.sources.kit.ties.tie import Tie
from daylight.sources.kit.ties.yearly import Yearly


@dataclass(frozen=True, slots=True)
class Given:
    """Tables that the raw values come from.

    Attributes
    ----------
    sources : mapping of str to tables
        Tables of each source.
    votes, positions : DataFrame
        Tables `votes` and `ideal_points` of the atlas.
    volumes : DataFrame
        Result `trade_volumes` of :mod:`daylight.tables.flows.steps`.
    log : IssueLog
        Takes what the ties notice.
    """

    sources: Mapping[str, Tables]
    votes: pl.DataFrame
    positions: pl.DataFrame
    volumes: pl.DataFrame
    log: IssueLog = field(default_factory=lambda: IssueLog("ledgers"))

    @property
    def blocs(self) -> Tables:
        """Tables of the blocs that count here; the source lists others too."""
        return tied(self.sources["blocs"])

    def tie(self, tie: Tie) -> pl.DataFrame:
        """Return cow, partner, year, value of a tie that a source codes."""
        return tie.make(self.sources, self.log).rows

    def fact(self, fact: Yearly) -> pl.DataFrame:
        """Return cow, partner, year, value of a yearly fact."""
        return fact.made(self.sources, self.log).rows
