"""Files of the user's own: one or a folder, read when asked for."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from daylight.core.errors import FetchFailed
from daylight.sources.kit import supplied as kit
from daylight.sources.kit.supplied import Supplied, supplied_paths


def test_one_file_or_all_below_a_folder(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("b/2.tab", "1.tab", ".DS_Store", ".hidden/3.tab"):
        (tmp_path / name).write_bytes(b"x")
    assert list(supplied_paths("s", tmp_path, "")) == ["1.tab", "b/2.tab"]
    assert supplied_paths("s", tmp_path / "b" / "2.tab", "") == {"2.tab": tmp_path / "b" / "2.tab"}


def test_a_hidden_folder_can_be_named(tmp_path: Path) -> None:
    (tmp_path / ".mine").mkdir()
    (tmp_path / ".mine" / "1.tab").write_bytes(b"x")
    assert list(supplied_paths("s", tmp_path / ".mine", "")) == ["1.tab"]


def test_nothing_there_says_how_to_get_it(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none"):
        with pytest.raises(FetchFailed, match=r"s: there is no file at .*\. Export it\."):
            supplied_paths("s", path, "Export it.")


@pytest.mark.skipif(sys.platform != "linux", reason="pipes, and names of any bytes")
def test_what_is_no_file_is_passed_over_or_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.tab")
    (tmp_path / "zeros.tab").symlink_to("/dev/zero")
    (tmp_path / "round.tab").symlink_to(tmp_path / "round.tab")
    with pytest.raises(FetchFailed, match="no file at"):
        supplied_paths("s", tmp_path, "")
    for name, what in (("pipe.tab", "a pipe"), ("zeros.tab", "a device")):
        with pytest.raises(FetchFailed, match=f"{name} is {what}, not a file or folder"):
            supplied_paths("s", tmp_path / name, "")
    (tmp_path / os.fsdecode(b"\xff.tab")).write_bytes(b"x")
    (name,) = supplied_paths("s", tmp_path, "")
    assert name == "\\xff.tab"
    for path in (tmp_path / ("x" * 300), Path("a\0b")):
        with pytest.raises(FetchFailed, match="no file at"):
            supplied_paths("s", path, "")


def test_folders_and_files_that_are_too_large_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for k in range(3):
        (tmp_path / f"{k}.tab").write_bytes(b"12345")
    monkeypatch.setattr(kit, "FILES", 2)
    with pytest.raises(FetchFailed, match="holds more than 2 files and folders"):
        supplied_paths("s", tmp_path, "")
    monkeypatch.setattr(kit, "FILE", 4)
    with pytest.raises(FetchFailed, match=r"0\.tab has 5 bytes, and at most 4 are read"):
        supplied_paths("s", tmp_path / "0.tab", "")


def test_packaged_tables_are_not_replaced_and_files_are_read_late(tmp_path: Path) -> None:
    paths = {"names.csv": tmp_path / "names.csv", "a.tab": tmp_path / "a.tab"}
    files = Supplied("s", paths, {"names.csv": b"ours"}, "Export it.")
    assert sorted(files) == ["a.tab", "names.csv"]
    assert len(files) == 2
    assert files["names.csv"] == b"ours"
    with pytest.raises(FetchFailed, match=r"a\.tab cannot be read .*Export it"):
        files["a.tab"]
    (tmp_path / "a.tab").write_bytes(b"theirs")
    assert files["a.tab"] == b"theirs"
    with pytest.raises(KeyError):
        files["b.tab"]
