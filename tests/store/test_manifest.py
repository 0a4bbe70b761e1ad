"""The manifest: round trip, and what a damaged one is called."""

from __future__ import annotations

import errno
import json
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from daylight.core.errors import AtlasDamaged, AtlasTooOld, CannotWrite
from daylight.core.limits import MANIFEST
from daylight.store import manifest as manifests
from daylight.store.atlas import Atlas
from daylight.store.manifest import Manifest, SourceUsed, TableFile, fingerprint
from daylight.store.schemas import VERSION

FILES = (TableFile("b", "b-1.parquet", 3, 99, "0" * 64), TableFile("a", "a-1.parquet", 1, 9, "f"))
SOURCE = SourceUsed(
    "toy", "Töy", "1", "k", "c", "u", "l", "yes", "s", 1990, 1991, "2026-01-01", {"f": "0"}
)
WHOLE = Manifest(VERSION, fingerprint(FILES), "0.1.0", "2020-12-31", FILES, (SOURCE,))


def test_what_is_written_is_read(tmp_path: Path) -> None:
    manifests.write(tmp_path, WHOLE)
    assert manifests.read(tmp_path) == WHOLE
    assert [p.name for p in tmp_path.iterdir()] == ["atlas.json"]


def test_a_full_disk_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    manifests.write(tmp_path, WHOLE)

    def full(number: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWrite, match=r"atlas\.json cannot be written.*No space left"):
        manifests.write(tmp_path, replace(WHOLE, last="2021-12-31"))
    assert manifests.read(tmp_path) == WHOLE
    assert [p.name for p in tmp_path.iterdir()] == ["atlas.json"]


def test_the_id_depends_on_contents_only() -> None:
    one, two = FILES
    assert fingerprint((two, one)) == WHOLE.id
    assert fingerprint((replace(one, file="b-2.parquet"), two)) == WHOLE.id
    assert fingerprint((replace(one, sha256="1" * 64), two)) != WHOLE.id
    assert fingerprint((one,)) != WHOLE.id


def test_without_a_manifest_there_is_no_atlas(tmp_path: Path) -> None:
    with pytest.raises(
        AtlasDamaged, match=r"no atlas at .*; build one with `daylight atlas build`"
    ):
        Atlas(tmp_path)


def test_a_file_in_the_place_of_the_folder_is_no_atlas(tmp_path: Path) -> None:
    (tmp_path / "atlas").write_text("")
    with pytest.raises(AtlasDamaged, match="no atlas at"):
        Atlas(tmp_path / "atlas")


def test_another_layout_is_refused(tmp_path: Path) -> None:
    manifests.write(tmp_path, replace(WHOLE, schema=VERSION + 1))
    with pytest.raises(AtlasTooOld, match=f"has layout {VERSION + 1}, this Daylight reads"):
        manifests.read(tmp_path)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"schema": %d}', "\x00"])
def test_a_manifest_that_cannot_be_read_is_damage(tmp_path: Path, text: str) -> None:
    (tmp_path / "atlas.json").write_text(text.replace("%d", str(VERSION)))
    with pytest.raises(AtlasDamaged):
        manifests.read(tmp_path)


@pytest.mark.parametrize("key", ["id", "last", "tables", "sources"])
def test_a_manifest_that_lacks_a_key_is_damage(tmp_path: Path, key: str) -> None:
    manifests.write(tmp_path, WHOLE)
    path = tmp_path / "atlas.json"
    raw = json.loads(path.read_text("utf-8"))
    del raw[key]
    path.write_text(json.dumps(raw), "utf-8")
    with pytest.raises(AtlasDamaged, match="rebuild the atlas"):
        manifests.read(tmp_path)


def test_a_manifest_in_another_encoding_is_damage(tmp_path: Path) -> None:
    manifests.write(tmp_path, WHOLE)
    path = tmp_path / "atlas.json"
    path.write_bytes(path.read_text("utf-8").encode("latin-1"))
    with pytest.raises(AtlasDamaged):
        manifests.read(tmp_path)


def test_a_table_that_is_gone_is_named(tmp_path: Path) -> None:
    manifests.write(tmp_path, WHOLE)
    (tmp_path / "a-1.parquet").write_bytes(b"")
    with pytest.raises(AtlasDamaged, match=r"damaged: b-1\.parquet is missing;"):
        Atlas(tmp_path)


def edited(folder: Path, edit: Callable[[dict[str, Any]], object]) -> Path:
    """Write the manifest, changed by somebody who leaves its checksum as it is."""
    manifests.write(folder, WHOLE)
    path = folder / "atlas.json"
    raw = json.loads(path.read_text("utf-8"))
    edit(raw)
    path.write_text(json.dumps(raw), "utf-8")
    return path


EDITS: dict[str, Callable[[dict[str, Any]], object]] = {
    "last": lambda raw: raw.update(last="2021-12-31"),
    "no date": lambda raw: raw.update(last="soon"),
    "version": lambda raw: raw.update(daylight="0.1.1"),
    "id": lambda raw: raw.update(id="0" * 12),
    "names swapped": lambda raw: [t.update(name="ab"[k]) for k, t in enumerate(raw["tables"])],
    "a table less": lambda raw: raw["tables"].pop(),
    "rows": lambda raw: raw["tables"][0].update(rows=4),
    "sources of a table": lambda raw: raw["tables"][0].update(sources=["toy"]),
    "a source less": lambda raw: raw["sources"].pop(),
    "citation": lambda raw: raw["sources"][0].update(citation="d"),
    "coverage": lambda raw: raw["sources"][0].update(end=1992),
    "checksum": lambda raw: raw["checksum"].update(sha256="0" * 64),
    "checksum of another kind": lambda raw: raw["checksum"].update(version=2),
    "checksum of no kind": lambda raw: raw.update(checksum=None),
    "a key more": lambda raw: raw.update(more=1),
}


@pytest.mark.parametrize("name", EDITS)
def test_a_manifest_that_says_something_else_is_damage(tmp_path: Path, name: str) -> None:
    edited(tmp_path, EDITS[name])
    with pytest.raises(AtlasDamaged, match=r"cannot be read .* rebuild the atlas"):
        manifests.read(tmp_path)


def test_another_layout_of_the_same_is_no_damage(tmp_path: Path) -> None:
    path = edited(tmp_path, lambda raw: None)
    assert manifests.read(tmp_path) == WHOLE
    raw = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(dict(reversed(raw.items())), indent=4), "utf-8")
    assert manifests.read(tmp_path) == WHOLE


def test_a_manifest_of_an_older_build_has_no_checksum(tmp_path: Path) -> None:
    edited(tmp_path, lambda raw: raw.pop("checksum"))
    assert manifests.read(tmp_path) == WHOLE
    assert not manifests.sealed(tmp_path)


def test_a_table_outside_the_folder_is_no_table_of_the_atlas(tmp_path: Path) -> None:
    outside = TableFile("a", "../a.parquet", 1, 9, "f")
    manifests.write(tmp_path, replace(WHOLE, tables=(outside,), id=fingerprint((outside,))))
    with pytest.raises(AtlasDamaged, match="is no name of a file"):
        manifests.read(tmp_path)


def test_a_manifest_that_is_no_file_is_damage(tmp_path: Path) -> None:
    (tmp_path / "atlas.json").mkdir()
    with pytest.raises(AtlasDamaged, match="it is a folder, not a file"):
        manifests.read(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices in the file system")
def test_a_manifest_that_is_waited_for_or_has_no_end_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "atlas.json"
    os.mkfifo(path)
    with pytest.raises(AtlasDamaged, match="it is a pipe, not a file"):
        manifests.read(tmp_path)
    path.unlink()
    path.symlink_to("/dev/zero")
    with pytest.raises(AtlasDamaged, match="it is a device, not a file"):
        manifests.read(tmp_path)
    path.unlink()
    path.write_bytes(b" " * (MANIFEST + 1))
    with pytest.raises(AtlasDamaged, match="at most 16,777,216 are read"):
        manifests.read(tmp_path)
    os.mkfifo(tmp_path / "atlas.json.partial")
    manifests.write(tmp_path, WHOLE)
    assert manifests.read(tmp_path) == WHOLE


def test_the_atlas_that_ships_has_a_checksum(book: Atlas) -> None:
    assert manifests.sealed(book.folder)
    whole = (book.folder / "atlas.json").read_text("utf-8")
    assert whole == manifests.text(book.manifest), "as a build writes it"
