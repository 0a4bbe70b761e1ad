"""The reference sample, read from the mirror of real data."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from daylight.stats.ideal_points import VoteData
from daylight.stats.ideal_points.bridge import Sample, reference_sample

YES_TO_NO = 3


def folder() -> Path:
    """Folder of the mirror, or skip."""
    if "DAYLIGHT_MIRROR" not in os.environ:
        pytest.skip("DAYLIGHT_MIRROR is not set: no real votes to read")
    return Path(os.environ["DAYLIGHT_MIRROR"]) / "unga_votes"


def reference_sample_from_mirror() -> Sample:
    """The reference sample of methods.md with its counts."""
    base = folder()
    rolls = pl.read_parquet(base / "rollcalls_1946_2020.parquet")
    votes = pl.read_parquet(base / "votes_1946_2020.parquet").join(
        rolls.select("rcid", "year", "session", "amend", "para"), on="rcid"
    )
    matches = pl.read_csv(base / "Matches.csv")

    def column(name: str) -> np.ndarray:
        return votes[name].fill_null(0).to_numpy()

    return reference_sample(
        state=column("ccode"),
        rollcall=column("rcid"),
        session=column("session"),
        year=column("year"),
        vote=column("vote"),
        paragraph=column("para"),
        amendment=column("amend"),
        repeats=matches["rcid2"].to_numpy(),
        repeated=matches["rcid1"].to_numpy(),
    )


def reference() -> VoteData:
    """Only the votes of the reference sample."""
    return reference_sample_from_mirror().votes
