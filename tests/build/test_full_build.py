"""The atlas that ships is what the declared sources give."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pytest

from daylight.build.plan import STEPS, at_hand, rests_on
from daylight.build.run import build
from daylight.build.verify import verify
from daylight.sources.kit.declaration import declaration, source_ids
from daylight.store.atlas import Atlas
from daylight.store.schemas import table


def test_the_manifest_that_ships_names_the_sources_of_its_tables(book: Atlas) -> None:
    """As the steps read them."""
    ours = [name for name in source_ids() if declaration(name).supplied is None]
    sources = rests_on(at_hand(STEPS, ours))
    wrong = [t.name for t in book.manifest.tables if t.sources != sources[t.name]]
    assert wrong == []


@dataclass(frozen=True)
class Drift:
    """How far another processor or other versions of the libraries may move a table.

    Attributes
    ----------
    rows : float
        Share of rows that may differ.
    most : float
        Largest difference of a number, in the units of the table.
    """

    rows: float
    most: float


DRIFT = {
    # Filtered scales of issues compare explanations of past votes: where two are equally good, the
    # last digit decides which is found, for one year of one issue.
    "ideal_points": Drift(5e-3, 0.05),
    # Rest on ideal points, and on a fit: a value at the border of a step falls to either side.
    "ledger_items": Drift(2e-3, 2),
    "ledgers": Drift(5e-3, 2),
    "relationship_weights": Drift(1.0, 1e-4),
}
"""Tables that rest on sums of floats. All others are equal to the byte."""


def drifted(name: str, ours: pl.DataFrame, theirs: pl.DataFrame) -> str:
    """Say how a table differs by more than libraries may move it; empty where it does not."""
    allowed, key = DRIFT[name], list(table(name).key)
    if not ours.select(key).equals(theirs.select(key)):
        return f"{name}: other rows"
    apart = pl.Series([False] * len(ours))
    for column in ours.columns:
        one, two = ours[column], theirs[column]
        apart |= one.ne_missing(two)
        if one.dtype.is_numeric():
            gap = (one.cast(pl.Float64) - two.cast(pl.Float64)).abs().max()
            if gap is not None and float(gap) > allowed.most:  # type: ignore[arg-type]
                return f"{name}: {column} differs by {gap}"
    share = apart.sum() / len(ours)
    return "" if share <= allowed.rows else f"{name}: {share:.2%} of rows differ"


def test_a_table_that_differs_by_more_is_found() -> None:
    ours = pl.DataFrame({"a": [2] * 4, "b": [20] * 4, "year": [1, 2, 3, 4],
                         "value": [10, 20, 30, 40]})  # fmt: skip
    assert drifted("ledgers", ours, ours) == ""
    moved = ours.with_columns(value=pl.when(pl.col("year") == 1).then(25).otherwise("value"))
    assert "differs by 15" in drifted("ledgers", ours, moved)
    some = ours.with_columns(value=pl.when(pl.col("year") == 1).then(11).otherwise("value"))
    assert "25.00% of rows" in drifted("ledgers", ours, some)
    assert "other rows" in drifted("ledgers", ours, ours.with_columns(a=3))


@pytest.mark.mirror
@pytest.mark.slow
def test_the_declared_sources_give_the_atlas_that_ships(
    mirror: Path, tmp_path: Path, book: Atlas
) -> None:
    manifest = build(tmp_path / "atlas")
    assert [check for check in verify(tmp_path / "atlas") if not check.passed] == []
    ours = {t.name: t for t in book.manifest.tables}
    assert set(ours) == {t.name for t in manifest.tables}
    differ = [t for t in manifest.tables if ours[t.name].sha256 != t.sha256]
    assert [t.name for t in differ if t.name not in DRIFT] == []
    said = [
        drifted(
            t.name,
            pl.read_parquet(book.folder / ours[t.name].file),
            pl.read_parquet(tmp_path / "atlas" / t.file),
        )
        for t in differ
    ]
    assert [text for text in said if text] == []
    assert manifest.sources == book.manifest.sources
    assert manifest.last == book.manifest.last
