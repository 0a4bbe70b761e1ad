"""Files of the user's own: one or a folder, read when asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from daylight.core.errors import FetchFailed
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
