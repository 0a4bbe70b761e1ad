"""An answer of a date is the same where nothing of later is in the atlas."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from daylight.endurance.resilience import resilience
from daylight.store import manifest as manifests
from daylight.store import writer
from daylight.store.atlas import Atlas
from daylight.store.manifest import Manifest, fingerprint
from daylight.store.older import holds
from daylight.store.schemas import VERSION, table

YEAR, DAY = 1991, date(1991, 12, 31)
PAIRS = (("POL", "RUS"), ("USA", "PAK"), ("EGY", "RUS"), ("USA", "FRA"), ("IRQ", "SAU"))
DAYS = {"dated_facts": "day", "shocks": "date", "successions": "day", "treaty_ends": "date"}
"""Tables by day."""
READ = (
    "tie_years", "onsets", "acts", "breaks", "ledgers", "ledger_items", "relationship_weights",
    "votes", "ideal_points", "trade", "ties", "coverage", *DAYS,
)  # fmt: skip


def cut(name: str, frame: pl.DataFrame) -> pl.DataFrame:
    """Return the rows of a table that were there at the end of the year."""
    if name in DAYS:
        return frame.filter(pl.col(DAYS[name]) <= DAY)
    if name == "breaks":
        return frame.filter(pl.col("known") <= YEAR)
    if name == "ties":
        return frame.filter(pl.col("start") <= YEAR)
    return frame.filter(pl.col("year") <= YEAR) if "year" in frame.columns else frame


@pytest.fixture(scope="module")
def then(book: Atlas, tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    """Return the atlas that ships, cut at the end of a year."""
    folder = tmp_path_factory.mktemp("cut")
    files = []
    for name in (name for name in READ if holds(book.manifest, name)):
        frame = cut(name, pl.read_parquet(book.folder / book.manifest.table(name).file))
        files.append(writer.write_table(folder, table(name), "x", lambda f=frame: f))
    mark, sources = fingerprint(tuple(files)), book.manifest.sources
    manifests.write(folder, Manifest(VERSION, mark, "0", DAY.isoformat(), tuple(files), sources))
    return Atlas(folder)


@pytest.mark.slow
@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_nothing_of_later_enters(pair: tuple[str, str], book: Atlas, then: Atlas) -> None:
    ours, cut_off = (resilience(*pair, as_of=DAY, atlas=one).to_dict() for one in (book, then))
    for one in (ours, cut_off):
        del one["request"]["atlas"]
    assert ours["shocks"], "there is something to compare"
    assert ours == cut_off


def test_what_is_cut_is_not_empty() -> None:
    frame = pl.DataFrame({"year": [YEAR, YEAR + 1], "known": [YEAR, YEAR + 1]})
    assert cut("tie_years", frame)["year"].to_list() == [YEAR]
    assert cut("breaks", frame)["known"].to_list() == [YEAR]
