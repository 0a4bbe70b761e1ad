"""Writing an atlas: a crash at any moment leaves the old one whole, and work is not redone."""

from __future__ import annotations

import hashlib
import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from daylight.core.errors import AtlasDamaged, BuildLocked, CannotWrite
from daylight.store import manifest as manifests
from daylight.store import writer
from daylight.store.atlas import Atlas, current
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


def names(folder: Path) -> set[str]:
    return {p.name for p in folder.glob("[!.]*")}


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
    made = {"atlas.json", "coverage-new.parquet", "capabilities-new.parquet"}
    kept = {"coverage-old.parquet", "capabilities-old.parquet"}
    assert names(folder) == made | kept, "for those who have the atlas before open"
    write(folder, "newer", 1901)
    assert not names(folder) & kept
    assert {f for f in made if f.endswith("parquet")} < names(folder)


@pytest.mark.parametrize("dies_at", ["make", "write_bytes", "replace"])
def test_dying_within_a_table_leaves_the_old_atlas(
    old: tuple[Path, Manifest], monkeypatch: pytest.MonkeyPatch, dies_at: str
) -> None:
    folder, before = old
    real = Path.write_bytes

    def half(self: Path, contents: memoryview) -> None:
        real(self, contents[:40])
        raise KeyboardInterrupt

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    def make() -> pl.DataFrame:
        if dies_at == "make":
            raise KeyboardInterrupt
        return frames(1900)["capabilities"]

    if dies_at == "write_bytes":
        monkeypatch.setattr(Path, "write_bytes", half)
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

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(manifests, "write", stop)
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
    write(folder, "middle", 1850)
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


def test_a_build_that_fails_takes_back_its_lock_and_new_folders(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), writer.target(tmp_path / "a" / "b"):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "mine").mkdir()
    with pytest.raises(ZeroDivisionError), writer.target(tmp_path / "mine"):
        raise ZeroDivisionError
    assert [p.name for p in tmp_path.rglob("*")] == ["mine"]
    with pytest.raises(ZeroDivisionError), writer.target(tmp_path / "a") as folder:
        (folder / "begun").write_text("a table")
        raise ZeroDivisionError
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["a", "begun", "mine"]


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
    real = Path.write_bytes

    def full(self: Path, contents: memoryview) -> None:
        real(self, contents[:40])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(CannotWrite, match="No space left"):
        writer.write_table(tmp_path, COVERAGE, "same", lambda: frames(1816)["coverage"])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("room", [0, 100, 500, 700])
def test_a_limit_on_files_is_said_and_the_old_atlas_stays(
    old: tuple[Path, Manifest], room: int
) -> None:
    """At each size another file is the first that has no room."""
    folder, before = old
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        with pytest.raises(CannotWrite, match="File too large"):
            write(folder, "new", 1900)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert manifests.read(folder) == before
    assert start_of(folder) == 1816
    assert not list(folder.glob("*.partial"))
    assert not list(folder.glob("*.set-aside*"))
    write(folder, "new", 1900)
    assert start_of(folder) == 1900


def test_every_column_of_every_table_has_a_type() -> None:
    kinds = {kind for spec in TABLES for kind, _ in spec.columns.values()}
    assert kinds <= set(writer._TYPES)
    assert all(set(spec.key) <= set(spec.columns) for spec in TABLES)


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


FOREIGN = (
    "mine.parquet", "mine.parquet.partial", "votes-2024.parquet", "states.parquet", "notes.txt",
    "coverage-old2.parquet", "capabilities-new.parquet.partial", "coverage-new.parquet",
    "atlas.json.partial.parquet", "sub/coverage-old.parquet", ".noticed/mine.json",
    ".noticed/coverage-x.json", "a b'c.parquet", "Übung.parquet",
)  # fmt: skip


def test_no_file_of_a_user_is_lost(tmp_path: Path) -> None:
    """Whatever its name; where a table must stand it gets another name, with its bytes."""
    folder = tmp_path / "atlas"
    theirs = {name: f"by hand: {name}".encode() for name in FOREIGN}
    for name, contents in theirs.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(contents)
    for inputs, start in (("old", 1816), ("new", 1900), ("newer", 1910), ("newest", 1920)):
        write(folder, inputs, start)
        assert start_of(folder) == start
    after = tree(folder)
    moved = {"capabilities-new.parquet.partial", "coverage-new.parquet"}
    for name, contents in theirs.items():
        now = f"{name}.set-aside-1" if name in moved else name
        assert after[now] == contents, name
    assert "coverage-old.parquet" not in after


@pytest.mark.parametrize("name", ["atlas.json", ".written.json"])
@pytest.mark.parametrize("contents", [b"{}", b"[1]", b"no json", b'{"tables": 3}', b""])
def test_a_file_in_the_place_of_the_manifest_gets_another_name(
    tmp_path: Path, name: str, contents: bytes
) -> None:
    (tmp_path / name).write_bytes(contents)
    write(tmp_path, "new", 1900)
    assert start_of(tmp_path) == 1900
    assert (tmp_path / f"{name}.set-aside-1").read_bytes() == contents


def test_what_was_changed_by_hand_is_not_removed_as_ours(old: tuple[Path, Manifest]) -> None:
    folder, before = old
    write(folder, "new", 1900)
    changed = folder / before.table("coverage").file
    changed.write_bytes(b"by hand")
    write(folder, "newer", 1910)
    assert changed.read_bytes() == b"by hand"
    assert not (folder / before.table("capabilities").file).exists()


def test_an_atlas_from_before_the_record_is_cleared_by_its_manifest(
    old: tuple[Path, Manifest],
) -> None:
    folder, before = old
    (folder / ".written.json").unlink()
    write(folder, "new", 1900)
    assert (folder / before.table("coverage").file).exists()
    write(folder, "newer", 1910)
    assert not (folder / before.table("coverage").file).exists()


def test_a_record_removes_nothing_that_no_build_names(old: tuple[Path, Manifest]) -> None:
    folder, _ = old
    outside = folder.parent / "outside.parquet"
    outside.write_bytes(b"x")
    (folder / "mine.txt").write_bytes(b"x")
    path = folder / ".written.json"
    raw = json.loads(path.read_text())
    mark = hashlib.sha256(b"x").hexdigest()
    raw["files"] |= {"../outside.parquet": [mark], "mine.txt": [mark]}
    raw["begun"] += ["../outside", "mine"]
    path.write_text(json.dumps(raw))
    write(folder, "new", 1900)
    assert outside.exists()
    assert (folder / "mine.txt").exists()


@pytest.mark.parametrize("how", ["a bit", "shorter", "another table", "no record"])
def test_a_finished_table_that_changed_is_made_again(tmp_path: Path, how: str) -> None:
    made: list[int] = []

    def make() -> pl.DataFrame:
        made.append(1)
        return frames(1816)["coverage"]

    first = writer.write_table(tmp_path, COVERAGE, "same", make)
    path = tmp_path / first.file
    contents = bytearray(path.read_bytes())
    if how == "a bit":
        contents[len(contents) // 2] ^= 1
    if how == "another table":
        other = writer.write_table(tmp_path, COVERAGE, "x", lambda: frames(9)["coverage"])
        contents = bytearray((tmp_path / other.file).read_bytes())
    if how == "no record":
        (tmp_path / ".written.json").unlink()
    path.write_bytes(contents[:-5] if how == "shorter" else contents)
    assert writer.write_table(tmp_path, COVERAGE, "same", make) == first
    assert len(made) == 2


def test_an_open_atlas_answers_on_after_a_new_build(old: tuple[Path, Manifest]) -> None:
    folder, _ = old
    book = Atlas(folder)
    write(folder, "new", 1900)
    write(folder, "new", 1900)  # the same again takes nothing away
    assert book.spans()["z"][0] == 1816
    assert book.rows("capabilities")["year"].tolist() == [1816]
    write(folder, "newer", 1910)
    with pytest.raises(AtlasDamaged, match=r"was built anew .* open it again"):
        book.rows("capabilities")


def test_the_atlas_in_use_is_kept_as_long_as_it_is_there(
    old: tuple[Path, Manifest], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that runs on does not change its atlas, unless there is nothing left of it."""
    folder, _ = old
    monkeypatch.setenv("DAYLIGHT_ATLAS", str(folder))
    assert current().spans()["z"][0] == 1816
    write(folder, "new", 1900)
    assert current().spans()["z"][0] == 1816
    write(folder, "newer", 1910)
    assert current().spans()["z"][0] == 1910


def test_tables_are_on_disk_before_the_manifest_names_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    real_sync, real_replace = os.fsync, Path.replace

    def sync(number: int) -> None:
        done.append(f"sync {Path(f'/proc/self/fd/{number}').readlink().name}")
        real_sync(number)

    def replace(self: Path, to: Path) -> Path:
        done.append(f"name {to.name}")
        return real_replace(self, to)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(Path, "replace", replace)
    write(tmp_path, "new", 1900)
    for name in ("coverage-new.parquet", "capabilities-new.parquet", "atlas.json"):
        assert done.index(f"sync {name}.partial") < done.index(f"name {name}")
    last = len(done) - done[::-1].index("name capabilities-new.parquet")
    switch = done.index("name atlas.json")
    assert f"sync {tmp_path.name}" in done[last:switch]
    assert f"sync {tmp_path.name}" in done[switch:]


def test_a_lock_that_is_no_lock_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".build.lock").write_text("mine")
    with pytest.raises(CannotWrite, match="not by a build"), writer.target(tmp_path):
        pass
    assert (tmp_path / ".build.lock").read_text() == "mine"
