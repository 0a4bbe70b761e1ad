"""Writing an atlas: a crash at any moment leaves the old one whole, and work is not redone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import BuildLocked, CannotWrite
from daylight.store import manifest as manifests
from daylight.store import writer
from daylight.store.atlas import Atlas
from daylight.store.manifest import Manifest, TableFile, fingerprint
from daylight.store.schemas import TABLES, VERSION, table

COVERAGE, CAPABILITIES = table("coverage"), table("capabilities")


def frames(start: int) -> dict[str, pl.DataFrame]:
    """Return two small tables, rows in no order."""
    return {
        "coverage": pl.DataFrame({"end": [2000, 9], "start": [start, 1], "measure": ["z", "a"]}),
        "capabilities": pl.DataFrame({"cow": [2], "year": [start], "cinc": [0.25]}),
    }


def manifest(*files: TableFile) -> Manifest:
    return Manifest(VERSION, fingerprint(files), "0", "2020-12-31", files, ())


def write(folder: Path, inputs: str, start: int) -> Manifest:
    made = frames(start)
    with writer.target(folder):
        files = [
            writer.write_table(folder, spec, inputs, lambda spec=spec: made[spec.name])
            for spec in (COVERAGE, CAPABILITIES)
        ]
        found = manifest(*files)
        writer.commit(folder, found)
    return found


@pytest.fixture
def old(tmp_path: Path) -> tuple[Path, Manifest]:
    """An atlas in a folder, and its manifest."""
    folder = tmp_path / "atlas"
    return folder, write(folder, "old", 1816)


def start_of(folder: Path) -> int:
    return Atlas(folder).spans()["z"][0]


def test_columns_types_and_order_follow_the_schema(old: tuple[Path, Manifest]) -> None:
    folder, found = old
    frame = pl.read_parquet(folder / found.table("coverage").file)
    assert frame.rows() == [("a", 1, 9), ("z", 1816, 2000)]
    assert frame.schema == {"measure": pl.String, "start": pl.Int16, "end": pl.Int16}


def test_the_same_rows_in_another_order_give_the_same_bytes(tmp_path: Path) -> None:
    frame = frames(1816)["coverage"]
    one = writer.write_table(tmp_path, COVERAGE, "one", lambda: frame)
    two = writer.write_table(tmp_path, COVERAGE, "two", lambda: frame.reverse())
    assert one.sha256 == two.sha256


def test_a_value_too_large_for_its_column_stops(tmp_path: Path) -> None:
    with pytest.raises(pl.exceptions.InvalidOperationError):
        writer.write_table(tmp_path, COVERAGE, "x", lambda: frames(99_999)["coverage"])
    assert list(tmp_path.iterdir()) == []


def test_a_new_atlas_takes_the_place_of_the_old_and_clears_up(old: tuple[Path, Manifest]) -> None:
    folder, before = old
    after = write(folder, "new", 1900)
    assert after.id != before.id
    assert start_of(folder) == 1900
    assert {p.name for p in folder.glob("[!.]*")} == {
        "atlas.json",
        "coverage-new.parquet",
        "capabilities-new.parquet",
    }


@pytest.mark.parametrize("dies_at", ["make", "write_parquet", "replace"])
def test_dying_within_a_table_leaves_the_old_atlas(
    old: tuple[Path, Manifest], monkeypatch: pytest.MonkeyPatch, dies_at: str
) -> None:
    folder, before = old
    real = pl.DataFrame.write_parquet

    def half(self: pl.DataFrame, path: Path, **other: object) -> None:
        real(self, path, **other)
        path.write_bytes(path.read_bytes()[:40])
        raise KeyboardInterrupt

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    def make() -> pl.DataFrame:
        if dies_at == "make":
            raise KeyboardInterrupt
        return frames(1900)["capabilities"]

    if dies_at == "write_parquet":
        monkeypatch.setattr(pl.DataFrame, "write_parquet", half)
    if dies_at == "replace":
        monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt), writer.target(folder):
        writer.write_table(folder, CAPABILITIES, "new", make)
    monkeypatch.undo()
    assert manifests.read(folder) == before
    assert start_of(folder) == 1816
    assert not (folder / "capabilities-new.parquet").exists()
    assert write(folder, "new", 1900).table("capabilities").rows == 1
    assert not list(folder.glob("*.partial"))


def test_dying_at_the_commit_leaves_the_old_atlas(
    old: tuple[Path, Manifest], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, before = old

    def stop(descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(manifests.os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        write(folder, "new", 1900)
    monkeypatch.undo()
    assert manifests.read(folder) == before
    assert start_of(folder) == 1816
    assert write(folder, "new", 1900).id != before.id
    assert start_of(folder) == 1900


def test_dying_while_clearing_up_leaves_the_new_atlas(
    old: tuple[Path, Manifest], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, _ = old
    real = Path.unlink

    def stop(self: Path, missing_ok: bool = False) -> None:
        if self.suffix == ".parquet":
            raise KeyboardInterrupt
        real(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", stop)
    with pytest.raises(KeyboardInterrupt):
        write(folder, "new", 1900)
    monkeypatch.undo()
    assert start_of(folder) == 1900


def test_a_finished_table_is_not_made_again(tmp_path: Path) -> None:
    frame = frames(1816)["coverage"]
    first = writer.write_table(tmp_path, COVERAGE, "same", lambda: frame)

    def never() -> pl.DataFrame:
        raise AssertionError("made again")

    assert writer.write_table(tmp_path, COVERAGE, "same", never) == first
    with pytest.raises(AssertionError, match="made again"):
        writer.write_table(tmp_path, COVERAGE, "other", never)


HOLD = """
import sys, time
from pathlib import Path
from daylight.store import writer
with writer.target(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_another_process_is_kept_out_until_it_dies(tmp_path: Path) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    with other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(BuildLocked, match="Another build"), writer.target(tmp_path):
            pass
        other.kill()
    with writer.target(tmp_path) as folder:
        assert folder == tmp_path


def test_the_lock_is_free_again_when_the_build_fails(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), writer.target(tmp_path):
        raise ZeroDivisionError
    with writer.target(tmp_path) as folder:
        assert folder == tmp_path


def test_a_folder_that_cannot_be_made_or_written_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    with (
        pytest.raises(CannotWrite, match="file/atlas cannot be written"),
        writer.target(tmp_path / "file" / "atlas"),
    ):
        pass

    def refuse(self: object, timeout: float) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(writer.FileLock, "acquire", refuse)
    with pytest.raises(CannotWrite, match="Permission denied"), writer.target(tmp_path):
        pass


def test_a_full_disk_is_said_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: object, path: Path, **options: object) -> None:
        path.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pl.DataFrame, "write_parquet", full)
    with pytest.raises(CannotWrite, match="No space left"):
        writer.write_table(tmp_path, COVERAGE, "same", lambda: frames(1816)["coverage"])
    assert list(tmp_path.iterdir()) == []


def test_every_column_of_every_table_has_a_type() -> None:
    kinds = {kind for spec in TABLES for kind, _ in spec.columns.values()}
    assert kinds <= set(writer._TYPES)
    assert all(set(spec.key) <= set(spec.columns) for spec in TABLES)
