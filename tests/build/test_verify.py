"""The check of an atlas: every kind of damage is found and named."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from daylight.build.rules.check import Check
from daylight.build.verify import hold, rules, verify
from daylight.core.errors import AtlasDamaged, LoaderFault
from daylight.store import manifest as manifests
from daylight.store import writer
from daylight.store.atlas import Atlas
from daylight.store.manifest import Manifest, TableFile, fingerprint
from daylight.store.schemas import VERSION, table
from daylight.store.sha import sha256

ROWS = {"a": [2, 2], "b": [20, 365], "year": [1990, 1990]} | {
    c: [1, 8] for c in ("ab", "ba", "ab_narrow", "ba_narrow")
}
SPEC = table("alliances")


def put(folder: Path, frame: pl.DataFrame) -> TableFile:
    """Write a table as it is, and a manifest that agrees with its bytes."""
    path = folder / "alliances-x.parquet"
    frame.write_parquet(path)
    file = TableFile("alliances", path.name, len(frame), path.stat().st_size, sha256(path))
    writer.commit(folder, Manifest(VERSION, fingerprint((file,)), "0", "2020-12-31", (file,), ()))
    return file


def failed(folder: Path) -> list[Check]:
    return [check for check in verify(folder) if not check.passed]


@pytest.fixture
def frame() -> pl.DataFrame:
    return writer.conform(SPEC, pl.DataFrame(ROWS))


def test_a_sound_atlas_passes_every_check(tmp_path: Path, frame: pl.DataFrame) -> None:
    put(tmp_path, frame)
    checks = verify(tmp_path)
    assert len(checks) == 12
    assert failed(tmp_path) == []


def test_one_changed_byte_is_found(tmp_path: Path, frame: pl.DataFrame) -> None:
    path = tmp_path / put(tmp_path, frame).file
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    assert failed(tmp_path) == [Check("alliances", False, "bytes differ from the manifest")]


def test_a_missing_file_is_found(tmp_path: Path, frame: pl.DataFrame) -> None:
    (tmp_path / put(tmp_path, frame).file).unlink()
    assert failed(tmp_path) == [Check("alliances", False, "file is missing")]


def test_a_manifest_that_was_edited_is_found(tmp_path: Path, frame: pl.DataFrame) -> None:
    put(tmp_path, frame)
    manifests.write(tmp_path, replace(manifests.read(tmp_path), id="0" * 12))
    assert failed(tmp_path) == [Check("atlas.json", False, "atlas id is wrong")]


def test_a_manifest_without_a_checksum_is_said(tmp_path: Path, frame: pl.DataFrame) -> None:
    put(tmp_path, frame)
    assert verify(tmp_path)[-1].text == "checksum matches what it says"
    path = tmp_path / "atlas.json"
    raw = json.loads(path.read_text("utf-8"))
    del raw["checksum"]
    path.write_text(json.dumps(raw), "utf-8")
    assert failed(tmp_path) == []
    assert "no checksum" in verify(tmp_path)[-1].text


def test_pairs_out_of_order_are_found(tmp_path: Path, frame: pl.DataFrame) -> None:
    put(tmp_path, frame.with_columns(a=pl.col("b"), b=pl.col("a")))
    assert failed(tmp_path) == [Check("alliances", False, "2 pairs out of order")]
    put(tmp_path, frame.with_columns(b=pl.col("a"), year=pl.Series([1990, 1991], dtype=pl.Int16)))
    assert failed(tmp_path) == [Check("alliances", False, "2 pairs out of order")]


def test_a_repeated_key_is_found(tmp_path: Path, frame: pl.DataFrame) -> None:
    put(tmp_path, pl.concat([frame, frame.head(1)]))
    assert failed(tmp_path) == [Check("alliances", False, "1 repeated keys")]


@pytest.mark.parametrize("how", ["renamed", "in another order", "more"])
def test_other_columns_are_found(tmp_path: Path, frame: pl.DataFrame, how: str) -> None:
    other = {
        "renamed": frame.rename({"ab": "x"}),
        "in another order": frame.select(frame.columns[::-1]),
        "more": frame.with_columns(x=1),
    }
    put(tmp_path, other[how])
    assert [c.text.split()[0] for c in failed(tmp_path)] == ["has"]


def test_without_a_manifest_there_is_nothing_to_check(tmp_path: Path) -> None:
    with pytest.raises(AtlasDamaged):
        verify(tmp_path)


@pytest.mark.slow
def test_the_atlas_that_ships_is_sound(book: Atlas) -> None:
    assert failed(book.folder) == []


def test_the_small_tables_that_ship_are_sound(book: Atlas) -> None:
    paths = {t.name: book.folder / t.file for t in book.manifest.tables}
    small = [t.name for t in book.manifest.tables if t.rows < 50_000]
    assert {"states", "bloc_spells", "igo_members", "coverage", "holes"} <= set(small)
    checks = [c for name in small for c in rules(table(name), paths, book.last)]
    assert [c for c in checks if not c.passed] == []


def test_a_build_refuses_a_table_that_breaks_a_rule(tmp_path: Path, frame: pl.DataFrame) -> None:
    sound = put(tmp_path, frame)
    hold(tmp_path, [sound], date(2020, 12, 31))
    broken = put(tmp_path, frame.with_columns(ab=pl.lit(32, pl.Int8)))
    with pytest.raises(LoaderFault, match=r"alliances breaks a rule: 2 rows with a value outside"):
        hold(tmp_path, [broken], date(2020, 12, 31))
