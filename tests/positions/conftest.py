"""A small atlas that holds nothing but ideal points."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
import pytest

from daylight.store import manifest as manifests
from daylight.store import writer
from daylight.store.atlas import Atlas
from daylight.store.manifest import Manifest, fingerprint
from daylight.store.schemas import VERSION, table

YEARS = (2015, 2016, 2017)
STATES = (2, 20, 365, 630)


def rows() -> list[dict[str, Any]]:
    """Four states in three years; the last year is not over, and Iran is missing in 2016."""
    found = []
    for votes in ("all", "final-passage"):
        for kind in ("smoothed", "filtered"):
            for year in YEARS:
                for k, cow in enumerate(STATES):
                    if (cow, year) == (630, 2016):
                        continue
                    theta = 2 - k + 0.1 * (year - 2015) + (0.5 if kind == "filtered" else 0)
                    theta += 0.25 if votes == "final-passage" else 0
                    row = {"votes": votes, "kind": kind, "issue": "all", "cow": cow, "year": year}
                    number = {"theta": theta, "sd": 0.2, "lo": theta - 0.3, "hi": theta + 0.4}
                    found.append(
                        row | number | {"rho": None, "n_votes": 60 if year < 2017 else 4 + k}
                    )
    return found


@pytest.fixture
def small(tmp_path: Path) -> Atlas:
    """Return an atlas to 30 June 2017 in a folder of its own."""
    folder = tmp_path / "small"
    folder.mkdir()
    file = writer.write_table(folder, table("ideal_points"), "x", lambda: pl.DataFrame(rows()))
    manifests.write(folder, Manifest(VERSION, fingerprint((file,)), "0", "2017-06-30", (file,), ()))
    return Atlas(folder)
