"""The tables of memberships: blocs, calls within them, and intergovernmental organisations."""

from __future__ import annotations

import polars as pl

from daylight.sources.kit.ties.spells import runs
from daylight.tables.step import Inputs, Step

FULL = 1


def igo_members(members: pl.DataFrame) -> pl.DataFrame:
    """Return igo, cow, start, end: consecutive years of full membership as one row.

    Parameters
    ----------
    members : DataFrame
        igo, cow, year, status; one row for each organisation, state and year.
    """
    return runs(members.filter(pl.col("status") == FULL), ["igo", "cow"])


def _blocs(inputs: Inputs) -> pl.DataFrame:
    return inputs.source("blocs")["blocs"]


def _bloc_spells(inputs: Inputs) -> pl.DataFrame:
    return inputs.source("blocs")["bloc_spells"]


def _bloc_calls(inputs: Inputs) -> pl.DataFrame:
    return inputs.source("bloc_calls")["bloc_calls"]


def _igo_members(inputs: Inputs) -> pl.DataFrame:
    return igo_members(inputs.source("igo")["members"])


STEPS = (
    Step("blocs", _blocs, sources=("blocs",)),
    Step("bloc_spells", _bloc_spells, sources=("blocs",)),
    Step("bloc_calls", _bloc_calls, sources=("bloc_calls",)),
    Step("igo_members", _igo_members, sources=("igo",)),
)
