"""Reading the atlas: gaps are NaN, None or NaT; spans, pairs and sums are what they say."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
import pytest

from daylight.core.errors import AtlasDamaged, AtlasTooOld, UnknownName
from daylight.store import writer
from daylight.store.atlas import Atlas, current, location
from daylight.store.manifest import Manifest, fingerprint
from daylight.store.older import holds
from daylight.store.schemas import TABLES, VERSION, VOTE_COUNTS, table

if TYPE_CHECKING:
    from conftest import AtlasOf

COUNTS = dict.fromkeys(VOTE_COUNTS, 0)


def votes(*rows: tuple[int, int, int, int, int]) -> pl.DataFrame:
    """Rows of a, b, year, both yes, both no."""
    return pl.DataFrame(
        [{"a": a, "b": b, "year": y} | COUNTS | {"yy": yy, "nn": nn} for a, b, y, yy, nn in rows]
    )


MADE = {
    "states": pl.DataFrame(
        {
            "cow": [2, 260],
            "abbr": ["USA", "GFR"],
            "iso3": ["USA", None],
            "name": ["United States", "West Germany"],
            "start": [None, None],
            "end": [None, None],
            "gw": [2, None],
            "lineage": ["USA", "DEU"],
        }
    ).with_columns(start=pl.date(1955, 5, 5), end=pl.Series([None, date(1990, 10, 2)])),
    "trade": pl.DataFrame(
        {"a": [2, 2], "b": [20, 20], "year": [1991, 1990], "ab": [None, 900], "ba": [None, 800]}
        | {"status_ab": [4, 0], "status_ba": [5, 1], "log_sd": [None, 3], "source": [None, 1]}
    ),
    "votes": votes((2, 20, 1990, 5, 1), (2, 20, 1991, 7, 2), (2, 200, 1990, 3, 0)),
    "issue_votes": votes(
        (2, 20, 1990, 1, 0), (2, 20, 1991, 2, 0), (2, 200, 1991, 4, 0)
    ).with_columns(issue=pl.Series(["me", "me", "nu"])),
    "rollcalls": pl.DataFrame(
        {
            "year": [1990, 1990, 1991],
            "issue": ["all", "me", "all"],
            "universe": ["un", "un", "voeten"],
            "held": [9, 2, 11],
            "divided": [8, 2, 10],
        }
    ),
    "coverage": pl.DataFrame({"measure": ["vote_kappa"], "start": [1990], "end": [1991]}),
}


@pytest.fixture(scope="module")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    folder = tmp_path_factory.mktemp("it's an atlas")
    files = tuple(
        writer.write_table(folder, table(name), "x", lambda name=name: MADE[name]) for name in MADE
    )
    writer.commit(folder, Manifest(VERSION, fingerprint(files), "0", "1992-06-30", files, ()))
    return Atlas(folder)


def test_missing_texts_are_none_numbers_nan_and_dates_nat(toy: Atlas) -> None:
    rows = toy.rows("states", "true ORDER BY cow")
    assert rows["iso3"].tolist() == ["USA", None]
    assert rows["gw"][0] == 2
    assert np.isnan(rows["gw"][1])
    assert np.isnat(rows["end"]).tolist() == [True, False]
    assert str(rows["end"][1].astype("datetime64[D]")) == "1990-10-02"


def test_a_column_without_gaps_keeps_its_type(toy: Atlas) -> None:
    rows = toy.rows("votes")
    assert rows["year"].dtype == np.int16
    assert rows["yy"].dtype == np.uint16


def test_years_are_both_included(toy: Atlas) -> None:
    assert toy.years("votes", 1990, 1990)["yy"].tolist() == [5, 3]
    assert len(toy.years("votes", 1990, 1991)["yy"]) == 3
    assert len(toy.years("votes", 1992, 2000)["yy"]) == 0
    assert list(toy.years("votes", 1992, 2000)) == list(table("votes").columns)


def test_a_pair_is_found_in_either_order_oldest_first(toy: Atlas) -> None:
    for one, two in ((2, 20), (20, 2)):
        rows = toy.pair("trade", one, two)
        assert rows["year"].tolist() == [1990, 1991]
        assert np.isnan(rows["ab"]).tolist() == [False, True]
    assert len(toy.pair("trade", 2, 999)["year"]) == 0


def test_votes_are_summed_over_years_by_issue(toy: Atlas) -> None:
    sums = toy.vote_sums(1990, 1991)
    assert set(sums) == {"all", "me", "nu"}
    every = sums["all"]
    assert list(zip(every["a"], every["b"], every["yy"], every["nn"], strict=True)) == [
        (2, 20, 12, 3),
        (2, 200, 3, 0),
    ]
    assert sums["me"]["yy"].tolist() == [3]
    assert set(toy.vote_sums(1990, 1990)) == {"all", "me"}
    assert set(toy.vote_sums(1900, 1901)) == {"all"}


def test_roll_calls_are_counted_by_issue(toy: Atlas) -> None:
    assert toy.held("all", 1990, 1991) == 20
    assert toy.held("me", 1990, 1991) == 2
    assert toy.held("nu", 1990, 1991) == 0


def test_the_last_day_and_the_spans_come_from_the_atlas(toy: Atlas) -> None:
    assert toy.last.isoformat() == "1992-06-30"
    assert toy.spans() == {"vote_kappa": (1990, 1991)}
    assert toy.coverage("vote_kappa") == (1990, 1991)


def test_an_unknown_table_gets_near_names(toy: Atlas) -> None:
    with pytest.raises(UnknownName, match="trade"):
        toy.rows("trades")


def test_a_file_with_other_bytes_is_damage(tmp_path: Path) -> None:
    file = writer.write_table(tmp_path, table("coverage"), "x", lambda: MADE["coverage"])
    writer.commit(tmp_path, Manifest(VERSION, fingerprint((file,)), "0", "1992-01-01", (file,), ()))
    book = Atlas(tmp_path)
    (tmp_path / file.file).write_bytes(b"PAR1 is not all of it PAR1")
    with pytest.raises(AtlasDamaged, match="daylight atlas verify"):
        book.spans()


def test_the_variable_chooses_the_atlas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DAYLIGHT_ATLAS", raising=False)
    assert location().name == "embedded"
    monkeypatch.setenv("DAYLIGHT_ATLAS", str(tmp_path))
    assert location() == tmp_path
    with pytest.raises(AtlasDamaged, match="unset DAYLIGHT_ATLAS"):
        current()


def test_the_atlas_that_ships_holds_every_table_as_defined(book: Atlas) -> None:
    assert {t.name for t in book.manifest.tables} == {t.name for t in TABLES}
    for spec in TABLES:
        assert list(book.rows(spec.name, "true LIMIT 1")) == list(spec.columns)


def test_the_atlas_that_ships_is_small_and_opened_once(book: Atlas) -> None:
    assert sum(t.bytes for t in book.manifest.tables) < 25_000_000
    assert current() is current()


def test_rows_of_one_year_are_kept_and_cannot_be_changed(toy: Atlas) -> None:
    year = int(toy.rows("votes")["year"].max())
    found = toy.years("votes", year, year)
    assert toy.years("votes", year, year) is found
    assert (found["year"] == year).all()
    with pytest.raises(ValueError, match="read-only"):
        found["year"][0] = 0


def test_a_table_that_an_older_atlas_lacks_is_named(atlas_of: AtlasOf) -> None:
    row = {"cow": 2, "year": 2000, "polyarchy": 0.5}
    book = atlas_of({"regimes": [row]})
    assert holds(book.manifest, "regimes")
    assert not holds(book.manifest, "shocks")
    with pytest.raises(AtlasTooOld, match="does not hold shocks; it is older than this"):
        book.rows("shocks")
