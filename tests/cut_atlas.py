"""The atlas that ships, cut at the end of a year, for tests that nothing of later enters."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl

from daylight.breaks.kinds import GAIN_AFTER
from daylight.store import manifest as manifests
from daylight.store import writer
from daylight.store.atlas import Atlas
from daylight.store.manifest import Manifest, fingerprint
from daylight.store.older import holds
from daylight.store.schemas import VERSION, table

YEAR, DAY = 1991, date(1991, 12, 31)
DAYS = {
    "dated_facts": "day", "shocks": "date", "successions": "day", "treaty_ends": "date",
    "bloc_spells": "start", "recognition_spells": "start", "recognition_switches": "date",
}  # fmt: skip
"""Tables by day."""
SPANS = ("ties", "nearness")
"""Tables by span of years."""
READ = (
    "tie_years", "onsets", "acts", "breaks", "gains", "ledgers", "ledger_items",
    "relationship_weights", "votes", "ideal_points", "trade", "ties", "coverage", "capabilities",
    "regimes", "attempts", "blocs", "economies", *DAYS,
)  # fmt: skip


def cut(name: str, frame: pl.DataFrame) -> pl.DataFrame:
    """Return the rows of a table that were there at the end of the year."""
    if name in DAYS:
        return frame.filter(pl.col(DAYS[name]) <= DAY)
    if name == "breaks":
        return frame.filter(pl.col("known") <= YEAR)
    if name == "gains":
        return frame.filter(pl.col("year") + GAIN_AFTER <= YEAR)
    if name in SPANS:
        return frame.filter(pl.col("start") <= YEAR)
    if name == "attempts":
        return frame.filter(pl.col("last") <= YEAR)
    return frame.filter(pl.col("year") <= YEAR) if "year" in frame.columns else frame


def cut_atlas(book: Atlas, folder: Path, names: tuple[str, ...] = READ) -> Atlas:
    """Write tables of the atlas into a folder, cut at the end of the year."""
    files = []
    for name in (name for name in names if holds(book.manifest, name)):
        frame = cut(name, pl.read_parquet(book.folder / book.manifest.table(name).file))
        files.append(writer.write_table(folder, table(name), "x", lambda f=frame: f))
    mark, sources = fingerprint(tuple(files)), book.manifest.sources
    manifests.write(folder, Manifest(VERSION, mark, "0", DAY.isoformat(), tuple(files), sources))
    return Atlas(folder)
